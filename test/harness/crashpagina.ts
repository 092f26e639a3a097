/**
 * The page of `test/e2e/crash.e2e.ts`. It opens the vault as the application does, and writes until the
 * browser is killed. What it tells Node (`crashMeld`) is all that counts as acknowledged.
 */
import '../../renderer/zonderjit.js';
import { createRxDatabase } from 'rxdb';
import type { BulkWriteRow, RxDocumentData, RxStorageInstance } from 'rxdb';
import { platform as maakPlatform } from '../../renderer/platform/index.js';
import type { Platform } from '../../renderer/platform/index.js';
import { maakKluisdeur } from '../../renderer/vault/index.js';
import { huidigePlek, plekVan } from '../../renderer/vault/kluis/plek.js';
import { collectieDefinities, openOpslag } from '../../renderer/vault/opslag/index.js';
import type { Opslag } from '../../renderer/vault/opslag/index.js';
import { ONDERGRENS, Sleutelbos } from '../../renderer/vault/sleutels/index.js';
import type { Gebeurtenis, Ruw } from '../../shared/schema/index.js';
import { migreer } from '../../shared/schema/index.js';
import { Baan, baanVan, documentVan, WISSELEND } from './crashspel.js';

/** In the midst of what the browser is killed. */
export type Waarin = 'invoegen' | 'opruimen' | 'sleutelwissel' | 'migratie';

export interface Werk {
  readonly waarin: Waarin;
  readonly zaad: number;
  /** Writes that each lane had done. */
  readonly gedaan: readonly number[];
  /** Request to the disk, of those that belong to it, at which Node is asked to kill. */
  readonly bij: number;
  /** Nothing goes on after that request: it is in the midst of it for certain. */
  readonly inhouden: boolean;
  /** Acknowledges what is not on disk yet, to show that the test would notice. */
  readonly teVroeg: boolean;
}

export type Bericht =
  /** The lane has so many writes on disk. */
  | { readonly soort: 'bevestigd'; readonly baan: number; readonly gedaan: number }
  /** The request that was asked for has been made. */
  | { readonly soort: 'verzoek' };

export interface Gevonden {
  /** Documents of the lanes and their state; -1 when it is a content that nobody wrote. */
  readonly staten: readonly (readonly [id: string, staat: number])[];
  /** Documents of the stored vault that are not what they were. */
  readonly anders: readonly string[];
  /** What could not be read. */
  readonly meldingen: readonly string[];
}

/** A stored vault (`test/fixtures`), with its bytes as `{ $: base64 }`. */
export interface Fixture {
  readonly wachtzin: string;
  readonly geheim: string;
  readonly verwacht: Readonly<Record<string, readonly Ruw[]>>;
  readonly databases: readonly {
    readonly naam: string;
    readonly versie: number;
    readonly winkels: readonly {
      readonly naam: string;
      readonly keyPath: string | string[];
      readonly rijen: readonly Ruw[];
    }[];
  }[];
}

export interface Crashproef {
  /** Puts the stored vault on this device in the place of what is there, in its own format. */
  zetTerug(): Promise<void>;
  /** Goes through the door with the passphrase and reads what is there. */
  lees(): Promise<Gevonden>;
  /** Writes until the browser is killed; of a migration, until it is done. */
  werk(werk: Werk): Promise<void>;
}

declare global {
  interface Window {
    crashproef: Crashproef;
    /** Put there by Node. */
    crashMeld(bericht: Bericht): Promise<void>;
    crashFixture(): Promise<string>;
  }
}

type Deel = RxStorageInstance<Gebeurtenis, unknown, object>;

const NAAM = 'casuskluis';

const bytes = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (teken) => teken.charCodeAt(0));

const fixture = JSON.parse(await window.crashFixture(), (_sleutel, w: unknown) =>
  typeof w === 'object' && w !== null && '$' in w ? bytes(String(w.$)) : w,
) as Fixture;

const platform: Platform = { ...(await maakPlatform()), geheim: await geheimVan(fixture) };

async function geheimVan({ geheim }: Fixture): Promise<Platform['geheim']> {
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const sleutel = await crypto.subtle.importKey('raw', bytes(geheim), hmac, false, ['sign']);
  return {
    veilig: false,
    mac: async (zout) => new Uint8Array(await crypto.subtle.sign('HMAC', sleutel, zout)),
  };
}

const klaar = <T>(verzoek: IDBRequest<T>): Promise<T> =>
  new Promise((goed, mis) => {
    verzoek.onsuccess = () => goed(verzoek.result);
    verzoek.onerror = () => mis(verzoek.error ?? new Error('IndexedDB'));
  });

