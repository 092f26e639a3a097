/** Grants, and who is a member of which vak because of them. */
import type { Kysely, Transaction } from 'kysely';
import type { Verlening, VerleningenAntwoord } from '../../shared/sync/protocol.js';
import type { Beller, Store } from './contract.js';
import type { Tabellen } from './tabellen.js';
import { delen, momentopname, neemBeurt, zetVolgnummer } from './volgorde.js';

type Ledendeel = Pick<Store, 'verleen' | 'verleningen' | 'leden'>;
type Reden = VerleningenAntwoord['geweigerd'][number]['reden'];
const DEEL = 1000;

/** The vakken out of `vakken` that the account may use today, with the last day of it. */
export async function toegangTot(
  tx: Kysely<Tabellen>,
  beller: Beller,
  vakken: readonly string[],
  vandaag: string,
): Promise<Map<string, string | null>> {
  const gevonden = new Map<string, string | null>();
  for (const deel of delen(vakken, DEEL)) {
    const rijen = await tx
      .selectFrom('member')
      .select(['scope', 'until'])
      .where('tenant', '=', beller.huis)
      .where('account', '=', beller.account)
      .where('scope', 'in', deel)
      .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', vandaag)]))
      .execute();
    for (const r of rijen) gevonden.set(r.scope, r.until);
  }
  return gevonden;
}

/** All vakken of the caller today. */
export async function vakkenVan(
  tx: Kysely<Tabellen>,
  beller: Beller,
  vandaag: string,
): Promise<{ scope: string; since: number }[]> {
  return tx
    .selectFrom('member')
    .select(['scope', 'since'])
    .where('tenant', '=', beller.huis)
    .where('account', '=', beller.account)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', vandaag)]))
    .execute();
}

const uniek = (rij: readonly string[]): string[] => [...new Set(rij)];

async function bekendeAccounts(
  tx: Transaction<Tabellen>,
  huis: string,
  accounts: readonly string[],
): Promise<Set<string>> {
  const bekend = new Set<string>();
  for (const deel of delen(uniek(accounts), DEEL)) {
    const rijen = await tx
      .selectFrom('account')
      .select('account')
      .where('tenant', '=', huis)
      .where('account', 'in', deel)
      .where('ingetrokken_op', 'is', null)
      .execute();
    for (const r of rijen) bekend.add(r.account);
  }
  return bekend;
}

async function bestaandeVakken(
  tx: Transaction<Tabellen>,
  huis: string,
  vakken: readonly string[],
): Promise<Set<string>> {
  const bestaand = new Set<string>();
  for (const deel of delen(vakken, DEEL)) {
    const rijen = await tx
      .selectFrom('member')
      .select('scope')
      .distinct()
      .where('tenant', '=', huis)
      .where('scope', 'in', deel)
      .execute();
    for (const r of rijen) bestaand.add(r.scope);
  }
  return bestaand;
}

/** Whether the same grant is there already, or another one for the same key. */
async function eerder(
  tx: Transaction<Tabellen>,
  huis: string,
  v: Verlening,
): Promise<'geen' | 'zelfde' | 'andere'> {
  const rij = await tx
    .selectFrom('verlening')
    .select(['id', 'rol', 'tot', 'verzegeld', 'door'])
    .where('tenant', '=', huis)
    .where('scope', '=', v.vak)
    .where('epoch', '=', v.epoch)
    .where('account', '=', v.account)
    .executeTakeFirst();
  if (rij === undefined) return 'geen';
  const zelfde =
    rij.id === v.id &&
    rij.rol === v.rol &&
    rij.tot === v.tot &&
    rij.verzegeld === v.verzegeld &&
    rij.door === v.door;
  return zelfde ? 'zelfde' : 'andere';
}

async function schrijf(
  tx: Transaction<Tabellen>,
  huis: string,
  v: Verlening,
  seq: number,
  vandaag: string,
): Promise<void> {
  await tx
    .insertInto('verlening')
    .values({
      tenant: huis,
      scope: v.vak,
      epoch: v.epoch,
      account: v.account,
      id: v.id,
      rol: v.rol,
      tot: v.tot,
      verzegeld: v.verzegeld,
      door: v.door,
      handtekening: v.handtekening,
      seq,
    })
    .execute();
  // A membership that had lapsed begins again, so that its grants are handed out again.
  await tx
    .insertInto('member')
    .values({
      tenant: huis,
      scope: v.vak,
      account: v.account,
      role: v.rol,
      until: v.tot,
      epoch: v.epoch,
      since: seq,
    })
    .onConflict((oc) =>
      oc
        .columns(['tenant', 'scope', 'account'])
        .doUpdateSet((eb) => ({
          role: eb.ref('excluded.role'),
          until: eb.ref('excluded.until'),
          epoch: eb.ref('excluded.epoch'),
          since: eb
            .case()
            .when('member.until', '<', vandaag)
            .then(eb.ref('excluded.since'))
            .else(eb.ref('member.since'))
            .end(),
        }))
        .whereRef('excluded.epoch', '>=', 'member.epoch'),
    )
    .execute();
}

