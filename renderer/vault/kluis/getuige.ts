/**
 * The witness: how far the store had come, kept apart from it. A store whose anchor is lower than its
 * witness says is an older copy, put back by a restore of the profile, a synchronised folder, or
 * somebody who wants something undone.
 */
import { z } from 'zod';
import type { Platform } from '../../platform/contract.js';
import { moment } from '../../../shared/schema/index.js';

const getuigenis = z.object({
  v: z.literal(1),
  /** Of another device it says nothing: this one was begun anew. */
  apparaat: z.string(),
  /** Number of the last anchor (`opslag/anker.ts`). */
  anker: z.number().int().min(0),
  op: moment,
  /** An older copy was found, that knows nothing of what came after it and until this moment; the user has not confirmed it yet. */
  ouder: moment.nullable(),
});
type Getuigenis = z.infer<typeof getuigenis>;

export class Getuige {
  readonly #schijf: Platform['schijf'];
  readonly #apparaat: string;
  readonly #eerder: Getuigenis | null;
  #ouder: string | null = null;
  #schrijft = false;
  #laatste = 0;
  #bezig: Promise<void> = Promise.resolve();

  private constructor(schijf: Platform['schijf'], apparaat: string, eerder: Getuigenis | null) {
    this.#schijf = schijf;
    this.#apparaat = apparaat;
    this.#eerder = eerder;
    this.#ouder = eerder?.ouder ?? null;
  }

  static async lees(schijf: Platform['schijf'], apparaat: string): Promise<Getuige> {
    const eerder = await leesGetuigenis(schijf);
    return new Getuige(schijf, apparaat, eerder?.apparaat === apparaat ? eerder : null);
  }

  /** Moment up to which this device had come, when the store is older than that; else null. */
  get ouder(): string | null {
    return this.#ouder;
  }

  /** The store was opened with this anchor. */
  vergelijk(anker: number): void {
    if (this.#eerder && anker < this.#eerder.anker) this.#ouder ??= this.#eerder.op;
  }

  /** It is known from elsewhere that the store had come further. */
  zetOuder(op: string): void {
    this.#ouder ??= op;
  }

  /** The user knows. @param anker how far the store is now */
  async bevestig(anker: number): Promise<void> {
    this.#ouder = null;
    this.na(anker);
    await this.#bezig;
  }

  /** An anchor is on disk. */
  readonly na = (nummer: number): void => {
    this.#laatste = nummer;
    if (this.#schrijft) return;
    this.#schrijft = true;
    this.#bezig = this.#bewaar();
  };

  async rust(): Promise<void> {
    await this.#bezig;
  }

  async #bewaar(): Promise<void> {
    try {
      for (let gezegd = -1; gezegd !== this.#laatste; ) {
        gezegd = this.#laatste;
        const tekst: Getuigenis = {
          v: 1,
          apparaat: this.#apparaat,
          anker: gezegd,
          op: new Date().toISOString(),
          ouder: this.#ouder,
        };
        await this.#schijf.schrijfGetuige(JSON.stringify(tekst));
      }
    } catch (oorzaak) {
      // Then an older copy may go unseen, and nothing else; the next anchor tries again.
      console.error('de getuige van de opslag is niet geschreven', oorzaak);
    } finally {
      this.#schrijft = false;
    }
  }
}

/** Null when there is none, or it cannot be read: then there is nothing to hold the store against. */
async function leesGetuigenis(schijf: Platform['schijf']): Promise<Getuigenis | null> {
  try {
    const tekst = await schijf.leesGetuige();
    return tekst === null ? null : (getuigenis.safeParse(JSON.parse(tekst)).data ?? null);
  } catch (oorzaak) {
    console.error('de getuige van de opslag is niet te lezen', oorzaak);
    return null;
  }
}

/** Number of the anchor that this device is known to have had; 0 when that is not known. */
export async function bekendAnker(schijf: Platform['schijf'], apparaat: string): Promise<number> {
  const eerder = await leesGetuigenis(schijf);
  return eerder?.apparaat === apparaat ? eerder.anker : 0;
}
