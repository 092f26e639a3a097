/** Push and pull of opaque envelopes. The rules are at the head of `shared/sync/protocol.ts`. */
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import { fout, ok, type Result } from '../../shared/result.js';
import { type Envelop, GRENZEN, type Pushverzoek } from '../../shared/sync/protocol.js';
import type { Beller, Store, Wijzigingspunt } from './contract.js';
import { toegangTot, vakkenVan } from './leden.js';
import { isIngetrokken } from './intrekkingen.js';
import { vroegereEpochs, zetApart } from './quarantaine.js';
import { type Tabellen, alsBuffer, alsBytes } from './tabellen.js';
import { delen, momentopname, neemBeurt, zetVolgnummer } from './volgorde.js';

type Documentdeel = Pick<Store, 'push' | 'pull' | 'volgnummers' | 'sinds'>;
type Nieuw = Pushverzoek['enveloppen'][number];

/** Rows in one INSERT: SQLite bounds the parameters of a statement. */
const RIJEN_PER_INSERT = 100;
/** Vakken in one query of a pull. */
const VAKKEN_PER_VRAAG = 4000;

const KOLOMMEN = [
  'id',
  'scope',
  'collectie',
  'epoch',
  'rev',
  'seq',
  'deleted',
  'author',
  'body',
  'handtekening',
] as const;

/** What a change may alter; id, vak and collectie of a document are fixed. */
const inhoudVan = (e: Nieuw, seq: number) => ({
  epoch: e.epoch,
  rev: e.versie,
  seq,
  deleted: e.verwijderd ? 1 : 0,
  author: e.door,
  size: e.bytes.byteLength,
  body: alsBuffer(e.bytes),
  handtekening: alsBuffer(e.handtekening),
});

const rijVan = (huis: string, e: Nieuw, seq: number) => ({
  tenant: huis,
  id: e.id,
  scope: e.vak,
  collectie: e.collectie,
  ...inhoudVan(e, seq),
});

type Rij = Pick<Selectable<Tabellen['doc']>, (typeof KOLOMMEN)[number]>;

function envelopVan(r: Rij): Envelop {
  return {
    id: r.id,
    collectie: r.collectie,
    vak: r.scope,
    epoch: r.epoch,
    versie: r.rev,
    verwijderd: r.deleted === 1,
    door: r.author,
    bytes: alsBytes(r.body),
    handtekening: alsBytes(r.handtekening),
  };
}

async function lees(
  tx: Transaction<Tabellen>,
  huis: string,
  ids: readonly string[],
): Promise<Rij[]> {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('doc')
    .select(KOLOMMEN)
    .where('tenant', '=', huis)
    .where('id', 'in', ids)
    .execute();
}

/** What the endpoint has of these documents now. */
async function huidige(
  tx: Transaction<Tabellen>,
  huis: string,
  enveloppen: readonly Nieuw[],
): Promise<ReadonlyMap<string, Pick<Rij, 'scope' | 'collectie' | 'rev'> & { size: number }>> {
  if (enveloppen.length === 0) return new Map();
  const rijen = await tx
    .selectFrom('doc')
    .select(['id', 'scope', 'collectie', 'rev', 'size'])
    .where('tenant', '=', huis)
    .where(
      'id',
      'in',
      enveloppen.map((e) => e.id),
    )
    .execute();
  return new Map(rijen.map((r) => [r.id, r]));
}

/** What is of the caller's vakken, and what is kept apart because it once was. */
async function verdeel(
  tx: Transaction<Tabellen>,
  beller: Beller,
  alle: readonly Nieuw[],
  vandaag: string,
): Promise<Result<{ enveloppen: Nieuw[]; apart: Nieuw[] }, 'geen-lid' | 'epoch-verlopen'>> {
  const vakken = [...new Set(alle.map((e) => e.vak))];
  const toegang = await toegangTot(tx, beller, vakken, vandaag);
  const zonder = vakken.filter((vak) => !toegang.has(vak));
  const vroeger = await vroegereEpochs(tx, beller, zonder, vandaag);
  const enveloppen: Nieuw[] = [];
  const apart: Nieuw[] = [];
  for (const e of alle) {
    const epoch = toegang.get(e.vak)?.epoch;
    if (epoch === undefined) {
      if (e.epoch > (vroeger.get(e.vak) ?? 0)) return fout('geen-lid');
      apart.push(e);
    } else if (e.epoch < epoch) return fout('epoch-verlopen');
    else enveloppen.push(e);
  }
  return ok({ enveloppen, apart });
}

