/** Ed25519 as `shared/crypto/sleutels.ts` uses it: keys from PKCS #8 and base64url, signatures of 64 bytes. */
import {
  bytesNaarB64u,
  controleer,
  controleerTekst,
  importeerTekensleutel,
  leesTekensleutel,
  nieuwTekenpaar,
  teken,
} from '../../shared/crypto/index.js';
import { aanwezig, gelijk, gelijkeBytes, hex, pkcs8, weigert } from './hulp.js';
import type { Vector } from './hulp.js';
import {
  BERNSTEIN,
  RFC8032,
  SPECCHECK,
  WYCHEPROOF_GELDIG,
  WYCHEPROOF_LENGTE,
  WYCHEPROOF_R,
  WYCHEPROOF_S,
} from './tabellen/ed25519.js';

const WYCHEPROOF = 'Wycheproof testvectors_v1/ed25519_test.json';
/** Key of Wycheproof tcId 1-70. */
const SLEUTEL = '7d4d0e7f6153a69b6242b522abbee685fda4420f8834b108c3bdae369ef549fa';

/** As `controleer` and as `controleerTekst` judge it, which must be the same. */
async function klopt(publiek: string, handtekening: string, bericht: string): Promise<boolean> {
  const sleutel = await leesTekensleutel(bytesNaarB64u(hex(publiek)));
  const uit = sleutel !== undefined && (await controleer(sleutel, hex(handtekening), hex(bericht)));
  const tekst = await controleerTekst(
    bytesNaarB64u(hex(publiek)),
    bytesNaarB64u(hex(handtekening)),
    hex(bericht),
  );
  gelijk('controleerTekst', tekst, uit);
  return uit;
}

const oordeel = (
  naam: string,
  bron: string,
  [publiek, handtekening, bericht]: readonly [string, string, string],
  moet: boolean,
): Vector => ({
  naam,
  bron,
  async loop() {
    gelijk('geldig', await klopt(publiek, handtekening, bericht), moet);
  },
});

interface Getekend {
  readonly zaad: string;
  readonly publiek: string;
  readonly bericht: string;
  readonly handtekening: string;
}

/** Signed with the seed as published, and valid for this message and this signature alone. */
const getekend = (naam: string, bron: string, v: Getekend): Vector => ({
  naam,
  bron,
  async loop() {
    const sleutel = await importeerTekensleutel(pkcs8('ed25519', v.zaad));
    gelijk('uitvoerbaar', sleutel.extractable, false);
    gelijkeBytes('gezet', await teken(sleutel, hex(v.bericht)), v.handtekening);
    const { publiek, bericht, handtekening } = v;
    gelijk('geldig', await klopt(publiek, handtekening, bericht), true);
    gelijk('langer bericht', await klopt(publiek, handtekening, `${bericht}00`), false);
    const anders = hex(handtekening);
    anders[40] = (anders[40] ?? 0) ^ 0x10;
    const open = aanwezig('sleutel', await leesTekensleutel(bytesNaarB64u(hex(publiek))));
    gelijk('een bit anders', await controleer(open, anders, hex(bericht)), false);
    const zonder = hex(handtekening).subarray(1);
    gelijk('een byte te kort', await controleer(open, zonder, hex(bericht)), false);
  },
});

const L = 'edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010';
const L_MIN_1 = `ec${L.slice(2)}`;
const P = `ed${'ff'.repeat(30)}7f`;
const NUL = '00'.repeat(32);
const EEN = `01${'00'.repeat(31)}`;

/** Wycheproof tcId 10-29: R of 0, 1, L and p, each with S of 0, 1, L - 1, L and p. */
const BIJZONDER = [NUL, EEN, L, P].flatMap((r) => [NUL, EEN, L_MIN_1, L, P].map((s) => r + s));

/**
 * Small order, mixed order and encodings that are not canonical: here verifiers differ. The product
 * refuses keys and R of small order itself; for the rest this is what OpenSSL and BoringSSL both answer:
 * no cofactor, S < L, R compared as bytes.
 */
const SPECCHECK_GELDIG = new Set(['3']);

const ONLEESBAAR: readonly (readonly [waarom: string, der: string])[] = [
  ['empty', ''],
  ['cut short', `302e020100300506032b657004220420${'11'.repeat(31)}`],
  ['of X25519', `302e020100300506032b656e04220420${'11'.repeat(32)}`],
  ['with a seed of 31 bytes', `302d020100300506032b65700421041f${'11'.repeat(31)}`],
  ['with a seed of 33 bytes', `302f020100300506032b657004230421${'11'.repeat(33)}`],
  ['the seed alone', '11'.repeat(32)],
];

