/** Replayed, swapped and rolled back; truncated, oversized and malformed; SQL in every string. */
import { randomBytes } from 'node:crypto';
import { encode } from '@msgpack/msgpack';
import { GRENZEN } from '../../shared/sync/protocol.js';
import { GROOTSTE_STUK } from '../../shared/stukken.js';
import {
  jsonInit,
  msgpackInit,
  nieuwId,
  type Pushenvelop,
  Testapparaat,
  vraag,
} from '../harness/endpointclient.js';
import { type Aanval, aanval, lijn, type Wereld } from './aanval.js';

const OV = 'ongeldig-verzoek';
const KAPOT = ['onleesbaar', OV];

const teruggedraaid: Aanval[] = [
  aanval('de eerste versie van een document nog eens', 'verworpen', (w) =>
    w.een.stuurPush([w.oud]),
  ),
  aanval('een oude versie als antwoord op de eerste', 'verworpen', (w) =>
    w.een.stuurPush([w.een.envelop(w.vak, { id: w.oud.id, epoch: 2, basis: w.oud.versie })]),
  ),
  aanval('een document zonder basis over een ander heen', 'verworpen', (w) =>
    w.een.stuurPush([w.een.envelop(w.vak, { id: w.oud.id, epoch: 2 })]),
  ),
  aanval('andere bytes onder de huidige versie', 'genegeerd', (w) =>
    w.een.stuurPush([{ ...w.huidig, bytes: randomBytes(200) }]),
  ),
  aanval('een wissing onder de huidige versie', 'genegeerd', (w) =>
    w.een.stuurPush([{ ...w.huidig, verwijderd: true, bytes: new Uint8Array(0) }]),
  ),
  aanval('een envelop van voor de laatste sleutel', 'epoch-verlopen', (w) =>
    w.een.stuurPush([w.een.envelop(w.vak, { epoch: 1 })]),
  ),
  aanval('een envelop van een ander nog eens aanbieden', 'vreemde-afzender', (w) =>
    w.twee.stuurPush([w.huidig]),
  ),
  aanval('een envelop op naam van een ander', 'vreemde-afzender', (w) =>
    w.een.stuurPush([w.een.envelop(w.vak, { epoch: 2, door: w.twee.account.id })]),
  ),
  aanval('een document naar een ander vak', 'vak-vast', (w) =>
    w.twee.stuurPush([
      w.twee.envelop(w.vreemdVak, { id: w.huidig.id, epoch: 2, basis: w.huidig.versie }),
    ]),
  ),
  aanval('een document naar een andere collectie', 'vak-vast', (w) =>
    w.een.stuurPush([
      w.een.envelop(w.vak, {
        id: w.huidig.id,
        epoch: 2,
        collectie: 'acties',
        basis: w.huidig.versie,
      }),
    ]),
  ),
  aanval('de id van een document uit een vreemd vak', 'vak-vast', (w) =>
    w.een.stuurPush([w.een.envelop(w.vak, { id: w.vreemd.id, epoch: 2 })]),
  ),
  aanval('een document twee keer in één verzoek', 'dubbel-document', (w) => {
    const e = w.een.envelop(w.vak, { epoch: 2 });
    return w.een.stuurPush([e, { ...e, versie: nieuwId(), basis: e.versie }]);
  }),
];

const push = (w: Wereld, inhoud: unknown) =>
  vraag(`${w.een.basis}/wijzigingen`, msgpackInit(inhoud, w.een.token));
const pushBytes = (w: Wereld, body: Uint8Array<ArrayBuffer>) =>
  vraag(`${w.een.basis}/wijzigingen`, { ...msgpackInit(null, w.een.token), body });
const veld = (naam: string, waarde: unknown): Aanval =>
  aanval(`envelop met ${naam}`, OV, (w) =>
    push(w, { enveloppen: [{ ...w.een.envelop(w.vak, { epoch: 2 }), ...(waarde as object) }] }),
  );
const goed = (w: Wereld): Uint8Array<ArrayBuffer> =>
  new Uint8Array(encode({ enveloppen: [w.een.envelop(w.vak, { epoch: 2 })] }));

