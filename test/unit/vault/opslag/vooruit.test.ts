/** Reading ahead while the key is derived: the same documents, and nothing that was written meanwhile is hidden. */
import 'fake-indexeddb/auto'; // Before Dexie: it looks for the database when it is loaded.
import Dexie from 'dexie';
import { expect, it } from 'vitest';
import { leesVooruit, sluitVooruit, winkelnaam } from '../../../../renderer/vault/opslag/index.js';
import { openSchijf } from '../../../../renderer/vault/opslag/schijf.js';
import { neemSchijf } from '../../../../renderer/vault/opslag/vooruit.js';
import { alles, doc, instantie, nieuweNaam, open, schrijf, sleutel } from './hulp.js';

const COLLECTIES = ['een', 'twee', 'drie'] as const;

/** A database with three stores. */
async function gevuld(documenten: number): Promise<string> {
  const naam = nieuweNaam();
  for (const collectie of COLLECTIES) {
    const { inst, sluit } = await open(naam, collectie);
    for (let i = 0; i < documenten; i++) await schrijf(inst, doc(`${collectie}-${i}`));
    await sluit();
  }
  return naam;
}

const opSchijf = async (naam: string): Promise<number> => {
  const schijf = await openSchijf(naam);
  const aantal = (await schijf.sleutels()).length;
  schijf.sluit();
  return aantal;
};

async function inhoud(naam: string): Promise<unknown[]> {
  const uit: unknown[] = [];
  for (const collectie of COLLECTIES) {
    const { inst, sluit } = await open(naam, collectie);
    uit.push(await alles(inst));
    await sluit();
  }
  return uit;
}

it('a store that was read ahead holds what it holds without', async () => {
  const naam = await gevuld(5);
  const zonder = await inhoud(naam);
  const met: unknown[] = [];
  for (const collectie of COLLECTIES) {
    leesVooruit(naam);
    const { inst, sluit } = await open(naam, collectie);
    met.push(await alles(inst));
    await sluit();
  }
  expect(met).toEqual(zonder);
});

it('more segments than are read ahead come from disk', async () => {
  const naam = nieuweNaam();
  const schijf = await openSchijf(naam);
  const rijen = ['a', 'b'].flatMap((w) =>
    Array.from({ length: 400 }, (_, i) => ({ w, t: i + 1, b: new Uint8Array([i % 256]) })),
  );
  await schijf.voegToe(rijen, []);
  schijf.sluit();
  expect(await opSchijf(naam)).toBe(800);
  leesVooruit(naam);
  const gelezen = await neemSchijf(naam);
  for (const w of ['a', 'b']) {
    const nummers: number[] = [];
    for await (const pagina of gelezen.segmenten(w)) nummers.push(...pagina.map(({ t }) => t));
    expect(nummers).toEqual(Array.from({ length: 400 }, (_, i) => i + 1));
  }
  gelezen.sluit();
});

it('a write after the reading is seen by who reads after it', async () => {
  const naam = await gevuld(3);
  leesVooruit(naam);
  const { opslag, inst, sluit } = await open(naam, 'een');
  await schrijf(inst, doc('een-later'));
  await inst.close();
  const weer = await instantie(opslag.storage, 'een');
  expect((await alles(weer)).map(({ id }) => id)).toContain('een-later');
  await weer.close();
  await sluit();
});

it('a store that was read before RxDB opens it is the one that RxDB gets', async () => {
  const naam = await gevuld(4);
  leesVooruit(naam);
  const { opslag, inst, sluit } = await open(naam, 'een');
  const vooraf = [...(await opslag.laadVooraf(winkelnaam('huis', 'twee', 0), 'id'))];
  const twee = await instantie(opslag.storage, 'twee');
  expect(await alles(twee)).toEqual(vooraf);
  await schrijf(twee, doc('twee-later'));
  await twee.close();
  await inst.close();
  await sluit();
  const weer = await open(naam, 'twee');
  expect(await alles(weer.inst)).toHaveLength(5);
  await weer.sluit();
});

it('what was not taken is closed, and does not keep anybody from deleting the database', async () => {
  const naam = await gevuld(1);
  leesVooruit(naam);
  await sluitVooruit();
  await Dexie.delete(naam);
  expect(await Dexie.getDatabaseNames()).not.toContain(naam);
});

it('a database that a broken-off move left, and that was read ahead, does not stand in for the one made in its place', async () => {
  const naam = await gevuld(2);
  const rest = await open(`${naam}-2`, 'een', 3);
  await schrijf(rest.inst, doc('rest'));
  await rest.sluit();
  leesVooruit(`${naam}-2`);
  const { opslag, inst, sluit } = await open(naam, 'een');
  const naar = { naam: `${naam}-2`, sleutel: await sleutel(9) };
  await opslag.verhuis({ naar, wissel: () => Promise.resolve() });
  const voor = await alles(inst);
  await sluit();
  const weer = await open(naar.naam, 'een', 9);
  expect(await alles(weer.inst)).toEqual(voor);
  await weer.sluit();
});
