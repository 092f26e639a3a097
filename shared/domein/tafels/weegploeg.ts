import { form, janee, keuze, lang, tafel, tekst, verplicht } from './bouw.js';

/** Dossier A6 rows 64 and 65. */
export const weegploeg = tafel(
  'Weegploeg Radicalisering en Extremisme',
  'Meldingen van radicalisering wegen',
  'Wet gegevensverwerking persoonsgerichte aanpak radicalisering en terroristische activiteiten',
  {
    frequentie: 'maandelijks',
    deelnemers: ['Politie', 'OM', 'Reclassering', 'Gemeente'],
    stappen: ['aanmelding', ['triage', 'Weging'], 'plan', 'monitoring', 'afsluiting'],
    formulieren: [
      form('weging', 'Weging', 'Bij elke melding die de weegploeg bespreekt.', [
        verplicht(tekst('bron', 'Bron van de melding')),
        verplicht(
          keuze(
            'duiding',
            'Duiding',
            'activisme',
            'extremisme',
            'terrorisme',
            'radicalisering',
            'uitreiziger',
            'terugkeerder',
          ),
        ),
        verplicht(lang('weging', 'Weging')),
        verplicht(keuze('vervolg', 'Vervolg', 'maatwerkoverleg', 'volgen', 'geen vervolg')),
      ]),
      form(
        'contact',
        'Contact met een moskeebestuur',
        'Bij elk contact over sociale spanningen.',
        [
          verplicht(tekst('bestuur', 'Bestuur')),
          verplicht(lang('aanleiding', 'Aanleiding')),
          janee('interventie', 'Er volgde een interventie'),
        ],
        'huis',
      ),
    ],
    tellers: [
      {
        id: 'meldingen',
        naam: 'Meldingen gewogen',
        formulier: 'weging',
        veld: null,
        waarde: null,
        telt: 'registraties',
      },
      {
        id: 'maatwerk',
        naam: 'Naar maatwerkoverleg',
        formulier: 'weging',
        veld: 'vervolg',
        waarde: 'maatwerkoverleg',
        telt: 'registraties',
      },
    ],
  },
);