const msgpack: Aanval[] = [
  veld('bytes als tekst', { bytes: 'abc' }),
  veld('bytes als lijst', { bytes: [1, 2] }),
  veld('zonder bytes', { bytes: null }),
  veld('te veel bytes', { bytes: Buffer.alloc(GRENZEN.bytesPerEnvelop + 1) }),
  veld('een korte handtekening', { handtekening: randomBytes(63) }),
  veld('een lange handtekening', { handtekening: randomBytes(65) }),
  veld('epoch nul', { epoch: 0 }),
  veld('een negatieve epoch', { epoch: -1 }),
  veld('een gebroken epoch', { epoch: 1.5 }),
  veld('een oneindige epoch', { epoch: Number.POSITIVE_INFINITY }),
  veld('een epoch als tekst', { epoch: '2' }),
  veld('een lege collectie', { collectie: '' }),
  veld('een collectie met een nulteken', { collectie: 'cas\0us' }),
  veld('een te lange collectie', { collectie: 'c'.repeat(41) }),
  veld('een versie van niets', { versie: '' }),
  veld('een versie met een nulteken', { versie: 'v\0' }),
  veld('een basis met een nulteken', { basis: '\0' }),
  veld('een voorwerp als id', { id: { $ne: null } }),
  veld('een lijst als vak', { vak: ['a'] }),
  veld('verwijderd als getal', { verwijderd: 1 }),
  aanval('geen enveloppen', OV, (w) => push(w, { enveloppen: [] })),
  aanval('een envelop te veel', OV, (w) =>
    push(w, { enveloppen: Array.from({ length: 501 }, () => w.een.envelop(w.vak, { epoch: 2 })) }),
  ),
  aanval('niets', OV, (w) => push(w, null)),
  aanval('MessagePack leeg', KAPOT, (w) => pushBytes(w, new Uint8Array(0))),
  aanval('MessagePack met een verboden teken', KAPOT, (w) => pushBytes(w, new Uint8Array([0xc1]))),
  aanval('MessagePack afgekapt', KAPOT, (w) => pushBytes(w, goed(w).slice(0, -5))),
  aanval('MessagePack half', KAPOT, (w) => pushBytes(w, goed(w).slice(0, 40))),
  aanval('MessagePack met een staart', KAPOT, (w) => pushBytes(w, new Uint8Array([...goed(w), 0]))),
  aanval('MessagePack met een lijst van vier miljard', KAPOT, (w) =>
    pushBytes(w, new Uint8Array([0xdd, 255, 255, 255, 255])),
  ),
  aanval('MessagePack met een tabel van vier miljard', KAPOT, (w) =>
    pushBytes(w, new Uint8Array([0xdf, 255, 255, 255, 255])),
  ),
  aanval('MessagePack met bytes van vier miljard', KAPOT, (w) =>
    pushBytes(w, new Uint8Array([0xc6, 255, 255, 255, 255, 1])),
  ),
  aanval('MessagePack duizenden lagen diep', KAPOT, (w) =>
    pushBytes(w, new Uint8Array(200_000).fill(0x91)),
  ),
  aanval('MessagePack met __proto__', KAPOT, (w) =>
    push(w, JSON.parse('{"__proto__":{"enveloppen":[]}}')),
  ),
  aanval('MessagePack met een uitbreiding', KAPOT, (w) =>
    pushBytes(w, new Uint8Array([0xd4, 1, 0])),
  ),
  aanval('ophalen met een negatief punt', OV, (w) =>
    vraag(
      `${w.een.basis}/wijzigingen/ophalen`,
      msgpackInit({ collectie: 'c', punten: { [w.vak]: -1 }, limiet: 5 }, w.een.token),
    ),
  ),
  aanval('ophalen met een punt buiten de getallen', OV, (w) =>
    vraag(
      `${w.een.basis}/wijzigingen/ophalen`,
      msgpackInit({ collectie: 'c', punten: { [w.vak]: 2 ** 60 }, limiet: 5 }, w.een.token),
    ),
  ),
  aanval('ophalen zonder grens', OV, (w) =>
    vraag(
      `${w.een.basis}/wijzigingen/ophalen`,
      msgpackInit({ collectie: 'c', punten: {}, limiet: 1e9 }, w.een.token),
    ),
  ),
  aanval('ophalen van een collectie met een nulteken', OV, (w) =>
    vraag(
      `${w.een.basis}/wijzigingen/ophalen`,
      msgpackInit({ collectie: '\0', punten: {}, limiet: 1 }, w.een.token),
    ),
  ),
];

/** Says how much will come and begins: it is refused for that alone, and never read. */
const teGroot = (naam: string, kop: (w: Wereld) => string, soort: string, bytes: number): Aanval =>
  aanval(`te groot: ${naam}`, 'te-groot', (w) =>
    lijn(
      w.adres,
      `${kop(w)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer ${w.een.token}\r\nContent-Type: application/${soort}\r\nContent-Length: ${bytes}\r\n\r\nx`,
    ),
  );
