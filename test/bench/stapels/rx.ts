/** The three stacks on RxDB: the vault's own storage, plain Dexie storage, and Dexie with crypto-js. */
import {
  createRxDatabase,
  type RxCollection,
  type RxDatabase,
  type RxDocument,
  type RxDocumentData,
  type RxJsonSchema,
  type RxStorage,
  type RxStorageInstance,
} from 'rxdb';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageDexie, type RxStorageDexie } from 'rxdb/plugins/storage-dexie';
// Measured for comparison only; its crypto-js comes with RxDB. The application never loads it.
import { wrappedKeyEncryptionCryptoJsStorage } from 'rxdb/plugins/encryption-crypto-js';
import { Spiegel } from '../../../renderer/vault/kluis/spiegel.js';
import { openOpslag, winkelnaam } from '../../../renderer/vault/opslag/index.js';
import type { Collectie } from '../../../shared/schema/index.js';
import type { Benchdoc } from '../documenten.js';
import type { Rxnaam } from './namen.js';
import { geteld, type Opener, type Winkel } from './stapel.js';

export interface Rxwinkel extends Winkel {
  /** Number of documents whose text holds this, without an index. */
  filter(tekst: string): Promise<number>;
  /** Sends every document to a bare server, or fetches all that it has: how many. */
  verzend(adres: string): Promise<number>;
  ontvang(adres: string): Promise<number>;
}

const BATCH = 500;

const SCHEMA: RxJsonSchema<Benchdoc> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 32 },
    casus: { type: 'string', maxLength: 32 },
    gewijzigdOp: { type: 'string' },
    titel: { type: 'string' },
    tekst: { type: 'string' },
    punten: { type: 'array' },
  },
  required: ['id', 'casus', 'gewijzigdOp', 'titel', 'tekst', 'punten'],
  indexes: ['casus'],
} as unknown as RxJsonSchema<Benchdoc>;

type Benchdocs = readonly Benchdoc[];

/** Reading otherwise than by RxDB's queries. */
interface Lezing {
  alle(): Benchdocs;
  vanCasus(casus: string): Benchdocs;
  /** As it is stored. */
  rij(id: string): RxDocumentData<Benchdoc> | undefined;
}

/** As the application does it: its screens read from the mirror, which follows the storage. */
function uitSpiegel(db: RxDatabase): Lezing {
  const spiegel = new Spiegel();
  const naam = 'docs' as Collectie;
  spiegel.laad(db, [naam]);
  return {
    alle: () => spiegel.alle(naam) as unknown as Benchdocs,
    vanCasus: (casus) => spiegel.vanCasus(naam, casus) as unknown as Benchdocs,
    rij: (id) => spiegel.rij(naam, id)?.rij as RxDocumentData<Benchdoc> | undefined,
  };
}

