/**
 * RxDB's memory storage takes a write over when the browser is idle, which a busy one may be only after
 * seconds. Nothing that decides what counts may look at it before that.
 */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { alles, doc, nieuweNaam, open, schrijf, sleutel } from './hulp.js';

beforeEach(() => {
  // Never idle.
  vi.stubGlobal('requestIdleCallback', () => 0);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it('merging keeps the document that was written last', async () => {
  const naam = nieuweNaam();
  const { inst, opslag, sluit } = await open(naam);
  for (let i = 0; i < 16; i++) await schrijf(inst, doc(`d${i}`));
  await opslag.rust();
  const voor = await alles(inst);
  await sluit();
  const weer = await open(naam);
  expect(await alles(weer.inst)).toEqual(voor);
  await weer.sluit();
});

it('moving takes along the document that was written last', async () => {
  const naam = nieuweNaam();
  const { inst, opslag, sluit } = await open(naam);
  await schrijf(inst, doc('d'));
  const naar = { naam: `${naam}-2`, sleutel: await sleutel(9) };
  await opslag.verhuis({ naar, wissel: () => Promise.resolve() });
  const voor = await alles(inst);
  await sluit();
  const weer = await open(naar.naam, 'proef', 9);
  expect(await alles(weer.inst)).toEqual(voor);
  await weer.sluit();
});
