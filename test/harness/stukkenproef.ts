/**
 * What every platform promises of its chunks. Without a test framework, so that the same checks run
 * on the double, on the files of the desktop shell, and on the private file system of a real Chromium.
 */
import type { Platform } from '../../renderer/platform/contract.js';
import { GROOTSTE_STUK } from '../../shared/stukken.js';
import { gelijk, inhoud, maakProefbank, weigert } from './proefbank.js';

type Stukken = Platform['stukken'];

/** Names that would leave the folder, name another file, or name one chunk in two ways. */
export const VREEMDE_NAMEN = [
  '',
  '.',
  '..',
  '../geheim',
  '..\\geheim',
  '/etc/passwd',
  'C:\\Windows\\win.ini',
  'kort',
  `${'A'.repeat(42)}/`,
  `../${'A'.repeat(40)}`,
  `${'A'.repeat(43)}\0`,
  `${'A'.repeat(43)}\n`,
  'A'.repeat(44),
  `${'A'.repeat(42)}B`,
  `${'A'.repeat(43)}.nieuw`,
  'CON',
];

function naam(n: number): string {
  return `${String(n).padStart(4, '0')}${'a'.repeat(38)}A`;
}

/**
 * Runs all checks on a platform that holds no chunks; it holds none after them. `open` gives the same
 * disk as after a restart. Rejects at the first promise that does not hold; else the number of checks.
 */
export async function keurStukken(open: () => Promise<Stukken>): Promise<number> {
  const bank = maakProefbank('stukken');
  const { eis } = bank;
  const alle = async (s: Stukken): Promise<string> => [...(await s.namen())].sort().join();

  let s = await open();
  eis((await alle(s)) === '', 'begins empty');
  eis((await s.lees(naam(1))) === null, 'what is not there is null');
  await s.verwijder(naam(1));
  eis(true, 'deleting what is not there is no fault');

  const maten = [0, 1, 28, 4096, 65537, GROOTSTE_STUK];
  for (const [n, maat] of maten.entries()) {
    eis((await s.schrijf(naam(n), inhoud(n, maat))).ok, `writes ${maat} bytes`);
    eis(gelijk(await s.lees(naam(n)), inhoud(n, maat)), `reads ${maat} bytes back`);
  }
  const verwacht = maten.map((_, n) => naam(n)).join();
  eis((await alle(s)) === verwacht, 'names every chunk');
  s = await open();
  eis((await alle(s)) === verwacht, 'names every chunk after a restart');
  for (const [n, maat] of maten.entries()) {
    eis(gelijk(await s.lees(naam(n)), inhoud(n, maat)), `has ${maat} bytes after a restart`);
  }

  eis((await s.schrijf(naam(3), inhoud(9, 100))).ok, 'writes over a chunk');
  eis(gelijk(await s.lees(naam(3)), inhoud(9, 100)), 'reads what came in its place');
  const buffer = inhoud(5, 5000);
  const bezig = s.schrijf(naam(4), buffer);
  buffer.fill(0);
  await bezig;
  const geland = await s.lees(naam(4));
  eis(gelijk(geland, inhoud(5, 5000)) || gelijk(geland, new Uint8Array(5000)), 'never mixes');

  const samen = Array.from({ length: 16 }, (_, i) => 100 + i);
  const uit = await Promise.all(samen.map((n) => s.schrijf(naam(n), inhoud(n, 3000 + n))));
  eis(
    uit.every((r) => r.ok),
    'writes many at once',
  );
  for (const n of samen)
    eis(gelijk(await s.lees(naam(n)), inhoud(n, 3000 + n)), 'keeps them apart');
  await Promise.all([1, 2, 3, 4].map((k) => s.schrijf(naam(200), inhoud(k, 900))));
  const een = await s.lees(naam(200));
  eis(
    [1, 2, 3, 4].some((k) => gelijk(een, inhoud(k, 900))),
    'of writes at once under one name one is there whole',
  );

  for (const vreemd of VREEMDE_NAMEN) {
    const wat = JSON.stringify(vreemd);
    eis(await weigert(() => s.schrijf(vreemd, inhoud(1, 10))), `refuses to write ${wat}`);
    eis(await weigert(() => s.lees(vreemd)), `refuses to read ${wat}`);
    eis(await weigert(() => s.verwijder(vreemd)), `refuses to delete ${wat}`);
  }
  eis(await weigert(() => s.schrijf(naam(1), inhoud(1, GROOTSTE_STUK + 1))), 'refuses too much');
  eis(gelijk(await s.lees(naam(1)), inhoud(1, 1)), 'a refusal changes nothing');

  for (const n of await s.namen()) await s.verwijder(n);
  eis((await alle(s)) === '', 'deletes every chunk');
  s = await open();
  eis((await alle(s)) === '', 'they stay deleted');
  eis((await s.lees(naam(0))) === null, 'a deleted chunk is null');
  return bank.geteld;
}
