/** The power goes during a restore, at every request to the disk: what was there opens, or what was restored. */
import {
  anderToestel,
  begin,
  databases,
  documenten,
  maak,
  noteer,
  opSchijf,
  volg,
} from './hulp.js';
import type { Proef, Toestel } from './hulp.js';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import { plekVan } from '../../../../renderer/vault/kluis/plek.js';
import { herstel } from '../../../../renderer/vault/kopie/index.js';
import { leesDatabase } from '../../../../renderer/vault/opslag/index.js';
import { ONDERGRENS, Sleutelbos } from '../../../../renderer/vault/sleutels/index.js';
import { ontgrendeld, WACHTZIN } from '../kluis/proef.js';

const NIEUW = 'negen groene bussen naast de molen';

let proef: Proef;
let welke: { sub: string; naam: string };
let gekopieerd: unknown;
beforeEach(async () => {
  proef = await begin();
  welke = { sub: proef.kluis.apparaat.id, naam: await maak(proef) };
  gekopieerd = documenten(proef.kluis);
});

const bosVan = ({ naam, platform }: Toestel): Sleutelbos =>
  new Sleutelbos(`${naam}-sleutels`, platform.geheim, { argon: ONDERGRENS });

const herstelOp = (hier: Toestel): ReturnType<typeof herstel> =>
  herstel(
    {
      naam: hier.naam,
      platform: hier.platform,
      bos: bosVan(hier),
      welke,
      herstelcode: proef.herstelcode,
      wachtzin: NIEUW,
      apparaatnaam: 'Nieuw',
    },
    {},
  );

/** Live documents by store of the vault that this passphrase opens; null when it opens none. */
async function stand(hier: Toestel, wachtzin: string): Promise<Record<string, number> | null> {
  const uit = await bosVan(hier).open(wachtzin);
  const opslag = uit.ok && uit.waarde.bundel.opslag;
  if (!opslag) return null;
  const { winkels, verloren } = await leesDatabase(await plekVan(hier.naam, opslag));
  expect(verloren).toBe(0);
  return Object.fromEntries([...winkels].map(([naam, { levend }]) => [naam, levend]));
}

it('on a device with a vault', { timeout: 60_000 }, async () => {
  await noteer(proef, 'alleen op dit apparaat');
  const huidig = documenten(proef.kluis);
  await proef.kluis.sluit();
  let oud = await stand(proef, WACHTZIN);
  let plekken = 0;
  for (let n = 1; ; n++) {
    const gelukt = await totVerzoek(n, async () => {
      const uit = await herstelOp(proef);
      expect(uit).toEqual({ ok: true, waarde: { stukkenWeg: 0 } });
    });
    const [eerst, nu] = [await stand(proef, WACHTZIN), await stand(proef, NIEUW)];
    if (gelukt || nu) {
      // The ring was written: from then on what was restored counts, and nothing of it is missing.
      expect(eerst).toBeNull();
      expect(nu).not.toBeNull();
    } else expect(eerst, `onderbroken bij verzoek ${n}`).toEqual(oud);
    if (!gelukt) plekken++;
    // Now and then the whole vault, which also clears what was left over.
    if (!nu && n % 16 === 0) {
      const kluis = volg(await ontgrendeld(proef));
      expect(documenten(kluis)).toEqual(huidig);
      await kluis.sluit();
      expect(await databases(`${proef.naam}-`)).toEqual(
        [1, 'sleutels'].map((d) => `${proef.naam}-${d}`),
      );
      // It logged that it was opened.
      oud = await stand(proef, WACHTZIN);
    }
    if (nu) break;
  }
  console.info(`${plekken} plekken onderbroken op een apparaat met een kluis`);
  expect(plekken).toBeGreaterThan(30);
  const kluis = volg(await ontgrendeld(proef, NIEUW));
  expect(documenten(kluis)).toEqual(gekopieerd);
});

it('on an empty device, which can then be restored to all the same', {
  timeout: 60_000,
}, async () => {
  await proef.kluis.sluit();
  const hier = anderToestel(proef, proef.map);
  let plekken = 0;
  for (let n = 1; ; n++) {
    const gelukt = await totVerzoek(n, async () => {
      expect((await herstelOp(hier)).ok).toBe(true);
    });
    if (gelukt) break;
    plekken++;
    const { soort } = await hier.deur().stand();
    if (soort === 'vergrendeld') break;
    expect(['leeg', 'beschadigd']).toContain(soort);
    // Each time a device of its own, and of the last interruptions what they left.
    if (n % 8 === 0) opSchijf(new IDBFactory());
  }
  console.info(`${plekken} plekken onderbroken op een leeg apparaat`);
  expect(plekken).toBeGreaterThan(30);
  const kluis = volg(await ontgrendeld(hier, NIEUW));
  expect(documenten(kluis)).toEqual(gekopieerd);
  await kluis.sluit();
});

/** Runs until the n-th request to a disk, which fails, as does every one after it. */
async function totVerzoek(n: number, werk: () => Promise<void>): Promise<boolean> {
  let over = n;
  const houd = (): void => {
    if (--over < 0) throw new DOMException('de stroom is weg', 'TimeoutError');
  };
  const onderbreek = (ding: object, methoden: readonly string[]): void => {
    for (const methode of methoden) {
      const echt = Reflect.get(ding, methode) as (...a: unknown[]) => unknown;
      vi.spyOn(ding as Record<string, () => unknown>, methode).mockImplementation(function (
        this: unknown,
        ...argumenten: unknown[]
      ) {
        houd();
        return echt.apply(this, argumenten);
      });
    }
  };
  const winkel = ['add', 'put', 'delete', 'clear', 'get', 'getAll', 'getAllKeys', 'count'];
  onderbreek(IDBObjectStore.prototype, [...winkel, 'openCursor', 'openKeyCursor']);
  onderbreek(indexedDB, ['open', 'deleteDatabase', 'databases']);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    await werk();
    return over >= 0;
  } catch (oorzaak) {
    if (over >= 0) throw oorzaak;
    return false;
  } finally {
    vi.restoreAllMocks();
  }
}
