/**
 * JSON values as the merge sees them: equality, a canonical text, and paths into a document.
 *
 * A **path** names one field: object keys and ids of list items joined by `/`, for example
 * `besluiten/Qm9…/tekst`. In a key `~` is written `~0` and `/` is written `~1`, as in a JSON
 * Pointer (RFC 6901). Positions in a list are never used: they differ between devices.
 */
import type { JsonWaarde } from '../schema/index.js';

/** A value, or nothing at all: the key or the list item is not there. */
export type Misschien = JsonWaarde | undefined;
export type JsonObject = { [sleutel: string]: JsonWaarde };
export type Lijstitem = JsonObject & { id: string };

export function isObject(waarde: Misschien): waarde is JsonObject {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);
}

/** Own property, never one of the prototype: `__proto__` is a key like any other. */
export function sleutelVan(object: JsonObject, sleutel: string): Misschien {
  return Object.hasOwn(object, sleutel) ? object[sleutel] : undefined;
}

const heeftId = (w: JsonWaarde): w is Lijstitem =>
  isObject(w) && typeof sleutelVan(w, 'id') === 'string';

/** Items with an `id`, every id once. An empty list is one too. */
export function isLijstMetIds(waarde: readonly JsonWaarde[]): waarde is Lijstitem[] {
  return waarde.every(heeftId) && new Set(waarde.map((item) => item.id)).size === waarde.length;
}

export function isLijstVanWaarden(waarde: readonly JsonWaarde[]): boolean {
  return waarde.every((item) => typeof item !== 'object' || item === null);
}

export function gelijk(a: Misschien, b: Misschien): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => gelijk(item, b[i]));
  }
  if (isObject(a) && isObject(b)) {
    const sleutels = aanwezig(a);
    return (
      sleutels.length === aanwezig(b).length &&
      sleutels.every((s) => Object.hasOwn(b, s) && gelijk(a[s], b[s]))
    );
  }
  return false;
}

/** Keys with a value. A key that holds `undefined` does not survive JSON and counts as absent. */
function aanwezig(object: JsonObject): string[] {
  return Object.keys(object).filter((s) => object[s] !== undefined);
}

/** JSON with the keys of every object in code unit order: equal values give equal text. */
export function canoniekeJson(waarde: JsonWaarde): string {
  if (Array.isArray(waarde)) return `[${waarde.map(canoniekeJson).join(',')}]`;
  if (isObject(waarde)) {
    const delen = aanwezig(waarde)
      .sort(vergelijkTekst)
      .map((s) => `${JSON.stringify(s)}:${canoniekeJson(sleutelVan(waarde, s) ?? null)}`);
    return `{${delen.join(',')}}`;
  }
  return JSON.stringify(waarde);
}

/** Code unit order: the same in every locale and on every device. */
export const vergelijkTekst = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
export const vergelijkCanoniek = (a: JsonWaarde, b: JsonWaarde): number =>
  vergelijkTekst(canoniekeJson(a), canoniekeJson(b));

const padsleutel = (s: string): string => s.replaceAll('~', '~0').replaceAll('/', '~1');
const uitPadsleutel = (s: string): string => s.replaceAll('~1', '/').replaceAll('~0', '~');
/** The path one step further; `pad` is empty at the document itself. */
export const padNaar = (pad: string, sleutel: string): string =>
  pad === '' ? padsleutel(sleutel) : `${pad}/${padsleutel(sleutel)}`;
const stappenVan = (pad: string): string[] => pad.split('/').map(uitPadsleutel);

/** The value at a path; undefined when a key or list item on the way is not there. */
export function leesPad(doc: object, pad: string): Misschien {
  let hier: Misschien = doc as JsonObject;
  for (const stap of stappenVan(pad)) {
    if (Array.isArray(hier)) {
      const lijst: readonly JsonWaarde[] = hier;
      hier = lijst.find((item) => heeftId(item) && item.id === stap);
    } else if (isObject(hier)) hier = sleutelVan(hier, stap);
    else return undefined;
  }
  return hier;
}

/**
 * A copy of `doc` with `waarde` at the path. `undefined` takes the key or the list item away. When
 * the way to the field is gone (its list item was removed), the document is returned as it was.
 */
export function zetPad<T extends object>(doc: T, pad: string, waarde: Misschien): T {
  return zet(doc as unknown as JsonObject, stappenVan(pad), waarde) as unknown as T;
}

function zet(hier: JsonWaarde, stappen: readonly string[], waarde: Misschien): JsonWaarde {
  const [stap, ...rest] = stappen;
  if (stap === undefined) return waarde ?? null;
  if (Array.isArray(hier)) {
    if (rest.length > 0) {
      return hier.map((item) =>
        heeftId(item) && item.id === stap ? zet(item, rest, waarde) : item,
      );
    }
    if (waarde === undefined) return hier.filter((item) => !(heeftId(item) && item.id === stap));
    const is = hier.some((item) => heeftId(item) && item.id === stap);
    return is
      ? hier.map((item) => (heeftId(item) && item.id === stap ? waarde : item))
      : [...hier, waarde];
  }
  if (!isObject(hier)) return hier;
  if (rest.length > 0) {
    const kind = sleutelVan(hier, stap);
    return kind === undefined ? hier : metSleutel(hier, stap, zet(kind, rest, waarde));
  }
  return metSleutel(hier, stap, waarde);
}

/** Built from entries, because assignment to a key `__proto__` would set the prototype. */
function metSleutel(object: JsonObject, sleutel: string, waarde: Misschien): JsonObject {
  const paren = Object.entries(object).filter(([s]) => s !== sleutel || waarde !== undefined);
  if (waarde === undefined) return Object.fromEntries(paren.filter(([s]) => s !== sleutel));
  return Object.hasOwn(object, sleutel)
    ? Object.fromEntries(paren.map(([s, w]) => [s, s === sleutel ? waarde : w]))
    : Object.fromEntries([...paren, [sleutel, waarde]]);
}
