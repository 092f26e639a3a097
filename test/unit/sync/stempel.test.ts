/** Two people who judge one criterion apart differ about the judgement, and about nothing else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpenConflict } from '../../../shared/schema/index.js';
import { metStempel } from '../../../shared/sync/stempel.js';
import { voegSamen } from '../../../shared/sync/voegsamen.js';

interface Oordeel {
  voldaan: boolean | null;
  motivering: string;
  door?: string;
  op?: string;
  versie?: string;
}
const doc = (versie: string, a: Oordeel) => ({
  id: 'a'.repeat(22),
  vak: 'v'.repeat(22),
  versie,
  gewijzigdDoor: versie,
  gewijzigdOp: '2026-11-24T10:00:00.000Z',
  conflicten: [] as OpenConflict[],
  criteria: { a },
});
const leeg: Oordeel = { voldaan: null, motivering: '' };
const ann: Oordeel = {
  voldaan: true,
  motivering: 'ja',
  door: 'ann',
  op: '2026-11-24T10:00:00.000Z',
  versie: 'wgs@1',
};
const bob: Oordeel = {
  voldaan: false,
  motivering: 'nee',
  door: 'bob',
  op: '2026-11-24T09:00:00.000Z',
  versie: 'wgs@2',
};

describe('a stamp goes with what it is of', () => {
  it('two judgements differ in the judgement only, and the stamp is of the one that stands', () => {
    const samen = voegSamen(doc('0', leeg), doc('1', ann), doc('2', bob));
    expect(samen.conflicten.map((c) => c.id)).toEqual([
      'criteria/a/motivering',
      'criteria/a/voldaan',
    ]);
    // The canonically first of each, so of neither side as a whole: then the stamp is the first of the two.
    expect(samen.criteria.a).toMatchObject({ voldaan: false, motivering: 'ja' });
    const { door, op, versie } = samen.criteria.a;
    expect([ann, bob].map((o) => [o.door, o.op, o.versie])).toContainEqual([door, op, versie]);
    expect(voegSamen(doc('0', leeg), doc('2', bob), doc('1', ann))).toEqual(samen);
  });
  it('the same judgement by two people is no difference at all', () => {
    const samen = voegSamen(
      doc('0', leeg),
      doc('1', ann),
      doc('2', { ...ann, door: 'bob', op: '2026-11-25T09:00:00.000Z' }),
    );
    expect(samen.conflicten).toEqual([]);
    expect(samen.criteria.a.door).toBe('ann');
  });
  it('of a judgement that only one changed the stamp is theirs', () => {
    const samen = voegSamen(doc('0', ann), doc('1', ann), doc('2', bob));
    expect(samen.criteria.a).toEqual(bob);
    expect(samen.conflicten).toEqual([]);
  });
  it('who chooses between the two has judged', () => {
    const na = metStempel(doc('1', ann), 'criteria/a/voldaan', 'cor', '2026-11-26T10:00:00.000Z');
    expect(na.criteria.a).toEqual({ ...ann, door: 'cor', op: '2026-11-26T10:00:00.000Z' });
    expect(metStempel(doc('1', leeg), 'criteria/a/voldaan', 'cor', 'x')).toEqual(doc('1', leeg));
    expect(metStempel(doc('1', ann), 'titel', 'cor', 'x')).toEqual(doc('1', ann));
  });
  it('whatever two people do, the stamp is whole, of a side, without a difference of its own', () => {
    const oordeel: fc.Arbitrary<Oordeel> = fc.record(
      {
        voldaan: fc.constantFrom(null, true, false),
        motivering: fc.constantFrom('', 'a', 'b'),
        door: fc.constantFrom('ann', 'bob'),
        op: fc.constantFrom('1', '2', '3'),
        versie: fc.constantFrom('wgs@1', 'wgs@2'),
      },
      { requiredKeys: ['voldaan', 'motivering', 'door', 'op'] },
    );
    const stempel = ({ door, op, versie }: Oordeel) => ({ door, op, versie });
    fc.assert(
      fc.property(fc.option(oordeel), oordeel, oordeel, (b, m, h) => {
        const basis = doc('0', b ?? leeg);
        const samen = voegSamen(basis, doc('1', m), doc('2', h));
        expect(JSON.stringify(voegSamen(basis, doc('2', h), doc('1', m)))).toBe(
          JSON.stringify(samen),
        );
        expect([stempel(m), stempel(h)]).toContainEqual(stempel(samen.criteria.a));
        expect(samen.conflicten.every((c) => /voldaan|motivering/.test(c.id))).toBe(true);
        for (const kant of [doc('1', m), doc('2', h)])
          expect(voegSamen(kant, samen, kant).criteria).toEqual(samen.criteria);
      }),
      { numRuns: 2000 },
    );
  });
});
