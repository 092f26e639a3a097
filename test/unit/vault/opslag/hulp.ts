/** A store opened as RxDB opens it, the bytes behind it, and numbers from a seed. */
import 'fake-indexeddb/auto'; // Before Dexie: it looks for the database when it is loaded.
import {
  fillWithDefaultSettings,
  prepareQuery,
  normalizeMangoQuery,
  type BulkWriteRow,
  type MangoQuery,
  type RxDocumentData,
  type RxJsonSchema,
  type RxStorage,
  type RxStorageInstance,
} from 'rxdb';
import { openOpslag, type Opslag } from '../../../../renderer/vault/opslag/index.js';
import { isLang } from '../../../harness/lang.js';

export interface Proefdoc {
  id: string;
  casus: string;
  tekst: string;
  getal: number;
}
export type Rij = RxDocumentData<Proefdoc>;
export type Instantie = RxStorageInstance<Proefdoc, unknown, object>;

export const SCHEMA: RxJsonSchema<RxDocumentData<Proefdoc>> = fillWithDefaultSettings<Proefdoc>({
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 32 },
    casus: { type: 'string', maxLength: 32 },
    tekst: { type: 'string' },
    getal: { type: 'number' },
  },
  required: ['id', 'casus', 'tekst', 'getal'],
  indexes: ['casus'],
});

export function sleutel(vulling = 7): Promise<CryptoKey> {
  const ruw = new Uint8Array(32).fill(vulling);
  return crypto.subtle.importKey('raw', ruw, 'HKDF', false, ['deriveKey', 'deriveBits']);
}

let teller = 0;
export const nieuweNaam = (): string => `opslag-${teller++}`;

export function instantie(
  storage: RxStorage<unknown, object>,
  collectionName = 'proef',
  databaseName = 'huis',
): Promise<Instantie> {
  return storage.createStorageInstance<Proefdoc>({
    databaseInstanceToken: 'token',
    databaseName,
    collectionName,
    schema: SCHEMA,
    options: {},
    multiInstance: false,
    devMode: false,
  });
}

export interface Geopend {
  opslag: Opslag;
  inst: Instantie;
  sluit: () => Promise<void>;
}
export async function open(naam: string, collectie = 'proef', vulling = 7): Promise<Geopend> {
  const opslag = await openOpslag({ naam, sleutel: await sleutel(vulling) });
  const inst = await instantie(opslag.storage, collectie);
  return {
    opslag,
    inst,
    async sluit() {
      await inst.close();
      await opslag.sluit();
    },
  };
}

let klok = 1000;
/** A document as RxDB would hand it to the storage: stamped, with a revision of its own. */
export function doc(id: string, velden: Partial<Proefdoc> = {}, verwijderd = false): Rij {
  klok++;
  return {
    id,
    casus: 'c1',
    tekst: `tekst van ${id}`,
    getal: klok,
    ...velden,
    _deleted: verwijderd,
    _attachments: {},
    _meta: { lwt: klok },
    _rev: `${klok}-token`,
  };
}
export const schrijf = (
  inst: Instantie,
  document: Rij,
  previous?: Rij,
): ReturnType<Instantie['bulkWrite']> => inst.bulkWrite([rij(document, previous)], 'proef');
export const rij = (document: Rij, previous?: Rij): BulkWriteRow<Proefdoc> =>
  previous === undefined ? { document } : { document, previous };

/** Every document, tombstones too, by id. */
export async function alles(inst: Instantie): Promise<Rij[]> {
  const levend = await zoek(inst, { selector: {} });
  const gewist = await zoek(inst, { selector: { _deleted: true } } as never, true);
  return [...levend, ...gewist].sort((a, b) => (a.id < b.id ? -1 : 1));
}

export async function zoek(
  inst: Instantie,
  vraag: MangoQuery<Proefdoc>,
  ruw = false,
): Promise<Rij[]> {
  const gevuld = normalizeMangoQuery(inst.schema, vraag as never);
  if (!ruw) gevuld.selector = { $and: [{ _deleted: false }, gevuld.selector] };
  const { documents } = await inst.query(prepareQuery(inst.schema, gevuld as never));
  return documents;
}

const vraagOp = <T>(vraag: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    vraag.onsuccess = () => resolve(vraag.result);
    vraag.onerror = () => reject(vraag.error ?? new Error('indexedDB'));
  });

/** Works on the tables below Dexie; the store must be closed. */
export async function ruw<T>(
  naam: string,
  werk: (tabel: (naam: 'segmenten' | 'koppen') => IDBObjectStore) => Promise<T>,
): Promise<T> {
  const db = await vraagOp(indexedDB.open(naam));
  try {
    const tx = db.transaction(['segmenten', 'koppen'], 'readwrite');
    const klaar = new Promise<void>((resolve, reject) => {
      tx.oncomplete = () => resolve();
      tx.onabort = () => reject(tx.error ?? new Error('afgebroken'));
    });
    const uit = await werk((n) => tx.objectStore(n));
    await klaar;
    return uit;
  } finally {
    db.close();
  }
}
export interface Ruwerij {
  w: string;
  t: number;
  b: Uint8Array;
}
export const lees = (naam: string, tabel: 'segmenten' | 'koppen'): Promise<Ruwerij[]> =>
  ruw(naam, (t) => vraagOp(t(tabel).getAll() as IDBRequest<Ruwerij[]>));
/** Puts back exactly these rows. */
export const zet = (naam: string, tabel: 'segmenten' | 'koppen', rijen: Ruwerij[]): Promise<void> =>
  ruw(naam, async (t) => {
    await vraagOp(t(tabel).clear());
    for (const r of rijen) await vraagOp(t(tabel).put(r));
  });

export function zaad(): number {
  const uit = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  console.info('seed', uit);
  return uit;
}

/** How many times as long the random tests run; ten with `CASUSKLUIS_LANG=1`. */
export const LANG = isLang ? 10 : 1;
