/**
 * Sealing to a public key: HPKE base mode (RFC 9180), DHKEM(X25519, HKDF-SHA256), HKDF-SHA256,
 * AES-256-GCM. Result: `enc (32) ‖ ciphertext ‖ tag (16)`.
 *
 * HPKE does not say who sealed. Whoever needs to know that signs the result (`verlening.ts`).
 */
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256, HpkeError } from '@hpke/core';
import { alsBytes, voegBytesSamen } from './bytes.js';
import type { Bytes } from './bytes.js';
import { leesOntvangsleutel } from './sleutels.js';
import type { Ontvangpaar } from './sleutels.js';

const ENC = 32;
const TAG = 16;

/** A suite keeps state while it sets itself up, so each operation gets its own. */
const suite = (): CipherSuite =>
  new CipherSuite({
    kem: new DhkemX25519HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  });

/**
 * @param ontvanger X25519 public key, base64url
 * @param info what it is for; both sides must give the same
 * @param bijkomend additional authenticated data; both sides must give the same
 * @throws RangeError when `ontvanger` is no key, HpkeError when it is one of small order
 */
export async function verzegel(
  ontvanger: string,
  klaar: Uint8Array,
  info: Uint8Array,
  bijkomend: Uint8Array = new Uint8Array(0),
): Promise<Bytes> {
  const recipientPublicKey = await leesOntvangsleutel(ontvanger);
  if (!recipientPublicKey) throw new RangeError('geen openbare X25519-sleutel');
  const { enc, ct } = await suite().seal(
    { recipientPublicKey, info: alsBytes(info) },
    alsBytes(klaar),
    alsBytes(bijkomend),
  );
  return voegBytesSamen(new Uint8Array(enc), new Uint8Array(ct));
}

/** What was sealed to `paar`; undefined when it was sealed to another key, for something else, or changed. */
export async function ontzegel(
  paar: Ontvangpaar,
  verzegeld: Uint8Array,
  info: Uint8Array,
  bijkomend: Uint8Array = new Uint8Array(0),
): Promise<Bytes | undefined> {
  if (verzegeld.length < ENC + TAG) return undefined;
  const publicKey = await leesOntvangsleutel(paar.publiek);
  if (!publicKey) throw new RangeError('geen openbare X25519-sleutel');
  const bytes = alsBytes(verzegeld);
  try {
    const klaar = await suite().open(
      {
        recipientKey: { privateKey: paar.prive, publicKey },
        enc: bytes.slice(0, ENC),
        info: alsBytes(info),
      },
      bytes.slice(ENC),
      alsBytes(bijkomend),
    );
    return new Uint8Array(klaar);
  } catch (reden) {
    if (reden instanceof HpkeError) return undefined;
    throw reden;
  }
}
