import { PROCESREGIE } from './algemeen.js';
import { dag, form, keuze, lang, tafel, verplicht, WGS } from './bouw.js';

/** Dossier A5 row 55: the house leads in the aanloopfase and the re-integratiefase. */
export const isd = tafel('ISD', 'Plaatsing en terugkeer bij de ISD-maatregel volgen', WGS, {
  frequentie: 'maandelijks',
  deelnemers: ['OM', 'Reclassering', 'DJI', 'Gemeente', 'Politie'],
  formulieren: [
    form('fase', 'ISD-fase', 'Bij elke overgang naar een andere fase.', [
      verplicht(keuze('fase', 'Fase', 'aanloopfase', 'detentiefase', 're-integratiefase')),
      verplicht(dag('sinds', 'Begint op')),
      verplicht(keuze('regie', 'Regie', 'ZVH', 'OM', 'gemeente', 'DJI')),
      lang('toelichting', 'Toelichting'),
    ]),
    ...PROCESREGIE,
  ],
  tellers: ['aanloopfase', 'detentiefase', 're-integratiefase'].map((fase) => ({
    id: fase,
    naam: `Naar de ${fase}`,
    formulier: 'fase',
    veld: 'fase',
    waarde: fase,
    telt: 'casussen' as const,
  })),
});
