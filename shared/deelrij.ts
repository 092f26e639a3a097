/** The longest common subsequence, for who compares texts or merges them. */

/** Longest lists that are compared; beyond it the table would be millions of cells. */
const HOOGSTENS = 2000;

/**
 * Pairs of positions in `a` and `b` that hold the same, ascending in both, and as many as possible. Of
 * several ways always the same one. Null when the lists are too long to compare.
 */
export function langsteDeelrij(
  a: readonly string[],
  b: readonly string[],
): readonly (readonly [number, number])[] | null {
  if (a.length > HOOGSTENS || b.length > HOOGSTENS) return null;
  const breed = b.length + 1;
  // Length of the longest common run from (i, j) on.
  const lengte = new Uint16Array((a.length + 1) * breed);
  const bij = (i: number, j: number): number => lengte[i * breed + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengte[i * breed + j] =
        a[i] === b[j] ? bij(i + 1, j + 1) + 1 : Math.max(bij(i + 1, j), bij(i, j + 1));
    }
  }
  const paren: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) paren.push([i++, j++]);
    else if (bij(i + 1, j) >= bij(i, j + 1)) i += 1;
    else j += 1;
  }
  return paren;
}
