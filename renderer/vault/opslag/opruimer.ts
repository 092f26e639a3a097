/** Decides after each write whether a store is due for merging, and does it in pieces. */
import type { Opslagmelding } from './fouten.js';
import {
  hele,
  isVerspild,
  kiesStaart,
  HOOGSTENS,
  voegSegmentenSamen,
  WAAIER,
  type Huidig,
  type Reeks,
} from './opruimen.js';
import type { Schijf } from './schijf.js';
import type { Winkel } from './winkel.js';

/** Sequence numbers to let pass before trying again after a failure (a full disk, for one). */
const UITSTEL = 64;

/** Whether writes follow each other: then what can wait does, or one of them would. */
export type Drukte = 'druk' | 'stil';

export class Opruimer {
  readonly #schijf: () => Schijf;
  readonly #huidig: (winkel: Winkel) => Huidig | undefined;
  readonly #meld: (melding: Opslagmelding) => void;
  readonly #bezig = new Set<Winkel>();
  readonly #nietVoor = new WeakMap<Winkel, number>();

  constructor(
    schijf: () => Schijf,
    huidig: (winkel: Winkel) => Huidig | undefined,
    meld: (melding: Opslagmelding) => void,
  ) {
    this.#schijf = schijf;
    this.#huidig = huidig;
    this.#meld = meld;
  }

  /** Work to be run with the log to itself, again as long as it returns true; null when none is due. */
  na(winkel: Winkel, drukte: Drukte): (() => Promise<boolean>) | null {
    if (this.#huidig(winkel) === undefined || this.#bezig.has(winkel)) return null;
    if (winkel.laatste < (this.#nietVoor.get(winkel) ?? 0)) return null;
    if (isVerspild(winkel)) {
      this.#bezig.add(winkel);
      const stukken = hele(winkel);
      return () => this.#stap(winkel, stukken, true);
    }
    if (kiesStaart(winkel.plaatsen, drukte === 'stil' ? WAAIER : HOOGSTENS) === null) return null;
    this.#bezig.add(winkel);
    // Chosen again when its turn comes: writes may have gone before it.
    const staart = (function* (): Generator<Reeks> {
      const reeks = kiesStaart(winkel.plaatsen, WAAIER);
      if (reeks !== null) yield reeks;
    })();
    return () => this.#stap(winkel, staart, false);
  }

  /**
   * A full clean-up at once, within work that has the log to itself. One in pieces that was under
   * way goes on after it, on what it then finds.
   */
  async alles(winkel: Winkel): Promise<void> {
    const stukken = hele(winkel);
    let meer = true;
    while (meer) meer = await this.#stap(winkel, stukken, true);
  }

  /** Merges the next piece. False when there is none, or when it failed: nothing was lost then. */
  async #stap(winkel: Winkel, stukken: Iterator<Reeks>, heel: boolean): Promise<boolean> {
    const huidig = this.#huidig(winkel);
    const stuk = huidig === undefined ? undefined : stukken.next();
    if (huidig === undefined || stuk === undefined || stuk.done === true) {
      this.#bezig.delete(winkel);
      return false;
    }
    try {
      await voegSegmentenSamen(this.#schijf(), winkel, stuk.value, huidig, heel);
      return true;
    } catch {
      // The log stands as it stood; a person hears of it, and the next write is not held up by it.
      this.#meld({
        soort: 'opruimen-mislukt',
        winkel: winkel.naam,
        van: winkel.plaatsen[stuk.value.begin]?.van ?? 0,
        tot: winkel.plaatsen[stuk.value.eind - 1]?.tot ?? 0,
        bytes: 0,
      });
      this.#nietVoor.set(winkel, winkel.laatste + UITSTEL);
      this.#bezig.delete(winkel);
      return false;
    }
  }
}
