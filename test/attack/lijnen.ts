/** Paths, methods and headers, and lines that are no HTTP or never end. */
import { randomBytes } from 'node:crypto';
import { msgpackInit, vraag } from '../harness/endpointclient.js';
import { type Aanval, aanval, lijn, type Wereld } from './aanval.js';

const NG = 'niet-gevonden';
const OV = 'ongeldig-verzoek';

const pad = (naam: string, verwacht: string | readonly string[], tekst: string): Aanval =>
  aanval(`pad ${naam}`, verwacht, (w) =>
    lijn(w.adres, `GET ${tekst} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
  );

const paden: Aanval[] = [
  pad('omhoog', NG, '/v1/../../etc/passwd'),
  pad('gecodeerd omhoog', NG, '/v1/%2e%2e/%2e%2e/etc/passwd'),
  pad('met gecodeerde schuine strepen', NG, '/v1/..%2f..%2fetc%2fpasswd'),
  pad('met omgekeerde strepen', NG, '/v1/..\\..\\windows'),
  pad('met dubbele strepen', NG, '//v1//gezondheid'),
  pad('met een streep aan het eind', NG, '/v1/gezondheid/'),
  pad('van een andere versie', NG, '/v2/gezondheid'),
  pad('in hoofdletters', NG, '/V1/GEZONDHEID'),
  pad('naar een bestand', NG, '/endpoint.sqlite'),
  pad('naar een verborgen bestand', NG, '/.env'),
  pad('naar de cijfers', NG, '/metrics'),
  pad('met een nulteken', [NG, OV], '/v1/gezondheid%00'),
  pad('dat niet te ontcijferen is', OV, '/v1/huizen/%zz'),
  pad('met half UTF-8', [NG, OV], '/v1/huizen/%c3%28/verleningen'),
  pad('van tienduizend tekens', [NG, OV, 'kop-te-groot'], `/v1/${'a'.repeat(10_000)}`),
  pad('met een heel adres', NG, 'http://ergens.anders/v1/geheim'),
  pad(
    'met een nulteken als huis',
    ['niet-aangemeld', OV],
    '/v1/huizen/aaaaaaaaaaaaaaaa%00/verleningen',
  ),
];

const methode = (naam: string, verwacht: string | readonly string[]): Aanval =>
  aanval(`methode ${naam}`, verwacht, (w) =>
    lijn(
      w.adres,
      `${naam} /v1/huizen/${w.een.huis.id}/wijzigingen HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    ),
  );
