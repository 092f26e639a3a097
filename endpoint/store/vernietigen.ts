/** A vak that is gone for good: nothing of it is kept but its name, so that it does not come back. */
import { type Kysely, sql, type Transaction } from 'kysely';
import { fout, ok } from '../../shared/result.js';
import type { Store } from './contract.js';
import { isIngetrokken } from './intrekkingen.js';
import { toegangTot, vernietigdeVan } from './leden.js';
import type { Tabellen } from './tabellen.js';
import { neemBeurt, zetVolgnummer } from './volgorde.js';

/** Who comes from outside the house takes part; destroying is for the house. */
const GAST = 'ketenpartner';

async function bytesIn(
  tx: Transaction<Tabellen>,
  tabel: 'doc' | 'quarantaine' | 'stuk',
  huis: string,
  vak: string,
): Promise<number> {
  const { bytes } = await tx
    .selectFrom(tabel)
    .select(sql<number>`cast(coalesce(sum(size), 0) as bigint)`.as('bytes'))
    .where('tenant', '=', huis)
    .where('scope', '=', vak)
    .executeTakeFirstOrThrow();
  return bytes;
}

export function maakVernietigen(db: Kysely<Tabellen>): Pick<Store, 'vernietigVak'> {
  return {
    async vernietigVak(beller, vak, vandaag, nu) {
      return db.transaction().execute(async (tx) => {
        const { huis, account } = beller;
        const { seq } = await neemBeurt(tx, huis);
        if (await isIngetrokken(tx, beller)) return fout('apparaat-ingetrokken');
        if ((await vernietigdeVan(tx, huis, [vak])).has(vak)) return ok('weg');
        if (!(await toegangTot(tx, beller, [vak], vandaag)).has(vak)) return fout('onbekend-vak');
        const { role } = await tx
          .selectFrom('member')
          .select('role')
          .where('tenant', '=', huis)
          .where('scope', '=', vak)
          .where('account', '=', account)
          .executeTakeFirstOrThrow();
        if (role === GAST) return fout('niet-van-het-huis');

        let bytes = 0;
        for (const tabel of ['doc', 'quarantaine', 'stuk'] as const)
          bytes += await bytesIn(tx, tabel, huis, vak);
        for (const tabel of [
          'doc',
          'quarantaine',
          'stuk',
          'verlening',
          'member',
          'oudlid',
          'vak',
        ] as const)
          await tx.deleteFrom(tabel).where('tenant', '=', huis).where('scope', '=', vak).execute();
        await tx.insertInto('vernietigd').values({ tenant: huis, scope: vak, op: nu }).execute();
        await zetVolgnummer(tx, huis, seq, -bytes);
        return ok('weg');
      });
    },
  };
}
