import { describe, expect, it } from 'vitest';
import { BREEDTE, deelIn, ORG } from '../../../../renderer/screens/casus/netwerk-indeling.js';
import { betrokkeneDoc } from './documenten.js';

const familie = Array.from({ length: 6 }, (_, i) =>
  betrokkeneDoc({ id: `f${i}`, naam: `Naam${i} Bos`, huishouden: i > 3 ? 'Bos' : null }),
);
const sociaal = Array.from({ length: 5 }, (_, i) =>
  betrokkeneDoc({ id: `s${i}`, band: 'sociaal' }),
);
const orgs = Array.from({ length: 8 }, (_, i) => ({ naam: `Org ${i}`, bij: '', regie: i === 0 }));

describe('netwerk', () => {
  const n = deelIn([...familie, ...sociaal], orgs, '2026-11-24');
  it('puts family left, social ties above and below, organisations right', () => {
    for (const p of n.personen.filter((x) => x.id.startsWith('f')))
      expect(p.x).toBeLessThan(n.midden.x - 60);
    for (const p of n.personen.filter((x) => x.id.startsWith('s'))) {
      expect(Math.abs(p.y - n.midden.y)).toBeGreaterThan(40);
    }
    expect(ORG.x + ORG.breedte).toBeLessThanOrEqual(BREEDTE);
  });
  it('lets nobody overlap and keeps everything in the picture', () => {
    for (const [i, p] of n.personen.entries()) {
      expect(p.y).toBeGreaterThan(10);
      expect(p.y).toBeLessThan(n.hoogte);
      for (const q of n.personen.slice(i + 1)) {
        expect(Math.hypot(p.x - q.x, p.y - q.y), `${p.id} en ${q.id}`).toBeGreaterThan(34);
      }
    }
    const laatste = n.organisaties.at(-1);
    expect((laatste?.y ?? 0) + ORG.hoogte).toBeLessThanOrEqual(n.hoogte);
  });
  it('stands alone for somebody without anybody', () => {
    expect(deelIn([], [], '2026-11-24').personen).toEqual([]);
  });
});
