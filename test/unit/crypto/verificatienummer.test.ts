/** What two people compare: the same on both sides, and another one as soon as anything differs. */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { verificatienummer } from '../../../shared/crypto/index.js';

const HUIS = { id: 'huis-a', sleutel: 'sleutel-van-het-huis' };
const EEN = { id: 'account-een', tekensleutel: 'teken-een', ontvangsleutel: 'ontvang-een' };
const VECTOR = '15884 54162 19926 01626 44587 66784 07278 08310 76391 80150 43362 15355';
const TWEE = { id: 'account-twee', tekensleutel: 'teken-twee', ontvangsleutel: 'ontvang-twee' };

it('is the same on both sides', async () => {
  const nummer = await verificatienummer(HUIS, EEN, TWEE);
  expect(nummer).toMatch(/^\d{5}( \d{5}){11}$/);
  expect(await verificatienummer(HUIS, TWEE, EEN)).toBe(nummer);
});

it('stays what it is: two devices of different versions must agree', async () => {
  expect(await verificatienummer(HUIS, EEN, TWEE)).toBe(VECTOR);
  // The same by another road, from what the head of the module says.
  const bericht =
    '["casuskluis/v1/verificatienummer","huis-a","sleutel-van-het-huis",' +
    '"account-een","teken-een","ontvang-een","account-twee","teken-twee","ontvang-twee"]';
  const som = createHash('sha512').update(bericht).digest('hex');
  const groepen = Array.from({ length: 12 }, (_, i) =>
    String(BigInt(`0x${som.slice(i * 10, i * 10 + 10)}`) % 100_000n).padStart(5, '0'),
  );
  expect(groepen.join(' ')).toBe(VECTOR);
});

it('changes with every field, also with what moves from one field to the next', async () => {
  const anders = [
    verificatienummer(HUIS, EEN, TWEE),
    verificatienummer({ ...HUIS, id: 'huis-b' }, EEN, TWEE),
    verificatienummer({ ...HUIS, sleutel: 'x' }, EEN, TWEE),
    ...(['id', 'tekensleutel', 'ontvangsleutel'] as const).flatMap((veld) => [
      verificatienummer(HUIS, { ...EEN, [veld]: 'x' }, TWEE),
      verificatienummer(HUIS, EEN, { ...TWEE, [veld]: 'x' }),
    ]),
    // Each other's keys.
    verificatienummer(HUIS, { ...TWEE, id: EEN.id }, { ...EEN, id: TWEE.id }),
    verificatienummer(HUIS, { ...EEN, ontvangsleutel: `${EEN.ontvangsleutel}","x` }, TWEE),
    verificatienummer(
      HUIS,
      { ...EEN, tekensleutel: `${EEN.tekensleutel}","${EEN.ontvangsleutel}` },
      TWEE,
    ),
  ];
  expect(new Set(await Promise.all(anders)).size).toBe(anders.length);
});

it('is not for one account with itself', async () => {
  await expect(verificatienummer(HUIS, EEN, { ...TWEE, id: EEN.id })).rejects.toThrow(RangeError);
});
