/** The Dexie database behind the stores. Every change is one transaction, durable before it resolves. */
import { Dexie, type Table } from 'dexie';
import { alsOpslagFout, OpslagFout } from './fouten.js';
import type { Bytes } from './segment.js';

export interface Segmentrij {
  readonly w: string;
  readonly t: number;
  readonly b: Bytes;
}
export interface Koprij {
  readonly w: string;
  readonly b: Bytes;
}

type Segmentsleutel = readonly [winkel: string, t: number];

/** Segments in a page. Decrypting begins when all of them are there: so few, that it never waits long. */
const PAGINA = 16;
/** Pages that are asked for before the first of them is there. */
const VOORUIT = 20;

export interface Schijf {
  koppen(): Promise<Koprij[]>;
  kop(winkel: string): Promise<Koprij | undefined>;
  /** All segments of a store, in order, a page at a time. */
  segmenten(winkel: string): AsyncIterable<Segmentrij[]>;
  /** The first segments of all stores together, in order. */
  eerste(hoogstens: number): Promise<Segmentrij[]>;
  /** Segments of a store with last sequence number from `van` to `tot`, inclusive, in order. */
  reeks(winkel: string, van: number, tot: number): Promise<Segmentrij[]>;
  /** Adds segments and replaces heads in one transaction. Fails as a whole, with an OpslagFout. */
  voegToe(
    segmenten: readonly Segmentrij[],
    koppen: readonly Koprij[],
    /** `relaxed`: on disk before the next durable one, and not before it resolves. */
    duurzaam?: 'strict' | 'relaxed',
  ): Promise<void>;
  /** Replaces segments of one store by others, in one transaction. */
  vervang(winkel: string, oud: readonly number[], nieuw: readonly Segmentrij[]): Promise<void>;
  /** Removes a store and replaces a head, in one transaction. */
  wis(winkel: string, kop: Koprij): Promise<void>;
  /** Keys of every segment of every store, in order. */
  sleutels(): Promise<Segmentsleutel[]>;
  /** Segments by key; undefined where one is not there any more. */
  haal(sleutels: readonly Segmentsleutel[]): Promise<(Segmentrij | undefined)[]>;
  /** Whether there is any segment at all. */
  heeftSegmenten(): Promise<boolean>;
  sluit(): void;
  /** Deletes the whole database. */
  verwijder(): Promise<void>;
}

class Opslagdatabase extends Dexie {
  declare readonly segmenten: Table<Segmentrij, [string, number]>;
  declare readonly koppen: Table<Koprij, string>;
  constructor(naam: string) {
    // Relaxed durability is Chromium's default and loses acknowledged writes in a power cut. A
    // database that the browser closed must not be opened again behind our back: it may be empty.
    super(naam, { chromeTransactionDurability: 'strict', cache: 'disabled', autoOpen: false });
    this.version(1).stores({ segmenten: '[w+t]', koppen: 'w' });
  }
}

export async function openSchijf(naam: string): Promise<Schijf> {
  const db = new Opslagdatabase(naam);
  try {
    await db.open();
  } catch (fout) {
    throw alsOpslagFout(fout);
  }
  const probeer = async <T>(werk: () => PromiseLike<T>): Promise<T> => {
    try {
      return await werk();
    } catch (fout) {
      if (!db.isOpen()) throw new OpslagFout('gesloten', 'de opslag is gesloten', fout);
      throw alsOpslagFout(fout);
    }
  };
  // Asked for while the heads are tried: what reads a log after that knows its pages at once. Until the
  // first write, after which they are asked for anew.
  let bekend: Promise<Segmentsleutel[]> | null = probeer(() => leesSleutels(db.backendDB(), null));
  bekend.catch(() => undefined);
  const sleutelsVan = async (winkel: string): Promise<Segmentsleutel[]> =>
    bekend === null
      ? probeer(() => leesSleutels(db.backendDB(), bereikVan(winkel)))
      : (await bekend).filter(([w]) => w === winkel);
  const wijzig: typeof probeer = (werk) => {
    bekend = null;
    return probeer(werk);
  };
  return {
    koppen: () => probeer(() => db.koppen.toArray()),
    kop: (winkel) => probeer(() => db.koppen.get(winkel)),
    segmenten: (winkel) =>
      leesPaginas(
        (van, tot) => probeer(() => leesReeks(db.backendDB(), IDBKeyRange.bound(van, tot))),
        () => sleutelsVan(winkel),
      ),
    eerste: (hoogstens) => probeer(() => leesReeks(db.backendDB(), null, hoogstens)),
    reeks: (winkel, van, tot) =>
      probeer(() =>
        db.segmenten.where('[w+t]').between([winkel, van], [winkel, tot], true, true).toArray(),
      ),
    voegToe: (segmenten, koppen, duurzaam = 'strict') =>
      wijzig(() => leg(db.backendDB(), segmenten, koppen, duurzaam)),
    vervang: (winkel, oud, nieuw) =>
      wijzig(() =>
        db.transaction('rw', db.segmenten, async () => {
          await db.segmenten.bulkDelete(oud.map((t): [string, number] => [winkel, t]));
          await db.segmenten.bulkAdd(nieuw);
        }),
      ),
    wis: (winkel, kop) =>
      wijzig(() =>
        db.transaction('rw', db.segmenten, db.koppen, async () => {
          await db.segmenten
            .where('[w+t]')
            .between([winkel, 0], [winkel, Infinity], true, true)
            .delete();
          await db.koppen.delete(winkel);
          await db.koppen.put(kop);
        }),
      ),
    sleutels: () => probeer(() => leesSleutels(db.backendDB(), null)),
    haal: (sleutels) => probeer(() => db.segmenten.bulkGet(sleutels as [string, number][])),
    heeftSegmenten: () => probeer(async () => (await db.segmenten.limit(1).count()) > 0),
    sluit: () => db.close(),
    verwijder: () => probeer(() => db.delete()),
  };
}

