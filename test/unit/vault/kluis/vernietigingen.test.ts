/** Three devices of a house, each with a vault of its own in a process of its own, and a real endpoint. */
import Database from 'libsql';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { nodeApparaten, type Gestart } from '../../../harness/apparaten.js';
import { startTestEndpoint, type Testendpoint } from '../../../harness/endpoint.js';

const WACHT = { timeout: 30_000, interval: 200 };
const LANG = 120_000;

let map: string;
let endpoint: Testendpoint;
let gestart: Gestart[];

beforeEach(async () => {
  map = await mkdtemp(join(tmpdir(), 'casuskluis-vernietigen-'));
  endpoint = await startTestEndpoint();
  gestart = [];
});
afterEach(async () => {
  await Promise.all(gestart.map((g) => g.stop()));
  await endpoint.ruimOp();
  await rm(map, { recursive: true, force: true });
});

async function huis(collegas: number) {
  const fabriek = nodeApparaten(map);
  gestart = await Promise.all(
    Array.from({ length: collegas + 1 }, (_, i) => fabriek.start(`apparaat-${i}`)),
  );
  const [een, ...anderen] = gestart.map((g) => g.apparaat);
  if (een === undefined) throw new Error('geen apparaat');
  await een.richtOp({ naam: 'Johanna', endpoint: endpoint.adres });
  await een.laadVoorbeeld({ vandaag: '2026-12-01', casussen: 2 });
  await een.wachtGelijk({ ms: LANG });
  for (const [i, ander] of anderen.entries()) {
    const code = await een.nodigUit({ naam: `Collega ${i}` });
    await ander.koppel({ code, naam: `Laptop ${i}` });
    await ander.wachtGelijk({ ms: LANG });
  }
  const vakken = await een.sluitCasus({ op: '2020-01-31' });
  const vak = vakken[0] ?? '';
  for (const wie of [een, ...anderen]) await wie.wachtGelijk({ ms: LANG });
  // What was written last may still be on its way to the others.
  for (const ander of anderen)
    await vi.waitFor(async () => {
      await ander.wachtGelijk({ ms: LANG });
      expect((await ander.heeft({ vakken: vakken.slice(1) })).documenten).toBe(1);
    }, WACHT);
  return { een, anderen, vakken, vak };
}

/** What the endpoint has of these vakken. */
function bijEndpoint(vakken: readonly string[]): number {
  const db = new Database(join(endpoint.map, 'endpoint.sqlite'), { readonly: true });
  try {
    return ['doc', 'stuk', 'verlening', 'member', 'vak', 'quarantaine']
      .flatMap((tabel) =>
        vakken.map(
          (vak) =>
            (
              db.prepare(`select count(*) as n from ${tabel} where scope = ?`).get(vak) as {
                n: number;
              }
            ).n,
        ),
      )
      .reduce((som, n) => som + n, 0);
  } finally {
    db.close();
  }
}

it('a declaration destroys a case on every device and at the endpoint, with its keys and what is for fewer eyes', {
  timeout: LANG,
}, async () => {
  const { een, anderen, vakken, vak } = await huis(1);
  const [twee] = anderen;
  if (twee === undefined) throw new Error('geen tweede');
  const voor = await een.heeft({ vakken });
  expect(voor.sleutels).toBe(4);
  expect((await twee.heeft({ vakken })).documenten).toBe(voor.documenten);
  expect(bijEndpoint(vakken)).toBeGreaterThan(voor.documenten);
  // Work that the endpoint never hears of, and that comes late.
  await twee.pauzeer({ aan: true });
  await twee.schrijfIn({ vak, tekst: 'nog even' });

  expect(await een.verklaar({ vak })).toBe(voor.documenten);
  expect(await een.heeft({ vakken })).toEqual({ documenten: 0, sleutels: 0, vast: 0 });
  await vi.waitFor(() => expect(bijEndpoint(vakken)).toBe(0), WACHT);
  await twee.pauzeer({ aan: false });
  await vi.waitFor(
    async () =>
      expect(await twee.heeft({ vakken })).toEqual({ documenten: 0, sleutels: 0, vast: 0 }),
    WACHT,
  );
  // Nothing of it waits for ever, and nothing of it came back.
  for (const wie of [een, twee]) await wie.wachtGelijk({ ms: LANG });
  expect(bijEndpoint(vakken)).toBe(0);
  expect(await een.stand()).toEqual(await twee.stand());
});

it('is not carried out where the case is held, until a person lets go', {
  timeout: LANG,
}, async () => {
  const { een, anderen, vakken, vak } = await huis(1);
  const [twee] = anderen;
  if (twee === undefined) throw new Error('geen tweede');
  await twee.pauzeer({ aan: true });
  await twee.houdVast({ vak, vast: true });
  await een.verklaar({ vak });
  await een.wachtGelijk({ ms: LANG });
  await twee.pauzeer({ aan: false });
  await vi.waitFor(async () => expect((await twee.heeft({ vakken })).vast).toBe(1), WACHT);
  expect((await twee.heeft({ vakken })).documenten).toBeGreaterThan(0);
  await twee.houdVast({ vak, vast: false });
  await vi.waitFor(
    async () =>
      expect(await twee.heeft({ vakken })).toEqual({ documenten: 0, sleutels: 0, vast: 0 }),
    WACHT,
  );
  for (const wie of [een, twee]) await wie.wachtGelijk({ ms: LANG });
});
