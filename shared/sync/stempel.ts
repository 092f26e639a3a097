/**
 * Stamps: who judged or did what an object says, when, and on which version of a text. The application records them
 * with the rest of the object, so they go with it as a whole: where two people judged apart, what they judged is
 * the difference that is to be chosen in, and the stamp is that of the side whose judgement stands, never the name
 * of one with the time of the other.
 */
import type { JsonWaarde } from '../schema/index.js';
import { gelijk, isObject, leesPad, sleutelVan, vergelijkCanoniek, zetPad } from './json.js';
import type { JsonObject } from './json.js';

const VELDEN: readonly string[] = ['door', 'op', 'versie'];
export const isStempelveld = (sleutel: string): boolean => VELDEN.includes(sleutel);

const heeftStempel = (o: JsonObject): boolean =>
  typeof sleutelVan(o, 'door') === 'string' && typeof sleutelVan(o, 'op') === 'string';

const stempelVan = (o: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(o).filter(([s]) => isStempelveld(s)));

/** Both sides have one, so that they are merged as a whole. */
export const hebbenStempel = (mijn: JsonObject, hun: JsonObject): boolean =>
  heeftStempel(mijn) && heeftStempel(hun);

/** @param rest what the other fields of the object became */
export function voegStempelsSamen(
  basis: JsonObject,
  mijn: JsonObject,
  hun: JsonObject,
  rest: readonly (readonly [string, JsonWaarde])[],
): [string, JsonWaarde][] {
  const [b, m, h] = [basis, mijn, hun].map(stempelVan) as [JsonObject, JsonObject, JsonObject];
  const staat = (kant: JsonObject): boolean =>
    rest.every(([s, waarde]) => gelijk(sleutelVan(kant, s), waarde));
  const kies = (): JsonObject => {
    if (gelijk(m, b)) return h;
    if (gelijk(h, b)) return m;
    const vanMij = staat(mijn);
    if (vanMij !== staat(hun)) return vanMij ? m : h;
    return vergelijkCanoniek(m, h) <= 0 ? m : h;
  };
  return Object.entries<JsonWaarde>(kies() as Record<string, JsonWaarde>);
}

/** Who chooses between two judgements judges: the stamp beside the field, if there is one, becomes theirs. */
export function metStempel<T extends object>(doc: T, veld: string, door: string, op: string): T {
  const einde = veld.lastIndexOf('/');
  if (einde < 0) return doc;
  const pad = veld.slice(0, einde);
  const ouder = leesPad(doc, pad);
  if (!isObject(ouder) || !heeftStempel(ouder)) return doc;
  return zetPad(zetPad(doc, `${pad}/door`, door), `${pad}/op`, op);
}
