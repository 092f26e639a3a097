/**
 * A line that treats requests badly: some do not arrive, of some the answer does not, some arrive twice,
 * some once more when everybody has moved on, and all of them take their own time.
 */
import { setTimeout as slaap } from 'node:timers/promises';

export interface Lijn {
  readonly fetch: typeof fetch;
  /** Of a hundred requests, how many something happens to. */
  slecht: number;
  /** What happened, by kind. */
  readonly telling: Readonly<Record<Pech, number>>;
  /** Requests that were not answered yet, with how long they wait. */
  bezig(): string[];
  /** Resolves when nothing is on its way any more that nobody waits for. */
  rust(): Promise<void>;
}

const PECH = ['niet aangekomen', 'geen antwoord', 'dubbel', 'nog eens, later', 'traag'] as const;
export type Pech = (typeof PECH)[number];

const TRAAG_MS = 60;
const LATER_MS = 250;

/** @param kies a number from 0 up to its argument, at random */
export function slechteLijn(kies: (onder: number) => number): Lijn {
  const telling = Object.fromEntries(PECH.map((pech) => [pech, 0])) as Record<Pech, number>;
  const onderweg = new Set<Promise<unknown>>();
  const los = (werk: Promise<unknown>): void => {
    const klaar: Promise<unknown> = werk
      .catch(() => undefined)
      .finally(() => onderweg.delete(klaar));
    onderweg.add(klaar);
  };
  /** A request that nobody waits for. */
  const nogEens = async (...vraag: Parameters<typeof fetch>): Promise<void> => {
    const [adres, init] = vraag;
    const antwoord = await fetch(adres, { ...init, signal: null });
    await antwoord.arrayBuffer();
  };
  const bezig = new Map<symbol, () => string>();
  /** As it is, and remembered for as long as it waits. */
  const haal: typeof fetch = async (adres, init) => {
    const [nr, begin] = [Symbol(), performance.now()];
    const wat = `${init?.method ?? 'GET'} ${new URL(adres as string).pathname}`;
    bezig.set(nr, () => `${wat} ${(performance.now() - begin).toFixed(0)} ms`);
    try {
      return await fetch(adres, init);
    } finally {
      bezig.delete(nr);
    }
  };
  const lijn: Lijn = {
    slecht: 0,
    telling,
    bezig: () => [...bezig.values()].map((wat) => wat()),
    rust: async () => {
      await Promise.all(onderweg);
    },
    fetch: async (...vraag) => {
      // The stream has no end: it is only broken off.
      const isStroom = new Headers(vraag[1]?.headers).get('accept')?.includes('event-stream');
      if (lijn.slecht === 0 || kies(100) >= lijn.slecht) return haal(...vraag);
      const pech = PECH[kies(isStroom ? 1 : PECH.length)] ?? 'traag';
      telling[pech] += 1;
      if (pech === 'niet aangekomen') throw new TypeError('niet aangekomen');
      if (pech === 'traag') await slaap(kies(TRAAG_MS));
      if (pech === 'dubbel') los(nogEens(...vraag));
      if (pech === 'nog eens, later') {
        const ms = kies(LATER_MS);
        los(slaap(ms).then(() => nogEens(...vraag)));
      }
      const antwoord = await haal(...vraag);
      if (pech !== 'geen antwoord') return antwoord;
      await antwoord.arrayBuffer();
      throw new TypeError('geen antwoord');
    },
  };
  return lijn;
}
