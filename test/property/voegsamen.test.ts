import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Basisdocument, JsonWaarde, OpenConflict } from '../../shared/schema/index.js';
import {
  gelijk,
  isLijstMetIds,
  isLijstVanWaarden,
  isObject,
  padNaar,
} from '../../shared/sync/json.js';
import type { Misschien } from '../../shared/sync/json.js';
import { leesPad, voegSamen, voegStandenSamen, zetPad } from '../../shared/sync/voegsamen.js';

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
console.info('seed', seed);
const instelling = { seed, numRuns: Number(process.env['RUNS'] ?? 1500) };

/** Small alphabets, so that the sides often touch the same thing. */
interface Proefdoc extends Basisdocument {
  titel: string;
  score: number | null;
  tekst: string;
  notulen: { beeld: string; oordeel: string };
  scores: Record<string, { score: number | null; toelichting: string }>;
  besluiten: { id: string; tekst: string; typen: string[] }[];
  problematiek: string[];
  vrij: JsonWaarde;
}
const woord = fc.constantFrom('', 'a', 'b', 'c', 'd');
const score = fc.option(fc.integer({ min: 1, max: 3 }));
const verzameling = fc.uniqueArray(fc.constantFrom('p', 'q', 'r', 's'));
/** Few different paragraphs, so that the same ones are often on both sides, empty ones among them. */
const tekst = fc
  .array(fc.constantFrom('', 'een', 'twee', 'drie', 'vier'), { maxLength: 6 })
  .map((alineas) => alineas.join('\n'));
const item = fc.record({
  id: fc.constantFrom('1', '2', '3', 'x/y', '~1', ''),
  tekst: woord,
  typen: verzameling,
});
const velden = {
  titel: woord,
  score,
  tekst,
  notulen: fc.record({ beeld: woord, oordeel: tekst }),
  scores: fc.dictionary(
    fc.constantFrom('huisvesting', 'justitie', '__proto__'),
    fc.record({ score, toelichting: woord }),
  ),
  besluiten: fc.uniqueArray(item, { selector: (i) => i.id, maxLength: 5 }),
  problematiek: verzameling,
  vrij: fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<JsonWaarde>,
};
const conflict: fc.Arbitrary<OpenConflict> = fc
  .record({
    id: fc.constantFrom('titel', 'score', 'notulen/beeld', 'besluiten/1/tekst'),
    basis: woord,
    waarden: fc.uniqueArray(
      fc.record({
        waarde: woord,
        door: fc.constantFrom('ann', 'bob'),
        op: fc.constant('2026-01-01T00:00:00.000Z'),
      }),
      { selector: (w) => w.waarde, minLength: 2, maxLength: 4 },
    ),
  })
  // As the merge writes them.
  .map((c) => ({ ...c, waarden: c.waarden.sort((a, b) => (a.waarde < b.waarde ? -1 : 1)) }));
const conflicten = fc
  .uniqueArray(conflict, { selector: (c) => c.id, maxLength: 2 })
  .map((l) => l.sort((a, b) => (a.id < b.id ? -1 : 1)));

function versieVan(basis: Proefdoc, naam: string): fc.Arbitrary<Proefdoc> {
  return fc
    .record({ ...velden, conflicten }, { requiredKeys: [] })
    .map((w) => ({ ...basis, ...w, versie: naam, gewijzigdDoor: naam }));
}
const begin: fc.Arbitrary<Proefdoc> = fc.record({ ...velden, conflicten }).map((w) => ({
  ...w,
  id: 'documentdocument',
  vak: 'vakvakvakvakvakvak',
  versie: 'basis',
  gewijzigdDoor: 'basis',
  gewijzigdOp: '2026-01-01T00:00:00.000Z',
}));
const drie = begin.chain((basis) =>
  fc.tuple(fc.constant(basis), versieVan(basis, 'ann'), versieVan(basis, 'bob')),
);