const MNT = 'methode-niet-toegestaan';
const methoden: Aanval[] = [
  methode('DELETE', MNT),
  methode('PATCH', [MNT, NG]),
  methode('TRACE', [MNT, NG, OV]),
  methode('PROPFIND', [MNT, NG, OV]),
  methode('HEAD', ''),
  methode('VERZIN', OV),
  aanval('methode CONNECT', '', (w) =>
    lijn(w.adres, 'CONNECT elders:443 HTTP/1.1\r\nHost: elders:443\r\n\r\n'),
  ),
  aanval('een andere methode in een kop', MNT, (w) =>
    vraag(`${w.een.basis}/wijzigingen`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${w.een.token}`, 'x-http-method-override': 'POST' },
    }),
  ),
];

/** A push of the attacker with other headers. */
const koppen = (
  naam: string,
  verwacht: string | readonly string[],
  regels: (w: Wereld) => string,
): Aanval =>
  aanval(`koppen: ${naam}`, verwacht, (w) =>
    lijn(
      w.adres,
      `POST /v1/huizen/${w.een.huis.id}/wijzigingen HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${regels(w)}\r\n\r\n`,
    ),
  );
const bij = (w: Wereld): string =>
  `Authorization: Bearer ${w.een.token}\r\nContent-Type: application/msgpack`;
const kopregels: Aanval[] = [
  koppen('twee lengten', OV, (w) => `${bij(w)}\r\nContent-Length: 1\r\nContent-Length: 2`),
  koppen(
    'lengte en stukken tegelijk',
    OV,
    (w) => `${bij(w)}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0`,
  ),
  koppen('een negatieve lengte', OV, (w) => `${bij(w)}\r\nContent-Length: -1`),
  koppen('een lengte die geen getal is', OV, (w) => `${bij(w)}\r\nContent-Length: 0x10`),
  koppen(
    'een lengte boven de grens',
    'te-groot',
    (w) => `${bij(w)}\r\nContent-Length: 99999999999`,
  ),
  koppen(
    'een stuk dat geen stuk is',
    OV,
    (w) => `${bij(w)}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
  ),
  koppen('een onbekende overdracht', [OV, ''], (w) => `${bij(w)}\r\nTransfer-Encoding: gzip`),
  koppen('een naam met een spatie', OV, (w) => `${bij(w)}\r\nX Y: z`),
  koppen('een nulteken in een waarde', OV, (w) => `${bij(w)}\r\nX-Y: a\0b`),
  koppen('een losse regelterugloop', OV, (w) => `${bij(w)}\r\nX-Y: a\rb: c`),
  koppen('veertigduizend tekens', 'kop-te-groot', (w) => `${bij(w)}\r\nX-Y: ${'a'.repeat(40_000)}`),
  koppen('tweeduizend regels', ['kop-te-groot', OV, 'niet-aangemeld', 'onleesbaar'], () =>
    Array.from({ length: 2000 }, (_, i) => `X-${i}: y`).join('\r\n'),
  ),
  koppen(
    'een token in een ander schema',
    'niet-aangemeld',
    (w) => `Authorization: Basic ${w.een.token}`,
  ),
  koppen(
    'een token met een staart',
    'niet-aangemeld',
    (w) => `Authorization: Bearer ${w.een.token} x`,
  ),
  koppen(
    'een token in twee koppen',
    'niet-aangemeld',
    (w) => `Authorization: Bearer x\r\nAuthorization: Bearer ${w.een.token}`,
  ),
  koppen(
    'een token van tienduizend tekens',
    'niet-aangemeld',
    () => `Authorization: Bearer ${'a'.repeat(9_000)}`,
  ),
  koppen('een token in een koekje', 'niet-aangemeld', (w) => `Cookie: token=${w.een.token}`),
  koppen(
    'een ander adres als afzender',
    'niet-aangemeld',
    () => 'X-Forwarded-For: 127.0.0.1\r\nX-Real-IP: 127.0.0.1',
  ),
  ...[
    'application/json',
    'text/plain',
    'text/html; charset=utf-8',
    'multipart/form-data; boundary=x',
    'x',
  ].map((soort) =>
    aanval(`inhoud als ${soort}`, 'soort-niet-ondersteund', (w) => {
      const init = msgpackInit({ enveloppen: [] }, w.een.token);
      return vraag(`${w.een.basis}/wijzigingen`, {
        ...init,
        headers: { authorization: `Bearer ${w.een.token}`, 'content-type': soort },
      });
    }),
  ),
  aanval('samengeperste inhoud', ['onleesbaar', OV, 'soort-niet-ondersteund'], (w) => {
    const init = msgpackInit(null, w.een.token);
    return vraag(`${w.een.basis}/wijzigingen`, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), 'content-encoding': 'gzip' },
      body: new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]),
    });
  }),
];

const lijnen: Aanval[] = [
  aanval('geen HTTP', OV, (w) => lijn(w.adres, randomBytes(400))),
  aanval('TLS op een lijn zonder', OV, (w) =>
    lijn(w.adres, Buffer.from('16030100c8010000c40303', 'hex')),
  ),
  aanval('HTTP/2 zonder vooraf', OV, (w) => lijn(w.adres, 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')),
  aanval('HTTP/9.9', OV, (w) => lijn(w.adres, 'GET / HTTP/9.9\r\nHost: x\r\n\r\n')),
  aanval('zonder Host', [OV, ''], (w) => lijn(w.adres, 'GET /v1/gezondheid HTTP/1.1\r\n\r\n')),
  aanval('trage koppen', 'te-traag', (w) =>
    lijn(w.adres, 'GET /v1/gezondheid HTTP/1.1\r\nHost: x\r\nX-'),
  ),
  aanval('trage inhoud van een vreemde', 'niet-aangemeld', (w) =>
    lijn(
      w.adres,
      `POST /v1/huizen/${w.een.huis.id}/wijzigingen HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/msgpack\r\nContent-Length: 8000000\r\n\r\nx`,
    ),
  ),
  aanval('trage inhoud van een bekende', 'te-traag', (w) =>
    lijn(
      w.adres,
      `POST /v1/huizen/${w.een.huis.id}/wijzigingen HTTP/1.1\r\nHost: x\r\n${bij(w)}\r\nContent-Length: 800\r\n\r\nx`,
    ),
  ),
];

export const LIJNEN: readonly Aanval[] = [...paden, ...methoden, ...kopregels, ...lijnen];
