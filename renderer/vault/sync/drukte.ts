/**
 * Tells when documents come in by the hundreds, such as an import. Sending each handful at once would
 * take as long as the writing itself, twice: the bookkeeping of every push is a durable write too.
 */
import { slaap } from './terugval.js';

/** Documents in one write from which it is a load; what people do by hand stays below it. */
const VEEL = 15;
/** After this silence it is over, ms. */
const STIL_MS = 400;
/** Longest that sending waits in one go, ms: a long import goes up in parts. */
const LANGSTE_MS = 10_000;

export class Drukte {
  readonly #stop: AbortSignal;
  #laatste = -Infinity;

  constructor(stop: AbortSignal) {
    this.#stop = stop;
  }

  /** So many documents were written here, in one go. */
  geschreven(aantal: number): void {
    if (aantal >= VEEL) this.#laatste = performance.now();
  }

  /** Somebody asked to send now: what was written so far is no reason to wait. */
  meteen(): void {
    this.#laatste = -Infinity;
  }

  /** Resolves at once when nothing is being loaded, or when the vault closes. */
  async voorbij(): Promise<void> {
    const begin = performance.now();
    while (!this.#stop.aborted) {
      const nu = performance.now();
      const over = Math.min(this.#laatste + STIL_MS, begin + LANGSTE_MS) - nu;
      if (over <= 0) return;
      await slaap(over, this.#stop);
    }
  }
}
