/** What former members brought: kept apart as it came, for the members of the vak to judge. */
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import { fout, ok } from '../../shared/result.js';
import { GRENZEN, type Pushverzoek, type Quarantaineregel } from '../../shared/sync/protocol.js';
import type { Beller, Store } from './contract.js';
import { toegangTot } from './leden.js';
import { type Tabellen, alsBuffer, alsBytes } from './tabellen.js';
import { delen, neemBeurt, zetVolgnummer } from './volgorde.js';

type Quarantainedeel = Pick<Store, 'quarantaine' | 'quarantainestuk' | 'beoordeel'>;
type Nieuw = Pushverzoek['enveloppen'][number];

/** Lines in one answer. */
const REGELS = 500;
const RIJEN_PER_INSERT = 100;
const REGELKOLOMMEN = [
  'seq',
  'id',
  'scope',
  'collectie',
  'rev',
  'author',
  'apparaat',
  'size',
  'ontvangen_op',
  'oordeel',
  'oordeel_door',
  'oordeel_op',
] as const;

type Regelrij = Pick<Selectable<Tabellen['quarantaine']>, (typeof REGELKOLOMMEN)[number]>;

const regelVan = (r: Regelrij): Quarantaineregel => ({
  volgnummer: r.seq,
  id: r.id,
  vak: r.scope,
  collectie: r.collectie,
  versie: r.rev,
  door: r.author,
  apparaat: r.apparaat,
  grootte: r.size,
  ontvangenOp: r.ontvangen_op,
  oordeel:
    r.oordeel === null || r.oordeel_door === null || r.oordeel_op === null
      ? null
      : { oordeel: r.oordeel, door: r.oordeel_door, op: r.oordeel_op },
});

/** Epochs that the caller had a key of, per vak in which it was a member and is not today. */
export async function vroegereEpochs(
  tx: Transaction<Tabellen>,
  { huis, account }: Beller,
  vakken: readonly string[],
  vandaag: string,
): Promise<ReadonlyMap<string, number>> {
  if (vakken.length === 0) return new Map();
  const van = (tabel: 'oudlid' | 'member') =>
    tx
      .selectFrom(tabel)
      .select(['scope', 'epoch'])
      .where('tenant', '=', huis)
      .where('account', '=', account)
      .where('scope', 'in', vakken);
  const verwijderd = await van('oudlid').execute();
  const verlopen = await van('member').where('until', '<', vandaag).execute();
  return new Map([...verwijderd, ...verlopen].map((r) => [r.scope, r.epoch]));
}

/** Those that are not kept yet; a retry brings the same again. */
async function nieuweVan(
  tx: Transaction<Tabellen>,
  huis: string,
  enveloppen: readonly Nieuw[],
): Promise<Nieuw[]> {
  const rijen = await tx
    .selectFrom('quarantaine')
    .select(['scope', 'id', 'rev'])
    .where('tenant', '=', huis)
    .where('scope', 'in', [...new Set(enveloppen.map((e) => e.vak))])
    .where(
      'id',
      'in',
      enveloppen.map((e) => e.id),
    )
    .execute();
  const bekend = new Set(rijen.map((r) => `${r.scope}\n${r.id}\n${r.rev}`));
  return enveloppen.filter((e) => !bekend.has(`${e.vak}\n${e.id}\n${e.versie}`));
}

async function isVol(
  tx: Transaction<Tabellen>,
  huis: string,
  nieuw: readonly Nieuw[],
): Promise<boolean> {
  for (const vak of new Set(nieuw.map((e) => e.vak))) {
    const erbij = nieuw.filter((e) => e.vak === vak);
    const { aantal, bytes } = await tx
      .selectFrom('quarantaine')
      .select((eb) => [
        eb.fn.countAll<number>().as('aantal'),
        sql<number>`cast(coalesce(sum(size), 0) as bigint)`.as('bytes'),
      ])
      .where('tenant', '=', huis)
      .where('scope', '=', vak)
      .where('oordeel', 'is', null)
      .executeTakeFirstOrThrow();
    const samen = erbij.reduce((som, e) => som + e.bytes.byteLength, bytes);
    if (aantal + erbij.length > GRENZEN.quarantainePerVak) return true;
    if (samen > GRENZEN.quarantaineBytesPerVak) return true;
  }
  return false;
}

