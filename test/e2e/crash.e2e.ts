/**
 * The browser is killed with SIGKILL, all its processes at once, in the midst of a migration, of
 * inserting, of tidying up and of a key change. What Node heard to be on disk must be there at the next
 * opening, through the door of the application; what it did not hear is there as a whole, or not at all.
 *
 * SIGKILL loses what the processes hold, not what the kernel holds: this says nothing of a power cut,
 * against which every write is asked to be strictly durable.
 *
 * `SEED=…` repeats the draws of a run; `CASUSKLUIS_LANG=1` is the long one.
 */
import { expect, test } from '@playwright/test';
import { Crashterrein } from '../harness/crashbrowser.js';
import type { Waarin } from '../harness/crashpagina.js';
import { Crashproef } from '../harness/crashproef.js';
import { isLang } from '../harness/lang.js';

const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** The life of a vault: each of them is killed once before a new one begins. */
const LEVEN: readonly Waarin[] = ['migratie', 'invoegen', 'opruimen', 'sleutelwissel'];
const LEVENS = isLang ? 25 : 1;
const DOCUMENTEN = isLang ? 20_000 : 1500;
const KOPIEEN = isLang ? 10 : 1;

let terrein: Crashterrein;

test.beforeAll(async () => {
  terrein = await Crashterrein.start();
});
test.afterAll(() => terrein.stop());

test('nothing that was acknowledged is lost when the browser is killed, whatever it was doing', async () => {
  test.setTimeout(isLang ? 1_800_000 : 240_000);
  const proef = await Crashproef.maak(terrein, { zaad: SEED });
  const tellingen = LEVEN.map((waarin) => ({ waarin, kills: 0, middenin: 0, bevestigd: 0 }));
  for (let i = 0; i < LEVENS || proef.bevestigd < DOCUMENTEN; i++) {
    for (const telling of tellingen) {
      const voor = proef.bevestigd;
      telling.middenin += Number(await proef.kill(telling.waarin));
      telling.bevestigd += proef.bevestigd - voor;
      telling.kills++;
      expect(proef.mis, `seed ${SEED}, before kill ${telling.kills} in ${telling.waarin}`).toEqual(
        [],
      );
    }
  }
  await proef.oordeel();
  for (const { waarin, kills, middenin, bevestigd } of tellingen) {
    const certain = `${middenin} of them held still in the midst of it`;
    console.info(`${waarin}: ${kills} kills, ${certain}, ${bevestigd} acknowledged`);
  }
  console.info(
    `seed ${SEED}: ${proef.bevestigd} acknowledged, ${proef.mis.length} missing or wrong`,
  );
  expect(proef.mis, `seed ${SEED}`).toEqual([]);
});

test('a copy of the profile, taken while the browser is writing, holds what was acknowledged', async () => {
  test.setTimeout(isLang ? 600_000 : 120_000);
  const proef = await Crashproef.maak(terrein, { zaad: SEED });
  for (let i = 0; i < KOPIEEN; i++) await proef.kopieer();
  console.info(
    `seed ${SEED}: ${KOPIEEN} copies, ${proef.bevestigd} acknowledged, ${proef.mis.length} missing or wrong`,
  );
  expect(proef.mis, `seed ${SEED}`).toEqual([]);
});

if (isLang) {
  test('a write that is acknowledged before it is on disk is found to be missing', async () => {
    test.setTimeout(300_000);
    const proef = await Crashproef.maak(terrein, { zaad: SEED, teVroeg: true });
    let kills = 0;
    for (; kills < 10 && proef.mis.length === 0; kills++) await proef.kill('invoegen');
    await proef.oordeel();
    console.info(`control, seed ${SEED}: ${proef.mis.length} missing after ${kills} kills`);
    expect(proef.mis).not.toEqual([]);
  });
}
