/**
 * Which parts of a case somebody from outside sees: what the tafel is set up to show to their role, and always
 * what they wrote or have to do themselves. It is what the screens show. What must not be on the device of
 * a partner at all is written for fewer eyes, under a key of its own (`renderer/stores/besloten.ts`).
 */
import { ONDERDELEN, type Onderdeel } from '../schema/index.js';

/** A document of a case, as far as it matters here. */
export interface Dossierdeel {
  readonly gewijzigdDoor: string;
  /** Of an action: the organisation that carries it out. */
  readonly eigenaar?: string;
}

export const isOnderdeel = (collectie: string): collectie is Onderdeel =>
  ONDERDELEN.some((o) => o === collectie);

export const ziet = (
  onderdeel: Onderdeel,
  verborgen: readonly Onderdeel[],
  doc: Dossierdeel,
  ik: { readonly id: string; readonly organisatie: string },
): boolean =>
  !verborgen.includes(onderdeel) ||
  doc.gewijzigdDoor === ik.id ||
  (doc.eigenaar !== undefined && doc.eigenaar === ik.organisatie);
