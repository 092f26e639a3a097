/** In the page: PouchDB in IndexedDB, replicating with express-pouchdb in the clear, with its own settings. */
import PouchDB from 'pouchdb-browser';
import { BULK, documenten, klok } from './winkel.js';

const open = (database: string): PouchDB => new PouchDB(database, { adapter: 'idb' });

export async function vulPouch(database: string, aantal: number): Promise<void> {
  const db = open(database);
  const docs = documenten(aantal).map((doc) => ({ ...doc, _id: doc.id }));
  for (let i = 0; i < aantal; i += BULK) await db.bulkDocs(docs.slice(i, i + BULK));
  await db.close();
}

/** Milliseconds in which all documents went to the server, or came from it. */
export async function wisselPouch(
  database: string,
  richting: 'to' | 'from',
  adres: string,
  aantal: number,
): Promise<number> {
  const db = open(database);
  let gedaan = 0;
  const ms = await klok(async () => {
    gedaan = (await db.replicate[richting](`${adres}/bench`)).docs_written;
  });
  await db.close();
  if (gedaan !== aantal) throw new Error(`PouchDB: ${gedaan} van ${aantal} documenten`);
  return ms;
}
