/** Who wants to know of changes: the part of a `Waarneembaar` that is the same everywhere. */
export class Volgers {
  readonly #alle = new Set<() => void>();

  /** Returns the end of it. */
  readonly volg = (f: () => void): (() => void) => {
    this.#alle.add(f);
    return () => void this.#alle.delete(f);
  };

  /** Calls everybody who followed when it began: following and leaving meanwhile are allowed. */
  meld(): void {
    for (const f of [...this.#alle]) f();
  }

  leeg(): void {
    this.#alle.clear();
  }
}
