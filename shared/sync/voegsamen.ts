/**
 * The three-way merge: what becomes of two versions of one document that were made without
 * knowledge of each other, from a state that both knew.
 *
 * Rules, for the value at every path:
 * 1. Equal on both sides: that. Changed on one side: the change. To resolve a conflict is a change,
 *    even when the value stays what it was.
 * 2. Objects on both sides: key by key.
 * 3. Lists of objects with an `id`: as sets by id, the items merged as objects, and the order as in
 *    `volgorde.ts`. Lists of plain values: as sets.
 * 4. Removed here and changed there (a key or an item): the changed one stays.
 * 5. Fields that nobody enters (`MEELOPEND`): the canonically first value. A stamp inside an object goes as a whole
 *    with what it is of (`stempel.ts`).
 * 6. Texts: by paragraph, as in `alineas.ts`, when there is no other conflict on this path. A text of one line
 *    is one paragraph.
 * 7. Anything else that both changed differently is a **conflict**: the field gets the canonically
 *    first value, and `conflicten` gets, or extends, the entry of this path with both. Nothing that
 *    anybody wrote is dropped.
 *
 * Pure. Symmetric in `mijn` and `hun`, so two devices arrive at the same bytes, and idempotent:
 * `voegSamen(b, x, x)` is x, and merging the result with one of its sides again changes nothing.
 * `versie`, `gewijzigdDoor` and `gewijzigdOp` are no part of it: they are taken from the side with
 * the greater `versie`, and the caller stamps the result.
 */
import { STEMPELS } from '../schema/index.js';
import type { Basisdocument, ConflictWaarde, JsonWaarde, OpenConflict } from '../schema/index.js';
import { voegAlineasSamen } from './alineas.js';
import { opgelost, perPad, verenig, verenigWaarden, voegConflictenSamen } from './conflicten.js';
import {
  canoniekeJson,
  gelijk,
  isLijstMetIds,
  isLijstVanWaarden,
  isObject,
  leesPad,
  padNaar,
  sleutelVan,
  vergelijkCanoniek,
  vergelijkTekst,
} from './json.js';
import type { JsonObject, Lijstitem, Misschien } from './json.js';
import { hebbenStempel, isStempelveld, voegStempelsSamen } from './stempel.js';
import { voegVolgordeSamen } from './volgorde.js';

export { leesPad, zetPad } from './json.js';

/**
 * Fields that follow what people do rather than being entered: where a meeting is, and since when.
 * Two devices at one table set them moments apart; nobody wants to be asked which it was. The
 * canonically first value stands, without a conflict.
 */
const MEELOPEND = new Set(['fase', 'faseSinds']);

/**
 * @param basis state that both sides started from; null when both made the document anew
 * @param perAlinea false: texts are taken whole
 */
export function voegSamen<T extends Basisdocument>(
  basis: T | null,
  mijn: T,
  hun: T,
  perAlinea = true,
): T {
  const conflicten = {
    basis: perPad(basis?.conflicten ?? []),
    mijn: perPad(mijn.conflicten),
    hun: perPad(hun.conflicten),
  };
  const waardeVan = (pad: string, kant: 'mijn' | 'hun'): ConflictWaarde => {
    const doc = kant === 'mijn' ? mijn : hun;
    const waarde = leesPad(doc, pad) ?? null;
    const bekend = conflicten[kant].get(pad)?.waarden.find((w) => gelijk(w.waarde, waarde));
    return bekend ?? { waarde, door: doc.gewijzigdDoor, op: doc.gewijzigdOp };
  };
  const werk: Werk = {
    perAlinea,
    mijnOpgelost: opgelost(conflicten.basis, conflicten.mijn),
    hunOpgelost: opgelost(conflicten.basis, conflicten.hun),
    conflicten: voegConflictenSamen(conflicten.basis, conflicten.mijn, conflicten.hun, waardeVan),
    waardeVan,
  };
  const velden = voegObjectenSamen(werk, '', inhoud(basis), inhoud(mijn), inhoud(hun));
  const stempel = stempelVan(mijn, hun);
  return {
    ...velden,
    id: stempel.id,
    vak: stempel.vak,
    versie: stempel.versie,
    gewijzigdDoor: stempel.gewijzigdDoor,
    gewijzigdOp: stempel.gewijzigdOp,
    conflicten: [...werk.conflicten.values()].sort((a, b) => vergelijkTekst(a.id, b.id)),
  } as unknown as T;
}

