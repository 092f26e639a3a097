/** What runs in the browser: each function is one visit of a page, unless it says otherwise. */
import { kijkUit, ontvang, sluit, verzend, wijzigEenVoorEen, wisselduren } from './huis.js';
import { meetLogwijzigen } from './log.js';
import { typ, typInStapel, typTijdensSchrijven } from './lijst.js';
import { vulPouch, wisselPouch } from './pouchwissel.js';
import type { Rxnaam } from './stapels/namen.js';
import { OPENERS_RX } from './stapels/rx.js';
import { ontgrendelVoorbeeldhuis, sluitVoorbeeldhuis, vulVoorbeeldhuis } from './voorbeeldhuis.js';
import {
  bytesIn,
  controleer,
  klok,
  leesWinkel,
  openWinkel,
  raakAan,
  schrijf,
  sluitWinkel,
  zetKlaar,
} from './winkel.js';

/** Milliseconds in which a stack sends all it has to a bare server, or receives all that is there. */
async function wissel(
  stapel: Rxnaam,
  database: string,
  richting: 'verzend' | 'ontvang',
  adres: string,
  aantal: number,
): Promise<number> {
  const winkel = await OPENERS_RX[stapel](database);
  let gedaan = 0;
  const ms = await klok(async () => {
    gedaan = await winkel[richting](adres);
  });
  await winkel.sluit();
  if (gedaan !== aantal) throw new Error(`${stapel}: ${gedaan} van ${aantal} documenten`);
  return ms;
}

const bench = {
  bytesIn,
  controleer,
  kijkUit,
  leesWinkel,
  meetLogwijzigen,
  ontgrendelVoorbeeldhuis,
  ontvang,
  openWinkel,
  raakAan,
  schrijf,
  sluit,
  sluitVoorbeeldhuis,
  sluitWinkel,
  typ,
  typInStapel,
  typTijdensSchrijven,
  verzend,
  vulPouch,
  vulVoorbeeldhuis,
  wijzigEenVoorEen,
  wissel,
  wisselPouch,
  wisselduren,
  zetKlaar,
};
export type Bench = typeof bench;
Object.assign(globalThis, { bench });
