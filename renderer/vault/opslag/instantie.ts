/**
 * What RxDB sees of a store: its own memory storage, whose writes have been on disk first.
 */
import {
  categorizeBulkWriteRows,
  getPrimaryFieldOfPrimaryKey,
  requestIdlePromiseNoQueue,
  type RxStorageInstance,
} from 'rxdb';
import type {
  BulkWriteRow,
  EventBulk,
  PreparedQuery,
  RxDocumentData,
  RxJsonSchema,
  RxStorageBulkWriteResponse,
  RxStorageChangeEvent,
  RxStorageCountResult,
  RxStorageDefaultCheckpoint,
  RxStorageQueryResult,
  StringKeys,
} from 'rxdb';
import {
  removeDocFromState,
  type MemoryStorageInternals,
  type RxStorageInstanceMemory,
} from 'rxdb/plugins/storage-memory';
import type { Observable } from 'rxjs';
import { alsOpslagFout, OpslagFout } from './fouten.js';
import type { Opgeslagen } from './segment.js';
import type { Schrijftaak } from './schrijver.js';

/** What an instance needs of the storage that opened it. Stores are named. */
export interface Beheer {
  schrijf(taak: Schrijftaak): void;
  /** Runs work on the store with nothing else at the same time. */
  alleen<T>(werk: () => Promise<T>): Promise<T>;
  /** Marks ids as purged on disk, then compacts what they were in. Called within `alleen`. */
  zuiver(winkel: string, ids: readonly string[], uitGeheugen: () => void): Promise<void>;
  /** Deletes the store on disk. Called within `alleen`. */
  wis(winkel: string): Promise<void>;
  /** This instance is gone; with the last one the documents leave memory. */
  laatLos(winkel: string): void;
}

/** The documents of the map, with those of earlier writes of the same transaction before them. */
class Overlegd<D> extends Map<string, RxDocumentData<D>> {
  readonly #onder: ReadonlyMap<string, RxDocumentData<D>>;
  readonly #over: ReadonlyMap<string, Opgeslagen>;
  constructor(
    onder: ReadonlyMap<string, RxDocumentData<D>>,
    over: ReadonlyMap<string, Opgeslagen>,
  ) {
    super();
    this.#onder = onder;
    this.#over = over;
  }
  override get size(): number {
    return this.#onder.size + this.#over.size;
  }
  override get(id: string): RxDocumentData<D> | undefined {
    return (this.#over.get(id) as RxDocumentData<D> | undefined) ?? this.#onder.get(id);
  }
}

export class Opslaginstantie<D>
  implements RxStorageInstance<D, MemoryStorageInternals<D>, object, RxStorageDefaultCheckpoint>
{
  readonly databaseName: string;
  readonly collectionName: string;
  readonly schema: Readonly<RxJsonSchema<RxDocumentData<D>>>;
  readonly internals: Readonly<MemoryStorageInternals<D>>;
  readonly options: Readonly<object>;
  readonly #geheugen: RxStorageInstanceMemory<D>;
  readonly #winkel: string;
  readonly #beheer: Beheer;
  readonly #lopend = new Set<Promise<unknown>>();
  #dicht: Promise<void> | null = null;

  constructor(geheugen: RxStorageInstanceMemory<D>, winkel: string, beheer: Beheer) {
    this.databaseName = geheugen.databaseName;
    this.collectionName = geheugen.collectionName;
    this.schema = geheugen.schema;
    this.internals = geheugen.internals;
    this.options = geheugen.options;
    this.#geheugen = geheugen;
    this.#winkel = winkel;
    this.#beheer = beheer;
  }

  bulkWrite(rijen: BulkWriteRow<D>[], context: string): Promise<RxStorageBulkWriteResponse<D>> {
    const geheugen = this.#geheugen;
    return this.#bewaak(
      () =>
        new Promise((resolve, reject) => {
          this.#beheer.schrijf({
            winkel: this.#winkel,
            bepaal: (eerder) => {
              if (geheugen.internals.removed)
                throw new OpslagFout('gesloten', 'collectie is verwijderd');
              geheugen.ensurePersistence();
              const onder = geheugen.internals.documents;
              const { bulkInsertDocs, bulkUpdateDocs } = categorizeBulkWriteRows<D>(
                geheugen,
                geheugen.primaryPath as StringKeys<D>,
                eerder.size === 0 ? onder : new Overlegd(onder, eerder),
                rijen,
                context,
              );
              const documenten: Opgeslagen[] = [];
              for (const { document } of [...bulkInsertDocs, ...bulkUpdateDocs]) {
                const doc = document as unknown as Opgeslagen;
                documenten.push(doc);
                eerder.set(idVan(geheugen, doc), doc);
              }
              return documenten;
            },
            // Categorises again, now for real: same rows, same state, so the same outcome, and the
            // events and conflicts are those of RxDB itself.
            voltooi: () => {
              try {
                geheugen.bulkWrite(rijen, context).then(resolve, reject);
              } catch (fout) {
                reject(alsOpslagFout(fout));
              }
            },
            mislukt: reject,
          });
        }),
    );
  }

  findDocumentsById(ids: string[], ookVerwijderd: boolean): Promise<RxDocumentData<D>[]> {
    return this.#geheugen.findDocumentsById(ids, ookVerwijderd);
  }

  query(vraag: PreparedQuery<D>): Promise<RxStorageQueryResult<D>> {
    return this.#geheugen.query(vraag);
  }

  count(vraag: PreparedQuery<D>): Promise<RxStorageCountResult> {
    return this.#geheugen.count(vraag);
  }

  getAttachmentData(): Promise<Blob> {
    return Promise.reject(new OpslagFout('niet-ondersteund', 'bijlagen staan buiten RxDB'));
  }

  changeStream(): Observable<
    EventBulk<RxStorageChangeEvent<RxDocumentData<D>>, RxStorageDefaultCheckpoint>
  > {
    return this.#geheugen.changeStream();
  }

  cleanup(minstensVerwijderd: number): Promise<boolean> {
    const geheugen = this.#geheugen;
    return this.#bewaak(() =>
      this.#beheer.alleen(async () => {
        geheugen.ensurePersistence();
        const tot = Date.now() - minstensVerwijderd;
        const oud: RxDocumentData<D>[] = [];
        for (const doc of geheugen.internals.documents.values())
          if (doc._deleted && doc._meta.lwt <= tot) oud.push(doc);
        if (oud.length === 0) return true;
        const ids = oud.map((doc) => idVan(geheugen, doc as unknown as Opgeslagen));
        await this.#beheer.zuiver(this.#winkel, ids, () => {
          for (const doc of oud)
            removeDocFromState(
              geheugen.primaryPath as string,
              geheugen.schema,
              geheugen.internals,
              doc,
            );
        });
        return true;
      }),
    );
  }

  close(): Promise<void> {
    this.#dicht ??= (async () => {
      await Promise.allSettled(this.#lopend);
      await this.#geheugen.close();
      this.#beheer.laatLos(this.#winkel);
    })();
    return this.#dicht;
  }

  async remove(): Promise<void> {
    await this.#bewaak(() =>
      this.#beheer.alleen(async () => {
        await this.#beheer.wis(this.#winkel);
        await this.#geheugen.remove();
      }),
    );
    await this.close();
  }

  /** Refuses after closing, and lets closing wait for what is under way. */
  #bewaak<T>(begin: () => Promise<T>): Promise<T> {
    if (this.#dicht !== null)
      return Promise.reject(new OpslagFout('gesloten', 'deze collectie is gesloten'));
    const werk = begin();
    this.#lopend.add(werk);
    const klaar = (): void => void this.#lopend.delete(werk);
    werk.then(klaar, klaar);
    return werk;
  }
}

