import { describe, expect, it } from 'vitest';
import { groepenVan, kiesGroepen } from '../../../renderer/onderdelen/sleutels/herstelcode.js';

describe('kiesGroepen', () => {
  it('always names two different groups, in order, within the code', () => {
    for (let a = 0; a < 40; a += 1) {
      for (let b = 0; b < 40; b += 1) {
        const [x, y] = kiesGroepen(9, new Uint32Array([a, b]));
        expect(x).toBeLessThan(y);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThan(9);
      }
    }
  });
});

it('groepenVan splits on dashes and spaces', () => {
  expect(groepenVan('AB12-CD34 EF56')).toEqual(['AB12', 'CD34', 'EF56']);
});
