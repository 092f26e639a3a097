/** What a stack can do once it is open. */
import type { Benchdoc } from '../documenten.js';

export interface Winkel {
  voegToe(docs: Benchdoc[]): Promise<void>;
  /** Builds the index, where that is not done while writing. */
  bouwIndex?(): Promise<void>;
  /** Replaces the text of a document that it holds. */
  wijzig(doc: Benchdoc, tekst: string): Promise<void>;
  /** Number of documents after reading every one of them. */
  leesAlles(): Promise<number>;
  /** Number of documents of a case, by index and each of them read; absent where there is no query. */
  zoek?(casus: string): Promise<number>;
  /** One document, to see that it is what was written. */
  haal(id: string): Promise<Benchdoc | undefined>;
  sluit(): Promise<void>;
}

/** Opens an existing store or makes one. All that stands between the key and a usable store. */
export type Opener<W extends Winkel = Winkel> = (database: string) => Promise<W>;

/** Number of documents, of each of which a field was asked for: some are only decoded then. */
export const geteld = (docs: readonly { readonly tekst?: string }[]): number =>
  docs.filter(({ tekst }) => tekst !== undefined && tekst.length > 0).length;

/** Waits for a request of IndexedDB. */
export const wacht = <T>(vraag: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    vraag.onsuccess = () => resolve(vraag.result);
    vraag.onerror = () => reject(vraag.error ?? new Error('indexedDB'));
  });
