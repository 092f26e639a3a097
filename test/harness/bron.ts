/** A value that tells when it changes, as the vault has them. */
export class Bron<T> {
  readonly #luisteraars = new Set<() => void>();
  waarde: T;
  constructor(begin: T) {
    this.waarde = begin;
  }
  zet(waarde: T): void {
    this.waarde = waarde;
    for (const f of this.#luisteraars) f();
  }
  volg(f: () => void): () => void {
    this.#luisteraars.add(f);
    return () => this.#luisteraars.delete(f);
  }
}
