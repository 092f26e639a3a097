import { achter, dag, form, keuze, lang, tafel, verplicht, WGS } from './bouw.js';

/** Dossier A5 row 58. Contextinformatie is only given where a law allows it: off until a house turns it on. */
export const zsm = tafel('ZSM', 'Scenario’s en buikpijnzaken van de ZSM-tafel', WGS, {
  deelnemers: ['OM', 'Politie', 'Reclassering'],
  stappen: ['aanmelding', ['triage', 'Weging'], 'plan', 'monitoring', 'afsluiting'],
  schakelaars: [
    {
      id: 'contextinformatie',
      label: 'Contextinformatie geven',
      uitleg:
        'Zet dit pas aan als er een wettelijke grondslag voor is. Leg die vast in het privacyprotocol.',
      aan: false,
    },
  ],
  formulieren: [
    form('melding', 'Melding van ZSM', 'Bij elke zaak die de ZSM-tafel meldt.', [
      verplicht(dag('ontvangen', 'Ontvangen op')),
      verplicht(keuze('soort', 'Soort', 'scenario', 'buikpijnzaak')),
      lang('advies', 'Advies over de afdoening'),
      achter('contextinformatie', lang('context', 'Contextinformatie')),
      dag('terugkoppeling', 'Teruggekoppeld op'),
    ]),
  ],
  tellers: ['scenario', 'buikpijnzaak'].map((soort) => ({
    id: soort,
    naam: soort === 'scenario' ? 'Scenario’s' : 'Buikpijnzaken',
    formulier: 'melding',
    veld: 'soort',
    waarde: soort,
    telt: 'registraties' as const,
  })),
});
