/**
 * In the place of the worker's Argon2id, where nobody waits for the key derivation:
 * `vi.mock('…/werkplaats/argon.js', () => import('…/harness/nepargon.js'))`. As much a function of
 * passphrase and salt as the real one.
 */
import { sha256, voegBytesSamen } from '../../shared/crypto/index.js';
import type { Bytes } from '../../shared/crypto/index.js';

export const argon = ({ wachtzin, zout }: { wachtzin: Bytes; zout: Bytes }): Promise<Bytes> =>
  sha256(voegBytesSamen(wachtzin, zout));
