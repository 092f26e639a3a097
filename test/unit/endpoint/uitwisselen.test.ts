import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bereikbaar, type Testendpoint } from '../../harness/endpoint.js';
import { nieuwId, type Pushenvelop, richtHuisOp, voegToe } from '../../harness/endpointclient.js';
import { opElkeOpslag } from '../../harness/opslagen.js';

/** As another device gets it: bytes as bytes, without what it was made on. */
function zoalsGehaald(e: Pushenvelop, volgnummer: number): unknown {
  const gehaald: Partial<Pushenvelop> = {
    ...e,
    bytes: new Uint8Array(e.bytes),
    handtekening: new Uint8Array(e.handtekening),
  };
  delete gehaald.basis;
  return { ...gehaald, volgnummer };
}

opElkeOpslag('documenten uitwisselen', (start) => {
  let endpoint: Testendpoint;
  beforeAll(async () => {
    endpoint = await start();
  });
  afterAll(() => endpoint.ruimOp());

  it('gives what one device pushed to another, in order', async () => {
    const een = await richtHuisOp(endpoint.adres);
    const twee = await voegToe(een);
    const vak = await een.nieuwVak(twee.account);
    const a = een.envelop(vak);
    const b = een.envelop(vak, { verwijderd: true, bytes: new Uint8Array(0) });
    const { volgnummer, verworpen } = await een.push(a, b);
    expect(verworpen).toEqual([]);
    const gehaald = await twee.pull();
    expect(gehaald.meer).toBe(false);
    expect(gehaald.punten).toEqual({ [vak]: volgnummer });
    expect(gehaald.enveloppen).toEqual([
      zoalsGehaald(a, volgnummer - 1),
      zoalsGehaald(b, volgnummer),
    ]);
    expect((await twee.pull(gehaald.punten)).enveloppen).toEqual([]);
    expect((await twee.pull({}, 500, 'acties')).enveloppen).toEqual([]);
  });

  it('rejects a change on an old version with the current one, and accepts the merge', async () => {
    const een = await richtHuisOp(endpoint.adres);
    const vak = await een.nieuwVak();
    const eerste = een.envelop(vak);
    await een.push(eerste);
    const tweede = een.envelop(vak, { id: eerste.id, basis: eerste.versie });
    await een.push(tweede);
    const laat = een.envelop(vak, { id: eerste.id, basis: eerste.versie });
    const ander = een.envelop(vak);
    const { verworpen } = await een.push(laat, ander);
    expect(verworpen.map((e) => e.versie)).toEqual([tweede.versie]);
    expect(verworpen[0]?.bytes).toEqual(new Uint8Array(tweede.bytes));
    const samen = { ...laat, versie: nieuwId(), basis: tweede.versie };
    expect((await een.push(samen)).verworpen).toEqual([]);
    expect((await een.pullAlles()).map((e) => e.versie)).toEqual([ander.versie, samen.versie]);
  });

  it('accepts the same push again without a new volgnummer', async () => {
    const een = await richtHuisOp(endpoint.adres);
    const vak = await een.nieuwVak();
    const enveloppen = [een.envelop(vak), een.envelop(vak)];
    const eerst = await een.push(...enveloppen);
    expect(await een.push(...enveloppen)).toEqual(eerst);
    expect(await een.pullAlles()).toHaveLength(2);
  });

  it('takes back what it lost: a change of a document that it does not have', async () => {
    const een = await richtHuisOp(endpoint.adres);
    const vak = await een.nieuwVak();
    expect((await een.push(een.envelop(vak, { basis: nieuwId() }))).verworpen).toEqual([]);
    expect(await een.pullAlles()).toHaveLength(1);
  });

  it('pages over vakken without skipping or repeating', async () => {
    const een = await richtHuisOp(endpoint.adres);
    const vakken = [await een.nieuwVak(), await een.nieuwVak(), await een.nieuwVak()];
    const gestuurd: string[] = [];
    for (let i = 0; i < 4; i += 1) {
      const deel = vakken.flatMap((vak) => [een.envelop(vak), een.envelop(vak)]);
      gestuurd.push(...deel.map((e) => e.id));
      await een.push(...deel);
    }
    const gehaald = await een.pullAlles('casussen', 5);
    expect(gehaald.map((e) => e.id)).toEqual(gestuurd);
  });

  it('keeps an answer within the bound of one request', async () => {
    const een = await richtHuisOp(endpoint.adres);
    const vak = await een.nieuwVak();
    const groot = (): Pushenvelop => een.envelop(vak, { bytes: randomBytes(1024 * 1024) });
    for (let i = 0; i < 3; i += 1) await een.push(...Array.from({ length: 4 }, () => groot()));
    const eerste = await een.pull();
    expect(eerste.meer).toBe(true);
    expect(eerste.enveloppen).toHaveLength(8);
    expect(await een.pullAlles()).toHaveLength(12);
  });

  it('gives a vak that is granted later from its beginning', async () => {
    const een = await richtHuisOp(endpoint.adres);
    const twee = await voegToe(een);
    const oud = await een.nieuwVak();
    const ouder = een.envelop(oud);
    await een.push(ouder);
    const gedeeld = await een.nieuwVak(twee.account);
    await een.push(een.envelop(gedeeld));
    const { punten } = await twee.pull();
    expect(Object.keys(punten)).toEqual([gedeeld]);
    await een.verleen(een.verlening(oud, twee.account.id));
    const later = await twee.pull(punten);
    expect(later.enveloppen.map((e) => e.id)).toEqual([ouder.id]);
  });

  it('keeps everything over a restart', async () => {
    const eerste = await start();
    const een = await richtHuisOp(eerste.adres);
    const vak = await een.nieuwVak();
    await een.push(een.envelop(vak));
    await eerste.stop();
    const tweede = await start({
      ...eerste.gegevens,
      port: Number(new URL(eerste.adres).port),
    });
    await bereikbaar(tweede.adres);
    expect(await een.pullAlles()).toHaveLength(1);
    await tweede.ruimOp();
  });
});
