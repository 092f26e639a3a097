/**
 * When a load is to wait: for a load that comes in, such as an import (sending each handful at once would
 * take as long as the writing itself, twice: the bookkeeping of every push is a durable write too), and for
 * somebody who types (sealing and noting hundreds of documents would be felt in the keystrokes).
 */
import { slaap } from './terugval.js';

/** Documents in one go from which it is a load; what people do by hand stays below it. */
const VEEL = 15;
/** After this silence a load that comes in is over, ms. */
const STIL_MS = 400;
/** After this silence nobody types any more, ms. */
const GETYPT_MS = 300;
/** Longest that is waited in one go, ms: a long import goes up in parts, and so it does under a long text. */
const LANGSTE_MS = 10_000;

export class Drukte {
  readonly #stop: AbortSignal;
  #geschreven = -Infinity;
  #getypt = -Infinity;

  /** @param toetsen where keystrokes are heard; left out is the window, where there is one */
  constructor(stop: AbortSignal, toetsen?: EventTarget) {
    this.#stop = stop;
    const bron = toetsen ?? ('window' in globalThis ? window : undefined);
    bron?.addEventListener('keydown', () => (this.#getypt = performance.now()), {
      capture: true,
      passive: true,
      signal: stop,
    });
  }

  /** So many documents were written here, in one go. */
  geschreven(aantal: number): void {
    if (aantal >= VEEL) this.#geschreven = performance.now();
  }

  /** Somebody asked to send now: what went before is no reason to wait. */
  meteen(): void {
    this.#geschreven = -Infinity;
    this.#getypt = -Infinity;
  }

  /** Resolves at once when nothing is being loaded, or when the vault closes. */
  voorbij(): Promise<void> {
    return this.#wacht(() => this.#geschreven + STIL_MS);
  }

  /** Before the work on so many documents: resolves at once when they are few, or when nobody types. */
  async laatTypen(aantal: number): Promise<void> {
    if (aantal >= VEEL) await this.#wacht(() => this.#getypt + GETYPT_MS);
  }

  async #wacht(tot: () => number): Promise<void> {
    const begin = performance.now();
    while (!this.#stop.aborted) {
      const over = Math.min(tot(), begin + LANGSTE_MS) - performance.now();
      if (over <= 0) return;
      await slaap(over, this.#stop);
    }
  }
}