const groot: Aanval[] = [
  teGroot(
    'een push',
    (w) => `POST /v1/huizen/${w.een.huis.id}/wijzigingen`,
    'msgpack',
    GRENZEN.bytesPerVerzoek + 1,
  ),
  teGroot(
    'een verzoek om een uitdaging',
    (w) => `POST /v1/huizen/${w.een.huis.id}/uitdagingen`,
    'json',
    300_000,
  ),
  teGroot('een huis', (w) => `PUT /v1/huizen/${w.een.huis.id}`, 'json', 300_000),
  teGroot(
    'een stuk',
    (w) => `PUT /v1/huizen/${w.een.huis.id}/vakken/${w.vak}/stukken/${w.stuk.naam}`,
    'octet-stream',
    GROOTSTE_STUK + 1,
  ),
];

const JSONKAPOT: readonly [string, string][] = [
  ['niets', ''],
  ['een haak', '{'],
  ['een afgekapt veld', '{"apparaat":"aaaaaaaaaaaaaaaa'],
  ['een lijst', '[]'],
  ['null', 'null'],
  ['een nulteken', '\u0000'],
  ['een nulteken in een veld', '{"apparaat":"aaaaaaaaaaaaaaaa\\u0000"}'],
  ['honderdduizend lagen', '['.repeat(100_000)],
  ['__proto__', '{"__proto__":{"apparaat":"aaaaaaaaaaaaaaaa"}}'],
  ['een getal als naam', '{"apparaat":12345678901234567890}'],
  ['een half teken', '{"apparaat":"\\ud800aaaaaaaaaaaaaaaa"}'],
];
const json: Aanval[] = [
  ...JSONKAPOT.map(([naam, body]) =>
    aanval(`JSON met ${naam}`, KAPOT, (w) =>
      vraag(`${w.een.basis}/uitdagingen`, { ...jsonInit('POST', 0), body }),
    ),
  ),
  aanval('JSON dat geen UTF-8 is', 'onleesbaar', (w) =>
    vraag(`${w.een.basis}/uitdagingen`, {
      ...jsonInit('POST', 0),
      body: new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]),
    }),
  ),
  aanval('te veel verleningen', OV, (w) => {
    const v = w.een.verlening(w.vak, w.drie.account.id, { epoch: 2 });
    return w.een.stuurJson('POST', '/verleningen', { verleningen: Array(2001).fill(v) });
  }),
  aanval('te veel intrekkingen', OV, (w) =>
    w.een.trekIn(...Array.from({ length: 101 }, () => w.een.intrekking(nieuwId()))),
  ),
  aanval('te veel namen van stukken', OV, (w) =>
    w.een.stuurJson('POST', `/vakken/${w.vak}/stukken/aanwezig`, {
      namen: Array.from({ length: 1001 }, () => w.stuk.naam),
    }),
  ),
  aanval('een sleutel van een megabyte in een verlening', OV, (w) => {
    const v = w.een.verlening(w.vak, w.drie.account.id, { epoch: 2 });
    return w.een.stuurJson('POST', '/verleningen', {
      verleningen: [{ ...v, verzegeld: 'A'.repeat(1_000_000) }],
    });
  }),
  aanval('een leeg stuk', KAPOT, (w) => w.een.legStuk(w.vak, Testapparaat.stuk(new Uint8Array(0)))),
  aanval('een uitnodiging in het verleden', 'verloopdatum-ongeldig', (w) =>
    w.een.stuurJson('PUT', `/uitnodigingen/${nieuwId()}`, { verlooptOp: '2001-01-01T00:00:00Z' }),
  ),
  aanval('een uitnodiging voor altijd', 'verloopdatum-ongeldig', (w) =>
    w.een.stuurJson('PUT', `/uitnodigingen/${nieuwId()}`, { verlooptOp: '2999-01-01T00:00:00Z' }),
  ),
  aanval('een oordeel dat er geen is', OV, (w) => w.twee.oordeel(w.apart, 'misschien')),
];

const SQL = "x'; drop table doc; --";
const inPad = encodeURIComponent(SQL);
const sqlVeld = (naam: keyof Pushenvelop): Aanval => veld(`SQL in ${naam}`, { [naam]: SQL });
const sqlJson = (pad: string, inhoud: (w: Wereld) => unknown, naam: string, method = 'POST') =>
  aanval(`SQL in ${naam}`, KAPOT, (w) => w.een.stuurJson(method, pad, inhoud(w)));

