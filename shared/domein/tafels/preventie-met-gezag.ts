import { CONVENANT, form, keuze, lang, tafel, tekst, verplicht } from './bouw.js';

/** Dossier A6 rows 68 and 69. */
export const preventieMetGezag = tafel(
  'Preventie met Gezag',
  'Jongeren in de wijk uit de criminaliteit houden',
  CONVENANT,
  {
    deelnemers: ['Gemeente', 'Politie', 'OM'],
    formulieren: [
      form('programma', 'Programma', 'Bij de start, en als er iets verandert.', [
        verplicht(tekst('wijk', 'Wijk')),
        tekst('groep', 'Jeugdgroep'),
        keuze('rol', 'Rol in de groep', 'kopstuk', 'lid', 'jonge aanwas'),
        lang('toelichting', 'Toelichting'),
      ]),
    ],
    tellers: [
      {
        id: 'casussen',
        naam: 'Casussen in het programma',
        formulier: 'programma',
        veld: null,
        waarde: null,
        telt: 'casussen',
      },
    ],
  },
);
