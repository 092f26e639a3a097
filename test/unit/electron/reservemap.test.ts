/** The folder with backups as files: nothing outside it, nothing half, and a word for what went wrong. */
import { createHash } from 'node:crypto';
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KANALEN } from '../../../electron/contract.js';
import { maakReservemap } from '../../../electron/reservemap.js';
import type { Reservemap } from '../../../electron/reservemap.js';
import { GROOTSTE_RESERVEBESTAND } from '../../../shared/reservemap.js';
import { fout, ok } from '../../../shared/result.js';
import { maakNepreservemap } from '../../harness/reservemap.js';
import { keurReservemap, VREEMDE_BESTANDEN, VREEMDE_SUBS } from '../../harness/reserveproef.js';
import { schrijfTotKill } from './killproef.js';

/** What the file system does wrong, and what it was asked to do. */
const schijf = vi.hoisted(() => ({
  schrijffout: null as string | null,
  statfout: null as string | null,
  gedaan: [] as string[],
}));
vi.mock('node:fs/promises', async (origineel) => {
  const fs = await origineel<typeof import('node:fs/promises')>();
  const mislukt = (code: string): Error => Object.assign(new Error(code), { code });
  return {
    ...fs,
    async open(...argumenten: Parameters<typeof fs.open>) {
      const greep = await fs.open(...argumenten);
      const pad = String(argumenten[0]);
      const sync = greep.sync.bind(greep);
      return Object.assign(greep, {
        async sync() {
          schijf.gedaan.push(`sync ${pad}`);
          await sync();
        },
        ...(schijf.schrijffout === null
          ? {}
          : {
              async writeFile() {
                await greep.write(new Uint8Array(100));
                throw mislukt(schijf.schrijffout ?? '');
              },
            }),
      });
    },
    async rename(van: string, naar: string) {
      schijf.gedaan.push(`rename ${van} ${naar}`);
      await fs.rename(van, naar);
    },
    async stat(pad: string) {
      if (schijf.statfout !== null && pad.endsWith('.kopie')) throw mislukt(schijf.statfout);
      return fs.stat(pad);
    },
  };
});

const SUB = 'apparaat';
const PAK = `${'a'.repeat(43)}.pak`;
const KOPIE = '000000000001-20261125T120000000Z.kopie';

let boven: string;
let standaard: string;
let instellingen: string;
const open = (): Reservemap => maakReservemap(instellingen, standaard);
beforeEach(async () => {
  boven = await mkdtemp(join(tmpdir(), 'reserve-'));
  standaard = join(boven, 'Documenten', 'Casuskluis');
  instellingen = join(boven, 'reservemap.json');
});
afterEach(async () => {
  Object.assign(schijf, { schrijffout: null, statfout: null, gedaan: [] });
  await rm(boven, { recursive: true, force: true });
});

describe('the contract', () => {
  it('holds for the files of the shell', async () => {
    const geteld = await keurReservemap(() => {
      const map = open();
      return Promise.resolve({
        ...map,
        // As `renderer/platform/electron.ts` does.
        schrijf: async (sub: string, naam: string, bytes: Uint8Array<ArrayBuffer>) => {
          const uit = await map.schrijf(sub, naam, bytes);
          return uit === 'bewaard' ? ok(undefined) : fout(uit);
        },
      });
    });
    console.info(`reservemap, Electron: ${geteld} beloften gehouden`);
  });

  it('holds for the double', async () => {
    const { bestanden } = maakNepreservemap();
    const geteld = await keurReservemap(() => Promise.resolve(maakNepreservemap(bestanden)));
    console.info(`reservemap, dubbel: ${geteld} beloften gehouden`);
  });

  it('is refused at the border too', () => {
    const goed = { sub: SUB, naam: PAK };
    expect(KANALEN['reserve:lees'].vraag.safeParse(goed).success).toBe(true);
    for (const vraag of [
      ...VREEMDE_SUBS.map((sub) => ({ ...goed, sub })),
      ...VREEMDE_BESTANDEN.map((naam) => ({ ...goed, naam })),
    ]) {
      expect(KANALEN['reserve:lees'].vraag.safeParse(vraag).success).toBe(false);
      expect(KANALEN['reserve:verwijder'].vraag.safeParse(vraag).success).toBe(false);
      const met = { ...vraag, bytes: new Uint8Array(1) };
      expect(KANALEN['reserve:schrijf'].vraag.safeParse(met).success).toBe(false);
    }
    const bytes = new Uint8Array(GROOTSTE_RESERVEBESTAND + 1);
    expect(KANALEN['reserve:schrijf'].vraag.safeParse({ ...goed, bytes }).success).toBe(false);
  });
});