/** Keeps them with the house locked; answers the last volgnummer and the bytes that came in, or null when there is no room. */
export async function zetApart(
  tx: Transaction<Tabellen>,
  { huis, apparaat }: Beller,
  enveloppen: readonly Nieuw[],
  vanaf: number,
  nu: string,
): Promise<{ seq: number; bytes: number; vakken: readonly string[] } | null> {
  if (enveloppen.length === 0) return { seq: vanaf, bytes: 0, vakken: [] };
  const nieuw = await nieuweVan(tx, huis, enveloppen);
  if (await isVol(tx, huis, nieuw)) return null;
  let seq = vanaf;
  for (const deel of delen(nieuw, RIJEN_PER_INSERT)) {
    await tx
      .insertInto('quarantaine')
      .values(
        deel.map((e) => ({
          tenant: huis,
          seq: ++seq,
          scope: e.vak,
          id: e.id,
          collectie: e.collectie,
          epoch: e.epoch,
          rev: e.versie,
          basis: e.basis,
          deleted: e.verwijderd ? 1 : 0,
          author: e.door,
          apparaat,
          size: e.bytes.byteLength,
          body: alsBuffer(e.bytes),
          handtekening: alsBuffer(e.handtekening),
          ontvangen_op: nu,
          oordeel: null,
          oordeel_door: null,
          oordeel_op: null,
        })),
      )
      .execute();
  }
  const bytes = nieuw.reduce((som, e) => som + e.bytes.byteLength, 0);
  return { seq, bytes, vakken: [...new Set(nieuw.map((e) => e.vak))] };
}

/** Deletes what was judged before `lang`, and gives the room back. */
export async function ruimQuarantaineOp(tx: Transaction<Tabellen>, lang: string): Promise<void> {
  const rijen = await tx
    .selectFrom('quarantaine')
    .select('tenant')
    .distinct()
    .where('oordeel_op', '<=', lang)
    .orderBy('tenant')
    .execute();
  for (const { tenant } of rijen) {
    const { seq } = await neemBeurt(tx, tenant);
    const weg = await tx
      .deleteFrom('quarantaine')
      .where('tenant', '=', tenant)
      .where('oordeel_op', '<=', lang)
      .returning('size')
      .execute();
    await zetVolgnummer(tx, tenant, seq, -weg.reduce((som, r) => som + r.size, 0));
  }
}

export function maakQuarantaine(db: Kysely<Tabellen>): Quarantainedeel {
  return {
    async quarantaine({ huis, account }, vanaf, vandaag) {
      const rijen = await db
        .selectFrom('quarantaine as q')
        .innerJoin('member as m', (j) =>
          j.onRef('m.tenant', '=', 'q.tenant').onRef('m.scope', '=', 'q.scope'),
        )
        .select(REGELKOLOMMEN.map((k) => `q.${k}` as const))
        .where('q.tenant', '=', huis)
        .where('q.seq', '>', vanaf)
        .where('m.account', '=', account)
        .where((eb) => eb.or([eb('m.until', 'is', null), eb('m.until', '>=', vandaag)]))
        .orderBy('q.seq')
        .limit(REGELS + 1)
        .execute();
      return { regels: rijen.slice(0, REGELS).map(regelVan), meer: rijen.length > REGELS };
    },

    async quarantainestuk(beller, volgnummer, vandaag) {
      const rij = await db
        .selectFrom('quarantaine')
        .selectAll()
        .where('tenant', '=', beller.huis)
        .where('seq', '=', volgnummer)
        .executeTakeFirst();
      if (rij === undefined) return null;
      if (!(await toegangTot(db, beller, [rij.scope], vandaag)).has(rij.scope)) return null;
      return {
        regel: regelVan(rij),
        envelop: {
          id: rij.id,
          collectie: rij.collectie,
          vak: rij.scope,
          epoch: rij.epoch,
          versie: rij.rev,
          basis: rij.basis,
          verwijderd: rij.deleted === 1,
          door: rij.author,
          bytes: alsBytes(rij.body),
          handtekening: alsBytes(rij.handtekening),
        },
      };
    },

    async beoordeel(beller, volgnummer, oordeel, vandaag, nu) {
      return db.transaction().execute(async (tx) => {
        const { huis, account } = beller;
        const { seq } = await neemBeurt(tx, huis);
        const rij = await tx
          .selectFrom('quarantaine')
          .select(REGELKOLOMMEN)
          .where('tenant', '=', huis)
          .where('seq', '=', volgnummer)
          .executeTakeFirst();
        if (rij === undefined) return fout('onbekend');
        if (!(await toegangTot(tx, beller, [rij.scope], vandaag)).has(rij.scope))
          return fout('onbekend');
        if (rij.oordeel !== null)
          return rij.oordeel === oordeel ? ok(regelVan(rij)) : fout('beoordeeld');
        const besluit = { oordeel, oordeel_door: account, oordeel_op: nu };
        await tx
          .updateTable('quarantaine')
          .set(besluit)
          .where('tenant', '=', huis)
          .where('seq', '=', volgnummer)
          .execute();
        await zetVolgnummer(tx, huis, seq);
        return ok(regelVan({ ...rij, ...besluit }));
      });
    },
  };
}
