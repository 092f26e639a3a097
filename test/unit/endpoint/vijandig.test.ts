import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { encode } from '@msgpack/msgpack';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GRENZEN } from '../../../shared/sync/protocol.js';
import { startTestEndpoint, type Testendpoint } from '../../harness/endpoint.js';
import { stand } from '../../harness/endpointbestand.js';
import {
  jsonInit,
  msgpackInit,
  nieuwId,
  richtHuisOp,
  type Testantwoord,
  type Testapparaat,
  voegToe,
  vraag,
} from '../../harness/endpointclient.js';

/** Raw bytes to the endpoint, for what `fetch` refuses to send. */
function ruw(adres: string, tekst: string | Buffer): Promise<string> {
  const { hostname, port } = new URL(adres);
  return new Promise((goed, mis) => {
    const lijn = connect(Number(port), hostname, () => lijn.write(tekst));
    let antwoord = '';
    lijn.on('data', (stuk) => (antwoord += stuk.toString()));
    lijn.on('close', () => goed(antwoord));
    lijn.on('error', mis);
  });
}

describe('vijandige verzoeken', () => {
  let endpoint: Testendpoint;
  let een: Testapparaat;
  let twee: Testapparaat;
  let buur: Testapparaat;
  let vak: string;
  let vreemdVak: string;
  let buurVak: string;
  let voor: ReturnType<typeof stand>;

  beforeAll(async () => {
    endpoint = await startTestEndpoint();
    een = await richtHuisOp(endpoint.adres);
    twee = await voegToe(een);
    buur = await richtHuisOp(endpoint.adres);
    vak = await een.nieuwVak();
    vreemdVak = await twee.nieuwVak();
    buurVak = await buur.nieuwVak();
    await een.push(een.envelop(vak));
    await twee.push(twee.envelop(vreemdVak));
  });
  afterAll(() => endpoint.ruimOp());
  beforeEach(() => {
    voor = stand(endpoint.map);
  });

  /** The promise about every refusal: a problem, no stack, no path of ours, and nothing changed. */
  function geweigerd(antwoord: Testantwoord, status: number, code: string): void {
    expect([antwoord.status, antwoord.probleem().code]).toEqual([status, code]);
    expect(antwoord.koppen.get('content-type')).toContain('application/problem+json');
    expect(antwoord.koppen.get('api-version')).toBe('1.0.0');
    const tekst = new TextDecoder().decode(antwoord.bytes);
    expect(tekst).not.toMatch(/\bat .*:\d+|node_modules|\.ts\b|\.js\b|SQLITE|Error/);
    expect(stand(endpoint.map)).toEqual(voor);
  }
  const push = (inhoud: unknown, token = een.token): Promise<Testantwoord> =>
    vraag(`${een.basis}/wijzigingen`, msgpackInit(inhoud, token));

  describe('zonder toegang', () => {
    it.each([
      ['GET', '/verleningen'],
      ['POST', '/verleningen'],
      ['POST', '/accounts'],
      ['POST', '/wijzigingen'],
      ['POST', '/wijzigingen/ophalen'],
      ['GET', '/wijzigingen/stroom'],
      ['GET', '/uitnodigingen'],
      ['PUT', '/uitnodigingen/aaaaaaaaaaaaaaaa'],
      ['PUT', '/uitnodigingen/aaaaaaaaaaaaaaaa/antwoord'],
    ])('%s %s', async (method, pad) => {
      const body = method === 'GET' ? null : '{}';
      const headers = { 'content-type': 'application/json' };
      geweigerd(await vraag(een.basis + pad, { method, body, headers }), 401, 'niet-aangemeld');
      for (const authorization of ['Bearer x', `Bearer ${randomBytes(32).toString('base64url')}`])
        geweigerd(
          await vraag(een.basis + pad, { method, body, headers: { ...headers, authorization } }),
          401,
          'niet-aangemeld',
        );
    });

    it('a token of one house opens no other', async () => {
      const buiten = { headers: { authorization: `Bearer ${een.token}` } };
      geweigerd(await vraag(`${buur.basis}/verleningen`, buiten), 401, 'niet-aangemeld');
      geweigerd(
        await vraag(
          `${buur.basis}/wijzigingen`,
          msgpackInit({ enveloppen: [buur.envelop(buurVak)] }, een.token),
        ),
        401,
        'niet-aangemeld',
      );
    });

    it('a large body of a stranger is not read', async () => {
      const antwoord = await ruw(
        endpoint.adres,
        `POST /v1/huizen/${een.huis.id}/wijzigingen HTTP/1.1\r\nHost: x\r\nContent-Type: application/msgpack\r\nContent-Length: 8000000\r\nConnection: close\r\n\r\nx`,
      );
      expect(antwoord).toMatch(/^HTTP\/1\.1 401 /);
    });
  });

  describe('vreemde enveloppen', () => {
    it.each([
      ['van een vak zonder toegang', () => [twee.envelop(vreemdVak, { door: een.account.id })]],
      ['van een onbekend vak', () => [een.envelop(nieuwId())]],
      ['van een vak van een ander huis', () => [een.envelop(buurVak)]],
      ['tussen goede', () => [een.envelop(vak), een.envelop(vreemdVak), een.envelop(vak)]],
    ])('%s: 403', async (_naam, enveloppen) => {
      geweigerd(await een.stuurPush(enveloppen()), 403, 'geen-lid');
    });

    it('in the name of another account: 403', async () => {
      const e = een.envelop(vak, { door: twee.account.id });
      geweigerd(await een.stuurPush([een.envelop(vak), e]), 403, 'vreemde-afzender');
    });

    it('to another vak or collection: 409', async () => {
      const tweedeVak = await een.nieuwVak();
      const e = een.envelop(vak);
      await een.push(e);
      voor = stand(endpoint.map);
      const nieuw = { id: e.id, basis: e.versie };
      geweigerd(await een.stuurPush([een.envelop(tweedeVak, nieuw)]), 409, 'vak-vast');
      geweigerd(
        await een.stuurPush([
          een.envelop(vak),
          een.envelop(vak, { ...nieuw, collectie: 'acties' }),
        ]),
        409,
        'vak-vast',
      );
    });

    it('with the id of a document in a vak without access: refused, and not shown', async () => {
      const [doelwit] = await twee.pullAlles();
      const antwoord = await een.stuurPush([
        een.envelop(vak, { id: doelwit?.id ?? '', basis: nieuwId() }),
      ]);
      geweigerd(antwoord, 409, 'vak-vast');
    });

    it('twice in one push: 400', async () => {
      const e = een.envelop(vak);
      const weer = een.envelop(vak, { id: e.id, basis: e.versie });
      geweigerd(await een.stuurPush([e, weer]), 400, 'dubbel-document');
    });

    it('are not handed out, whatever checkpoint is asked', async () => {
      const { enveloppen } = await een.pull({ [vreemdVak]: 0, [buurVak]: 0 });
      expect(enveloppen.every((e) => e.vak === vak)).toBe(true);
    });
  });

  describe('onjuiste inhoud', () => {
    const kapot: [string, () => unknown][] = [
      ['niets', () => null],
      ['een getal', () => 7],
      ['geen enveloppen', () => ({ enveloppen: [] })],
      ['een envelop te veel', () => ({ enveloppen: Array(501).fill(een.envelop(vak)) })],
      [
        'een korte handtekening',
        () => ({ enveloppen: [een.envelop(vak, { handtekening: randomBytes(63) })] }),
      ],
      ['bytes als tekst', () => ({ enveloppen: [{ ...een.envelop(vak), bytes: 'abc' }] })],
      ['bytes als lijst', () => ({ enveloppen: [{ ...een.envelop(vak), bytes: [1, 2, 3] }] })],
      ['een vreemde id', () => ({ enveloppen: [een.envelop(vak, { id: "x' or 1=1 --aaaaa" })] })],
      ['epoch nul', () => ({ enveloppen: [een.envelop(vak, { epoch: 0 })] })],
      [
        'zonder basis',
        () => {
          const { basis, ...zonder } = een.envelop(vak);
          return { enveloppen: [{ ...zonder, was: basis }] };
        },
      ],
      ['een gebroken epoch', () => ({ enveloppen: [een.envelop(vak, { epoch: 1.5 })] })],
      [
        'een te grote envelop',
        () => ({
          enveloppen: [een.envelop(vak, { bytes: Buffer.alloc(GRENZEN.bytesPerEnvelop + 1) })],
        }),
      ],
    ];
    it.each(kapot)('%s: 400', async (_naam, inhoud) => {
      geweigerd(await push(inhoud()), 400, 'ongeldig-verzoek');
    });

    const bytes: [string, () => Uint8Array<ArrayBuffer>][] = [
      ['leeg', () => new Uint8Array(0)],
      ['willekeurig', () => new Uint8Array([0xc1, 1, 2, 3])],
      ['afgebroken', () => new Uint8Array(encode({ enveloppen: [een.envelop(vak)] })).slice(0, -5)],
      ['met een staart', () => new Uint8Array([...encode({ enveloppen: [] }), 0])],
      ['een lijst van vier miljard', () => new Uint8Array([0xdd, 255, 255, 255, 255])],
      ['duizenden lagen diep', () => new Uint8Array(200_000).fill(0x91)],
      ['__proto__', () => new Uint8Array(encode(JSON.parse('{"__proto__":{"enveloppen":1}}')))],
    ];
    it.each(bytes)('MessagePack %s: 400', async (_naam, maak) => {
      const antwoord = await vraag(`${een.basis}/wijzigingen`, {
        ...msgpackInit(null, een.token),
        body: maak(),
      });
      expect(['onleesbaar', 'ongeldig-verzoek']).toContain(antwoord.probleem().code);
      geweigerd(antwoord, 400, antwoord.probleem().code);
    });

    it.each(['', '{', '[1,', '{"apparaat":', '\u0000', '"tekst"', '[]', 'null'])(
      'JSON %j: 400',
      async (body) => {
        const antwoord = await vraag(`${een.basis}/uitdagingen`, { ...jsonInit('POST', 0), body });
        expect(antwoord.status).toBe(400);
        geweigerd(antwoord, 400, antwoord.probleem().code);
      },
    );

    it('JSON that is no UTF-8: 400', async () => {
      const body = new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]);
      geweigerd(
        await vraag(`${een.basis}/uitdagingen`, { ...jsonInit('POST', 0), body }),
        400,
        'onleesbaar',
      );
    });

    it('names the fields, never what was in them', async () => {
      const antwoord = await vraag(
        `${een.basis}/tokens`,
        jsonInit('POST', { apparaat: 'Jan de Vries', uitdaging: 7 }),
      );
      geweigerd(antwoord, 400, 'ongeldig-verzoek');
      const { velden } = antwoord.json() as { velden: string[] };
      expect(velden).toEqual(['apparaat', 'uitdaging', 'handtekening']);
      expect(new TextDecoder().decode(antwoord.bytes)).not.toContain('Vries');
    });

    it('too large: 413', async () => {
      const groot = Buffer.alloc(GRENZEN.bytesPerVerzoek + 1);
      geweigerd(
        await vraag(`${een.basis}/wijzigingen`, { ...msgpackInit(0, een.token), body: groot }),
        413,
        'te-groot',
      );
      geweigerd(
        await vraag(
          `${een.basis}/uitdagingen`,
          jsonInit('POST', { apparaat: 'a'.repeat(300_000) }),
        ),
        413,
        'te-groot',
      );
    });

    it('of another kind: 415', async () => {
      const los = (soort: string): Promise<Testantwoord> =>
        vraag(`${een.basis}/wijzigingen`, {
          method: 'POST',
          headers: { authorization: `Bearer ${een.token}`, 'content-type': soort },
          body: '{}',
        });
      for (const soort of ['application/json', 'text/plain', 'text/html; charset=utf-8', 'x'])
        geweigerd(await los(soort), 415, 'soort-niet-ondersteund');
    });
  });

  describe('adressen', () => {
    it.each([
      '/',
      '/v1',
      '/v1/',
      '/v2/gezondheid',
      '/v1/gezondheid/',
      '/v1/huizen',
      '/.env',
      '/v1/..%2f..%2fetc',
    ])('GET %s: 404', async (pad) => {
      geweigerd(await vraag(endpoint.adres + pad), 404, 'niet-gevonden');
    });

    it('another method: 405 with Allow', async () => {
      const antwoord = await vraag(`${een.basis}/wijzigingen`, { method: 'DELETE' });
      geweigerd(antwoord, 405, 'methode-niet-toegestaan');
      expect(antwoord.koppen.get('allow')).toBe('POST');
      const verleningen = await vraag(`${een.basis}/verleningen`, { method: 'PUT' });
      expect(verleningen.koppen.get('allow')).toBe('POST, GET');
    });

    it('a name that is no name: 400', async () => {
      const url = `${endpoint.adres}/v1/huizen/%27%20or%201=1/uitdagingen`;
      geweigerd(
        await vraag(url, jsonInit('POST', { apparaat: nieuwId() })),
        400,
        'ongeldig-verzoek',
      );
      geweigerd(await een.haal('/verleningen?vanaf=-1'), 400, 'ongeldig-verzoek');
      geweigerd(await een.haal('/verleningen?vanaf=morgen'), 400, 'ongeldig-verzoek');
    });

    it('a path that cannot be decoded: 400', async () => {
      geweigerd(await vraag(`${endpoint.adres}/v1/huizen/%zz`), 400, 'ongeldig-verzoek');
    });

    it('no HTTP at all: a problem, and the connection is closed', async () => {
      const antwoord = await ruw(endpoint.adres, randomBytes(400));
      expect(antwoord).toMatch(/^HTTP\/1\.1 400 /);
      expect(antwoord).toContain('"code":"ongeldig-verzoek"');
      const koppen = await ruw(
        endpoint.adres,
        `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(40_000)}\r\n\r\n`,
      );
      expect(koppen).toMatch(/^HTTP\/1\.1 431 /);
      expect(stand(endpoint.map)).toEqual(voor);
    });
  });
});
