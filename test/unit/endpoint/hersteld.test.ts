/** The series of volgnummers, as an endpoint says it after an older backup was put back. */
import { afterEach, expect, it } from 'vitest';
import { tokenAntwoord, uitdaging, type Reeks } from '../../../shared/sync/protocol.js';
import type { Testendpoint } from '../../harness/endpoint.js';
import { richtHuisOp, type Testapparaat } from '../../harness/endpointclient.js';
import { opElkeOpslag } from '../../harness/opslagen.js';

opElkeOpslag('een andere reeks', (start) => {
  let endpoint: Testendpoint;
  afterEach(() => endpoint.ruimOp());

  const reeksenVan = async (een: Testapparaat): Promise<Reeks[]> => {
    const gesteld = uitdaging.parse((await een.daagUit()).json());
    const antwoord = tokenAntwoord.parse((await een.losIn(gesteld.uitdaging)).json());
    een.token = antwoord.token;
    return antwoord.reeksen;
  };
  const herstart = async (een: Testapparaat, hersteld: boolean): Promise<void> => {
    const { gegevens } = endpoint;
    await endpoint.stop();
    endpoint = await start({ ...gegevens, hersteld });
    een.adres = endpoint.adres;
  };

  it('begins when it is told so, and goes on from the earliest number', async () => {
    endpoint = await start();
    const een = await richtHuisOp(endpoint.adres);
    const [eerste] = await reeksenVan(een);
    expect(eerste).toEqual({ naam: expect.stringMatching(/^.{20,}$/) as string, na: 0 });
    const vak = await een.nieuwVak();
    const { volgnummer } = await een.push(een.envelop(vak));

    await herstart(een, true);
    // The token of before is gone: nobody goes on without hearing of it.
    expect((await een.stuurPush([een.envelop(vak)])).status).toBe(401);
    const twee = await reeksenVan(een);
    expect(twee).toMatchObject([eerste ?? {}, { na: volgnummer }]);
    const { volgnummer: later } = await een.push(een.envelop(vak));
    await herstart(een, false);
    expect(await reeksenVan(een)).toEqual(twee);

    await herstart(een, true);
    const drie = await reeksenVan(een);
    expect(drie).toMatchObject([...twee, { na: later }]);
    expect(new Set(drie.map((r) => r.naam)).size).toBe(3);
  });

  it('is there from the beginning: a house that registers anew is another', async () => {
    endpoint = await start();
    const een = await richtHuisOp(endpoint.adres);
    const eerst = await reeksenVan(een);
    const leeg = await start();
    een.adres = leeg.adres;
    await een.meldHuisAan();
    expect(await reeksenVan(een)).not.toEqual(eerst);
    await leeg.ruimOp();
  });

  it('reads from the beginning for who asks after a number that was not given out yet', async () => {
    endpoint = await start();
    const een = await richtHuisOp(endpoint.adres);
    const vak = await een.nieuwVak();
    const document = een.envelop(vak);
    const { volgnummer } = await een.push(document);
    const ids = async (na: number): Promise<string[]> =>
      (await een.pull({ [vak]: na })).enveloppen.map((e) => e.id);
    expect(await ids(volgnummer)).toEqual([]);
    expect(await ids(volgnummer + 1)).toEqual([document.id]);
  });
});
