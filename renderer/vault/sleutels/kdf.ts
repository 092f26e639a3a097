/** How the parameters of a key derivation are kept. */
import { z } from 'zod';
import type { Bytes } from '../../../shared/crypto/index.js';

/** Numbers are only bounded where they are used (`argon.ts`): out of bounds must be told from unreadable. */
export const kdf = z.object({
  kib: z.number(),
  passen: z.number(),
  zout: z.custom<Bytes>((w) => w instanceof Uint8Array && w.length === 16),
});
