/** Argon2id (RFC 9106), version 1.3, one lane: 32 secret bytes. Parameters are bounded by the caller. */
import { argon2id } from 'hash-wasm';
import { wis } from '../../../shared/crypto/index.js';
import type { Bytes } from '../../../shared/crypto/index.js';

export interface Argonvraag {
  /** Wiped when it is done. */
  readonly wachtzin: Bytes;
  readonly zout: Bytes;
  /** Memory in KiB. */
  readonly kib: number;
  readonly passen: number;
}

export async function argon({ wachtzin, zout, kib, passen }: Argonvraag): Promise<Bytes> {
  try {
    const uit = await argon2id({
      password: wachtzin,
      salt: zout,
      iterations: passen,
      memorySize: kib,
      parallelism: 1,
      hashLength: 32,
      outputType: 'binary',
    });
    return new Uint8Array(uit);
  } finally {
    wis(wachtzin);
  }
}
