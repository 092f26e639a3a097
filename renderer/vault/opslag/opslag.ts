/** The storage as RxDB sees it: the present database, the queue before it, and who has what open. */
import {
  ensureRxStorageInstanceParamsAreCorrect,
  INTERNAL_STORAGE_NAME,
  RXDB_VERSION,
  type RxStorage,
  type RxStorageInstanceCreationParams,
} from 'rxdb';
import {
  createMemoryStorageInstance,
  getMemoryCollectionKey,
  getRxStorageMemory,
  type RxStorageInstanceMemory,
  type RxStorageMemory,
} from 'rxdb/plugins/storage-memory';
import type { Waarneembaar } from '../types.js';
import { isVerlies, OpslagFout, type Opslagmelding } from './fouten.js';
import { laadGeheugen, Opslaginstantie, type Beheer } from './instantie.js';
import { Kern, type Kernopties, type Plek } from './kern.js';
import { Meldingen } from './meldingen.js';
import { type Drukte, Opruimer } from './opruimer.js';
import type { Koprij, Segmentrij } from './schijf.js';
import type { Opgeslagen } from './segment.js';
import { Schrijver } from './schrijver.js';
import { vulWinkel, wisDatabase, type Inhoudsbron } from './verhuizing.js';
import { neemSchijf, sluitVooruit } from './vooruit.js';
import type { Winkel } from './winkel.js';
import { collectieVan, winkelnaam } from './winkelnaam.js';

export interface Opslag {
  /** For `createRxDatabase`, with `multiInstance: false` and never a `password`. */
  readonly storage: RxStorage<unknown, object>;
  /** What could not be read, in the order in which it was found. */
  readonly meldingen: Waarneembaar<readonly Opslagmelding[]>;
  /** Number of the last anchor: see `anker.ts`. */
  readonly ankernummer: number;
  /**
   * Reads a store before RxDB opens it, which then takes what was read. Documents and tombstones, with
   * what RxDB keeps beside them. Not while a move goes on.
   */
  laadVooraf(winkel: string, sleutelveld: string): Promise<Iterable<Opgeslagen>>;
  /** Bytes on disk of the stores that are open: what a move needs beside them for a moment. */
  readonly bytes: number;
  /**
   * Moves everything to a new database under another key, and deletes the old one (`verhuizing.ts`).
   * Writes wait for it. `wissel` must make it durable that the new one counts; when it rejects, the
   * old one still does. Refused when part of the old one cannot be read, unless `zonderOnleesbaar`.
   */
  verhuis(opties: Verhuisopties): Promise<void>;
  /**
   * The database as it is on disk at one moment, for a backup. `tel` is called at that same moment.
   * Segments are read afterwards: one that was replaced meanwhile is undefined, and then it is begun anew.
   */
  momentopname<T>(tel: () => T): Promise<Momentopname<T>>;
  /** Resolves when what was written and what tidies up after it is done. */
  rust(): Promise<void>;
  /** Waits for running writes and closes the database. Close the RxDatabase first. */
  sluit(): Promise<void>;
  /** Deletes everything, also of stores that are not open. */
  verwijder(): Promise<void>;
}

export interface Verhuisopties {
  readonly naar: Plek;
  readonly wissel: () => Promise<void>;
  /** The document as it comes along, or undefined when it does not; only for stores that are not open. */
  readonly per?: (winkel: string, doc: Opgeslagen) => Opgeslagen | undefined;
  /** What cannot be read stays behind. */
  readonly zonderOnleesbaar?: boolean;
  /** The old database is left as it is, and what was told of it stands. */
  readonly bewaarOud?: boolean;
  /** Stores that were moved, of so many. */
  readonly voortgang?: (klaar: number, totaal: number) => void;
  /** Breaks it off as long as nothing counts yet: rejects, and the old database stays. */
  readonly stop?: AbortSignal;
}

export interface Momentopname<T> {
  readonly telling: T;
  /** Number of the anchor. */
  readonly anker: number;
  readonly koppen: readonly Koprij[];
  readonly sleutels: readonly (readonly [winkel: string, t: number])[];
  lees(sleutels: Momentopname<T>['sleutels']): Promise<(Segmentrij | undefined)[]>;
}

interface Open {
  readonly sleutelveld: string;
  readonly documenten: ReadonlyMap<string, unknown>;
  /** State that RxDB's memory storage shares between instances of the same name. */
  readonly geheugensleutel: string;
  gebruikers: number;
}

/** Milliseconds without a write after which segments are merged: the next write would wait for it. */
const STIL_MS = 250;