export function maakLeden(db: Kysely<Tabellen>): Ledendeel {
  return {
    async verleen(beller, verleningen, geldig, vandaag) {
      return db.transaction().execute(async (tx) => {
        const { huis, account } = beller;
        let seq = await neemBeurt(tx, huis);
        const vakken = uniek(verleningen.map((v) => v.vak));
        const accounts = await bekendeAccounts(
          tx,
          huis,
          verleningen.map((v) => v.account),
        );
        const bestaand = await bestaandeVakken(tx, huis, vakken);
        const eigen = await toegangTot(tx, beller, vakken, vandaag);
        const sticht = new Set(
          verleningen
            .filter((v) => geldig.has(v) && v.account === account && !bestaand.has(v.vak))
            .map((v) => v.vak),
        );

        /** Nobody gives longer access than they have. */
        const mag = (v: Verlening): boolean => {
          if (sticht.has(v.vak)) return true;
          const tot = eigen.get(v.vak);
          if (tot === undefined) return false;
          return tot === null || (v.tot !== null && v.tot <= tot);
        };

        let aangenomen = 0;
        const geweigerd: { id: string; reden: Reden }[] = [];
        const geraakt = new Set<string>();
        for (const v of verleningen) {
          const weiger = (reden: Reden): void => void geweigerd.push({ id: v.id, reden });
          if (!geldig.has(v)) weiger('handtekening');
          else if (!mag(v)) weiger('geen-lid');
          else if (!accounts.has(v.account)) weiger('onbekend-account');
          else {
            const stand = await eerder(tx, huis, v);
            if (stand === 'andere') weiger('bestaat');
            else aangenomen += 1;
            if (stand !== 'geen') continue;
            seq += 1;
            await schrijf(tx, huis, v, seq, vandaag);
            geraakt.add(v.vak);
          }
        }
        if (geraakt.size > 0) await zetVolgnummer(tx, huis, seq);
        return {
          antwoord: { aangenomen, geweigerd },
          vakken: [...geraakt],
          volgnummer: seq,
        };
      });
    },

    async verleningen(beller, vanaf, vandaag) {
      return momentopname(db, async (tx) => {
        const { seq } = await tx
          .selectFrom('tenant')
          .select('seq')
          .where('tenant', '=', beller.huis)
          .executeTakeFirstOrThrow();
        // Older grants of a vak are new to who became a member after `vanaf`.
        const rijen = await tx
          .selectFrom('member as m')
          .innerJoin('verlening as v', (j) =>
            j.onRef('v.tenant', '=', 'm.tenant').onRef('v.scope', '=', 'm.scope'),
          )
          .select([
            'v.id',
            'v.scope as vak',
            'v.epoch',
            'v.account',
            'v.rol',
            'v.tot',
            'v.verzegeld',
            'v.door',
            'v.handtekening',
          ])
          .where('m.tenant', '=', beller.huis)
          .where('m.account', '=', beller.account)
          .where((eb) => eb.or([eb('m.until', 'is', null), eb('m.until', '>=', vandaag)]))
          .where((eb) => eb.or([eb('v.seq', '>', vanaf), eb('m.since', '>', vanaf)]))
          .orderBy('v.seq')
          .execute();
        return { verleningen: rijen, volgnummer: seq };
      });
    },

    async leden(huis, vakken, vandaag) {
      const leden = new Map<string, Set<string>>();
      for (const deel of delen(vakken, DEEL)) {
        const rijen = await db
          .selectFrom('member')
          .select(['scope', 'account'])
          .where('tenant', '=', huis)
          .where('scope', 'in', deel)
          .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', vandaag)]))
          .execute();
        for (const r of rijen) {
          const bij = leden.get(r.scope) ?? new Set<string>();
          leden.set(r.scope, bij.add(r.account));
        }
      }
      return leden;
    },
  };
}
