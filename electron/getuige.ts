/** A witness of how far the store had come, in a file of its own: an older copy of the store is then seen to be one. */
import { readFile, rename, rm } from 'node:fs/promises';
import { codeVan, schrijfHeel } from './bestanden.js';

export interface Getuige {
  /** Null when there is none. */
  lees(): Promise<string | null>;
  schrijf(tekst: string): Promise<void>;
}

export function maakGetuige(pad: string): Getuige {
  const half = `${pad}.nieuw`;
  return {
    async lees() {
      try {
        return await readFile(pad, 'utf8');
      } catch (reden) {
        if (codeVan(reden) === 'ENOENT') return null;
        throw reden;
      }
    },
    async schrijf(tekst) {
      await rm(half, { force: true });
      await schrijfHeel(half, new TextEncoder().encode(tekst));
      await rename(half, pad);
    },
  };
}
