import { expect, it } from 'vitest';
import {
  legVergelekenVast,
  vergeetVergeleken,
  vergelijkingMet,
} from '../../../renderer/stores/vergelijken.js';
import { vandaagIso } from '../../../shared/domein/index.js';
import type { Lid } from '../../../shared/schema/index.js';
import { maakNepkluis } from '../../harness/nepkluis.js';

it('a comparison counts for the keys that were compared, and for no others', async () => {
  const kluis = maakNepkluis();
  const account = 'account-rk-0000000000';
  const ontvang = (ontvangsleutel: string): void => {
    const lid: Lid = { ...structuredClone(kluis.ik), conflicten: [], id: account, ontvangsleutel };
    kluis.ontvang('leden', lid);
  };
  ontvang('eerst');
  expect(await vergelijkingMet(kluis, account)).toEqual({ soort: 'nooit' });

  const nummer = (await kluis.leden.verificatienummer(account)) ?? '';
  await legVergelekenVast(kluis, account, nummer);
  const op = vandaagIso();
  expect(await vergelijkingMet(kluis, account)).toEqual({ soort: 'gelijk', op });

  ontvang('later');
  expect(await vergelijkingMet(kluis, account)).toEqual({ soort: 'veranderd', op });
  ontvang('eerst');
  expect(await vergelijkingMet(kluis, account)).toEqual({ soort: 'gelijk', op });

  // Nobody any more that the house certified.
  await kluis.verwijder('leden', account);
  expect(await vergelijkingMet(kluis, account)).toEqual({ soort: 'veranderd', op });

  await vergeetVergeleken(kluis, account);
  expect(await vergelijkingMet(kluis, account)).toEqual({ soort: 'nooit' });
});

it('what was kept in another form counts as not compared', async () => {
  const kluis = maakNepkluis();
  await kluis.schrijfLokaal('vergeleken.account-rk-0000000000', { op: 7 });
  expect(await vergelijkingMet(kluis, 'account-rk-0000000000')).toEqual({ soort: 'nooit' });
});
