import {
  ALLEEN_EIGEN_BIJDRAGE,
  CONVENANT,
  dag,
  form,
  janee,
  keuze,
  lang,
  tafel,
  verplicht,
} from './bouw.js';

/** Dossier A6 row 66. Who brings a signal does not see what others told about a victim. */
export const mensenhandel = tafel('Mensenhandel', 'Zorg voor slachtoffers coördineren', CONVENANT, {
  deelnemers: ['Politie', 'Gemeente'],
  verborgen: ALLEEN_EIGEN_BIJDRAGE,
  formulieren: [
    form('signaal', 'Signaal', 'Bij elk signaal van mensenhandel.', [
      verplicht(dag('ontvangen', 'Ontvangen op')),
      verplicht(
        keuze(
          'uitbuiting',
          'Soort uitbuiting',
          'criminele uitbuiting',
          'seksuele uitbuiting',
          'arbeidsuitbuiting',
          'onbekend',
        ),
      ),
      janee('minderjarig', 'Het slachtoffer is minderjarig'),
      lang('toelichting', 'Toelichting'),
    ]),
    form('coordinatie', 'Zorgcoördinatie', 'Als opvang of zorg begint, verandert of stopt.', [
      verplicht(keuze('wat', 'Wat', 'opvang', 'zorg', 'casusoverleg', 'informatieblad gegeven')),
      verplicht(lang('toelichting', 'Toelichting')),
    ]),
  ],
  tellers: [
    {
      id: 'casussen',
      naam: 'Casussen',
      formulier: 'signaal',
      veld: null,
      waarde: null,
      telt: 'casussen',
    },
    {
      id: 'overleggen',
      naam: 'Casusoverleggen',
      formulier: 'coordinatie',
      veld: 'wat',
      waarde: 'casusoverleg',
      telt: 'registraties',
    },
  ],
});
