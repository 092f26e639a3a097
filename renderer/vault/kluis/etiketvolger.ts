/** Keeps on the lock screen how the vault stood: what waits, and when all was at the house. */
import type { Sleutelbos } from '../sleutels/index.js';
import type { Syncstand, Waarneembaar } from '../types.js';

const BEWAAR_NA_MS = 2_000;

export class Etiketvolger {
  readonly #bos: Sleutelbos;
  readonly #stand: Waarneembaar<Syncstand>;
  readonly #stop: () => void;
  #wacht: ReturnType<typeof setTimeout> | undefined;
  #bewaard = '';
  #bezig: Promise<void> = Promise.resolve();

  constructor(bos: Sleutelbos, stand: Waarneembaar<Syncstand>) {
    this.#bos = bos;
    this.#stand = stand;
    this.#stop = stand.volg(() => {
      this.#wacht ??= setTimeout(() => {
        this.#wacht = undefined;
        this.#bewaar();
      }, BEWAAR_NA_MS);
    });
  }

  async sluit(): Promise<void> {
    this.#stop();
    clearTimeout(this.#wacht);
    this.#bewaar();
    await this.#bezig;
  }

  #bewaar(): void {
    const { laatstGelijk, wachtend } = this.#stand.waarde;
    const tekst = JSON.stringify([laatstGelijk, wachtend]);
    if (tekst === this.#bewaard) return;
    this.#bewaard = tekst;
    this.#bezig = this.#bezig
      .then(() => this.#bos.bewaarEtiket({ laatstGelijk, wachtend }))
      .catch((oorzaak: unknown) => {
        // Only what the lock screen tells; the vault itself is not touched by it.
        console.error('het etiket is niet bewaard', oorzaak);
      });
  }
}