/** Writes what was judged acceptable while the house was locked. A miss here is a defect. */
async function schrijf(
  tx: Transaction<Tabellen>,
  huis: string,
  nieuw: readonly Nieuw[],
  gewijzigd: readonly Nieuw[],
  vanaf: number,
): Promise<number> {
  let seq = vanaf;
  for (const deel of delen(nieuw, RIJEN_PER_INSERT)) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('doc')
      .values(deel.map((e) => rijVan(huis, e, ++seq)))
      .onConflict((oc) => oc.columns(['tenant', 'id']).doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows !== BigInt(deel.length))
      throw new Error('een nieuw document bestond al terwijl het huis vergrendeld was');
  }
  for (const e of gewijzigd) {
    const { numUpdatedRows } = await tx
      .updateTable('doc')
      .set(inhoudVan(e, ++seq))
      .where('tenant', '=', huis)
      .where('id', '=', e.id)
      .where('rev', '=', e.basis)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows !== 1n)
      throw new Error('een document veranderde terwijl het huis vergrendeld was');
  }
  return seq;
}

/** The checkpoint of each vak as rows to join with; a vak that is not named is read from 0. */
function checkpunten(
  vakken: readonly { scope: string }[],
  punten: Readonly<Record<string, number>>,
) {
  const rijen = vakken.map(
    ({ scope }) => sql`(cast(${scope} as text), cast(${punten[scope] ?? 0} as bigint))`,
  );
  return sql<{ scope: string; punt: number }>`(values ${sql.join(rijen)})`;
}

interface Gevonden {
  readonly id: string;
  readonly seq: number;
  readonly size: number;
}

/**
 * The first `limiet` + 1 documents after the checkpoints, in order. Of each vak no more than a few are
 * looked at, so that a page costs the same however much is still to come: what was read is complete up
 * to the lowest volgnummer at which a vak was cut off. When that is too little, more of each are read.
 */
async function eerste(
  tx: Transaction<Tabellen>,
  huis: string,
  collectie: string,
  punten: ReturnType<typeof checkpunten>,
  vakken: number,
  limiet: number,
): Promise<readonly Gevonden[]> {
  for (let per = Math.max(16, Math.ceil((4 * limiet) / vakken)); ; per *= 4) {
    const { rows } = await sql<Gevonden & { einde: number | null }>`
      with p(scope, punt) as ${punten},
      q as materialized (
        select p.scope, p.punt, (
          select x.seq from doc as x
          where x.tenant = ${huis} and x.scope = p.scope and x.collectie = ${collectie} and x.seq > p.punt
          order by x.seq limit 1 offset ${per}
        ) as einde from p
      )
      select d.id, d.seq, d.size, q.einde from q
      join doc as d on d.tenant = ${huis} and d.scope = q.scope and d.collectie = ${collectie}
        and d.seq > q.punt and d.seq <= coalesce(q.einde, ${Number.MAX_SAFE_INTEGER})
      order by d.seq limit ${limiet + 1}`.execute(tx);
    const grens = Math.min(...rows.map((r) => r.einde ?? Number.POSITIVE_INFINITY));
    const volledig = rows.filter((r) => r.seq <= grens);
    if (per >= limiet || volledig.length === rows.length) return rows;
  }
}

function puntenVan(
  nieuw: readonly Nieuw[],
  gewijzigd: readonly Nieuw[],
  vanaf: number,
): Wijzigingspunt[] {
  const punten = new Map<string, Wijzigingspunt>();
  let volgnummer = vanaf;
  for (const { vak, collectie } of [...nieuw, ...gewijzigd]) {
    volgnummer += 1;
    punten.set(`${vak}\n${collectie}`, { vak, collectie, volgnummer });
  }
  return [...punten.values()];
}

