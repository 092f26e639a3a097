/** Chunks of attachments, sealed, by vak and content address. */
import { type Kysely, sql, type Transaction } from 'kysely';
import { fout, ok, type Result } from '../../shared/result.js';
import type { Beller, Store } from './contract.js';
import { isIngetrokken } from './intrekkingen.js';
import { toegangTot } from './leden.js';
import { alsBuffer, alsBytes, type Tabellen } from './tabellen.js';

type Stukdeel = Pick<Store, 'legStuk' | 'stuk' | 'aanwezig' | 'trekStukTerug'>;
type Weigering = 'onbekend-vak' | 'quotum-bereikt' | 'apparaat-ingetrokken';

/** Undoes the transaction, and is then the answer. */
class Terug extends Error {
  constructor(readonly reden: Weigering) {
    super(reden);
  }
}

async function ofTerug<T>(doe: Promise<T>): Promise<Result<T, Weigering>> {
  try {
    return ok(await doe);
  } catch (mis) {
    if (mis instanceof Terug) return fout(mis.reden);
    throw mis;
  }
}

/**
 * Adds to what the house uses and locks it, so that removal of a member is before or after this. The
 * chunk itself was written before: a megabyte on its way keeps no other writer waiting.
 */
async function tel(
  tx: Transaction<Tabellen>,
  beller: Beller,
  vak: string,
  bytes: number,
  vandaag: string,
): Promise<number> {
  const { bytes: samen } = await tx
    .updateTable('tenant')
    .set((eb) => ({ bytes: sql<number>`${eb.ref('bytes')} + ${sql`cast(${bytes} as bigint)`}` }))
    .where('tenant', '=', beller.huis)
    .returning('bytes')
    .executeTakeFirstOrThrow();
  if (await isIngetrokken(tx, beller)) throw new Terug('apparaat-ingetrokken');
  if (!(await toegangTot(tx, beller, [vak], vandaag)).has(vak)) throw new Terug('onbekend-vak');
  return samen;
}

export function maakStukken(db: Kysely<Tabellen>, quotum: number): Stukdeel {
  const magIn = async (beller: Beller, vak: string, vandaag: string): Promise<boolean> =>
    (await toegangTot(db, beller, [vak], vandaag)).has(vak);

  return {
    async legStuk(beller, vak, naam, bytes, vandaag) {
      return ofTerug(
        db.transaction().execute(async (tx) => {
          const size = bytes.byteLength;
          const { numInsertedOrUpdatedRows } = await tx
            .insertInto('stuk')
            .values({
              tenant: beller.huis,
              scope: vak,
              naam,
              door: beller.account,
              size,
              body: alsBuffer(bytes),
            })
            .onConflict((oc) => oc.doNothing())
            .executeTakeFirstOrThrow();
          const nieuw = numInsertedOrUpdatedRows === 1n;
          const samen = await tel(tx, beller, vak, nieuw ? size : 0, vandaag);
          if (nieuw && samen > quotum) throw new Terug('quotum-bereikt');
          return nieuw ? 'nieuw' : 'bekend';
        }),
      );
    },

    async stuk(beller, vak, naam, vandaag) {
      if (!(await magIn(beller, vak, vandaag))) return fout('onbekend-vak');
      const rij = await db
        .selectFrom('stuk')
        .select('body')
        .where('tenant', '=', beller.huis)
        .where('scope', '=', vak)
        .where('naam', '=', naam)
        .executeTakeFirst();
      return rij === undefined ? fout('onbekend-stuk') : ok(alsBytes(rij.body));
    },

    async aanwezig(beller, vak, namen, vandaag) {
      if (!(await magIn(beller, vak, vandaag))) return fout('onbekend-vak');
      const rijen = await db
        .selectFrom('stuk')
        .select('naam')
        .where('tenant', '=', beller.huis)
        .where('scope', '=', vak)
        .where('naam', 'in', namen)
        .execute();
      return ok(rijen.map((r) => r.naam));
    },

    async trekStukTerug(beller, vak, naam, vandaag) {
      const uitkomst = await ofTerug(
        db.transaction().execute(async (tx) => {
          const weg = await tx
            .deleteFrom('stuk')
            .where('tenant', '=', beller.huis)
            .where('scope', '=', vak)
            .where('naam', '=', naam)
            .returning('size')
            .executeTakeFirst();
          await tel(tx, beller, vak, -(weg?.size ?? 0), vandaag);
        }),
      );
      return uitkomst.ok ? ok('weg') : uitkomst;
    },
  };
}
