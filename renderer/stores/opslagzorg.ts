/** What of the store of this device asks for attention, and when a backup or a drill is due. */
import { dagen, vandaagIso } from '../../shared/domein/datums.js';
import type { Kopiestand, Opslagstand } from '../vault/types.js';

/** What everybody must know, the gravest first. */
export type Zorg = 'vol' | 'onleesbaar' | 'ouder' | 'kopie';

/** Days after which a backup is old: a week of work is what a small house can do again. */
const KOPIE_DAGEN = 7;
/** BIO2 asks for a restore test a year. */
const OEFENING_DAGEN = 365;

export function zorgenVan(
  opslag: Pick<Opslagstand, 'vol' | 'onleesbaar' | 'ouder'>,
  kopie: Pick<Kopiestand, 'fout'>,
): readonly Zorg[] {
  const alle: readonly (readonly [Zorg, boolean])[] = [
    ['vol', opslag.vol],
    ['onleesbaar', opslag.onleesbaar !== null],
    ['ouder', opslag.ouder !== null],
    ['kopie', kopie.fout !== null],
  ];
  return alle.flatMap(([zorg, is]) => (is ? [zorg] : []));
}

/** Whole days since a moment, by the calendar of this device. */
const dagenOud = (op: string, vandaag: string): number =>
  Math.max(0, dagen(vandaagIso(new Date(op)), vandaag));

/** Days that the last backup is old; null as long as that is no reason to warn. `nooit`: there is none. */
export function kopieTeOud(
  laatste: Kopiestand['laatste'],
  vandaag: string,
): number | 'nooit' | null {
  if (laatste === null) return 'nooit';
  const oud = dagenOud(laatste.op, vandaag);
  return oud > KOPIE_DAGEN ? oud : null;
}

/** Whether a drill is due: never done, not succeeded, or more than a year ago. */
export const oefeningNodig = (oefening: Kopiestand['oefening'], vandaag: string): boolean =>
  oefening === null || !oefening.gelukt || dagenOud(oefening.op, vandaag) > OEFENING_DAGEN;
