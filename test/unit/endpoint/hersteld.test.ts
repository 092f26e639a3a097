/** The series of volgnummers, as an endpoint says it after an older backup was put back. */
import { afterEach, expect, it } from 'vitest';
import { tokenAntwoord, uitdaging, type Reeks } from '../../../shared/sync/protocol.js';
import type { Testendpoint } from '../../harness/endpoint.js';
import { richtHuisOp, type Testapparaat } from '../../harness/endpointclient.js';
import { opElkeOpslag } from '../../harness/opslagen.js';

opElkeOpslag('een andere reeks', (start) => {
  let endpoint: Testendpoint;
  afterEach(() => endpoint.ruimOp());

  const reeksVan = async (een: Testapparaat): Promise<Reeks> => {
    const gesteld = uitdaging.parse((await een.daagUit()).json());
    const antwoord = tokenAntwoord.parse((await een.losIn(gesteld.uitdaging)).json());
    een.token = antwoord.token;
    return antwoord.reeks;
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
    expect(await reeksVan(een)).toEqual({ naam: '', na: 0 });
    const vak = await een.nieuwVak();
    const { volgnummer } = await een.push(een.envelop(vak));

    await herstart(een, true);
    // The token of before is gone: nobody goes on without hearing of it.
    expect((await een.stuurPush([een.envelop(vak)])).status).toBe(401);
    const tweede = await reeksVan(een);
    expect(tweede).toEqual({ naam: expect.stringMatching(/^.{20,}$/) as string, na: volgnummer });
    await een.push(een.envelop(vak));
    await herstart(een, false);
    expect(await reeksVan(een)).toEqual(tweede);

    await herstart(een, true);
    const derde = await reeksVan(een);
    expect(derde.na).toBe(volgnummer);
    expect(derde.naam).not.toBe(tweede.naam);
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
