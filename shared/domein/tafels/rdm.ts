import { dag, form, janee, keuze, lang, tafel, tekst, verplicht, WGS } from './bouw.js';

/** Dossier A3 row 42: regionale doorzettingsmacht, where the house is the point of coordination. */
export const rdm = tafel('RDM trede 3', 'Bestuurlijk escalatieoverleg voorbereiden', WGS, {
  deelnemers: ['Gemeente'],
  stappen: ['aanmelding', ['triage', 'Toets op trede 3'], 'plan', 'monitoring', 'afsluiting'],
  formulieren: [
    form('aanmelding-rdm', 'Aanmelding trede 3', 'Als de gewone tafels geen oplossing vonden.', [
      verplicht(lang('proces', 'Wat er al is gedaan, per trede')),
      verplicht(tekst('bestuurder', 'Bestuurder die het initiatief neemt')),
      lang('aanbod', 'Aanbod dat ontbreekt'),
    ]),
    form('uitkomst', 'Uitkomst', 'Na het bestuurlijk escalatieoverleg.', [
      verplicht(dag('op', 'Overleg op')),
      verplicht(keuze('uitkomst', 'Uitkomst', 'oplossing gevonden', 'geforceerd', 'geaccordeerd')),
      janee('hiaat', 'Er is een hiaat in het stelsel'),
      lang('toelichting', 'Toelichting'),
    ]),
    form(
      'leren',
      'Leerproces',
      'Ten minste een keer per jaar.',
      [
        verplicht(dag('op', 'Gehouden op')),
        verplicht(tekst('deelnemers', 'Wie erbij waren')),
        verplicht(lang('lessen', 'Lessen')),
      ],
      'huis',
    ),
  ],
  tellers: [
    {
      id: 'aanmeldingen',
      naam: 'Aanmeldingen',
      formulier: 'aanmelding-rdm',
      veld: null,
      waarde: null,
      telt: 'casussen',
    },
    {
      id: 'hiaten',
      naam: 'Hiaten in het stelsel',
      formulier: 'uitkomst',
      veld: 'hiaat',
      waarde: 'ja',
      telt: 'registraties',
    },
  ],
});
