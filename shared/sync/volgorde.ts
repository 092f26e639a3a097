/**
 * The order of a merged list. Both devices must arrive at the same one, and it should be the one
 * that the users made.
 */
import { vergelijkTekst } from './json.js';

/**
 * Order for the ids in `blijft`, given the order in the basis and on both sides.
 *
 * - Ids that both sides have stand in the order of the side that moved them; when both did, in the
 *   canonically first of the two orders.
 * - An id that one side has stands after the same neighbour as it did there. What both sides put at
 *   one place stays together per side, in canonical order of the two groups.
 *
 * Symmetric in `mijn` and `hun`. Ids are unique within each list.
 */
export function voegVolgordeSamen(
  basis: readonly string[],
  mijn: readonly string[],
  hun: readonly string[],
  blijft: ReadonlySet<string>,
): string[] {
  const inHun = new Set(hun);
  const samen = new Set(mijn.filter((id) => blijft.has(id) && inHun.has(id)));
  const van = (lijst: readonly string[]): string[] => lijst.filter((id) => samen.has(id));
  const ruggengraat = kiesVolgorde(van(basis), van(mijn), van(hun));

  const mijnGroepen = groepenNa(mijn, samen, blijft);
  const hunGroepen = groepenNa(hun, samen, blijft);
  const uit: string[] = [];
  for (const anker of [BEGIN, ...ruggengraat]) {
    if (anker !== BEGIN) uit.push(anker);
    const groepen = [mijnGroepen.get(anker) ?? [], hunGroepen.get(anker) ?? []];
    groepen.sort((a, b) => vergelijkTekst(JSON.stringify(a), JSON.stringify(b)));
    uit.push(...groepen.flat());
  }
  return uit;
}

/** Stands before the first id. */
const BEGIN = null;

function kiesVolgorde(basis: string[], mijn: string[], hun: string[]): string[] {
  const inMijn = new Set(mijn);
  // Ids that the basis lacks have no place in it: compare the order of those that it has.
  const bekend = new Set(basis.filter((id) => inMijn.has(id)));
  const tekst = (lijst: string[]): string => JSON.stringify(lijst.filter((id) => bekend.has(id)));
  const was = tekst(basis);
  if (bekend.size === mijn.length) {
    if (tekst(mijn) === was) return hun;
    if (tekst(hun) === was) return mijn;
  }
  return vergelijkTekst(JSON.stringify(mijn), JSON.stringify(hun)) <= 0 ? mijn : hun;
}

/** Per common id (or the beginning): the ids of this side alone that follow it. */
function groepenNa(
  lijst: readonly string[],
  samen: ReadonlySet<string>,
  blijft: ReadonlySet<string>,
): Map<string | null, string[]> {
  const groepen = new Map<string | null, string[]>();
  let anker: string | null = BEGIN;
  for (const id of lijst) {
    if (samen.has(id)) anker = id;
    else if (blijft.has(id)) groepen.set(anker, [...(groepen.get(anker) ?? []), id]);
  }
  return groepen;
}
