/** In the page: typing in the filter of the list of cases, letter by letter. */
import { maakZoeker, warmOp, type Zoekbron } from '../../renderer/stores/caseload-zoek.js';
import { maakDocument } from './documenten.js';
import { STAPELS, type Stapelnaam } from './stapels/index.js';

const PER_CASUS = 20;
const VRAAG = 'gesprek wijk rust';

function bronVan(i: number): Zoekbron {
  const docs = Array.from({ length: PER_CASUS }, (_, n) => maakDocument(i + n));
  return { id: `casus-${i}`, namen: docs.slice(0, 1), docs };
}

/** Milliseconds of each keystroke, after the text was prepared in idle time as the application does. */
export async function typ(aantal: number): Promise<number[]> {
  const bronnen: Zoekbron[] = [];
  for (let i = 0; i < aantal; i += PER_CASUS) bronnen.push(bronVan(i));
  // Prepared in idle time, in order: when the last source is asked for, all before it are done.
  await new Promise<void>((klaar) => {
    const einde = {
      id: 'einde',
      namen: [],
      get docs(): readonly object[] {
        klaar();
        return [];
      },
    };
    warmOp([...bronnen, einde]);
  });
  const zoek = maakZoeker();
  const duren: number[] = [];
  for (let n = 1; n <= VRAAG.length; n++) {
    const begin = performance.now();
    zoek(bronnen, VRAAG.slice(0, n));
    duren.push(performance.now() - begin);
  }
  return duren;
}

/**
 * The same letters as a query on a store that keeps no text ready: milliseconds of each keystroke.
 * An encrypted field cannot be queried, so there every document is read and searched. `stappen`: only
 * the first so many letters.
 */
export async function typInStapel(
  naam: Stapelnaam,
  database: string,
  stappen: number,
): Promise<number[]> {
  const winkel = await STAPELS[naam].open(database);
  const duren: number[] = [];
  for (let n = 1; n <= Math.min(stappen, VRAAG.length); n++) {
    const begin = performance.now();
    await winkel.filter(VRAAG.slice(0, n));
    duren.push(performance.now() - begin);
  }
  await winkel.sluit();
  return duren;
}
