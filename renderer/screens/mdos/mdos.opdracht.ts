import { CalendarPlus, Play } from 'lucide-react';
import { vandaagIso } from '../../../shared/domein/datums.js';
import { vergelijkOverleg } from '../../../shared/domein/casusregels.js';
import type { OverlegDoc } from '../../stores/mdo.js';
import type { Opdracht } from '../../stores/opdracht.js';
import type { Kluis } from '../../vault/types.js';

/** The meeting that is under way, else the next one of today, of me first. */
function volgende(kluis: Kluis): OverlegDoc | undefined {
  const vandaag = vandaagIso();
  const vanMij = (o: OverlegDoc): boolean =>
    kluis.haal('casussen', o.casus)?.procesregisseur === kluis.ik.naam;
  const open = kluis
    .alle('overleggen')
    .filter((o) => o.datum === vandaag && (o.status === 'bezig' || o.status === 'gepland'))
    .sort(
      (a, b) =>
        Number(b.status === 'bezig') - Number(a.status === 'bezig') ||
        Number(vanMij(b)) - Number(vanMij(a)) ||
        vergelijkOverleg(a, b),
    );
  return open[0];
}

export const opdrachten: readonly Opdracht[] = [
  {
    id: 'mdo-vandaag',
    naam: { nl: 'MDO van vandaag openen', en: 'Open today’s MDO' },
    zoekwoorden: 'starten overleg vergadering meeting start',
    icoon: Play,
    kan: ({ kluis }) => volgende(kluis) !== undefined,
    voerUit: ({ kluis, ga }) => {
      const overleg = volgende(kluis);
      if (overleg !== undefined) ga(`/mdo/${overleg.id}`);
    },
  },
  {
    id: 'mdo-plannen',
    naam: { nl: 'MDO plannen', en: 'Plan an MDO' },
    zoekwoorden: 'nieuw overleg agenda new meeting',
    icoon: CalendarPlus,
    voerUit: ({ ga }) => ga('/mdos/plannen'),
  },
];
