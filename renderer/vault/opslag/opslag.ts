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
import { OpslagFout, type Opslagmelding } from './fouten.js';
import { idVan, laadGeheugen, Opslaginstantie, type Beheer } from './instantie.js';
import type { Stand } from './opruimen.js';
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
  /** Waits for running writes and closes the database. Close the RxDatabase first. */
  sluit(): Promise<void>;
  /** Deletes everything, also of stores that are not open. */
  verwijder(): Promise<void>;
}

interface Open extends Stand {
  readonly winkel: Winkel;
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
}): Promise<Opslag> {
  const sleutels = await leidSleutelsAf(opties.sleutel);
  const kopsleutel = await sleutels.winkelsleutel('!koppen');
  const schijf = await openSchijf(opties.naam);
  const meldingen = maakMeldingen();
  try {
    if (!(await proef(schijf, kopsleutel)))
      meldingen.meld({ soort: 'proef-onleesbaar', winkel: '', van: 0, tot: 0, bytes: 0 });
  } catch (fout) {
    schijf.sluit();
    throw fout;
  }

  const open = new Map<string, Promise<Open>>();
  const geopend = new Map<Winkel, Open>();
  const opruimer = new Opruimer(schijf, (winkel) => geopend.get(winkel), meldingen.meld);
  const schrijver = new Schrijver(schijf, (winkel) => {
    const werk = opruimer.na(winkel);
    if (werk !== null) planOpruimen(werk);
  });
  /** One piece at a time at the end of the queue, so that writes go between. */
  const planOpruimen = (werk: () => Promise<boolean>): void => {
    schrijver.alleen(async () => {
      if (await werk()) planOpruimen(werk);
    });
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
      const kop = await winkel.kop(klaar.plaatsen.at(-1)?.tot ?? winkel.laatste);
      await schijf.voegToe(klaar.rijen, [kop]);
      winkel.neemOp(klaar.plaatsen);
      uitGeheugen();
      await opruimer.alles(winkel);
    },
    wis: (winkel) => schijf.wis(winkel.id),
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
    const winkel = new Winkel(naam, id, await sleutels.winkelsleutel(naam), kopsleutel);
    const { documents } = inst.internals;
    await laadGeheugen(inst, (vouw) => winkel.laad(schijf, vouw, meldingen.meld));
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
      idVan: (doc) => idVan(inst, doc),
      levend: () => documents.size,
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
    schijf.sluit();
    geheugen.collectionStates.clear();
  };
  return {
    storage,
    meldingen: meldingen.waarneembaar,
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
