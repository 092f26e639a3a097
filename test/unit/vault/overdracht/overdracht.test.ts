/** Files between devices, with the endpoint away for as long as a test wants. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bekeken } from '../../../../renderer/vault/overdracht/index.js';
import { startTestEndpoint } from '../../../harness/endpoint.js';
import type { Testendpoint } from '../../../harness/endpoint.js';
import { maakPaar } from '../sync/paar.js';
import {
  Proefapparaat,
  casusvelden,
  eventueel,
  nieuwAccount,
  nieuwHuis,
} from '../sync/proefapparaat.js';
import type { Proefaccount, Proefhuis } from '../sync/proefapparaat.js';

let endpoint: Testendpoint;
let een: Proefapparaat;
let twee: Proefapparaat;
let casus: string;
let huis: Proefhuis;
let account: Proefaccount;
const gestopt: Promise<unknown>[] = [];

beforeEach(async () => {
  endpoint = await startTestEndpoint();
  ({ huis, account, een, twee, casus } = await maakPaar(endpoint.adres, 'Begin'));
  for (const a of [een, twee]) {
    a.sync.pauzeer(true);
    await a.wacht((s) => s.toestand === 'offline', 'offline');
  }
});
afterEach(async () => {
  await Promise.all([een.sluit(), twee.sluit()]);
  gestopt.push(endpoint.ruimOp());
});
afterAll(() => Promise.all(gestopt));

async function bekijk(van: Proefapparaat, naar: Proefapparaat): Promise<Bekeken> {
  const { bytes } = await van.overdracht.maak([naar.account]);
  const uit = await naar.overdracht.bekijk(bytes);
  if (!uit.ok) throw new Error(uit.fout.soort);
  return uit.waarde;
}
const draagOver = async (van: Proefapparaat, naar: Proefapparaat): ReturnType<Bekeken['voerIn']> =>
  (await bekijk(van, naar)).voerIn();

const NIETS = { nieuw: 0, gewijzigd: 0, verschillen: 0, geweigerd: 0, onleesbaar: {} };

async function samenGelijk(...volgorde: Proefapparaat[]): Promise<void> {
  for (const a of volgorde) {
    a.sync.pauzeer(false);
    await a.gelijk();
  }
  await eventueel(async () => {
    expect(await een.alle('casussen')).toEqual(await twee.alle('casussen'));
    for (const a of volgorde) expect(a.stand).toMatchObject({ toestand: 'gelijk', wachtend: 0 });
  });
}

describe('a file between two devices', () => {
  it('shows what it will do, does it once, and changes nothing the second time', async () => {
    await een.wijzig('casussen', casus, (d) => (d['titel'] = 'Anders'));
    const erbij = await een.voegToe('casussen', casusvelden('Erbij'));
    const voor = await bekijk(een, twee);
    expect(voor).toMatchObject({ van: { naam: 'Proef', eigen: true }, documenten: 3 });
    expect(voor.uitkomst).toEqual({ ...NIETS, nieuw: 1, gewijzigd: 1, alHier: 1 });
    expect((await twee.lees('casussen', casus))?.['titel']).toBe('Begin');
    expect(await voor.voerIn()).toEqual(voor.uitkomst);
    expect(await twee.alle('casussen')).toEqual(await een.alle('casussen'));
    expect(await voor.voerIn()).toEqual({ ...NIETS, alHier: 3 });
    expect(await draagOver(een, twee)).toEqual({ ...NIETS, alHier: 3 });
    expect(await draagOver(twee, een)).toEqual({ ...NIETS, alHier: 3 });
    expect(await twee.lees('casussen', erbij)).not.toBeNull();
  });

  it.each([
    ['the receiver', () => [twee, een]],
    ['the maker', () => [een, twee]],
  ])(
    'converges with the sync afterwards when %s is first, without a difference',
    async (_, wie) => {
      await een.wijzig('casussen', casus, (d) => (d['titel'] = 'Anders'));
      await een.voegToe('casussen', casusvelden('Erbij'));
      await draagOver(een, twee);
      await twee.wijzig('casussen', casus, (d) => (d['melder'] = 'Zorg'));
      expect(twee.stand.wachtend).toBe(2);
      await samenGelijk(...wie());
      expect(await een.lees('casussen', casus)).toMatchObject({
        titel: 'Anders',
        melder: 'Zorg',
        conflicten: [],
      });
    },
  );

  it('merges what both changed, and keeps both values of one field', async () => {
    await een.wijzig('casussen', casus, (d) => Object.assign(d, { titel: 'Een', melder: 'Zorg' }));
    await twee.wijzig('casussen', casus, (d) => Object.assign(d, { titel: 'Twee', spoed: true }));
    expect(await draagOver(een, twee)).toEqual({ ...NIETS, verschillen: 1, alHier: 1 });
    expect(await draagOver(twee, een)).toEqual({ ...NIETS, verschillen: 1, alHier: 1 });
    const doc = await een.lees('casussen', casus);
    expect(doc).toEqual(await twee.lees('casussen', casus));
    expect(doc).toMatchObject({ melder: 'Zorg', spoed: true });
    expect(doc?.conflicten.map((c) => c.waarden.map((w) => w.waarde))).toEqual([['Een', 'Twee']]);
    await samenGelijk(een, twee);
    expect((await een.lees('casussen', casus))?.conflicten).toEqual(doc?.conflicten);
  });

  it('goes on from file to file without an endpoint', async () => {
    for (const [i, [van, naar]] of [
      [een, twee],
      [twee, een],
      [een, twee],
    ].entries()) {
      if (!van || !naar) throw new Error('twee apparaten');
      await van.wijzig('casussen', casus, (d) => (d['titel'] = `van ${i}`));
      await naar.wijzig('casussen', casus, (d) => (d['melder'] = `naar ${i}`));
      expect((await draagOver(van, naar)).verschillen).toBe(0);
      expect((await draagOver(naar, van)).verschillen).toBe(0);
      expect(await een.alle('casussen')).toEqual(await twee.alle('casussen'));
    }
    expect(await een.lees('casussen', casus)).toMatchObject({ titel: 'van 2', melder: 'naar 2' });
  });

  it('does not bring back what the receiver has in a later state from the house', async () => {
    een.sync.pauzeer(false);
    await een.wijzig('casussen', casus, (d) => (d['titel'] = 'Later'));
    await een.gelijk();
    // Once more, so that its number came along with a pull.
    een.sync.nu();
    await een.gelijk();
    await twee.wijzig('casussen', casus, (d) => (d['melder'] = 'Zorg'));
    // What the other did not know: its own edit began before it.
    expect(await draagOver(twee, een)).toEqual({ ...NIETS, gewijzigd: 1, alHier: 1 });
    expect(await een.lees('casussen', casus)).toMatchObject({
      titel: 'Later',
      melder: 'Zorg',
      conflicten: [],
    });
  });

  it('carries deletions, and an edit wins from one', async () => {
    const weg = await een.voegToe('casussen', casusvelden('Weg'));
    await draagOver(een, twee);
    await een.verwijder('casussen', weg);
    await een.verwijder('casussen', casus);
    await twee.wijzig('casussen', casus, (d) => (d['titel'] = 'Blijft'));
    await draagOver(een, twee);
    expect(await twee.lees('casussen', weg)).toBeNull();
    expect(await twee.lees('casussen', casus)).toMatchObject({ titel: 'Blijft' });
    await samenGelijk(twee, een);
    expect(await een.lees('casussen', casus)).toMatchObject({ titel: 'Blijft' });
    expect(await een.lees('casussen', weg)).toBeNull();
  });

  it('does not say that it holds an edit that came in while it was being made', async () => {
    await twee.wijzig('casussen', casus, (d) => (d['titel'] = 'Blijft'));
    twee.sync.pauzeer(false);
    await twee.gelijk();
    await een.verwijder('casussen', casus);
    // The line of the maker comes up in the middle: the edit wins there, and is what the house has.
    const huisstand = een.sync.huisstand.bind(een.sync);
    een.sync.huisstand = async (...vraag) => {
      een.sync.huisstand = huisstand;
      een.sync.pauzeer(false);
      await een.gelijk();
      return huisstand(...vraag);
    };
    await draagOver(een, twee);
    expect(await twee.lees('casussen', casus)).toMatchObject({ titel: 'Blijft' });
    await samenGelijk(een, twee);
    expect(await een.lees('casussen', casus)).toMatchObject({ titel: 'Blijft' });
  });

  it('does not bring back what was erased here since', async () => {
    await een.wijzig('casussen', casus, (d) => (d['titel'] = 'Anders'));
    const { bytes } = await een.overdracht.maak([een.account]);
    const voor = await twee.overdracht.bekijk(bytes);
    if (!voor.ok) throw new Error(voor.fout.soort);
    await voor.waarde.voerIn();
    await twee.verwijder('casussen', casus);
    await twee.sync.vergeet('casussen', [casus]);
    await twee.overdracht.vergeet('casussen', [casus]);
    expect(await voor.waarde.voerIn()).toEqual({ ...NIETS, alHier: 2 });
    expect(await twee.lees('casussen', casus)).toBeNull();
  });

  it('brings the keys of new vakken, and the house gets them from who made them', async () => {
    const vak = await een.maakVak();
    const erin = await een.voegToe('casussen', casusvelden('In een nieuw vak'), vak);
    const voor = await bekijk(een, twee);
    expect(voor.sleutels).toBe(1);
    await voor.voerIn();
    expect(await twee.lees('casussen', erin)).toMatchObject({ titel: 'In een nieuw vak' });
    await samenGelijk(twee, een);
  });
});

describe('what cannot be read', () => {
  it('is kept aside while its key is not there, and comes in with it', async () => {
    const collega = await Proefapparaat.maak({
      huis,
      account: await nieuwAccount(),
      endpoint: null,
      lid: { naam: 'Partner', rol: 'ketenpartner', toegang: 'toegewezen' },
    });
    try {
      for (const lid of collega.leden.values()) een.leden.set(lid.id, lid);
      const vak = await een.maakVak();
      const erin = await een.voegToe('casussen', casusvelden('Voor de partner'), vak);
      await een.geefToegang(vak, collega.account);
      // Also for the own devices, so that there is more in it than this receiver may read.
      const { bytes } = await een.overdracht.maak([een.account, collega.account]);
      const uit = await collega.overdracht.bekijk(bytes);
      if (!uit.ok) throw new Error(uit.fout.soort);
      expect(uit.waarde).toMatchObject({ sleutels: 1, van: { naam: 'Proef', eigen: false } });
      expect(await uit.waarde.voerIn()).toEqual({
        ...{ ...NIETS, nieuw: 1, alHier: 0 },
        onleesbaar: { sleutel: 2 },
      });
      expect((await collega.alle('casussen')).map((d) => d.id)).toEqual([erin]);
      expect(await collega.overdracht.probeerOpnieuw()).toBe(0);

      await een.geefToegang(huis.vak, collega.account);
      const huisvak = een.sleutels.alle().filter((t) => t.account === collega.account);
      for (const t of huisvak) await collega.neemToegang(t);
      // The certificate of the maker was kept with it: their own document is among what waits.
      expect(await collega.overdracht.probeerOpnieuw()).toBe(2);
      expect(await collega.lees('casussen', casus)).toMatchObject({ titel: 'Begin' });
      expect(await collega.overdracht.probeerOpnieuw()).toBe(0);
    } finally {
      await collega.sluit();
    }
  });

  it('is kept for a version of the application that knows the collection', async () => {
    const oud = await Proefapparaat.maak({
      huis,
      account,
      endpoint: null,
      collecties: ['leden'],
    });
    try {
      await oud.neemKennis(een);
      const voor = await bekijk(een, oud);
      expect(voor.uitkomst).toEqual({ ...NIETS, nieuw: 1, alHier: 0, onleesbaar: { vorm: 1 } });
      expect(await voor.voerIn()).toEqual(voor.uitkomst);
    } finally {
      await oud.sluit();
    }
  });

  it('is refused as a whole when it is for another house or account, or damaged', async () => {
    const { bytes } = await een.overdracht.maak([een.account]);
    const anderHuis = await nieuwHuis();
    const vreemd = await Proefapparaat.maak({
      huis: anderHuis,
      account: await nieuwAccount(),
      endpoint: null,
    });
    try {
      expect(await vreemd.overdracht.bekijk(bytes)).toEqual({ ok: false, fout: { soort: 'huis' } });
    } finally {
      await vreemd.sluit();
    }
    expect(await twee.overdracht.bekijk(bytes.subarray(0, bytes.length - 1))).toEqual({
      ok: false,
      fout: { soort: 'afgekapt' },
    });
    expect(await twee.overdracht.bekijk(new TextEncoder().encode('zomaar een tekst'))).toEqual({
      ok: false,
      fout: { soort: 'soort' },
    });
  });
});
