/**
 * The attack suite: each attack of the tables is made on an endpoint process, and must be refused with
 * its code, change no row of any table, and show nothing of the inside or of others.
 */
import { decode } from '@msgpack/msgpack';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pushantwoord, verleningenAntwoord } from '../../shared/sync/protocol.js';
import { type EndpointProces, startEndpointProces } from '../harness/endpoint.js';
import { vraag } from '../harness/endpointclient.js';
import { isLang } from '../harness/lang.js';
import { metCluster } from '../harness/opslagen.js';
import { zonderPostgres } from '../harness/postgres.js';
import { type Aanval, maakWereld, type Uitkomst, type Verwacht, type Wereld } from './aanval.js';
import { type Dump, dumpPostgres, dumpSqlite } from './dump.js';
import { LIJNEN } from './lijnen.js';
import { VERDRAAID } from './verdraaid.js';
import { VERVALST } from './vervalst.js';
import { VREEMD } from './vreemd.js';

const AANVALLEN = [...VREEMD, ...VERVALST, ...VERDRAAID, ...LIJNEN];

/** Stack, file, driver, database, and what a text of SQL begins with. */
const BINNENKANT =
  /\bat .*:\d+|node_modules|\.[jt]s\b|\/(work|tmp|home|var)\/|sqlite|postgres|kysely|fastify|relation "|syntax error|constraint|\b(select|insert into|update|delete from) |undefined|\[object/i;

const statusVan = (u: Uitkomst): number =>
  'ruw' in u ? Number(/^HTTP\/1\.1 (\d{3}) /.exec(u.ruw)?.[1] ?? 0) : u.status;
const tekstVan = (u: Uitkomst): string =>
  'ruw' in u ? u.ruw : Buffer.from(u.bytes).toString('latin1');

/** What others own: none of it may be in an answer. */
const geheimenVan = ({
  buur,
  buurVak,
  buurDoc,
  twee,
  vreemdVak,
  vreemd,
  een,
}: Wereld): string[] => [
  ...[buur.huis.id, buur.account.id, buur.id, buur.token, buurVak, buurDoc.id],
  ...[twee.token, twee.sleutel.openbaar, vreemdVak, vreemd.versie, een.token],
];

function isGeweigerd(uitkomst: Uitkomst, verwacht: Verwacht): void {
  const status = statusVan(uitkomst);
  if (typeof verwacht === 'object' && 'verlening' in verwacht) {
    if ('ruw' in uitkomst) throw new Error('een verlening gaat niet over een losse lijn');
    const { aangenomen, geweigerd } = verleningenAntwoord.parse(uitkomst.json());
    expect([aangenomen, geweigerd.map((g) => g.reden)]).toEqual([0, [verwacht.verlening]]);
    return;
  }
  if (verwacht === 'verworpen' || verwacht === 'genegeerd') {
    if ('ruw' in uitkomst) throw new Error('een push gaat niet over een losse lijn');
    const { verworpen } = pushantwoord.parse(decode(uitkomst.bytes));
    expect([status, verworpen.length]).toEqual([200, verwacht === 'verworpen' ? 1 : 0]);
    return;
  }
  const codes = typeof verwacht === 'string' ? [verwacht] : verwacht;
  const tekst = tekstVan(uitkomst);
  const code = /"code":"([a-z-]+)"/.exec(tekst)?.[1] ?? '';
  expect(codes).toContain(code);
  // Without a word the line is closed, or it is an answer that has no body.
  if (code === '') expect(status === 0 || (status >= 400 && status < 500)).toBe(true);
  else expect(Math.floor(status / 100)).toBe(4);
}

/** On the second database every third of them, in the short run: what refuses them is the same code. */
const opTweede = (): readonly Aanval[] =>
  isLang ? AANVALLEN : AANVALLEN.filter((_, i) => i % 3 === 0);

function suite(
  naam: string,
  aanvallen: readonly Aanval[],
  start: () => Promise<{ proces: EndpointProces; dump: () => Promise<Dump> }>,
): void {
  let proces: EndpointProces;
  let dump: () => Promise<Dump>;
  let wereld: Wereld;
  let geheimen: string[];
  let geweigerd = 0;
  let laatste: Dump | null = null;
  beforeAll(async () => {
    ({ proces, dump } = await start());
    wereld = await maakWereld(proces.adres);
    geheimen = geheimenVan(wereld);
  }, 60_000);
  afterAll(async () => {
    await proces.ruimOp();
    console.log(
      `aanvallen op het endpoint (${naam}): ${geweigerd} van ${aanvallen.length} geweigerd, van de ${AANVALLEN.length} die er zijn`,
    );
  });

  it.each(aanvallen.map((a): [string, Aanval] => [a.naam, a]))('%s', async (_naam, a) => {
    const vooraf = await a.vooraf?.(wereld);
    // What stood there after the attack before it still stands there.
    const voor = a.vooraf || laatste === null ? await dump() : laatste;
    laatste = null;
    const uitkomst = await a.stuur(wereld, vooraf);
    isGeweigerd(uitkomst, a.verwacht);
    const na = await dump();
    laatste = na;
    if (a.verbruiktUitdaging === true) {
      expect(na['uitdaging']).toHaveLength((voor['uitdaging']?.length ?? 0) - 1);
      expect({ ...na, uitdaging: [] }).toEqual({ ...voor, uitdaging: [] });
    } else expect(na).toEqual(voor);
    if (a.verwacht !== 'verworpen') {
      const tekst = tekstVan(uitkomst);
      expect(tekst.replace(/^HTTP[^{]*/, '')).not.toMatch(BINNENKANT);
      expect(geheimen.filter((geheim) => tekst.includes(geheim))).toEqual([]);
    }
    geweigerd += 1;
  });

  it('SQL in free text is only text', async () => {
    const { een, vak } = wereld;
    const collectie = `'; drop table doc; --`;
    const e = een.envelop(vak, { epoch: 2, collectie, versie: `" or 1=1 --` });
    expect((await een.push(e)).verworpen).toEqual([]);
    const [terug] = await een.pullAlles(collectie);
    expect([terug?.collectie, terug?.versie]).toEqual([e.collectie, e.versie]);
  });

  it('afterwards it serves who belongs there', async () => {
    expect((await vraag(`${proces.adres}/v1/gezondheid`)).status).toBe(200);
    const { een, twee, vak } = wereld;
    const e = een.envelop(vak, { epoch: 2 });
    await een.push(e);
    expect((await twee.pullAlles()).map((d) => d.id)).toContain(e.id);
  });
}

it('there are at least a hundred, each with a name of its own', () => {
  const namen = AANVALLEN.map((a) => a.naam);
  expect(namen.length).toBeGreaterThanOrEqual(100);
  expect(namen.filter((n, i) => namen.indexOf(n) !== i)).toEqual([]);
});

/** Two seconds of patience, so that a slow line is seen to be closed. */
const VLAGGEN = ['--geduld', '2'];

describe('aanvallen, op SQLite', () => {
  suite('SQLite', AANVALLEN, async () => {
    const proces = await startEndpointProces({ vlaggen: VLAGGEN });
    return { proces, dump: () => dumpSqlite(proces.map) };
  });
});

describe.skipIf(zonderPostgres !== null)('aanvallen, op PostgreSQL', () => {
  const cluster = metCluster();
  suite('PostgreSQL', opTweede(), async () => {
    const db = await cluster.nieuw();
    const proces = await startEndpointProces({ db, vlaggen: VLAGGEN });
    return { proces, dump: () => dumpPostgres(db) };
  });
});
