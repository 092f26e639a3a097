/** What could not be read, kept in the order in which it was found, for whoever wants to know. */
import type { Waarneembaar } from '../types.js';
import type { Opslagmelding } from './fouten.js';

export class Meldingen implements Waarneembaar<readonly Opslagmelding[]> {
  #waarde: readonly Opslagmelding[] = [];
  readonly #volgers = new Set<() => void>();

  get waarde(): readonly Opslagmelding[] {
    return this.#waarde;
  }

  volg(f: () => void): () => void {
    this.#volgers.add(f);
    return () => void this.#volgers.delete(f);
  }

  readonly meld = (melding: Opslagmelding): void => {
    this.#zet([...this.#waarde, melding]);
  };

  /** What was told of another database says nothing of this one. */
  wis(): void {
    this.#zet([]);
  }

  #zet(waarde: readonly Opslagmelding[]): void {
    this.#waarde = waarde;
    for (const f of [...this.#volgers]) f();
  }
}
