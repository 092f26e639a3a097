/**
 * The secret of this device: 32 random bytes, kept by the operating system's key store. It leaves
 * this module only as a MAC. It is one of two factors and never the only lock: the recovery kit opens
 * the house without it, because key stores do lose keys.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SafeStorage } from 'electron';

/** HMAC-SHA-256 under the device secret. Makes the secret at the first call. */
export function maakApparaatgeheim(
  map: string,
  kluis: SafeStorage,
  besturingssysteem: NodeJS.Platform = process.platform,
): (zout: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>> {
  const pad = join(map, 'apparaatgeheim');
  let belofte: Promise<Buffer> | undefined;

  async function lees(): Promise<Buffer> {
    if (!(await kluis.isAsyncEncryptionAvailable())) throw new Error('geen-sleutelopslag');
    // On Linux without a key ring Chromium falls back to a fixed key: that is no lock at all.
    if (besturingssysteem === 'linux' && kluis.getSelectedStorageBackend() === 'basic_text') {
      throw new Error('geen-sleutelopslag');
    }
    const bewaard = await readFile(pad).catch((fout: unknown) => {
      if (fout instanceof Error && 'code' in fout && fout.code === 'ENOENT') return null;
      throw fout;
    });
    if (bewaard) {
      const { result } = await kluis.decryptStringAsync(bewaard);
      return Buffer.from(result, 'base64');
    }
    const vers = randomBytes(32);
    const verzegeld = await kluis.encryptStringAsync(vers.toString('base64'));
    // Written beside and renamed: after a power cut there is the whole secret or none.
    await writeFile(`${pad}.nieuw`, verzegeld, { mode: 0o600, flush: true });
    await rename(`${pad}.nieuw`, pad);
    return vers;
  }

  return async (zout) => {
    belofte ??= lees();
    const sleutel = await belofte.catch((fout: unknown) => {
      belofte = undefined;
      throw fout;
    });
    return new Uint8Array(createHmac('sha256', sleutel).update(zout).digest());
  };
}
