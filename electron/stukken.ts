/**
 * Chunks of attachments as files in one folder. Plain Node, without Electron, so that tests run what
 * the shell runs. Written beside, flushed and renamed: under its name there is a whole chunk or none.
 */
import { readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { GROOTSTE_STUK, isStuknaam, stuknaam } from '../shared/stukken.js';
import { codeVan, maakSchoon, naastPad, schrijfHeel, spoelMap, VOL } from './bestanden.js';

/** Three of the four calls are those of the platform contract; a full disk has to cross as a word. */
export interface Stukken {
  schrijf(naam: string, bytes: Uint8Array): Promise<'bewaard' | 'vol'>;
  lees(naam: string): Promise<Uint8Array<ArrayBuffer> | null>;
  verwijder(naam: string): Promise<void>;
  namen(): Promise<readonly string[]>;
}

export function maakStukken(
  map: string,
  besturingssysteem: NodeJS.Platform = process.platform,
): Stukken {
  let geopend: Promise<void> | undefined;

  /** The shell runs once, so nobody is writing what is half written when it starts. */
  async function gereed(): Promise<void> {
    geopend ??= maakSchoon(map);
    try {
      await geopend;
    } catch (reden) {
      geopend = undefined;
      throw reden;
    }
  }

  const padVan = (naam: string): string => join(map, stuknaam.parse(naam));

  return {
    async schrijf(naam, bytes) {
      const pad = padVan(naam);
      if (bytes.length > GROOTSTE_STUK) throw new RangeError('een stuk is te groot');
      const ernaast = naastPad(pad);
      try {
        await gereed();
        await schrijfHeel(ernaast, bytes);
        await rename(ernaast, pad);
      } catch (reden) {
        await rm(ernaast, { force: true });
        if (VOL.has(codeVan(reden))) return 'vol';
        throw reden;
      }
      await spoelMap(map, besturingssysteem);
      return 'bewaard';
    },
    async lees(naam) {
      try {
        return new Uint8Array(await readFile(padVan(naam)));
      } catch (reden) {
        if (codeVan(reden) === 'ENOENT') return null;
        throw reden;
      }
    },
    async verwijder(naam) {
      await rm(padVan(naam), { force: true });
    },
    async namen() {
      await gereed();
      return (await readdir(map)).filter(isStuknaam);
    },
  };
}
