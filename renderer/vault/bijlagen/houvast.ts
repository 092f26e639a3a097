/**
 * What holds a chunk although no document refers to it: it is being written, its attachment was added
 * and the document is still to come, or its deletion can still be undone. In the memory of this process
 * alone: after a crash nothing of it is left, and neither is what it held.
 */
import type { Bijlage } from '../../../shared/schema/index.js';
import { bijlagenIn } from './verwijzingen.js';
import type { Bijlageverwijzing } from './verwijzingen.js';

export class Houvast {
  /** How often each chunk is held. */
  readonly #vast = new Map<string, number>();
  /** Added and in no document yet, by id of the attachment. */
  readonly #nieuw = new Map<
    string,
    { readonly vak: string; readonly bijlage: Bijlage; readonly laat: () => void }
  >();

  heeft(naam: string): boolean {
    return this.#vast.has(naam);
  }

  /** Returns the end of it, which counts once. */
  houd(namen: readonly string[]): () => void {
    for (const naam of namen) this.#vast.set(naam, (this.#vast.get(naam) ?? 0) + 1);
    let vast = true;
    return () => {
      if (!vast) return;
      vast = false;
      for (const naam of namen) {
        const over = (this.#vast.get(naam) ?? 0) - 1;
        if (over > 0) this.#vast.set(naam, over);
        else this.#vast.delete(naam);
      }
    };
  }

  onthoud(vak: string, bijlage: Bijlage): void {
    this.#nieuw.set(bijlage.id, { vak, bijlage, laat: this.houd(bijlage.stukken) });
  }

  get heeftNieuwe(): boolean {
    return this.#nieuw.size > 0;
  }

  *nieuweIn(vak: string): Iterable<Bijlageverwijzing> {
    for (const wacht of this.#nieuw.values()) if (wacht.vak === vak) yield wacht.bijlage;
  }

  /** A document has it now, or nobody wants it. */
  vergeet(id: string): void {
    this.#nieuw.get(id)?.laat();
    this.#nieuw.delete(id);
  }

  inDocumenten(docs: Iterable<object>): void {
    for (const doc of docs) for (const { id } of bijlagenIn(doc)) this.vergeet(id);
  }
}
