import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Verlening } from '../../../shared/sync/protocol.js';
import type { Testendpoint } from '../../harness/endpoint.js';
import {
  nieuwAccount,
  nieuwId,
  richtHuisOp,
  type Testapparaat,
  voegToe,
} from '../../harness/endpointclient.js';
import { opElkeOpslag } from '../../harness/opslagen.js';

async function haal(
  apparaat: Testapparaat,
  vanaf = 0,
): Promise<{ verleningen: Verlening[]; volgnummer: number }> {
  const antwoord = await apparaat.haal(`/verleningen?vanaf=${vanaf}`);
  expect(antwoord.status).toBe(200);
  return antwoord.json() as { verleningen: Verlening[]; volgnummer: number };
}

opElkeOpslag('verleningen', (start) => {
  let endpoint: Testendpoint;
  let een: Testapparaat;
  let twee: Testapparaat;
  let drie: Testapparaat;
  let nu: Date;
  beforeEach(async () => {
    nu = new Date('2026-03-02T09:00:00Z');
    endpoint = await start({ klok: () => nu });
    een = await richtHuisOp(endpoint.adres);
    twee = await voegToe(een);
    drie = await voegToe(een);
  });
  afterEach(() => endpoint.ruimOp());

  it('create a vak when the giver is among the first', async () => {
    const vak = nieuwId();
    const zonderMij = een.verlening(vak, twee.account.id);
    expect((await een.verleen(zonderMij)).geweigerd).toEqual([
      { id: zonderMij.id, reden: 'geen-lid' },
    ]);
    const metMij = [een.verlening(vak, een.account.id), een.verlening(vak, twee.account.id)];
    expect(await een.verleen(...metMij)).toEqual({ aangenomen: 2, geweigerd: [] });
    expect((await haal(twee)).verleningen).toEqual(metMij);
  });

  it('are the same again, and refused when they differ', async () => {
    const vak = nieuwId();
    const mijn = een.verlening(vak, een.account.id);
    await een.verleen(mijn);
    const { volgnummer } = await haal(een);
    expect(await een.verleen(mijn)).toEqual({ aangenomen: 1, geweigerd: [] });
    expect((await haal(een)).volgnummer).toBe(volgnummer);
    const ander = een.verlening(vak, een.account.id);
    expect((await een.verleen(ander)).geweigerd).toEqual([{ id: ander.id, reden: 'bestaat' }]);
  });

  it('are refused one by one, and say nothing of a vak to who is not in it', async () => {
    const vak = await een.nieuwVak();
    const vanBuiten = twee.verlening(vak, twee.account.id);
    const opNaamVanEen = twee.verlening(vak, twee.account.id, { door: een.account });
    expect((await twee.verleen(vanBuiten, opNaamVanEen)).geweigerd).toEqual([
      { id: vanBuiten.id, reden: 'geen-lid' },
      { id: opNaamVanEen.id, reden: 'handtekening' },
    ]);
    const vervalst = { ...een.verlening(vak, twee.account.id), rol: 'beheerder' };
    const naarNiemand = een.verlening(vak, nieuwAccount().id);
    const goed = een.verlening(vak, drie.account.id);
    expect(await een.verleen(vervalst, naarNiemand, goed)).toEqual({
      aangenomen: 1,
      geweigerd: [
        { id: vervalst.id, reden: 'handtekening' },
        { id: naarNiemand.id, reden: 'onbekend-account' },
      ],
    });
    expect((await haal(twee)).verleningen).toEqual([]);
  });

  it('with a line break in a signed part are never valid', async () => {
    const vak = await een.nieuwVak();
    const v = een.verlening(vak, twee.account.id, { rol: 'lid\n2027-01-01' });
    expect((await een.verleen(v)).geweigerd).toEqual([{ id: v.id, reden: 'handtekening' }]);
  });

  it('are fetched from a point, and whole for a vak that is new to the account', async () => {
    const vak = await een.nieuwVak();
    const punt = (await haal(twee)).volgnummer;
    await een.verleen(een.verlening(vak, twee.account.id));
    const nieuw = await haal(twee, punt);
    expect(nieuw.verleningen.map((v) => v.account).sort()).toEqual(
      [een.account.id, twee.account.id].sort(),
    );
    expect((await haal(twee, nieuw.volgnummer)).verleningen).toEqual([]);
    expect((await haal(drie)).verleningen).toEqual([]);
  });

  it('end after their last day, in the Netherlands', async () => {
    const vak = await een.nieuwVak();
    await een.verleen(een.verlening(vak, twee.account.id, { tot: '2026-03-02' }));
    await een.push(een.envelop(vak));
    expect(await twee.pullAlles()).toHaveLength(1);
    nu = new Date('2026-03-02T22:59:00Z');
    await twee.meldAan();
    expect(await twee.pullAlles()).toHaveLength(1);
    nu = new Date('2026-03-02T23:01:00Z');
    expect(await twee.pullAlles()).toHaveLength(0);
    expect((await haal(twee)).verleningen).toEqual([]);
    // What a former member still brings is for the members to judge.
    const laat = twee.envelop(vak);
    expect((await twee.push(laat)).quarantaine).toEqual([laat.id]);
  });

  it('give nobody longer access than the giver has', async () => {
    const vak = await een.nieuwVak();
    await een.verleen(een.verlening(vak, twee.account.id, { tot: '2026-06-30' }));
    const teLang = twee.verlening(vak, drie.account.id);
    const zelf = twee.verlening(vak, twee.account.id, { epoch: 2 });
    const goed = twee.verlening(vak, drie.account.id, { tot: '2026-06-30' });
    expect(await twee.verleen(teLang, zelf, goed)).toEqual({
      aangenomen: 1,
      geweigerd: [
        { id: teLang.id, reden: 'geen-lid' },
        { id: zelf.id, reden: 'geen-lid' },
      ],
    });
  });
});