async function openRx(
  naam: string,
  storage: RxStorage<unknown, object>,
  opties: { password?: string; encrypted?: string[]; lees?: (db: RxDatabase) => Lezing },
  naSluiten: () => Promise<void>,
): Promise<Rxwinkel> {
  const { password, encrypted, lees } = opties;
  const db = await createRxDatabase({
    name: naam,
    storage,
    multiInstance: false,
    eventReduce: true,
    ...(password === undefined ? {} : { password }),
  });
  const schema = encrypted === undefined ? SCHEMA : { ...SCHEMA, encrypted };
  const { docs: collectie } = await db.addCollections<{ docs: RxCollection<Benchdoc> }>({
    docs: { schema },
  });
  const lezing = lees?.(db);
  return {
    async voegToe(nieuw) {
      const { error } = await collectie.bulkInsert(nieuw);
      if (error.length > 0) throw new Error('niet alles is ingevoegd');
    },
    async wijzig({ id }, tekst) {
      // As the application does it: `incrementalPatch` adds a query, a queue and a document class.
      const deel = collectie.storageInstance as RxStorageInstance<Benchdoc, object, object>;
      const previous = lezing ? lezing.rij(id) : (await deel.findDocumentsById([id], false))[0];
      if (!previous) throw new Error(`${id} is er niet`);
      const document = { ...previous, tekst, _meta: { ...previous._meta, lwt: 0 }, _rev: '' };
      const { error } = await deel.bulkWrite([{ previous, document }], 'bench');
      if (error.length > 0) throw new Error(`${id} is niet gewijzigd`);
    },
    async leesAlles() {
      if (lezing) return geteld(lezing.alle());
      return geteld((await collectie.find().exec()) as RxDocument<Benchdoc>[]);
    },
    async filter(tekst) {
      if (encrypted === undefined)
        return (await collectie.find({ selector: { tekst: { $regex: tekst } } }).exec()).length;
      // An encrypted field cannot be queried: everything is read, decrypted and searched.
      const alle = (await collectie.find().exec()) as RxDocument<Benchdoc>[];
      return alle.filter((doc) => doc.toJSON().tekst.includes(tekst)).length;
    },
    async zoek(casus) {
      if (lezing) return geteld(lezing.vanCasus(casus));
      return geteld(
        (await collectie.find({ selector: { casus } }).exec()) as RxDocument<Benchdoc>[],
      );
    },
    async haal(id) {
      const doc = (await collectie.findOne(id).exec()) as RxDocument<Benchdoc> | null;
      return doc?.toMutableJSON();
    },
    async verzend(adres) {
      let aantal = 0;
      const wissel = replicateRxCollection<Benchdoc, { na: number }>({
        collection: collectie,
        replicationIdentifier: 'verzenden',
        live: false,
        push: {
          batchSize: BATCH,
          async handler(rijen) {
            const body = JSON.stringify(rijen.map((rij) => rij.newDocumentState));
            await fetch(`${adres}/verzend`, { method: 'POST', body });
            aantal += rijen.length;
            return [];
          },
        },
      });
      await wissel.awaitInitialReplication();
      return aantal;
    },
    async ontvang(adres) {
      let aantal = 0;
      const wissel = replicateRxCollection<Benchdoc, { na: number }>({
        collection: collectie,
        replicationIdentifier: 'ontvangen',
        live: false,
        pull: {
          batchSize: BATCH,
          async handler(punt, grootte) {
            const na = punt?.na ?? 0;
            const antwoord = await fetch(`${adres}/ontvang?na=${na}&aantal=${grootte}`);
            const documents = (await antwoord.json()) as (Benchdoc & { _deleted: boolean })[];
            aantal += documents.length;
            return { documents, checkpoint: { na: na + documents.length } };
          },
        },
      });
      await wissel.awaitInitialReplication();
      return aantal;
    },
    async sluit() {
      await db.close();
      await naSluiten();
    },
  };
}

const niets = (): Promise<void> => Promise.resolve();
/** RxDB leaves the settings of Dexie to its user; without this one a write is acknowledged sooner. */
const opDexie = (): RxStorageDexie => getRxStorageDexie({ chromeTransactionDurability: 'strict' });

export const OPENERS_RX: Record<Rxnaam, Opener<Rxwinkel>> = {
  async eigen(database) {
    const sleutel = await crypto.subtle.importKey(
      'raw',
      new Uint8Array(32).fill(1),
      'HKDF',
      false,
      ['deriveKey', 'deriveBits'],
    );
    const opslag = await openOpslag({ naam: database, sleutel });
    // As the application does it: the log is read while RxDB makes what it needs.
    const [winkel] = await Promise.all([
      openRx(database, opslag.storage, { lees: uitSpiegel }, () => opslag.sluit()),
      opslag.laadVooraf(winkelnaam(database, 'docs', SCHEMA.version), 'id'),
    ]);
    return winkel;
  },
  dexie: (database) => openRx(database, opDexie(), {}, niets),
  cryptojs: (database) =>
    openRx(
      database,
      wrappedKeyEncryptionCryptoJsStorage({ storage: opDexie() }),
      { password: 'een-wachtzin-van-de-bench', encrypted: ['titel', 'tekst', 'punten'] },
      niets,
    ),
};
