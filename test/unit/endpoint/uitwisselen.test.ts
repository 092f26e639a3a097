import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestEndpoint, type Testendpoint } from '../../harness/endpoint.js';
import { nieuwId, richtHuisOp, voegToe } from '../../harness/endpointclient.js';

describe('documenten uitwisselen', () => {
  let endpoint: Testendpoint;
  beforeAll(async () => {
    endpoint = await startTestEndpoint();
  });
  afterAll(() => endpoint.ruimOp());

  it('gives what one device pushed to another, in order', async () => {
    const een = await richtHuisOp(endpoint.adres);
    const twee = await voegToe(een);
    const vak = await een.nieuwVak(twee.account);
    const a = een.envelop(vak);
    const b = een.envelop(vak, { verwijderd: true });
    const { volgnummer, verworpen } = await een.push(a, b);
    expect(verworpen).toEqual([]);
    const gehaald = await twee.pull();
    expect(gehaald.meer).toBe(false);
    expect(gehaald.punten).toEqual({ [vak]: volgnummer });
    const { basis: _a, ...zonderBasisA } = a;
    const { basis: _b, ...zonderBasisB } = b;
    expect(gehaald.enveloppen).toEqual([
      {
        ...zonderBasisA,
        bytes: new Uint8Array(a.bytes),
        handtekening: new Uint8Array(a.handtekening),
        volgnummer: volgnummer - 1,
      },
      {
        ...zonderBasisB,
        bytes: new Uint8Array(b.bytes),
        handtekening: new Uint8Array(b.handtekening),
        volgnummer,
      },
    ]);
    expect((await twee.pull(gehaald.punten)).enveloppen).toEqual([]);
  });

  it('rejects a change on an old version with the current one, and accepts the merge', async () => {
    const een = await richtHuisOp(endpoint.adres);
    const vak = await een.nieuwVak();
    const eerste = een.envelop(vak);
    await een.push(eerste);
    const tweede = { ...een.envelop(vak), id: eerste.id, basis: eerste.versie };
    await een.push(tweede);
    const laat = { ...een.envelop(vak), id: eerste.id, basis: eerste.versie };
    const { verworpen } = await een.push(laat);
    expect(verworpen.map((e) => e.versie)).toEqual([tweede.versie]);
    expect(verworpen[0]?.bytes).toEqual(new Uint8Array(tweede.bytes));
    const samen = { ...laat, versie: nieuwId(), basis: tweede.versie };
    expect((await een.push(samen)).verworpen).toEqual([]);
    expect((await een.pullAlles()).map((e) => e.versie)).toEqual([samen.versie]);
  });
});
