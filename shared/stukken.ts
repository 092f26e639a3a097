/**
 * Chunks of attachments as a platform keeps them: opaque bytes under a name that says nothing. Both
 * sides of the platform contract check names and sizes with what is here.
 */
import { z } from 'zod';

/** Content of a chunk, in bytes; only the last one of an attachment is smaller. */
export const STUK = 1024 * 1024;

/** A chunk on disk is its content with IV and tag of AES-256-GCM (`shared/crypto/aead.ts`). */
export const GROOTSTE_STUK = STUK + 12 + 16;

/** base64url of 32 bytes; every value has one spelling. */
export const bytes32 = z.string().regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/);

/** Name of a chunk: a hash, so it holds no dot and no slash, and cannot leave its folder. */
export const stuknaam = bytes32.describe('stuknaam');
export const isStuknaam = (naam: string): boolean => stuknaam.safeParse(naam).success;

/** What cannot be expected to succeed: no room, or a browser that keeps no files. */
export const STUKFOUTEN = ['vol', 'niet-ondersteund'] as const;
export type Stukfout = (typeof STUKFOUTEN)[number];
