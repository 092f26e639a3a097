/** Grants, and who is a member of which vak because of them. */
import type { Kysely, Transaction } from 'kysely';
import { fout, ok } from '../../shared/result.js';
import type { Verlening, VerleningenAntwoord } from '../../shared/sync/protocol.js';
import type { Beller, Store } from './contract.js';
import { isIngetrokken } from './intrekkingen.js';
import type { Tabellen } from './tabellen.js';
import { delen, momentopname, neemBeurt, zetVolgnummer } from './volgorde.js';

type Ledendeel = Pick<Store, 'verleen' | 'verleningen' | 'leden'>;
type Reden = VerleningenAntwoord['geweigerd'][number]['reden'];
const DEEL = 1000;

export interface Vaktoegang {
  /** Last day, or null. */
  readonly tot: string | null;
  /** Current epoch of the vak. */
  readonly epoch: number;
}

/** The vakken out of `vakken` that the account may use today. */
export async function toegangTot(
  tx: Kysely<Tabellen>,
  beller: Beller,
  vakken: readonly string[],
  vandaag: string,
): Promise<Map<string, Vaktoegang>> {
  const gevonden = new Map<string, Vaktoegang>();
  for (const deel of delen(vakken, DEEL)) {
    const rijen = await tx
      .selectFrom('member as m')
      .innerJoin('vak as v', (j) =>
        j.onRef('v.tenant', '=', 'm.tenant').onRef('v.scope', '=', 'm.scope'),
      )
      .select(['m.scope', 'm.until as tot', 'v.epoch'])
      .where('m.tenant', '=', beller.huis)
      .where('m.account', '=', beller.account)
      .where('m.scope', 'in', deel)
      .where((eb) => eb.or([eb('m.until', 'is', null), eb('m.until', '>=', vandaag)]))
      .execute();
    for (const { scope, ...toegang } of rijen) gevonden.set(scope, toegang);
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

/** The vakken that exist, with their current epoch. */
async function epochsVan(
  tx: Transaction<Tabellen>,
  huis: string,
  vakken: readonly string[],
): Promise<Map<string, number>> {
  const epochs = new Map<string, number>();
  for (const deel of delen(vakken, DEEL)) {
    const rijen = await tx
      .selectFrom('vak')
      .select(['scope', 'epoch'])
      .where('tenant', '=', huis)
      .where('scope', 'in', deel)
      .execute();
    for (const r of rijen) epochs.set(r.scope, r.epoch);
  }
  return epochs;
}

/** Those of the vakken that are gone. */
export async function vernietigdeVan(
  tx: Transaction<Tabellen>,
  huis: string,
  vakken: readonly string[],
): Promise<ReadonlySet<string>> {
  const weg = new Set<string>();
  for (const deel of delen(vakken, DEEL)) {
    const rijen = await tx
      .selectFrom('vernietigd')
      .select('scope')
      .where('tenant', '=', huis)
      .where('scope', 'in', deel)
      .execute();
    for (const { scope } of rijen) weg.add(scope);
  }
  return weg;
}

/** Whether the same grant is there already, or another one for the same key. */
export async function eerder(
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

/** The grant, the membership that follows from it, and the new state of the vak. */
export async function legVerleningVast(
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
  await tx
    .deleteFrom('oudlid')
    .where('tenant', '=', huis)
    .where('scope', '=', v.vak)
    .where('account', '=', v.account)
    .execute();
  await tx
    .insertInto('vak')
    .values({ tenant: huis, scope: v.vak, epoch: v.epoch, stand: seq })
    .onConflict((oc) =>
      oc.columns(['tenant', 'scope']).doUpdateSet((eb) => ({
        epoch: eb
          .case()
          .when('excluded.epoch', '>', eb.ref('vak.epoch'))
          .then(eb.ref('excluded.epoch'))
          .else(eb.ref('vak.epoch'))
          .end(),
        stand: eb.ref('excluded.stand'),
      })),
    )
    .execute();
}

export function maakLeden(db: Kysely<Tabellen>): Ledendeel {
  return {
    async verleen(beller, verleningen, geldig, vandaag) {
      return db.transaction().execute(async (tx) => {
        const { huis, account } = beller;
        let { seq } = await neemBeurt(tx, huis);
        if (await isIngetrokken(tx, beller)) return fout('apparaat-ingetrokken');
        const vakken = uniek(verleningen.map((v) => v.vak));
        const accounts = await bekendeAccounts(
          tx,
          huis,
          verleningen.map((v) => v.account),
        );
        const bestaand = await epochsVan(tx, huis, vakken);
        const eigen = await toegangTot(tx, beller, vakken, vandaag);
        // What is gone does not begin anew.
        const weg = await vernietigdeVan(tx, huis, vakken);
        const sticht = new Set(
          verleningen
            .filter((v) => geldig.has(v) && v.account === account)
            .filter((v) => !bestaand.has(v.vak) && !weg.has(v.vak))
            .map((v) => v.vak),
        );

        /** Nobody gives longer access than they have. */
        const mag = (v: Verlening): boolean => {
          if (sticht.has(v.vak)) return true;
          const mijn = eigen.get(v.vak);
          if (mijn === undefined) return false;
          return mijn.tot === null || (v.tot !== null && v.tot <= mijn.tot);
        };

        let aangenomen = 0;
        const geweigerd: { id: string; reden: Reden }[] = [];
        const geraakt = new Set<string>();
        for (const v of verleningen) {
          const weiger = (reden: Reden): void => void geweigerd.push({ id: v.id, reden });
          if (!geldig.has(v)) weiger('handtekening');
          else if (!mag(v)) weiger('geen-lid');
          else if (v.epoch > (bestaand.get(v.vak) ?? v.epoch)) weiger('epoch');
          else if (!accounts.has(v.account)) weiger('onbekend-account');
          else {
            const stand = await eerder(tx, huis, v);
            if (stand === 'andere') weiger('bestaat');
            else aangenomen += 1;
            if (stand !== 'geen') continue;
            seq += 1;
            await legVerleningVast(tx, huis, v, seq, vandaag);
            geraakt.add(v.vak);
          }
        }
        if (geraakt.size > 0) await zetVolgnummer(tx, huis, seq);
        return ok({
          antwoord: { aangenomen, geweigerd },
          vakken: [...geraakt],
          volgnummer: seq,
        });
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
