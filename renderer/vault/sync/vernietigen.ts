/** What the house destroyed goes from the endpoint too, by whichever device gets there first. */
import { z } from 'zod';
import type { Lokaalboek } from './lokaal.js';
import type { Motor } from './motor.js';
import type { Syncdeps } from './types.js';

/** Vakken of which the endpoint has nothing any more; forgotten when it turns out to be an older copy. */
export const VERNIETIGD = 'sync|vernietigd';
const vakken = z.array(z.string());

/** The endpoint has nothing of it that this account could destroy. */
const NIETS_TE_DOEN: readonly string[] = ['onbekend-vak', 'niet-van-het-huis'];

export class Vernietiger {
  readonly #d: Pick<Syncdeps, 'huisvak' | 'vernietigd'>;
  readonly #boek: Lokaalboek;
  /** What is done at this endpoint, as far as is known. */
  readonly #klaar = new Set<string>();

  constructor(deps: Pick<Syncdeps, 'huisvak' | 'vernietigd'>, boek: Lokaalboek) {
    this.#d = deps;
    this.#boek = boek;
  }

  /** Whether there may be something to do. */
  get wacht(): boolean {
    return this.#d.vernietigd.alle().some((vak) => !this.#klaar.has(vak));
  }

  async vergeet(): Promise<void> {
    this.#klaar.clear();
    await this.#boek.verwijder([VERNIETIGD]);
  }

  /** Not before the declarations are at the endpoint: from them the other devices learn what happened. */
  async ruimOp(motor: Motor): Promise<void> {
    for (const vak of (await this.#boek.lees(VERNIETIGD, vakken)) ?? []) this.#klaar.add(vak);
    if (!this.wacht || (await motor.wachtendIn(this.#d.huisvak)) > 0) return;
    for (const vak of this.#d.vernietigd.alle()) {
      if (this.#klaar.has(vak)) continue;
      const uit = await motor.client.vernietigVak(vak);
      if (!uit.ok) {
        const { fout } = uit;
        if (fout.soort === 'onbereikbaar') {
          motor.verbinding.verbroken(fout);
          return;
        }
        if (!NIETS_TE_DOEN.includes(fout.code)) {
          console.error(`sync: een vak is bij het endpoint niet vernietigd (${fout.code})`);
          return;
        }
      }
      this.#klaar.add(vak);
      await this.#boek.schrijf('sync', [{ id: VERNIETIGD, waarde: [...this.#klaar] }]);
    }
  }
}
