/** One stack, once: written, opened cold and read in a browser of its own, and what that left on disk. */
import type { Browserruimte, Profiel } from '../browser.js';
import { bytesOpSchijf, leesbaarOpSchijf } from '../profiel.js';
import type { Stapelnaam } from '../stapels/namen.js';
import type { Gelezen, Geschreven } from '../winkel.js';

export interface Proef extends Geschreven, Gelezen {
  /** Milliseconds from the key to a usable store, in a page that has just begun. */
  readonly openen: number;
  /** Bytes in use more than before opening, after everything was read. */
  readonly heap: number;
  /** Bytes of files more than in a profile without a store, at the end of the browser that wrote them. */
  readonly schijfBijEinde: number;
  /**
   * The same after the next time that the browser ran. LevelDB keeps files that it has merged already
   * as long as somebody may be reading them, and throws them away when it is opened.
   */
  readonly schijf: number;
  /** Of the vault's own: bytes of what it put in IndexedDB, tidied up. */
  readonly versleuteld?: number;
  /** Of 20 documents: how many have their sentence in the clear somewhere in the profile. */
  readonly leesbaar: number;
}

/** Bytes of a profile in which a page was opened and nothing kept. */
export async function legeSchijf(browser: Browserruimte): Promise<number> {
  return inProfiel(browser, async (profiel) => {
    await (await profiel.bezoek()).sluit();
    await profiel.sluit();
    return bytesOpSchijf(profiel.map);
  });
}

export function meetProef(
  browser: Browserruimte,
  stapel: Stapelnaam,
  aantal: number,
  leeg: number,
): Promise<Proef> {
  const database = `bench-${stapel}`;
  return inProfiel(browser, async (profiel) => {
    const schrijver = await profiel.bezoek();
    await schrijver.roep('zetKlaar', aantal);
    await schrijver.heap();
    const geschreven = await schrijver.roep('schrijf', stapel, database, aantal);
    await schrijver.sluit();

    const lezer = await profiel.bezoek();
    const voor = await lezer.heap();
    const openen = await lezer.roep('openWinkel', stapel, database);
    const gelezen = await lezer.roep('leesWinkel', aantal);
    const heap = (await lezer.heap()) - voor;
    await lezer.roep('controleer', aantal);
    await lezer.roep('sluitWinkel');
    await lezer.sluit();
    await profiel.sluit();
    const schijfBijEinde = (await bytesOpSchijf(profiel.map)) - leeg;
    const leesbaar = await leesbaarOpSchijf(profiel.map, aantal);

    const later = await profiel.bezoek();
    await later.roep('raakAan');
    const versleuteld =
      stapel === 'eigen' ? { versleuteld: await later.roep('bytesIn', database) } : {};
    await later.sluit();
    await profiel.sluit();
    return {
      ...geschreven,
      ...gelezen,
      ...versleuteld,
      openen,
      heap,
      schijfBijEinde,
      schijf: (await bytesOpSchijf(profiel.map)) - leeg,
      leesbaar,
    };
  });
}

async function inProfiel<T>(
  browser: Browserruimte,
  werk: (profiel: Profiel) => Promise<T>,
): Promise<T> {
  const profiel = await browser.profiel();
  try {
    return await werk(profiel);
  } finally {
    await profiel.sluit();
    await profiel.ruimOp();
  }
}
