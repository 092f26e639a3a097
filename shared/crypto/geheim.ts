/** Secret bytes that cannot be printed by accident, and that are wiped when they are done. */
import { wis } from './bytes.js';
import type { Bytes } from './bytes.js';

const VERBORGEN = '<redacted>';

export class Geheim {
  #bytes: Bytes | undefined;

  constructor(bytes: Bytes) {
    this.#bytes = bytes;
  }

  /** The bytes themselves, not a copy. @throws when they have been wiped */
  get bytes(): Bytes {
    if (!this.#bytes) throw new Error('dit geheim is al gewist');
    return this.#bytes;
  }

  wis(): void {
    wis(this.#bytes);
    this.#bytes = undefined;
  }

  toString(): string {
    return VERBORGEN;
  }

  toJSON(): string {
    return VERBORGEN;
  }

  /** What Node's console prints. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return VERBORGEN;
  }
}
