/** Invitations: a letterbox for one request and one answer, both sealed under a secret not known here. */
import type { Kysely } from 'kysely';
import { fout, ok } from '../../shared/result.js';
import { GRENZEN } from '../../shared/sync/protocol.js';
import type { Store } from './contract.js';
import type { Tabellen } from './tabellen.js';

type Uitnodigingsdeel = Pick<
  Store,
  'nodigUit' | 'uitnodigingen' | 'vraagAan' | 'beantwoord' | 'antwoord'
>;

export function maakUitnodigingen(db: Kysely<Tabellen>): Uitnodigingsdeel {
  const zoek = (tx: Kysely<Tabellen>, huis: string, id: string) =>
    tx
      .selectFrom('uitnodiging')
      .selectAll()
      .where('tenant', '=', huis)
      .where('id', '=', id)
      .executeTakeFirst();
  /** Who writes on it next waits for us, and then sees what we wrote. */
  const pak = (tx: Kysely<Tabellen>, huis: string, id: string) =>
    tx
      .updateTable('uitnodiging')
      .set((eb) => ({ id: eb.ref('id') }))
      .where('tenant', '=', huis)
      .where('id', '=', id)
      .execute();

  return {
    async nodigUit(beller, id, verlooptOp) {
      return db.transaction().execute(async (tx) => {
        const bestaat = await zoek(tx, beller.huis, id);
        const { aantal } = await tx
          .selectFrom('uitnodiging')
          .select((eb) => eb.fn.countAll<number>().as('aantal'))
          .where('tenant', '=', beller.huis)
          .where('account', '=', beller.account)
          .where('antwoord', 'is', null)
          .executeTakeFirstOrThrow();
        if (bestaat === undefined && aantal >= GRENZEN.uitnodigingenPerAccount)
          return fout('quotum-bereikt');
        const { numInsertedOrUpdatedRows } = await tx
          .insertInto('uitnodiging')
          .values({
            tenant: beller.huis,
            id,
            account: beller.account,
            verloopt_op: verlooptOp,
            aanvraag: null,
            antwoord: null,
          })
          .onConflict((oc) => oc.doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows === 1n) return ok('nieuw');
        const rij = await zoek(tx, beller.huis, id);
        const zelfde = rij?.account === beller.account && rij.verloopt_op === verlooptOp;
        return zelfde ? ok('bekend') : fout('uitnodiging-bestaat');
      });
    },

    async uitnodigingen(beller) {
      const rijen = await db
        .selectFrom('uitnodiging')
        .select(['id', 'verloopt_op', 'aanvraag', 'antwoord'])
        .where('tenant', '=', beller.huis)
        .where('account', '=', beller.account)
        .orderBy('verloopt_op')
        .execute();
      return rijen.map((r) => ({
        id: r.id,
        verlooptOp: r.verloopt_op,
        aanvraag: r.aanvraag,
        beantwoord: r.antwoord !== null,
      }));
    },

    async vraagAan(huis, id, bytes, nu) {
      return db.transaction().execute(async (tx) => {
        await pak(tx, huis, id);
        const rij = await zoek(tx, huis, id);
        if (rij === undefined) return fout('onbekend');
        // The same request again is a retry whose answer was lost.
        if (rij.aanvraag !== null)
          return rij.aanvraag === bytes ? ok(rij.account) : fout('gebruikt');
        if (rij.verloopt_op <= nu) return fout('verlopen');
        await tx
          .updateTable('uitnodiging')
          .set({ aanvraag: bytes })
          .where('tenant', '=', huis)
          .where('id', '=', id)
          .execute();
        return ok(rij.account);
      });
    },

    async beantwoord(beller, id, bytes) {
      return db.transaction().execute(async (tx) => {
        await pak(tx, beller.huis, id);
        const rij = await zoek(tx, beller.huis, id);
        if (rij === undefined || rij.account !== beller.account) return fout('onbekend');
        if (rij.aanvraag === null) return fout('geen-aanvraag');
        if (rij.antwoord !== null) return rij.antwoord === bytes ? ok('goed') : fout('beantwoord');
        await tx
          .updateTable('uitnodiging')
          .set({ antwoord: bytes })
          .where('tenant', '=', beller.huis)
          .where('id', '=', id)
          .execute();
        return ok('goed');
      });
    },

    async antwoord(huis, id, nu) {
      const rij = await zoek(db, huis, id);
      if (rij === undefined) return fout('onbekend');
      if (rij.aanvraag === null && rij.verloopt_op <= nu) return fout('verlopen');
      return ok(rij.antwoord);
    },
  };
}