const sql: Aanval[] = [
  sqlVeld('id'),
  sqlVeld('vak'),
  sqlVeld('door'),
  aanval('SQL als vak van een punt', OV, (w) =>
    vraag(
      `${w.een.basis}/wijzigingen/ophalen`,
      msgpackInit({ collectie: 'c', punten: { [SQL]: 0 }, limiet: 5 }, w.een.token),
    ),
  ),
  aanval('SQL als huis, met token', 'niet-aangemeld', (w) =>
    vraag(`${w.adres}/v1/huizen/${inPad}/verleningen`, {
      headers: { authorization: `Bearer ${w.een.token}` },
    }),
  ),
  aanval('SQL als huis, zonder token', OV, (w) =>
    vraag(`${w.adres}/v1/huizen/${inPad}/uitdagingen`, jsonInit('POST', { apparaat: nieuwId() })),
  ),
  aanval('SQL als token', 'niet-aangemeld', (w) =>
    vraag(`${w.een.basis}/verleningen`, { headers: { authorization: `Bearer ${SQL}` } }),
  ),
  aanval('SQL als vak in het pad', OV, (w) => w.een.haal(`/vakken/${inPad}`)),
  aanval('SQL als naam van een stuk', OV, (w) => w.een.haal(`/vakken/${w.vak}/stukken/${inPad}`)),
  aanval('SQL als volgnummer', OV, (w) => w.een.haal(`/quarantaine/${inPad}`)),
  aanval('SQL als punt van de quarantaine', OV, (w) => w.een.haal(`/quarantaine?vanaf=${inPad}`)),
  aanval('SQL als punt van de verleningen', OV, (w) => w.een.haal(`/verleningen?vanaf=${inPad}`)),
  aanval('SQL als uitnodiging', OV, (w) =>
    w.een.stuurJson('PUT', `/uitnodigingen/${inPad}`, { verlooptOp: '2030-01-01T00:00:00Z' }),
  ),
  sqlJson('/uitdagingen', () => ({ apparaat: SQL }), 'het apparaat van een uitdaging'),
  sqlJson(
    '/tokens',
    (w) => ({ apparaat: w.een.id, uitdaging: SQL, handtekening: 'A' }),
    'een uitdaging',
  ),
  sqlJson(
    '/tokens',
    (w) => ({ apparaat: w.een.id, uitdaging: 'A', handtekening: SQL }),
    'een handtekening',
  ),
  ...(['account', 'tekensleutel', 'handtekening'] as const).map((naam) =>
    sqlJson(
      '/accounts',
      (w) => ({
        aanstellingen: [{ ...w.een.aanmelding().aanstelling, [naam]: SQL }],
        apparaten: [],
      }),
      `${naam} van een aanstelling`,
    ),
  ),
  ...(['account', 'apparaat', 'sleutel', 'handtekening'] as const).map((naam) =>
    sqlJson(
      '/accounts',
      (w) => ({ aanstellingen: [], apparaten: [{ ...w.een.verklaring(), [naam]: SQL }] }),
      `${naam} van een apparaat`,
    ),
  ),
  ...(['id', 'vak', 'account', 'tot', 'verzegeld', 'door', 'handtekening'] as const).map((naam) =>
    sqlJson(
      '/verleningen',
      (w) => ({ verleningen: [{ ...w.een.verlening(w.vak, w.twee.account.id), [naam]: SQL }] }),
      `${naam} van een verlening`,
    ),
  ),
  ...(['account', 'apparaat', 'door', 'handtekening'] as const).map((naam) =>
    sqlJson(
      '/intrekkingen',
      (w) => ({ intrekkingen: [{ ...w.een.intrekking(w.een.id), [naam]: SQL }] }),
      `${naam} van een intrekking`,
    ),
  ),
  sqlJson(
    '/uitnodigingen/aaaaaaaaaaaaaaaa',
    () => ({ verlooptOp: SQL }),
    'een verloopdatum',
    'PUT',
  ),
  sqlJson('/uitnodigingen/aaaaaaaaaaaaaaaa/aanvraag', () => ({ bytes: SQL }), 'een aanvraag'),
  sqlJson(
    '/uitnodigingen/aaaaaaaaaaaaaaaa/antwoord',
    () => ({ bytes: SQL }),
    'een antwoord',
    'PUT',
  ),
];

export const VERDRAAID: readonly Aanval[] = [
  ...teruggedraaid,
  ...msgpack,
  ...groot,
  ...json,
  ...sql,
];
