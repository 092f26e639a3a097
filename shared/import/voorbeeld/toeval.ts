/**
 * Seeded pseudo-random choices for the voorbeeldhuis: the same seed gives the same house on every
 * machine. Integer arithmetic only; not for anything secret.
 */
export class Toeval {
  #staat: number;

  constructor(seed: number | string) {
    this.#staat = typeof seed === 'number' ? seed >>> 0 : verstrooi(seed);
  }

  /** Own source for one subject, so that more choices in one case do not shift those of another. */
  apart(naam: string): Toeval {
    return new Toeval(`${this.#staat}:${naam}`);
  }

  /** 0 up to 2^32. */
  #volgende(): number {
    this.#staat = (this.#staat + 0x9e3779b9) >>> 0;
    let x = this.#staat;
    x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
    x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
    return (x ^ (x >>> 15)) >>> 0;
  }

  /** Whole number from `van` up to and including `tot`. */
  heel(van: number, tot: number): number {
    return van + Math.floor((this.#volgende() / 0x1_0000_0000) * (tot - van + 1));
  }

  /** True in `procent` of a hundred. */
  kans(procent: number): boolean {
    return this.heel(0, 99) < procent;
  }

  kies<T>(lijst: readonly [T, ...T[]]): T {
    return lijst[this.heel(0, lijst.length - 1)] ?? lijst[0];
  }

  /** One value; a weight of 3 comes up three times as often as a weight of 1. */
  gewogen<T>(lijst: readonly [readonly [T, number], ...(readonly [T, number])[]]): T {
    let rest = this.heel(
      1,
      lijst.reduce((som, [, gewicht]) => som + gewicht, 0),
    );
    for (const [waarde, gewicht] of lijst) {
      rest -= gewicht;
      if (rest <= 0) return waarde;
    }
    return lijst[0][0];
  }

  /** New array in another order. */
  schud<T>(lijst: readonly T[]): T[] {
    return lijst
      .map((waarde) => ({ waarde, plaats: this.#volgende() }))
      .sort((a, b) => a.plaats - b.plaats)
      .map(({ waarde }) => waarde);
  }

  /** At most `aantal` different values. */
  greep<T>(lijst: readonly T[], aantal: number): T[] {
    return this.schud(lijst).slice(0, aantal);
  }
}

function verstrooi(tekst: string): number {
  let som = 0x811c9dc5;
  for (let i = 0; i < tekst.length; i += 1) som = Math.imul(som ^ tekst.charCodeAt(i), 0x01000193);
  return som >>> 0;
}