const bereikVan = (winkel: string): IDBKeyRange =>
  IDBKeyRange.bound([winkel, 0], [winkel, Infinity]);

/**
 * Some pages are asked for ahead: between a page and the question for the next the disk would do nothing.
 * Where they begin and end follows from the keys, which are a small part of the work.
 */
async function* leesPaginas(
  lees: (van: Segmentsleutel, tot: Segmentsleutel) => Promise<Segmentrij[]>,
  sleutels: () => Promise<Segmentsleutel[]>,
): AsyncGenerator<Segmentrij[], undefined> {
  const over = await sleutels();
  const gevraagd: Promise<Segmentrij[]>[] = [];
  const vraag = (): void => {
    const [van, tot] = [over[0], over.splice(0, PAGINA).at(-1)];
    if (van === undefined || tot === undefined) return;
    const pagina = lees(van, tot);
    // Waited for in its turn; when one before it fails, nobody does.
    pagina.catch(() => undefined);
    gevraagd.push(pagina);
  };
  for (let i = 0; i < VOORUIT; i += 1) vraag();
  for (let bezig = gevraagd.shift(); bezig !== undefined; bezig = gevraagd.shift()) {
    const pagina = await bezig;
    vraag();
    yield pagina;
  }
}

/** Reading a whole log is most of an opening: without Dexie's promises and cursors around it. */
function leesReeks(
  db: IDBDatabase,
  bereik: IDBKeyRange | null,
  hoogstens?: number,
): Promise<Segmentrij[]> {
  return leesUit(
    db,
    (segmenten) => segmenten.getAll(bereik, hoogstens) as IDBRequest<Segmentrij[]>,
  );
}

async function leesSleutels(
  db: IDBDatabase,
  bereik: IDBKeyRange | null,
): Promise<Segmentsleutel[]> {
  const sleutels = await leesUit(db, (segmenten) => segmenten.getAllKeys(bereik));
  return sleutels as unknown as Segmentsleutel[];
}

function leesUit<T>(
  db: IDBDatabase,
  wat: (segmenten: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  return new Promise((klaar, mis) => {
    const tx = db.transaction('segmenten', 'readonly');
    const vraag = wat(tx.objectStore('segmenten'));
    vraag.onsuccess = () => klaar(vraag.result);
    tx.onabort = () => mis(tx.error ?? new DOMException('afgebroken', 'AbortError'));
    vraag.onerror = () => mis(vraag.error ?? new DOMException('afgebroken', 'AbortError'));
  });
}

/**
 * The transaction that everybody waits for, without Dexie's promises around each request: they take
 * as long as the disk for a small write. A table that is not written to is not locked either.
 */
function leg(
  db: IDBDatabase,
  segmenten: readonly Segmentrij[],
  koppen: readonly Koprij[],
  durability: 'strict' | 'relaxed',
): Promise<void> {
  const tabellen = [
    ...(segmenten.length > 0 ? ['segmenten'] : []),
    ...(koppen.length > 0 ? ['koppen'] : []),
  ];
  if (tabellen.length === 0) return Promise.resolve();
  return new Promise((klaar, mis) => {
    const tx = db.transaction(tabellen, 'readwrite', { durability });
    tx.oncomplete = () => klaar();
    // A request that fails aborts the transaction; its error is that of the transaction.
    tx.onabort = () => mis(tx.error ?? new DOMException('afgebroken', 'AbortError'));
    try {
      // `add`, not `put`: a second owner that wrote the same number fails instead of replacing.
      for (const rij of segmenten) tx.objectStore('segmenten').add(rij);
      for (const rij of koppen) tx.objectStore('koppen').put(rij);
      // Nothing waits for the answer to a request: without this the browser asks us once more.
      tx.commit();
    } catch (oorzaak) {
      // What was asked for already must not be committed without the rest.
      mis(alsOpslagFout(oorzaak));
      tx.abort();
    }
  });
}
