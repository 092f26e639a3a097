import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Testendpoint } from '../../harness/endpoint.js';
import {
  jsonInit,
  type Luisteraar,
  nieuwId,
  richtHuisOp,
  Testapparaat,
  voegToe,
  vraag,
} from '../../harness/endpointclient.js';
import { opElkeOpslag } from '../../harness/opslagen.js';

opElkeOpslag('de stroom van porren', (start) => {
  let endpoint: Testendpoint;
  const open: Luisteraar[] = [];
  beforeEach(async () => {
    endpoint = await start({ hartslagMs: 50 });
  });
  afterEach(async () => {
    for (const l of open.splice(0)) l.sluit();
    await endpoint.ruimOp();
  });
  const luister = async (apparaat: Testapparaat): Promise<Luisteraar> => {
    const l = await apparaat.luister();
    open.push(l);
    return l;
  };

  it('tells the members of a vak, and nobody else, once per collection', async () => {
    const een = await richtHuisOp(endpoint.adres);
    const lid = await voegToe(een);
    const buitenstaander = await voegToe(een);
    const buur = await richtHuisOp(endpoint.adres);
    const vak = await een.nieuwVak(lid.account);
    const eigen = await luister(een);
    const stil = await Promise.all([luister(buitenstaander), luister(buur)]);
    const hoort = await luister(lid);
    const { volgnummer } = await een.push(
      een.envelop(vak),
      een.envelop(vak),
      een.envelop(vak, { collectie: 'acties' }),
    );
    await hoort.tot((l) => l.porren.length >= 2);
    expect(hoort.porren).toEqual([
      { soort: 'wijziging', vak, collectie: 'casussen', volgnummer: volgnummer - 1 },
      { soort: 'wijziging', vak, collectie: 'acties', volgnummer },
    ]);
    // A heartbeat later they would have heard it too.
    await Promise.all(stil.map((s) => s.tot((l) => l.hartslagen > 0)));
    expect(stil.flatMap((s) => s.porren)).toEqual([]);
    expect(eigen.porren).toEqual([]);
  });

  it('tells the other devices of the same account', async () => {
    const een = await richtHuisOp(endpoint.adres);
    const tweede = await voegToe(een, een.account);
    const vak = await een.nieuwVak();
    const hoort = await luister(tweede);
    await een.push(een.envelop(vak));
    await hoort.tot((l) => l.porren.length === 1);
  });

  it('tells who was granted a vak', async () => {
    const een = await richtHuisOp(endpoint.adres);
    const lid = await voegToe(een);
    const hoort = await luister(lid);
    await een.nieuwVak();
    await een.nieuwVak(lid.account);
    await hoort.tot((l) => l.porren.length > 0 && l.hartslagen > 0);
    expect(hoort.porren).toEqual([{ soort: 'verleningen' }]);
  });

  it('tells the inviter that the invitation was used', async () => {
    const een = await richtHuisOp(endpoint.adres);
    const lid = await voegToe(een);
    const [hoort, stil] = [await luister(een), await luister(lid)];
    const id = nieuwId();
    const verlooptOp = new Date(Date.now() + 86_400_000).toISOString();
    await een.stuurJson('PUT', `/uitnodigingen/${id}`, { verlooptOp });
    await vraag(`${een.basis}/uitnodigingen/${id}/aanvraag`, jsonInit('POST', { bytes: 'AAAA' }));
    await hoort.tot((l) => l.porren.length === 1);
    expect(hoort.porren).toEqual([{ soort: 'uitnodiging', id }]);
    expect(stil.porren).toEqual([]);
  });

  it('says nothing of a retry or of what was rejected', async () => {
    const een = await richtHuisOp(endpoint.adres);
    const lid = await voegToe(een);
    const vak = await een.nieuwVak(lid.account);
    const e = een.envelop(vak);
    await een.push(e);
    const hoort = await luister(lid);
    await een.push(e);
    await een.push(een.envelop(vak, { id: e.id, basis: nieuwId() }));
    await hoort.tot((l) => l.hartslagen > 1);
    expect(hoort.porren).toEqual([]);
  });

  it('ends for a device that is revoked, and says why', async () => {
    const een = await richtHuisOp(endpoint.adres);
    const lid = await voegToe(een);
    const tweede = await voegToe(een, lid.account);
    const [hoort, blijft] = [await luister(lid), await luister(tweede)];
    await tweede.trekIn(lid.intrekking(lid.id));
    await hoort.einde;
    expect(hoort.porren).toEqual([{ soort: 'ingetrokken' }]);
    await blijft.tot((l) => l.porren.length > 0);
    expect(blijft.porren).toEqual([{ soort: 'intrekkingen' }]);
    await expect(lid.luister()).rejects.toThrow('403');
  });

  it('ends at a stop, without waiting', async () => {
    const een = await richtHuisOp(endpoint.adres);
    const hoort = await luister(een);
    const begin = performance.now();
    await endpoint.stop();
    await hoort.einde;
    expect(performance.now() - begin).toBeLessThan(3000);
  });

  it('a connection on which nothing was asked holds up no stop', async () => {
    const { hostname, port } = new URL(endpoint.adres);
    const stil = connect(Number(port), hostname);
    await once(stil, 'connect');
    // So that the endpoint has seen the other one too.
    await vraag(`${endpoint.adres}/v1/gezondheid`);
    const begin = performance.now();
    await endpoint.stop();
    expect(performance.now() - begin).toBeLessThan(3000);
    stil.destroy();
  });

  it('gives up the oldest of too many streams of one device', async () => {
    const een = await richtHuisOp(endpoint.adres);
    const eerste = await luister(een);
    for (let i = 0; i < 8; i += 1) await luister(een);
    await eerste.einde;
  });
});
