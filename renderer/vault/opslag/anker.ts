/**
 * The anchor: how far each store had come. It is what tells a log whose end is gone, or an older copy
 * of the whole, from one that is as it was left.
 *
 * It is written a moment after the writes that it speaks of, not with each of them: a second record
 * makes a small write half as slow again. So it never says more than is on disk, and what it cannot
 * see is the loss of the last moments only, which the durable append already excludes.
 *
 * Its number grows with every writing, and the last one is kept outside the database too
 * (`bijAnker`): a database that has a lower number than that is an older copy.
 */
import { z } from 'zod';
import type { Koprij, Schijf } from './schijf.js';
import type { Alleenwerk } from './schrijver.js';
import { openRecord, sluitRecord } from './segment.js';
import type { Winkel } from './winkel.js';

export const ANKER = '!anker';

const ankerstand = z.object({
  nummer: z.number().int().min(0),
  /** Last sequence number by id of the store. */
  winkels: z.record(z.string(), z.number().int().min(0)),
});
export type Ankerstand = z.infer<typeof ankerstand>;

/** Milliseconds of silence after which it is written, and the longest that it waits. */
const STIL_MS = 1000;
const LANGSTE_MS = 5000;

export interface Ankeropties {
  readonly schijf: Schijf;
  readonly kopsleutel: CryptoKey;
  /** Runs work with the log to itself. */
  alleen(werk: Alleenwerk): void;
  /** It is on disk under this number. */
  bijAnker(nummer: number): void;
}

export class Anker {
  readonly #o: Ankeropties;
  #stand: Ankerstand = { nummer: 0, winkels: {} };
  readonly #geraakt = new Map<string, number>();
  #sinds: number | null = null;
  #wekker: ReturnType<typeof setTimeout> | undefined;

  constructor(opties: Ankeropties) {
    this.#o = opties;
  }

  get nummer(): number {
    return this.#stand.nummer;
  }

  /** @returns false when it cannot be read */
  async lees(rij: Koprij): Promise<boolean> {
    const uit = ankerstand.safeParse(await openRecord(this.#o.kopsleutel, ANKER, rij.b));
    if (uit.success) this.#stand = uit.data;
    return uit.success;
  }

  /** Last number that this store is known to have had; 0 when it is new. */
  laatste(winkel: string): number {
    return this.#stand.winkels[winkel] ?? 0;
  }

  /** A write to this store is on disk. */
  na(winkel: Winkel): void {
    this.#geraakt.set(winkel.id, winkel.laatste);
    const nu = performance.now();
    this.#sinds ??= nu;
    clearTimeout(this.#wekker);
    const wacht = Math.max(0, Math.min(STIL_MS, this.#sinds + LANGSTE_MS - nu));
    this.#wekker = setTimeout(() => this.#o.alleen(() => this.leg()), wacht);
  }

  /**
   * Writes it in a database that follows another, whose last number was `nummer`. Nobody is told:
   * which of the two counts is still to be decided.
   */
  async legNa(nummer: number): Promise<void> {
    clearTimeout(this.#wekker);
    const stand = { ...this.#volgende(), nummer: nummer + 1 };
    await this.#o.schijf.voegToe([], [await this.#rij(stand)]);
    this.#stand = stand;
    this.#geraakt.clear();
    this.#sinds = null;
  }

  /** Says nothing any more, also what waits its turn. */
  los(): void {
    clearTimeout(this.#wekker);
    this.#geraakt.clear();
  }

  /** Writes it, if there is anything to say. A failure is of no consequence: the next one says it too. */
  async leg(): Promise<void> {
    clearTimeout(this.#wekker);
    if (this.#geraakt.size === 0) return;
    const stand = this.#volgende();
    const gezegd = new Map(this.#geraakt);
    try {
      await this.#o.schijf.voegToe([], [await this.#rij(stand)]);
    } catch (oorzaak) {
      console.error('het anker van de opslag is niet gelegd', oorzaak);
      return;
    }
    this.#neem(stand, gezegd);
  }

  /** Removes a store, on disk and from what the anchor says, at once. */
  async wis(winkel: Winkel): Promise<void> {
    const { nummer, winkels } = this.#volgende();
    const over = Object.entries(winkels).filter(([id]) => id !== winkel.id);
    const stand = { nummer, winkels: Object.fromEntries(over) };
    await this.#o.schijf.wis(winkel.id, await this.#rij(stand));
    this.#geraakt.delete(winkel.id);
    this.#neem(stand, new Map(this.#geraakt));
  }

  #volgende(): Ankerstand {
    return {
      nummer: this.#stand.nummer + 1,
      winkels: { ...this.#stand.winkels, ...Object.fromEntries(this.#geraakt) },
    };
  }

  async #rij(stand: Ankerstand): Promise<Koprij> {
    return { w: ANKER, b: await sluitRecord(this.#o.kopsleutel, ANKER, stand) };
  }

  #neem(stand: Ankerstand, gezegd: ReadonlyMap<string, number>): void {
    this.#stand = stand;
    for (const [id, nummer] of gezegd)
      if (this.#geraakt.get(id) === nummer) this.#geraakt.delete(id);
    this.#sinds = this.#geraakt.size > 0 ? this.#sinds : null;
    this.#o.bijAnker(stand.nummer);
  }
}