/** Every leaf with its path; the elements of a plain list under the path of the list. */
function bladen(
  waarde: JsonWaarde,
  pad = '',
): { pad: string; waarde: JsonWaarde; inLijst: boolean }[] {
  if (Array.isArray(waarde)) {
    if (waarde.length > 0 && isLijstMetIds(waarde)) {
      return waarde.flatMap((i) => bladen(i, padNaar(pad, i.id)));
    }
    if (isLijstVanWaarden(waarde)) return waarde.map((w) => ({ pad, waarde: w, inLijst: true }));
  } else if (isObject(waarde)) {
    return Object.entries(waarde)
      .filter(([s]) => pad !== '' || s in velden)
      .flatMap(([s, w]) => bladen(w, padNaar(pad, s)));
  }
  return [{ pad, waarde, inLijst: false }];
}
/** Whether every paragraph of a text that the basis lacks stands in the text that became of it. */
function heeftAlineas(
  basis: Proefdoc,
  samen: Proefdoc,
  blad: { pad: string; waarde: JsonWaarde },
): boolean {
  const alineas = (doc: Proefdoc): string[] => {
    const waarde = leesPad(doc, blad.pad);
    return typeof waarde === 'string' ? waarde.split('\n') : [];
  };
  const [was, nu] = [alineas(basis), alineas(samen)];
  return (
    typeof blad.waarde === 'string' &&
    blad.waarde.split('\n').every((a) => was.includes(a) || nu.includes(a))
  );
}
function heeft(
  doc: Proefdoc,
  blad: { pad: string; waarde: JsonWaarde; inLijst: boolean },
): boolean {
  const nu = leesPad(doc, blad.pad);
  return blad.inLijst
    ? Array.isArray(nu) && nu.some((w) => gelijk(w, blad.waarde))
    : gelijk(nu, blad.waarde);
}
/** In a conflict on this path, or on one above it that keeps the whole value of the side. */
function inConflict(doc: Proefdoc, kant: Proefdoc, pad: string): boolean {
  const stappen = pad.split('/');
  return stappen.some((_, i) => {
    const hier = stappen.slice(0, i + 1).join('/');
    const waarde: Misschien = leesPad(kant, hier);
    return doc.conflicten.some(
      (c) => c.id === hier && c.waarden.some((w) => gelijk(w.waarde, waarde)),
    );
  });
}

