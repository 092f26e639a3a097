/**
 * Moving to a new database under a new key: how a key is changed, how what was removed leaves the
 * disk, and how documents of an older shape are brought to the present one.
 *
 * The new database is filled beside the old one, which stays as it is. Then one record outside
 * (`wissel`, in the keyring) says which of the two counts; that is the only moment that matters. A
 * power cut before it leaves the old database and the beginning of a new one, which is thrown away; a
 * power cut after it leaves the new one and the old one, which is thrown away. Both exist for a
 * moment, so it takes as much free space as there is data, which is looked at before it begins.
 */
import Dexie from 'dexie';
import { alsOpslagFout, isVerlies } from './fouten.js';
import { Kern, type Plek } from './kern.js';
import { openSchijf, type Koprij, type Segmentrij } from './schijf.js';
import type { Opgeslagen } from './segment.js';

/** Documents in one transaction: some hundreds of kilobytes. */
const PER_KEER = 400;

export interface Inhoudsbron {
  readonly naam: string;
  readonly sleutelveld: string;
  readonly documenten: Iterable<Opgeslagen>;
}

/**
 * Writes a store into a database that is not in use yet. Not durable by itself: `maakDuurzaam` is.
 * @returns number of documents
 */
export async function vulWinkel(kern: Kern, bron: Inhoudsbron): Promise<number> {
  const winkel = await kern.nieuweWinkel(bron.naam, bron.sleutelveld);
  let aantal = 0;
  let deel: Opgeslagen[] = [];
  const leg = async (): Promise<void> => {
    if (deel.length === 0) return;
    const klaar = await winkel.verzegel({ documenten: deel, weg: [] });
    const koppen = winkel.heeftKop ? [] : [await winkel.kop()];
    await kern.schijf.voegToe(klaar.rijen, koppen, 'relaxed');
    winkel.heeftKop = true;
    winkel.neemOp(klaar);
    kern.anker.na(winkel);
    aantal += deel.length;
    deel = [];
  };
  for (const doc of bron.documenten) {
    deel.push(doc);
    if (deel.length >= PER_KEER) await leg();
  }
  await leg();
  return aantal;
}

/** Rows of a database as they were on disk, to be written to a new one. */
export interface Ruweinhoud {
  readonly koppen: readonly Koprij[];
  readonly segmenten: AsyncIterable<readonly Segmentrij[]>;
}

/** Writes a database from a backup, durable when it resolves. What had the name is deleted first. */
export async function zetDatabaseTerug(
  naam: string,
  { koppen, segmenten }: Ruweinhoud,
): Promise<void> {
  await wisDatabase(naam);
  const schijf = await openSchijf(naam);
  try {
    for await (const rijen of segmenten) await schijf.voegToe(rijen, [], 'relaxed');
    // Last, and durable: what was written before it is on disk with it.
    await schijf.voegToe([], koppen);
  } finally {
    schijf.sluit();
  }
}

/**
 * Reads every store of a database that is not in use: how many live documents, and what is lost.
 * `neem` gets the present state of each store.
 */
export async function leesDatabase(
  plek: Plek,
  neem: (winkel: string, documenten: Iterable<Opgeslagen>) => void = () => undefined,
): Promise<{ winkels: ReadonlyMap<string, { levend: number }>; verloren: number }> {
  let verloren = 0;
  const kern = await Kern.open({
    plek,
    meld: ({ soort }) => {
      if (isVerlies(soort)) verloren += 1;
    },
    // Nothing is written to it, so nothing is planned.
    alleen: () => undefined,
    bijAnker: () => undefined,
  });
  try {
    const winkels = new Map<string, { levend: number }>();
    for (const { naam, sleutelveld } of await kern.koppen()) {
      const stand = new Map<string, Opgeslagen>();
      await kern.openWinkel(naam, sleutelveld, stand);
      const levend = [...stand.values()].filter((doc) => !doc._deleted).length;
      winkels.set(naam, { levend });
      neem(naam, stand.values());
      kern.laatLos(naam);
    }
    return { winkels, verloren };
  } finally {
    await kern.sluit();
  }
}

/** Gives the anchor of a database that is not in use a number above this one: it follows what had it. */
export async function zetAnkerNa(plek: Plek, nummer: number): Promise<void> {
  const kern = await Kern.open({
    plek,
    meld: () => undefined,
    alleen: () => undefined,
    bijAnker: () => undefined,
  });
  try {
    if (kern.anker.nummer <= nummer) await kern.anker.legNa(nummer);
  } finally {
    kern.schijf.sluit();
  }
}

/**
 * Deletes a database so that its bytes leave the disk, and resolves when they have.
 *
 * Chromium keeps the small values of all databases of a page in one LevelDB. Deleting a database
 * writes that its keys are gone; the bytes stay in a file until that file is merged with one that has
 * those marks, which may be never. Deleting any database makes Chromium flush and merge the range of
 * that database: once before, so that the values are in a file; then the deletion; once after it, so
 * that the marks meet them. Chromium does so behind the answer, and keeps what a transaction that is
 * going on could still read, of whatever database: who calls this must see to it that nothing long is
 * read until it resolves. Measured, and held by `test/e2e/wissen.e2e.ts`.
 *
 * Flushing takes a little room. On a full disk the database is deleted without it.
 */
export async function wisDatabase(naam: string): Promise<void> {
  if (!(await Dexie.getDatabaseNames()).includes(naam)) return;
  await spoel(naam);
  await Dexie.delete(naam);
  await spoel(naam);
  await spoel(naam, wachtOpSchijf);
}

/** @param doe what is done while the empty database is there */
async function spoel(
  naam: string,
  doe?: (schrijf: () => PromiseLike<unknown>) => Promise<void>,
): Promise<void> {
  const leeg = new Dexie(`${naam}-spoel`, { autoOpen: false });
  leeg.version(1).stores({ leeg: '' });
  const schrijf = (): PromiseLike<unknown> => leeg.table('leeg').put(0, 0);
  try {
    await leeg.open();
    await schrijf();
    await doe?.(schrijf);
  } catch (oorzaak) {
    if (alsOpslagFout(oorzaak).soort !== 'vol') throw oorzaak;
    console.error('wat gewist is, is nog niet van de schijf gespoeld', oorzaak);
  } finally {
    leeg.close();
  }
  await leeg.delete();
}

const PEILING_MS = 50;
/** Merging changes the size several times a second, also on a slow disk. */
const STIL_PEILINGEN = 8;
const HOOGSTENS_PEILINGEN = 1200;
/** What the looking itself writes. */
const RUIS_BYTES = 16_384;

/** Until the files of IndexedDB keep their size: Chromium looks at it again after a write. */
async function wachtOpSchijf(schrijf: () => PromiseLike<unknown>): Promise<void> {
  // Node, and a browser that does not say.
  if (typeof navigator === 'undefined' || !('storage' in navigator)) return;
  let vorige = -1;
  for (let stil = 0, i = 0; stil < STIL_PEILINGEN && i < HOOGSTENS_PEILINGEN; i += 1) {
    await schrijf();
    const { usage = 0 } = await navigator.storage.estimate();
    stil = Math.abs(usage - vorige) <= RUIS_BYTES ? stil + 1 : 0;
    vorige = usage;
    await new Promise((klaar) => setTimeout(klaar, PEILING_MS));
  }
}
