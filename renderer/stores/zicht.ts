/**
 * The vault as somebody from outside looks into it: parts of a case that the tafel does not show to them are not
 * there for any screen, list, search or figure (`domein/zicht.ts`). Who has access to the house sees everything.
 */
import {
  dossieronderdeel,
  inrichtingVan,
  ziet,
  type Dossierdeel,
} from '../../shared/domein/index.js';
import type { Collectie, DocVan, Huisdocument, Onderdeel } from '../../shared/schema/index.js';
import type { Kluis, Onveranderlijk } from '../vault/types.js';

export type TafelDoc = Onveranderlijk<Extract<Huisdocument, { soort: 'tafel' }>>;
export const isTafel = (doc: Onveranderlijk<Huisdocument>): doc is TafelDoc =>
  doc.soort === 'tafel';

type Doc<C extends Collectie> = Onveranderlijk<DocVan<C>>;
type Casusdeel = Dossierdeel & { readonly casus?: string | null; readonly soort?: unknown };

const NIETS: readonly Onderdeel[] = [];

/** What a case hides, worked out once for each state of the cases and the tafels. */
function maakVerborgen(kluis: Pick<Kluis, 'alle'>): (casus: string) => readonly Onderdeel[] {
  let bron: readonly unknown[] = [];
  let perCasus = new Map<string, readonly Onderdeel[]>();
  return (casus) => {
    const casussen = kluis.alle('casussen');
    const huis = kluis.alle('huis');
    if (bron[0] !== casussen || bron[1] !== huis) {
      const tafels = huis.filter(isTafel);
      bron = [casussen, huis];
      perCasus = new Map(casussen.map((c) => [c.id, inrichtingVan(tafels, c.tafel).verborgen]));
    }
    return perCasus.get(casus) ?? NIETS;
  };
}

export function metZicht(kluis: Kluis): Kluis {
  const verborgen = maakVerborgen(kluis);
  /** The same array in, the same array out. */
  const gezeefd = new WeakMap<object, { hoe: unknown; uit: readonly unknown[] }>();

  function isZichtbaar(collectie: Collectie, doc: Casusdeel): boolean {
    const onderdeel = dossieronderdeel(collectie, doc);
    if (onderdeel === null || typeof doc.casus !== 'string') return true;
    return ziet(onderdeel, verborgen(doc.casus), doc, kluis.ik);
  }

  function zeef<C extends Collectie>(collectie: C, docs: readonly Doc<C>[]): readonly Doc<C>[] {
    if (kluis.ik.toegang === 'huis') return docs;
    const hoe = [kluis.alle('casussen'), kluis.alle('huis'), kluis.ik];
    const eerder = gezeefd.get(docs);
    if (eerder !== undefined && (eerder.hoe as unknown[]).every((x, i) => x === hoe[i]))
      return eerder.uit as readonly Doc<C>[];
    const over = docs.filter((doc) => isZichtbaar(collectie, doc as Casusdeel));
    const uit = over.length === docs.length ? docs : over;
    gezeefd.set(docs, { hoe, uit });
    return uit;
  }

  const zicht: Pick<Kluis, 'alle' | 'vanCasus' | 'haal' | 'volg'> = {
    alle: (collectie) => zeef(collectie, kluis.alle(collectie)),
    vanCasus: (collectie, casus) => zeef(collectie, kluis.vanCasus(collectie, casus)),
    haal(collectie, id) {
      const doc = kluis.haal(collectie, id);
      if (doc === undefined || kluis.ik.toegang === 'huis') return doc;
      return isZichtbaar(collectie, doc as Casusdeel) ? doc : undefined;
    },
    // What is shown depends on the tafel of the case too.
    volg: (collecties, f) =>
      kluis.volg([...new Set([...collecties, 'casussen', 'huis'] as const)], f),
  };
  return Object.assign(Object.create(kluis) as Kluis, zicht);
}
