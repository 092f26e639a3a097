/** What could not be read, kept in the order in which it was found, for whoever wants to know. */
import type { Waarneembaar } from '../types.js';
import { Volgers } from '../volgers.js';
import type { Opslagmelding } from './fouten.js';

export class Meldingen implements Waarneembaar<readonly Opslagmelding[]> {
  #waarde: readonly Opslagmelding[] = [];
  readonly #volgers = new Volgers();
  readonly volg = this.#volgers.volg;

  get waarde(): readonly Opslagmelding[] {
    return this.#waarde;
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
    this.#volgers.meld();
  }
}
