/** Weighing aanmeldingen, alone or together, and what is counted of it (dossier A1 rows 8–11, A2 row 16). */
import type { Aanmelding } from '../schema/index.js';
import { volledigheid } from './aanmelding.js';
import { vandaagIso } from './datums.js';
import { vergelijkTekst } from './namen.js';
import type { IsoDate, Onveranderlijk } from './soorten.js';

type A = Onveranderlijk<Aanmelding>;

export type Uitkomst = Exclude<A['status'], 'nieuw'>;

/** The day on which it came in, on the clock of this device. */
export const ontvangenDag = (a: Pick<A, 'ontvangenOp'>): IsoDate =>
  vandaagIso(new Date(a.ontvangenOp));

/**
 * The day on which it was decided; null while it was not. Every decision records its day (`triage.op`); what
 * was decided by a version that did not yet is counted on the day that it came in.
 */
export const getrieerdOp = (a: Pick<A, 'status' | 'triage' | 'ontvangenOp'>): IsoDate | null =>
  a.status === 'nieuw' ? null : (a.triage?.op ?? ontvangenDag(a));

/** Weighed with others, not by the bureau alone. */
export const isSamen = (a: Pick<A, 'triage'>): boolean => (a.triage?.met.length ?? 0) > 0;

/** On the list of a tafel for a day, and not decided yet or decided there. */
export const staatOpLijst = (a: Pick<A, 'triage'>, tafel: string, op: IsoDate): boolean =>
  a.triage !== undefined && a.triage.tafel === tafel && a.triage.op === op;

export interface Triagetelling {
  /** Null is of all gemeenten. */
  readonly gemeente: string | null;
  /** Came in during the period. */
  readonly aangemeld: number;
  readonly spoed: number;
  /** Of what came in: those of which everything that triage asks was delivered. */
  readonly volledig: number;
  /** Decided during the period, whenever it came in. */
  readonly getrieerd: number;
  readonly samen: number;
  /** Of the decided ones. */
  readonly opgepakt: number;
  readonly doorgeleid: number;
  readonly advies: number;
  readonly afgewezen: number;
}

/**
 * Counts of a period, `van` and `tot` included: first all of them, then by gemeente in the order of names. A
 * gemeente of which nothing came in and nothing was decided is not there.
 */
export function telTriage(
  aanmeldingen: readonly A[],
  van: IsoDate,
  tot: IsoDate,
): readonly Triagetelling[] {
  const in_ = (dag: IsoDate | null): boolean => dag !== null && dag >= van && dag <= tot;
  const tel = (gemeente: string | null): Triagetelling => {
    const alle = aanmeldingen.filter((a) => gemeente === null || a.gemeente === gemeente);
    const binnen = alle.filter((a) => in_(ontvangenDag(a)));
    const besloten = alle.filter((a) => in_(getrieerdOp(a)));
    const met = (uitkomst: Uitkomst): number =>
      besloten.filter((a) => a.status === uitkomst).length;
    return {
      gemeente,
      aangemeld: binnen.length,
      spoed: binnen.filter((a) => a.spoed).length,
      volledig: binnen.filter((a) => volledigheid(a).mist.length === 0).length,
      getrieerd: besloten.length,
      samen: besloten.filter(isSamen).length,
      opgepakt: met('geaccepteerd'),
      doorgeleid: met('doorgeleid'),
      advies: met('advies'),
      afgewezen: met('afgewezen'),
    };
  };
  const gemeenten = [...new Set(aanmeldingen.map((a) => a.gemeente))].toSorted(vergelijkTekst);
  return [tel(null), ...gemeenten.map(tel).filter((t) => t.aangemeld > 0 || t.getrieerd > 0)];
}