/** A document, or its tombstone. The body of a tombstone says nothing: it may have been blanked. */
export interface Stand<T> {
  readonly doc: T;
  readonly verwijderd: boolean;
}

/** `voegSamen` for documents that may have been deleted: an edit wins from a deletion. */
export function voegStandenSamen<T extends Basisdocument>(
  basis: Stand<T> | null,
  mijn: Stand<T>,
  hun: Stand<T>,
): Stand<T> {
  const was = basis && !basis.verwijderd ? basis.doc : null;
  if (mijn.verwijderd && hun.verwijderd) {
    return { doc: stempelVan(mijn.doc, hun.doc), verwijderd: true };
  }
  if (!mijn.verwijderd && !hun.verwijderd) {
    return { doc: voegSamen(was, mijn.doc, hun.doc), verwijderd: false };
  }
  const [levend, weg] = mijn.verwijderd ? [hun, mijn] : [mijn, hun];
  return was && zelfdeInhoud(was, levend.doc) ? weg : levend;
}

/** Equal apart from the stamps. */
export function zelfdeInhoud<T extends Basisdocument>(a: T, b: T): boolean {
  return gelijk(inhoud(a), inhoud(b)) && gelijk(a.conflicten, b.conflicten);
}

interface Werk {
  readonly perAlinea: boolean;
  readonly mijnOpgelost: ReadonlySet<string>;
  readonly hunOpgelost: ReadonlySet<string>;
  /** Result so far, by path. */
  readonly conflicten: Map<string, OpenConflict>;
  readonly waardeVan: (pad: string, kant: 'mijn' | 'hun') => ConflictWaarde;
}

function voegWaardenSamen(
  werk: Werk,
  pad: string,
  basis: Misschien,
  mijn: Misschien,
  hun: Misschien,
): Misschien {
  if (gelijk(mijn, hun)) return eersteSpelling(mijn, hun);
  if (gelijk(mijn, basis) && !raakt(werk.mijnOpgelost, pad)) return hun;
  if (gelijk(hun, basis) && !raakt(werk.hunOpgelost, pad)) return mijn;
  if (mijn === undefined) return hun;
  if (hun === undefined) return mijn;
  if (isObject(mijn) && isObject(hun)) {
    return voegObjectenSamen(werk, pad, isObject(basis) ? basis : {}, mijn, hun);
  }
  if (Array.isArray(mijn) && Array.isArray(hun)) {
    const was = Array.isArray(basis) ? basis : [];
    if (isLijstMetIds(mijn) && isLijstMetIds(hun)) {
      return voegItemsSamen(werk, pad, isLijstMetIds(was) ? was : [], mijn, hun);
    }
    if (isLijstVanWaarden(mijn) && isLijstVanWaarden(hun)) {
      return voegVerzamelingenSamen(was, mijn, hun);
    }
  }
  return tekstSamen(werk, pad, basis, mijn, hun) ?? botsing(werk, pad, basis, mijn, hun);
}

/** Null when it is no text, or cannot be merged. Where people already disagree, they choose first. */
function tekstSamen(
  werk: Werk,
  pad: string,
  basis: Misschien,
  mijn: JsonWaarde,
  hun: JsonWaarde,
): string | null {
  if (typeof basis !== 'string' || typeof mijn !== 'string' || typeof hun !== 'string') return null;
  const omstreden =
    werk.conflicten.has(pad) || werk.mijnOpgelost.has(pad) || werk.hunOpgelost.has(pad);
  return werk.perAlinea && !omstreden ? voegAlineasSamen(basis, mijn, hun) : null;
}

/** Of two equal values, whose keys may stand in another order, the one that both sides would take. */
function eersteSpelling(mijn: Misschien, hun: Misschien): Misschien {
  if (typeof mijn !== 'object' || mijn === null || mijn === hun) return mijn;
  return JSON.stringify(mijn) <= JSON.stringify(hun) ? mijn : hun;
}

/** Whether one of the resolved paths is this one, or lies below it. */
function raakt(paden: ReadonlySet<string>, pad: string): boolean {
  if (paden.size === 0) return false;
  return paden.has(pad) || [...paden].some((p) => p.startsWith(`${pad}/`));
}

