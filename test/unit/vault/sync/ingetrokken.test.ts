/** A device that is revoked, and one of which somebody on the line only says so. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { maakIntrekking, nieuwTekenpaar } from '../../../../shared/crypto/index.js';
import type { Intrekking } from '../../../../shared/sync/protocol.js';
import { startTestEndpoint } from '../../../harness/endpoint.js';
import type { Testendpoint } from '../../../harness/endpoint.js';
import {
  Proefapparaat,
  SNEL,
  VAN_ENDPOINT,
  casusvelden,
  nieuwAccount,
  nieuwHuis,
} from './proefapparaat.js';
import type { Proefaccount, Proefhuis, Proefopties } from './proefapparaat.js';

let endpoint: Testendpoint;
let huis: Proefhuis;
let account: Proefaccount;
let een: Proefapparaat;
const open: Proefapparaat[] = [];
const gestopt: Promise<unknown>[] = [];

async function maak(o: Partial<Proefopties> = {}): Promise<Proefapparaat> {
  const apparaat = await Proefapparaat.maak({ huis, account, endpoint: endpoint.adres, ...o });
  open.push(apparaat);
  return apparaat;
}
/** A second device of the same person. */
async function tweede(o: Partial<Proefopties> = {}): Promise<Proefapparaat> {
  const twee = await maak(o);
  await twee.neemKennis(een);
  await twee.sync.start();
  await twee.gelijk();
  return twee;
}

beforeEach(async () => {
  endpoint = await startTestEndpoint();
  huis = await nieuwHuis();
  account = await nieuwAccount();
  een = await maak();
  await een.richtOp();
  await een.sync.start();
  await een.gelijk();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((a) => a.sluit()));
  gestopt.push(endpoint.ruimOp());
});
afterAll(() => Promise.all(gestopt));

const trekIn = async (wie: Proefapparaat): Promise<void> => {
  const uit = await een.sync.trekIn({ account: wie.account, apparaat: wie.apparaat.id });
  expect(uit).toEqual({ ok: true, waarde: undefined });
};

describe('a revoked device', () => {
  it('hears it while it is connected', async () => {
    const twee = await tweede();
    await trekIn(twee);
    await twee.wacht((s) => s.toestand === 'geweigerd', 'geweigerd');
    await twee.wacht(() => twee.ingetrokken > 0, 'ingetrokken');
    expect(een.ingetrokken).toBe(0);
    expect(een.sync.intrekkingen.waarde.map((i) => i.apparaat)).toEqual([twee.apparaat.id]);
    await een.gelijk();
  });

  it('hears it when it comes back, and knows what was not sent', async () => {
    const twee = await tweede();
    twee.sync.pauzeer(true);
    await twee.wacht((s) => s.toestand === 'offline');
    await twee.voegToe('casussen', casusvelden('Te laat'));
    await trekIn(twee);
    expect(twee.ingetrokken).toBe(0);
    twee.sync.pauzeer(false);
    await twee.wacht(() => twee.ingetrokken > 0, 'ingetrokken');
    expect(twee.stand.wachtend).toBe(1);
    expect(await een.alle('casussen')).toEqual([]);
  });

  it('of another account is revoked by who has the house key, and by nobody else', async () => {
    const ander = await nieuwAccount();
    const zonder = await maak({ account: ander, beheerder: false });
    await zonder.sync.start();
    expect(await zonder.sync.trekIn({ account: een.account, apparaat: een.apparaat.id })).toEqual({
      ok: false,
      fout: { soort: 'geen-beheerder' },
    });
    expect(een.ingetrokken).toBe(0);
  });
});

/** An endpoint that refuses this device, and shows this as the reason. */
function weigert(met: readonly Intrekking[] | undefined): { fetch: typeof fetch; aan: boolean } {
  const lijn = {
    aan: false,
    fetch: (async (adres: string, init?: RequestInit) => {
      if (!lijn.aan) return fetch(adres, init);
      const probleem = {
        type: 'urn:casuskluis:probleem:apparaat-ingetrokken',
        title: 'Apparaat ingetrokken',
        status: 403,
        code: 'apparaat-ingetrokken',
        detail: 'De toegang van dit apparaat is ingetrokken.',
        ...(met === undefined ? {} : { intrekkingen: met }),
      };
      return new Response(JSON.stringify(probleem), {
        status: 403,
        headers: { ...VAN_ENDPOINT, 'content-type': 'application/problem+json' },
      });
    }) as typeof fetch,
  };
  return lijn;
}

describe('an endpoint alone', () => {
  it.each<
    [string, (wie: { account: string; apparaat: string }) => Promise<Intrekking[] | undefined>]
  >([
    ['without proof', () => Promise.resolve(undefined)],
    ['with an empty proof', () => Promise.resolve([])],
    [
      'with a revocation that another key signed',
      async (wie) => [
        await maakIntrekking(huis.id, { ...wie, door: null }, (await nieuwTekenpaar()).prive),
        await maakIntrekking(
          huis.id,
          { ...wie, door: wie.account },
          (await nieuwTekenpaar()).prive,
        ),
      ],
    ],
    [
      'with the revocation of another device',
      async (wie) => [
        await maakIntrekking(
          huis.id,
          { ...wie, apparaat: een.apparaat.id, door: null },
          huis.paar.prive,
        ),
      ],
    ],
    [
      'with one of another house',
      async (wie) => [
        await maakIntrekking('A'.repeat(22), { ...wie, door: null }, huis.paar.prive),
      ],
    ],
    [
      'with the account that ends itself as a whole',
      async (wie) => [
        await maakIntrekking(
          huis.id,
          { account: wie.account, apparaat: null, door: wie.account },
          account.teken.prive,
        ),
      ],
    ],
  ])('%s stops the synchronisation, and nothing more', async (_naam, bewijs) => {
    const apparaat = { id: 'B'.repeat(22), paar: await nieuwTekenpaar() };
    const lijn = weigert(await bewijs({ account: account.id, apparaat: apparaat.id }));
    const twee = await tweede({ apparaat, sync: { ...SNEL, fetch: (a, i) => lijn.fetch(a, i) } });
    lijn.aan = true;
    twee.sync.nu();
    await twee.voegToe('casussen', casusvelden('Blijft hier'));
    await twee.wacht((s) => s.toestand === 'geweigerd', 'geweigerd');
    expect(twee.stand.reden).toMatch(/toont niet dat het huis dat wil/);
    expect(twee.ingetrokken).toBe(0);
    expect(twee.stand.wachtend).toBe(1);
    // It was a fault after all: it goes on where it was.
    lijn.aan = false;
    await twee.gelijk();
    expect(
      await een.wachtOpDoc('casussen', (await twee.alle('casussen'))[0]?.id ?? ''),
    ).toBeTruthy();
  });
});
