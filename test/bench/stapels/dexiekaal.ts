/** Dexie without RxDB and without encryption: documents as they are, with an index. */
import { Dexie, type Table } from 'dexie';
import type { Benchdoc } from '../documenten.js';
import { geteld, type Opener } from './stapel.js';

class Database extends Dexie {
  declare readonly docs: Table<Benchdoc, string>;
  constructor(naam: string) {
    super(naam, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ docs: 'id, casus' });
  }
}

export const openDexie: Opener = async (database) => {
  const db = new Database(database);
  await db.open();
  return {
    async voegToe(docs) {
      await db.docs.bulkAdd(docs);
    },
    async wijzig({ id }, tekst) {
      await db.docs.update(id, { tekst });
    },
    leesAlles: async () => geteld(await db.docs.toArray()),
    zoek: async (casus) => geteld(await db.docs.where('casus').equals(casus).toArray()),
    haal: (id) => db.docs.get(id),
    sluit() {
      db.close();
      return Promise.resolve();
    },
  };
};
