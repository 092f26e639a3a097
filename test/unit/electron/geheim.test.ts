import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SafeStorage } from 'electron';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { maakApparaatgeheim } from '../../../electron/geheim.js';

/** Stand-in of the operating system's key store: reversible, and different from its input. */
function sleutelopslag(soort: string, beschikbaar = true): SafeStorage {
  const keer = (b: Buffer): Buffer => Buffer.from(b.map((x) => x ^ 0xa5));
  return {
    isAsyncEncryptionAvailable: () => Promise.resolve(beschikbaar),
    getSelectedStorageBackend: () => soort,
    encryptStringAsync: (tekst: string) => Promise.resolve(keer(Buffer.from(tekst))),
    decryptStringAsync: (b: Buffer) =>
      Promise.resolve({ result: keer(b).toString(), shouldReEncrypt: false }),
  } as unknown as SafeStorage;
}

let map: string;
beforeEach(async () => {
  map = await mkdtemp(join(tmpdir(), 'geheim-'));
});
afterEach(() => rm(map, { recursive: true, force: true }));

describe('the secret of the device', () => {
  const zout = new Uint8Array([1, 2, 3]);

  it('is the same after a restart, and differs between devices', async () => {
    const eerste = await maakApparaatgeheim(map, sleutelopslag('gnome_libsecret'), 'linux')(zout);
    const tweede = await maakApparaatgeheim(map, sleutelopslag('gnome_libsecret'), 'linux')(zout);
    expect(tweede).toEqual(eerste);
    expect(eerste).toHaveLength(32);
    const anderMap = await mkdtemp(join(tmpdir(), 'geheim-'));
    expect(
      await maakApparaatgeheim(anderMap, sleutelopslag('kwallet6'), 'linux')(zout),
    ).not.toEqual(eerste);
    await rm(anderMap, { recursive: true });
  });

  it('refuses a Linux without a key ring, where the key would be a constant', async () => {
    await expect(
      maakApparaatgeheim(map, sleutelopslag('basic_text'), 'linux')(zout),
    ).rejects.toThrow('geen-sleutelopslag');
    await expect(
      maakApparaatgeheim(map, sleutelopslag('kwallet6', false), 'linux')(zout),
    ).rejects.toThrow('geen-sleutelopslag');
  });

  it('does not make a new secret when the stored one cannot be read', async () => {
    await maakApparaatgeheim(map, sleutelopslag('kwallet6'), 'linux')(zout);
    const voor = await readFile(join(map, 'apparaatgeheim'));
    const kapot = {
      ...sleutelopslag('kwallet6'),
      decryptStringAsync: () => Promise.reject(new Error('weg')),
    };
    await expect(
      maakApparaatgeheim(map, kapot as unknown as SafeStorage, 'linux')(zout),
    ).rejects.toThrow('weg');
    expect(await readFile(join(map, 'apparaatgeheim'))).toEqual(voor);
  });
});
