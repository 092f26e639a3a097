import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Testendpoint } from '../../harness/endpoint.js';
import {
  nieuwHuis,
  richtHuisOp,
  Testapparaat,
  type Testaccount,
  voegToe,
} from '../../harness/endpointclient.js';
import { opElkeOpslag } from '../../harness/opslagen.js';

opElkeOpslag('twee huizen op één endpoint', (start) => {
  let endpoint: Testendpoint;
  beforeAll(async () => {
    endpoint = await start();
  });
  afterAll(() => endpoint.ruimOp());

  it('do not meet, even with the same names for everything', async () => {
    const een = await richtHuisOp(endpoint.adres);
    // The same person, device name, vak and document id in another house.
    const zelfde: Testaccount = een.account;
    const twee = new Testapparaat(endpoint.adres, nieuwHuis(), zelfde);
    Object.assign(twee, { id: een.id });
    expect((await twee.meldHuisAan()).status).toBe(201);
    await twee.meldAan();

    const vak = await een.nieuwVak();
    await twee.verleen(twee.verlening(vak, zelfde.id));
    const e = een.envelop(vak);
    const t = twee.envelop(vak, { id: e.id });
    const eersteVan = async (a: Testapparaat, wat: typeof e): Promise<number> =>
      (await a.push(wat)).volgnummer;
    expect(await eersteVan(een, e)).toBe(await eersteVan(twee, t));
    expect((await een.pullAlles()).map((x) => x.versie)).toEqual([e.versie]);
    expect((await twee.pullAlles()).map((x) => x.versie)).toEqual([t.versie]);
  });

  it('count their own volgnummers', async () => {
    const een = await richtHuisOp(endpoint.adres);
    const twee = await richtHuisOp(endpoint.adres);
    const vak = await een.nieuwVak();
    for (let i = 0; i < 5; i += 1) await een.push(een.envelop(vak));
    const { volgnummer } = await twee.push(twee.envelop(await twee.nieuwVak()));
    expect(volgnummer).toBe(2);
  });

  it('accept no member, device or grant of the other', async () => {
    const een = await richtHuisOp(endpoint.adres);
    const twee = await richtHuisOp(endpoint.adres);
    const vanTwee = await voegToe(twee);
    const vak = await een.nieuwVak();
    const grant = een.verlening(vak, vanTwee.account.id);
    expect((await een.verleen(grant)).geweigerd).toEqual([
      { id: grant.id, reden: 'onbekend-account' },
    ]);
    // Signed for the other house: the signature names the house.
    const antwoord = await een.stuurJson('POST', '/verleningen', {
      verleningen: [twee.verlening(vak, twee.account.id)],
    });
    expect(antwoord.json()).toMatchObject({ geweigerd: [{ reden: 'handtekening' }] });
  });
});
