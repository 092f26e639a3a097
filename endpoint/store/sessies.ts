/** Challenges and tokens: short-lived, random, and of no use to who reads the file. */
import type { Kysely } from 'kysely';
import type { Store } from './contract.js';
import type { Tabellen } from './tabellen.js';

type Sessiedeel = Pick<Store, 'bewaarUitdaging' | 'neemUitdaging' | 'bewaarToken' | 'beller'>;

export function maakSessies(db: Kysely<Tabellen>): Sessiedeel {
  return {
    async bewaarUitdaging(huis, apparaat, uitdaging, verlooptOp) {
      await db
        .insertInto('uitdaging')
        .values({ tenant: huis, apparaat, uitdaging, verloopt_op: verlooptOp })
        .execute();
    },

    async neemUitdaging(huis, apparaat, uitdaging, nu) {
      const rij = await db
        .deleteFrom('uitdaging')
        .where('tenant', '=', huis)
        .where('uitdaging', '=', uitdaging)
        .where('apparaat', '=', apparaat)
        .returning('verloopt_op')
        .executeTakeFirst();
      return rij !== undefined && rij.verloopt_op > nu;
    },

    async bewaarToken(huis, apparaat, hash, verlooptOp) {
      await db
        .insertInto('token')
        .values({ tenant: huis, apparaat, hash, verloopt_op: verlooptOp })
        .execute();
    },

    async beller(huis, hash, nu) {
      const rij = await db
        .selectFrom('token as t')
        .innerJoin('apparaat as d', (j) =>
          j.onRef('d.tenant', '=', 't.tenant').onRef('d.apparaat', '=', 't.apparaat'),
        )
        .innerJoin('account as a', (j) =>
          j.onRef('a.tenant', '=', 'd.tenant').onRef('a.account', '=', 'd.account'),
        )
        .select(['d.apparaat', 'd.account', 'd.ingetrokken_op', 'a.ingetrokken_op as account_weg'])
        .where('t.tenant', '=', huis)
        .where('t.hash', '=', hash)
        .where('t.verloopt_op', '>', nu)
        .executeTakeFirst();
      if (rij === undefined) return null;
      if (rij.ingetrokken_op !== null || rij.account_weg !== null) return 'ingetrokken';
      return { huis, account: rij.account, apparaat: rij.apparaat };
    },
  };
}
