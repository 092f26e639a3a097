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
import { moment } from '../../../shared/schema/index.js';
import { kdf } from './kdf.js';
import { snelslot } from './snelslot.js';

/**
 * 1: the key of the storage followed from the data key, and there was one database.
 * 2: the bundle names the database that counts and holds its key; there may be a quick lock.
 * A newer one is never touched: a version of the application that does not know it would lose data.
 */
export const RINGVERSIE = 2;

const bytes = (lengte?: number) =>
  z.custom<Bytes>((w) => w instanceof Uint8Array && (lengte === undefined || w.length === lengte));

export const sleutelring = z.object({
  id: z.literal('ring'),
  versie: z.union([z.literal(1), z.literal(RINGVERSIE)]),
  kdf,
  /** Sent through the MAC of the device. */
  apparaatzout: bytes(32),
  /** Data key, wrapped by passphrase and device. */
  slot: bytes(),
  /** Data key, wrapped by the recovery code. */
  herstel: z.object({ zout: bytes(32), slot: bytes() }),
  /** Data key, wrapped by a short code and the device; null while there is none. */
  snel: snelslot.nullable().default(null),
  /** Private keys and what belongs to them, sealed under the data key. */
  bundel: bytes(),
  /** For the lock screen; sealed under a key of the device. */
  etiket: bytes(),
});
export type Sleutelring = z.infer<typeof sleutelring>;

/** Whether something that is no ring of ours is one of a newer version of the application. */
export function isNieuwereRing(ruw: unknown): boolean {
  const versie = z.object({ versie: z.number() }).safeParse(ruw);
  return versie.success && versie.data.versie > RINGVERSIE;
}

const pogingen = z.object({
  id: z.literal('pogingen'),
  aantal: z.number().int().min(0),
  /** Milliseconds since 1970; null when no pause runs. */
  wachtTot: z.number().nullable(),
});
export type Pogingenrij = z.infer<typeof pogingen>;

/**
 * What stands in the place of the ring once it is destroyed because the device was revoked. Not sealed:
 * there is no key any more, and it says nothing about anybody.
 */
const ingetrokken = z.object({
  id: z.literal('ingetrokken'),
  op: moment,
  /** Changes that the house did not have yet. */
  wachtend: z.number().int().min(0),
  /** Folder of this device among the backups. */
  kopiemap: z.string().nullable(),
});
export type Ingetrokken = Omit<z.infer<typeof ingetrokken>, 'id'>;

export type Ringstand =
  | { readonly soort: 'geen' }
  | ({ readonly soort: 'ingetrokken' } & Ingetrokken)
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
    if (rij === undefined) {
      const weg = ingetrokken.safeParse(await this.#ring.get('ingetrokken'));
      return weg.success ? { ...weg.data, soort: 'ingetrokken' } : { soort: 'geen' };
    }
    const uit = sleutelring.safeParse(rij);
    if (uit.success) return { soort: 'ring', ring: uit.data };
    return { soort: 'onleesbaar', nieuwer: isNieuwereRing(rij) };
  }

  /** Founds: refuses when there is a ring already. */
  async maak(ring: Sleutelring): Promise<void> {
    await this.#db.transaction('rw', this.#ring, this.#pogingen, async () => {
      await this.#ring.add(ring);
      await this.#pogingen.clear();
    });
  }

  /** Puts a ring in the place of what is there, which is kept under another name. */
  async vervang(ring: Sleutelring): Promise<void> {
    await this.#db.transaction('rw', this.#ring, this.#pogingen, async () => {
      const oud: unknown = await this.#ring.get('ring');
      if (typeof oud === 'object' && oud !== null) {
        const nummer = await this.#ring.count();
        await this.#ring.put({ ...oud, id: `opzij-${nummer}` });
      }
      await this.#ring.put(ring);
      await this.#pogingen.clear();
    });
  }

  /** Changes part of the ring in one transaction. */
  async wijzig(deel: Partial<Omit<Sleutelring, 'id' | 'versie'>>): Promise<void> {
    await this.#db.transaction('rw', this.#ring, async () => {
      // Whatever is written now may say what only this version understands.
      const geraakt = await this.#ring.update('ring', { ...deel, versie: RINGVERSIE });
      if (geraakt === 0 && (await this.#ring.get('ring')) === undefined) {
        throw new Error('de sleutelring is weg');
      }
    });
  }

  /** Changes part of the ring, and forgets the failed attempts, in one transaction. */
  async geopend(deel: Pick<Sleutelring, 'kdf' | 'snel'>): Promise<void> {
    await this.#db.transaction('rw', this.#ring, this.#pogingen, async () => {
      await this.schrijfPogingen(0, null);
      await this.wijzig(deel);
    });
  }

  async leesPogingen(): Promise<Pogingenrij> {
    const uit = pogingen.safeParse(await this.#pogingen.get('pogingen'));
    return uit.success ? uit.data : { id: 'pogingen', aantal: 0, wachtTot: null };
  }

  async schrijfPogingen(aantal: number, wachtTot: number | null): Promise<void> {
    await this.#pogingen.put({ id: 'pogingen', aantal, wachtTot } satisfies Pogingenrij);
  }

  /** Destroys every ring, those that were set aside too, and leaves that in their place; in one transaction. */
  async trekIn(wat: Ingetrokken): Promise<void> {
    await this.#db.transaction('rw', this.#ring, this.#pogingen, async () => {
      await this.#ring.clear();
      await this.#pogingen.clear();
      await this.#ring.put({ ...wat, id: 'ingetrokken' } satisfies z.infer<typeof ingetrokken>);
    });
  }

  async verwijder(): Promise<void> {
    await this.#db.transaction('rw', this.#ring, this.#pogingen, async () => {
      await this.#ring.clear();
      await this.#pogingen.clear();
    });
  }
}
