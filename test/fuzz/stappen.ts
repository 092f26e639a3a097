/** What may happen in a house under simulation. The weights are how often. */
export const SOORTEN = {
  wijzig: 14,
  actie: 4,
  nieuw: 3,
  verwijder: 2,
  kies: 3,
  offline: 4,
  online: 5,
  herstart: 2,
  slecht: 3,
  bestand: 2,
  klok: 2,
  endpoint: 1,
  kopie: 2,
  even: 4,
  erbij: 2,
  geef: 3,
  haalUit: 2,
  laat: 2,
  trekIn: 1,
} as const;
export type Soort = keyof typeof SOORTEN;

/** Two numbers at random, of which each kind of step takes what it needs. */
export interface Stap {
  readonly soort: Soort;
  readonly a: number;
  readonly b: number;
}

const SOM = Object.values(SOORTEN).reduce((som, n) => som + n, 0);

/** @param kies a number from 0 up to its argument, at random */
export function trekStap(kies: (onder: number) => number): Stap {
  let over = kies(SOM);
  const soort = (Object.keys(SOORTEN) as Soort[]).find((s) => (over -= SOORTEN[s]) < 0) ?? 'even';
  return { soort, a: kies(1 << 16), b: kies(1 << 16) };
}
