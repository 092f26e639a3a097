/**
 * Keeps an answer that was overtaken, or given again, from undoing what came after it.
 *
 * A pull may be answered before a push of ours, and be written after it. Its document is then older
 * than what we have, RxDB takes it for news, and the edit is gone from sight until the next pull. The
 * endpoint numbers every change, so it can be told; and it is judged at the last moment, at the write.
 *
 * An endpoint that was put back from a backup, or means harm, shows as present what it had before. Its
 * numbers say nothing then; what tells it is that the version was seen here once, and then another.
 */
import type { RxStorageWriteError } from 'rxdb';
import type { Document, Opslagdeel } from './wachtend.js';

export class Koers {
  readonly #gepusht = new Map<string, { versie: string; volgnummer: number }>();
  readonly #opgehaald = new Map<string, { versie: string; volgnummer: number }>();

  /** Versions that the endpoint showed as present after a later one, and the documents that they are of. */
  readonly #terug = new Map<string, string>();

  /** What the endpoint numbered a version, until it is noted beside the document. */
  readonly #nummers = new Map<string, { versie: string; volgnummer: number }>();

  /** `volgnummer`: the last that the push gave out; what others wrote later has a higher one. */
  gepusht(id: string, versie: string, volgnummer: number): void {
    this.#gepusht.set(id, { versie, volgnummer });
    this.#nummers.set(id, { versie, volgnummer });
  }

  opgehaald(id: string, versie: string, volgnummer: number): void {
    this.#opgehaald.set(id, { versie, volgnummer });
    this.#nummers.set(id, { versie, volgnummer });
  }

  /** The numbers of before say nothing about those that come now. */
  vergeetNummers(): void {
    this.#gepusht.clear();
    this.#opgehaald.clear();
  }

  terug(id: string, versie: string): void {
    this.#terug.set(versie, id);
  }

  isTerug({ versie }: { versie: string }): boolean {
    return this.#terug.has(versie);
  }

  /** Documents of which the endpoint showed an older version as the present one. */
  get teruggezet(): ReadonlySet<string> {
    return new Set(this.#terug.values());
  }

  /** Number of this version, to be asked once; undefined when it is not known. */
  neemNummer({ id, versie }: { id: string; versie: string }): number | undefined {
    const bekend = this.#nummers.get(id);
    if (bekend?.versie !== versie) return undefined;
    this.#nummers.delete(id);
    return bekend.volgnummer;
  }

  /** Whether this document, as pulled, is from before our own last push of it. */
  isVerouderd({ id, versie }: { id: string; versie: string }): boolean {
    const op = this.#opgehaald.get(id);
    const van = this.#gepusht.get(id);
    if (op?.versie !== versie) return false;
    this.#opgehaald.delete(id);
    return van !== undefined && van.versie !== versie && op.volgnummer <= van.volgnummer;
  }
}

/** Context of what RxDB writes because it came from the endpoint. */
export const vanHuis = (context: string): boolean => context.startsWith('replication-downstream-');

/** The storage of a collection, as RxDB's replication may write to it. */
export function bewaakt(fork: Opslagdeel<Document>, koers: Koers): Opslagdeel<Document> {
  return {
    schema: fork.schema,
    internals: fork.internals,
    options: fork.options,
    databaseName: fork.databaseName,
    collectionName: fork.collectionName,
    bulkWrite: async (rijen, context) => {
      const oud = vanHuis(context) ? rijen.filter((r) => koers.isVerouderd(r.document)) : [];
      if (oud.length === 0) return fork.bulkWrite(rijen, context);
      const uit = await fork.bulkWrite(
        rijen.filter((r) => !oud.includes(r)),
        context,
      );
      // As a write that lost the race: RxDB leaves the document, and its notes on it, as they are.
      for (const writeRow of oud) {
        const documentInDb = writeRow.previous ?? writeRow.document;
        uit.error.push({
          isError: true,
          status: 409,
          documentId: documentInDb.id,
          writeRow,
          documentInDb,
        } as RxStorageWriteError<Document>);
      }
      return uit;
    },
    findDocumentsById: (ids, verwijderd) => fork.findDocumentsById(ids, verwijderd),
    query: (vraag) => fork.query(vraag),
    count: (vraag) => fork.count(vraag),
    getAttachmentData: (id, bijlage, som) => fork.getAttachmentData(id, bijlage, som),
    ...(fork.getChangedDocumentsSince && {
      getChangedDocumentsSince: fork.getChangedDocumentsSince.bind(fork),
    }),
    changeStream: () => fork.changeStream(),
    cleanup: (tijd) => fork.cleanup(tijd),
    close: () => fork.close(),
    remove: () => fork.remove(),
  };
}
