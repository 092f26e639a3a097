/**
 * Room on the disk. New work is refused while there is still room for what is under way: a disk that is
 * full to the last byte can also fail to tidy up, to sync, and to close.
 */
import type { Platform } from '../../platform/contract.js';
import { OpslagFout } from '../opslag/index.js';
import { Volgers } from '../volgers.js';

/** Bytes that are left alone: some segments, an anchor, and what the browser itself writes. */
const RESERVE = 32 << 20;
const KIJK_MS = 60_000;

export class Ruimte {
  readonly #schijf: Platform['schijf'];
  readonly #wekker: ReturnType<typeof setInterval>;
  readonly #volgers = new Volgers();
  readonly volg = this.#volgers.volg;
  vrij: number | null = null;
  blijvend: boolean | null = null;

  constructor(schijf: Platform['schijf']) {
    this.#schijf = schijf;
    this.#wekker = setInterval(() => void this.kijk(), KIJK_MS);
  }

  get vol(): boolean {
    return this.vrij !== null && this.vrij < RESERVE;
  }

  /**
   * @param bytes that are needed for a moment
   * @throws OpslagFout `vol`
   */
  readonly eis = (bytes = 0): void => {
    if (this.vrij !== null && this.vrij < RESERVE + bytes)
      throw new OpslagFout('vol', 'er is te weinig ruimte op de schijf');
  };

  async kijk(): Promise<void> {
    try {
      this.vrij = await this.#schijf.ruimte();
      this.blijvend = await this.#schijf.blijvend();
    } catch (oorzaak) {
      // Not knowing is no reason to refuse: the store itself notices a disk that is full.
      console.error('de ruimte op de schijf is niet bekend', oorzaak);
      this.vrij = null;
    }
    this.#volgers.meld();
  }

  sluit(): void {
    clearInterval(this.#wekker);
  }
}
