/** Houses, accounts and devices. Rows are only added: an old, signed registration undoes no revocation. */
import type { Kysely, Transaction } from 'kysely';
import { fout, ok, type Result } from '../../shared/result.js';
import type { AccountAanmelding, HuisAanmelding } from '../../shared/sync/protocol.js';
import type { Aanmeldfout, Apparaatstand, Store } from './contract.js';
import { accountIngetrokken, eerderIngetrokken } from './intrekkingen.js';
import type { Tabellen } from './tabellen.js';
import { neemBeurt } from './volgorde.js';

type Huisdeel = Pick<
  Store,
  'huissleutel' | 'meldHuisAan' | 'meldAccountsAan' | 'tekensleutels' | 'apparaat'
>;

/** Checks all before it writes anything: a refusal leaves no trace. */
async function voegToe(
  tx: Transaction<Tabellen>,
  huis: string,
  { aanstellingen, apparaten }: AccountAanmelding,
): Promise<Result<'goed', Aanmeldfout>> {
  const sleutelVan = new Map<string, string>();
  for (const a of aanstellingen) {
    const bekend =
      sleutelVan.get(a.account) ??
      (
        await tx
          .selectFrom('account')
          .select('tekensleutel')
          .where('tenant', '=', huis)
          .where('account', '=', a.account)
          .executeTakeFirst()
      )?.tekensleutel;
    if (bekend !== undefined && bekend !== a.tekensleutel) return fout('account-bestaat');
    sleutelVan.set(a.account, a.tekensleutel);
  }
  const apparaatVan = new Map<string, { account: string; sleutel: string }>();
  for (const d of apparaten) {
    const bekend =
      apparaatVan.get(d.apparaat) ??
      (await tx
        .selectFrom('apparaat')
        .select(['account', 'sleutel'])
        .where('tenant', '=', huis)
        .where('apparaat', '=', d.apparaat)
        .executeTakeFirst());
    if (bekend !== undefined && (bekend.account !== d.account || bekend.sleutel !== d.sleutel))
      return fout('apparaat-bestaat');
    apparaatVan.set(d.apparaat, d);
  }
  for (const { account, tekensleutel, handtekening } of aanstellingen) {
    const ingetrokken_op = await accountIngetrokken(tx, huis, account);
    await tx
      .insertInto('account')
      .values({ tenant: huis, account, tekensleutel, handtekening, ingetrokken_op })
      .onConflict((oc) => oc.doNothing())
      .execute();
  }
  if (apparaten.length > 0) {
    const weg = await eerderIngetrokken(tx, huis, apparaten);
    await tx
      .insertInto('apparaat')
      .values(
        apparaten.map(({ apparaat, account, sleutel, handtekening }) => ({
          tenant: huis,
          apparaat,
          account,
          sleutel,
          handtekening,
          ingetrokken_op: weg.get(apparaat) ?? null,
        })),
      )
      .onConflict((oc) => oc.doNothing())
      .execute();
  }
  return ok('goed');
}

export function maakHuizen(db: Kysely<Tabellen>): Huisdeel {
  return {
    async huissleutel(huis) {
      const rij = await db
        .selectFrom('tenant')
        .select('huissleutel')
        .where('tenant', '=', huis)
        .executeTakeFirst();
      return rij?.huissleutel ?? null;
    },

    async meldHuisAan(huis: string, a: HuisAanmelding) {
      return db.transaction().execute(async (tx) => {
        const { numInsertedOrUpdatedRows } = await tx
          .insertInto('tenant')
          .values({ tenant: huis, huissleutel: a.huissleutel, seq: 0 })
          .onConflict((oc) => oc.doNothing())
          .executeTakeFirstOrThrow();
        // In turn: of two that bring another key for one name, the second sees the first.
        await neemBeurt(tx, huis);
        const toegevoegd = await voegToe(tx, huis, {
          aanstellingen: [a.aanstelling],
          apparaten: [a.apparaat],
        });
        if (!toegevoegd.ok) return toegevoegd;
        return ok(numInsertedOrUpdatedRows === 1n ? 'nieuw' : 'bekend');
      });
    },

    async meldAccountsAan(huis, aanmelding) {
      return db.transaction().execute(async (tx) => {
        await neemBeurt(tx, huis);
        return voegToe(tx, huis, aanmelding);
      });
    },

    async tekensleutels(huis, accounts) {
      if (accounts.length === 0) return new Map();
      const rijen = await db
        .selectFrom('account')
        .select(['account', 'tekensleutel'])
        .where('tenant', '=', huis)
        .where('account', 'in', [...new Set(accounts)])
        .execute();
      return new Map(rijen.map((r) => [r.account, r.tekensleutel]));
    },

    async apparaat(huis, apparaat): Promise<Apparaatstand | null> {
      const rij = await db
        .selectFrom('apparaat as d')
        .innerJoin('account as a', (j) =>
          j.onRef('a.tenant', '=', 'd.tenant').onRef('a.account', '=', 'd.account'),
        )
        .select(['d.account', 'd.sleutel', 'd.ingetrokken_op', 'a.ingetrokken_op as account_weg'])
        .where('d.tenant', '=', huis)
        .where('d.apparaat', '=', apparaat)
        .executeTakeFirst();
      if (rij === undefined) return null;
      return {
        account: rij.account,
        sleutel: rij.sleutel,
        ingetrokken: rij.ingetrokken_op !== null || rij.account_weg !== null,
      };
    },
  };
}
