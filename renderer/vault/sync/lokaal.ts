/** What the sync remembers on this device: small JSON values, and envelopes that wait for a key. */
import type { RxCollection } from 'rxdb';
import { z } from 'zod';
import type { Lokaal } from '../../../shared/schema/index.js';

export class Lokaalboek {
  readonly #open: () => RxCollection<Lokaal>;

  /** @param open called when something is read or written: not before the collection is there */
  constructor(open: () => RxCollection<Lokaal>) {
    this.#open = open;
  }

  get #collectie(): RxCollection<Lokaal> {
    return this.#open();
  }

  /** null when it is not there, or was written by another version in another shape. */
  async lees<T>(id: string, schema: z.ZodType<T>): Promise<T | null> {
    const doc = await this.#collectie.findOne(id).exec();
    const uit = doc && schema.safeParse(JSON.parse(doc.toJSON().waarde));
    return uit?.success ? uit.data : null;
  }

  async alle<T>(soort: string, schema: z.ZodType<T>): Promise<T[]> {
    const docs = await this.#collectie.find({ selector: { soort } }).exec();
    return docs.flatMap((doc) => {
      const uit = schema.safeParse(JSON.parse(doc.toJSON().waarde));
      return uit.success ? [uit.data] : [];
    });
  }

  async schrijf(soort: string, rijen: readonly { id: string; waarde: unknown }[]): Promise<void> {
    if (rijen.length === 0) return;
    const docs = rijen.map(({ id, waarde }) => ({ id, soort, waarde: JSON.stringify(waarde) }));
    const uit = await this.#collectie.bulkUpsert(docs);
    const mis = uit.error[0];
    if (mis) throw new Error(`lokaal: ${mis.documentId} is niet geschreven (${mis.status})`);
  }

  async verwijder(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#collectie.bulkRemove([...ids]);
  }
}
