/**
 * X25519 (RFC 7748) with keys as `shared/crypto/sleutels.ts` imports them. The product uses it only inside
 * HPKE; `gedeeld` below is the one call that `@hpke/core` makes of it.
 */
import {
  bytesNaarB64u,
  importeerOntvangsleutel,
  leesOntvangsleutel,
  nieuwOntvangpaar,
  ontzegel,
  verzegel,
} from '../../shared/crypto/index.js';
import type { Bytes } from '../../shared/crypto/index.js';
import { aanwezig, gelijk, gelijkeBytes, hex, naarHex, pkcs8, weigert } from './hulp.js';
import type { Vector } from './hulp.js';
import { WYCHEPROOF, WYCHEPROOF_LAGE_ORDE } from './tabellen/x25519.js';

const BRON = 'Wycheproof testvectors_v1/x25519_test.json';

async function openbaar(u: string): Promise<CryptoKey> {
  const sleutel = aanwezig('sleutel', await leesOntvangsleutel(bytesNaarB64u(hex(u))));
  // HPKE binds the bytes of a public key, so an engine may not rewrite them.
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', sleutel));
  gelijkeBytes('dezelfde bytes', raw, u);
  return sleutel;
}

async function gedeeld(prive: string, publiek: string): Promise<Bytes> {
  const sleutel = await importeerOntvangsleutel(pkcs8('x25519', prive));
  gelijk('uitvoerbaar', sleutel.extractable, false);
  const algoritme = { name: 'X25519', public: await openbaar(publiek) };
  return new Uint8Array(await crypto.subtle.deriveBits(algoritme, sleutel, 256));
}

const vermenigvuldiging = (
  naam: string,
  bron: string,
  v: Readonly<Record<'prive' | 'publiek' | 'gedeeld', string>>,
): Vector => ({
  naam,
  bron,
  async loop() {
    gelijkeBytes('gedeeld', await gedeeld(v.prive, v.publiek), v.gedeeld);
  },
});

const BASISPUNT = `09${'00'.repeat(31)}`;
const ALICE = '77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a';
const ALICE_OPENBAAR = '8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a';
const BOB = '5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb';
const BOB_OPENBAAR = 'de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f';
const SAMEN = '4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742';

const RFC7748 = [
  {
    naam: '§5.2, first',
    prive: 'a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4',
    publiek: 'e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c',
    gedeeld: 'c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552',
  },
  {
    naam: '§5.2, second: a coordinate with its highest bit set',
    prive: '4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d',
    publiek: 'e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493',
    gedeeld: '95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957',
  },
  { naam: '§6.1, public key of Alice', prive: ALICE, publiek: BASISPUNT, gedeeld: ALICE_OPENBAAR },
  { naam: '§6.1, public key of Bob', prive: BOB, publiek: BASISPUNT, gedeeld: BOB_OPENBAAR },
  { naam: '§6.1, as Alice', prive: ALICE, publiek: BOB_OPENBAAR, gedeeld: SAMEN },
  { naam: '§6.1, as Bob', prive: BOB, publiek: ALICE_OPENBAAR, gedeeld: SAMEN },
];

/** RFC 7748 §5.2: k and u start as the base point; each result is the next k, the old k the next u. */
const herhaald = (keren: number, moet: string): Vector => ({
  naam: `RFC 7748 §5.2, iterated ${keren}`,
  bron: 'RFC 7748 §5.2',
  async loop() {
    let [k, u] = [BASISPUNT, BASISPUNT];
    for (let i = 0; i < keren; i += 1) [k, u] = [naarHex(await gedeeld(k, u)), k];
    gelijk('k', k, moet);
  },
});

const LAGE_ORDE_PRIVE = '786a33a4f7af297a20e7642925932bf509e7070fa1bc36986af1eb13f4f50b55';

const lageOrde = (tcId: string, publiek: string): Vector => ({
  naam: `Wycheproof ${tcId}, low order: neither sealed to nor opened`,
  bron: `${BRON}; RFC 9180 §7.1.4 demands the check`,
  async loop() {
    await weigert('gedeeld', () => gedeeld(LAGE_ORDE_PRIVE, publiek), 'OperationError');
    const info = new Uint8Array(0);
    await weigert('verzegelen', () => verzegel(bytesNaarB64u(hex(publiek)), hex('00'), info));
    const prive = await importeerOntvangsleutel(pkcs8('x25519', ALICE));
    const paar = { publiek: bytesNaarB64u(hex(ALICE_OPENBAAR)), prive };
    const verzegeld = hex(publiek + '00'.repeat(48));
    gelijk('ontzegeld', await ontzegel(paar, verzegeld, info), undefined);
  },
});

const ONLEESBAAR: readonly (readonly [waarom: string, der: string])[] = [
  ['empty', ''],
  ['cut short', `302e020100300506032b656e04220420${'11'.repeat(31)}`],
  ['of Ed25519', `302e020100300506032b657004220420${'11'.repeat(32)}`],
];

export const X25519: readonly Vector[] = [
  ...RFC7748.map((v) => vermenigvuldiging(`RFC 7748 ${v.naam}`, 'RFC 7748', v)),
  herhaald(1, '422c8e7a6227d7bca1350b3e2bb7279f7897b87bb6854b783c60e80311ae3079'),
  herhaald(1000, '684cf59ba83309552800ef566f2f4d3c1c3887c49360e3875f2eb94d99532c51'),
  ...WYCHEPROOF.map((v) => vermenigvuldiging(`Wycheproof ${v.tcId}`, BRON, v)),
  ...WYCHEPROOF_LAGE_ORDE.map((v) => lageOrde(v.tcId, v.publiek)),
  {
    naam: 'a public key of another length is none, and nothing is sealed to it',
    bron: 'RFC 7748 §5: 32 bytes',
    async loop() {
      for (const lengte of [0, 31, 33]) {
        const tekst = bytesNaarB64u(new Uint8Array(lengte).fill(9));
        gelijk(`${lengte} bytes`, await leesOntvangsleutel(tekst), undefined);
        const sluit = (): Promise<Bytes> => verzegel(tekst, hex('00'), new Uint8Array(0));
        await weigert(`verzegelen aan ${lengte} bytes`, sluit, 'RangeError');
      }
    },
  },
  ...ONLEESBAAR.map(
    ([waarom, der]): Vector => ({
      naam: `a private key ${waarom} is refused`,
      bron: 'RFC 8410 §7; Node and Chromium agree',
      loop: () => weigert('importeren', () => importeerOntvangsleutel(hex(der)), 'DataError'),
    }),
  ),
  {
    naam: 'a new pair is PKCS #8 of RFC 8410, and its public half is its own',
    bron: 'RFC 8410 §7',
    async loop() {
      const paar = await nieuwOntvangpaar();
      gelijkeBytes('kop', paar.pkcs8.slice(0, 16), '302e020100300506032b656e04220420');
      gelijk('lengte', paar.pkcs8.length, 48);
      const publiek = await gedeeld(naarHex(paar.pkcs8.subarray(16)), BASISPUNT);
      gelijk('openbare helft', bytesNaarB64u(publiek), paar.publiek);
    },
  },
];
