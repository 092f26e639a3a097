/** Opening a database of stores, and keeping the books of which stores are open. */
import {
  ensureRxStorageInstanceParamsAreCorrect,
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
import { Anker } from './anker.js';
import { OpslagFout, type Opslagmelding } from './fouten.js';
import { laadGeheugen, Opslaginstantie, type Beheer } from './instantie.js';
import type { Huidig } from './opruimen.js';
import { Opruimer } from './opruimer.js';
import { openSchijf, type Koprij, type Schijf } from './schijf.js';
import { openRecord, sluitRecord } from './segment.js';
import { Schrijver } from './schrijver.js';
import { leidSleutelsAf } from './sleutels.js';
import { Winkel } from './winkel.js';

export interface Opslag {
  /** For `createRxDatabase`, with `multiInstance: false` and never a `password`. */
  readonly storage: RxStorage<unknown, object>;
  /** What could not be read, in the order in which it was found. */
  readonly meldingen: Waarneembaar<readonly Opslagmelding[]>;
  /** Number of the last anchor: see `anker.ts`. */
  readonly ankernummer: number;
  /** Resolves when what was written and what tidies up after it is done. */
  rust(): Promise<void>;
  /** Waits for running writes and closes the database. Close the RxDatabase first. */
  sluit(): Promise<void>;
  /** Deletes everything, also of stores that are not open. */
  verwijder(): Promise<void>;
}

interface Open {
  readonly winkel: Winkel;
  readonly huidig: Huidig;
  gebruikers: number;
  /** State that RxDB's memory storage shares between instances of the same name. */
  readonly geheugensleutel: string;
}

/**
 * `naam`: name of the IndexedDB database. `sleutel`: HKDF base key with usage `deriveKey`, not
 * extractable. Throws OpslagFout: `verkeerde-sleutel` when it opens nothing in an existing database.
 */
export async function openOpslag(opties: {
  readonly naam: string;
  readonly sleutel: CryptoKey;
  /** Gets each number of the anchor, once it is on disk: to be kept outside the database. */
  readonly bijAnker?: ((nummer: number) => void) | undefined;
}): Promise<Opslag> {
  const sleutels = await leidSleutelsAf(opties.sleutel);
  const kopsleutel = await sleutels.winkelsleutel('!koppen');
  const schijf = await openSchijf(opties.naam);
  const meldingen = maakMeldingen();
  const anker = new Anker({
    schijf,
    kopsleutel,
    alleen: (werk) => schrijver.alleen(werk),
    bijAnker: opties.bijAnker ?? (() => undefined),
  });
  const overHetGeheel = (soort: Opslagmelding['soort']): void =>
    meldingen.meld({ soort, winkel: '', van: 0, tot: 0, bytes: 0 });
  try {
    if (!(await proef(schijf, kopsleutel))) overHetGeheel('proef-onleesbaar');
    if (!(await anker.lees())) overHetGeheel('anker-onleesbaar');
  } catch (fout) {
    schijf.sluit();
    throw fout;
  }

  const open = new Map<string, Promise<Open>>();
  const geopend = new Map<Winkel, Open>();
  const opruimer = new Opruimer(schijf, (winkel) => geopend.get(winkel)?.huidig, meldingen.meld);
  const schrijver = new Schrijver(schijf, (winkel) => {
    anker.na(winkel);
    planOpruimen(winkel);
  });
  const planOpruimen = (winkel: Winkel): void => {
    const werk = opruimer.na(winkel);
    if (werk === null) return;
    const begin = winkel.laatste;
    /** One piece at a time at the end of the queue, so that writes go between. */
    const stap = async (): Promise<void> => {
      if (await werk()) schrijver.alleen(stap);
      // What was written meanwhile was left alone.
      else if (winkel.laatste > begin) planOpruimen(winkel);
    };
    schrijver.alleen(stap);
  };

  const beheer: Beheer = {
    schrijf: (taak) => {
      schrijver.schrijf(taak);
    },
    alleen: (werk) =>
      new Promise((resolve, reject) => {
        schrijver.alleen(
          () => werk().then(resolve, reject),
          () => {
            reject(new OpslagFout('gesloten', 'de opslag is gesloten'));
          },
        );
      }),
    async zuiver(winkel, ids, uitGeheugen) {
      const klaar = await winkel.verzegel({ documenten: [], weg: ids });
      await schijf.voegToe(klaar.rijen, []);
      winkel.neemOp(klaar);
      anker.na(winkel);
      uitGeheugen();
      await opruimer.alles(winkel);
    },
    wis: (winkel) => anker.wis(winkel),
    laatLos(winkel) {
      const boek = geopend.get(winkel);
      if (boek === undefined || --boek.gebruikers > 0) return;
      geopend.delete(winkel);
      open.delete(winkel.naam);
      geheugen.collectionStates.delete(boek.geheugensleutel);
    },
  };

  // Of its own: the map of RxDB's memory storage is shared by the whole realm and outlives a lock.
  const geheugen: RxStorageMemory = { ...getRxStorageMemory(), collectionStates: new Map() };

  async function openWinkel<D>(naam: string, inst: RxStorageInstanceMemory<D>): Promise<Open> {
    const id = await sleutels.winkelId(naam);
    const sleutel = await sleutels.winkelsleutel(naam);
    const winkel = new Winkel(naam, id, sleutel, kopsleutel, inst.primaryPath);
    const { documents } = inst.internals;
    await laadGeheugen(inst, (vouw) =>
      winkel.laad(schijf, anker.laatste(id), vouw, meldingen.meld),
    );
    const boek: Open = {
      winkel,
      gebruikers: 0,
      geheugensleutel: getMemoryCollectionKey(
        inst.databaseName,
        inst.collectionName,
        inst.schema.version,
      ),
      huidig: (docId) => {
        inst.ensurePersistence();
        return documents.get(docId);
      },
    };
    geopend.set(winkel, boek);
    return boek;
  }

  const storage: RxStorage<unknown, object> = {
    name: 'casuskluis-opslag',
    rxdbVersion: RXDB_VERSION,
    async createStorageInstance<D>(params: RxStorageInstanceCreationParams<D, object>) {
      ensureRxStorageInstanceParamsAreCorrect(params);
      if (params.schema.attachments !== undefined)
        throw new OpslagFout('niet-ondersteund', 'bijlagen staan buiten RxDB');
      const naam = `${params.databaseName}|${params.collectionName}|${params.schema.version}`;
      const inst = await createMemoryStorageInstance<D>(geheugen, params, {});
      const belofte = open.get(naam) ?? openWinkel(naam, inst);
      open.set(naam, belofte);
      try {
        const boek = await belofte;
        boek.gebruikers++;
        return new Opslaginstantie<D>(inst, boek.winkel, beheer);
      } catch (fout) {
        open.delete(naam);
        await inst.close();
        throw fout;
      }
    },
  };

  const sluit = async (): Promise<void> => {
    await schrijver.sluit();
    await anker.leg();
    schijf.sluit();
    geheugen.collectionStates.clear();
  };
  return {
    storage,
    meldingen: meldingen.waarneembaar,
    get ankernummer() {
      return anker.nummer;
    },
    rust: () => schrijver.rust(),
    sluit,
    async verwijder() {
      await schrijver.sluit();
      await schijf.verwijder();
      geheugen.collectionStates.clear();
    },
  };
}

const PROEVEN = ['!a', '!b'] as const;

/**
 * Tells a wrong key from damage. True when all is well, false when a proof had to be written again.
 * Throws when the key opens nothing of what is there.
 */
async function proef(schijf: Schijf, kopsleutel: CryptoKey): Promise<boolean> {
  const koppen = await schijf.koppen();
  const goed = await Promise.all(
    koppen.map(async (rij) => (await openRecord(kopsleutel, rij.w, rij.b)) !== undefined),
  );
  const leesbaar = new Set(koppen.filter((_, i) => goed[i]).map((rij) => rij.w));
  const nieuw = koppen.length === 0 && !(await schijf.heeftSegmenten());
  if (leesbaar.size === 0 && !nieuw)
    throw new OpslagFout('verkeerde-sleutel', 'de sleutel opent niets in deze opslag');
  const kapot = PROEVEN.filter((w) => !leesbaar.has(w));
  if (kapot.length === 0) return true;
  const rijen: Koprij[] = [];
  for (const w of kapot) rijen.push({ w, b: await sluitRecord(kopsleutel, w, 'casuskluis') });
  await schijf.voegToe([], rijen);
  return nieuw;
}

function maakMeldingen(): {
  meld: (melding: Opslagmelding) => void;
  waarneembaar: Waarneembaar<readonly Opslagmelding[]>;
} {
  let waarde: readonly Opslagmelding[] = [];
  const volgers = new Set<() => void>();
  return {
    meld(melding) {
      waarde = [...waarde, melding];
      for (const f of volgers) f();
    },
    waarneembaar: {
      get waarde() {
        return waarde;
      },
      volg(f) {
        volgers.add(f);
        return () => void volgers.delete(f);
      },
    },
  };
}
