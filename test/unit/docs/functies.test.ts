/** docs/functies.md: every row 1 to 72 has a screen and a test, and they are there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const WORTEL = join(import.meta.dirname, '..', '..', '..');
const rijen = readFileSync(join(WORTEL, 'docs', 'functies.md'), 'utf8')
  .split('\n')
  .filter((regel) => /^\| \d/.test(regel))
  .map((regel) => regel.split('|').map((cel) => cel.trim()))
  .map(([, nummer = '', , scherm = '', tests = '']) => ({ nummer: Number(nummer), scherm, tests }));
const codes = (cel: string): string[] => [...cel.matchAll(/`([^`]+)`/g)].map((m) => m[1] ?? '');

describe('docs/functies.md', () => {
  it('has every row once', () => {
    expect(rijen.map((r) => r.nummer)).toEqual(Array.from({ length: 72 }, (_, i) => i + 1));
  });

  it.each(rijen)('row $nummer names a screen and a test that exist', ({ scherm, tests }) => {
    const schermen = codes(scherm);
    const bestanden = codes(tests);
    expect(schermen.length).toBeGreaterThan(0);
    expect(bestanden.length).toBeGreaterThan(0);
    for (const naam of schermen)
      expect(existsSync(join(WORTEL, 'renderer', 'screens', naam, 'scherm.tsx')), naam).toBe(true);
    for (const bestand of bestanden)
      expect(existsSync(join(WORTEL, 'test', bestand)), bestand).toBe(true);
  });
});