/** @param quotum bytes that a house may use */
export function maakDocumenten(db: Kysely<Tabellen>, quotum: number): Documentdeel {
  return {
    async push(beller, alle, vandaag, nu) {
      return db.transaction().execute(async (tx) => {
        const { huis } = beller;
        const { seq: vorige, bytes } = await neemBeurt(tx, huis);
        if (await isIngetrokken(tx, beller)) return fout('apparaat-ingetrokken');
        const verdeeld = await verdeel(tx, beller, alle, vandaag);
        if (!verdeeld.ok) return verdeeld;
        const { enveloppen, apart } = verdeeld.waarde;

        const bekend = await huidige(tx, huis, enveloppen);
        const nieuw: Nieuw[] = [];
        const gewijzigd: Nieuw[] = [];
        const verworpen: string[] = [];
        let erbij = 0;
        for (const e of enveloppen) {
          const huidig = bekend.get(e.id);
          const groei = e.bytes.byteLength - (huidig?.size ?? 0);
          if (huidig === undefined) nieuw.push(e);
          else if (huidig.scope !== e.vak || huidig.collectie !== e.collectie)
            return fout('vak-vast');
          else if (huidig.rev === e.versie) continue;
          else if (huidig.rev === e.basis) gewijzigd.push(e);
          else verworpen.push(e.id);
          if (huidig === undefined || huidig.rev === e.basis) erbij += groei;
        }
        const teVeel = (meer: number): boolean => meer > 0 && bytes + meer > quotum;
        // Before anything is written: a refusal leaves no trace.
        const apartBytes = apart.reduce((som, e) => som + e.bytes.byteLength, 0);
        if (teVeel(erbij + apartBytes)) return fout('quotum-bereikt');

        const gezet = await zetApart(tx, beller, apart, vorige, nu);
        if (gezet === null) return fout('quarantaine-vol');
        const volgnummer = await schrijf(tx, huis, nieuw, gewijzigd, gezet.seq);
        if (volgnummer > vorige) await zetVolgnummer(tx, huis, volgnummer, erbij + gezet.bytes);
        return ok({
          antwoord: {
            volgnummer,
            verworpen: (await lees(tx, huis, verworpen)).map(envelopVan),
            quarantaine: apart.map((e) => e.id),
          },
          punten: puntenVan(nieuw, gewijzigd, gezet.seq),
          apart: gezet.vakken,
        });
      });
    },

    async pull(beller, { collectie, punten, limiet }, vandaag) {
      return momentopname(db, async (tx) => {
        const { huis } = beller;
        const vakken = await vakkenVan(tx, beller, vandaag);
        const { seq } = await tx
          .selectFrom('tenant')
          .select('seq')
          .where('tenant', '=', huis)
          .executeTakeFirstOrThrow();
        // A number that was not given out yet is of before an older backup was put back: from the beginning.
        const geldig = Object.fromEntries(Object.entries(punten).filter(([, punt]) => punt <= seq));
        const gevonden: Gevonden[] = [];
        for (const deel of delen(vakken, VAKKEN_PER_VRAAG))
          gevonden.push(
            ...(await eerste(tx, huis, collectie, checkpunten(deel, geldig), deel.length, limiet)),
          );
        gevonden.sort((a, b) => a.seq - b.seq);

        // At least one, and no more than fits in one answer.
        let aantal = 0;
        let bytes = 0;
        for (const { size } of gevonden.slice(0, limiet)) {
          bytes += size;
          if (aantal > 0 && bytes > GRENZEN.bytesPerVerzoek) break;
          aantal += 1;
        }
        const ids = gevonden.slice(0, aantal).map((r) => r.id);
        const rijen = (await lees(tx, huis, ids)).sort((a, b) => a.seq - b.seq);
        const nieuwePunten: Record<string, number> = {};
        for (const r of rijen) nieuwePunten[r.scope] = r.seq;
        return {
          enveloppen: rijen.map((r) => ({ ...envelopVan(r), volgnummer: r.seq })),
          punten: nieuwePunten,
          meer: gevonden.length > aantal,
        };
      });
    },

    async volgnummers(huizen) {
      if (huizen.length === 0) return new Map();
      const rijen = await db
        .selectFrom('tenant')
        .select(['tenant', 'seq'])
        .where('tenant', 'in', huizen)
        .execute();
      return new Map(rijen.map((r) => [r.tenant, r.seq]));
    },

    async sinds(huis, volgnummer) {
      const punten = await db
        .selectFrom('doc')
        .select((eb) => ['scope as vak', 'collectie', eb.fn.max('seq').as('volgnummer')])
        .where('tenant', '=', huis)
        .where('seq', '>', volgnummer)
        .groupBy(['scope', 'collectie'])
        .execute();
      const vakkenIn = async (tabel: 'verlening' | 'quarantaine'): Promise<string[]> => {
        const rijen = await db
          .selectFrom(tabel)
          .select('scope')
          .distinct()
          .where('tenant', '=', huis)
          .where('seq', '>', volgnummer)
          .execute();
        return rijen.map((r) => r.scope);
      };
      return {
        punten,
        vakken: await vakkenIn('verlening'),
        apart: await vakkenIn('quarantaine'),
      };
    },
  };
}
