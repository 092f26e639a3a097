import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Drukte } from '../../../../renderer/vault/sync/drukte.js';

beforeEach(() =>
  vi.useFakeTimers({
    toFake: ['performance', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  }),
);
afterEach(() => vi.useRealTimers());

function maak() {
  const stop = new AbortController();
  const toetsen = new EventTarget();
  const drukte = new Drukte(stop.signal, toetsen);
  return { stop, drukte, toets: () => toetsen.dispatchEvent(new Event('keydown')) };
}

/** Milliseconds until it resolves. */
async function duurVan(wacht: Promise<void>): Promise<number> {
  const begin = performance.now();
  let klaar = -1;
  void wacht.then(() => (klaar = performance.now() - begin));
  for (let i = 0; i < 2_000 && klaar < 0; i++) await vi.advanceTimersByTimeAsync(10);
  return klaar;
}

describe('typing and loads', () => {
  it('lets a load wait until nobody types', async () => {
    const { drukte, toets } = maak();
    toets();
    expect(await duurVan(drukte.laatTypen(500))).toBeGreaterThanOrEqual(300);
    expect(await duurVan(drukte.laatTypen(500))).toBeLessThan(20);
  });

  it('does not let what people do by hand wait', async () => {
    const { drukte, toets } = maak();
    toets();
    expect(await duurVan(drukte.laatTypen(3))).toBeLessThan(20);
  });

  it('goes on under a long text', async () => {
    const { drukte, toets } = maak();
    toets();
    const typist = setInterval(toets, 100);
    const duur = await duurVan(drukte.laatTypen(500));
    clearInterval(typist);
    expect(duur).toBeGreaterThan(5_000);
    expect(duur).toBeLessThan(11_000);
  });

  it('does not wait when somebody asked to send, or when the vault closes', async () => {
    const { drukte, toets, stop } = maak();
    toets();
    drukte.meteen();
    expect(await duurVan(drukte.laatTypen(500))).toBeLessThan(20);
    toets();
    const wacht = drukte.laatTypen(500);
    stop.abort();
    expect(await duurVan(wacht)).toBeLessThan(20);
  });

  it('does not take keystrokes for a load that comes in, nor the other way round', async () => {
    const { drukte, toets } = maak();
    toets();
    expect(await duurVan(drukte.voorbij())).toBeLessThan(20);
    drukte.geschreven(100);
    expect(await duurVan(drukte.voorbij())).toBeGreaterThanOrEqual(390);
  });
});