const idVan = <D>(geheugen: RxStorageInstanceMemory<D>, doc: Opgeslagen): string =>
  String(doc[geheugen.primaryPath]);

const GELADEN = 'opslag-geladen';

/**
 * Puts what was read from the log into RxDB's memory storage. Its indexes are made when the first query
 * or write needs them, or when there is nothing else to do: most of an opening waits for none of them.
 * @param stand becomes the map of that storage
 */
export function laadGeheugen<D>(
  geheugen: RxStorageInstanceMemory<D>,
  stand: Map<string, Opgeslagen>,
): void {
  if (stand.size === 0) return;
  const { internals } = geheugen;
  const documenten = stand as unknown as Map<string, RxDocumentData<D>>;
  internals.documents = documenten;
  internals.ensurePersistenceTask = {
    bulkInsertDocs: Array.from(documenten.values(), (document) => ({ document })),
    bulkUpdateDocs: [],
    errors: [],
    eventBulk: { id: '', events: [], checkpoint: null, context: GELADEN },
    attachmentsAdd: [],
    attachmentsRemove: [],
    attachmentsUpdate: [],
  };
  internals.ensurePersistenceIdlePromise = requestIdlePromiseNoQueue().then(() => {
    delete internals.ensurePersistenceIdlePromise;
    geheugen.ensurePersistence();
  });
}

/**
 * Every document of a store, tombstones too, in no order and without making an index. RxDB's memory
 * storage brings a write into its map when there is time: until then it is in what is still to be done.
 */
export function* documentenVan<D>(
  deel: RxStorageInstance<D, object, object>,
): Generator<RxDocumentData<D>> {
  const { documents, ensurePersistenceTask } =
    deel.internals as unknown as MemoryStorageInternals<D>;
  // What was loaded is in the map already.
  const taak =
    ensurePersistenceTask?.eventBulk.context === GELADEN ? undefined : ensurePersistenceTask;
  const sleutel = getPrimaryFieldOfPrimaryKey(deel.schema.primaryKey) as keyof RxDocumentData<D>;
  const nieuwer = new Map<string, RxDocumentData<D>>();
  for (const { document } of [...(taak?.bulkInsertDocs ?? []), ...(taak?.bulkUpdateDocs ?? [])])
    nieuwer.set(String(document[sleutel]), document);
  for (const [id, document] of documents) if (!nieuwer.has(id)) yield document;
  yield* nieuwer.values();
}