describe('a file', () => {
  it('is flushed under another name, renamed, and its folder flushed; for the user alone', async () => {
    expect(await open().schrijf(SUB, PAK, new Uint8Array(10))).toBe('bewaard');
    const map = join(standaard, SUB);
    const [eerst = '', dan = '', laatst, ...rest] = schijf.gedaan;
    const [, ernaast = ''] = eerst.split(' ');
    expect(ernaast).toMatch(/\.pak\.[0-9a-f-]{36}\.nieuw$/);
    expect([eerst, dan, laatst]).toEqual([
      `sync ${ernaast}`,
      `rename ${ernaast} ${join(map, PAK)}`,
      `sync ${map}`,
    ]);
    expect(rest).toEqual([]);
    expect((await stat(join(map, PAK))).mode & 0o777).toBe(0o600);
    expect((await stat(map)).mode & 0o777).toBe(0o700);
    expect((await stat(standaard)).mode & 0o777).toBe(0o700);
  });

  it('leaves what is beside the folder alone, and does not list what is not ours', async () => {
    await mkdir(join(standaard, SUB, `${'d'.repeat(20)}.pak`), { recursive: true });
    await mkdir(join(standaard, 'foto’s van thuis'));
    await writeFile(join(standaard, 'brief.docx'), 'van iemand');
    await writeFile(join(standaard, SUB, 'desktop.ini'), 'van Windows');
    await writeFile(join(boven, 'geheim'), 'onaangeroerd');
    const map = open();
    expect(await map.lijst()).toEqual([]);
    await map.schrijf(SUB, PAK, new Uint8Array(3));
    expect(await map.lijst()).toEqual([{ sub: SUB, naam: PAK, grootte: 3 }]);
    expect(await readFile(join(standaard, SUB, 'desktop.ini'), 'utf8')).toBe('van Windows');
    expect(await readFile(join(boven, 'geheim'), 'utf8')).toBe('onaangeroerd');
  });

  it('at a full disk is not there, and what was there under the name stays', async () => {
    const map = open();
    await map.schrijf(SUB, PAK, new Uint8Array([7]));
    for (const [code, uit] of [
      ['ENOSPC', 'vol'],
      ['EDQUOT', 'vol'],
      ['EIO', 'onbereikbaar'],
      ['ETIMEDOUT', 'onbereikbaar'],
      ['UNKNOWN', 'onbereikbaar'],
    ] as const) {
      schijf.schrijffout = code;
      expect(await map.schrijf(SUB, PAK, new Uint8Array(10)), code).toBe(uit);
      expect(await map.schrijf(SUB, KOPIE, new Uint8Array(10)), code).toBe(uit);
      expect(await readdir(join(standaard, SUB))).toEqual([PAK]);
    }
    schijf.schrijffout = 'ERR_IETS_ANDERS';
    await expect(map.schrijf(SUB, PAK, new Uint8Array(10))).rejects.toThrow('ERR_IETS_ANDERS');
    schijf.schrijffout = null;
    expect(await map.lees(SUB, PAK)).toEqual(new Uint8Array([7]));
    expect(await map.schrijf(SUB, PAK, new Uint8Array([8]))).toBe('bewaard');
  });

  it('half written before a crash goes at the next start, and only of this device', async () => {
    for (const sub of [SUB, 'ander-apparaat']) {
      await mkdir(join(standaard, sub), { recursive: true });
      await writeFile(join(standaard, sub, `${PAK}.1234.nieuw`), 'half');
      await writeFile(join(standaard, sub, PAK), 'heel');
    }
    const map = open();
    expect(await map.lijst()).toHaveLength(2);
    await map.schrijf(SUB, KOPIE, new Uint8Array(1));
    expect((await readdir(join(standaard, SUB))).sort()).toEqual([KOPIE, PAK].sort());
    // Of another device: it may be writing now.
    expect(await readdir(join(standaard, 'ander-apparaat'))).toHaveLength(2);
    expect(await map.lees(SUB, PAK)).toEqual(new Uint8Array(Buffer.from('heel')));
  });
});

