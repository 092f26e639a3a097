/**
 * AES-256-GCM with a random 96-bit IV in front: `IV (12) ‖ ciphertext ‖ tag (16)`.
 *
 * Random IVs are safe up to 2^32 messages under one key (NIST SP 800-38D §8.3). A vak key seals the
 * changes of one case; it stays far below that.
 */
import { alsBytes, voegBytesSamen, wis, willekeurig } from './bytes.js';
import type { Bytes } from './bytes.js';

const IV = 12;
const TAG = 16;

/** AES-256-GCM key from 32 bytes, not extractable. The bytes are wiped. */
export async function aeadSleutel(geheim: Bytes): Promise<CryptoKey> {
  if (geheim.length !== 32) throw new RangeError('een AES-256-sleutel heeft 32 bytes');
  const sleutel = await crypto.subtle.importKey('raw', geheim, 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);
  wis(geheim);
  return sleutel;
}

/** AES-256-GCM key for one purpose, from an HKDF base key. `zout` may be empty. */
export function afgeleideSleutel(
  basis: CryptoKey,
  doel: string,
  zout: Bytes = new Uint8Array(0),
): Promise<CryptoKey> {
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: zout, info: new TextEncoder().encode(doel) },
    basis,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** `lengte` secret bytes for one purpose, from an HKDF base key. */
export async function afgeleideBytes(
  basis: CryptoKey,
  doel: string,
  lengte: number,
  zout: Bytes = new Uint8Array(0),
): Promise<Bytes> {
  const info = new TextEncoder().encode(doel);
  return new Uint8Array(
    await crypto.subtle.deriveBits(
      { name: 'HKDF', hash: 'SHA-256', salt: zout, info },
      basis,
      lengte * 8,
    ),
  );
}

export async function versleutel(
  sleutel: CryptoKey,
  klaar: Uint8Array,
  bijkomend: Uint8Array,
): Promise<Bytes> {
  return (await versleutelNa(sleutel, klaar, bijkomend)).slice(bijkomend.length);
}

/** As `versleutel`, with the additional data in front: for what is signed together. One copy. */
export async function versleutelNa(
  sleutel: CryptoKey,
  klaar: Uint8Array,
  bijkomend: Uint8Array,
): Promise<Bytes> {
  const iv = willekeurig(IV);
  const uit = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: alsBytes(bijkomend) },
    sleutel,
    alsBytes(klaar),
  );
  return voegBytesSamen(bijkomend, iv, new Uint8Array(uit));
}

/** The content; undefined when key, additional data or bytes are not those it was made with. */
export async function ontsleutel(
  sleutel: CryptoKey,
  verzegeld: Uint8Array,
  bijkomend: Uint8Array,
): Promise<Bytes | undefined> {
  if (verzegeld.length < IV + TAG) return undefined;
  const bytes = alsBytes(verzegeld);
  try {
    const uit = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: bytes.subarray(0, IV), additionalData: alsBytes(bijkomend) },
      sleutel,
      bytes.subarray(IV),
    );
    return new Uint8Array(uit);
  } catch (reden) {
    if (reden instanceof DOMException && reden.name === 'OperationError') return undefined;
    throw reden;
  }
}
