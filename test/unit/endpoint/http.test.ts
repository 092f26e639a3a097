import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES } from '../../../endpoint/routes/index.js';
import { startTestEndpoint, type Testendpoint } from '../../harness/endpoint.js';
import { jsonInit, nieuwId, richtHuisOp, voegToe, vraag } from '../../harness/endpointclient.js';

interface Beschrijving {
  openapi: string;
  paths: Record<string, Record<string, Bewerking>>;
}
interface Bewerking {
  operationId: string;
  security?: unknown;
  requestBody?: { content: Record<string, { schema: { properties: Record<string, never> } }> };
  responses: Record<string, { content?: Record<string, unknown> }>;
}

describe('de buitenkant', () => {
  let endpoint: Testendpoint;
  beforeAll(async () => {
    endpoint = await startTestEndpoint({ oorsprongen: ['https://huis.example'] });
  });
  afterAll(() => endpoint.ruimOp());

  it('says that it is well', async () => {
    const antwoord = await vraag(`${endpoint.adres}/v1/gezondheid`);
    expect([antwoord.status, antwoord.json()]).toEqual([200, { status: 'goed', versie: '1.0.0' }]);
    expect(antwoord.koppen.get('api-version')).toBe('1.0.0');
    expect(antwoord.koppen.get('cache-control')).toBe('no-store');
  });

  describe('OpenAPI', () => {
    let api: Beschrijving;
    beforeAll(async () => {
      api = (await vraag(`${endpoint.adres}/v1/openapi.json`)).json() as Beschrijving;
    });

    it('describes every route with its own name, answers and refusals', () => {
      expect(api.openapi).toBe('3.1.0');
      const beschreven = Object.values(api.paths).flatMap((p) => Object.values(p));
      expect(beschreven).toHaveLength(ROUTES.length);
      expect(new Set(beschreven.map((b) => b.operationId)).size).toBe(ROUTES.length);
      for (const route of ROUTES) {
        const b = api.paths[route.pad]?.[route.methode.toLowerCase()];
        expect(b?.responses['400']?.content).toHaveProperty('application/problem+json');
        expect(b?.security !== undefined).toBe(route.toegang === 'token');
      }
    });

    it('shows bytes as binary and the bounds of the protocol', () => {
      const inhoud = api.paths['/huizen/{huis}/wijzigingen']?.['post']?.requestBody?.content;
      const enveloppen = inhoud?.['application/msgpack']?.schema.properties['enveloppen'];
      expect(enveloppen).toMatchObject({
        type: 'array',
        maxItems: 500,
        items: { properties: { bytes: { type: 'string', format: 'binary' } } },
      });
    });
  });

  describe('CORS', () => {
    const van = (origin: string): Promise<string | null> =>
      vraag(`${endpoint.adres}/v1/gezondheid`, { headers: { origin } }).then((a) =>
        a.koppen.get('access-control-allow-origin'),
      );

    it.each([
      'http://127.0.0.1:4870',
      'http://localhost:5173',
      'app://casuskluis',
      'https://huis.example',
    ])('lets %s read', async (oorsprong) => {
      expect(await van(oorsprong)).toBe(oorsprong);
    });

    it.each([
      'https://kwaad.example',
      'http://127.0.0.1.kwaad.example',
      'http://localhost.kwaad.example:80',
      'https://huis.example.kwaad.example',
      'app://anders',
      'null',
    ])('lets %s read nothing', async (oorsprong) => {
      expect(await van(oorsprong)).toBeNull();
    });

    it('allows what a device sends', async () => {
      const antwoord = await vraag(`${endpoint.adres}/v1/huizen/${nieuwId()}/wijzigingen`, {
        method: 'OPTIONS',
        headers: {
          origin: 'http://127.0.0.1:4870',
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization,content-type',
        },
      });
      expect(antwoord.status).toBe(204);
      expect(antwoord.koppen.get('access-control-allow-headers')).toBe(
        'authorization, content-type',
      );
      expect(antwoord.koppen.get('access-control-allow-methods')).toBe('GET, PUT, POST, DELETE');
    });

    it('reaches the problems and the stream too', async () => {
      const headers = { origin: 'http://127.0.0.1:4870' };
      const weg = await vraag(`${endpoint.adres}/v1/bestaat/niet`, { headers });
      expect(weg.koppen.get('access-control-allow-origin')).toBe(headers.origin);
      const een = await richtHuisOp(endpoint.adres);
      const stop = new AbortController();
      const stroom = await fetch(`${een.basis}/wijzigingen/stroom`, {
        headers: { ...headers, authorization: `Bearer ${een.token}` },
        signal: stop.signal,
      });
      expect(stroom.headers.get('access-control-allow-origin')).toBe(headers.origin);
      expect(stroom.headers.get('content-type')).toBe('text/event-stream');
      stop.abort();
    });
  });

  it('counts for Prometheus by pattern and code, without a single id, beside the interface itself', async () => {
    const geteld = await startTestEndpoint({ metingenPort: 0 });
    try {
      const een = await richtHuisOp(geteld.adres);
      await een.nieuwVak();
      await een.stuurPush([een.envelop(nieuwId())]);
      const luisteraar = await een.luister();
      const tekst = await (await fetch(geteld.metingen ?? '')).text();
      luisteraar.sluit();
      expect(tekst).toMatch(
        /casuskluis_verzoek_seconden_count\{methode="PUT",route="\/v1\/huizen\/:huis",status="201"\} 1/,
      );
      expect(tekst).toMatch(/casuskluis_weigeringen_totaal\{code="geen-lid"\} 1/);
      expect(tekst).toMatch(/casuskluis_stromen 1/);
      expect(tekst).toMatch(/process_resident_memory_bytes \d+/);
      for (const id of [een.huis.id, een.account.id, een.id]) expect(tekst).not.toContain(id);
      expect((await fetch(`${geteld.adres}/metrics`)).status).toBe(404);
      expect((await fetch(new URL('/', geteld.metingen ?? ''))).status).toBe(404);
    } finally {
      await geteld.ruimOp();
    }
  });

  it('slows down a house as a whole, and no other', async () => {
    const krap = await startTestEndpoint({ perHuisPerMinuut: 30 });
    try {
      const een = await richtHuisOp(krap.adres);
      const twee = await voegToe(een);
      const buur = await richtHuisOp(krap.adres);
      const antwoorden = await Promise.all(
        Array.from({ length: 20 }, (_, i) => (i % 2 ? een : twee).haal('/verleningen')),
      );
      expect(antwoorden.some((a) => a.status === 429)).toBe(true);
      expect((await buur.haal('/verleningen')).status).toBe(200);
    } finally {
      await krap.ruimOp();
    }
  });

  it('slows down who asks too much, by device and by address', async () => {
    const krap = await startTestEndpoint({ perApparaatPerMinuut: 30, perAdresPerMinuut: 60 });
    try {
      const een = await richtHuisOp(krap.adres);
      const mijn = await Promise.all(Array.from({ length: 12 }, () => een.haal('/verleningen')));
      const teVeel = mijn.filter((a) => a.status === 429);
      expect(teVeel.length).toBeGreaterThan(0);
      expect(teVeel[0]?.probleem().code).toBe('te-veel-verzoeken');
      expect(Number(teVeel[0]?.koppen.get('retry-after'))).toBeGreaterThan(0);
      const raden = await Promise.all(
        Array.from({ length: 25 }, () =>
          vraag(`${een.basis}/uitdagingen`, jsonInit('POST', { apparaat: nieuwId() })),
        ),
      );
      expect(new Set(raden.map((a) => a.status))).toEqual(new Set([401, 429]));
    } finally {
      await krap.ruimOp();
    }
  });
});