function voegObjectenSamen(
  werk: Werk,
  pad: string,
  basis: JsonObject,
  mijn: JsonObject,
  hun: JsonObject,
): JsonObject {
  // Keys in order: two devices that merge the same must write the same bytes.
  const sleutels = [...new Set([...Object.keys(mijn), ...Object.keys(hun)])].sort(vergelijkTekst);
  const paren: [string, JsonWaarde][] = [];
  const stempel = pad !== '' && hebbenStempel(mijn, hun);
  for (const s of sleutels) {
    if (stempel && isStempelveld(s)) continue;
    const waarde = voegWaardenSamen(
      werk,
      padNaar(pad, s),
      sleutelVan(basis, s),
      sleutelVan(mijn, s),
      sleutelVan(hun, s),
    );
    if (waarde !== undefined) paren.push([s, waarde]);
  }
  if (stempel) {
    paren.push(...voegStempelsSamen(basis, mijn, hun, paren));
    paren.sort(([a], [b]) => vergelijkTekst(a, b));
  }
  return Object.fromEntries(paren);
}

function voegItemsSamen(
  werk: Werk,
  pad: string,
  basis: readonly Lijstitem[],
  mijn: readonly Lijstitem[],
  hun: readonly Lijstitem[],
): JsonWaarde[] {
  const [b, m, h] = [perId(basis), perId(mijn), perId(hun)];
  const items = new Map<string, JsonWaarde>();
  for (const id of new Set([...m.keys(), ...h.keys()])) {
    const item = voegWaardenSamen(werk, padNaar(pad, id), b.get(id), m.get(id), h.get(id));
    if (item !== undefined) items.set(id, item);
  }
  return naarVolgorde(items, [...b.keys()], [...m.keys()], [...h.keys()]);
}

function voegVerzamelingenSamen(
  basis: readonly JsonWaarde[],
  mijn: readonly JsonWaarde[],
  hun: readonly JsonWaarde[],
): JsonWaarde[] {
  const [b, m, h] = [perTekst(basis), perTekst(mijn), perTekst(hun)];
  const blijft = [...new Map([...m, ...h])].filter(([k]) => (m.has(k) && h.has(k)) || !b.has(k));
  return naarVolgorde(new Map(blijft), [...b.keys()], [...m.keys()], [...h.keys()]);
}

function naarVolgorde(
  items: ReadonlyMap<string, JsonWaarde>,
  basis: readonly string[],
  mijn: readonly string[],
  hun: readonly string[],
): JsonWaarde[] {
  return voegVolgordeSamen(basis, mijn, hun, new Set(items.keys())).flatMap((sleutel) => {
    const item = items.get(sleutel);
    return item === undefined ? [] : [item];
  });
}

function botsing(
  werk: Werk,
  pad: string,
  basis: Misschien,
  mijn: JsonWaarde,
  hun: JsonWaarde,
): JsonWaarde {
  const gekozen = vergelijkCanoniek(mijn, hun) <= 0 ? mijn : hun;
  if (MEELOPEND.has(pad)) return gekozen;
  const nieuw: OpenConflict = {
    id: pad,
    basis: basis ?? null,
    waarden: verenigWaarden([werk.waardeVan(pad, 'mijn')], [werk.waardeVan(pad, 'hun')]),
  };
  const open = werk.conflicten.get(pad);
  werk.conflicten.set(pad, open ? verenig(open, nieuw) : nieuw);
  return gekozen;
}

const perId = (lijst: readonly Lijstitem[]): Map<string, Lijstitem> =>
  new Map(lijst.map((item) => [item.id, item]));
const perTekst = (lijst: readonly JsonWaarde[]): Map<string, JsonWaarde> =>
  new Map(lijst.map((item) => [canoniekeJson(item), item]));

function inhoud(doc: Basisdocument | null): JsonObject {
  if (!doc) return {};
  return Object.fromEntries(
    Object.entries(doc as unknown as JsonObject).filter(([s]) => !STEMPELS.has(s)),
  );
}

function stempelVan<T extends Basisdocument>(mijn: T, hun: T): T {
  const tekst = (d: T): string => [d.versie, d.gewijzigdDoor, d.gewijzigdOp].join('\n');
  return tekst(mijn) >= tekst(hun) ? mijn : hun;
}
