/**
 * Handing over a case, or the caseload of a colleague who leaves (dossier A3 row 43). What goes along is a note:
 * made of what the case says, and then rewritten by whoever hands over.
 */
import type { Actie, Casus, Overleg } from '../schema/index.js';
import { staatNogTeKomen, vergelijkOverleg } from './casusregels.js';
import { nlDatum, teLaat } from './datums.js';
import { houderInWoorden, lopendeRollen, rolLabel } from './rollen.js';
import type { IsoDate, Onveranderlijk, Taal } from './soorten.js';
import { opTekens } from './tekst.js';

type Doc<T> = Onveranderlijk<T>;

export interface Overdrachtbron {
  readonly casus: Doc<Casus>;
  readonly acties: readonly Doc<Actie>[];
  readonly overleggen: readonly Doc<Overleg>[];
}

const WOORDEN = {
  nl: {
    rollen: 'Rollen',
    sinds: 'sinds',
    overleg: 'Volgend overleg',
    geenOverleg: 'Er is geen overleg gepland.',
    acties: 'Open acties',
    geenActies: 'Er staan geen acties open.',
    laat: 'te laat',
    zonder: 'zonder termijn',
    beperkt: (n: number) =>
      n === 1
        ? '1 beperkte actie staat alleen in het plan.'
        : `${n} beperkte acties staan alleen in het plan.`,
    doelen: 'Doelen die nog lopen',
  },
  en: {
    rollen: 'Roles',
    sinds: 'since',
    overleg: 'Next meeting',
    geenOverleg: 'No meeting is planned.',
    acties: 'Open actions',
    geenActies: 'No actions are open.',
    laat: 'overdue',
    zonder: 'no deadline',
    beperkt: (n: number) =>
      n === 1
        ? '1 restricted action stands in the plan only.'
        : `${n} restricted actions stand in the plan only.`,
    doelen: 'Goals still to reach',
  },
} as const;

/**
 * A first version of the note: who has which role, the next meeting, goals and open actions. An action that is
 * for fewer eyes than the case is counted and not told: the note stands in the timeline.
 */
export function stelOverdrachtSamen(
  { casus, acties, overleggen }: Overdrachtbron,
  vandaag: IsoDate,
  taal: Taal = 'nl',
): string {
  const w = WOORDEN[taal];
  const rollen = lopendeRollen(casus).map(
    (r) => `- ${rolLabel(r.rol, taal)}: ${houderInWoorden(r)}, ${w.sinds} ${nlDatum(r.van, taal)}`,
  );
  const komend = overleggen
    .filter((o) => staatNogTeKomen(o, vandaag))
    .toSorted(vergelijkOverleg)[0];
  const open = acties.filter((a) => a.status === 'open');
  const regels = open
    .filter((a) => !a.beperkt)
    .toSorted((a, b) => opTekens(a.deadline ?? '9999', b.deadline ?? '9999'))
    .map((a) => {
      const wanneer = a.deadline === null ? w.zonder : nlDatum(a.deadline, taal);
      const laat = teLaat(a.deadline, vandaag) > 0 ? ` (${w.laat})` : '';
      return `- ${wanneer}${laat}: ${a.omschrijving}, ${a.eigenaar}`;
    });
  const beperkt = open.filter((a) => a.beperkt).length;
  const doelen = casus.doelen.filter((d) => !d.behaald).map((d) => `- ${d.tekst}`);
  return [
    [w.rollen, ...rollen],
    [
      w.overleg,
      komend === undefined
        ? w.geenOverleg
        : `- ${komend.soort}, ${nlDatum(komend.datum, taal)} ${komend.begin ?? ''}`.trimEnd(),
    ],
    doelen.length === 0 ? [] : [w.doelen, ...doelen],
    [
      w.acties,
      ...(open.length === 0 ? [w.geenActies] : regels),
      ...(beperkt === 0 ? [] : [w.beperkt(beperkt)]),
    ],
  ]
    .filter((deel) => deel.length > 0)
    .map((deel) => deel.join('\n'))
    .join('\n\n');
}

export type Caseloadrol = 'procesregisseur' | 'backup-regisseur';
export interface Caseloadregel {
  readonly casus: Doc<Casus>;
  readonly rol: Caseloadrol;
}

/** The running cases of a colleague: those with the regie first, and then as back-up. */
export function caseloadVan(
  casussen: readonly Doc<Casus>[],
  isVan: (naam: string | null) => boolean,
): readonly Caseloadregel[] {
  const lopend = casussen
    .filter((c) => c.sluitdatum === null)
    .toSorted((a, b) => opTekens(a.nummer, b.nummer));
  return [
    ...lopend
      .filter((c) => isVan(c.procesregisseur))
      .map((casus) => ({ casus, rol: 'procesregisseur' as const })),
    ...lopend
      .filter((c) => isVan(c.backupRegisseur))
      .map((casus) => ({ casus, rol: 'backup-regisseur' as const })),
  ];
}
