/**
 * The quick lock: a short code that opens the vault on this device for some hours after the passphrase
 * did. It is one wrap more of the data key and never the only one.
 *
 * A short code can be guessed by whoever can try it often enough. What stands against that is the
 * device secret: without the key store of the operating system there is nothing to try it on. So it is
 * refused where the device secret is on the same disk (a browser). Three wrong attempts remove it.
 *
 * ```
 * KEK  = HKDF-SHA-256(Argon2id(code) ‖ MAC of the device(apparaatzout), 'casuskluis/v1/kek')
 * slot = AES-256-GCM(KEK, data key)
 * ```
 */
import { z } from 'zod';
import type { Bytes } from '../../../shared/crypto/index.js';
import { kdf } from './kdf.js';

export const KORTSTE_SNELCODE = 6;
/** Wrong attempts after which it is gone. */
export const SNELPOGINGEN = 3;
/** Hours after the passphrase in which it opens. */
const UREN = 12;

const bytes = z.custom<Bytes>((w) => w instanceof Uint8Array);

export const snelslot = z.object({
  kdf,
  apparaatzout: bytes,
  slot: bytes,
  /** Milliseconds since 1970. */
  tot: z.number(),
  /** Attempts that are left. */
  over: z.number().int(),
});
export type Snelslot = z.infer<typeof snelslot>;

export const snelTot = (nu: number): number => nu + UREN * 3_600_000;

/** The lock while it may be used: also when the clock was set back, or the record was changed. */
export function geldigSnelslot(slot: Snelslot | null, nu: number): Snelslot | undefined {
  return slot && slot.over > 0 && nu < slot.tot && slot.tot <= snelTot(nu) ? slot : undefined;
}
