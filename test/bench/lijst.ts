/** In the page: typing in the filter of the list of cases, letter by letter. */
import { maakZoeker, warmOp, type Zoekbron } from '../../renderer/stores/caseload-zoek.js';
import { maakDocument } from './documenten.js';
import { OPENERS } from './stapels/index.js';
import type { Rxnaam, Stapelnaam } from './stapels/namen.js';
import { OPENERS_RX } from './stapels/rx.js';
import { type Gemeten, metTaken, nieuweTaak } from './taken.js';
import { documenten, voegIn } from './winkel.js';

const PER_CASUS = 20;
const VRAAG = 'gesprek wijk rust';
/** Milliseconds between two keys of somebody who types fast. */
const TEMPO = 80;

function bronVan(i: number): Zoekbron {
  const docs = Array.from({ length: PER_CASUS }, (_, n) => maakDocument(i + n));
  return { id: `casus-${i}`, namen: docs.slice(0, 1), docs };
}

/** Sources whose text was prepared in idle time as the application does. */
async function bereid(aantal: number): Promise<readonly Zoekbron[]> {
  const bronnen: Zoekbron[] = [];
  for (let i = 0; i < aantal; i += PER_CASUS) bronnen.push(bronVan(i));
  // In order: when the last source is asked for, all before it are done.
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
  return bronnen;
}

/** Milliseconds of each keystroke, every one a task of its own as in the application. */
async function typLetters(bronnen: readonly Zoekbron[], tempo: number): Promise<number[]> {
  const zoek = maakZoeker();
  const duren: number[] = [];
  for (let n = 1; n <= VRAAG.length; n++) {
    await nieuweTaak(tempo);
    const begin = performance.now();
    zoek(bronnen, VRAAG.slice(0, n));
    duren.push(performance.now() - begin);
  }
  return duren;
}

export async function typ(aantal: number): Promise<Gemeten<number[]>> {
  const bronnen = await bereid(aantal);
  return metTaken(() => typLetters(bronnen, 0));
}

/** The same while so many documents are being written to a store, for as long as that takes. */
export async function typTijdensSchrijven(
  stapel: Stapelnaam,
  database: string,
  aantal: number,
): Promise<Gemeten<number[]>> {
  const bronnen = await bereid(aantal);
  const docs = documenten(aantal);
  const winkel = await OPENERS[stapel](database);
  const uit = await metTaken(async () => {
    const bezig = new Set(['schrijven']);
    const schrijven = voegIn(winkel, docs).finally(() => bezig.clear());
    const duren: number[] = [];
    while (bezig.size > 0) duren.push(...(await typLetters(bronnen, TEMPO)));
    await schrijven;
    return duren;
  });
  await winkel.sluit();
  return uit;
}

/**
 * The same letters as a query on a store that keeps no text ready: milliseconds of each keystroke.
 * An encrypted field cannot be queried, so there every document is read and searched. `stappen`: only
 * the first so many letters.
 */
export async function typInStapel(
  naam: Rxnaam,
  database: string,
  stappen: number,
): Promise<number[]> {
  const winkel = await OPENERS_RX[naam](database);
  const duren: number[] = [];
  for (let n = 1; n <= Math.min(stappen, VRAAG.length); n++) {
    const begin = performance.now();
    await winkel.filter(VRAAG.slice(0, n));
    duren.push(performance.now() - begin);
  }
  await winkel.sluit();
  return duren;
}