async function zetTerug(): Promise<void> {
  await laag?.sluit();
  laag = undefined;
  for (const { name } of await indexedDB.databases())
    if (name !== undefined) await klaar(indexedDB.deleteDatabase(name));
  for (const { naam, versie, winkels } of fixture.databases) {
    const verzoek = indexedDB.open(naam, versie);
    verzoek.onupgradeneeded = () => {
      for (const { naam: winkel, keyPath, rijen } of winkels) {
        const store = verzoek.result.createObjectStore(winkel, { keyPath });
        for (const rij of rijen) store.add(rij);
      }
    };
    (await klaar(verzoek)).close();
  }
}

const alsTekst = (doc: object): string => JSON.stringify(Object.entries(doc).sort());
const inNieuweVorm = (doc: Ruw): Ruw => migreer('gebeurtenissen', doc, 0);

/** Collections of the stored vault that the vault itself leaves alone. */
const VAST = ['huis', 'leden', 'gebeurtenissen'] as const;

/** What there is for who comes in with the passphrase. */
async function doorDeDeur(): Promise<Omit<Gevonden, 'meldingen'>> {
  const deur = maakKluisdeur(platform, { argon: ONDERGRENS });
  const uit = await deur.ontgrendel(fixture.wachtzin);
  if (!uit.ok) {
    const databases = await indexedDB.databases();
    throw new Error(`de kluis gaat niet open: ${JSON.stringify({ ...uit.fout, databases })}`);
  }
  const kluis = uit.waarde;
  const staten = kluis.alle('gebeurtenissen').flatMap((doc): [string, number][] => {
    if (baanVan(doc.id) === undefined) return [];
    const staat = Number(doc.versie);
    const verwacht = inNieuweVorm(documentVan(doc.id, staat));
    return [[doc.id, alsTekst(doc) === alsTekst(verwacht) ? staat : -1]];
  });
  const anders = VAST.flatMap((collectie) => {
    const hier = new Set(kluis.alle(collectie).map(alsTekst));
    return (fixture.verwacht[collectie] ?? [])
      .filter((doc) => !hier.has(alsTekst(migreer(collectie, doc, 0))))
      .map((doc) => `${collectie}: ${String(doc['id'])}`);
  });
  await kluis.sluit();
  return { staten, anders };
}

/** The storage below the vault: what the vault itself writes through, and its keys. */
interface Laag {
  readonly bos: Sleutelbos;
  readonly opslag: Opslag;
  readonly deel: Deel;
  sluit(): Promise<void>;
}

async function openLaag(): Promise<Laag> {
  const bos = new Sleutelbos(`${NAAM}-sleutels`, platform.geheim, { argon: ONDERGRENS });
  const geopend = await bos.open(fixture.wachtzin);
  if (!geopend.ok) throw new Error(`de sleutelring gaat niet open: ${geopend.fout.soort}`);
  const opslag = await openOpslag(await huidigePlek(NAAM, geopend.waarde));
  const database = await createRxDatabase({
    name: NAAM,
    storage: opslag.storage,
    multiInstance: false,
    eventReduce: true,
  });
  const { gebeurtenissen } = await database.addCollections({
    ...collectieDefinities(['gebeurtenissen']),
  });
  return {
    bos,
    opslag,
    deel: gebeurtenissen.storageInstance,
    async sluit() {
      await database.close();
      await opslag.sluit();
    },
  };
}

/** What `lees` opened; `werk` goes on with it. */
let laag: Laag | undefined;

async function lees(): Promise<Gevonden> {
  const gevonden = await doorDeDeur();
  laag = await openLaag();
  return {
    ...gevonden,
    meldingen: laag.opslag.meldingen.waarde.map((melding) => JSON.stringify(melding)),
  };
}

/** Writes on, up to `tot` writes in all. `vorm`: the shape in which documents are stored here. */
async function schrijf(
  deel: Deel,
  baan: Baan,
  tot: number,
  vorm: (doc: Ruw) => Ruw,
  teVroeg = false,
): Promise<void> {
  while (baan.gedaan < tot) {
    const zetten = baan.volgende();
    const ids = zetten.map(({ id }) => id);
    const eerder = new Map(
      (await deel.findDocumentsById(ids, true)).map((doc) => [doc.id, doc] as const),
    );
    const rijen = zetten.map(({ id, staat, weg }): BulkWriteRow<Gebeurtenis> => {
      const document = {
        ...vorm(documentVan(id, staat)),
        _deleted: weg,
        _attachments: {},
        // Filled in by RxDB at the write.
        _meta: { lwt: 0 },
        _rev: '',
      } as unknown as RxDocumentData<Gebeurtenis>;
      const previous = eerder.get(id);
      return previous ? { previous, document } : { document };
    });
    const bevestig = (): Promise<void> =>
      window.crashMeld({ soort: 'bevestigd', baan: baan.nummer, gedaan: baan.gedaan });
    if (teVroeg) await bevestig();
    const { error } = await deel.bulkWrite(rijen, 'crashproef');
    if (error.length > 0) throw new Error(`geweigerd: ${JSON.stringify(error[0])}`);
    if (!teVroeg) await bevestig();
  }
}

