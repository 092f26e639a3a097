/** What can go wrong with the store, as values that the vault turns into Dutch with a next step. */

export type Opslagfoutsoort =
  /** The disk or the browser's quota is full. Nothing was written; reading goes on. */
  | 'vol'
  /** The key opens nothing in this database. */
  | 'verkeerde-sleutel'
  /** The database is not there, and it must be. */
  | 'weg'
  /** The store was closed, or the browser closed it (profile deleted, disk gone). */
  | 'gesloten'
  /** Another window wrote to this database since it was opened here. */
  | 'bezet'
  /** The write was rolled back for another reason; see `cause`. */
  | 'afgebroken'
  /** Written by a newer version of the application. Not touched. */
  | 'nieuwer'
  /** Part of it cannot be read, and what was asked would lose that part for good. */
  | 'beschadigd'
  /** Something that this storage does not do, such as attachments inside RxDB. */
  | 'niet-ondersteund';

export class OpslagFout extends Error {
  readonly soort: Opslagfoutsoort;
  constructor(soort: Opslagfoutsoort, uitleg: string, oorzaak?: unknown) {
    super(uitleg, oorzaak === undefined ? undefined : { cause: oorzaak });
    this.name = 'OpslagFout';
    this.soort = soort;
  }
}

/**
 * Part of a store that could not be read when it was opened. The rest is usable; the bytes stay
 * where they are, so that they can be looked at or restored, and are never compacted away.
 */
export interface Opslagmelding {
  readonly soort:
    | 'onleesbaar'
    | 'onbekende-versie'
    | 'ontbreekt'
    | 'kop-onleesbaar'
    | 'proef-onleesbaar'
    | 'anker-onleesbaar'
    | 'opruimen-mislukt';
  /** Name of the store: database, collection and schema version; empty for the database itself. */
  readonly winkel: string;
  /** First and last sequence number concerned, inclusive. */
  readonly van: number;
  readonly tot: number;
  /** Length of what is left of it in bytes; 0 when missing. */
  readonly bytes: number;
}

/** Whether it means that documents are missing. */
export const isVerlies = (soort: Opslagmelding['soort']): boolean =>
  soort === 'onleesbaar' || soort === 'onbekende-versie' || soort === 'ontbreekt';

const NAMEN: Record<string, Opslagfoutsoort> = {
  QuotaExceededError: 'vol',
  ConstraintError: 'bezet',
  DatabaseClosedError: 'gesloten',
  InvalidStateError: 'gesloten',
  NotFoundError: 'gesloten',
};

/** Dexie wraps the error of the browser, sometimes twice (`inner`, `failures`): the first known name counts. */
export function alsOpslagFout(oorzaak: unknown): OpslagFout {
  if (oorzaak instanceof OpslagFout) return oorzaak;
  const rij: unknown[] = [oorzaak];
  for (let i = 0; i < rij.length && i < 8; i++) {
    const fout = rij[i];
    if (typeof fout !== 'object' || fout === null) continue;
    const naam = 'name' in fout && typeof fout.name === 'string' ? fout.name : '';
    const soort = NAMEN[naam];
    if (soort !== undefined)
      return new OpslagFout(soort, `schrijven naar de opslag mislukte: ${naam}`, oorzaak);
    if ('inner' in fout) rij.push(fout.inner);
    if ('failures' in fout && Array.isArray(fout.failures))
      rij.push(...(fout.failures as unknown[]));
    if ('cause' in fout) rij.push(fout.cause);
  }
  return new OpslagFout('afgebroken', 'schrijven naar de opslag mislukte', oorzaak);
}
