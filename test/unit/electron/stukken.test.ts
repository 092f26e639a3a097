/** The chunks of attachments as files: nothing outside the folder, nothing half, for nobody else. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { leesDeel } from '../../../electron/bestanddeel.js';
import { KANALEN } from '../../../electron/contract.js';
import { maakStukken } from '../../../electron/stukken.js';
import { GROOTSTE_STUK, STUK } from '../../../shared/stukken.js';
import { VREEMDE_NAMEN } from '../../harness/stukkenproef.js';
import { schrijfTotKill } from './killproef.js';

/** What the next write to a file fails with. */
const schijf = vi.hoisted(() => ({ fout: null as string | null }));
vi.mock('node:fs/promises', async (origineel) => {
  const fs = await origineel<typeof import('node:fs/promises')>();
  return {
    ...fs,
    async open(...argumenten: Parameters<typeof fs.open>) {
      const greep = await fs.open(...argumenten);
      const { fout } = schijf;
      if (fout === null) return greep;
      return Object.assign(greep, {
        async writeFile() {
          await greep.write(new Uint8Array(100));
          throw Object.assign(new Error(fout), { code: fout });
        },
      });
    },
  };
});

const NAAM = `${'a'.repeat(42)}A`;
const ANDER = `${'b'.repeat(42)}A`;

let boven: string;
let map: string;
beforeEach(async () => {
  boven = await mkdtemp(join(tmpdir(), 'stukken-'));
  map = join(boven, 'gegevens', 'stukken');
});
afterEach(async () => {
  schijf.fout = null;
  await rm(boven, { recursive: true, force: true });
});

describe('chunks as files', () => {
  it('are only for the user, in a folder that is', async () => {
    await maakStukken(map).schrijf(NAAM, new Uint8Array(10));
    expect((await stat(join(map, NAAM))).mode & 0o777).toBe(0o600);
    expect((await stat(map)).mode & 0o777).toBe(0o700);
  });

  it('cannot be named outside their folder', async () => {
    await mkdir(map, { recursive: true });
    await writeFile(join(boven, 'gegevens', 'geheim'), 'onaangeroerd');
    const stukken = maakStukken(map);
    for (const naam of [...VREEMDE_NAMEN, '../geheim', `../${'a'.repeat(42)}A`]) {
      await expect(stukken.schrijf(naam, new Uint8Array(1))).rejects.toThrow();
      await expect(stukken.lees(naam)).rejects.toThrow();
      await expect(stukken.verwijder(naam)).rejects.toThrow();
      // The same at the border, before it comes this far.
      expect(KANALEN['stukken:lees'].vraag.safeParse(naam).success).toBe(false);
      expect(KANALEN['stukken:verwijder'].vraag.safeParse(naam).success).toBe(false);
      const vraag = { naam, bytes: new Uint8Array(1) };
      expect(KANALEN['stukken:schrijf'].vraag.safeParse(vraag).success).toBe(false);
    }
    expect(await readFile(join(boven, 'gegevens', 'geheim'), 'utf8')).toBe('onaangeroerd');
    expect(await readdir(join(boven, 'gegevens'))).toEqual(['geheim', 'stukken']);
    expect(await readdir(map)).toEqual([]);
  });

  it('have a bound, at the border too', async () => {
    const bytes = new Uint8Array(GROOTSTE_STUK + 1);
    await expect(maakStukken(map).schrijf(NAAM, bytes)).rejects.toThrow();
    expect(KANALEN['stukken:schrijf'].vraag.safeParse({ naam: NAAM, bytes }).success).toBe(false);
    const { vraag } = KANALEN['bestanden:deel'];
    expect(vraag.safeParse({ greep: 'g', van: 0, tot: STUK }).success).toBe(true);
    for (const [van, tot] of [
      [0, STUK + 1],
      [5, 4],
      [-1, 4],
      [0.5, 1],
    ]) {
      expect(vraag.safeParse({ greep: 'g', van, tot }).success).toBe(false);
    }
  });

  it('at a full disk are not there, and what was written of them is not either', async () => {
    const stukken = maakStukken(map);
    expect(await stukken.schrijf(ANDER, new Uint8Array([7]))).toBe('bewaard');
    for (const fout of ['ENOSPC', 'EDQUOT']) {
      schijf.fout = fout;
      expect(await stukken.schrijf(NAAM, new Uint8Array(10))).toBe('vol');
      expect(await readdir(map)).toEqual([ANDER]);
    }
    // What was there under the name stays.
    expect(await stukken.schrijf(ANDER, new Uint8Array(10))).toBe('vol');
    schijf.fout = 'EIO';
    await expect(stukken.schrijf(NAAM, new Uint8Array(10))).rejects.toThrow('EIO');
    expect(await readdir(map)).toEqual([ANDER]);
    schijf.fout = null;
    expect(await stukken.lees(ANDER)).toEqual(new Uint8Array([7]));
    expect(await stukken.schrijf(NAAM, new Uint8Array(10))).toBe('bewaard');
  });

  it('half written ones of before a crash go at the next start; other files are no chunks', async () => {
    await mkdir(map, { recursive: true });
    await writeFile(join(map, `${NAAM}.1234.nieuw`), 'half');
    await writeFile(join(map, 'LEESMIJ.txt'), 'van iemand anders');
    await writeFile(join(map, ANDER), 'heel');
    const stukken = maakStukken(map);
    expect(await stukken.namen()).toEqual([ANDER]);
    expect((await readdir(map)).sort()).toEqual(['LEESMIJ.txt', ANDER].sort());
  });

  it('on Windows are written without flushing the folder, which it cannot', async () => {
    const stukken = maakStukken(map, 'win32');
    expect(await stukken.schrijf(NAAM, new Uint8Array([1]))).toBe('bewaard');
    expect(await stukken.lees(NAAM)).toEqual(new Uint8Array([1]));
  });
});

