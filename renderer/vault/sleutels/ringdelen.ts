/**
 * The keyring with what is needed to read and change its parts: shared by the door (`sleutelbos.ts`)
 * and by what changes locks and keys behind it (`sleutelbeheer.ts`).
 */
import { ontsleutel, versleutel } from '../../../shared/crypto/index.js';
import type { Bytes } from '../../../shared/crypto/index.js';
import type { Platform } from '../../platform/contract.js';
import { Beurten } from '../beurten.js';
import { argonparameters, kalibreer } from './argon.js';
import type { Argonparameters } from './argon.js';
import { openBundel, sluitBundel } from './bundel.js';
import type { Bundel } from './bundel.js';
import { etiketsleutel, openEtiket, sluitEtiket } from './etiket.js';
import type { Etiket, Etiketgegevens } from './etiket.js';
import { Pogingen } from './pogingen.js';
import { Ringboek } from './ring.js';
import type { Sleutelring } from './ring.js';

export interface Ringopties {
  /** Fixed parameters instead of measured ones; never under the floor. */
  readonly argon?: Argonparameters | undefined;
  /** The clock of the pause after wrong attempts, ms since 1970. */
  readonly nu?: (() => number) | undefined;
}

export class Ringdelen {
  readonly boek: Ringboek;
  readonly pogingen: Pogingen;
  readonly geheim: Platform['geheim'];
  readonly nu: () => number;
  readonly #argon: Argonparameters | undefined;
  #etiketsleutel: Promise<CryptoKey> | undefined;
  #bundelsleutel: CryptoKey | undefined;
  /** Changes of the bundle one after the other: each starts from what the one before it wrote. */
  readonly #beurten = new Beurten();

  constructor(naam: string, geheim: Platform['geheim'], opties: Ringopties) {
    this.nu = opties.nu ?? Date.now;
    this.boek = new Ringboek(naam);
    this.pogingen = new Pogingen(this.boek, this.nu);
    this.geheim = geheim;
    this.#argon = opties.argon && argonparameters.parse(opties.argon);
  }

  argon(): Promise<Argonparameters> {
    return this.#argon ? Promise.resolve(this.#argon) : kalibreer();
  }

  /** The key under which the bundle is sealed; known from the moment that the ring is open. */
  zetBundelsleutel(sleutel: CryptoKey): void {
    this.#bundelsleutel = sleutel;
  }

  /** The bundle as it is on disk, with its secret bytes. @throws when it does not open */
  async leesBundel(): Promise<Bundel> {
    const stand = await this.boek.lees();
    const bundel =
      stand.soort === 'ring' && (await openBundel(stand.ring.bundel, this.#eisBundelsleutel()));
    if (!bundel) throw new Error('de sleutelbundel is niet te openen');
    return bundel;
  }

  /**
   * Replaces the bundle by what the recipe makes of it, in one durable write. The recipe may hand the
   * secret bytes on; they are not wiped here.
   */
  wijzigBundel(recept: (bundel: Bundel) => Bundel): Promise<void> {
    return this.naElkaar(async () => {
      const bundel = recept(await this.leesBundel());
      await this.boek.wijzig({ bundel: await sluitBundel(bundel, this.#eisBundelsleutel()) });
    });
  }

  /** Runs with no other change of the bundle under way. */
  naElkaar<T>(doe: () => Promise<T>): Promise<T> {
    return this.#beurten.doe(doe);
  }

  /** Seals under the key of the bundle: what goes into a backup. */
  verzegel(klaar: Uint8Array, bijkomend: Uint8Array): Promise<Bytes> {
    return versleutel(this.#eisBundelsleutel(), klaar, bijkomend);
  }

  ontzegel(bytes: Bytes, bijkomend: Uint8Array): Promise<Bytes | undefined> {
    return ontsleutel(this.#eisBundelsleutel(), bytes, bijkomend);
  }

  async leesEtiket(ring: Sleutelring): Promise<Etiket | undefined> {
    return openEtiket(ring.etiket, await this.#sleutelVanEtiket());
  }

  async sluitEtiket(
    gegevens: Etiketgegevens,
    argon: Argonparameters,
  ): Promise<Sleutelring['etiket']> {
    const { kib, passen } = argon;
    return sluitEtiket(
      { ...gegevens, v: 1, argon: { kib, passen } },
      await this.#sleutelVanEtiket(),
    );
  }

  /** Parameters within bounds; those of the label, which is authenticated, when the ring has others. */
  async geldigeKdf(ring: Sleutelring): Promise<Sleutelring['kdf'] | undefined> {
    const etiket = await this.leesEtiket(ring);
    if (etiket) {
      const { kib, passen } = etiket.argon;
      const gelijk = kib === ring.kdf.kib && passen === ring.kdf.passen;
      return gelijk ? ring.kdf : { ...ring.kdf, kib, passen };
    }
    return argonparameters.safeParse(ring.kdf).success ? ring.kdf : undefined;
  }

  #eisBundelsleutel(): CryptoKey {
    if (!this.#bundelsleutel) throw new Error('de sleutelring is niet open');
    return this.#bundelsleutel;
  }

  #sleutelVanEtiket(): Promise<CryptoKey> {
    return (this.#etiketsleutel ??= etiketsleutel(this.geheim));
  }
}
