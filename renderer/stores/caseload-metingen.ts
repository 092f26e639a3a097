/** The scores of a case over time. */
import {
  LEEFGEBIEDEN,
  leefgebiedLabel,
  verloop,
  type Leefgebiedenlijst,
  type Taal,
  type Verloop,
} from '../../shared/domein/index.js';
import type { MetingDoc } from './caseload.js';

export interface Leefgebiedverloop {
  readonly code: string;
  readonly label: string;
  /** A score per meting, in order of time; null where not scored. */
  readonly scores: readonly (number | null)[];
  /** Last score that there is. */
  readonly nu: number | null;
  /** Against the score before it. */
  readonly verloop: Verloop | null;
}

export const opDatum = (metingen: readonly MetingDoc[]): readonly MetingDoc[] =>
  metingen.toSorted((a, b) => (a.datum < b.datum ? -1 : a.datum > b.datum ? 1 : 0));

/**
 * One line per leefgebied that is on the list or was ever scored: old metingen keep the list they
 * were scored on, so a code that the present list does not know still shows.
 */
export function leefgebiedenVan(
  metingen: readonly MetingDoc[],
  taal: Taal,
  lijst: Leefgebiedenlijst = LEEFGEBIEDEN,
): readonly Leefgebiedverloop[] {
  const rij = opDatum(metingen);
  const codes = new Set(lijst.waarden.map((w) => w.id));
  for (const m of rij) for (const code of Object.keys(m.scores)) codes.add(code);
  return [...codes].map((code) => {
    const scores = rij.map((m) => m.scores[code]?.score ?? null);
    const gescoord = scores.filter((s) => s !== null);
    return {
      code,
      label: leefgebiedLabel(code, taal, lijst),
      scores,
      nu: gescoord.at(-1) ?? null,
      verloop: verloop(gescoord.at(-2), gescoord.at(-1)),
    };
  });
}

/** How many leefgebieden went up, down or stayed between the last two metingen; null with fewer than two. */
export function verloopVan(metingen: readonly MetingDoc[]): {
  readonly beter: number;
  readonly minder: number;
  readonly gelijk: number;
  readonly sinds: string;
} | null {
  const [vorige, laatste] = opDatum(metingen).slice(-2);
  if (vorige === undefined || laatste === undefined) return null;
  const telling = { beter: 0, minder: 0, gelijk: 0 };
  for (const [code, { score }] of Object.entries(laatste.scores)) {
    const stand = verloop(vorige.scores[code]?.score, score);
    if (stand !== null) telling[stand] += 1;
  }
  return { ...telling, sinds: vorige.datum };
}
