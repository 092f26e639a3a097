/**
 * In any page, before its scripts: the moment at which the answer of the last Argon2id came out of the
 * worker of the vault. Self-contained, because the application is measured as it is shipped.
 */
declare global {
  interface Window {
    /** On the clock of `performance.now()`; undefined as long as there was none. */
    naKdf?: number;
  }
}

export function volgKdf(): void {
  globalThis.Worker = class extends Worker {
    override postMessage(bericht: unknown, ...rest: never[]): void {
      const { taak, nr } = (bericht ?? {}) as { taak?: unknown; nr?: unknown };
      if (taak === 'argon') {
        this.addEventListener('message', ({ data }: MessageEvent<{ nr?: unknown }>) => {
          if (data.nr === nr) globalThis.window.naKdf = performance.now();
        });
      }
      super.postMessage(bericht, ...rest);
    }
  };
}
