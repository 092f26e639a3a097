import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Testendpoint } from '../../harness/endpoint.js';
import {
  jsonInit,
  nieuwId,
  richtHuisOp,
  type Testantwoord,
  type Testapparaat,
  voegToe,
  vraag,
} from '../../harness/endpointclient.js';
import { opElkeOpslag } from '../../harness/opslagen.js';

const DAG = 86_400_000;

opElkeOpslag('uitnodigingen', (start) => {
  let endpoint: Testendpoint;
  let een: Testapparaat;
  let id: string;
  let nu: Date;
  beforeEach(async () => {
    nu = new Date('2026-03-02T09:00:00Z');
    endpoint = await start({ klok: () => nu });
    een = await richtHuisOp(endpoint.adres);
    id = nieuwId();
  });
  afterEach(() => endpoint.ruimOp());

  const overDagen = (n: number): string => new Date(nu.getTime() + n * DAG).toISOString();
  const nodigUit = (door = een, dagen = 7): Promise<Testantwoord> =>
    door.stuurJson('PUT', `/uitnodigingen/${id}`, { verlooptOp: overDagen(dagen) });
  const vraagAan = (bytes: string): Promise<Testantwoord> =>
    vraag(`${een.basis}/uitnodigingen/${id}/aanvraag`, jsonInit('POST', { bytes }));
  const beantwoord = (bytes: string, door = een): Promise<Testantwoord> =>
    door.stuurJson('PUT', `/uitnodigingen/${id}/antwoord`, { bytes });
  const antwoord = (): Promise<Testantwoord> => vraag(`${een.basis}/uitnodigingen/${id}/antwoord`);
  const code = (a: Testantwoord): [number, string] => [a.status, a.probleem().code];

  it('carry one request and one answer', async () => {
    expect((await nodigUit()).status).toBe(201);
    expect((await nodigUit()).status).toBe(200);
    expect((await antwoord()).status).toBe(204);
    expect((await vraagAan('AAAA')).status).toBe(201);
    expect((await een.haal('/uitnodigingen')).json()).toEqual({
      uitnodigingen: [{ id, verlooptOp: overDagen(7), aanvraag: 'AAAA', beantwoord: false }],
    });
    expect((await beantwoord('BBBB')).status).toBe(200);
    const gehaald = await antwoord();
    expect([gehaald.status, gehaald.json()]).toEqual([200, { bytes: 'BBBB' }]);
  });

  it('work once; a retry of the same request is the same', async () => {
    await nodigUit();
    await vraagAan('AAAA');
    expect((await vraagAan('AAAA')).status).toBe(201);
    expect(code(await vraagAan('CCCC'))).toEqual([409, 'uitnodiging-gebruikt']);
    await beantwoord('BBBB');
    expect((await beantwoord('BBBB')).status).toBe(200);
    expect(code(await beantwoord('CCCC'))).toEqual([409, 'al-beantwoord']);
  });

  it('expire, but not after they were used', async () => {
    await nodigUit();
    nu = new Date(nu.getTime() + 8 * DAG);
    expect(code(await vraagAan('AAAA'))).toEqual([410, 'uitnodiging-verlopen']);
    expect(code(await antwoord())).toEqual([410, 'uitnodiging-verlopen']);
    await een.meldAan();
    id = nieuwId();
    await nodigUit();
    await vraagAan('AAAA');
    nu = new Date(nu.getTime() + 8 * DAG);
    await een.meldAan();
    expect((await antwoord()).status).toBe(204);
    expect((await beantwoord('BBBB')).status).toBe(200);
    expect((await antwoord()).status).toBe(200);
  });

  it('are given out for a bounded time in the future', async () => {
    expect(code(await nodigUit(een, -1))).toEqual([400, 'verloopdatum-ongeldig']);
    expect(code(await nodigUit(een, 32))).toEqual([400, 'verloopdatum-ongeldig']);
  });

  it('belong to the account that invited', async () => {
    const ander = await voegToe(een);
    await nodigUit();
    expect(code(await nodigUit(ander))).toEqual([409, 'uitnodiging-bestaat']);
    await vraagAan('AAAA');
    expect((await ander.haal('/uitnodigingen')).json()).toEqual({ uitnodigingen: [] });
    expect(code(await beantwoord('BBBB', ander))).toEqual([404, 'onbekende-uitnodiging']);
  });

  it('that do not exist are not there', async () => {
    expect(code(await vraagAan('AAAA'))).toEqual([404, 'onbekende-uitnodiging']);
    expect(code(await antwoord())).toEqual([404, 'onbekende-uitnodiging']);
    await nodigUit();
    expect(code(await beantwoord('BBBB'))).toEqual([409, 'geen-aanvraag']);
    expect(code(await vraagAan(''))).toEqual([400, 'ongeldig-verzoek']);
  });
});
