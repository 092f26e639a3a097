/**
 * Replication of one collection: RxDB's protocol, with our own handlers towards the endpoint.
 *
 * RxDB's `replicateRxStorageInstance` is used rather than the `replicateRxCollection` around it. The
 * wrapper retries on a fixed clock, pauses when the window is hidden or else imitates mouse movements
 * (which would keep the lock screen away), and knows only "pushed" and "conflict". Here a document
 * can also be **held back**: its vak is not ours at the endpoint yet, or what stands there cannot be
 * opened yet. It then keeps waiting, and the others go on.
 */
import {
  cancelRxStorageReplication,
  createRevision,
  defaultHashSha256,
  getComposedPrimaryKeyOfDocumentData,
  getRxReplicationMetaInstanceSchema,
  now,
  replicateRxStorageInstance,
} from 'rxdb';
import type {
  RxCollection,
  RxDocumentData,
  RxReplicationPullStreamItem,
  RxReplicationWriteToMasterRow,
  RxStorageInstanceReplicationState,
  WithDeletedAndAttachments,
} from 'rxdb';
import { Subject } from 'rxjs';
import type { Subscription } from 'rxjs';
import type { GedeeldeCollectie } from '../../../shared/schema/index.js';
import { nieuwId } from '../../../shared/crypto/index.js';
import { GRENZEN } from '../../../shared/sync/protocol.js';
import { documentenVan } from '../opslag/index.js';
import { botsing } from './botsing.js';
import { Koers, bewaakt, vanHuis } from './koers.js';
import { Ophaler } from './ophalen.js';
import { Verzender } from './verzenden.js';
import type { Motordeps } from './motor.js';
import { Wachtend } from './wachtend.js';
import type { Document, Meta, Opslagdeel } from './wachtend.js';

/** vak → volgnummer up to which this collection is complete. */
export type Punten = Record<string, number>;

/** Documents that RxDB asks for at once. */
const PER_PULL = GRENZEN.enveloppenPerBatch;
/** Documents that RxDB hands over at once; the verzender cuts them. After each, RxDB waits for the disk. */
const PER_PUSH = 2500;
/** Versions of a document that are remembered, to know them again when the endpoint shows them as news. */
const EERDER = 32;
/** Context of notes that are corrected. */
const HERIJKT = 'sync-herijkt';
/** Context of documents that are offered again, as they are. */
const OPNIEUW = 'sync-opnieuw-aangeboden';

export class Replicatie {
  readonly wachtend: Wachtend;
  readonly #d: Motordeps;
  readonly #collectie: GedeeldeCollectie;
  readonly #fork: Opslagdeel<Document>;
  readonly #rxcollectie: RxCollection<Document>;
  readonly #porren = new Subject<RxReplicationPullStreamItem<Document, Punten>>();
  readonly #koers = new Koers();
  readonly #verzender: Verzender;
  readonly #ophaler: Ophaler;
  #meta: Opslagdeel<Meta> | null = null;
  #staat: RxStorageInstanceReplicationState<Document> | null = null;
  #gepord = false;
  /** Waits until nothing is under way, to offer again what waits. */
  #veegNa: Subscription | undefined;

  constructor(deps: Motordeps, collectie: GedeeldeCollectie) {
    this.#d = deps;
    this.#collectie = collectie;
    this.#rxcollectie = deps.database.collections[collectie] as RxCollection<Document>;
    this.#fork = this.#rxcollectie.storageInstance;
    this.wachtend = new Wachtend(() => deps.bijStand());
    const huisstand: Huisstanden = (ids) => this.huisstand(ids);
    this.#verzender = new Verzender(deps, collectie, this.#koers, huisstand);
    this.#ophaler = new Ophaler(deps, collectie, this.#fork, this.#koers, huisstand);
  }

  /** Whether it sends, fetches, or is about to. */
  get bezig(): boolean {
    const actief = this.#staat?.events.active;
    return this.#gepord || !actief || actief.up.getValue() || actief.down.getValue();
  }
  get ontvangen(): number {
    return this.#ophaler.ontvangen;
  }
  /** Documents of which the endpoint showed an older version as the present one. */
  get teruggezet(): ReadonlySet<string> {
    return this.#koers.teruggezet;
  }
  /** Why documents are held back, if any are. */
  get ingehouden(): ReadonlyMap<string, string> {
    return this.#verzender.ingehouden;
  }

