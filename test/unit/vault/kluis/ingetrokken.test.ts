/** A vault of which the device is revoked: locked, wiped, and told at the door. */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Ringboek } from '../../../../renderer/vault/sleutels/ring.js';
import { startTestEndpoint } from '../../../harness/endpoint.js';
import type { Testendpoint } from '../../../harness/endpoint.js';
import { maakNepplatform } from '../../../harness/platform.js';
import { apparaat, betrokkene, OPRICHTING, WACHTZIN } from './proef.js';
import type { Proefapparaat } from './proef.js';

let endpoint: Testendpoint;
let hier: Proefapparaat;
const getuige: { tekst: string | null } = { tekst: null };
const gestopt: Promise<unknown>[] = [];

beforeEach(async () => {
  endpoint = await startTestEndpoint();
  getuige.tekst = null;
  hier = apparaat(maakNepplatform({ getuige }));
});
afterEach(() => gestopt.push(endpoint.ruimOp()));
afterAll(() => Promise.all(gestopt));

const databases = async (): Promise<string[]> =>
  (await Dexie.getDatabaseNames()).filter((n) => n.startsWith(`${hier.naam}-`));

async function opHet(klopt: () => boolean): Promise<void> {
  while (!klopt()) await new Promise((klaar) => setTimeout(klaar, 5));
}

async function vol(): Promise<{
  kluis: Awaited<ReturnType<ReturnType<Proefapparaat['deur']>['richtOp']>>['kluis'];
  dicht: () => boolean;
}> {
  let dicht = false;
  const deur = hier.deur({ bijIngetrokken: () => (dicht = true) });
  const { kluis } = await deur.richtOp({ ...OPRICHTING, endpoint: endpoint.adres });
  await opHet(() => kluis.sync.waarde.toestand === 'gelijk');
  const vak = await kluis.nieuwVak();
  const [doc] = await kluis.voegToe('betrokkenen', [betrokkene(vak)]);
  expect(doc).toBeDefined();
  const bijlage = await kluis.bijlagen.voegToe(vak, {
    naam: 'verslag.txt',
    soort: 'text/plain',
    grootte: 5,
    deel: (van, tot) => Promise.resolve(new TextEncoder().encode('tekst').slice(van, tot)),
  });
  expect(bijlage.ok).toBe(true);
  return { kluis, dicht: () => dicht };
}

describe('a vault whose device is revoked', () => {
  it('locks, wipes everything, and tells at the door what was not sent', async () => {
    const { kluis, dicht } = await vol();
    await opHet(() => kluis.sync.waarde.toestand === 'gelijk');
    expect(await hier.platform.stukken.namen()).toHaveLength(1);
    await hier.platform.schijf.schrijfGetuige(JSON.stringify({ apparaat: kluis.apparaat.id }));
    await kluis.leden.trekIn({ account: kluis.ik.id, apparaat: kluis.apparaat.id });
    await opHet(() => hier.platform.herstarts > 0);
    expect(dicht()).toBe(true);

    expect(await databases()).toEqual([`${hier.naam}-sleutels`]);
    expect(await hier.platform.stukken.namen()).toEqual([]);
    expect(getuige.tekst).not.toContain(kluis.apparaat.id);
    const deur = hier.deur();
    const stand = await deur.stand();
    expect(stand).toMatchObject({ soort: 'ingetrokken', wachtend: 0 });
    // There is no way in any more, with the passphrase neither.
    expect((await deur.ontgrendel(WACHTZIN)).ok).toBe(false);
    await deur.begrijpIngetrokken();
    expect(await deur.stand()).toEqual({ soort: 'leeg' });
  });

  it('counts what had not been sent', async () => {
    const { kluis } = await vol();
    const { ik, apparaat: dit } = kluis;
    await opHet(() => kluis.sync.waarde.toestand === 'gelijk');
    kluis.sync.pauzeer(true);
    await kluis.voegToe('betrokkenen', [betrokkene(await kluis.nieuwVak())]);
    expect(kluis.sync.waarde.wachtend).toBe(1);
    await kluis.leden.trekIn({ account: ik.id, apparaat: dit.id });
    await opHet(() => hier.platform.herstarts > 0);
    expect(await hier.deur().stand()).toMatchObject({ soort: 'ingetrokken', wachtend: 1 });
  });

  it('goes on with the wiping that a power cut broke off', async () => {
    const { kluis } = await vol();
    await kluis.sluit();
    expect((await databases()).length).toBeGreaterThan(1);
    // As it is between the destroying of the keys and the rest.
    const op = '2026-11-26T09:00:00.000Z';
    await new Ringboek(`${hier.naam}-sleutels`).trekIn({ op, wachtend: 2, kopiemap: null });
    expect(await hier.deur().stand()).toEqual({ soort: 'ingetrokken', op, wachtend: 2 });
    expect(await databases()).toEqual([`${hier.naam}-sleutels`]);
    expect(await hier.platform.stukken.namen()).toEqual([]);
  });
});
