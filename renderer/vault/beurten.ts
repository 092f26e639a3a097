/** Work that goes one at a time, in the order in which it was asked for. */
export class Beurten {
  #laatste: Promise<unknown>;

  /** @param na the first piece of work waits for this, and is not done when it rejects */
  constructor(na: Promise<unknown> = Promise.resolve()) {
    this.#laatste = na;
  }

  /** A failure is told to who asked, and does not stop the next. */
  doe<T>(werk: () => Promise<T>): Promise<T> {
    const beurt = this.#laatste.then(werk);
    this.#laatste = beurt.catch(() => undefined);
    return beurt;
  }

  /** Resolves when all that was asked for until now is done, well or not. */
  async rust(): Promise<void> {
    await this.#laatste.catch(() => undefined);
  }
}
