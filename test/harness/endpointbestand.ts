/** Looks into the file of an endpoint from outside, as an auditor would. */
import { join } from 'node:path';
import Database from 'libsql';

const TABELLEN = [
  'tenant',
  'account',
  'apparaat',
  'member',
  'verlening',
  'doc',
  'uitdaging',
  'token',
  'uitnodiging',
  'vak',
  'oudlid',
  'intrekking',
  'quarantaine',
  'stuk',
] as const;

export type Tabel = (typeof TABELLEN)[number];

export const bestandVan = (map: string): string => join(map, 'endpoint.sqlite');

export function metBestand<T>(map: string, doe: (db: Database.Database) => T): T {
  const db = new Database(bestandVan(map), { timeout: 2000 });
  try {
    return doe(db);
  } finally {
    db.close();
  }
}

/** Rows per table, and the volgnummers of the houses: what a refused request must leave alone. */
export const stand = (map: string): Record<Tabel | 'seq', number> =>
  metBestand(map, (db) => {
    const getal = (sql: string): number => (db.prepare(sql).get() as { n: number }).n;
    const tellingen = TABELLEN.map((t) => [t, getal(`select count(*) n from ${t}`)] as const);
    return {
      ...(Object.fromEntries(tellingen) as Record<Tabel, number>),
      seq: getal('select coalesce(sum(seq), 0) n from tenant'),
    };
  });

export const integriteit = (map: string): string =>
  metBestand(
    map,
    (db) =>
      (db.prepare('pragma integrity_check').get() as { integrity_check: string }).integrity_check,
  );
