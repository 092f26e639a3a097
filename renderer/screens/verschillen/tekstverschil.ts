/** What is new in a text against the text that both started from, word by word. */

export interface Stuk {
  readonly tekst: string;
  readonly nieuw: boolean;
}

/** Longest texts, in words, that are compared; beyond it the table would be millions of cells. */
const HOOGSTENS = 2000;

/** Pieces of `nu` in order; joined they are `nu` again. */
export function tekstverschil(basis: string, nu: string): readonly Stuk[] {
  const a = basis.match(/\S+\s*/g) ?? [];
  const b = nu.match(/\s*\S+\s*/g) ?? [];
  if (a.length === 0 || a.length > HOOGSTENS || b.length > HOOGSTENS) {
    return [{ tekst: nu, nieuw: false }];
  }
  const breed = b.length + 1;
  // Length of the longest common run of words from (i, j) on.
  const lengte = new Uint16Array((a.length + 1) * breed);
  const zelfde = (i: number, j: number) => a[i]?.trim() === b[j]?.trim();
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengte[i * breed + j] = zelfde(i, j)
        ? (lengte[(i + 1) * breed + j + 1] ?? 0) + 1
        : Math.max(lengte[(i + 1) * breed + j] ?? 0, lengte[i * breed + j + 1] ?? 0);
    }
  }
  const stukken: { tekst: string; nieuw: boolean }[] = [];
  const voegToe = (tekst: string, nieuw: boolean) => {
    const vorig = stukken.at(-1);
    if (vorig?.nieuw === nieuw) vorig.tekst += tekst;
    else stukken.push({ tekst, nieuw });
  };
  let i = 0;
  for (let j = 0; j < b.length; ) {
    const woord = b[j] ?? '';
    if (i < a.length && zelfde(i, j)) {
      voegToe(woord, false);
      i += 1;
      j += 1;
    } else if (
      i < a.length &&
      (lengte[(i + 1) * breed + j] ?? 0) >= (lengte[i * breed + j + 1] ?? 0)
    ) {
      i += 1;
    } else {
      voegToe(woord, true);
      j += 1;
    }
  }
  return stukken;
}
