/** The series of volgnummers of each house, as they are kept: JSON, the present one last. */
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { GRENZEN, reeks, type Reeks } from '../../shared/sync/protocol.js';
import type { Store } from './contract.js';
import type { Tabellen } from './tabellen.js';
import { neemBeurt } from './volgorde.js';

const lees = (tekst: string): Reeks[] => {
  const alle = reeks.array().parse(JSON.parse(tekst));
  return alle.length > 0 ? alle : [{ naam: '', na: 0 }];
};
const schrijf = (reeksen: readonly Reeks[]): string => JSON.stringify(reeksen);

/** A house that registers anew where everything was lost must not pass for the one that was there. */
export const eersteReeksen = (): string => schrijf([{ naam: randomUUID(), na: 0 }]);

export function maakReeksen(db: Kysely<Tabellen>): Pick<Store, 'reeksen' | 'beginReeks'> {
  return {
    async reeksen(huis) {
      const rij = await db
        .selectFrom('tenant')
        .select('reeksen')
        .where('tenant', '=', huis)
        .executeTakeFirstOrThrow();
      return lees(rij.reeksen);
    },

    async beginReeks(naam) {
      await db.transaction().execute(async (tx) => {
        for (const { tenant } of await tx.selectFrom('tenant').select('tenant').execute()) {
          const { seq } = await neemBeurt(tx, tenant);
          const { reeksen } = await tx
            .selectFrom('tenant')
            .select('reeksen')
            .where('tenant', '=', tenant)
            .executeTakeFirstOrThrow();
          const nieuw = [...lees(reeksen), { naam, na: seq }].slice(-GRENZEN.reeksen);
          await tx
            .updateTable('tenant')
            .set({ reeksen: schrijf(nieuw) })
            .where('tenant', '=', tenant)
            .execute();
        }
        // A token that is still good would let its device go on without hearing of it.
        await tx.deleteFrom('token').execute();
      });
    },
  };
}
