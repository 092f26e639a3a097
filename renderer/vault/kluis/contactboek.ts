/**
 * Keeps when this device was last in touch with its house, in the label that the device authenticates:
 * the door must know it before anything is open. The clock of the device is not trusted to run forward;
 * the time that the vault is open counts by itself.
 */
import type { Contactstand } from '../../../shared/domein/index.js';
import type { Sleutelbos } from '../sleutels/index.js';

/** Often enough that an hour of use cannot be undone by setting the clock back. */
const BEWAAR_MS = 5 * 60_000;

export class Contactboek {
  readonly #bos: Sleutelbos;
  readonly #nu: () => number;
  readonly #dagen: () => number | null;
  readonly #wekker: ReturnType<typeof setInterval>;
  readonly #begin: { readonly klok: number; readonly loper: number };
  #op: number | null;
  #bezig: Promise<void> = Promise.resolve();
  #vers = false;

  /** @param dagen the term of the house as it is now */
  constructor(
    bos: Sleutelbos,
    eerder: Contactstand | null,
    nu: () => number,
    dagen: () => number | null,
  ) {
    this.#bos = bos;
    this.#nu = nu;
    this.#dagen = dagen;
    this.#op = eerder?.op ?? null;
    this.#begin = { klok: Math.max(nu(), eerder?.klok ?? 0), loper: performance.now() };
    this.#wekker = setInterval(() => this.#bewaar(), BEWAAR_MS);
  }

  /** The endpoint took the key of this device just now. */
  readonly gehad = (): void => {
    const eerste = !this.#vers;
    this.#vers = true;
    this.#op = this.#klok();
    if (eerste) this.#bewaar();
  };

  async sluit(): Promise<void> {
    clearInterval(this.#wekker);
    this.#bewaar();
    await this.#bezig;
  }

  #klok(): number {
    return Math.max(this.#nu(), this.#begin.klok + performance.now() - this.#begin.loper);
  }

  #bewaar(): void {
    const op = this.#op;
    if (op === null) return;
    const contact = { op, klok: Math.max(op, this.#klok()), dagen: this.#dagen() };
    this.#bezig = this.#bezig
      .then(() => this.#bos.bewaarEtiket({ contact }))
      .catch((oorzaak: unknown) => {
        // Then the last one counts, which asks for contact sooner.
        console.error('het contact met het huis is niet onthouden', oorzaak);
      });
  }
}
