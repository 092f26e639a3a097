import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEndpoint } from '../../../../endpoint/server.js';
import type { Endpoint } from '../../../../endpoint/server.js';
import { Proefapparaat, casusvelden, eventueel, nieuwAccount, nieuwHuis } from './proefapparaat.js';

let map: string;
let endpoint: Endpoint;
let poort: number;
let een: Proefapparaat;
let twee: Proefapparaat;
let casus: string;

async function begin(): Promise<void> {
  endpoint = await startEndpoint({ dataDir: map, port: poort });
}
const samen = async (): Promise<void> => {
  await Promise.all([een.gelijk(), twee.gelijk()]);
};

beforeEach(async () => {
  map = await mkdtemp(join(tmpdir(), 'casuskluis-sync-'));
  poort = 0;
  await begin();
  poort = Number(new URL(endpoint.adres).port);
  const huis = await nieuwHuis();
  const account = await nieuwAccount();
  een = await Proefapparaat.maak({ huis, account, endpoint: endpoint.adres });
  await een.richtOp();
  await een.sync.start();
  await een.gelijk();
  // A second device of the same person.
  twee = await Proefapparaat.maak({ huis, account, endpoint: endpoint.adres });
  await twee.neemKennis(een);
  await twee.sync.start();
  casus = await een.voegToe('casussen', casusvelden('Casus A'));
  await een.gelijk();
  await twee.wachtOpDoc('casussen', casus);
});
const gestopt: Promise<unknown>[] = [];
afterEach(async () => {
  await Promise.all([een.sluit(), twee.sluit()]);
  // Not waited for here: a server waits for sockets that were opened and never used.
  const hier = map;
  gestopt.push(endpoint.stop().then(() => rm(hier, { recursive: true, force: true })));
});
afterAll(() => Promise.all(gestopt));

async function offline(...wie: Proefapparaat[]): Promise<void> {
  for (const a of wie) {
    a.sync.pauzeer(true);
    await a.wacht((s) => s.toestand === 'offline', 'offline');
  }
}
async function terug(...wie: Proefapparaat[]): Promise<void> {
  for (const a of wie) {
    a.sync.pauzeer(false);
    await a.gelijk();
  }
}
async function zelfde(): Promise<void> {
  await eventueel(async () => {
    expect(await een.alle('casussen')).toEqual(await twee.alle('casussen'));
  });
}

describe('two devices', () => {
  it('carries a change over within a moment', async () => {
    await een.wijzig('casussen', casus, (d) => (d['titel'] = 'Casus B'));
    await eventueel(async () =>
      expect((await twee.lees('casussen', casus))?.['titel']).toBe('Casus B'),
    );
    expect((await twee.lees('casussen', casus))?.conflicten).toEqual([]);
  });

  it.each([
    ['een', 'twee'],
    ['twee', 'een'],
  ] as const)('merges different fields made offline, %s back first', async (eerst, daarna) => {
    const wie = { een, twee };
    await offline(een, twee);
    await een.wijzig('casussen', casus, (d) => (d['titel'] = 'Van een'));
    await twee.wijzig('casussen', casus, (d) => (d['omschrijving'] = 'Van twee'));
    expect(een.stand.wachtend).toBe(1);
    expect([...een.stand.wachtendeIds]).toEqual([casus]);
    await terug(wie[eerst], wie[daarna]);
    await samen();
    await zelfde();
    const doc = await een.lees('casussen', casus);
    expect(doc?.['titel']).toBe('Van een');
    expect(doc?.['omschrijving']).toBe('Van twee');
    expect(doc?.conflicten).toEqual([]);
  });

  it.each([
    ['een', 'twee'],
    ['twee', 'een'],
  ] as const)('keeps both values of the same field, %s back first', async (eerst, daarna) => {
    const wie = { een, twee };
    await offline(een, twee);
    await een.wijzig('casussen', casus, (d) => (d['titel'] = 'Zus'));
    await twee.wijzig('casussen', casus, (d) => (d['titel'] = 'Zo'));
    await terug(wie[eerst], wie[daarna]);
    await samen();
    await zelfde();
    const doc = await twee.lees('casussen', casus);
    expect(doc?.['titel']).toBe('Zo');
    expect(doc?.conflicten.map((c) => [c.id, c.basis, c.waarden.map((w) => w.waarde)])).toEqual([
      ['titel', 'Casus A', ['Zo', 'Zus']],
    ]);
  });

  it('lets an edit win from a deletion, whichever was first', async () => {
    const ander = await een.voegToe('casussen', casusvelden('Casus C'));
    await twee.wachtOpDoc('casussen', ander);
    await offline(een, twee);
    await een.verwijder('casussen', casus);
    await twee.wijzig('casussen', casus, (d) => (d['titel'] = 'Toch'));
    await een.wijzig('casussen', ander, (d) => (d['titel'] = 'Blijft'));
    await twee.verwijder('casussen', ander);
    await terug(een, twee);
    await samen();
    await zelfde();
    expect((await een.lees('casussen', casus))?.['titel']).toBe('Toch');
    expect((await een.lees('casussen', ander))?.['titel']).toBe('Blijft');
  });

  it('carries a deletion over', async () => {
    await een.verwijder('casussen', casus);
    await eventueel(async () => expect(await twee.lees('casussen', casus)).toBeNull());
    await samen();
  });

  it('goes on when the endpoint comes back', async () => {
    await endpoint.stop();
    await een.wacht((s) => s.toestand === 'offline');
    expect(een.stand.reden).toMatch(/niet bereikbaar/);
    await een.wijzig('casussen', casus, (d) => (d['titel'] = 'Intussen'));
    await een.wacht((s) => s.wachtend === 1);
    await begin();
    await samen();
    await eventueel(async () =>
      expect((await twee.lees('casussen', casus))?.['titel']).toBe('Intussen'),
    );
  });

  it('knows after a restart without network what waits', async () => {
    await endpoint.stop();
    await een.wijzig('casussen', casus, (d) => (d['titel'] = 'Wacht'));
    const nieuw = await een.voegToe('casussen', casusvelden('Casus D'));
    await een.herstart();
    expect(een.stand.wachtend).toBe(2);
    expect(een.stand.wachtendeIds).toEqual(new Set([casus, nieuw]));
    expect(een.stand.laatstGelijk).not.toBeNull();
    await begin();
    await samen();
    expect(een.stand.wachtend).toBe(0);
    await twee.wachtOpDoc('casussen', nieuw);
    await zelfde();
  });
});
