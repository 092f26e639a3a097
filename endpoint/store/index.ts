/** The store, put together from its parts, on SQLite or on PostgreSQL. */
import { type Kysely, sql } from 'kysely';
import type { Omroep, Store } from './contract.js';
import { maakDocumenten } from './documenten.js';
import { maakEpochs } from './epochs.js';
import { maakHuizen } from './huizen.js';
import { maakIntrekkingen } from './intrekkingen.js';
import { maakLeden } from './leden.js';
import { maakQuarantaine, ruimQuarantaineOp } from './quarantaine.js';
import { maakReeksen } from './reeksen.js';
import { maakSessies } from './sessies.js';
import { maakOmroep } from './omroep.js';
import { openPostgres, pgStoring } from './postgres.js';
import { openSqlite, sqliteStoring } from './sqlite.js';
import { maakStukken } from './stukken.js';
import type { Tabellen } from './tabellen.js';
import { maakUitnodigingen } from './uitnodigingen.js';
import { maakVernietigen } from './vernietigen.js';

export type { Beller, Bericht, Omroep, Store } from './contract.js';

/** How long an invitation is kept after it expired, so that a late device gets a clear answer; and what was judged. */
const DAGEN_NA_VERLOOP = 30;

export interface Opslag {
  readonly store: Store;
  /** Null on SQLite: nobody else is on that file. */
  readonly omroep: Omroep | null;
}

export interface Opslagkeuzes {
  /** Folder of the SQLite file; not used when there is a `db`. */
  readonly map: string;
  /** Address of a PostgreSQL database. */
  readonly db: string | null;
  /** Null: as much as the disk has. SQLite only. */
  readonly maxBytes: number | null;
  /** Bytes that the documents, quarantine and chunks of one house may take together. */
  readonly quotum: number;
  /** Houses that may register. */
  readonly maxHuizen: number;
  /** A connection broke; what needed it is answered by itself. */
  readonly bijStoring: (mis: Error) => void;
}

/** Rejects when the folder, the file or the server cannot be used. */
export async function openOpslag(keuzes: Opslagkeuzes): Promise<Opslag> {
  const { map, db: url, maxBytes, bijStoring } = keuzes;
  if (url === null) return { store: maakStore(openSqlite(map, maxBytes), keuzes), omroep: null };
  const db = await openPostgres({ url, bijStoring });
  try {
    return { store: maakStore(db, keuzes), omroep: await maakOmroep(url, bijStoring) };
  } catch (mis) {
    await db.destroy();
    throw mis;
  }
}

/** What a failing disk, a lock or a lost server looks like, so that it is answered with 503 and not with 500. */
export const opslagstoring = (mis: unknown): 'vol' | 'bezet' | 'stuk' | null =>
  mis instanceof Error ? (sqliteStoring(mis) ?? pgStoring(mis)) : null;

function maakStore(
  db: Kysely<Tabellen>,
  { quotum, maxHuizen }: Pick<Opslagkeuzes, 'quotum' | 'maxHuizen'>,
): Store {
  return {
    ...maakHuizen(db, maxHuizen),
    ...maakSessies(db),
    ...maakReeksen(db),
    ...maakLeden(db),
    ...maakDocumenten(db, quotum),
    ...maakStukken(db, quotum),
    ...maakIntrekkingen(db),
    ...maakEpochs(db),
    ...maakVernietigen(db),
    ...maakQuarantaine(db),
    ...maakUitnodigingen(db),
    async ruimOp(nu) {
      const lang = new Date(Date.parse(nu) - DAGEN_NA_VERLOOP * 86_400_000).toISOString();
      await db.transaction().execute(async (tx) => {
        await tx.deleteFrom('uitdaging').where('verloopt_op', '<=', nu).execute();
        await tx.deleteFrom('token').where('verloopt_op', '<=', nu).execute();
        await tx.deleteFrom('uitnodiging').where('verloopt_op', '<=', lang).execute();
        await ruimQuarantaineOp(tx, lang);
      });
    },
    async leeft() {
      await sql`select 1 from tenant limit 1`.execute(db);
    },
    async sluit() {
      await db.destroy();
    },
  };
}
