/**
 * A line on which something other than the endpoint answers: the login page of a network, a proxy, a filter,
 * half an answer. Nothing of it is taken for the endpoint's, nothing is lost, the user reads why, and it comes
 * right by itself.
 */
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { leesStroom } from '../../../../renderer/vault/sync/verzoek.js';
import { lijnredenen } from '../../../../renderer/taal/lijn.js';
import type { Lijnoorzaak } from '../../../../renderer/taal/lijn.js';
import { startTestEndpoint } from '../../../harness/endpoint.js';
import type { Testendpoint } from '../../../harness/endpoint.js';
import { maakPaar } from './paar.js';
import { SNEL, VAN_ENDPOINT, eventueel } from './proefapparaat.js';
import type { Proefapparaat } from './proefapparaat.js';

const PAGINA = '<!doctype html><title>Welkom op de gastwifi</title><form>Inloggen</form>';

/** What the line of `twee` makes of a request; `door` passes it on. */
type Lijn = (
  pad: string,
  init: RequestInit | undefined,
  door: () => Promise<Response>,
) => Promise<Response>;
const goed: Lijn = (_pad, _init, door) => door();

let endpoint: Testendpoint;
let een: Proefapparaat;
let twee: Proefapparaat;
let casus: string;
let lijn: Lijn;
let vragen: { pad: string; op: number }[];
const gestopt: Promise<unknown>[] = [];

async function begin(anders: Partial<typeof SNEL> = {}): Promise<void> {
  const haal: typeof fetch = (adres, init) => {
    const { pathname: pad } = new URL(adres as string);
    vragen.push({ pad, op: performance.now() });
    return lijn(pad, init, () => fetch(adres, init));
  };
  ({ een, twee, casus } = await maakPaar(endpoint.adres, 'Eerst', {
    ...SNEL,
    ...anders,
    fetch: haal,
  }));
}

beforeEach(async () => {
  lijn = goed;
  vragen = [];
  endpoint = await startTestEndpoint();
});
afterEach(async () => {
  await Promise.all([een.sluit(), twee.sluit()]);
  gestopt.push(endpoint.ruimOp());
});
afterAll(() => Promise.all(gestopt));

const titelBij = (wie: Proefapparaat, wat: string): Promise<void> =>
  eventueel(async () => expect((await wie.lees('casussen', casus))?.['titel']).toBe(wat));
/** Resolves when there are so many. */
const totMeerDan = (aantal: number, tel: () => number): Promise<void> =>
  eventueel(async () => {
    await Promise.resolve();
    expect(tel()).toBeGreaterThan(aantal);
  });
const zet = (wie: Proefapparaat, titel: string): Promise<void> =>
  wie.wijzig('casussen', casus, (d) => (d['titel'] = titel));

const pagina =
  (status: number, kop: Record<string, string> = {}): Lijn =>
  () =>
    Promise.resolve(
      new Response(PAGINA, { status, headers: { 'content-type': 'text/html', ...kop } }),
    );
const weg: Lijn = () => Promise.reject(new TypeError('fetch failed'));
/** The answer of the endpoint with another body. */
const anders =
  (maak: (bytes: Uint8Array<ArrayBuffer>) => BodyInit, kop: Record<string, string> = {}): Lijn =>
  async (_pad, _init, door) => {
    const uit = await door();
    const headers = { ...Object.fromEntries(uit.headers), ...kop };
    return new Response(maak(new Uint8Array(await uit.arrayBuffer())), {
      status: uit.status,
      headers,
    });
  };

describe('is offline with a reason, and loses nothing', () => {
  it.each<[string, Lijn, Lijnoorzaak]>([
    ['a login page instead of every answer', pagina(200), 'portaal'],
    ['a redirect to a login page', pagina(302, { location: 'https://login.example/' }), 'portaal'],
    ['a network that says that it wants a login', pagina(511), 'portaal'],
    [
      'a login page that a browser hides',
      (pad, init, door) =>
        init?.mode === 'no-cors' ? pagina(200)(pad, init, door) : weg(pad, init, door),
      'portaal',
    ],
    ['an empty answer', () => Promise.resolve(new Response(null)), 'portaal'],
    ['no content', () => Promise.resolve(new Response(null, { status: 204 })), 'portaal'],
    ['JSON of somebody else', () => Promise.resolve(Response.json({})), 'portaal'],
    [
      'a filter that refuses in our words',
      () =>
        Promise.resolve(
          Response.json(
            { type: 'x', title: 'x', status: 403, code: 'apparaat-ingetrokken', detail: 'x' },
            { status: 403, headers: { 'content-type': 'application/problem+json' } },
          ),
        ),
      'portaal',
    ],
    ['a proxy that wants a login', pagina(407), 'proxy'],
    ['a proxy without an endpoint behind it', pagina(502), 'storing'],
    ['a proxy that is busy', pagina(503), 'storing'],
    ['a proxy that waited too long', pagina(504), 'storing'],
    ['TLS that somebody else ends, or no line at all', weg, 'onbereikbaar'],
    [
      'half of every answer',
      anders((bytes) => bytes.slice(0, Math.ceil(bytes.length / 2))),
      'onleesbaar',
    ],
    [
      'a page in the answer of the endpoint',
      anders(() => PAGINA, { 'content-type': 'text/html' }),
      'onleesbaar',
    ],
  ])('%s', async (_naam, stuk, oorzaak) => {
    await begin();
    const eerder = await twee.lees('casussen', casus);
    lijn = stuk;
    twee.sync.nu();
    await twee.wacht((s) => s.toestand === 'offline' && s.oorzaak === oorzaak, oorzaak);
    expect(twee.stand.reden).toBe(lijnredenen.nl[oorzaak]);
    expect(await twee.lees('casussen', casus)).toEqual(eerder);
    await zet(twee, 'Intussen');
    await twee.wacht((s) => s.wachtend === 1, 'wachtend');
    // Again and again, without taking any of it for an answer.
    const nu = vragen.length;
    await totMeerDan(nu + 3, () => vragen.length);
    expect(twee.stand).toMatchObject({ toestand: 'offline', oorzaak, wachtend: 1 });
    expect(twee.ingetrokken).toBe(0);
    // Nobody tells the device that the line is good again.
    lijn = goed;
    await twee.gelijk();
    expect(twee.stand).toMatchObject({ oorzaak: null, reden: null });
    await titelBij(een, 'Intussen');
  });

  it('a device without a network', async () => {
    await begin();
    lijn = weg;
    twee.zegNetwerk(false);
    await twee.wacht((s) => s.oorzaak === 'geenNetwerk', 'geenNetwerk');
    lijn = goed;
    twee.zegNetwerk(true);
    await twee.gelijk();
  });
});