/** Opens an existing database or makes one. @throws OpslagFout */
export async function openOpslag(
  opties: Plek & {
    /** Gets each number of the anchor, once it is on disk: to be kept outside the database. */
    readonly bijAnker?: ((nummer: number) => void) | undefined;
  },
): Promise<Opslag> {
  const meldingen = new Meldingen();
  const bijAnker = opties.bijAnker ?? (() => undefined);
  const kernopties = (plek: Plek): Kernopties => ({
    plek,
    meld: meldingen.meld,
    alleen: (werk) => schrijver.alleen(werk),
    bijAnker,
  });
  let kern = await Kern.open(kernopties(opties), neemSchijf);
  // Another database that was read may be deleted now, and be made anew under another key.
  await sluitVooruit();
  let verhuist: Promise<void> = Promise.resolve();
  const open = new Map<string, Promise<Open>>();
  const geopend = new Map<string, Open>();

  const opruimer = new Opruimer(
    () => kern.schijf,
    (winkel) => {
      // One of the database before a move is nobody's any more.
      const boek = kern.houdt(winkel) ? geopend.get(winkel.naam) : undefined;
      return boek && ((id) => boek.documenten.get(id) as Opgeslagen | undefined);
    },
    meldingen.meld,
  );
  const schrijver = new Schrijver(
    () => kern,
    (winkel) => {
      kern.anker.na(winkel);
      planOpruimen(winkel, 'druk');
      geschreven.add(winkel);
      clearTimeout(wekker);
      wekker = setTimeout(bijStilte, STIL_MS);
    },
  );
  const planOpruimen = (winkel: Winkel, drukte: Drukte): void => {
    const werk = opruimer.na(winkel, drukte);
    if (werk === null) return;
    const begin = winkel.laatste;
    /** One piece at a time at the end of the queue, so that writes go between. */
    const stap = async (): Promise<void> => {
      if (await werk()) schrijver.alleen(stap);
      // What was written meanwhile was left alone.
      else if (winkel.laatste > begin) planOpruimen(winkel, drukte);
    };
    schrijver.alleen(stap);
  };
  /** Written to since the last silence. */
  const geschreven = new Set<Winkel>();
  let wekker: ReturnType<typeof setTimeout> | undefined;
  const bijStilte = (): void => {
    clearTimeout(wekker);
    for (const winkel of geschreven) planOpruimen(winkel, 'stil');
    geschreven.clear();
  };
  const alleen = <T>(werk: () => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      schrijver.alleen(
        () => werk().then(resolve, reject),
        () => {
          reject(new OpslagFout('gesloten', 'de opslag is gesloten'));
        },
      );
    });

  const beheer: Beheer = {
    schrijf: (taak) => {
      schrijver.schrijf(taak);
    },
    alleen,
    async zuiver(naam, ids, uitGeheugen) {
      const winkel = kern.winkel(naam);
      const klaar = await winkel.verzegel({ documenten: [], weg: ids });
      await kern.schijf.voegToe(klaar.rijen, []);
      winkel.neemOp(klaar);
      kern.anker.na(winkel);
      uitGeheugen();
      await opruimer.alles(winkel);
    },
    wis: (naam) => kern.anker.wis(kern.winkel(naam)),
    laatLos(naam) {
      const boek = geopend.get(naam);
      if (boek === undefined || --boek.gebruikers > 0) return;
      geopend.delete(naam);
      open.delete(naam);
      kern.laatLos(naam);
      geheugen.collectionStates.delete(boek.geheugensleutel);
    },
  };

  // Of its own: the map of RxDB's memory storage is shared by the whole realm and outlives a lock.
  const geheugen: RxStorageMemory = { ...getRxStorageMemory(), collectionStates: new Map() };

  /** Read by `laadVooraf`, and not yet opened. */
  const vooraf = new Map<string, Promise<Map<string, Opgeslagen>>>();
  const leesStand = (naam: string, sleutelveld: string): Promise<Map<string, Opgeslagen>> =>
    vooraf.get(naam) ??
    (async () => {
      const stand = new Map<string, Opgeslagen>();
      await kern.openWinkel(naam, sleutelveld, stand);
      return stand;
    })();

  async function openWinkel<D>(naam: string, inst: RxStorageInstanceMemory<D>): Promise<Open> {
    const sleutelveld = inst.primaryPath as string;
    const stand = await leesStand(naam, sleutelveld);
    vooraf.delete(naam);
    laadGeheugen(inst, stand);
    const boek: Open = {
      sleutelveld,
      // RxDB takes a write over into this map when the browser is idle. Whoever looks in it to know what
      // counts (merging, moving) would throw away the newest documents as if they were superseded.
      get documenten() {
        inst.ensurePersistence();
        return inst.internals.documents;
      },
      gebruikers: 0,
      geheugensleutel: getMemoryCollectionKey(
        inst.databaseName,
        inst.collectionName,
        inst.schema.version,
      ),
    };
    geopend.set(naam, boek);
    return boek;
  }

  const storage: RxStorage<unknown, object> = {
    name: 'casuskluis-opslag',
    rxdbVersion: RXDB_VERSION,
    async createStorageInstance<D>(params: RxStorageInstanceCreationParams<D, object>) {
      ensureRxStorageInstanceParamsAreCorrect(params);
      if (params.schema.attachments !== undefined)
        throw new OpslagFout('niet-ondersteund', 'bijlagen staan buiten RxDB');
      const naam = winkelnaam(params.databaseName, params.collectionName, params.schema.version);
      const inst = await createMemoryStorageInstance<D>(geheugen, params, {});
      // RxDB's notes on its own collections: made anew at each opening. What a document looks like is
      // our own business (`shared/schema/migraties`), and there is nothing else in it.
      if (params.collectionName === INTERNAL_STORAGE_NAME) return inst;
      // A move must find every store either on disk or in memory.
      for (let gezien; gezien !== verhuist; ) {
        gezien = verhuist;
        await gezien;
      }
      const belofte = open.get(naam) ?? openWinkel(naam, inst);
      open.set(naam, belofte);
      try {
        const boek = await belofte;
        boek.gebruikers++;
        return new Opslaginstantie<D>(inst, naam, beheer);
      } catch (fout) {
        open.delete(naam);
        await inst.close();
        throw fout;
      }
    },
  };

  /** What a store holds now: from memory where it is open, else from disk. */
  async function inhoudVan(
    kop: { naam: string; sleutelveld: string },
    per: Verhuisopties['per'],
  ): Promise<Inhoudsbron> {
    const boek = geopend.get(kop.naam);
    if (boek) return { ...kop, documenten: boek.documenten.values() as Iterable<Opgeslagen> };
    const stand = new Map<string, Opgeslagen>();
    await kern.openWinkel(kop.naam, kop.sleutelveld, stand);
    kern.laatLos(kop.naam);
    const alle = [...stand.values()];
    const documenten = per ? alle.flatMap((doc) => per(kop.naam, doc) ?? []) : alle;
    return { ...kop, documenten };
  }

  async function verhuis(verhuizing: Verhuisopties): Promise<void> {
    const { naar, wissel, per, zonderOnleesbaar, bewaarOud, voortgang, stop } = verhuizing;
    await Promise.allSettled(open.values());
    const oud = kern;
    const eisLeesbaar = (): void => {
      if (zonderOnleesbaar !== true && meldingen.waarde.some(({ soort }) => isVerlies(soort)))
        throw new OpslagFout('beschadigd', 'een deel van de opslag is niet te lezen');
    };
    eisLeesbaar();
    // Left over from a move that was broken off: it was never the one that counted.
    await wisDatabase(naar.naam);
    const nieuw = await Kern.open(kernopties(naar));
    try {
      const koppen = (await oud.koppen()).filter(({ naam }) => !isVanRxdb(naam));
      for (const [i, kop] of koppen.entries()) {
        stop?.throwIfAborted();
        voortgang?.(i, koppen.length);
        await vulWinkel(nieuw, await inhoudVan(kop, per));
        if (!geopend.has(kop.naam)) nieuw.laatLos(kop.naam);
      }
      // Open, and nothing was ever written to it.
      for (const [naam, { sleutelveld }] of geopend)
        if (!koppen.some((kop) => kop.naam === naam)) await nieuw.nieuweWinkel(naam, sleutelveld);
      eisLeesbaar();
      stop?.throwIfAborted();
      // After the numbers of the old one, or it would be taken for an older copy. Durable, and with
      // it all that was written before it.
      await nieuw.anker.legNa(oud.anker.nummer);
      await wissel();
    } catch (fout) {
      nieuw.anker.los();
      nieuw.schijf.sluit();
      await wisDatabase(naar.naam);
      throw fout;
    }
    kern = nieuw;
    bijAnker(nieuw.anker.nummer);
    oud.anker.los();
    oud.schijf.sluit();
    if (bewaarOud === true) return;
    meldingen.wis();
    try {
      await wisDatabase(oud.naam);
    } catch (oorzaak) {
      // It does not count any more; the next opening deletes it.
      console.error('de vorige opslag is nog niet gewist', oorzaak);
    }
  }

  return {
    storage,
    meldingen,
    async laadVooraf(naam, sleutelveld) {
      const stand = leesStand(naam, sleutelveld);
      vooraf.set(naam, stand);
      return (await stand).values();
    },
    get ankernummer() {
      return kern.anker.nummer;
    },
    get bytes() {
      return kern.bytes;
    },
    verhuis(verhuizing) {
      const bezig = alleen(() => verhuis(verhuizing));
      verhuist = bezig.catch(() => undefined);
      return bezig;
    },
    momentopname: (tel) =>
      alleen(async () => {
        const { schijf, anker } = kern;
        await anker.leg();
        const [koppen, sleutels] = [await schijf.koppen(), await schijf.sleutels()];
        return {
          telling: tel(),
          anker: anker.nummer,
          koppen,
          sleutels,
          lees: (gevraagd) => schijf.haal(gevraagd),
        };
      }),
    async rust() {
      do {
        bijStilte();
        await schrijver.rust();
      } while (geschreven.size > 0);
    },
    async sluit() {
      await schrijver.sluit();
      clearTimeout(wekker);
      await kern.sluit();
      geheugen.collectionStates.clear();
    },
    async verwijder() {
      await schrijver.sluit();
      clearTimeout(wekker);
      await kern.schijf.verwijder();
      geheugen.collectionStates.clear();
    },
  };
}

/** Written by versions that kept RxDB's own notes on disk. */
const isVanRxdb = (winkel: string): boolean => collectieVan(winkel) === INTERNAL_STORAGE_NAME;
