/**
 * The folder with backups: outside the profile, by default in the documents of the user, and where they
 * choose it. Plain Node, without Electron, so that tests run what the shell runs.
 */
import { mkdir, readdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Reservefout } from '../shared/reservemap.js';
import { GROOTSTE_RESERVEBESTAND, reservenaam, submap } from '../shared/reservemap.js';
import { codeVan, maakSchoon, naastPad, schrijfHeel, spoelMap, VOL } from './bestanden.js';

export interface Reservemap {
  stand(): Promise<{ pad: string; bereikbaar: boolean; vrij: number | null }>;
  /** Uses another folder from now on. What is in the old one stays there. */
  zet(pad: string): Promise<void>;
  lijst(): Promise<readonly { sub: string; naam: string; grootte: number }[]>;
  lees(sub: string, naam: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** On disk when it resolves with `bewaard`, whole or not at all. */
  schrijf(sub: string, naam: string, bytes: Uint8Array): Promise<'bewaard' | Reservefout>;
  verwijder(sub: string, naam: string): Promise<void>;
}

const instelling = z.object({ pad: z.string().min(1) });
/** A folder that is gone, taken away, or on a share that does not answer. */
const WEG = new Set([
  'EACCES',
  'EBUSY',
  'EEXIST',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'EIO',
  'ENETUNREACH',
  'ENODEV',
  'ENOENT',
  'ENOTCONN',
  'ENOTDIR',
  'ENXIO',
  'EPERM',
  'EROFS',
  'ESTALE',
  'ETIMEDOUT',
  // What Windows says of a share, and libuv has no name for.
  'UNKNOWN',
]);
const isWeg = (reden: unknown): boolean => WEG.has(codeVan(reden));

/**
 * @param instellingen file that remembers the choice of the user
 * @param standaard folder until they choose one; made at the first backup
 */
export function maakReservemap(instellingen: string, standaard: string): Reservemap {
  async function gekozen(): Promise<string> {
    try {
      return instelling.parse(JSON.parse(await readFile(instellingen, 'utf8'))).pad;
    } catch (reden) {
      if (codeVan(reden) === 'ENOENT') return standaard;
      // Damaged: the default is a folder where backups can be made, and no backup is worse.
      console.error('reservemap.json is niet te lezen');
      return standaard;
    }
  }
  const padVan = async (sub: string, naam: string): Promise<{ map: string; pad: string }> => {
    const map = join(await gekozen(), submap.parse(sub));
    return { map, pad: join(map, reservenaam.parse(naam)) };
  };
  /** Folders that this process cleared; only this device writes to them, and there is one shell. */
  const schoon = new Map<string, Promise<void>>();
  async function gereed(map: string): Promise<void> {
    const bezig = schoon.get(map) ?? maakSchoon(map);
    schoon.set(map, bezig);
    try {
      await bezig;
    } catch (reden) {
      schoon.delete(map);
      throw reden;
    }
    // Again each time: the user may have deleted it since, or put another disk in.
    await mkdir(map, { recursive: true, mode: 0o700 });
  }

  async function stand(): Promise<{ pad: string; bereikbaar: boolean; vrij: number | null }> {
    const pad = await gekozen();
    try {
      // Only the default is made unasked: a share that is gone must not become a folder of that name.
      if (pad === standaard) await mkdir(pad, { recursive: true, mode: 0o700 });
      const bereikbaar = (await stat(pad)).isDirectory();
      return { pad, bereikbaar, vrij: bereikbaar ? await vrijeRuimte(pad) : null };
    } catch (reden) {
      if (!isWeg(reden)) throw reden;
      return { pad, bereikbaar: false, vrij: null };
    }
  }

  return {
    stand,
    async zet(pad) {
      const nieuw = `${instellingen}.nieuw`;
      await rm(nieuw, { force: true });
      await schrijfHeel(nieuw, new TextEncoder().encode(JSON.stringify({ pad })));
      await rename(nieuw, instellingen);
      await spoelMap(dirname(instellingen));
    },
    async lijst() {
      const pad = await gekozen();
      const uit: { sub: string; naam: string; grootte: number }[] = [];
      try {
        for (const sub of await namenIn(pad)) {
          if (!submap.safeParse(sub).success) continue;
          for (const naam of await namenIn(join(pad, sub))) {
            if (!reservenaam.safeParse(naam).success) continue;
            const grootte = await grootteVan(join(pad, sub, naam));
            if (grootte !== null) uit.push({ sub, naam, grootte });
          }
        }
        return uit;
      } catch (reden) {
        // All or nothing: who tidies up by half a list deletes what the other half still needs.
        if (isWeg(reden)) return [];
        throw reden;
      }
    },
    async lees(sub, naam) {
      const { pad } = await padVan(sub, naam);
      try {
        return new Uint8Array(await readFile(pad));
      } catch (reden) {
        if (isWeg(reden)) return null;
        throw reden;
      }
    },
    async schrijf(sub, naam, bytes) {
      if (bytes.length > GROOTSTE_RESERVEBESTAND) throw new RangeError('een bestand is te groot');
      const { map, pad } = await padVan(sub, naam);
      const ernaast = naastPad(pad);
      try {
        if (!(await stand()).bereikbaar) return 'onbereikbaar';
        await gereed(map);
        await schrijfHeel(ernaast, bytes);
        await rename(ernaast, pad);
        await spoelMap(map);
        return 'bewaard';
      } catch (reden) {
        // When even that cannot be done, the next start does it.
        await rm(ernaast, { force: true }).catch(() => undefined);
        if (VOL.has(codeVan(reden))) return 'vol';
        if (isWeg(reden)) return 'onbereikbaar';
        throw reden;
      }
    },
    async verwijder(sub, naam) {
      const { pad } = await padVan(sub, naam);
      await rm(pad, { force: true });
    },
  };
}

/** Names in a folder; none when it is not there, or is a file. */
async function namenIn(map: string): Promise<string[]> {
  try {
    return await readdir(map);
  } catch (reden) {
    if (codeVan(reden) === 'ENOENT' || codeVan(reden) === 'ENOTDIR') return [];
    throw reden;
  }
}

/** Null when it is gone by now, or is no file. */
async function grootteVan(pad: string): Promise<number | null> {
  try {
    const gezien = await stat(pad);
    return gezien.isFile() ? gezien.size : null;
  } catch (reden) {
    if (codeVan(reden) === 'ENOENT') return null;
    throw reden;
  }
}

/** Free bytes for this user on the disk of a folder; null where the system does not say. */
export async function vrijeRuimte(map: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(map);
    return bavail * bsize;
  } catch {
    // Some network file systems do not know; then it is not checked.
    return null;
  }
}
