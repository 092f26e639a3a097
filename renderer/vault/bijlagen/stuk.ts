/**
 * # Attachments on disk
 *
 * An attachment is cut in chunks of 1 MiB. Each is sealed with AES-256-GCM under the key of that content
 * (32 random bytes, in the document), with as additional data
 *
 *     "casuskluis/v1/bijlage" ‖ 0 ‖ index (4 bytes, big endian) ‖ count (4 bytes)
 *
 * so that a chunk opens only in its own place of its own attachment, and none can be left out. On disk
 * it is `IV (12) ‖ ciphertext ‖ tag (16)` under its **address**: base64url of SHA-256 of those bytes. The
 * document lists the addresses, so a changed byte is noticed before anything is opened, and the name of a
 * file says nothing of what is in it: the key being random, the same content has another address
 * elsewhere. An empty attachment has no chunks.
 *
 * Chunks are on disk before a document refers to them, and are deleted when no document does any more.
 * A crash between the two leaves a chunk to which nothing refers; the next opening deletes it.
 */
import {
  aeadSleutel,
  b64uNaarBytes,
  bytesNaarB64u,
  ontsleutel,
  sha256,
  tekstNaarBytes,
  versleutel,
} from '../../../shared/crypto/index.js';
import type { Bytes } from '../../../shared/crypto/index.js';

const DOEL = tekstNaarBytes('casuskluis/v1/bijlage\0');

export interface Plaats {
  readonly index: number;
  readonly aantal: number;
}

export interface Verzegeld {
  /** Its address, and the name under which it is kept. */
  readonly naam: string;
  readonly bytes: Bytes;
}

function bijkomend({ index, aantal }: Plaats): Bytes {
  const uit = new Uint8Array(DOEL.length + 8);
  uit.set(DOEL);
  const getallen = new DataView(uit.buffer, DOEL.length);
  getallen.setUint32(0, index);
  getallen.setUint32(4, aantal);
  return uit;
}

/** @param tekst 32 bytes, base64url */
export const importeerSleutel = (tekst: string): Promise<CryptoKey> =>
  aeadSleutel(b64uNaarBytes(tekst));

const adresVan = async (bytes: Bytes): Promise<string> => bytesNaarB64u(await sha256(bytes));

export async function verzegel(
  sleutel: CryptoKey,
  klaar: Bytes,
  plaats: Plaats,
): Promise<Verzegeld> {
  const bytes = await versleutel(sleutel, klaar, bijkomend(plaats));
  return { naam: await adresVan(bytes), bytes };
}

/** The content; undefined when the bytes are not those of the address, or belong elsewhere. */
export async function ontzegel(
  sleutel: CryptoKey,
  { naam, bytes }: Verzegeld,
  plaats: Plaats,
): Promise<Bytes | undefined> {
  if ((await adresVan(bytes)) !== naam) return undefined;
  return ontsleutel(sleutel, bytes, bijkomend(plaats));
}
