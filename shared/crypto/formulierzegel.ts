/**
 * Sealing of a form that somebody without the application fills in: HPKE base mode (RFC 9180) with DHKEM(P-256,
 * HKDF-SHA256), HKDF-SHA256 and AES-256-GCM. P-256, and not X25519 as everywhere else, because the one who seals is a
 * browser of which nothing is known: every browser has had P-256 in WebCrypto for ten years. The sealing side is the
 * script of the form; it is held against this one by a test. Result: `enc (65) ‖ ciphertext ‖ tag (16)`.
 */
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256, HpkeError } from '@hpke/core';
import { alsBytes, b64uNaarBytes, bytesNaarB64u } from './bytes.js';
import type { Bytes } from './bytes.js';

const ENC = 65;
const TAG = 16;
const P256 = { name: 'ECDH', namedCurve: 'P-256' } as const;

const suite = (): CipherSuite =>
  new CipherSuite({
    kem: new DhkemP256HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  });

/** A new pair as text: public key as an uncompressed point, private key as PKCS #8, both base64url. */
export async function nieuwFormulierpaar(): Promise<{ publiek: string; prive: string }> {
  const paar = await crypto.subtle.generateKey(P256, true, ['deriveBits']);
  const [publiek, prive] = await Promise.all([
    crypto.subtle.exportKey('raw', paar.publicKey),
    crypto.subtle.exportKey('pkcs8', paar.privateKey),
  ]);
  return {
    publiek: bytesNaarB64u(new Uint8Array(publiek)),
    prive: bytesNaarB64u(new Uint8Array(prive)),
  };
}

/**
 * What was sealed to this pair; undefined when it was sealed to another, for something else, or changed.
 * @param info what it is for; @param bijkomend what goes along unencrypted. Both sides must give the same.
 * @throws RangeError when the pair is no pair
 */
export async function ontzegelFormulier(
  paar: { readonly publiek: string; readonly prive: string },
  verzegeld: Uint8Array,
  info: Uint8Array,
  bijkomend: Uint8Array,
): Promise<Bytes | undefined> {
  if (verzegeld.length < ENC + TAG) return undefined;
  const [publicKey, privateKey] = await Promise.all([
    crypto.subtle.importKey('raw', b64uNaarBytes(paar.publiek), P256, true, []),
    crypto.subtle.importKey('pkcs8', b64uNaarBytes(paar.prive), P256, true, ['deriveBits']),
  ]);
  const bytes = alsBytes(verzegeld);
  try {
    const klaar = await suite().open(
      { recipientKey: { privateKey, publicKey }, enc: bytes.slice(0, ENC), info: alsBytes(info) },
      bytes.slice(ENC),
      alsBytes(bijkomend),
    );
    return new Uint8Array(klaar);
  } catch (reden) {
    if (reden instanceof HpkeError) return undefined;
    throw reden;
  }
}
