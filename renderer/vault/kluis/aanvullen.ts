/**
 * Filling up from a backup: what this device lacks is added, and what it has stays. Where the end of the
 * log was lost a document is here in an older state; a backup of this device has it further on.
 */
import type { BulkWriteRow, RxDocumentData } from 'rxdb';
import { COLLECTIENAMEN } from '../../../shared/schema/index.js';
import type { Collectie } from '../../../shared/schema/index.js';
import type { Kopieinhoud } from '../kopie/index.js';
import { collectieVan } from '../opslag/index.js';
import type { Opgeslagen } from '../opslag/index.js';
import { hoogte } from './spiegel.js';
import type { Spiegel } from './spiegel.js';
import { migreerRij } from './voorbereiding.js';

/** Preferences and notes of the sync are of a moment: those of another moment say nothing. */
const VAN_EEN_MOMENT: Collectie = 'lokaal';
const PER_KEER = 400;

type Document = RxDocumentData<{ id: string }>;

/** @returns number of documents that were added or brought further */
export async function vulAanUit(
  spiegel: Spiegel,
  { winkels, schema, zelfdeApparaat }: Kopieinhoud,
): Promise<number> {
  let aantal = 0;
  for (const [winkel, documenten] of winkels) {
    const naam = collectieVan(winkel);
    const collectie = COLLECTIENAMEN.find((c) => c === naam);
    if (collectie === undefined || collectie === VAN_EEN_MOMENT) continue;
    const deel = spiegel.deel(collectie);
    for (let i = 0; i < documenten.length; i += PER_KEER) {
      const rijen = documenten.slice(i, i + PER_KEER).flatMap((ruw) => {
        const doc = migreerRij(winkel, ruw, schema) as Opgeslagen & Document;
        const hier = spiegel.rij(collectie, doc.id)?.rij as Document | undefined;
        // Heights are counted by each device for itself.
        const verder = zelfdeApparaat && hier && hoogte(doc._rev) > hoogte(hier._rev);
        return hier && !verder ? [] : [alsRij(doc, hier)];
      });
      if (rijen.length === 0) continue;
      const uit = await deel.bulkWrite(rijen as never, 'kluis');
      // Written meanwhile by something else: then it is not missing any more.
      // The log is filled up too; it is not what somebody missed.
      if (collectie !== 'logregels') aantal += rijen.length - uit.error.length;
    }
  }
  return aantal;
}

const alsRij = (doc: Document, previous: Document | undefined): BulkWriteRow<{ id: string }> => {
  // Filled in by RxDB at the write.
  const document = { ...doc, _meta: { ...previous?._meta, lwt: 0 }, _rev: '', _attachments: {} };
  return previous ? { previous, document } : { document };
};
