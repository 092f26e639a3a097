/**
 * Which states of a document followed one another by writes of this window alone. A screen may start
 * its second edit before it has seen its first; that is one person going on, not two who disagree.
 */
const LANGSTE = 64;

export class Eigenlijn {
  /** versies in order, by document. */
  readonly #lijnen = new Map<string, string[]>();

  /** @param vorige `versie` that it was written on; undefined for a new document */
  geschreven(sleutel: string, vorige: string | undefined, nieuw: string): void {
    const lijn = this.#lijnen.get(sleutel);
    if (vorige === undefined) {
      this.#lijnen.delete(sleutel);
      return;
    }
    if (lijn?.at(-1) === vorige) {
      lijn.push(nieuw);
      if (lijn.length > LANGSTE) lijn.shift();
    } else this.#lijnen.set(sleutel, [vorige, nieuw]);
  }

  /** Whether `tot` came from `van` by own writes only. */
  isEigen(sleutel: string, van: string, tot: string): boolean {
    const lijn = this.#lijnen.get(sleutel);
    return lijn?.at(-1) === tot && lijn.includes(van);
  }
}
