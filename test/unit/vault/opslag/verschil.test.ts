/**
 * RxDB's memory storage as the oracle: the same random operations on both, and afterwards the same
 * answers, conflicts, events and documents; then the store is opened again and must still hold them.
 */
import 'fake-indexeddb/auto';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { expect, it } from 'vitest';
import { openOpslag } from '../../../../renderer/vault/opslag/index.js';
import {
  alles,
  doc,
  instantie,
  nieuweNaam,
  rij,
  sleutel,
  toeval,
  zaad,
  zoek,
  type Instantie,
  type Rij,
} from './hulp.js';

const REEKSEN = Number(process.env['REEKSEN'] ?? 150);
const STAPPEN = 24;

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

it(`doet in ${REEKSEN} reeksen wat de geheugenopslag doet`, { timeout: 300_000 }, async () => {
  const begin = zaad();
  for (let reeks = 0; reeks < REEKSEN; reeks++) {
    try {
      await eenReeks(toeval(begin + reeks), `orakel-${reeks}`);
    } catch (fout) {
      throw new Error(`reeks met SEED=${begin + reeks} REEKSEN=1`, { cause: fout });
    }
  }
});

async function eenReeks(kies: (onder: number) => number, orakelnaam: string): Promise<void> {
  const naam = nieuweNaam();
  const orakel = await instantie(getRxStorageMemory(), 'proef', orakelnaam);
  let opslag = await openOpslag({ naam, sleutel: await sleutel() });
  let proef = await instantie(opslag.storage);
  const verwacht = volg(orakel);
  let gezien = volg(proef);
  let stand: Rij[] = [];

  for (let stap = 0; stap < STAPPEN; stap++) {
    const soort = kies(20);
    if (soort < 14) {
      // One to three writes that are not waited for in between: they share a transaction.
      const [links, rechts] = [[] as Promise<unknown>[], [] as Promise<unknown>[]];
      for (let n = 1 + kies(3); n > 0; n--) {
        const rijen = maakRijen(kies, stand);
        links.push(orakel.bulkWrite(rijen, 'proef'));
        rechts.push(proef.bulkWrite(rijen, 'proef'));
      }
      expect(await Promise.all(rechts)).toEqual(await Promise.all(links));
      stand = await alles(orakel);
    } else if (soort < 17) {
      const casus = `c${kies(4)}`;
      const vraag = {
        selector: { casus },
        sort: [{ getal: kies(2) === 0 ? ('asc' as const) : ('desc' as const) }],
        limit: 1 + kies(8),
      };
      expect(await zoek(proef, vraag)).toEqual(await zoek(orakel, vraag));
      const ids = stand.map((d) => d.id);
      expect(await proef.findDocumentsById(ids, true)).toEqual(
        await orakel.findDocumentsById(ids, true),
      );
    } else if (soort === 17) {
      expect(await proef.cleanup(0)).toBe(await orakel.cleanup(0));
      stand = await alles(orakel);
    } else if (soort === 18) {
      expect(gezien).toEqual(verwacht);
      await proef.close();
      await opslag.sluit();
      opslag = await openOpslag({ naam, sleutel: await sleutel() });
      proef = await instantie(opslag.storage);
      verwacht.length = 0;
      gezien = volg(proef);
    }
    expect(await alles(proef)).toEqual(stand);
  }

  expect(gezien).toEqual(verwacht);
  await proef.close();
  await opslag.sluit();
  opslag = await openOpslag({ naam, sleutel: await sleutel() });
  proef = await instantie(opslag.storage);
  expect(await alles(proef)).toEqual(stand);
  expect(opslag.meldingen.waarde).toEqual([]);
  await proef.close();
  await opslag.verwijder();
  await orakel.remove();
}

/** Rows with different ids: inserts, updates, deletes, revivals, and rows on a stale or missing base. */
function maakRijen(
  kies: (onder: number) => number,
  stand: readonly Rij[],
): ReturnType<typeof rij>[] {
  const ids = new Set<string>();
  for (let n = 1 + kies(5); n > 0; n--) ids.add(`d${kies(12)}`);
  return [...ids].map((id) => {
    const huidig = stand.find((d) => d.id === id);
    const nieuw = doc(
      id,
      { casus: `c${kies(4)}`, tekst: 'x'.repeat(kies(60)) },
      huidig !== undefined && kies(4) === 0,
    );
    if (kies(8) === 0) return rij(nieuw); // An insert; a conflict when it exists.
    if (kies(8) === 0 && huidig !== undefined) return rij(nieuw, { ...huidig, _rev: '0-oud' });
    return rij(nieuw, huidig);
  });
}
