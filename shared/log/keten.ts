/**
 * # The chain of the log, version 1
 *
 * ```
 * begin        = SHA-256("casuskluis/v1/logketen" LF huis LF keten LF apparaat)
 * hash(1)      = SHA-256(begin   LF tekst(1))
 * hash(n)      = SHA-256(hash(n-1) LF tekst(n))        tekst: canonical JSON of the line
 * handtekening = Ed25519(device key, "casuskluis/v1/loghoofd" LF huis LF keten LF apparaat LF n LF hash(n))
 * ```
 * Hashes are written as base64url; text is UTF-8; LF is U+000A. A blok holds lines `van` up to `n` with
 * their hashes, and the signature over its last one, which covers all that came before. The key of the
 * device follows from the house key: certificate of the account, and its statement on the device.
 */
import {
  bytesNaarB64u,
  controleerApparaat,
  controleerTekst,
  nieuwId,
  sha256,
  teken,
  tekstNaarBytes,
} from '../crypto/index.js';
import { REGELS_PER_BLOK } from '../schema/index.js';
import type { Ketenstand, Logblok, Logregel } from '../schema/index.js';
import { canoniekeJson } from '../sync/json.js';
import type { JsonObject } from '../sync/json.js';
import { handtekenbericht } from '../sync/protocol.js';
import type { Apparaatverklaring } from '../sync/protocol.js';

/** What of a blok counts; the rest is of the document that it travels in. */
export type Kaalblok = Pick<
  Logblok,
  'id' | 'keten' | 'apparaat' | 'van' | 'vorige' | 'regels' | 'handtekening' | 'verklaring'
>;

/** Which chain of which house. */
export interface Keten {
  readonly huis: string;
  readonly keten: string;
  readonly apparaat: string;
}

const somVan = async (tekst: string): Promise<string> =>
  bytesNaarB64u(await sha256(tekstNaarBytes(tekst)));

/** What the first line of a chain is hashed with. */
export const beginhash = ({ huis, keten, apparaat }: Keten): Promise<string> =>
  somVan(['casuskluis/v1/logketen', huis, keten, apparaat].join('\n'));

/** @param vorige hash of the line before */
export const regelhash = (vorige: string, tekst: string): Promise<string> =>
  somVan(`${vorige}\n${tekst}`);

const hoofdbericht = (
  { huis, keten, apparaat }: Keten,
  nr: number,
  hash: string,
): Uint8Array<ArrayBuffer> => handtekenbericht('loghoofd', huis, keten, apparaat, String(nr), hash);

/** Whether this device signed the last line of the blok, and the account vouched for the device. */
export async function isOndertekend(
  huis: string,
  blok: Kaalblok,
  /** Public signing key of the account, base64url. */
  accountsleutel: string,
): Promise<boolean> {
  const { verklaring, keten, apparaat, handtekening } = blok;
  if (verklaring.apparaat !== apparaat) return false;
  if (!(await controleerApparaat(huis, verklaring, accountsleutel))) return false;
  const { nr, hash } = standVan(blok);
  return controleerTekst(
    verklaring.sleutel,
    handtekening,
    hoofdbericht({ huis, keten, apparaat }, nr, hash),
  );
}

/** How far the chain is with this blok. */
export function standVan({ keten, van, vorige, regels }: Kaalblok): Ketenstand {
  return { keten, nr: van + regels.length - 1, hash: regels.at(-1)?.hash ?? vorige };
}

/** Whether `later` is `eerder` with nothing but lines behind it. */
export function isVervolg(eerder: Kaalblok, later: Kaalblok): boolean {
  return (
    eerder.keten === later.keten &&
    eerder.apparaat === later.apparaat &&
    eerder.van === later.van &&
    eerder.vorige === later.vorige &&
    eerder.regels.every(({ tekst, hash }, i) => {
      const ander = later.regels[i];
      return ander?.tekst === tekst && ander.hash === hash;
    })
  );
}

/** A line that has no number yet. */
export type Nieuweregel = Omit<Logregel, 'nr'>;

/** Writes one chain. Not to be called twice at once: every line follows the one before. */
export class Ketenschrijver {
  readonly #keten: Keten;
  readonly #verklaring: Apparaatverklaring;
  readonly #tekensleutel: CryptoKey;
  #stand: { nr: number; hash: string };
  #blok: Kaalblok | null = null;

  /** @param stand of the last line; undefined for a new chain */
  static async open(
    keten: Keten,
    verklaring: Apparaatverklaring,
    tekensleutel: CryptoKey,
    stand?: { nr: number; hash: string },
  ): Promise<Ketenschrijver> {
    const vanaf = stand ?? { nr: 0, hash: await beginhash(keten) };
    return new Ketenschrijver(keten, verklaring, tekensleutel, vanaf);
  }

  private constructor(
    keten: Keten,
    verklaring: Apparaatverklaring,
    tekensleutel: CryptoKey,
    stand: { nr: number; hash: string },
  ) {
    this.#keten = keten;
    this.#verklaring = verklaring;
    this.#tekensleutel = tekensleutel;
    this.#stand = stand;
  }

  /**
   * Puts the lines behind the chain. The result is every blok that is new or has grown, in order; they are
   * signed. The chain has moved on when `neemOver` is called with it, so that a write that fails can be
   * done again.
   */
  async hechtAan(regels: readonly Nieuweregel[]): Promise<Kaalblok[]> {
    let { nr, hash } = this.#stand;
    const blokken: Kaalblok[] = [];
    let blok = this.#blok;
    for (const regel of regels) {
      if (!blok || blok.regels.length >= REGELS_PER_BLOK) {
        blok = this.#nieuwBlok(nr + 1, hash);
        blokken.push(blok);
      } else if (blok === this.#blok) {
        // What is on disk stays as it is until the write has succeeded.
        blok = { ...blok, regels: [...blok.regels] };
        blokken.push(blok);
      }
      nr += 1;
      const tekst = canoniekeJson({ ...regel, nr } as JsonObject);
      hash = await regelhash(hash, tekst);
      blok.regels.push({ tekst, hash });
    }
    return Promise.all(blokken.map((deel) => this.#onderteken(deel)));
  }

  /** What `hechtAan` gave is on disk. */
  neemOver(blokken: readonly Kaalblok[]): void {
    const laatste = blokken.at(-1);
    if (!laatste) return;
    this.#blok = laatste;
    this.#stand = standVan(laatste);
  }

  #nieuwBlok(van: number, vorige: string): Kaalblok {
    const { keten, apparaat } = this.#keten;
    const verklaring = this.#verklaring;
    return {
      id: nieuwId(),
      keten,
      apparaat,
      van,
      vorige,
      regels: [],
      handtekening: '',
      verklaring,
    };
  }

  async #onderteken(blok: Kaalblok): Promise<Kaalblok> {
    const { nr, hash } = standVan(blok);
    const bericht = hoofdbericht(this.#keten, nr, hash);
    return { ...blok, handtekening: bytesNaarB64u(await teken(this.#tekensleutel, bericht)) };
  }
}
