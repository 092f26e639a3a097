/** PouchDB 9 in IndexedDB with crypto-pouch, and an index of pouchdb-find. */
import cryptoPouch from 'crypto-pouch';
import PouchDB from 'pouchdb-browser';
import find from 'pouchdb-find';
import { geteld, type Opener } from './stapel.js';

PouchDB.plugin(cryptoPouch);
PouchDB.plugin(find);

const INDEX = 'op-casus';

/** crypto-pouch takes a passphrase only, so opening includes its Argon2. */
export const openPouch: Opener = async (database) => {
  const db = new PouchDB(database, { adapter: 'idb' });
  await db.crypto('een-wachtzin-van-de-bench');
  await db.createIndex({ index: { fields: ['casus'], ddoc: INDEX } });
  const zoek = async (casus: string): Promise<number> => {
    // Without a limit it stops at 25.
    const { docs } = await db.find({ selector: { casus }, use_index: INDEX, limit: 1000 });
    return geteld(docs);
  };
  return {
    async voegToe(docs) {
      const uit = await db.bulkDocs(docs.map((doc) => ({ ...doc, _id: doc.id })));
      if (uit.some((rij) => 'error' in rij)) throw new Error('niet alles is ingevoegd');
    },
    // The index is brought up to date by the first query that needs it.
    async bouwIndex() {
      await zoek('');
    },
    async wijzig({ id }, tekst) {
      await db.put({ ...(await db.get(id)), tekst });
    },
    async leesAlles() {
      const { rows } = await db.allDocs({ include_docs: true });
      // The definition of the index is among them, and has no text.
      return geteld(rows.map(({ doc }) => doc));
    },
    zoek,
    haal: (id) => db.get(id),
    sluit: () => db.close(),
  };
};
