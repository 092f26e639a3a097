import { CONVENANT, dag, form, janee, keuze, lang, tafel, tekst, verplicht } from './bouw.js';

/**
 * Dossier A5 rows 56 and 57. The five basisvoorwaarden are those of the Bestuurlijk Akkoord Kansen bieden voor
 * re-integratie (1 July 2019).
 */
const STAND = ['geregeld', 'bezig', 'niet geregeld', 'onbekend'];

export const reIntegratie = tafel(
  'Re-integratie ex-gedetineerden',
  'Terugkeer uit detentie voorbereiden',
  CONVENANT,
  {
    deelnemers: ['Gemeente', 'DJI', 'Reclassering'],
    stappen: ['aanmelding', 'plan', 'monitoring', 'afsluiting'],
    formulieren: [
      form('melding', 'Melding', 'Een keer per persoon en detentie.', [
        verplicht(tekst('gemeente', 'Gemeente van terugkeer')),
        dag('uitstroom', 'Datum van uitstroom'),
        janee('zelfmelder', 'Zelfmelder'),
      ]),
      form('basisvoorwaarden', 'Basisvoorwaarden', 'Bij de start en bij elke bespreking.', [
        verplicht(keuze('identiteitsbewijs', 'Identiteitsbewijs', ...STAND)),
        verplicht(keuze('inkomen', 'Werk en inkomen', ...STAND)),
        verplicht(keuze('huisvesting', 'Huisvesting', ...STAND)),
        verplicht(keuze('schulden', 'Schulden', ...STAND)),
        verplicht(keuze('zorg', 'Zorg', ...STAND)),
        lang('toelichting', 'Toelichting'),
      ]),
    ],
    tellers: [
      {
        id: 'personen',
        naam: 'Personen',
        formulier: 'melding',
        veld: null,
        waarde: null,
        telt: 'casussen',
      },
      {
        id: 'zelfmelders',
        naam: 'Zelfmelders',
        formulier: 'melding',
        veld: 'zelfmelder',
        waarde: 'ja',
        telt: 'casussen',
      },
    ],
  },
);
