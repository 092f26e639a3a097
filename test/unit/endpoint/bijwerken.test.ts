import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { startTestEndpoint, type Testendpoint, tijdelijkeMap } from '../../harness/endpoint.js';
import { metBestand } from '../../harness/endpointbestand.js';
import {
  nieuwAccount,
  nieuwHuis,
  nieuwId,
  stelAan,
  Testapparaat,
} from '../../harness/endpointclient.js';
import { metCluster } from '../../harness/opslagen.js';
import { metPg, zonderPostgres } from '../../harness/postgres.js';

type Rij = Readonly<Record<string, string | number | Buffer | null>>;
const BYTES = randomBytes(300);

const schema = (soort: 'sqlite' | 'postgres'): string =>
  readFileSync(join(import.meta.dirname, '../../fixtures', `endpoint-1.${soort}.sql`), 'utf8');

/** A house as the first version kept it: one account and device, one vak with one document. */
function huisVanVersie1(): { een: Testapparaat; vak: string; rijen: [string, Rij][] } {
  const een = new Testapparaat('', nieuwHuis(), nieuwAccount());
  const vak = nieuwId();
  const tenant = een.huis.id;
  const { account, tekensleutel, handtekening } = stelAan(een.huis, een.account);
  const ingetrokken = { ingetrokken_op: null };
  const v = een.verlening(vak, account);
  const { vak: scope, ...verlening } = v;
  const doc = { id: nieuwId(), collectie: 'casussen', epoch: 1, rev: nieuwId(), seq: 2 };
  return {
    een,
    vak,
    rijen: [
      ['tenant', { tenant, huissleutel: een.huis.sleutel.openbaar, seq: 2 }],
      ['account', { tenant, account, tekensleutel, handtekening, ...ingetrokken }],
      ['apparaat', { tenant, ...een.verklaring(), ...ingetrokken }],
      ['member', { tenant, scope, account, role: 'lid', until: null, epoch: 1, since: 1 }],
      ['verlening', { tenant, scope, ...verlening, seq: 1 }],
      [
        'doc',
        {
          ...{ tenant, scope, ...doc, deleted: 0, author: account, size: BYTES.length },
          ...{ body: BYTES, handtekening: randomBytes(64) },
        },
      ],
    ],
  };
}

const invoeging = (tabel: string, rij: Rij, teken: (i: number) => string): string =>
  `insert into ${tabel} (${Object.keys(rij).join(', ')}) values (${Object.keys(rij)
    .map((_, i) => teken(i + 1))
    .join(', ')})`;

/** The device finds its work, goes on, and can use what the first version had not. */
async function werktVerder(endpoint: Testendpoint, oud: Testapparaat, vak: string): Promise<void> {
  const een = new Testapparaat(endpoint.adres, oud.huis, oud.account);
  Object.assign(een, { id: oud.id, sleutel: oud.sleutel });
  await een.meldAan();
  const [doc] = await een.pullAlles();
  expect(Buffer.from(doc?.bytes ?? [])).toEqual(BYTES);
  expect((await een.push(een.envelop(vak))).volgnummer).toBe(3);
  expect(await een.vakstand(vak)).toEqual({
    vak,
    epoch: 1,
    stand: 1,
    leden: [{ account: een.account.id, rol: 'lid', tot: null }],
  });
  await een.verwijder(vak);
  expect((await een.stuurPush([een.envelop(vak)])).probleem().code).toBe('epoch-verlopen');
  expect((await een.push(een.envelop(vak, { epoch: 2 }))).verworpen).toEqual([]);
}

describe('een opslag van de eerste versie wordt bijgewerkt', () => {
  it('op SQLite', async () => {
    const { een, vak, rijen } = huisVanVersie1();
    const map = tijdelijkeMap();
    mkdirSync(map, { recursive: true });
    metBestand(map, (db) => {
      db.exec(schema('sqlite'));
      for (const [tabel, rij] of rijen)
        db.prepare(invoeging(tabel, rij, () => '?')).run(Object.values(rij));
    });
    const endpoint = await startTestEndpoint({ dataDir: map });
    try {
      await werktVerder(endpoint, een, vak);
    } finally {
      await endpoint.ruimOp();
    }
  });

  describe.skipIf(zonderPostgres !== null)('op PostgreSQL', () => {
    const cluster = metCluster();
    it('by two processes at once', async () => {
      const { een, vak, rijen } = huisVanVersie1();
      const db = await cluster.nieuw();
      await metPg(db, async (client) => {
        await client.query(schema('postgres'));
        for (const [tabel, rij] of rijen)
          await client.query(
            invoeging(tabel, rij, (i) => `$${i}`),
            Object.values(rij),
          );
      });
      const [endpoint, tweede] = await Promise.all([
        startTestEndpoint({ db }),
        startTestEndpoint({ db }),
      ]);
      try {
        await werktVerder(endpoint, een, vak);
      } finally {
        await endpoint.ruimOp();
        await tweede.ruimOp();
      }
    });
  });
});
