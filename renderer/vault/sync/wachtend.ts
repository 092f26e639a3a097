/**
 * Which documents of a collection this device changed and the house does not have yet.
 *
 * RxDB keeps, beside every document, the state that it assumes at the endpoint. A document waits when
 * its `versie` differs from that. At the start both are read through once, from memory, so the answer
 * is right after a restart without a network; afterwards it follows the writes.
 */
import type {
  RxReplicationWriteToMasterRow,
  RxStorageInstance,
  RxStorageReplicationMeta,
} from 'rxdb';
import type { Basisdocument } from '../../../shared/schema/index.js';
import { documentenVan } from '../opslag/index.js';

export type Document = Basisdocument & { _deleted: boolean };
// The free type parameters of RxDB's storages (internals, options) are of no interest here.
export type Opslagdeel<T> = RxStorageInstance<T, object, object>;
export type Meta = RxStorageReplicationMeta<Document, Record<string, number>> & {
  /** Ours: number that the endpoint gave to `docData`, where it is known. */
  volgnummer?: number;
  /** Ours: versions that the endpoint had before `docData`, the oldest first. */
  eerder?: string[];
};

export class Wachtend {
  /** Version that waits, by id. */
  readonly #versies = new Map<string, string>();
  /** Versions that will be written here and are at the endpoint already. */
  readonly #bijHuis = new Set<string>();
  readonly #bijWijziging: () => void;

  constructor(bijWijziging: () => void) {
    this.#bijWijziging = bijWijziging;
  }

  get ids(): Iterable<string> {
    return this.#versies.keys();
  }
  get aantal(): number {
    return this.#versies.size;
  }

  /** Tombstones too: a deletion that the endpoint lacks also waits. */
  tel(fork: Opslagdeel<Document>, meta: Opslagdeel<Meta>): void {
    const bijHuis = new Map<string, string | undefined>();
    for (const { itemId, docData } of documentenVan(meta))
      bijHuis.set(itemId, (docData as Document | undefined)?.versie);
    for (const doc of documentenVan(fork)) {
      if (bijHuis.get(doc.id) !== doc.versie) this.#versies.set(doc.id, doc.versie);
    }
    this.#bijWijziging();
  }

  /** A conflict was settled by taking over what the endpoint has. */
  isBijHuis({ versie }: Document): void {
    this.#bijHuis.add(versie);
  }

  geschreven(docs: readonly Document[]): void {
    for (const { id, versie } of docs) {
      if (this.#bijHuis.delete(versie)) this.#versies.delete(id);
      else this.#versies.set(id, versie);
    }
    this.#bijWijziging();
  }

  /** The endpoint's state was written over what was here. */
  overschreven(docs: readonly { id: string }[]): void {
    for (const { id } of docs) this.#versies.delete(id);
    this.#bijWijziging();
  }

  /** Found to be at the endpoint. */
  gelijk(docs: readonly { id: string; versie: string }[]): void {
    let geraakt = false;
    for (const { id, versie } of docs) {
      if (this.#versies.get(id) === versie) geraakt = this.#versies.delete(id) || geraakt;
    }
    if (geraakt) this.#bijWijziging();
  }

  gepusht(rij: RxReplicationWriteToMasterRow<Document>): void {
    this.gelijk([rij.newDocumentState]);
  }
}
