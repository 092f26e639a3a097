/** A way of storing that is measured: the vault's own, and what it is compared with. */
import type { Benchdoc } from '../documenten.js';

export interface Winkel {
  voegToe(docs: Benchdoc[]): Promise<void>;
  wijzig(id: string, tekst: string): Promise<void>;
  /** Number of documents after reading every one of them. */
  leesAlles(): Promise<number>;
  /** Number of documents of a case, by index; null where there is no query. */
  zoek(casus: string): Promise<number | null>;
  /** Number of documents whose text holds this, without an index; null where there is no query. */
  filter(tekst: string): Promise<number | null>;
  /** Sends every document to a bare server, and fetches all that it has; null where there is no replication. */
  verzend(adres: string): Promise<number | null>;
  ontvang(adres: string): Promise<number | null>;
  sluit(): Promise<void>;
}

export interface Stapel {
  readonly naam: string;
  /** Opens an existing store or makes one. All that stands between the key and a usable store. */
  open(database: string): Promise<Winkel>;
}
