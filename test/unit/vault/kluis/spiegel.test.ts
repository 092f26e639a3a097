import fc from 'fast-check';
import type { RxDocumentData } from 'rxdb';
import { describe, expect, it } from 'vitest';
import { Spiegel } from '../../../../renderer/vault/kluis/spiegel.js';

type Rij = RxDocumentData<{ id: string; casus: string }>;

const rij = (id: number, casus: number, hoogte: number, weg = false): Rij => ({
  id: `a${id}`,
  casus: `c${casus}`,
  _rev: `${hoogte}-x`,
  _deleted: weg,
  _attachments: {},
  _meta: { lwt: 1 },
});

describe('wat bij een casus hoort', () => {
  it('is na iedere wijziging wat er ook is als alles opnieuw wordt geteld', () => {
    const wijziging = fc.record({
      id: fc.nat(12),
      casus: fc.nat(3),
      hoogte: fc.integer({ min: 1, max: 30 }),
      weg: fc.boolean(),
    });
    const uit = fc.check(
      fc.property(fc.array(wijziging, { maxLength: 60 }), (reeks) => {
        const spiegel = new Spiegel();
        spiegel.laadVooraf('acties', [rij(0, 0, 1), rij(1, 0, 1), rij(2, 1, 1)]);
        spiegel.vanCasus('acties', 'c0');
        for (const { id, casus, hoogte, weg } of reeks) {
          spiegel.neem('acties', [rij(id, casus, hoogte, weg)]);
          for (const c of ['c0', 'c1', 'c2', 'c3']) {
            const verwacht = spiegel.alle('acties').filter((doc) => doc.casus === c);
            const hier = spiegel.vanCasus('acties', c);
            expect(new Set(hier)).toEqual(new Set(verwacht));
            expect(hier).toHaveLength(verwacht.length);
          }
        }
      }),
      { numRuns: 200 },
    );
    expect(uit.failed, `seed ${uit.seed}: ${JSON.stringify(uit.counterexample)}`).toBe(false);
  });

  it('blijft hetzelfde zolang alleen een andere casus verandert', () => {
    const spiegel = new Spiegel();
    spiegel.laadVooraf('acties', [rij(0, 0, 1), rij(1, 1, 1), rij(2, 0, 1)]);
    const [nul, een] = [spiegel.vanCasus('acties', 'c0'), spiegel.vanCasus('acties', 'c1')];
    spiegel.neem('acties', [rij(0, 0, 2)]);
    expect(spiegel.vanCasus('acties', 'c1')).toBe(een);
    expect(spiegel.vanCasus('acties', 'c0')).not.toBe(nul);
    // It stands where it stood.
    expect(spiegel.vanCasus('acties', 'c0').map(({ id }) => id)).toEqual(['a0', 'a2']);
    expect(spiegel.vanCasus('acties', 'c9')).toBe(spiegel.vanCasus('acties', 'c8'));
  });
});
