import { lokaleVerrijking, PROCESREGIE } from './algemeen.js';
import { dag, form, keuze, lang, tafel, tekst, verplicht, WGS } from './bouw.js';

/** Dossier A6 row 63; a pilot of three years. */
export const mda = tafel(
  'MDA++',
  'Aanpak van structureel huiselijk geweld en kindermishandeling',
  WGS,
  {
    deelnemers: ['Veilig Thuis', 'Gemeente', 'GGZ', 'Politie', 'OM'],
    criteria: [
      {
        id: 'structureel',
        tekst:
          'Het gezin is structureel onveilig en de reguliere inzet is zoveel mogelijk beproefd',
      },
    ],
    rollen: [
      { id: 'voorzitter', label: 'Voorzitter (ZVH)' },
      { id: 'contactpersoon', label: 'Vaste contactpersoon van het gezin' },
    ],
    formulieren: [
      form('team', 'Bespreking in een team', 'Na elke bijeenkomst van een team.', [
        verplicht(keuze('team', 'Team', 'analyseteam', 'casusteam')),
        verplicht(dag('op', 'Besproken op')),
        verplicht(keuze('fase', 'Fase', 'analyse', 'aanpak', 'evaluatie')),
        tekst('contactpersoon', 'Vaste contactpersoon'),
        lang('conclusie', 'Conclusie'),
      ]),
      lokaleVerrijking,
      ...PROCESREGIE,
    ],
    tellers: ['analyseteam', 'casusteam'].map((team) => ({
      id: team,
      naam: `Besprekingen in het ${team}`,
      formulier: 'team',
      veld: 'team',
      waarde: team,
      telt: 'registraties' as const,
    })),
  },
);
