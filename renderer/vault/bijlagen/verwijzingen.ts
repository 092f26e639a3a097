/** Which chunks the documents need. */
import type { Bijlage } from '../../../shared/schema/index.js';
import type { Onveranderlijk } from '../types.js';

export type Bijlageverwijzing = Onveranderlijk<Bijlage>;

/** Attachments of one document, of whatever collection; fields of a later version are looked at too. */
export function bijlagenIn(doc: object): readonly Bijlageverwijzing[] {
  const { bijlagen } = doc as { readonly bijlagen?: readonly Bijlageverwijzing[] };
  return bijlagen ?? [];
}

/** Chunks of attachments that stand where this version puts them. Enough to see that there is nothing to do. */
export function stukkenVan(docs: Iterable<object>): Set<string> {
  const namen = new Set<string>();
  for (const doc of docs) {
    for (const { stukken } of bijlagenIn(doc)) for (const naam of stukken) namen.add(naam);
  }
  return namen;
}

/**
 * Those of the names that occur anywhere in a document: in an open difference, or in a field that only a
 * newer version knows. Walks through everything, so it is for what is about to be deleted.
 */
export function genoemd(namen: ReadonlySet<string>, docs: Iterable<object>): Set<string> {
  const gevonden = new Set<string>();
  const loop = (waarde: unknown): void => {
    if (typeof waarde === 'string') {
      if (namen.has(waarde)) gevonden.add(waarde);
    } else if (typeof waarde === 'object' && waarde !== null) {
      for (const deel of Object.values(waarde)) loop(deel);
    }
  };
  if (namen.size > 0) for (const doc of docs) loop(doc);
  return gevonden;
}
