/** Revocations of devices and accounts, kept as they were signed. None is ever undone. */
import type { Kysely, Transaction } from 'kysely';
import { fout, ok } from '../../shared/result.js';
import type { Apparaatverklaring, Intrekking } from '../../shared/sync/protocol.js';
import type { Beller, Store } from './contract.js';
import type { Tabellen } from './tabellen.js';
import { neemBeurt, zetVolgnummer } from './volgorde.js';

type Intrekdeel = Pick<Store, 'trekIn' | 'intrekkingen'>;

/** An account as a whole is kept under this instead of the name of a device. */
const HEEL_ACCOUNT = '';

/** Whether the caller was revoked since its token was looked at. Ask with the house locked. */
export async function isIngetrokken(
  tx: Transaction<Tabellen>,
  { huis, account, apparaat }: Beller,
): Promise<boolean> {
  const rij = await tx
    .selectFrom('intrekking')
    .select('seq')
    .where('tenant', '=', huis)
    .where('account', '=', account)
    .where('apparaat', 'in', [HEEL_ACCOUNT, apparaat])
    .executeTakeFirst();
  return rij !== undefined;
}

/** The moments of earlier revocations that apply to devices about to be registered. */
export async function eerderIngetrokken(
  tx: Transaction<Tabellen>,
  huis: string,
  apparaten: readonly Apparaatverklaring[],
): Promise<ReadonlyMap<string, string>> {
  if (apparaten.length === 0) return new Map();
  const rijen = await tx
    .selectFrom('intrekking')
    .select(['account', 'apparaat', 'op'])
    .where('tenant', '=', huis)
    .where('account', 'in', [...new Set(apparaten.map((d) => d.account))])
    .execute();
  const op = new Map(rijen.map((r) => [`${r.account}/${r.apparaat}`, r.op]));
  const gevonden = apparaten.flatMap(({ account, apparaat }) => {
    const moment = op.get(`${account}/${apparaat}`);
    return moment === undefined ? [] : [[apparaat, moment] as const];
  });
  return new Map(gevonden);
}

/** The moment at which an account was revoked before it was registered here, or null. */
export async function accountIngetrokken(
  tx: Transaction<Tabellen>,
  huis: string,
  account: string,
): Promise<string | null> {
  const rij = await tx
    .selectFrom('intrekking')
    .select('op')
    .where('tenant', '=', huis)
    .where('account', '=', account)
    .where('apparaat', '=', HEEL_ACCOUNT)
    .executeTakeFirst();
  return rij?.op ?? null;
}

async function pasToe(
  tx: Transaction<Tabellen>,
  huis: string,
  { account, apparaat }: Intrekking,
  nu: string,
): Promise<void> {
  if (apparaat === null) {
    await tx
      .updateTable('account')
      .set({ ingetrokken_op: nu })
      .where('tenant', '=', huis)
      .where('account', '=', account)
      .execute();
    return;
  }
  await tx
    .updateTable('apparaat')
    .set({ ingetrokken_op: nu })
    .where('tenant', '=', huis)
    .where('apparaat', '=', apparaat)
    .where('account', '=', account)
    .execute();
}

export function maakIntrekkingen(db: Kysely<Tabellen>): Intrekdeel {
  return {
    async trekIn(beller, intrekkingen, nu) {
      return db.transaction().execute(async (tx) => {
        const { huis } = beller;
        const { seq: vorige } = await neemBeurt(tx, huis);
        if (await isIngetrokken(tx, beller)) return fout('apparaat-ingetrokken');
        let seq = vorige;
        for (const intrekking of intrekkingen) {
          const { account, apparaat, door, handtekening } = intrekking;
          const { numInsertedOrUpdatedRows } = await tx
            .insertInto('intrekking')
            .values({
              tenant: huis,
              account,
              apparaat: apparaat ?? HEEL_ACCOUNT,
              door,
              handtekening,
              op: nu,
              seq: seq + 1,
            })
            .onConflict((oc) => oc.doNothing())
            .executeTakeFirstOrThrow();
          if (numInsertedOrUpdatedRows !== 1n) continue;
          seq += 1;
          await pasToe(tx, huis, intrekking, nu);
        }
        if (seq > vorige) await zetVolgnummer(tx, huis, seq);
        return ok({ nieuw: seq - vorige, volgnummer: seq });
      });
    },

    async intrekkingen(huis) {
      const rijen = await db
        .selectFrom('intrekking')
        .select(['account', 'apparaat', 'door', 'handtekening'])
        .where('tenant', '=', huis)
        .orderBy('seq')
        .execute();
      return rijen.map((r) => ({
        ...r,
        apparaat: r.apparaat === HEEL_ACCOUNT ? null : r.apparaat,
      }));
    },
  };
}
