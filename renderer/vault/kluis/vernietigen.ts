/**
 * Erasing vakken from this device. What is left of a document is that it was there: its id, so that the
 * deletion reaches the other devices. Everything else goes: from memory, from the notes of the sync, from
 * the chunks of attachments, and from the disk, because the store moves to a new database under a new key
 * and the old one is deleted.
 */
import { DOSSIERCOLLECTIES } from '../../../shared/schema/index.js';
import type { Bijlagenkast } from '../bijlagen/index.js';
import { stukkenVan } from '../bijlagen/index.js';
import { collectieVan } from '../opslag/index.js';
import type { Overdracht } from '../overdracht/index.js';
import type { Sync } from '../sync/index.js';
import type { Schrijver } from './schrijver.js';
import type { Spiegel } from './spiegel.js';

interface Vernietigdelen {
  readonly spiegel: Spiegel;
  readonly schrijver: Schrijver;
  readonly sync: Sync;
  readonly overdracht: Overdracht;
  readonly kast: Bijlagenkast;
}

/** Everything but the move of the store. @returns number of documents that were there */
export async function maakLeeg(
  { spiegel, schrijver, sync, overdracht, kast }: Vernietigdelen,
  vakken: ReadonlySet<string>,
): Promise<number> {
  let aantal = 0;
  const stukken = new Set<string>();
  for (const collectie of DOSSIERCOLLECTIES) {
    const ids: string[] = [];
    const levend: string[] = [];
    for (const { rij, doc } of spiegel.rijen(collectie)) {
      if (!vakken.has((rij as { vak?: string }).vak ?? '')) continue;
      ids.push(rij.id);
      if (!doc) continue;
      levend.push(rij.id);
      for (const naam of stukkenVan([doc])) stukken.add(naam);
    }
    await schrijver.verwijder(collectie, levend);
    await sync.vergeet(collectie, ids);
    await overdracht.vergeet(collectie, ids);
    aantal += levend.length;
  }
  await kast.vernietig([...stukken]);
  return aantal;
}

/** Notes of a sync that is not running, with an endpoint of before: nothing reads them any more. */
export const isOudSyncboek = (winkel: string): boolean =>
  collectieVan(winkel).startsWith('replicatie-');
