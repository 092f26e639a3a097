/**
 * The pause after wrong passphrases. An attempt counts before it is tried, so that ending the program
 * in between saves nothing. Nothing is ever erased because of it.
 *
 * It slows down somebody at the keyboard. Whoever has the disk and the device secret is slowed down by
 * Argon2id only.
 */
import type { Ringboek } from './ring.js';

const VRIJ = 5;
const EERSTE_MS = 60_000;
const LANGSTE_MS = 15 * 60_000;

/** The pause that follows `aantal` wrong attempts, in milliseconds: 0 up to four, then 1, 2, 4 … 15 minutes. */
export function pauzeNa(aantal: number): number {
  if (aantal < VRIJ) return 0;
  return Math.min(EERSTE_MS * 2 ** Math.min(aantal - VRIJ, 10), LANGSTE_MS);
}

export class Pogingen {
  readonly #boek: Ringboek;
  readonly #nu: () => number;

  constructor(boek: Ringboek, nu: () => number) {
    this.#boek = boek;
    this.#nu = nu;
  }

  /**
   * Moment until which no attempt is taken, ms since 1970; null when there may be one. A clock that
   * was set back cannot make the pause longer than it is.
   */
  async wachtTot(): Promise<number | null> {
    const { aantal, wachtTot } = await this.#boek.leesPogingen();
    if (wachtTot === null) return null;
    const nu = this.#nu();
    if (nu >= wachtTot) return null;
    const hoogstens = nu + pauzeNa(aantal);
    if (wachtTot <= hoogstens) return wachtTot;
    await this.#boek.schrijfPogingen(aantal, hoogstens);
    return hoogstens;
  }

  /** To be called before trying. @returns wrong attempts so far, this one included */
  async begin(): Promise<{ aantal: number; wachtTot: number | null }> {
    const aantal = (await this.#boek.leesPogingen()).aantal + 1;
    const pauze = pauzeNa(aantal);
    const wachtTot = pauze === 0 ? null : this.#nu() + pauze;
    await this.#boek.schrijfPogingen(aantal, wachtTot);
    return { aantal, wachtTot };
  }

  async gelukt(): Promise<void> {
    await this.#boek.schrijfPogingen(0, null);
  }

  async aantal(): Promise<number> {
    return (await this.#boek.leesPogingen()).aantal;
  }
}
