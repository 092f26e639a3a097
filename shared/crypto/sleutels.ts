/**
 * Signing (Ed25519, RFC 8032) and receiving (X25519, RFC 7748) keys, by WebCrypto.
 *
 * Public keys are 32 raw bytes, written as base64url. Private keys exist as PKCS #8 only between
 * making or unwrapping them and importing them, non-extractable; the caller wipes those bytes.
 */
import { alsBytes, bytesNaarB64u, leesB64u, sha256, wis } from './bytes.js';
import type { Bytes } from './bytes.js';
import { isKleineOrde } from './kleineorde.js';

/** What a key pair is when it is made: the private half still has to be wrapped. */
export interface NieuwPaar {
  /** base64url of 32 bytes. */
  readonly publiek: string;
  /** Not extractable. */
  readonly prive: CryptoKey;
  /** PKCS #8 of the private key, secret: wrap it, then `wis` it. */
  readonly pkcs8: Bytes;
}

/** To receive what was sealed: HPKE binds the public half too. */
export interface Ontvangpaar {
  readonly publiek: string;
  readonly prive: CryptoKey;
}

export async function nieuwTekenpaar(): Promise<NieuwPaar> {
  const paar = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  return uitgevoerd(paar, importeerTekensleutel);
}

export async function nieuwOntvangpaar(): Promise<NieuwPaar> {
  const paar = await crypto.subtle.generateKey('X25519', true, ['deriveBits']);
  return uitgevoerd(paar, importeerOntvangsleutel);
}

async function uitgevoerd(
  paar: CryptoKeyPair,
  importeer: (pkcs8: Bytes) => Promise<CryptoKey>,
): Promise<NieuwPaar> {
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', paar.publicKey));
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', paar.privateKey));
  return { publiek: bytesNaarB64u(raw), prive: await importeer(pkcs8), pkcs8 };
}

/** Private Ed25519 key, not extractable. @throws DOMException `DataError` when it is none */
export const importeerTekensleutel = (pkcs8: Bytes): Promise<CryptoKey> =>
  importeerPrive(pkcs8, 'Ed25519', ['sign']);

/** Private X25519 key, not extractable. @throws DOMException `DataError` when it is none */
export const importeerOntvangsleutel = (pkcs8: Bytes): Promise<CryptoKey> =>
  importeerPrive(pkcs8, 'X25519', ['deriveBits']);

/** PKCS #8 before the 32 bytes of the key (RFC 8410 §7): the only form that is written here. */
const PKCS8 = {
  Ed25519: [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20],
  X25519: [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x6e, 4, 0x22, 4, 0x20],
} as const;

/** Engines disagree on every other form (trailing bytes, attributes, long lengths): one answer here. */
function importeerPrive(
  pkcs8: Bytes,
  algoritme: keyof typeof PKCS8,
  gebruik: KeyUsage[],
): Promise<CryptoKey> {
  const kop = PKCS8[algoritme];
  if (pkcs8.length !== kop.length + 32 || kop.some((byte, i) => pkcs8[i] !== byte)) {
    return Promise.reject(new DOMException('geen PKCS #8 van deze soort', 'DataError'));
  }
  return crypto.subtle.importKey('pkcs8', pkcs8, algoritme, false, gebruik);
}

/** Public Ed25519 key; undefined when the text is none, or one of small order. */
export const leesTekensleutel = async (publiek: string): Promise<CryptoKey | undefined> => {
  const raw = leesB64u(publiek);
  return raw && isKleineOrde(raw) ? undefined : leesPubliek(publiek, 'Ed25519', ['verify']);
};

/** Public X25519 key; undefined when the text is none. */
export const leesOntvangsleutel = (publiek: string): Promise<CryptoKey | undefined> =>
  leesPubliek(publiek, 'X25519', []);

async function leesPubliek(
  publiek: string,
  algoritme: 'Ed25519' | 'X25519',
  gebruik: KeyUsage[],
): Promise<CryptoKey | undefined> {
  const raw = leesB64u(publiek);
  if (raw?.length !== 32) return undefined;
  try {
    return await crypto.subtle.importKey('raw', raw, algoritme, true, gebruik);
  } catch (reden) {
    // Some engines refuse a point that is not on the curve: not a key, so not ours to report.
    if (reden instanceof DOMException) return undefined;
    throw reden;
  }
}

/** Ed25519 signature, 64 bytes. */
export async function teken(sleutel: CryptoKey, bericht: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign('Ed25519', sleutel, alsBytes(bericht)));
}

/** Whether the signature is of this key over this message. Never throws on foreign input. */
export async function controleer(
  sleutel: CryptoKey,
  handtekening: Uint8Array,
  bericht: Uint8Array,
): Promise<boolean> {
  if (handtekening.length !== 64 || isKleineOrde(handtekening.subarray(0, 32))) return false;
  return crypto.subtle.verify('Ed25519', sleutel, alsBytes(handtekening), alsBytes(bericht));
}

/** As `controleer`, with key and signature as base64url. */
export async function controleerTekst(
  publiek: string,
  handtekening: string,
  bericht: Uint8Array,
): Promise<boolean> {
  const sleutel = await leesTekensleutel(publiek);
  const bytes = leesB64u(handtekening);
  return sleutel !== undefined && bytes !== undefined && controleer(sleutel, bytes, bericht);
}

export const HUISID_TEKENS = 22;

/** Id of a house: base64url(SHA-256(public key)), the first 22 characters (132 bits). */
export async function huisIdVan(publiek: string | Uint8Array): Promise<string> {
  const raw = typeof publiek === 'string' ? leesB64u(publiek) : publiek;
  if (raw?.length !== 32) throw new RangeError('geen openbare sleutel van 32 bytes');
  return bytesNaarB64u(await sha256(raw)).slice(0, HUISID_TEKENS);
}

/** HKDF base key (RFC 5869) from 32 secret bytes, which are wiped. */
export async function hkdfBasis(geheim: Bytes): Promise<CryptoKey> {
  const sleutel = await crypto.subtle.importKey('raw', geheim, 'HKDF', false, [
    'deriveKey',
    'deriveBits',
  ]);
  wis(geheim);
  return sleutel;
}