describe('a line that lets in and breaks at once', () => {
  it('is tried less and less often', async () => {
    await begin({ terugval: { eerste: 20, langste: 60_000 } });
    lijn = (pad, init, door) => (pad.endsWith('/ophalen') ? pagina(502)(pad, init, door) : door());
    vragen = [];
    twee.sync.nu();
    // Each round asks for the grants once before the line counts as open.
    const rondes = (): number[] => {
      const op = vragen.filter((v) => v.pad.endsWith('/ophalen')).map((v) => v.op);
      return op.filter((t, i) => i === 0 || t - (op[i - 1] ?? 0) > 8);
    };
    await totMeerDan(6, () => rondes().length);
    const [voorlaatste = 0, laatste = 0] = rondes().slice(5, 7);
    expect(laatste - voorlaatste).toBeGreaterThan(150);
    expect(twee.stand.oorzaak).toBe('storing');
    lijn = goed;
    await twee.gelijk();
  });
});

describe('a stream on which nothing comes', () => {
  const isStroom = (pad: string): boolean => pad.endsWith('/stroom');
  const stil = (): Response =>
    new Response(new ReadableStream(), {
      headers: { ...VAN_ENDPOINT, 'content-type': 'text/event-stream' },
    });

  it.each<[string, Lijn]>([
    [
      'held back by a proxy',
      (pad, _init, door) => (isStroom(pad) ? Promise.resolve(stil()) : door()),
    ],
    [
      'a page instead',
      (pad, init, door) => (isStroom(pad) ? pagina(200)(pad, init, door) : door()),
    ],
    [
      'a page in the name of the endpoint',
      (pad, init, door) => (isStroom(pad) ? pagina(200, VAN_ENDPOINT)(pad, init, door) : door()),
    ],
    [
      'refused by a proxy',
      (pad, init, door) => (isStroom(pad) ? pagina(403)(pad, init, door) : door()),
    ],
  ])('%s: the slow poll brings the change', async (_naam, zonder) => {
    lijn = zonder;
    await begin({ peiling: 100 });
    await zet(een, 'Gepeild');
    await titelBij(twee, 'Gepeild');
    await twee.gelijk();
  });

  it('is polled less often on a line that costs data', async () => {
    lijn = (pad, _init, door) => (isStroom(pad) ? Promise.resolve(stil()) : door());
    await begin({ peiling: 40 });
    twee.zegZuinig(true);
    await twee.gelijk();
    vragen = [];
    const gepeild = (): number[] =>
      vragen.filter((v) => v.pad.endsWith('/quarantaine')).map((v) => v.op);
    await totMeerDan(2, () => gepeild().length);
    const [eerste = 0, tweede = 0] = gepeild().slice(1);
    expect(tweede - eerste).toBeGreaterThan(120);
    await zet(een, 'Gepeild');
    await titelBij(twee, 'Gepeild');
  });

  it('is given up when there is no sign of life for a minute and a half', async () => {
    await begin();
    vi.useFakeTimers();
    try {
      let geopend = 0;
      const uit = leesStroom(
        { fetch: () => Promise.resolve(stil()), stop: new AbortController().signal },
        'http://127.0.0.1/stroom',
        'token',
        () => (geopend += 1),
        () => undefined,
        new AbortController().signal,
      );
      let klaar = false;
      void uit.then(() => (klaar = true));
      await vi.advanceTimersByTimeAsync(89_000);
      expect([geopend, klaar]).toEqual([1, false]);
      await vi.advanceTimersByTimeAsync(2000);
      expect(klaar).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });
});
