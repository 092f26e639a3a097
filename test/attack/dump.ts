/** Every row of every table, so that no change escapes. */
import { createHash } from 'node:crypto';
import { metBestand } from '../harness/endpointbestand.js';
import { metPg } from '../harness/postgres.js';

/** Rows by table, each as a hash, sorted. */
export type Dump = Readonly<Record<string, readonly string[]>>;

const rijVan = (rij: unknown): string => {
  const tekst = JSON.stringify(rij, (_, waarde: unknown) =>
    waarde instanceof ArrayBuffer ? Buffer.from(waarde).toString('base64') : waarde,
  );
  return createHash('sha256').update(tekst).digest('base64');
};

export async function dumpSqlite(map: string): Promise<Dump> {
  return Promise.resolve(
    metBestand(map, (db) => {
      const tabellen = db
        .prepare("select name from sqlite_master where type = 'table' order by name")
        .all() as { name: string }[];
      return Object.fromEntries(
        tabellen.map(({ name }) => [
          name,
          db.prepare(`select * from "${name}"`).all().map(rijVan).sort(),
        ]),
      );
    }),
  );
}

export const dumpPostgres = (url: string): Promise<Dump> =>
  metPg(url, async (client) => {
    const { rows } = await client.query<{ tablename: string }>(
      "select tablename from pg_tables where schemaname = 'public' order by 1",
    );
    const uit: Record<string, readonly string[]> = {};
    for (const { tablename } of rows) {
      const alle = await client.query(`select * from "${tablename}"`);
      uit[tablename] = alle.rows.map(rijVan).sort();
    }
    return uit;
  });