it('reads a chosen file part by part, and no further than its end', async () => {
  const pad = join(boven, 'brief.pdf');
  const inhoud = Uint8Array.from({ length: 1000 }, (_, i) => i & 255);
  await writeFile(pad, inhoud);
  expect(await leesDeel(pad, 0, 1000)).toEqual(inhoud);
  expect(await leesDeel(pad, 300, 500)).toEqual(inhoud.slice(300, 500));
  expect(await leesDeel(pad, 900, 1100)).toEqual(inhoud.slice(900));
  expect(await leesDeel(pad, 1000, 1001)).toEqual(new Uint8Array());
  await expect(leesDeel(join(boven, 'weg.pdf'), 0, 1)).rejects.toThrow('ENOENT');
});

/** A process that writes one chunk after another, each under the hash of its bytes, and says so after each. */
const SCHRIJVER = `
import { createHash, randomBytes } from 'node:crypto';
import { maakStukken } from ${JSON.stringify(new URL('../../../electron/stukken.ts', import.meta.url).href)};
const stukken = maakStukken(process.argv[1]);
for (;;) {
  const bytes = randomBytes(200_000);
  const naam = createHash('sha256').update(bytes).digest('base64url');
  await stukken.schrijf(naam, bytes);
  process.stdout.write(naam + '\\n');
}
`;

it('what was reported as written is whole after the process is killed, and nothing is half', async () => {
  let gemeld = 0;
  for (const na of [1, 2, 5, 9, 14]) {
    const eigen = join(map, String(na));
    const namen = await schrijfTotKill(SCHRIJVER, eigen, na);
    const stukken = maakStukken(eigen);
    const hier = await stukken.namen();
    expect(hier).toEqual(expect.arrayContaining(namen));
    for (const naam of hier) {
      const bytes = await stukken.lees(naam);
      expect(
        createHash('sha256')
          .update(bytes ?? '')
          .digest('base64url'),
      ).toBe(naam);
    }
    expect((await readdir(eigen)).sort()).toEqual([...hier].sort());
    gemeld += namen.length;
  }
  console.info(`stukken, Electron: ${gemeld} gemelde stukken heel na SIGKILL`);
}, 60_000);