export const ED25519: readonly Vector[] = [
  ...RFC8032.map((v) => getekend(`RFC 8032 §7.1 TEST ${v.naam}`, 'RFC 8032 §7.1', v)),
  ...BERNSTEIN.map((v) =>
    getekend(`sign.input, ${v.lengte} bytes`, 'ed25519.cr.yp.to, sign.input (pyca vectors)', v),
  ),
  ...WYCHEPROOF_GELDIG.map((v) =>
    oordeel(
      `Wycheproof ${v.tcId}, valid`,
      WYCHEPROOF,
      [v.publiek, v.handtekening, v.bericht],
      true,
    ),
  ),
  ...BIJZONDER.map((handtekening, i) =>
    oordeel(
      `Wycheproof ${10 + i}, special values for R and S`,
      WYCHEPROOF,
      [SLEUTEL, handtekening, '3f'],
      false,
    ),
  ),
  ...WYCHEPROOF_LENGTE.map((v) =>
    oordeel(
      `Wycheproof ${v.tcId}, ${hex(v.handtekening).length} bytes is refused`,
      WYCHEPROOF,
      [SLEUTEL, v.handtekening, v.bericht],
      false,
    ),
  ),
  ...WYCHEPROOF_R.map((v) =>
    oordeel(
      `Wycheproof ${v.tcId}, another encoding of R`,
      `${WYCHEPROOF}; S recomputed independently in Python`,
      [SLEUTEL, v.R + v.S, '313233343030'],
      false,
    ),
  ),
  ...WYCHEPROOF_S.map((v) =>
    oordeel(
      `Wycheproof ${v.tcId}, S + ${v.wat} is refused`,
      WYCHEPROOF,
      [
        SLEUTEL,
        `7c38e026f29e14aabd059a0f2db8b0cd783040609a8be684db12f82a27774ab0${v.S}`,
        '54657374',
      ],
      false,
    ),
  ),
  oordeel(
    'Wycheproof 85, S just above the bound',
    WYCHEPROOF,
    [
      '100fdf47fb94f1536a4f7c3fda27383fa03375a8f527c537e6f1703c47f94f86',
      '0971f86d2c9c78582524a103cb9cf949522ae528f8054dc20107d999be673ff4e25ebf2f2928766b1248bec6e91697775f8446639ede46ad4df4053000000010',
      '6a0bc2b0057cedfc0fa2e3f7f7d39279b30f454a69dfd1117c758d86b19d85e0',
    ],
    false,
  ),
  oordeel(
    'Wycheproof 151, R has y = 1 and a sign',
    WYCHEPROOF,
    [
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      `01${'00'.repeat(30)}80c803ee1f2342aa96ff698a393d1ab5e66f3eda101d6d120b394c3fd32c117d0a`,
      '313233343030',
    ],
    false,
  ),
  ...SPECCHECK.map((v) =>
    oordeel(
      `speccheck ${v.nr}, ${SPECCHECK_GELDIG.has(v.nr) ? 'taken' : 'refused'}`,
      'novifinancial/ed25519-speccheck, row OpenSSL 3.0 and BoringSSL',
      [v.publiek, v.handtekening, v.bericht],
      SPECCHECK_GELDIG.has(v.nr),
    ),
  ),
  oordeel(
    'a key that is no point of the curve verifies nothing',
    'RFC 8032 §5.1.3: y = 2 has no x',
    [`02${'00'.repeat(31)}`, EEN + NUL, ''],
    false,
  ),
  {
    naam: 'a public key of another length or spelling is none',
    bron: 'RFC 8032 §5.1.5: 32 bytes',
    async loop() {
      for (const lengte of [0, 1, 31, 33, 64]) {
        const uit = await leesTekensleutel(bytesNaarB64u(new Uint8Array(lengte).fill(0x58)));
        gelijk(`${lengte} bytes`, uit, undefined);
      }
      const goed = bytesNaarB64u(hex(SLEUTEL));
      gelijk('met opvulling', await leesTekensleutel(`${goed}=`), undefined);
      // The last letter of 43 carries two unused bits; one of the four spellings counts.
      gelijk('andere schrijfwijze', await leesTekensleutel(`${goed.slice(0, -1)}p`), undefined);
      aanwezig('de ene schrijfwijze', await leesTekensleutel(goed));
    },
  },
  ...ONLEESBAAR.map(
    ([waarom, der]): Vector => ({
      naam: `a private key ${waarom} is refused`,
      bron: 'RFC 8410 §7; Node and Chromium agree',
      loop: () => weigert('importeren', () => importeerTekensleutel(hex(der)), 'DataError'),
    }),
  ),
  {
    naam: 'a new pair is PKCS #8 of RFC 8410 and signs as itself',
    bron: 'RFC 8410 §7',
    async loop() {
      const paar = await nieuwTekenpaar();
      gelijkeBytes('kop', paar.pkcs8.slice(0, 16), '302e020100300506032b657004220420');
      gelijk('lengte', paar.pkcs8.length, 48);
      gelijk('uitvoerbaar', paar.prive.extractable, false);
      const opnieuw = await importeerTekensleutel(paar.pkcs8);
      const handtekening = bytesNaarB64u(await teken(opnieuw, hex('00ff')));
      gelijk('geldig', await controleerTekst(paar.publiek, handtekening, hex('00ff')), true);
    },
  },
];
