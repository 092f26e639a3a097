import { CONVENANT, dag, form, keuze, lang, tafel, verplicht } from './bouw.js';

/** Dossier A5 row 53: bestuurlijke informatie justitiabelen, in mandate of the burgemeester. */
export const bij = tafel(
  'BIJ',
  'Bestuurlijke informatie over terugkerende justitiabelen bespreken',
  CONVENANT,
  {
    frequentie: 'tweewekelijks',
    deelnemers: ['Gemeente', 'Politie', 'OM', 'Reclassering'],
    stappen: ['aanmelding', ['triage', 'Weging'], 'plan', 'monitoring', 'afsluiting'],
    formulieren: [
      form('melding', 'BIJ-melding', 'Zodra de burgemeester een melding krijgt.', [
        verplicht(dag('ontvangen', 'Melding ontvangen op')),
        verplicht(keuze('categorie', 'Categorie', 'zeden', 'ernstig geweld')),
        keuze('aanleiding', 'Aanleiding', 'terugkeer', 'verlof'),
        dag('terugkeer', 'Datum van terugkeer of verlof'),
      ]),
      form('weging', 'Weging', 'Als het onderzoek klaar is.', [
        verplicht(lang('onderzoek', 'Onderzoek')),
        verplicht(keuze('uitkomst', 'Weging', 'maatregel', 'casus', 'volgen', 'geen actie')),
        lang('maatregel', 'Maatregel'),
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
    ],
  },
);
