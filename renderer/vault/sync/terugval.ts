/** Waiting between attempts: longer each time, with chance in it, and never giving up. */

export interface Terugval {
  readonly eerste: number;
  readonly langste: number;
}
export const TERUGVAL: Terugval = { eerste: 500, langste: 60_000 };

/**
 * Full jitter: anywhere between half and the whole of the doubled wait, so that a hundred devices
 * do not return to a restarted endpoint at the same moment.
 * @param poging 0 for the first wait
 */
export function wachttijd(
  poging: number,
  { eerste, langste }: Terugval,
  kans = Math.random(),
): number {
  const vol = Math.min(langste, eerste * 2 ** Math.min(poging, 20));
  return vol / 2 + (vol / 2) * kans;
}

/** Resolves after `ms`, or at once when the signal goes off. */
export function slaap(ms: number, signaal: AbortSignal): Promise<void> {
  return new Promise((klaar) => {
    if (signaal.aborted) {
      klaar();
      return;
    }
    const op = (): void => {
      clearTimeout(wekker);
      signaal.removeEventListener('abort', op);
      klaar();
    };
    const wekker = setTimeout(op, ms);
    signaal.addEventListener('abort', op);
  });
}

/** A promise that others open and close: whoever passes waits while it is closed. */
export class Poort {
  #open = false;
  #wachtenden: (() => void)[] = [];

  get open(): boolean {
    return this.#open;
  }
  zet(open: boolean): void {
    this.#open = open;
    if (open) this.#wachtenden.splice(0).forEach((f) => f());
  }
  /** Resolves when open, or when the signal goes off. */
  door(stop: AbortSignal): Promise<void> {
    if (this.#open || stop.aborted) return Promise.resolve();
    return new Promise((klaar) => {
      const weg = (): void => {
        stop.removeEventListener('abort', weg);
        klaar();
      };
      this.#wachtenden.push(weg);
      stop.addEventListener('abort', weg);
    });
  }
}

/**
 * A signal that goes off with the first of these. `AbortSignal.any` does the same, but in Node 20 its
 * result may be garbage collected before it fires. Call `los` when done.
 */
export function eersteVan(...signalen: readonly AbortSignal[]): {
  signaal: AbortSignal;
  los: () => void;
} {
  const samen = new AbortController();
  const af = (gebeurtenis: Event): void => {
    const bron = gebeurtenis.target as AbortSignal;
    samen.abort(bron.reason);
  };
  for (const s of signalen) {
    if (s.aborted) samen.abort(s.reason);
    else s.addEventListener('abort', af);
  }
  return {
    signaal: samen.signal,
    los: () => signalen.forEach((s) => s.removeEventListener('abort', af)),
  };
}

/** The promise, or a rejection with the reason of the signal, whichever is first. */
export function tenzij<T>(belofte: Promise<T>, signaal: AbortSignal): Promise<T> {
  return new Promise((goed, mis) => {
    const af = (): void => mis(signaal.reason as Error);
    if (signaal.aborted) af();
    else signaal.addEventListener('abort', af);
    belofte.then(goed, mis).finally(() => signaal.removeEventListener('abort', af));
  });
}
