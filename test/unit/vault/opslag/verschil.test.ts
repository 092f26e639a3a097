/**
 * RxDB's memory storage as the oracle: the same random operations on both, and afterwards the same
 * answers, conflicts, events and documents; then the store is opened again and must still hold them.
 * And the same for every beginning of the log of a sequence, as a crash may leave it.
 *
 * One database is used for many sequences, each with a store of its own that is removed after it, so
 * that stores of others are beside it, as in the vault.
 */
import 'fake-indexeddb/auto';
import { isDeepStrictEqual } from 'node:util';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openOpslag } from '../../../../renderer/vault/opslag/index.js';
import type { Opslag } from '../../../../renderer/vault/opslag/index.js';
import { zetDirecteCrypto } from '../../../harness/directecrypto.js';
import {
  alles,
  doc,
  instantie,
  LANG,
  lees,
  nieuweNaam,
  open,
  rij,
  sleutel,
  zaad,
  zet,
  zoek,
  type Instantie,
  type Rij,
} from './hulp.js';
import { toeval } from '../../../harness/toeval.js';

const REEKSEN = Number(process.env['REEKSEN'] ?? 1_500 * LANG);
const SAMEN = `met de ${600 * LANG} van bijlagen/verschil.test.ts ${REEKSEN + 600 * LANG}`;
/** Of each sequence; one in ten is long enough for its segments to be merged. */
const STAPPEN = 10;
const VEEL_STAPPEN = 40;
/** Sequences in one database. */
const PER_DATABASE = 25;

let terug: () => void;
beforeAll(() => {
  terug = zetDirecteCrypto();
});
afterAll(() => terug());

const geteld: Record<string, number> = {};
const tel = (wat: string, aantal = 1): void => {
  geteld[wat] = (geteld[wat] ?? 0) + aantal;
};

/** Vitest's comparison takes longer than all that is compared: it is asked only for what differs. */
function gelijk(gevonden: unknown, verwacht: unknown): void {
  if (!isDeepStrictEqual(gevonden, verwacht)) expect(gevonden).toEqual(verwacht);
}

const IDS = Array.from({ length: 12 }, (_, i) => `d${i}`);
/** Every document, tombstones too, without a query: those cost more than the writing. */
const stukVoorStuk = (inst: Instantie): Promise<Rij[]> => inst.findDocumentsById(IDS, true);

/** Everything about an event but the random id of its bulk. */
function volg(inst: Instantie): unknown[] {
  const uit: unknown[] = [];
  inst.changeStream().subscribe((bulk) => {
    uit.push({
      events: bulk.events,
      checkpoint: bulk.checkpoint as unknown,
      context: bulk.context,
    });
  });
  return uit;
}

const openOp = async (naam: string): Promise<Opslag> =>
  openOpslag({ naam, sleutel: await sleutel() });

it(`doet in ${REEKSEN} reeksen (${SAMEN}) wat de geheugenopslag doet`, {
  timeout: 900_000,
}, async () => {
  const begin = zaad();
  let opslag: Opslag | undefined;
  let naam = '';
  for (let reeks = 0; reeks < REEKSEN; reeks++) {
    if (reeks % PER_DATABASE === 0) {
      await opslag?.verwijder();
      naam = nieuweNaam();
      opslag = await openOp(naam);
    }
    if (!opslag) throw new Error('geen opslag');
    try {
      opslag = await eenReeks(toeval(begin + reeks), opslag, naam, `reeks-${reeks}`);
    } catch (fout) {
      throw new Error(`reeks met SEED=${begin + reeks} REEKSEN=1`, { cause: fout });
    }
  }
  await opslag?.verwijder();
  console.info(`opslag: ${REEKSEN} reeksen`, geteld);
  // One sequence that is done again need not do everything.
  if (REEKSEN > 50) expect(Math.min(...Object.values(geteld))).toBeGreaterThan(REEKSEN / 10);
});

