import { describe, expect, it } from 'vitest';
import { voegAlineasSamen } from '../../../shared/sync/alineas.js';
import { voegSamen } from '../../../shared/sync/voegsamen.js';

const tekst = (...alineas: string[]): string => alineas.join('\n');

/** Both ways round: what comes out may not depend on who merges. */
function samen(basis: string, mijn: string, hun: string): string | null {
  const uit = voegAlineasSamen(basis, mijn, hun);
  expect(voegAlineasSamen(basis, hun, mijn)).toBe(uit);
  return uit;
}

const WONEN = 'Verblijft bij een vriend.';
const WERK = 'Geen dagbesteding.';
const ZORG = 'Behandeling bij de GGZ.';

describe('paragraphs', () => {
  it.each<[string, string, string, string, string]>([
    [
      'each side changes another one',
      tekst(WONEN, WERK, ZORG),
      tekst('Crisisplek bij de SMO.', WERK, ZORG),
      tekst(WONEN, WERK, 'Behandeling gestopt.'),
      tekst('Crisisplek bij de SMO.', WERK, 'Behandeling gestopt.'),
    ],
    [
      'they stand next to each other',
      tekst(WONEN, WERK),
      tekst('Crisisplek bij de SMO.', WERK),
      tekst(WONEN, 'Start maandag bij het leerbedrijf.'),
      tekst('Crisisplek bij de SMO.', 'Start maandag bij het leerbedrijf.'),
    ],
    [
      'one side corrects the last, the other adds one after it',
      tekst(WONEN, WERK),
      tekst(WONEN, 'Dagbesteding twee dagen.'),
      tekst(WONEN, WERK, ZORG),
      tekst(WONEN, 'Dagbesteding twee dagen.', ZORG),
    ],
    [
      'both add one, in different places',
      tekst(WONEN, '', WERK),
      tekst('Vooraf gesproken.', WONEN, '', WERK),
      tekst(WONEN, '', WERK, '', ZORG),
      tekst('Vooraf gesproken.', WONEN, '', WERK, '', ZORG),
    ],
    [
      'both add the same in the same place',
      tekst(WONEN),
      tekst(WONEN, ZORG),
      tekst(WONEN, ZORG),
      tekst(WONEN, ZORG),
    ],
    [
      'one side takes one away',
      tekst(WONEN, WERK, ZORG),
      tekst(WONEN, ZORG),
      tekst(WONEN, WERK, 'Behandeling gestopt.'),
      tekst(WONEN, 'Behandeling gestopt.'),
    ],
    [
      'one side takes the last away and the other leaves an empty line after it',
      tekst(WERK, WONEN, ZORG),
      tekst(WERK, WONEN),
      tekst(WERK, WONEN, ZORG, ''),
      tekst(WERK, WONEN, ''),
    ],
  ])('merge when %s', (_naam, basis, mijn, hun, uit) => {
    expect(samen(basis, mijn, hun)).toBe(uit);
  });

  it.each<[string, string, string, string]>([
    ['both change the same one', tekst(WONEN, WERK), tekst('A', WERK), tekst('B', WERK)],
    ['both add one in the same place', tekst(WONEN), tekst(WONEN, 'A'), tekst(WONEN, 'B')],
    [
      'both add one in the same place, one on the empty line there',
      tekst(WONEN, ''),
      tekst(WONEN, 'A'),
      tekst(WONEN, 'B', ''),
    ],
    [
      'one side adds one where the other takes away',
      tekst(WONEN, WERK),
      WONEN,
      tekst(WONEN, WERK, 'A'),
    ],
    [
      'one side clears the text and the other adds to it',
      tekst(WONEN, WERK),
      '',
      tekst(WONEN, WERK, 'A'),
    ],
    [
      'one side leaves an empty line and the other none',
      tekst(WONEN, WERK),
      tekst(WONEN, ''),
      WONEN,
    ],
    ['both begin the text', '', tekst('A', 'B'), 'C'],
    ['it is one line', 'Rachid', 'Rachid B.', 'R. Boulahrouz'],
  ])('do not merge when %s', (_naam, basis, mijn, hun) => {
    expect(samen(basis, mijn, hun)).toBeNull();
  });

  it('do not merge when there are too many to compare', () => {
    const lang = Array.from({ length: 2500 }, (_, i) => `Regel ${i}`);
    expect(samen(tekst(...lang), tekst('A', ...lang), tekst(...lang, 'B'))).toBeNull();
  });
});

describe('a text in a document', () => {
  const basis = {
    id: 'a'.repeat(22),
    vak: 'v'.repeat(22),
    versie: '0',
    gewijzigdDoor: 'een',
    gewijzigdOp: '2026-11-24T10:00:00.000Z',
    conflicten: [] as {
      id: string;
      basis: string;
      waarden: { waarde: string; door: string; op: string }[];
    }[],
    titel: 'Casus',
    notulen: { beeldvorming: tekst(WONEN, WERK) },
  };
  type Doc = typeof basis;
  const met = (door: string, beeldvorming: string, rest: Partial<Doc> = {}): Doc => ({
    ...basis,
    versie: door,
    gewijzigdDoor: door,
    notulen: { beeldvorming },
    ...rest,
  });

  it('merges by paragraph without a conflict', () => {
    const uit = voegSamen(basis, met('ann', tekst('A', WERK)), met('bob', tekst(WONEN, WERK, 'B')));
    expect(uit.notulen.beeldvorming).toBe(tekst('A', WERK, 'B'));
    expect(uit.conflicten).toEqual([]);
  });

  it('keeps both whole texts when the same paragraph changed, also what would have merged', () => {
    const [ann, bob] = [tekst('A', WERK), tekst('B', WERK, 'C')];
    const uit = voegSamen(basis, met('ann', ann), met('bob', bob));
    expect(uit).toEqual({ ...voegSamen(basis, met('bob', bob), met('ann', ann)) });
    expect(uit.conflicten).toMatchObject([
      {
        id: 'notulen/beeldvorming',
        basis: tekst(WONEN, WERK),
        waarden: [
          { waarde: ann, door: 'ann' },
          { waarde: bob, door: 'bob' },
        ],
      },
    ]);
  });

  it('is for people to settle while they disagree, or when one of them just did', () => {
    const op = basis.gewijzigdOp;
    const open = {
      id: 'notulen/beeldvorming',
      basis: 'x',
      waarden: [
        { waarde: tekst(WONEN, WERK), door: 'cas', op },
        { waarde: 'Z', door: 'dik', op },
      ],
    };
    const was = { ...basis, conflicten: [open] };
    const [ann, bob] = [tekst('A', WERK), tekst(WONEN, 'B')];
    const verder = voegSamen(
      was,
      met('ann', ann, { conflicten: [open] }),
      met('bob', bob, { conflicten: [open] }),
    );
    expect(verder.conflicten[0]?.waarden.map((w) => w.waarde)).toEqual(
      expect.arrayContaining([ann, bob]),
    );
    const opgelost = voegSamen(was, met('ann', ann), met('bob', bob, { conflicten: [open] }));
    expect(opgelost.conflicten[0]?.waarden.map((w) => w.waarde).sort()).toEqual([ann, bob].sort());
  });
});
