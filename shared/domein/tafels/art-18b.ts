import { dag, form, keuze, keuzes, lang, tafel, verplicht } from './bouw.js';

/** Dossier A5 row 54; in force since 1 July 2021. */
export const art18b = tafel(
  'Art. 18b',
  'Meldingen van de penitentiaire inrichting wegen',
  'Penitentiaire beginselenwet, artikel 18b',
  {
    deelnemers: ['DJI', 'Reclassering', 'OM', 'Politie', 'Gemeente'],
    stappen: ['aanmelding', ['triage', 'Weging'], 'plan', 'monitoring', 'afsluiting'],
    formulieren: [
      form('melding-18b', '18b-melding', 'Zodra de inrichting een risico meldt.', [
        verplicht(dag('ontvangen', 'Melding ontvangen op')),
        verplicht(keuze('risico', 'Risico op', 'ernstig geweldsmisdrijf', 'ernstig zedenmisdrijf')),
        verplicht(lang('toelichting', 'Waaruit het risico blijkt')),
        keuzes(
          'partijen',
          'Betrokken partijen',
          'DJI',
          'reclassering',
          'OM',
          'politie',
          'gemeente',
        ),
        lang('actie', 'Wat er wordt gedaan'),
      ]),
    ],
    tellers: [
      {
        id: 'meldingen',
        naam: 'Meldingen',
        formulier: 'melding-18b',
        veld: null,
        waarde: null,
        telt: 'registraties',
      },
    ],
  },
);
