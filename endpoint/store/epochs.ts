/** The state of a vak, and its next epoch: all of it or nothing. */
import type { Kysely, Transaction } from 'kysely';
import { fout, ok } from '../../shared/result.js';
import type { Epochverzoek, Verlening } from '../../shared/sync/protocol.js';
import type { Store } from './contract.js';
import { isIngetrokken } from './intrekkingen.js';
import { eerder, legVerleningVast, toegangTot } from './leden.js';
import type { Tabellen } from './tabellen.js';
import { delen, momentopname, neemBeurt, zetVolgnummer } from './volgorde.js';

type Epochdeel = Pick<Store, 'vakstand' | 'openEpoch'>;

interface Lid {
  readonly account: string;
  readonly rol: string;
  readonly tot: string | null;
}

const DEEL = 1000;

const ledenVan = (
  tx: Transaction<Tabellen>,
  huis: string,
  vak: string,
  vandaag: string,
): Promise<Lid[]> =>
  tx
    .selectFrom('member as m')
    .innerJoin('account as a', (j) =>
      j.onRef('a.tenant', '=', 'm.tenant').onRef('a.account', '=', 'm.account'),
    )
    .select(['m.account', 'm.role as rol', 'm.until as tot'])
    .where('m.tenant', '=', huis)
    .where('m.scope', '=', vak)
    .where('a.ingetrokken_op', 'is', null)
    .where((eb) => eb.or([eb('m.until', 'is', null), eb('m.until', '>=', vandaag)]))
    .orderBy('m.account')
    .execute();

const vakVan = (
  tx: Transaction<Tabellen>,
  huis: string,
  vak: string,
): Promise<{ epoch: number; stand: number } | undefined> =>
  tx
    .selectFrom('vak')
    .select(['epoch', 'stand'])
    .where('tenant', '=', huis)
    .where('scope', '=', vak)
    .executeTakeFirst();

/** One grant for each member that stays, with exactly the access that the member has. */
function past(leden: readonly Lid[], { verwijderd, verleningen }: Epochverzoek): boolean {
  const per = new Map(leden.map((lid) => [lid.account, lid]));
  for (const account of verwijderd) if (!per.delete(account)) return false;
  if (per.size !== verleningen.length) return false;
  for (const v of verleningen) {
    const lid = per.get(v.account);
    if (lid?.rol !== v.rol || lid.tot !== v.tot) return false;
    per.delete(v.account);
  }
  return per.size === 0;
}

async function allemaalBekend(
  tx: Transaction<Tabellen>,
  huis: string,
  verleningen: readonly Verlening[],
): Promise<boolean> {
  for (const v of verleningen) if ((await eerder(tx, huis, v)) !== 'zelfde') return false;
  return true;
}

/** They stay known, so that what they wrote before they knew is kept apart instead of refused. */
async function verwijder(
  tx: Transaction<Tabellen>,
  huis: string,
  vak: string,
  accounts: readonly string[],
  epoch: number,
): Promise<void> {
  for (const deel of delen(accounts, DEEL)) {
    await tx
      .deleteFrom('member')
      .where('tenant', '=', huis)
      .where('scope', '=', vak)
      .where('account', 'in', deel)
      .execute();
    await tx
      .insertInto('oudlid')
      .values(deel.map((account) => ({ tenant: huis, scope: vak, account, epoch })))
      .onConflict((oc) => oc.columns(['tenant', 'scope', 'account']).doUpdateSet({ epoch }))
      .execute();
  }
}

export function maakEpochs(db: Kysely<Tabellen>): Epochdeel {
  return {
    async vakstand(beller, vak, vandaag) {
      return momentopname(db, async (tx) => {
        const toegang = await toegangTot(tx, beller, [vak], vandaag);
        const stand = await vakVan(tx, beller.huis, vak);
        if (!toegang.has(vak) || stand === undefined) return null;
        return { vak, ...stand, leden: await ledenVan(tx, beller.huis, vak, vandaag) };
      });
    },

    async openEpoch(beller, vak, verzoek, vandaag) {
      return db.transaction().execute(async (tx) => {
        const { huis } = beller;
        const { seq: vorige } = await neemBeurt(tx, huis);
        if (await isIngetrokken(tx, beller)) return fout('apparaat-ingetrokken');
        const toegang = await toegangTot(tx, beller, [vak], vandaag);
        const nu = await vakVan(tx, huis, vak);
        if (!toegang.has(vak) || nu === undefined) return fout('onbekend-vak');
        const { epoch, verleningen, verwijderd } = verzoek;
        if (nu.epoch === epoch && (await allemaalBekend(tx, huis, verleningen)))
          return ok({ nieuw: false, epoch, stand: nu.stand });
        if (nu.epoch !== epoch - 1 || nu.stand !== verzoek.stand) return fout('vak-gewijzigd');
        if (!past(await ledenVan(tx, huis, vak, vandaag), verzoek)) return fout('vak-gewijzigd');

        await verwijder(tx, huis, vak, verwijderd, nu.epoch);
        let seq = vorige;
        for (const v of verleningen) await legVerleningVast(tx, huis, v, ++seq, vandaag);
        await zetVolgnummer(tx, huis, seq);
        return ok({ nieuw: true, epoch, stand: seq });
      });
    },
  };
}
