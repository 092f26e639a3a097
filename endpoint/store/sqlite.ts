/**
 * Opens the embedded SQLite. libSQL's package brings prebuilt binaries, so a fresh machine needs no
 * compiler. Its native code ends the process on a bare Uint8Array: the door below turns every view
 * into a Buffer before it is bound.
 */
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import Database from 'libsql';
import { MIGRATIES, TE_NIEUW } from './migraties.js';
import type { Tabellen } from './tabellen.js';

/** The file in the data folder; SQLite adds `-wal` and `-shm`. */
const BESTANDSNAAM = 'endpoint.sqlite';
/** How long a write waits for another process, such as a backup, in milliseconds. */
const WACHT_OP_SLOT = 2000;
/**
 * Bytes of a page, of a new file. Ids are random, so each document of a batch touches pages of its own in the
 * indexes, and every page that is touched goes to the log whole: with four times as large ones a push of 100
 * took 1.2 times as long at 24,000 rows and 1.6 times at 100,000, and reading no less or more.
 */
const BLADZIJDE = 4096;
/** Bytes of the log at which it is worked into the file. */
const LOGBYTES = 64 * 1024 * 1024;
/** Prepared statements that are kept; the texts that recur are few. */
const MAX_OPDRACHTEN = 200;

const NIETS = { changes: 0, lastInsertRowid: 0 };

function bindbaar(waarde: unknown): unknown {
  if (typeof waarde === 'boolean') return waarde ? 1 : 0;
  if (ArrayBuffer.isView(waarde) && !Buffer.isBuffer(waarde))
    return Buffer.from(waarde.buffer, waarde.byteOffset, waarde.byteLength);
  return waarde;
}

function deur(ruw: Database.Database): SqliteDatabase {
  const opdrachten = new Map<string, SqliteStatement>();
  return {
    close: () => {
      opdrachten.clear();
      try {
        // One file is left at rest, instead of a log that only SQLite can read.
        ruw.pragma('wal_checkpoint(TRUNCATE)');
      } catch (mis) {
        // On a full disk the log stays: nothing is lost, and the next start reads it.
        if (!(mis instanceof Error) || sqliteStoring(mis) === null) throw mis;
      } finally {
        ruw.close();
      }
    },
    prepare: (sql) => {
      const bekend = opdrachten.get(sql);
      if (bekend !== undefined) return bekend;
      const nieuw = ruw.prepare(sql);
      const opdracht: SqliteStatement = {
        reader: nieuw.reader,
        all: (waarden) => nieuw.all(waarden.map(bindbaar)),
        run: (waarden) =>
          // On a full disk SQLite has rolled back by itself; a second time hides the reason.
          sql === 'rollback' && !ruw.inTransaction ? NIETS : nieuw.run(waarden.map(bindbaar)),
        iterate: (waarden) => nieuw.iterate(waarden.map(bindbaar)),
      };
      if (opdrachten.size >= MAX_OPDRACHTEN) opdrachten.clear();
      opdrachten.set(sql, opdracht);
      return opdracht;
    },
  };
}

function versieVan(ruw: Database.Database): number {
  const rij = ruw.prepare('pragma user_version').get() as { user_version: number };
  return rij.user_version;
}

function migreer(ruw: Database.Database): void {
  const van = versieVan(ruw);
  if (van > MIGRATIES.length) throw new Error(TE_NIEUW(van));
  for (const [i, tekst] of MIGRATIES.entries()) {
    if (i < van) continue;
    ruw.exec('begin immediate');
    try {
      ruw.exec(tekst);
      ruw.exec(`pragma user_version = ${i + 1}`);
      ruw.exec('commit');
    } catch (mis) {
      ruw.exec('rollback');
      throw mis;
    }
  }
}

/**
 * Opens or makes the file in `map`, readable by its owner only, that grows no larger than `maxBytes`.
 * Throws when it cannot be used.
 */
export function openSqlite(map: string, maxBytes: number | null): Kysely<Tabellen> {
  mkdirSync(map, { recursive: true, mode: 0o700 });
  const bestand = join(map, BESTANDSNAAM);
  closeSync(openSync(bestand, 'a', 0o600));
  const ruw = new Database(bestand, { timeout: WACHT_OP_SLOT });
  try {
    ruw.exec(`pragma page_size = ${BLADZIJDE}`);
    ruw.pragma('journal_mode = WAL');
    ruw.exec('pragma synchronous = FULL');
    // Of a file that was made before it is another size.
    const { page_size: blad } = ruw.prepare('pragma page_size').get() as { page_size: number };
    ruw.exec(`pragma wal_autocheckpoint = ${LOGBYTES / blad}`);
    ruw.exec('pragma cache_size = -8192');
    // What is deleted is overwritten: a vak that was destroyed is not in the file any more.
    ruw.exec('pragma secure_delete = on');
    migreer(ruw);
    if (maxBytes !== null)
      ruw.exec(`pragma max_page_count = ${Math.max(1, Math.floor(maxBytes / blad))}`);
  } catch (mis) {
    ruw.close();
    throw mis;
  }
  return new Kysely<Tabellen>({ dialect: new SqliteDialect({ database: deur(ruw) }) });
}

/** What a failing disk or a lock looks like; null for anything else. */
export function sqliteStoring(mis: Error): 'vol' | 'bezet' | 'stuk' | null {
  if (!('code' in mis) || typeof mis.code !== 'string') return null;
  if (mis.code.startsWith('SQLITE_FULL')) return 'vol';
  if (mis.code.startsWith('SQLITE_BUSY') || mis.code.startsWith('SQLITE_LOCKED')) return 'bezet';
  if (/^SQLITE_(IOERR|CANTOPEN|READONLY|CORRUPT|NOTADB)/.test(mis.code)) return 'stuk';
  return null;
}
