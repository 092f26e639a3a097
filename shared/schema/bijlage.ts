/**
 * An attachment, as the document that it belongs to refers to it. The content is not in here: it is
 * in sealed chunks, which each platform keeps as files of its own (`renderer/vault/bijlagen`). The key
 * is: whoever may read the document can read the attachment, and with the document the key goes.
 */
import { z } from 'zod';
import { bytes32, stuknaam } from '../stukken.js';
import { id } from './basis.js';

/** Largest attachment, in bytes. */
export const GROOTSTE_BIJLAGE = 100_000_000;

export const bijlage = z.object({
  id,
  /** As the user knows it, with extension and without a path. */
  naam: z.string().min(1).max(200),
  /** Media type, for example `application/pdf`. */
  soort: z.string().min(1).max(100),
  /** Bytes. */
  grootte: z.number().int().min(0),
  /** SHA-256 of the content, base64url. Two references with the same one share key and chunks. */
  som: bytes32,
  /** AES-256 key of this content alone, base64url of 32 bytes. Secret. */
  sleutel: bytes32,
  /** Addresses of the chunks in order: base64url of SHA-256 of each as it is on disk. None when empty. */
  stukken: z.array(stuknaam),
  /** Account that added it, from one of its devices. */
  door: z.string(),
});
export type Bijlage = z.infer<typeof bijlage>;
