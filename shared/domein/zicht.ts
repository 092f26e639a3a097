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

/** Which part of a case a document is; null: none that can be kept from anybody. */
export const dossieronderdeel = (
  collectie: string,
  doc: { readonly soort?: unknown },
): Onderdeel | null => {
  if (collectie === 'huis') return doc.soort === 'registratie' ? 'registraties' : null;
  return ONDERDELEN.find((o) => o === collectie) ?? null;
};

export const ziet = (
  onderdeel: Onderdeel,
  verborgen: readonly Onderdeel[],
  doc: Dossierdeel,
  ik: { readonly id: string; readonly organisatie: string },
): boolean =>
  !verborgen.includes(onderdeel) ||
  doc.gewijzigdDoor === ik.id ||
  (doc.eigenaar !== undefined && doc.eigenaar === ik.organisatie);
