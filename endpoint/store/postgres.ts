/**
 * Opens PostgreSQL, which several processes may use at once. Numbers of eight bytes come back as
 * numbers (volgnummers stay far below 2^53) and texts are compared byte by byte, as in SQLite.
 */
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { MIGRATIES, TE_NIEUW } from './migraties.js';
import type { Tabellen } from './tabellen.js';

/** Connections of one process. */
const VERBINDINGEN = 12;
/** Milliseconds that one statement may take, waiting for other writers of the house included. */
const GEDULD = 30_000;
/** Milliseconds to wait for a connection. */
const VERBINDTIJD = 10_000;
/** Any number will do, as long as every process takes the same: one migrates, the others wait. */
const MIGRATIESLOT = 4_871_001;

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, formaat) =>
    oid === pg.types.builtins.INT8
      ? (Number as (waarde: unknown) => number)
      : (pg.types.getTypeParser(oid, formaat) as (waarde: unknown) => unknown),
};

export interface Pgkeuzes {
  /** `postgres://user:password@host/database`; what is missing comes from the `PG…` variables. */
  readonly url: string;
  /** A connection that nobody was using broke: the pool makes a new one. */
  readonly bijStoring: (mis: Error) => void;
}

export const verbindingskeuzes = (url: string): pg.ClientConfig => ({
  connectionString: url,
  types,
  application_name: 'casuskluis-endpoint',
  keepAlive: true,
  connectionTimeoutMillis: VERBINDTIJD,
});

/** SQLite's text of a migration, in the words of PostgreSQL. */
const vertaal = (tekst: string): string =>
  tekst
    .replaceAll(/\) strict;/g, ');')
    .replaceAll(/ integer\b/g, ' bigint')
    .replaceAll(/ blob\b/g, ' bytea')
    .replaceAll(/ text\b/g, ' text collate "C"');

async function migreer(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATIESLOT]);
    await client.query('create table if not exists schemaversie (versie bigint not null)');
    const { rows } = await client.query<{ versie: number }>('select versie from schemaversie');
    const van = rows[0]?.versie ?? 0;
    if (van > MIGRATIES.length) throw new Error(TE_NIEUW(van));
    for (const tekst of MIGRATIES.slice(van)) await client.query(vertaal(tekst));
    if (van < MIGRATIES.length) {
      await client.query('delete from schemaversie');
      await client.query('insert into schemaversie values ($1)', [MIGRATIES.length]);
    }
    await client.query('commit');
  } catch (mis) {
    await client.query('rollback');
    throw mis;
  } finally {
    client.release();
  }
}

/** Rejects when the server cannot be reached, or holds data of a newer version. */
export async function openPostgres({ url, bijStoring }: Pgkeuzes): Promise<Kysely<Tabellen>> {
  const pool = new pg.Pool({
    ...verbindingskeuzes(url),
    max: VERBINDINGEN,
    statement_timeout: GEDULD,
    idle_in_transaction_session_timeout: GEDULD,
  });
  pool.on('error', bijStoring);
  // One that breaks while it is in use says so twice: to its query, and here.
  pool.on('connect', (client) => client.on('error', bijStoring));
  try {
    await migreer(pool);
  } catch (mis) {
    await pool.end();
    throw mis;
  }
  return new Kysely<Tabellen>({ dialect: new PostgresDialect({ pool }) });
}

/** SQLSTATE classes and the names that Node gives to a connection that failed. */
const STORINGEN: readonly (readonly [RegExp, 'vol' | 'bezet' | 'stuk'])[] = [
  [/^53[12]00$/, 'vol'],
  [/^(40001|40P01|55P03|57014|53300|25P0[23])$/, 'bezet'],
  [/^(08...|57P..|58...|XX...|25006)$/, 'stuk'],
  [/^(ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)$/, 'stuk'],
];

/** What a server that is full, busy or gone looks like; null for anything else. */
export function pgStoring(mis: Error): 'vol' | 'bezet' | 'stuk' | null {
  if ('code' in mis && typeof mis.code === 'string') {
    const { code } = mis;
    return STORINGEN.find(([vorm]) => vorm.test(code))?.[1] ?? null;
  }
  // The driver has no code for these.
  return /^(Connection terminated|timeout exceeded when trying to connect|Client (has encountered a connection error|was closed))/.test(
    mis.message,
  )
    ? 'stuk'
    : null;
}
