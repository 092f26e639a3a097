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
import type { Kern } from './kern.js';
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

/**
 * Deletes a database so that its bytes leave the disk.
 *
 * Chromium keeps the small values of all databases of a page in one LevelDB. Deleting a database
 * writes that its keys are gone; the bytes stay in a file until that file is merged with one that has
 * those marks, which may be never. Deleting any database makes Chromium flush and merge the range of
 * that database: once before, so that the values are in a file; then the deletion; once after it, so
 * that the marks meet them. Measured, and held by `test/e2e/wissen.e2e.ts`.
 */
export async function wisDatabase(naam: string): Promise<void> {
  await spoel(naam);
  await Dexie.delete(naam);
  await spoel(naam);
}

async function spoel(naam: string): Promise<void> {
  const leeg = new Dexie(`${naam}-spoel`, { autoOpen: false });
  leeg.version(1).stores({ leeg: '' });
  await leeg.open();
  await leeg.table('leeg').put(0, 0);
  leeg.close();
  await leeg.delete();
}
