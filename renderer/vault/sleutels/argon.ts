/**
 * Argon2id (RFC 9106) from a passphrase: its parameters, their bounds, and how they are chosen.
 *
 * Floor: 64 MiB and three passes, the second recommended option of RFC 9106 §4 with one lane, because
 * WebAssembly has one thread. Parameters are stored with the vault; what is read is held against the
 * bounds, so that a changed file can neither weaken the derivation nor make it endless.
 */
import { z } from 'zod';
import { tekstNaarBytes, wis } from '../../../shared/crypto/index.js';
import type { Bytes } from '../../../shared/crypto/index.js';
import { doe } from '../werkplaats/index.js';

export interface Argonparameters {
  /** Memory in KiB. */
  readonly kib: number;
  /** Passes. */
  readonly passen: number;
}

export const ONDERGRENS: Argonparameters = { kib: 64 * 1024, passen: 3 };
export const BOVENGRENS: Argonparameters = { kib: 512 * 1024, passen: 24 };

export const argonparameters = z.object({
  kib: z.number().int().min(ONDERGRENS.kib).max(BOVENGRENS.kib),
  passen: z.number().int().min(ONDERGRENS.passen).max(BOVENGRENS.passen),
});

/** Shortest passphrase that the vault takes, in characters; the screens ask for more. */
export const KORTSTE_WACHTZIN = 8;

/** How long opening may take on the device that founded the vault, in milliseconds. */
const DOEL_MS = 700;
const HOOGSTE_KIB_BIJ_MAKEN = 256 * 1024;

/**
 * 32 secret bytes. The passphrase counts in Unicode form NFKC: the same letters from another keyboard
 * or system give the same bytes. Capitals and spaces count.
 */
export async function leidAf(
  wachtzin: string,
  zout: Bytes,
  parameters: Argonparameters,
): Promise<Bytes> {
  const { kib, passen } = argonparameters.parse(parameters);
  const wachtzinbytes = tekstNaarBytes(wachtzin.normalize('NFKC'));
  try {
    return await doe('argon', { wachtzin: wachtzinbytes, zout, kib, passen });
  } finally {
    wis(wachtzinbytes);
  }
}

/**
 * Parameters that take about `DOEL_MS` here, never under the floor: first memory, which is what makes
 * guessing dear, then passes. `meet` gives the milliseconds of one derivation.
 */
export async function kalibreer(
  meet: (parameters: Argonparameters) => Promise<number> = meetAfleiding,
): Promise<Argonparameters> {
  const basis = await meet(ONDERGRENS);
  if (!(basis > 0)) return ONDERGRENS;
  let { kib } = ONDERGRENS;
  let ms = basis;
  while (kib * 2 <= HOOGSTE_KIB_BIJ_MAKEN && ms * 2 <= DOEL_MS) {
    kib *= 2;
    ms *= 2;
  }
  const perPas = ms / ONDERGRENS.passen;
  const passen = Math.max(ONDERGRENS.passen, Math.floor(DOEL_MS / perPas));
  return { kib, passen: Math.min(passen, BOVENGRENS.passen) };
}

async function meetAfleiding(parameters: Argonparameters): Promise<number> {
  const begin = performance.now();
  wis(await leidAf('proef van de snelheid', new Uint8Array(16), parameters));
  return performance.now() - begin;
}
