/**
 * Where two states of a document come from, so that they merge from what both began with.
 *
 * A version is a random stamp and says nothing of order. What a device has includes everything that it
 * had before, so every version that it ever gave away, took in, or had from the endpoint is an ancestor of
 * what it has now. Versions that came from the same endpoint are in order of their volgnummer besides.
 */
import type { Document, Huisstand } from '../sync/index.js';

export interface Lijn {
  readonly doc: Document;
  /** Versions that are in it, the most recently shared first; its own is not among them. */
  readonly van: readonly string[];
  readonly huis: Pick<Huisstand, 'versie' | 'nummer'> | null;
  /** Contents of versions in `van`. */
  readonly bases: readonly Document[];
}

export type Vergelijking =
  /** Theirs is in mine. */
  | { readonly soort: 'hier' }
  /** They did not change it: it is at the endpoint, and comes with the sync, in its order. */
  | { readonly soort: 'elders' }
  /** Mine is in theirs. */
  | { readonly soort: 'vooruit' }
  /** Neither; `basis` is what both come from, as far as it is known. */
  | { readonly soort: 'samen'; readonly basis: Document | null };

/** @param zelfdeHuis both numbers are of the same endpoint */
export function vergelijk(mijn: Lijn, hun: Lijn, zelfdeHuis: boolean): Vergelijking {
  const inMijn = new Set([mijn.doc.versie, ...mijn.van]);
  const inHun = new Set([hun.doc.versie, ...hun.van]);
  const [m, h] = [mijn.huis, hun.huis];
  if (zelfdeHuis && m && h && m.nummer !== null && h.nummer !== null) {
    if (m.nummer > h.nummer) inMijn.add(h.versie);
    else inHun.add(m.versie);
  }
  if (inMijn.has(hun.doc.versie)) return { soort: 'hier' };
  if (inHun.has(mijn.doc.versie)) return { soort: 'vooruit' };
  const inhoud = new Map(
    [...hun.bases, hun.doc, ...mijn.bases, mijn.doc].map((doc) => [doc.versie, doc]),
  );
  const samen = [...mijn.van, ...hun.van].find(
    (versie) => inMijn.has(versie) && inHun.has(versie) && inhoud.has(versie),
  );
  if (samen !== undefined) return { soort: 'samen', basis: inhoud.get(samen) ?? null };
  if (zelfdeHuis && m && hun.doc.versie === h?.versie) return { soort: 'elders' };
  return { soort: 'samen', basis: null };
}

/** A version that was given away or taken in, and what the endpoint had then. */
export interface Stempel {
  readonly versie: string;
  readonly huis: string | null;
}

/** Ancestors of a document, the most recently shared first: what was shared since the last sync, that, the rest. */
export function afkomst(
  doc: Document,
  huis: Pick<Huisstand, 'versie'> | null | undefined,
  stempels: readonly Stempel[],
): string[] {
  const sinds = stempels.filter((s) => s.huis === (huis?.versie ?? null));
  const eerder = stempels.filter((s) => !sinds.includes(s));
  const alle = [
    ...sinds.map((s) => s.versie),
    ...(huis ? [huis.versie] : []),
    ...eerder.map((s) => s.versie),
  ];
  return [...new Set(alle)].filter((versie) => versie !== doc.versie);
}
