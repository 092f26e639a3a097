/**
 * Ids that follow from text under the secret of the house: every device derives the same, and nobody
 * outside the house can test a guess.
 */
import { b64uNaarBytes, bytesNaarB64u, tekstNaarBytes } from '../../../shared/crypto/index.js';
import type { Huisdocument } from '../../../shared/schema/index.js';
import type { Onveranderlijk } from '../types.js';
import type { Spiegel } from './spiegel.js';

export type Huis = Extract<Huisdocument, { soort: 'huis' }>;

/** The document of the house itself; undefined on a device that just joined. */
export function huisVan(spiegel: Spiegel): Onveranderlijk<Huis> | undefined {
  return spiegel.alle('huis').find((doc) => doc.soort === 'huis');
}

export class Idsleutel {
  readonly #geheim: () => string | undefined;
  #sleutel: Promise<CryptoKey> | undefined;

  /** @param geheim 32 bytes, base64url; undefined while it is not here */
  constructor(geheim: () => string | undefined) {
    this.#geheim = geheim;
  }

  /** 22 characters. @throws while the document of the house is not on this device */
  async leidAf(doel: 'id' | 'vak', tekst: string): Promise<string> {
    const som = await crypto.subtle.sign(
      'HMAC',
      await this.#hmac(),
      tekstNaarBytes(`casuskluis/v1/${doel}\n${tekst}`),
    );
    return bytesNaarB64u(new Uint8Array(som, 0, 16));
  }

  #hmac(): Promise<CryptoKey> {
    if (this.#sleutel) return this.#sleutel;
    const geheim = this.#geheim();
    if (geheim === undefined) {
      throw new Error('de gegevens van het huis zijn nog niet opgehaald');
    }
    this.#sleutel = crypto.subtle.importKey(
      'raw',
      b64uNaarBytes(geheim),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign'],
    );
    return this.#sleutel;
  }
}
