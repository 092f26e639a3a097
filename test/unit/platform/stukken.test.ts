/** One contract for the chunks of attachments; the private file system of a browser follows in e2e. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { maakStukken } from '../../../electron/stukken.js';
import { maakElectronPlatform } from '../../../renderer/platform/electron.js';
import type { Brug } from '../../../renderer/platform/electron.js';
import { maakNepstukken } from '../../harness/stukken.js';
import { keurStukken } from '../../harness/stukkenproef.js';

it('the double keeps the contract', async () => {
  const { schijf } = maakNepstukken();
  const aantal = await keurStukken(() => Promise.resolve(maakNepstukken(schijf).stukken));
  console.info(`stukken, dubbel: ${aantal} beloften`);
  expect(aantal).toBeGreaterThan(80);
});

it('the files of the desktop shell keep the contract, as the renderer sees them', async () => {
  const map = await mkdtemp(join(tmpdir(), 'stukken-'));
  try {
    const aantal = await keurStukken(() => {
      const brug = { info: {}, stukken: maakStukken(join(map, 'stukken')) } as unknown as Brug;
      return Promise.resolve(maakElectronPlatform(brug, () => () => undefined).stukken);
    });
    console.info(`stukken, Electron: ${aantal} beloften`);
    expect(aantal).toBeGreaterThan(80);
  } finally {
    await rm(map, { recursive: true, force: true });
  }
});
