import { describe, expect, it } from 'vitest';
import { meetSterkte, voldoet } from '../../../renderer/onderdelen/sleutels/sterkte.js';
import { AANTAL_WOORDEN, stelWachtzinVoor } from '../../../renderer/onderdelen/sleutels/woorden.js';

describe('meetSterkte', () => {
  it.each([
    ['welkom', 'kort'],
    ['welkom12345678', 'bekend'],
    ['kameel kameel kameel', 'herhaling'],
    ['qwertyuiop', 'bekend'],
    ['Wouters Wouters', 'eigen'],
  ] as const)('refuses %s and says why', async (wachtzin, advies) => {
    const sterkte = await meetSterkte(wachtzin, ['J. Wouters']);
    expect(voldoet(wachtzin, sterkte)).toBe(false);
    expect(sterkte.advies).toBe(advies);
  });

  it('accepts separate words', async () => {
    const zin = 'kameel onder zeven lantaarns';
    expect(voldoet(zin, await meetSterkte(zin, []))).toBe(true);
  });

  it('accepts what the application proposes, and that is 256 different words', async () => {
    expect(AANTAL_WOORDEN).toBe(256);
    const zin = stelWachtzinVoor();
    expect(zin.split(' ')).toHaveLength(5);
    expect(voldoet(zin, await meetSterkte(zin, []))).toBe(true);
  });
});
