/** Houses, accounts and devices. Rows are only added: an old, signed registration undoes no revocation. */
import type { Kysely, Transaction } from 'kysely';
import { fout, ok, type Result } from '../../shared/result.js';
import {
  type AccountAanmelding,
  GRENZEN,
  type HuisAanmelding,
} from '../../shared/sync/protocol.js';
import type { Aanmeldfout, Apparaatstand, Store } from './contract.js';
import { accountIngetrokken, eerderIngetrokken } from './intrekkingen.js';
import type { Tabellen } from './tabellen.js';
import { eersteReeksen } from './reeksen.js';
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

/** Whether the house has more accounts, or one of these accounts more devices, than it may have. */
async function isTeVeel(
  tx: Transaction<Tabellen>,
  huis: string,
  apparaten: AccountAanmelding['apparaten'],
): Promise<boolean> {
  const { aantal } = await tx
    .selectFrom('account')
    .select((eb) => eb.fn.countAll<number>().as('aantal'))
    .where('tenant', '=', huis)
    .executeTakeFirstOrThrow();
  if (aantal > GRENZEN.accountsPerHuis) return true;
  if (apparaten.length === 0) return false;
  const teVol = await tx
    .selectFrom('apparaat')
    .select('account')
    .where('tenant', '=', huis)
    .where('account', 'in', [...new Set(apparaten.map((d) => d.account))])
    .groupBy('account')
    .having((eb) => eb(eb.fn.countAll<number>(), '>', GRENZEN.apparatenPerAccount))
    .executeTakeFirst();
  return teVol !== undefined;
}

class TeVeel extends Error {}

/** In turn: of two that bring another key for one name, the second sees the first. */
async function meldAan<T>(
  db: Kysely<Tabellen>,
  huis: string,
  aanmelding: AccountAanmelding,
  begin: (tx: Transaction<Tabellen>) => Promise<T>,
): Promise<Result<T, Aanmeldfout>> {
  try {
    return await db.transaction().execute(async (tx) => {
      const begonnen = await begin(tx);
      await neemBeurt(tx, huis);
      const toegevoegd = await voegToe(tx, huis, aanmelding);
      if (!toegevoegd.ok) return toegevoegd;
      if (await isTeVeel(tx, huis, aanmelding.apparaten)) throw new TeVeel();
      return ok(begonnen);
    });
  } catch (mis) {
    if (mis instanceof TeVeel) return fout('quotum-bereikt');
    throw mis;
  }
}

/** @param maxHuizen houses that may register here */
export function maakHuizen(db: Kysely<Tabellen>, maxHuizen: number): Huisdeel {
  const huissleutel = async (huis: string): Promise<string | null> => {
    const rij = await db
      .selectFrom('tenant')
      .select('huissleutel')
      .where('tenant', '=', huis)
      .executeTakeFirst();
    return rij?.huissleutel ?? null;
  };

  return {
    huissleutel,

    async meldHuisAan(huis: string, a: HuisAanmelding) {
      const { aanstelling, apparaat } = a;
      const bekend = await huissleutel(huis);
      if (bekend === null) {
        const { aantal } = await db
          .selectFrom('tenant')
          .select((eb) => eb.fn.countAll<number>().as('aantal'))
          .executeTakeFirstOrThrow();
        if (aantal >= maxHuizen) return fout('geen-nieuwe-huizen');
      }
      const aanmelding = { aanstellingen: [aanstelling], apparaten: [apparaat] };
      return meldAan(db, huis, aanmelding, async (tx) => {
        const { numInsertedOrUpdatedRows } = await tx
          .insertInto('tenant')
          .values({
            ...{ tenant: huis, huissleutel: a.huissleutel, seq: 0, bytes: 0 },
            reeksen: eersteReeksen(),
          })
          .onConflict((oc) => oc.doNothing())
          .executeTakeFirstOrThrow();
        return numInsertedOrUpdatedRows === 1n ? 'nieuw' : 'bekend';
      });
    },

    async meldAccountsAan(huis, aanmelding) {
      return meldAan(db, huis, aanmelding, () => Promise.resolve('goed' as const));
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
