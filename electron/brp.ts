/**
 * The line to the BRP from the process of the shell: to the one address that the user allowed, kept in a file of
 * its own. Plain Node, without Electron, so that tests run what the shell runs.
 */
import { readFile, rename, rm } from 'node:fs/promises';
import { z } from 'zod';
import {
  brpadres,
  haalBrp,
  type Brplijnuitkomst,
  type Brpverzoek,
  type Ophaler,
} from '../shared/brp/lijn.js';
import { codeVan, naastPad, schrijfHeel } from './bestanden.js';

export interface Brpkanaal {
  /** Null when none was set, or what is in the file is no address that may be called. */
  adres(): Promise<string | null>;
  /** Null takes it away. */
  zet(adres: string | null): Promise<void>;
  /** Never rejects for what the service or the network does. */
  vraag(verzoek: Brpverzoek): Promise<Brplijnuitkomst>;
}

const instelling = z.object({ adres: brpadres });

/** @param haal *fetch* of the shell */
export function maakBrpkanaal(pad: string, haal: Ophaler, wachtMs?: number): Brpkanaal {
  async function adres(): Promise<string | null> {
    try {
      const gelezen = instelling.safeParse(JSON.parse(await readFile(pad, 'utf8')));
      return gelezen.success ? gelezen.data.adres : null;
    } catch (reden) {
      if (codeVan(reden) === 'ENOENT') return null;
      // Damaged: without an address nothing goes out, and the user is asked for it again.
      if (!(reden instanceof SyntaxError)) throw reden;
      console.error('brp.json is niet te lezen');
      return null;
    }
  }
  return {
    adres,
    async zet(nieuw) {
      if (nieuw === null) {
        await rm(pad, { force: true });
        return;
      }
      const half = naastPad(pad);
      await schrijfHeel(half, new TextEncoder().encode(JSON.stringify({ adres: nieuw })));
      await rename(half, pad);
    },
    async vraag(verzoek) {
      const waar = await adres();
      return waar === null ? { fout: 'geen-adres' } : haalBrp(haal, waar, verzoek, wachtMs);
    },
  };
}
