/**
 * Work that would make the window stutter, done beside it in a worker: deriving a key from a
 * passphrase, and sealing and opening envelopes (Chromium computes Ed25519 on the thread that asks).
 *
 * The worker ends with the renderer process, so locking takes the keys in it along. Where there are no
 * workers (Node) a task runs where it is asked for; its answer is the same.
 */
import { TAKEN } from './taken.js';
import type { Antwoord, Taak, Vraag } from './taken.js';

export interface Bericht {
  readonly nr: number;
  readonly taak: Taak;
  readonly vraag: unknown;
}
export type Terug = { readonly nr: number } & (
  | { readonly waarde: unknown }
  | { readonly oorzaak: unknown }
);

interface Wachtende {
  klaar(waarde: unknown): void;
  mis(oorzaak: unknown): void;
}

class Werkplaats {
  readonly #werker: Worker;
  readonly #wachtenden = new Map<number, Wachtende>();
  #nr = 0;

  /** @param bijGestrand it takes no more tasks */
  constructor(bijGestrand: () => void) {
    this.#werker = new Worker(new URL('./werker.ts', import.meta.url), { type: 'module' });
    this.#werker.addEventListener('message', ({ data }: MessageEvent<Terug>) => {
      const wachtende = this.#wachtenden.get(data.nr);
      this.#wachtenden.delete(data.nr);
      if ('waarde' in data) wachtende?.klaar(data.waarde);
      else wachtende?.mis(data.oorzaak);
    });
    const gestrand = (wat: string) => (): void => {
      this.#werker.terminate();
      bijGestrand();
      const wachtenden = [...this.#wachtenden.values()];
      this.#wachtenden.clear();
      for (const wachtende of wachtenden) wachtende.mis(new Error(`de werkplaats ${wat}`));
    };
    this.#werker.addEventListener('error', gestrand('is gestopt'));
    this.#werker.addEventListener('messageerror', gestrand('gaf een onleesbaar antwoord'));
  }

  doe(taak: Taak, vraag: unknown): Promise<unknown> {
    const nr = ++this.#nr;
    return new Promise((klaar, mis) => {
      this.#wachtenden.set(nr, { klaar, mis });
      this.#werker.postMessage({ nr, taak, vraag } satisfies Bericht);
    });
  }
}

let werkplaats: Werkplaats | undefined;

/** Does a task beside the window. What is asked is copied, or shared as an unreadable key. */
export async function doe<T extends Taak>(taak: T, vraag: Vraag<T>): Promise<Antwoord<T>> {
  if (typeof Worker === 'undefined') return (await TAKEN[taak](vraag as never)) as Antwoord<T>;
  werkplaats ??= new Werkplaats(() => {
    werkplaats = undefined;
  });
  return (await werkplaats.doe(taak, vraag)) as Antwoord<T>;
}