/** @returns the storage as it is after it, opened anew */
async function eenReeks(
  kies: (onder: number) => number,
  eerste: Opslag,
  naam: string,
  winkel: string,
): Promise<Opslag> {
  let opslag = eerste;
  const orakel = await instantie(getRxStorageMemory(), winkel);
  let proef = await instantie(opslag.storage, winkel);
  const verwacht = volg(orakel);
  let gezien = volg(proef);
  let stand: Rij[] = [];
  const heropen = async (): Promise<void> => {
    await proef.close();
    await opslag.sluit();
    opslag = await openOp(naam);
    proef = await instantie(opslag.storage, winkel);
  };

  for (let stap = kies(10) === 0 ? VEEL_STAPPEN : STAPPEN; stap > 0; stap--) {
    const soort = kies(20);
    if (soort < 14) {
      // One to three writes that are not waited for in between: they share a transaction.
      const [links, rechts] = [[] as Promise<unknown>[], [] as Promise<unknown>[]];
      for (let n = 1 + kies(3); n > 0; n--) {
        const rijen = maakRijen(kies, stand);
        links.push(orakel.bulkWrite(rijen, 'proef'));
        rechts.push(proef.bulkWrite(rijen, 'proef'));
      }
      const uit = (await Promise.all(links)) as Awaited<ReturnType<Instantie['bulkWrite']>>[];
      gelijk(await Promise.all(rechts), uit);
      tel('geschreven', links.length);
      tel(
        'botsingen',
        uit.reduce((n, { error }) => n + error.length, 0),
      );
      stand = await stukVoorStuk(orakel);
    } else if (soort < 17) {
      tel('bevraagd');
      const casus = `c${kies(4)}`;
      const vraag = {
        selector: { casus },
        sort: [{ getal: kies(2) === 0 ? ('asc' as const) : ('desc' as const) }],
        limit: 1 + kies(8),
      };
      gelijk(await zoek(proef, vraag), await zoek(orakel, vraag));
      gelijk(await alles(proef), await alles(orakel));
      gelijk(await proef.findDocumentsById(IDS, false), await orakel.findDocumentsById(IDS, false));
    } else if (soort === 17) {
      tel('opgeruimd');
      gelijk(await proef.cleanup(0), await orakel.cleanup(0));
      stand = await stukVoorStuk(orakel);
    } else if (soort === 18) {
      tel('heropend');
      gelijk(gezien, verwacht);
      await heropen();
      verwacht.length = 0;
      gezien = volg(proef);
    }
    gelijk(await stukVoorStuk(proef), stand);
  }

  gelijk(gezien, verwacht);
  await heropen();
  gelijk(await alles(proef), await alles(orakel));
  expect(opslag.meldingen.waarde).toEqual([]);
  await proef.remove();
  await orakel.remove();
  return opslag;
}

/** Rows with different ids: inserts, updates, deletes, revivals, and rows on a stale or missing base. */
function maakRijen(
  kies: (onder: number) => number,
  stand: readonly Rij[],
): ReturnType<typeof rij>[] {
  const ids = new Set<string>();
  for (let n = 1 + kies(5); n > 0; n--) ids.add(`d${kies(IDS.length)}`);
  return [...ids].map((id) => {
    const huidig = stand.find((d) => d.id === id);
    const wis = huidig !== undefined && kies(4) === 0;
    if (wis) tel('verwijderd');
    const nieuw = doc(id, { casus: `c${kies(4)}`, tekst: 'x'.repeat(kies(60)) }, wis);
    if (kies(8) === 0) return rij(nieuw); // An insert; a conflict when it exists.
    if (kies(8) === 0 && huidig !== undefined) return rij(nieuw, { ...huidig, _rev: '0-oud' });
    return rij(nieuw, huidig);
  });
}

const LOGBOEKEN = Number(process.env['REEKSEN'] ?? 25 * LANG);

it(`is na ieder begin van ${LOGBOEKEN} logboeken wat er toen stond`, {
  timeout: 900_000,
}, async () => {
  const begin = zaad();
  let beginnen = 0;
  for (let reeks = 0; reeks < LOGBOEKEN; reeks++) {
    try {
      beginnen += await eenLogboek(toeval(begin + reeks));
    } catch (fout) {
      throw new Error(`logboek met SEED=${begin + reeks} REEKSEN=1`, { cause: fout });
    }
  }
  console.info(`opslag: ${beginnen} beginnen van ${LOGBOEKEN} logboeken heropend`);
});

/** Writes a log, and opens it after each of its segments: the state of that moment, and what is missing is told. */
async function eenLogboek(kies: (onder: number) => number): Promise<number> {
  const naam = nieuweNaam();
  const { inst, sluit } = await open(naam);
  // Few enough that no segments are merged: each beginning of the log is then a moment that was.
  const standen: { na: number; stand: Rij[] }[] = [{ na: 0, stand: [] }];
  for (let stap = 3 + kies(9); stap > 0; stap--) {
    const stand = standen.at(-1)?.stand ?? [];
    await inst.bulkWrite(maakRijen(kies, stand), 'proef');
    const na = await alles(inst);
    // What only conflicts writes nothing.
    if (!isDeepStrictEqual(na, stand)) standen.push({ na: standen.length, stand: na });
  }
  await sluit();
  const rijen = await lees(naam, 'segmenten');
  expect(rijen).toHaveLength(standen.length - 1);
  const toen = await lees(naam, 'koppen');
  for (const { na, stand } of standen) {
    await zet(naam, 'segmenten', rijen.slice(0, na));
    await zet(naam, 'koppen', toen);
    const weer = await open(naam);
    gelijk(await alles(weer.inst), stand);
    const weg = {
      soort: 'ontbreekt',
      winkel: 'huis|proef|0',
      van: na + 1,
      tot: rijen.length,
      bytes: 0,
    };
    gelijk(weer.opslag.meldingen.waarde, na === rijen.length ? [] : [weg]);
    await weer.sluit();
  }
  return standen.length;
}
