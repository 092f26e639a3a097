/**
 * The order of a house. Whoever writes takes the row of the house first and gives it its new value
 * last: writers of one house wait for each other, so a volgnummer that a reader sees has no lower one
 * still to come. A sequence that does not wait would let a reader's checkpoint pass a slow writer.
 */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tabellen } from './tabellen.js';

/** Locks the house and answers its last volgnummer, and the bytes that it uses. */
export function neemBeurt(
  tx: Transaction<Tabellen>,
  huis: string,
): Promise<{ seq: number; bytes: number }> {
  return tx
    .updateTable('tenant')
    .set((eb) => ({ seq: eb.ref('seq') }))
    .where('tenant', '=', huis)
    .returning(['seq', 'bytes'])
    .executeTakeFirstOrThrow();
}

export async function zetVolgnummer(
  tx: Transaction<Tabellen>,
  huis: string,
  seq: number,
  erbij = 0,
): Promise<void> {
  await tx
    .updateTable('tenant')
    .set((eb) => ({
      seq,
      bytes: sql<number>`${eb.ref('bytes')} + ${sql`cast(${erbij} as bigint)`}`,
    }))
    .where('tenant', '=', huis)
    .execute();
}

/** Reads that see one state together: what commits in between is seen by none of them. */
export const momentopname = <T>(
  db: Kysely<Tabellen>,
  lees: (tx: Transaction<Tabellen>) => Promise<T>,
): Promise<T> =>
  db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(lees);

/** Parts of at most `n`, for statements with a bounded number of parameters. */
export function* delen<T>(rij: readonly T[], n: number): Generator<readonly T[]> {
  for (let i = 0; i < rij.length; i += n) yield rij.slice(i, i + n);
}
