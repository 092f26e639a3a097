/**
 * The order of a house. Whoever writes takes the row of the house first and gives it its new value
 * last: writers of one house wait for each other, so a volgnummer that a reader sees has no lower one
 * still to come. A sequence that does not wait would let a reader's checkpoint pass a slow writer.
 */
import type { Kysely, Transaction } from 'kysely';
import type { Tabellen } from './tabellen.js';

/** Locks the house and answers its last volgnummer. */
export async function neemBeurt(tx: Transaction<Tabellen>, huis: string): Promise<number> {
  const { seq } = await tx
    .updateTable('tenant')
    .set((eb) => ({ seq: eb.ref('seq') }))
    .where('tenant', '=', huis)
    .returning('seq')
    .executeTakeFirstOrThrow();
  return seq;
}

export async function zetVolgnummer(
  tx: Transaction<Tabellen>,
  huis: string,
  seq: number,
): Promise<void> {
  await tx.updateTable('tenant').set({ seq }).where('tenant', '=', huis).execute();
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
