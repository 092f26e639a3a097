/**
 * The chunks of a device in memory, with the faults of real disks: they fill up, and the power goes at
 * an operation of choice. What is in `schijf` survives; a new double on it is the device after a restart.
 */
import type { Platform } from '../../renderer/platform/contract.js';
import { fout, ok } from '../../shared/result.js';
import { GROOTSTE_STUK, isStuknaam, stuknaam } from '../../shared/stukken.js';

export type Stukkenschijf = Map<string, Uint8Array<ArrayBuffer>>;

export interface Storing {
  /** Operation at which the power goes, from 1; after it nothing works any more. */
  readonly bij: number;
  /** Whether that operation was still carried out. */
  readonly uitgevoerd: boolean;
}

export class StroomWeg extends Error {
  constructor() {
    super('de stroom is weg');
  }
}

export interface Nepstukken {
  readonly stukken: Platform['stukken'];
  readonly schijf: Stukkenschijf;
  /** Operations so far. */
  readonly geteld: number;
  /** Room in bytes for all chunks together. */
  ruimte: number;
  /** Does something else on the same power, such as writing a document. Counts as an operation. */
  doe<T>(werk: () => T): Promise<T>;
}

export function maakNepstukken(
  schijf: Stukkenschijf = new Map(),
  storing: Storing | null = null,
): Nepstukken {
  let geteld = 0;
  async function doe<T>(werk: () => T): Promise<T> {
    // Never in the same turn as the call, as with a real disk.
    await Promise.resolve();
    geteld += 1;
    if (storing && geteld >= storing.bij) {
      if (geteld === storing.bij && storing.uitgevoerd) werk();
      throw new StroomWeg();
    }
    return werk();
  }
  const nep = {
    schijf,
    ruimte: Number.POSITIVE_INFINITY,
    doe,
    get geteld() {
      return geteld;
    },
    stukken: {
      async schrijf(naam, bytes) {
        const schoon = stuknaam.parse(naam);
        if (bytes.length > GROOTSTE_STUK) throw new RangeError('een stuk is te groot');
        // As they are now: the caller may go on with its buffer.
        const kopie = bytes.slice();
        return doe(() => {
          const bezet = [...schijf].reduce((som, [n, b]) => som + (n === schoon ? 0 : b.length), 0);
          if (bezet + kopie.length > nep.ruimte) return fout('vol' as const);
          schijf.set(schoon, kopie);
          return ok(undefined);
        });
      },
      async lees(naam) {
        const schoon = stuknaam.parse(naam);
        return doe(() => schijf.get(schoon)?.slice() ?? null);
      },
      async verwijder(naam) {
        const schoon = stuknaam.parse(naam);
        await doe(() => schijf.delete(schoon));
      },
      namen: () => doe(() => [...schijf.keys()].filter(isStuknaam)),
    },
  } satisfies Nepstukken;
  return nep;
}