describe('voegSamen', () => {
  it('is commutative', () => {
    fc.assert(
      fc.property(drie, ([b, m, h]) => {
        expect(JSON.stringify(voegSamen(b, m, h))).toBe(JSON.stringify(voegSamen(b, h, m)));
        expect(JSON.stringify(voegSamen(null, m, h))).toBe(JSON.stringify(voegSamen(null, h, m)));
      }),
      instelling,
    );
  });

  it('is commutative when equal values have their keys in another order (seed 1176337684)', () => {
    const [basis] = fc.sample(begin, { seed: 1, numRuns: 1 });
    const met = (versie: string, scores: Proefdoc['scores']): Proefdoc =>
      ({ ...basis, scores, versie, gewijzigdDoor: versie }) as Proefdoc;
    const een = { score: 1, toelichting: 'a' };
    const ann = met('ann', { huisvesting: een, justitie: een });
    const bob = met('bob', { justitie: een, huisvesting: een });
    expect(JSON.stringify(voegSamen(null, ann, bob))).toBe(
      JSON.stringify(voegSamen(null, bob, ann)),
    );
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(drie, ([b, m, h]) => {
        expect(voegSamen(b, m, m)).toEqual(m);
        expect(voegSamen(null, m, m)).toEqual(m);
        const samen = voegSamen(b, m, h);
        const zonderStempel = (d: Proefdoc): object => ({ ...d, versie: '', gewijzigdDoor: '' });
        for (const kant of [m, h]) {
          expect(zonderStempel(voegSamen(kant, samen, kant))).toEqual(zonderStempel(samen));
        }
        expect(zonderStempel(voegSamen(b, b, h))).toEqual(zonderStempel(h));
      }),
      instelling,
    );
  });

  it('drops nothing that was written on either side', () => {
    fc.assert(
      fc.property(drie, ([b, m, h]) => {
        const samen = voegSamen(b, m, h);
        for (const kant of [m, h]) {
          for (const blad of bladen(kant as unknown as JsonWaarde)) {
            if (heeft(b, blad)) continue;
            expect(
              heeft(samen, blad) ||
                inConflict(samen, kant, blad.pad) ||
                heeftAlineas(b, samen, blad),
              blad.pad,
            ).toBe(true);
          }
          for (const open of kant.conflicten) {
            const was = b.conflicten.find((c) => c.id === open.id)?.waarden ?? [];
            for (const { waarde } of open.waarden) {
              if (was.some((w) => gelijk(w.waarde, waarde))) continue;
              const nu = samen.conflicten.find((c) => c.id === open.id)?.waarden ?? [];
              expect(
                nu.some((w) => gelijk(w.waarde, waarde)) || gelijk(leesPad(samen, open.id), waarde),
              ).toBe(true);
            }
          }
        }
      }),
      instelling,
    );
  });

  it('merges a text by paragraph, and loses none of what either side did to it', () => {
    // Every paragraph is another, so that it can be followed through the merge.
    const alineas = fc.nat({ max: 6 }).map((n) => Array.from({ length: n }, (_, i) => `b${i}`));
    type Stap = { plaats: number; wat: 'erbij' | 'anders' | 'weg' };
    const stappen = fc.array(
      fc.record({
        plaats: fc.nat(),
        wat: fc.constantFrom<Stap['wat'][]>('erbij', 'anders', 'weg'),
      }),
      { minLength: 1, maxLength: 3 },
    );
    const doe = (basis: readonly string[], wie: string, lijst: readonly Stap[]): string[] => {
      const uit = [...basis];
      for (const [i, { plaats, wat }] of lijst.entries()) {
        const hier = plaats % (uit.length + 1);
        uit.splice(hier, wat === 'erbij' ? 0 : 1, ...(wat === 'weg' ? [] : [`${wie}${i}`]));
      }
      return uit;
    };
    let samengevoegd = 0;
    let naastElkaar = 0;
    fc.assert(
      fc.property(begin, alineas, stappen, stappen, (doc, was, mijn, hun) => {
        const met = (naam: string, inhoud: readonly string[]): Proefdoc => ({
          ...doc,
          conflicten: [],
          tekst: inhoud.join('\n'),
          versie: naam,
          gewijzigdDoor: naam,
        });
        const [b, m, h] = [was, doe(was, 'm', mijn), doe(was, 'h', hun)];
        const docs = [met('basis', b), met('ann', m), met('bob', h)] as const;
        const samen = voegSamen(...docs);
        expect(JSON.stringify(voegSamen(docs[0], docs[2], docs[1]))).toBe(JSON.stringify(samen));
        const [open] = samen.conflicten;
        if (open) {
          expect(open.waarden.map((w) => w.waarde)).toEqual([docs[1].tekst, docs[2].tekst].sort());
          naastElkaar += 1;
          return;
        }
        const nu = samen.tekst.split('\n').filter((a) => a !== '');
        // What somebody made is there once, and what nobody took away stayed.
        const over = b.filter((a) => m.includes(a) && h.includes(a));
        const erbij = [...m, ...h].filter((a) => !b.includes(a));
        expect([...nu].sort()).toEqual([...over, ...erbij].sort());
        // In the order in which each side had them.
        for (const kant of [m, h]) {
          expect(nu.filter((a) => kant.includes(a))).toEqual(kant.filter((a) => nu.includes(a)));
        }
        samengevoegd += 1;
      }),
      instelling,
    );
    // Both happen, or this shows nothing.
    expect(samengevoegd).toBeGreaterThan(0);
    expect(naastElkaar).toBeGreaterThan(0);
  });

  it('keeps what nobody touched', () => {
    fc.assert(
      fc.property(drie, ([b, m, h]) => {
        const samen = voegSamen(b, m, h);
        for (const blad of bladen(b as unknown as JsonWaarde)) {
          if (heeft(m, blad) && heeft(h, blad)) {
            expect(heeft(samen, blad) || inConflict(samen, m, blad.pad)).toBe(true);
          }
        }
      }),
      instelling,
    );
  });

  it('merges changes of different fields without a conflict', () => {
    const namen = Object.keys(velden) as (keyof typeof velden)[];
    const paar = begin
      .map((b) => ({ ...b, conflicten: [] }))
      .chain((b) =>
        fc.tuple(fc.constant(b), fc.record(velden), fc.record(velden), fc.subarray(namen)),
      );
    fc.assert(
      fc.property(paar, ([b, mijn, hun, vanMij]) => {
        const kies = (w: object, namen: string[]): object =>
          Object.fromEntries(Object.entries(w).filter(([n]) => namen.includes(n)));
        const vanHun = namen.filter((n) => !vanMij.includes(n));
        const m = { ...b, ...kies(mijn, vanMij) } as Proefdoc;
        const h = { ...b, ...kies(hun, vanHun) } as Proefdoc;
        expect(voegSamen(b, m, h)).toEqual({ ...m, ...kies(hun, vanHun) });
      }),
      instelling,
    );
  });

  it('lets an edit win from a deletion', () => {
    fc.assert(
      fc.property(drie, ([b, m, h]) => {
        const was = { doc: b, verwijderd: false };
        const levend = { doc: m, verwijderd: false };
        const weg = { doc: { ...b, titel: '', versie: 'weg' }, verwijderd: true };
        const uit = voegStandenSamen(was, levend, weg);
        expect(uit).toEqual(voegStandenSamen(was, weg, levend));
        const gewijzigd = !gelijk(
          { ...b, versie: '', gewijzigdDoor: '' },
          { ...m, versie: '', gewijzigdDoor: '' },
        );
        expect(uit).toEqual(gewijzigd ? levend : weg);
        expect(voegStandenSamen(was, { doc: h, verwijderd: true }, weg).verwijderd).toBe(true);
      }),
      instelling,
    );
  });

  it('reads and writes every path it names', () => {
    fc.assert(
      fc.property(drie, ([b, m, h]) => {
        for (const open of voegSamen(b, m, h).conflicten) {
          if (leesPad(m, open.id) === undefined) continue;
          const gezet = zetPad(m, open.id, 'nieuw');
          expect(leesPad(gezet, open.id)).toBe('nieuw');
          expect(zetPad(gezet, open.id, leesPad(m, open.id))).toEqual(m);
        }
      }),
      instelling,
    );
  });
});
