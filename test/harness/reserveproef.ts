/**
 * What every shell promises of the folder with backups. Without a test framework, so that the same
 * checks run on the double and on the files of the desktop shell.
 */
import type { Platform } from '../../renderer/platform/contract.js';
import { GROOTSTE_RESERVEBESTAND } from '../../shared/reservemap.js';
import { gelijk, inhoud, maakProefbank, weigert } from './proefbank.js';

type Reservemap = Omit<NonNullable<Platform['reservemap']>, 'kies'>;

const SUB = 'apparaat-van-de-proef_';
const ANDER = 'ander-apparaat';
const KOPIE = '000000000012-20261125T120000000Z.kopie';
const pak = (n: number): string => `${String(n).padStart(4, '0')}${'a'.repeat(39)}.pak`;

/** Folders that would leave the folder, or name one in two ways. */
export const VREEMDE_SUBS = [
  '',
  '.',
  '..',
  '../..',
  'a/b',
  'een\\twee',
  '/etc',
  'C:',
  'abc',
  'met spatie',
  'met.punt',
  'nul\0byte',
  'regel\n',
  'é'.repeat(6),
  'x'.repeat(41),
];

/** Names that would leave it, or are of no kind that is kept there. */
export const VREEMDE_BESTANDEN = [
  '',
  '.',
  '..',
  '.kopie',
  'kort.pak',
  `../${'a'.repeat(20)}.pak`,
  `..\\${'a'.repeat(20)}.pak`,
  `/tmp/${'a'.repeat(20)}.pak`,
  `${'a'.repeat(20)}/b.pak`,
  `${'a'.repeat(20)}.exe`,
  `${'a'.repeat(20)}.PAK`,
  `${'a'.repeat(20)}.pak.nieuw`,
  `${'a'.repeat(20)}..pak`,
  `${'a'.repeat(20)}.pak\0`,
  `${'a'.repeat(20)}.pak\n`,
  `${'a'.repeat(20)}:stroom.pak`,
  `${'a'.repeat(65)}.pak`,
];

/**
 * Runs all checks on a folder that is empty, and leaves it so. `open` gives the same folder as after a
 * restart. Rejects at the first promise that does not hold; else the number of checks.
 */
export async function keurReservemap(open: () => Promise<Reservemap>): Promise<number> {
  const bank = maakProefbank('reservemap');
  const { eis } = bank;
  const alle = async (m: Reservemap): Promise<string> =>
    (await m.lijst())
      .map(({ sub, naam, grootte }) => `${sub}/${naam} ${grootte}`)
      .sort()
      .join();

  let m = await open();
  const stand = await m.stand();
  eis(stand.bereikbaar && stand.pad !== '', 'can be reached, and says where it is');
  eis(stand.vrij === null || stand.vrij > 0, 'has room, or does not know');
  eis((await alle(m)) === '', 'begins empty');
  eis((await m.lees(SUB, pak(1))) === null, 'what is not there is null');
  await m.verwijder(SUB, pak(1));
  eis(true, 'deleting what is not there is no fault');

  const maten = [0, 1, 4096, 65537, 4 << 20];
  for (const [n, maat] of maten.entries()) {
    eis((await m.schrijf(SUB, pak(n), inhoud(n, maat))).ok, `writes ${maat} bytes`);
    eis(gelijk(await m.lees(SUB, pak(n)), inhoud(n, maat)), `reads ${maat} bytes back`);
  }
  eis((await m.schrijf(SUB, KOPIE, inhoud(7, 500))).ok, 'writes a head');
  eis((await m.schrijf(ANDER, pak(1), inhoud(8, 10))).ok, 'writes of another device');
  eis(gelijk(await m.lees(SUB, pak(1)), inhoud(1, 1)), 'keeps devices apart');
  const verwacht = [
    ...maten.map((maat, n) => `${SUB}/${pak(n)} ${maat}`),
    `${SUB}/${KOPIE} 500`,
    `${ANDER}/${pak(1)} 10`,
  ]
    .sort()
    .join();
  eis((await alle(m)) === verwacht, 'lists every file with its size');
  m = await open();
  eis((await alle(m)) === verwacht, 'lists them after a restart');
  eis(gelijk(await m.lees(SUB, pak(4)), inhoud(4, 4 << 20)), 'has them after a restart');

  eis((await m.schrijf(SUB, pak(3), inhoud(9, 100))).ok, 'writes over a file');
  eis(gelijk(await m.lees(SUB, pak(3)), inhoud(9, 100)), 'reads what came in its place');
  const buffer = inhoud(5, 5000);
  const bezig = m.schrijf(SUB, pak(2), buffer);
  buffer.fill(0);
  await bezig;
  const geland = await m.lees(SUB, pak(2));
  eis(gelijk(geland, inhoud(5, 5000)) || gelijk(geland, new Uint8Array(5000)), 'never mixes');
  const samen = Array.from({ length: 12 }, (_, i) => 100 + i);
  const uit = await Promise.all(samen.map((n) => m.schrijf(SUB, pak(n), inhoud(n, 3000 + n))));
  eis(
    uit.every((r) => r.ok),
    'writes many at once',
  );
  for (const n of samen)
    eis(gelijk(await m.lees(SUB, pak(n)), inhoud(n, 3000 + n)), 'keeps them apart');

  for (const [sub, naam] of [
    ...VREEMDE_SUBS.map((s) => [s, pak(1)] as const),
    ...VREEMDE_BESTANDEN.map((n) => [SUB, n] as const),
  ]) {
    const wat = JSON.stringify([sub, naam]);
    eis(await weigert(() => m.schrijf(sub, naam, inhoud(1, 10))), `refuses to write ${wat}`);
    eis(await weigert(() => m.lees(sub, naam)), `refuses to read ${wat}`);
    eis(await weigert(() => m.verwijder(sub, naam)), `refuses to delete ${wat}`);
  }
  const teGroot = new Uint8Array(GROOTSTE_RESERVEBESTAND + 1);
  eis(await weigert(() => m.schrijf(SUB, pak(1), teGroot)), 'refuses too much');
  eis(gelijk(await m.lees(SUB, pak(1)), inhoud(1, 1)), 'a refusal changes nothing');

  for (const { sub, naam } of await m.lijst()) await m.verwijder(sub, naam);
  eis((await alle(m)) === '', 'deletes every file');
  m = await open();
  eis((await alle(m)) === '', 'they stay deleted');
  return bank.geteld;
}
