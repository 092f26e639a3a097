/** HKDF-SHA-256 (RFC 5869) as `shared/crypto` derives keys and bytes for a purpose. */
import {
  aeadSleutel,
  afgeleideBytes,
  afgeleideSleutel,
  hkdfBasis,
  ontsleutel,
  sha256,
  versleutel,
} from '../../shared/crypto/index.js';
import type { Bytes } from '../../shared/crypto/index.js';
import { gelijk, gelijkeBytes, hex, naarHex, weigert } from './hulp.js';
import type { Vector } from './hulp.js';
import { RFC5869, WYCHEPROOF } from './tabellen/hkdf.js';

/**
 * As `afgeleideBytes`, for an info that is no text: the product's purposes are texts, the published infos
 * are not. Without info the product's own function is asked too.
 */
async function afgeleid(ikm: string, zout: string, info: string, lengte: number): Promise<Bytes> {
  const basis = await hkdfBasis(hex(ikm));
  const algoritme = { name: 'HKDF', hash: 'SHA-256', salt: hex(zout), info: hex(info) };
  const uit = new Uint8Array(await crypto.subtle.deriveBits(algoritme, basis, lengte * 8));
  if (info === '') {
    const product = await afgeleideBytes(basis, '', lengte, hex(zout));
    gelijkeBytes('afgeleideBytes', product, naarHex(uit));
  }
  return uit;
}

const uitTabel = (bron: string, v: (typeof RFC5869)[number]): Vector => ({
  naam: `${bron} ${v.naam}`,
  bron,
  async loop() {
    gelijkeBytes('okm', await afgeleid(v.ikm, v.zout, v.info, Number(v.lengte)), v.okm);
  },
});

/** The purposes of the vault over 32 bytes 00 01 02 …, with an empty salt. */
const DOELEN = [
  ['casuskluis/v1/kek', '43b335794f5b85cd5f1e0da1a719272fe349f5c53fa1518a430a544cddfc7c67'],
  ['casuskluis/v1/opslag', '83e755a791599624a7657720fdf26281c35a0633f1baa4de09ab99579ec09e15'],
  [
    'casuskluis/v1/bundelsleutel',
    '7d20c9b5c841d112a523fd70e94859a6102e30881143c4819d8284e6ee56dc97',
  ],
] as const;
const reeks = (lengte: number): Bytes => Uint8Array.from({ length: lengte }, (_, i) => i);
const PYTHON = 'computed with Python 3 hmac and hashlib, from RFC 5869 §2';

/** `sleutel` is AES-256-GCM under these bytes: what one seals, the other opens. */
async function isSleutel(sleutel: CryptoKey, bytes: string): Promise<void> {
  gelijk('uitvoerbaar', sleutel.extractable, false);
  const zelf = await aeadSleutel(hex(bytes));
  const [klaar, bijkomend] = [hex('00ff'), hex('aa')];
  gelijkeBytes(
    'ontsleuteld',
    await ontsleutel(sleutel, await versleutel(zelf, klaar, bijkomend), bijkomend),
    '00ff',
  );
}

export const HKDF: readonly Vector[] = [
  ...RFC5869.map((v) => uitTabel('RFC 5869 test case', v)),
  ...WYCHEPROOF.map((v) => uitTabel('Wycheproof hkdf_sha256_test.json', v)),
  {
    naam: 'pyca, 1200 bytes',
    bron: 'pyca/cryptography vectors, KDF/hkdf-generated.txt (OpenSSL and Go); compared by SHA-256',
    async loop() {
      const uit = await afgeleid('0b'.repeat(22), '', '', 1200);
      const som = 'a4209de3e330ec38f29bd794df94209f1707e4b19bab9325a5f34a1ea8f9f80e';
      gelijkeBytes('som', await sha256(uit), som);
    },
  },
  {
    naam: 'the largest output, 255 blocks',
    bron: `${PYTHON}; compared by SHA-256`,
    async loop() {
      const uit = await afgeleid('0b'.repeat(22), '', '', 255 * 32);
      const som = '35741a9b515760e7e640f60e9d8657af4d09e63be63e55b1b31ca0535721ab80';
      gelijkeBytes('som', await sha256(uit), som);
    },
  },
  {
    naam: 'more output than 255 blocks is refused',
    bron: 'RFC 5869 §2.3: L <= 255*HashLen (Wycheproof SizeTooLarge)',
    async loop() {
      const basis = await hkdfBasis(hex('0b'.repeat(22)));
      for (const lengte of [255 * 32 + 1, 256 * 32, 16384]) {
        const leid = (): Promise<Bytes> => afgeleideBytes(basis, '', lengte);
        await weigert(`${lengte} bytes`, leid, 'OperationError');
      }
    },
  },
  ...DOELEN.map(
    ([doel, bytes]): Vector => ({
      naam: `the purpose ${doel}, as bytes and as a key`,
      bron: PYTHON,
      async loop() {
        const basis = await hkdfBasis(reeks(32));
        gelijkeBytes('bytes', await afgeleideBytes(basis, doel, 32), bytes);
        await isSleutel(await afgeleideSleutel(basis, doel), bytes);
      },
    }),
  ),
  {
    naam: 'the purpose casuskluis/v1/herstel, with a salt',
    bron: PYTHON,
    async loop() {
      const bytes = '6700c5ee69d84834631543dfc70d5537725691599144aa686fcfccf3a538a2b0';
      const [basis, doel] = [await hkdfBasis(reeks(20)), 'casuskluis/v1/herstel'];
      gelijkeBytes('bytes', await afgeleideBytes(basis, doel, 32, reeks(16)), bytes);
      await isSleutel(await afgeleideSleutel(basis, doel, reeks(16)), bytes);
    },
  },
  {
    naam: 'an empty salt is one of zeros, and the secret is wiped',
    bron: 'RFC 5869 §2.2 (Wycheproof EmptySalt)',
    async loop() {
      const geheim = hex('0b'.repeat(22));
      const basis = await hkdfBasis(geheim);
      gelijkeBytes('na het inlezen', geheim, '00'.repeat(22));
      const leeg = naarHex(await afgeleideBytes(basis, 'x', 32));
      gelijkeBytes('nullen', await afgeleideBytes(basis, 'x', 32, new Uint8Array(32)), leeg);
    },
  },
];
