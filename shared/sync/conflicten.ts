/** The open conflicts of a document, as a set by path that is itself merged three ways. */
import type { ConflictWaarde, JsonWaarde, OpenConflict } from '../schema/index.js';
import { canoniekeJson, gelijk, vergelijkCanoniek, vergelijkTekst } from './json.js';

type PerPad = ReadonlyMap<string, OpenConflict>;

/**
 * Every different value once, in canonical order. Of one value written by two people the canonically
 * first author is named.
 */
export function verenigWaarden(
  ...lijsten: readonly (readonly ConflictWaarde[])[]
): ConflictWaarde[] {
  const perWaarde = new Map<string, ConflictWaarde>();
  for (const waarde of lijsten.flat()) {
    const sleutel = canoniekeJson(waarde.waarde);
    const ander = perWaarde.get(sleutel);
    if (!ander || vergelijkCanoniek(waarde, ander) < 0) perWaarde.set(sleutel, waarde);
  }
  return [...perWaarde].sort(([a], [b]) => vergelijkTekst(a, b)).map(([, waarde]) => waarde);
}

export function verenig(a: OpenConflict, b: OpenConflict): OpenConflict {
  return {
    id: a.id,
    basis: vergelijkCanoniek(a.basis, b.basis) <= 0 ? a.basis : b.basis,
    waarden: verenigWaarden(a.waarden, b.waarden),
  };
}

export const perPad = (conflicten: readonly OpenConflict[]): Map<string, OpenConflict> =>
  new Map(conflicten.map((c) => [c.id, c]));

/** Paths of the conflicts that a side resolved since the basis. */
export const opgelost = (basis: PerPad, kant: PerPad): Set<string> =>
  new Set([...basis.keys()].filter((pad) => !kant.has(pad)));

/**
 * Conflicts after the merge, apart from the ones that the merge itself finds.
 * Resolved there and untouched here: gone. Resolved there and extended here: open again, between
 * what was chosen and what came after. Extended on both sides: the union.
 *
 * `gekozen(pad, kant)` is the value that the field has on a side, with its author.
 */
export function voegConflictenSamen(
  basis: PerPad,
  mijn: PerPad,
  hun: PerPad,
  gekozen: (pad: string, kant: 'mijn' | 'hun') => ConflictWaarde,
): Map<string, OpenConflict> {
  const uit = new Map<string, OpenConflict>();
  for (const pad of new Set([...mijn.keys(), ...hun.keys()])) {
    const [b, m, h] = [basis.get(pad), mijn.get(pad), hun.get(pad)];
    const samen =
      m && h
        ? voegEnSamen(b, m, h)
        : m
          ? heropen(b, m, () => gekozen(pad, 'hun'))
          : h && heropen(b, h, () => gekozen(pad, 'mijn'));
    if (samen) uit.set(pad, samen);
  }
  return uit;
}

function voegEnSamen(b: OpenConflict | undefined, m: OpenConflict, h: OpenConflict): OpenConflict {
  if (b && gelijk(alsJson(m), alsJson(b))) return h;
  if (b && gelijk(alsJson(h), alsJson(b))) return m;
  return verenig(m, h);
}

function heropen(
  basis: OpenConflict | undefined,
  open: OpenConflict,
  keuze: () => ConflictWaarde,
): OpenConflict | undefined {
  if (!basis) return open;
  if (gelijk(alsJson(open), alsJson(basis))) return undefined;
  const bekend = new Set(basis.waarden.map((w) => canoniekeJson(w.waarde)));
  const nieuw = open.waarden.filter((w) => !bekend.has(canoniekeJson(w.waarde)));
  const waarden = verenigWaarden(nieuw.length > 0 ? nieuw : open.waarden, [keuze()]);
  return waarden.length > 1 ? { id: open.id, basis: open.basis, waarden } : undefined;
}

const alsJson = (conflict: OpenConflict): JsonWaarde => conflict;
