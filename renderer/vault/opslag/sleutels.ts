/** Keys and names of stores, derived from the base key of the vault (HKDF-SHA-256, RFC 5869). */
import { bytesVan } from './segment.js';

const INFO = 'casuskluis/opslag/v1/';
const GEEN_ZOUT = new Uint8Array(0);

export interface Opslagsleutels {
  /** Opaque id of a store on disk: 16 characters that say nothing without the key. */
  winkelId(naam: string): Promise<string>;
  /** AES-256-GCM key of a store, not extractable. */
  winkelsleutel(naam: string): Promise<CryptoKey>;
}

/** `basis`: HKDF key with usage `deriveKey`. */
export async function leidSleutelsAf(basis: CryptoKey): Promise<Opslagsleutels> {
  const hkdf = (naam: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: GEEN_ZOUT,
    info: bytesVan(INFO + naam),
  });
  const namen = await crypto.subtle.deriveKey(
    hkdf('!namen'),
    basis,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign'],
  );
  return {
    async winkelId(naam) {
      const mac = new Uint8Array(await crypto.subtle.sign('HMAC', namen, bytesVan(naam)));
      return btoa(String.fromCharCode(...mac.subarray(0, 12)))
        .replaceAll('+', '-')
        .replaceAll('/', '_');
    },
    winkelsleutel: (naam) =>
      crypto.subtle.deriveKey(hkdf(naam), basis, { name: 'AES-GCM', length: 256 }, false, [
        'encrypt',
        'decrypt',
      ]),
  };
}
