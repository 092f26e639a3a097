import { PROCESREGIE } from './algemeen.js';
import { dag, form, keuze, lang, tafel, tekst, verplicht, WGS } from './bouw.js';

/**
 * Dossier A6 rows 61 and 62. The indicators of the monitor are set by the landelijk meetinstrument and are not
 * in the sources: a house adds them here.
 */
export const levensloop = tafel('Levensloop', 'Opname in en verloop van de levensloopaanpak', WGS, {
  frequentie: 'maandelijks',
  deelnemers: ['GGZ', 'Reclassering', 'OM', 'Politie', 'Gemeente'],
  criteria: [
    { id: 'volwassen', tekst: 'De persoon is 18 jaar of ouder' },
    {
      id: 'gevaar',
      tekst: 'Er is gevaarlijk gedrag tegen anderen, of een hoog risico daarop',
    },
    {
      id: 'langdurig',
      tekst: 'De problematiek is langdurig, keert terug en is moeilijk te beheersen',
    },
    { id: 'structuur', tekst: 'Structuur, begrenzing en begeleiding zijn nodig' },
  ],
  stappen: ['aanmelding', ['triage', 'Inclusietafel'], 'plan', 'monitoring', 'afsluiting'],
  formulieren: [
    form('inclusie', 'Inclusiebesluit', 'Als de inclusietafel heeft besloten.', [
      verplicht(keuze('besluit', 'Besluit', 'opgenomen', 'aangehouden', 'niet opgenomen')),
      verplicht(dag('op', 'Besloten op')),
      tekst('aanbieder', 'Coördinerend levensloopaanbieder'),
      verplicht(lang('motivering', 'Motivering')),
    ]),
    form('monitor', 'Monitor', 'Op elke peildatum van de landelijke uitvraag.', [
      verplicht(dag('peildatum', 'Peildatum')),
      verplicht(keuze('zorgplan', 'Zorgplan', 'actueel', 'verouderd', 'ontbreekt')),
      verplicht(keuze('verloop', 'Verloop sinds de vorige keer', 'beter', 'gelijk', 'minder')),
      lang('knelpunten', 'Knelpunten'),
    ]),
    ...PROCESREGIE,
  ],
  tellers: [
    {
      id: 'geincludeerd',
      naam: 'Opgenomen',
      formulier: 'inclusie',
      veld: 'besluit',
      waarde: 'opgenomen',
      telt: 'casussen',
    },
  ],
});
