/** The worker of `sqlite.ts`. Fast as the library allows: one handle pool, prepared statements. */
import openSqlite, { type Database, type PreparedStatement } from '@evolu/sqlite-wasm';

export type Vraag =
  | { soort: 'open'; naam: string; sleutel: string }
  | { soort: 'voegToe'; rijen: readonly (readonly [id: string, casus: string, json: string])[] }
  | { soort: 'wijzig'; id: string; tekst: string }
  | { soort: 'alles' }
  | { soort: 'zoek'; casus: string }
  | { soort: 'haal'; id: string }
  | { soort: 'sluit' };
export type Antwoord = { rijen: string[] } | { fout: string };

interface Open {
  readonly db: Database;
  readonly invoeging: PreparedStatement;
}
let open: Open | undefined;

async function openDatabase(naam: string, sleutel: string): Promise<void> {
  const sqlite = await openSqlite();
  const pool = await sqlite.installOpfsSAHPoolVfs({ directory: `.${naam}` });
  const db = new pool.OpfsSAHPoolDb('file:bench.db?vfs=multipleciphers-opfs-sahpool');
  // The cipher that this build has as its default, and the quickest of those with a MAC.
  db.exec(`PRAGMA cipher = 'chacha20'; PRAGMA key = 'raw:${sleutel}'`);
  // These files can be open once only, so to lock them for each transaction is work for nothing.
  db.exec('PRAGMA locking_mode = exclusive; PRAGMA synchronous = full');
  db.exec('CREATE TABLE IF NOT EXISTS docs (id TEXT PRIMARY KEY, casus TEXT, json TEXT)');
  db.exec('CREATE INDEX IF NOT EXISTS op_casus ON docs (casus)');
  open = { db, invoeging: db.prepare('INSERT INTO docs VALUES (?, ?, ?)') };
}

function doe({ db, invoeging }: Open, vraag: Exclude<Vraag, { soort: 'open' }>): string[] {
  switch (vraag.soort) {
    case 'voegToe':
      db.transaction(() => {
        for (const rij of vraag.rijen) invoeging.bind([...rij]).stepReset();
      });
      return [];
    case 'wijzig':
      db.exec("UPDATE docs SET json = json_set(json, '$.tekst', ?) WHERE id = ?", {
        bind: [vraag.tekst, vraag.id],
      });
      return [];
    case 'alles':
      return db.selectValues('SELECT json FROM docs') as string[];
    case 'zoek':
      return db.selectValues('SELECT json FROM docs WHERE casus = ?', [vraag.casus]) as string[];
    case 'haal':
      return db.selectValues('SELECT json FROM docs WHERE id = ?', [vraag.id]) as string[];
    case 'sluit':
      invoeging.finalize();
      db.close();
      return [];
  }
}

addEventListener('message', ({ data: vraag }: MessageEvent<Vraag>) => {
  void (async (): Promise<Antwoord> => {
    try {
      if (vraag.soort === 'open') await openDatabase(vraag.naam, vraag.sleutel);
      else if (open !== undefined) return { rijen: doe(open, vraag) };
      return { rijen: [] };
    } catch (fout) {
      return { fout: String(fout) };
    }
  })().then((antwoord) => postMessage(antwoord));
});