describe('the folder', () => {
  it('that was chosen counts from then on, over restarts; what is in the other stays', async () => {
    const gekozen = join(boven, 'usb');
    await mkdir(gekozen);
    const map = open();
    await map.schrijf(SUB, PAK, new Uint8Array([1]));
    await map.zet(gekozen);
    expect(await map.stand()).toMatchObject({ pad: gekozen, bereikbaar: true });
    expect(await map.lijst()).toEqual([]);
    await map.schrijf(SUB, PAK, new Uint8Array([2]));
    expect(await open().lees(SUB, PAK)).toEqual(new Uint8Array([2]));
    await open().zet(standaard);
    expect(await open().lees(SUB, PAK)).toEqual(new Uint8Array([1]));
    expect((await readdir(boven)).sort()).toEqual(['Documenten', 'reservemap.json', 'usb']);
  });

  it('is the default when the choice cannot be read', async () => {
    const gezegd = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await writeFile(instellingen, '{"pad": ');
    expect(await open().stand()).toMatchObject({ pad: standaard, bereikbaar: true });
    expect(gezegd).toHaveBeenCalledWith('reservemap.json is niet te lezen');
    gezegd.mockRestore();
  });

  it('that is gone is not made, says so, and works again when it is back', async () => {
    const usb = join(boven, 'usb');
    await mkdir(usb);
    const map = open();
    await map.zet(usb);
    await map.schrijf(SUB, PAK, new Uint8Array([1]));
    await rename(usb, join(boven, 'uit'));
    expect(await map.stand()).toEqual({ pad: usb, bereikbaar: false, vrij: null });
    expect(await map.schrijf(SUB, KOPIE, new Uint8Array(1))).toBe('onbereikbaar');
    expect(await map.lijst()).toEqual([]);
    expect(await map.lees(SUB, PAK)).toBeNull();
    await map.verwijder(SUB, PAK);
    expect(await readdir(boven)).not.toContain('usb');
    await rename(join(boven, 'uit'), usb);
    expect(await map.lees(SUB, PAK)).toEqual(new Uint8Array([1]));
    expect(await map.schrijf(SUB, KOPIE, new Uint8Array(1))).toBe('bewaard');
    // Another disk under the same path: the folder of this device is made anew.
    await rm(join(usb, SUB), { recursive: true });
    expect(await map.schrijf(SUB, KOPIE, new Uint8Array(1))).toBe('bewaard');
  });

  it('that is a file, or may not be written to, cannot be reached', async () => {
    const bestand = join(boven, 'bestand');
    await writeFile(bestand, '');
    const map = open();
    await map.zet(bestand);
    expect(await map.stand()).toMatchObject({ bereikbaar: false });
    expect(await map.schrijf(SUB, PAK, new Uint8Array(1))).toBe('onbereikbaar');
    expect(await map.lijst()).toEqual([]);
    await map.zet(join(bestand, 'daaronder'));
    expect(await map.schrijf(SUB, PAK, new Uint8Array(1))).toBe('onbereikbaar');
    // The default too, when something else has its name.
    await mkdir(join(boven, 'Documenten'));
    await writeFile(standaard, '');
    await map.zet(standaard);
    expect(await map.stand()).toMatchObject({ bereikbaar: false });
    if (process.getuid?.() === 0) return; // Root may write anywhere.
    const dicht = join(boven, 'dicht');
    await mkdir(dicht, { mode: 0o500 });
    await map.zet(dicht);
    expect(await map.schrijf(SUB, PAK, new Uint8Array(1))).toBe('onbereikbaar');
    await chmod(dicht, 0o700);
  });

  it('of which one file cannot be looked at is not listed by half', async () => {
    const map = open();
    await map.schrijf(SUB, KOPIE, new Uint8Array(1));
    await map.schrijf(SUB, PAK, new Uint8Array(1));
    schijf.statfout = 'EIO';
    expect(await map.lijst()).toEqual([]);
    // Gone between the one and the other, by hand or by a synchroniser: that is no fault.
    schijf.statfout = 'ENOENT';
    expect(await map.lijst()).toEqual([{ sub: SUB, naam: PAK, grootte: 1 }]);
  });

  it('may be a link, as a synchronised folder sometimes is', async () => {
    await mkdir(join(boven, 'echt'));
    await symlink(join(boven, 'echt'), join(boven, 'link'));
    const map = open();
    await map.zet(join(boven, 'link'));
    expect(await map.schrijf(SUB, PAK, new Uint8Array([5]))).toBe('bewaard');
    expect(await readFile(join(boven, 'echt', SUB, PAK))).toEqual(Buffer.from([5]));
  });
});

/** A process that writes one file after another, each under the hash of its bytes, and says so after each. */
const SCHRIJVER = `
import { createHash, randomBytes } from 'node:crypto';
import { maakReservemap } from ${JSON.stringify(new URL('../../../electron/reservemap.ts', import.meta.url).href)};
const map = maakReservemap(process.argv[1] + '.json', process.argv[1]);
for (;;) {
  const bytes = randomBytes(300_000);
  const naam = createHash('sha256').update(bytes).digest('base64url') + '.pak';
  await map.schrijf('apparaat', naam, bytes);
  process.stdout.write(naam + '\\n');
}
`;

it('what was reported as written is whole after the process is killed, and nothing is half', async () => {
  let gemeld = 0;
  for (const na of [1, 4, 11]) {
    const eigen = join(boven, String(na));
    const namen = await schrijfTotKill(SCHRIJVER, eigen, na);
    const map = maakReservemap(`${eigen}.json`, eigen);
    const hier = (await map.lijst()).map(({ naam }) => naam);
    expect(hier).toEqual(expect.arrayContaining(namen));
    for (const naam of hier) {
      const bytes = await map.lees(SUB, naam);
      const som = createHash('sha256').update(bytes ?? '');
      expect(`${som.digest('base64url')}.pak`).toBe(naam);
    }
    await map.schrijf(SUB, KOPIE, new Uint8Array(1));
    expect((await readdir(join(eigen, SUB))).sort()).toEqual([...hier, KOPIE].sort());
    gemeld += namen.length;
  }
  console.info(`reservemap, Electron: ${gemeld} gemelde bestanden heel na SIGKILL`);
}, 60_000);
