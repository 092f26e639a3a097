/**
 * Published test vectors for every primitive, through the functions that the product uses. The same cases
 * run in Node (`test/unit/crypto/vectoren.test.ts`) and in a real Chromium, in a page and in a worker
 * (`test/e2e/vectoren.e2e.ts`): WebCrypto is OpenSSL in the one and BoringSSL in the other.
 */
import { AES_GCM } from './aesgcm.js';
import { ARGON2ID } from './argon2id.js';
import { BASE64URL } from './base64url.js';
import { ED25519 } from './ed25519.js';
import { FORMATEN } from './formaten.js';
import { HKDF } from './hkdf.js';
import { HPKE } from './hpke.js';
import type { Uitslag, Vector } from './hulp.js';
import { SHA_256 } from './sha256.js';
import { X25519 } from './x25519.js';

export type { Uitslag } from './hulp.js';

export const GROEPEN: Readonly<Record<string, readonly Vector[]>> = {
  'AES-256-GCM': AES_GCM,
  HPKE,
  Ed25519: ED25519,
  X25519,
  Argon2id: ARGON2ID,
  'HKDF-SHA-256': HKDF,
  'SHA-256': SHA_256,
  base64url: BASE64URL,
  formaten: FORMATEN,
};

/** Runs all, one after the other: some hold chance fixed while they run. */
export async function loopAlle(): Promise<Uitslag[]> {
  const uit: Uitslag[] = [];
  for (const [groep, vectoren] of Object.entries(GROEPEN)) {
    for (const vector of vectoren) {
      let fout: string | null = null;
      try {
        await vector.loop();
      } catch (mis) {
        fout = String(mis);
      }
      uit.push({ groep, naam: vector.naam, fout });
    }
  }
  return uit;
}
