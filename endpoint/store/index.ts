/** The store on SQLite, put together from its parts. */
import { sql } from 'kysely';
import type { Store } from './contract.js';
import { maakDocumenten } from './documenten.js';
import { maakHuizen } from './huizen.js';
import { maakLeden } from './leden.js';
import { maakSessies } from './sessies.js';
import { openDatabank } from './sqlite.js';
import { maakUitnodigingen } from './uitnodigingen.js';

export type { Beller, Store } from './contract.js';
export { opslagstoring } from './sqlite.js';

/** How long an invitation is kept after it expired, so that a late device gets a clear answer. */
const DAGEN_NA_VERLOOP = 30;

/** Throws when the folder or the file cannot be used. `maxBytes` null: as much as the disk has. */
export function openStore(map: string, maxBytes: number | null): Store {
  const { db } = openDatabank(map, maxBytes);
  return {
    ...maakHuizen(db),
    ...maakSessies(db),
    ...maakLeden(db),
    ...maakDocumenten(db),
    ...maakUitnodigingen(db),
    async ruimOp(nu) {
      const lang = new Date(Date.parse(nu) - DAGEN_NA_VERLOOP * 86_400_000).toISOString();
      await db.transaction().execute(async (tx) => {
        await tx.deleteFrom('uitdaging').where('verloopt_op', '<=', nu).execute();
        await tx.deleteFrom('token').where('verloopt_op', '<=', nu).execute();
        await tx.deleteFrom('uitnodiging').where('verloopt_op', '<=', lang).execute();
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
