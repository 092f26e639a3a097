/**
 * The keyring: what must be on disk to open the vault, in a small database of its own. Nothing in it
 * can be read without the passphrase and the device, or the recovery code.
 *
 * One record, replaced in one durable transaction, so there is always a whole one. Beside it the count
 * of failed attempts, which changes at other moments.
 */
import Dexie from 'dexie';
import type { Table } from 'dexie';
import { z } from 'zod';
import type { Bytes } from '../../../shared/crypto/index.js';

export const RINGVERSIE = 1;

const bytes = (lengte?: number) =>
  z.custom<Bytes>((w) => w instanceof Uint8Array && (lengte === undefined || w.length === lengte));

/** Numbers are only bounded where they are used (`argon.ts`): out of bounds must be told from unreadable. */
const kdf = z.object({ kib: z.number(), passen: z.number(), zout: bytes(16) });

const sleutelring = z.object({
  id: z.literal('ring'),
  versie: z.literal(RINGVERSIE),
  kdf,
  /** Sent through the MAC of the device. */
  apparaatzout: bytes(32),
  /** Data key, wrapped by passphrase and device. */
  slot: bytes(),
  /** Data key, wrapped by the recovery code. */
  herstel: z.object({ zout: bytes(32), slot: bytes() }),
  /** Private keys and what belongs to them, sealed under the data key. */
  bundel: bytes(),
  /** For the lock screen; sealed under a key of the device. */
  etiket: bytes(),
});
export type Sleutelring = z.infer<typeof sleutelring>;

const pogingen = z.object({
  id: z.literal('pogingen'),
  aantal: z.number().int().min(0),
  /** Milliseconds since 1970; null when no pause runs. */
  wachtTot: z.number().nullable(),
});
export type Pogingenrij = z.infer<typeof pogingen>;

export type Ringstand =
  | { readonly soort: 'geen' }
  | { readonly soort: 'ring'; readonly ring: Sleutelring }
  /** There is a record, of another version or in another shape. */
  | { readonly soort: 'onleesbaar'; readonly nieuwer: boolean };

export class Ringboek {
  readonly #db: Dexie;
  readonly #ring: Table<unknown, string>;
  readonly #pogingen: Table<unknown, string>;

  constructor(naam: string) {
    this.#db = new Dexie(naam, { chromeTransactionDurability: 'strict' });
    this.#db.version(1).stores({ ring: 'id', pogingen: 'id' });
    this.#ring = this.#db.table('ring');
    this.#pogingen = this.#db.table('pogingen');
  }

  async lees(): Promise<Ringstand> {
    const rij = await this.#ring.get('ring');
    if (rij === undefined) return { soort: 'geen' };
    const uit = sleutelring.safeParse(rij);
    if (uit.success) return { soort: 'ring', ring: uit.data };
    const versie = z.object({ versie: z.number() }).safeParse(rij);
    return { soort: 'onleesbaar', nieuwer: versie.success && versie.data.versie > RINGVERSIE };
  }

  /** Founds: refuses when there is a ring already. */
  async maak(ring: Sleutelring): Promise<void> {
    await this.#db.transaction('rw', this.#ring, this.#pogingen, async () => {
      await this.#ring.add(ring);
      await this.#pogingen.clear();
    });
  }

  /** Changes part of the ring in one transaction. */
  async wijzig(deel: Partial<Omit<Sleutelring, 'id' | 'versie'>>): Promise<void> {
    await this.#db.transaction('rw', this.#ring, async () => {
      const geraakt = await this.#ring.update('ring', deel);
      if (geraakt === 0 && (await this.#ring.get('ring')) === undefined) {
        throw new Error('de sleutelring is weg');
      }
    });
  }

  async leesPogingen(): Promise<Pogingenrij> {
    const uit = pogingen.safeParse(await this.#pogingen.get('pogingen'));
    return uit.success ? uit.data : { id: 'pogingen', aantal: 0, wachtTot: null };
  }

  async schrijfPogingen(aantal: number, wachtTot: number | null): Promise<void> {
    await this.#pogingen.put({ id: 'pogingen', aantal, wachtTot } satisfies Pogingenrij);
  }

  async verwijder(): Promise<void> {
    await this.#db.transaction('rw', this.#ring, this.#pogingen, async () => {
      await this.#ring.clear();
      await this.#pogingen.clear();
    });
  }
}
