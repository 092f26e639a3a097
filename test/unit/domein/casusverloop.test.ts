import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  casusverloop,
  leefgebiedenlijst,
  LEEFGEBIEDEN,
  lijstfout,
  telVerloop,
  vergelijkMetingen,
} from '../../../shared/domein/index.js';

const CODES = LEEFGEBIEDEN.waarden.map((w) => w.id);
const lijst = () => LEEFGEBIEDEN;
type Scores = Record<string, { score: number | null; toelichting: string }>;
const meting = (id: string, datum: string, scores: Scores, code = LEEFGEBIEDEN.code) => ({
  id,
  datum,
  lijst: code,
  scores,
});
const score = (n: number | null) => ({ score: n, toelichting: '' });

describe('two moments side by side', () => {
  it('says of each leefgebied what became of it', () => {
    const uit = vergelijkMetingen(
      meting('a', '2026-01-01', { huisvesting: score(1), financien: score(3) }),
      meting('b', '2026-03-01', { huisvesting: score(4), financien: score(3), justitie: score(2) }),
      lijst,
    );
    expect(uit).toMatchObject({ beter: 1, gelijk: 1, minder: 0, open: 7, dagen: 59 });
    expect(uit.regels[0]).toMatchObject({ label: 'Huisvesting', verschil: 3, verloop: 'beter' });
    expect(uit.regels.find((r) => r.code === 'justitie')).toMatchObject({
      van: null,
      verschil: null,
    });
  });

  it('turned round is the same with the other sign', () => {
    const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
    console.info('seed', seed);
    const scores = fc.dictionary(
      fc.constantFrom(...CODES),
      fc.option(fc.integer({ min: 1, max: 5 })).map(score),
    );
    fc.assert(
      fc.property(scores, scores, (a, b) => {
        const [van, naar] = [meting('a', '2026-01-01', a), meting('b', '2026-06-01', b)];
        const heen = vergelijkMetingen(van, naar, lijst);
        const terug = vergelijkMetingen(naar, van, lijst);
        expect(terug).toMatchObject({
          beter: heen.minder,
          minder: heen.beter,
          gelijk: heen.gelijk,
          dagen: -heen.dagen,
        });
        for (const r of heen.regels) {
          const t = terug.regels.find((x) => x.code === r.code);
          expect((t?.verschil ?? 0) + (r.verschil ?? 0)).toBe(0);
          expect(t?.verschil === null).toBe(r.verschil === null);
        }
        expect(heen.beter + heen.gelijk + heen.minder + heen.open).toBe(heen.regels.length);
      }),
      { seed },
    );
  });

  it('does not set figures of two scales against each other', () => {
    const tien = {
      ...LEEFGEBIEDEN,
      code: 'leefgebieden@2',
      schaal: { van: 1, tot: 10, laag: 'l', hoog: 'h' },
    };
    const uit = vergelijkMetingen(
      meting('a', '2026-01-01', { huisvesting: score(2) }),
      meting('b', '2026-03-01', { huisvesting: score(6) }, 'leefgebieden@2'),
      (code) => (code === 'leefgebieden@2' ? tien : LEEFGEBIEDEN),
    );
    expect(uit).toMatchObject({ zelfdeSchaal: false, beter: 0, open: 9 });
    expect(uit.regels[0]).toMatchObject({ van: 2, naar: 6, verschil: null, verloop: null });
  });

  it('goes from the first meting to the last, and is none with one', () => {
    const [a, b, c] = [
      meting('a', '2026-01-01', { justitie: score(1) }),
      meting('b', '2026-02-01', { justitie: score(5) }),
      meting('c', '2026-03-01', { justitie: score(2) }),
    ];
    expect(casusverloop('x', [a], lijst)).toBeNull();
    const uit = casusverloop('x', [c, a, b], lijst);
    expect(uit).toMatchObject({ van: '2026-01-01', naar: '2026-03-01', metingen: 3 });
    if (uit === null) return;
    expect(telVerloop([uit, uit]).find((r) => r.code === 'justitie')).toEqual({
      code: 'justitie',
      label: 'Justitie en veiligheid',
      beter: 2,
      gelijk: 0,
      minder: 0,
    });
  });
});

describe('lists in versions', () => {
  const versie = (n: number, van: string) => ({
    soort: 'lijst' as const,
    id: `lijst-${n}-000000000000`,
    vak: 'huisvak-0000000000',
    versie: 'v',
    gewijzigdDoor: 'x',
    gewijzigdOp: '2026-01-01T00:00:00.000Z',
    conflicten: [],
    code: `leefgebieden@${n}`,
    waarden: [{ id: 'a', label: van }],
    schaal: { van: 1, tot: 5, laag: 'laag', hoog: 'hoog' },
  });

  it('keeps the version that a meting was scored on, and scores on the newest', () => {
    const huis = [versie(2, 'twee'), versie(10, 'tien'), versie(9, 'negen')];
    expect(leefgebiedenlijst(huis, 'leefgebieden@2').waarden[0]?.label).toBe('twee');
    expect(leefgebiedenlijst(huis).waarden[0]?.label).toBe('tien');
    expect(leefgebiedenlijst([]).code).toBe(LEEFGEBIEDEN.code);
    expect(leefgebiedenlijst(huis, LEEFGEBIEDEN.code)).toBe(LEEFGEBIEDEN);
  });

  it('refuses a list without values, with the same twice, or with a scale that goes nowhere', () => {
    const waarde = (label: string) => ({ id: label, label });
    expect(lijstfout({ waarden: [], schaal: null })).toBe('leeg');
    expect(lijstfout({ waarden: [waarde(' ')], schaal: null })).toBe('zonder-label');
    expect(lijstfout({ waarden: [waarde('Werk'), waarde('werk ')], schaal: null })).toBe('dubbel');
    const schaal = { van: 3, tot: 3, laag: '', hoog: '' };
    expect(lijstfout({ waarden: [waarde('a')], schaal })).toBe('schaal');
    expect(lijstfout({ waarden: [waarde('a')], schaal: { ...schaal, tot: 4 } })).toBeNull();
  });
});
