/** The recovery code as it stands on paper. */

/** The groups of a recovery code. */
export const groepenVan = (code: string): readonly string[] =>
  code.split(/[-\s]+/).filter((g) => g !== '');

/** Two different groups to ask for, by index, from two random numbers. */
export function kiesGroepen(aantal: number, getallen: Uint32Array): readonly [number, number] {
  const eerste = (getallen[0] ?? 0) % aantal;
  const rest = (getallen[1] ?? 0) % Math.max(1, aantal - 1);
  const tweede = aantal === 1 ? 0 : rest < eerste ? rest : rest + 1;
  return eerste < tweede ? [eerste, tweede] : [tweede, eerste];
}

/** Crockford's alphabet reads O as 0 and I and L as 1, so people may type either. */
export const vergelijkbaar = (tekst: string): string =>
  tekst
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