/** A request to the disk, at the moment before it goes. */
interface Verzoek {
  readonly wat: string;
  /** Database, or table of one. */
  readonly waar: string;
}

/** Calls `bij` at every request to IndexedDB. */
function luister(bij: (verzoek: Verzoek) => void): void {
  const onderschep = (prototype: object, methoden: readonly string[]): void => {
    for (const wat of methoden) {
      const echt = Reflect.get(prototype, wat) as (...argumenten: unknown[]) => object;
      const proxy = new Proxy(echt, {
        apply(doel, dit: IDBObjectStore | IDBFactory, argumenten: unknown[]): unknown {
          const waar = dit instanceof IDBObjectStore ? dit.name : String(argumenten[0]);
          const uit: unknown = Reflect.apply(doel, dit, argumenten);
          bij({ wat, waar });
          return uit;
        },
      });
      Reflect.set(prototype, wat, proxy);
    }
  };
  onderschep(IDBFactory.prototype, ['open', 'deleteDatabase']);
  onderschep(IDBObjectStore.prototype, ['add', 'put', 'delete', 'get', 'getAll', 'clear']);
}

/** Only merging reads or deletes segments of a store that is open; only writing adds them otherwise. */
const HOORT_BIJ: { readonly [W in Waarin]?: (verzoek: Verzoek) => boolean } = {
  invoegen: ({ wat, waar }) => waar === 'segmenten' && wat === 'add',
  opruimen: ({ wat, waar }) => waar === 'segmenten' && (wat === 'getAll' || wat === 'delete'),
};

/** Nothing happens in this page any more. */
function houdIn(): void {
  const einde = performance.now() + 60_000;
  while (performance.now() < einde);
}

async function werk({ waarin, zaad, gedaan, bij, inhouden, teVroeg }: Werk): Promise<void> {
  /** Whether what is to be interrupted goes on; of merging and inserting the request itself says so. */
  let bezig = false;
  let geteld = 0;
  luister((verzoek) => {
    // The door reads keys and stores first, and then makes the new database.
    if (waarin === 'migratie' && verzoek.waar.startsWith(`${NAAM}-1`)) bezig = true;
    if (!(bezig || HOORT_BIJ[waarin]?.(verzoek)) || ++geteld !== bij) return;
    void window.crashMeld({ soort: 'verzoek' });
    if (inhouden) houdIn();
  });

  const banen = gedaan.map((n, nummer) => new Baan(zaad, nummer, n));
  // Small writes alone: those are what is merged.
  const schrijvend =
    waarin === 'opruimen' ? banen.filter((b) => WISSELEND.some((n) => n === b.nummer)) : banen;
  const vooruit = async (deel: Deel, keer: number, vorm: (doc: Ruw) => Ruw): Promise<void> => {
    await Promise.all(schrijvend.map((b) => schrijf(deel, b, b.gedaan + keer, vorm, teVroeg)));
  };

  if (waarin === 'migratie') {
    // The store of the old version grows first: in its own place, under its own key, in its own shape.
    const oud = await openLaag();
    await vooruit(oud.deel, 4, (doc) => doc);
    await oud.sluit();
    await doorDeDeur();
    return;
  }
  const open = laag;
  if (open === undefined) throw new Error('de kluis is nog niet gelezen');
  const ernaast = async (ronde: number): Promise<void> => {
    if (waarin === 'opruimen' && ronde % 4 === 3) await open.deel.cleanup(0);
    if (waarin === 'sleutelwissel')
      await wisselSleutel(open, ronde % 3 === 2, (aan) => {
        bezig = aan;
      });
  };
  for (let ronde = 0; ; ronde++)
    await Promise.all([vooruit(open.deel, 5, inNieuweVorm), ernaast(ronde)]);
}

/** Moves the storage to a new key; with `ookSloten` everything is renewed but the keys of the account. */
async function wisselSleutel(
  { bos, opslag }: Laag,
  ookSloten: boolean,
  bijBezig: (bezig: boolean) => void,
): Promise<void> {
  const vernieuwd = ookSloten ? await bos.beheer.vernieuw(fixture.wachtzin) : undefined;
  if (vernieuwd?.ok === false) throw new Error(`niet vernieuwd: ${vernieuwd.fout.soort}`);
  const { opslag: nieuw, wissel } = vernieuwd?.waarde ?? (await bos.beheer.nieuweOpslag());
  const naar = await plekVan(NAAM, nieuw);
  bijBezig(true);
  await opslag.verhuis({ naar, wissel });
  bijBezig(false);
}

window.crashproef = { zetTerug, lees, werk };