  /** Opens what is local, without looking or sending yet. */
  async open(): Promise<void> {
    const { database } = this.#d;
    const schema = getRxReplicationMetaInstanceSchema<Document, Punten>(
      this.#rxcollectie.schema.jsonSchema,
      false,
    );
    const meta = (await database.storage.createStorageInstance<Meta>({
      databaseName: database.name,
      collectionName: this.#naam,
      databaseInstanceToken: database.token,
      multiInstance: false,
      options: {},
      schema: schema,
      devMode: false,
    })) as Opslagdeel<Meta>;
    this.#meta = meta;
    this.#houdIn(meta);
    this.wachtend.tel(this.#fork, meta);
  }

  /** Begins; the handlers wait for the line by themselves. */
  start(): void {
    const meta = this.#meta;
    if (meta === null) throw new Error('de replicatie is nog niet open');
    const naam = this.#naam;
    const staat = replicateRxStorageInstance<Document>({
      identifier: naam,
      pullBatchSize: PER_PULL,
      pushBatchSize: PER_PUSH,
      forkInstance: bewaakt(this.#fork, this.#koers),
      metaInstance: meta as never,
      hashFunction: defaultHashSha256,
      skipStoringPullMeta: false,
      conflictHandler: botsing(
        this.#collectie,
        (hun) => this.wachtend.isBijHuis(hun),
        (hun) => this.#koers.isTerug(hun),
      ),
      replicationHandler: {
        masterChangeStream$: this.#porren,
        masterWrite: (rijen) => this.#verzender.verzend(rijen),
        masterChangesSince: (punten: Punten | undefined, aantal) => {
          this.#gepord = false;
          return this.#ophaler.haal(punten ?? {}, aantal);
        },
      },
    });
    this.#staat = staat;
    this.#volg(staat);
  }

  get #naam(): string {
    return `replicatie-${this.#collectie}-${this.#d.koppeling}`;
  }

  /**
   * Before `start`, when the endpoint was put back from an older backup: forgets what it took or showed under
   * a number after `na`. Such documents wait, and are offered again; what was written there meanwhile is
   * merged with them as if both were made anew, because nobody knows what it was made on. Done again when it
   * was broken off.
   */
  async herijk(na: number): Promise<void> {
    const meta = this.#meta;
    if (meta === null) throw new Error('de replicatie is nog niet open');
    const rijen = [...documentenVan(meta)].flatMap((previous) => {
      const document = herijkt(previous, na);
      if (document === undefined) return [];
      const _meta = { ...previous._meta, lwt: now() };
      const _rev = createRevision(this.#d.koppeling, previous);
      return [{ previous, document: { ...document, _meta, _rev } }];
    });
    const uit = await meta.bulkWrite(rijen, HERIJKT);
    if (uit.error.length > 0) throw new Error('de synchronisatie is niet te herijken');
    this.wachtend.tel(this.#fork, meta);
    // Before anything is fetched: RxDB marks in a document which revision of it came from the endpoint, and
    // writes the endpoint's present state over such a one, whatever the notes say.
    await this.#biedAan();
  }

  /** Documents of this vak that the house does not have yet. */
  async wachtendIn(vak: string): Promise<number> {
    const docs = await this.#fork.findDocumentsById([...this.wachtend.ids], true);
    return docs.filter((doc) => doc.vak === vak).length;
  }

  /** Something may be there: fetch. One request waits at most, however many pokes come in. */
  por(): void {
    if (this.#gepord || !this.#staat) return;
    this.#gepord = true;
    this.#ophaler.vergeetVooruit();
    this.#porren.next('RESYNC');
    this.#d.bijStand();
  }

  /** Keys or members came in: what was put aside may open now. */
  async opnieuw(): Promise<void> {
    this.#ophaler.kijkInWachtkamer();
    // Not as news on the stream: RxDB drops that when it begins to fetch just after it.
    this.por();
    await this.veeg();
  }

  /**
   * Offers again whatever waits and is not on its way: held back earlier, or overlooked because the
   * clock of the device was set back (RxDB's own bookkeeping of the way up goes by the clock).
   */
  async veeg(): Promise<void> {
    const staat = this.#staat;
    if (!staat || this.wachtend.aantal === 0) return;
    if (staat.events.active.up.getValue()) {
      // What is under way may come back held, on the ground of before what arrived just now.
      this.#veegNa ??= staat.events.active.up.subscribe((bezig) => {
        if (bezig) return;
        this.#veegNa?.unsubscribe();
        this.#veegNa = undefined;
        this.veeg().catch((oorzaak: unknown) => {
          console.error(`sync: opnieuw aanbieden van ${this.#collectie}`, oorzaak);
        });
      });
      return;
    }
    await this.#biedAan();
  }

  /** A next revision of what waits, with the same content: news for the way up. */
  async #biedAan(): Promise<void> {
    const docs = await this.#fork.findDocumentsById([...this.wachtend.ids], true);
    const rijen = docs.map((previous) => {
      const _meta = { ...previous._meta, lwt: now() };
      const _rev = createRevision(this.#d.koppeling, previous);
      return { previous, document: { ...previous, _meta, _rev } };
    });
    if (rijen.length > 0) await this.#fork.bulkWrite(rijen, OPNIEUW);
  }

  /**
   * Leaves of what the endpoint is known to have of these documents only what names it: enough to send
   * a deletion after it. What somebody else changed meanwhile is then merged as if it were made anew.
   */
  async vergeet(ids: readonly string[]): Promise<void> {
    const meta = this.#meta;
    if (!meta) return;
    let over = ids.map((itemId) =>
      getComposedPrimaryKeyOfDocumentData(meta.schema, { itemId, isCheckpoint: '0' }),
    );
    // RxDB may write one of them at the same moment: then once more.
    while (over.length > 0) {
      const rijen = (await meta.findDocumentsById(over, true)).flatMap((previous) => {
        const docData = previous.docData as Document | undefined;
        if (!docData || isKaal(docData)) return [];
        const document = {
          ...previous,
          docData: kaal(docData),
          _meta: { ...previous._meta, lwt: now() },
          _rev: createRevision(this.#d.koppeling, previous),
        };
        return [{ previous, document }];
      });
      if (rijen.length === 0) return;
      const uit = await meta.bulkWrite(rijen, 'sync-vergeten');
      over = uit.error.map((e) => e.documentId);
    }
  }

  /** @param vergeet also deletes its notes on what the endpoint has */
  async sluit(vergeet: boolean): Promise<void> {
    const staat = this.#staat;
    this.#veegNa?.unsubscribe();
    if (staat) {
      await cancelRxStorageReplication(staat);
      await Promise.all([staat.streamQueue.up, staat.streamQueue.down]);
      await staat.checkpointQueue;
    }
    this.#porren.complete();
    await (vergeet ? this.#meta?.remove() : this.#meta?.close());
  }

  /** What the endpoint is known to have of these documents, by id. */
  async huisstand(ids: readonly string[]): Promise<Map<string, Huisstand>> {
    const meta = this.#meta;
    if (!meta || ids.length === 0) return new Map();
    const sleutels = ids.map((itemId) =>
      getComposedPrimaryKeyOfDocumentData(meta.schema, { itemId, isCheckpoint: '0' }),
    );
    const rijen = await meta.findDocumentsById(sleutels, true);
    return new Map(
      rijen.map(({ itemId, docData, volgnummer, eerder = [] }) => {
        const doc = docData as Document;
        const nummer = volgnummer ?? null;
        // Of what was erased only the name is left, which is no state to merge from.
        return [itemId, { versie: doc.versie, nummer, eerder, doc: isKaal(doc) ? null : doc }];
      }),
    );
  }

  /**
   * RxDB takes what is not a conflict for pushed; what was held back must not be noted as such. Its notes
   * get the number of the version and those that came before it, and what is found to be at the endpoint does not wait any more.
   */
  #houdIn(meta: Opslagdeel<Meta>): void {
    const schrijf = meta.bulkWrite.bind(meta);
    meta.bulkWrite = async (rijen, context) => {
      if (context === HERIJKT) return schrijf(rijen, context);
      for (const { document, previous } of rijen) this.#nummer(document, previous);
      if (context === 'replication-down-write-meta') {
        const uit = await schrijf(rijen, context);
        this.wachtend.gelijk(
          rijen.flatMap((r) => (r.document.docData as Document | undefined) ?? []),
        );
        return uit;
      }
      if (context !== 'replication-up-write-meta') return schrijf(rijen, context);
      const door = rijen.filter(
        ({ document }) => !this.#verzender.isIngehouden(document.docData as Document | undefined),
      );
      return door.length > 0 ? schrijf(door, context) : Promise.resolve({ error: [] });
    };
  }

  #nummer(document: Meta, previous: Meta | undefined): void {
    const doc = document.docData as Document | undefined;
    if (document.isCheckpoint === '1' || !doc) return;
    const vorige = (previous?.docData as Document | undefined)?.versie;
    const nummer = this.#koers.neemNummer(doc);
    if (nummer !== undefined) document.volgnummer = nummer;
    else if (vorige !== doc.versie) delete document.volgnummer;
    const eerder = (previous?.eerder ?? []).filter((versie) => versie !== doc.versie);
    if (vorige !== undefined && vorige !== doc.versie) eerder.push(vorige);
    document.eerder = eerder.slice(-EERDER);
  }

  #volg(staat: RxStorageInstanceReplicationState<Document>): void {
    this.#fork.changeStream().subscribe((bulk) => {
      const docs = bulk.events.map((e) => e.documentData as unknown as Document);
      if (vanHuis(bulk.context)) this.wachtend.overschreven(docs);
      else {
        this.wachtend.geschreven(docs);
        if (bulk.context !== OPNIEUW) this.#d.drukte.geschreven(docs.length);
      }
    });
    staat.events.processed.up.subscribe((rij: RxReplicationWriteToMasterRow<Document>) => {
      if (!this.#verzender.isIngehouden(rij.newDocumentState)) this.wachtend.gepusht(rij);
    });
    staat.events.active.up.subscribe(() => this.#d.bijStand());
    staat.events.active.down.subscribe(() => this.#d.bijStand());
    staat.events.error.subscribe((oorzaak) => {
      console.error(`sync: ${this.#collectie}`, oorzaak);
    });
  }
}

/** The state of a document at the endpoint, as far as this device knows. */
export interface Huisstand {
  readonly versie: string;
  /** Its volgnummer; null when it was not told. */
  readonly nummer: number | null;
  /** Versions that the endpoint had before it, the oldest first. */
  readonly eerder: readonly string[];
  /** Null when its content was erased here. */
  readonly doc: Document | null;
}

/** By id, of those that it is known of. */
export type Huisstanden = (ids: readonly string[]) => Promise<ReadonlyMap<string, Huisstand>>;

/** What a note on a document needs to say which it is, and in which version. */
const NAAMVELDEN = new Set([
  'id',
  'vak',
  'casus',
  'versie',
  'gewijzigdDoor',
  'gewijzigdOp',
  'conflicten',
  '_deleted',
]);
/** A note of RxDB's without what a later number than `na` said; undefined when it holds as it is. */
function herijkt(notitie: RxDocumentData<Meta>, na: number): RxDocumentData<Meta> | undefined {
  if (notitie.isCheckpoint === '1') {
    // The way up goes by versions (`veeg`), not by how far it came.
    if (notitie.itemId !== 'down') return undefined;
    const punten = Object.entries(notitie.checkpointData ?? {});
    const begrensd = Object.fromEntries(punten.map(([vak, n]) => [vak, Math.min(n, na)]));
    return { ...notitie, checkpointData: begrensd };
  }
  const doc = notitie.docData as Document;
  if (notitie.volgnummer !== undefined && notitie.volgnummer <= na) return undefined;
  return {
    ...notitie,
    docData: kaal({ ...doc, versie: nieuwId() }),
    // Should it turn out to be there after all, or an earlier one of it, it is known again.
    eerder: [...(notitie.eerder ?? []), doc.versie].slice(-EERDER),
  };
}

const isKaal = (doc: Document): boolean => Object.keys(doc).every((veld) => NAAMVELDEN.has(veld));
const kaal = (doc: Document): Document => ({
  ...(Object.fromEntries(
    Object.entries(doc).filter(([veld]) => NAAMVELDEN.has(veld)),
  ) as unknown as Document),
  conflicten: [],
});

export type Gehaald = {
  documents: WithDeletedAndAttachments<Document>[];
  checkpoint: Punten | undefined;
};
