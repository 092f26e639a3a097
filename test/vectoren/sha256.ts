/** SHA-256 as `sha256` gives it: names of houses and grants, what an envelope signs, checksums. */
import { huisIdVan, sha256, tekstNaarBytes } from '../../shared/crypto/index.js';
import { gelijk, gelijkeBytes, hex } from './hulp.js';
import type { Vector } from './hulp.js';

const NIST = 'FIPS 180-4, example values of NIST for SHA-256';

const VOORBEELDEN: readonly (readonly [naam: string, bericht: string, som: string])[] = [
  ['empty', '', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    '448 bits',
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
  [
    '896 bits',
    'abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu',
    'cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1',
  ],
  [
    'a million times a',
    'a'.repeat(1_000_000),
    'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0',
  ],
];

export const SHA_256: readonly Vector[] = [
  ...VOORBEELDEN.map(
    ([naam, bericht, som]): Vector => ({
      naam: `NIST, ${naam}`,
      bron: NIST,
      async loop() {
        gelijkeBytes('som', await sha256(tekstNaarBytes(bericht)), som);
      },
    }),
  ),
  {
    naam: 'id of the house of the RFC 8032 TEST 1 key',
    bron: 'base64url of the first 132 bits of SHA-256, computed with Python hashlib',
    async loop() {
      const publiek = hex('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a');
      gelijk('huis', await huisIdVan(publiek), 'If4x36FUomFia_hUBG_SJx');
    },
  },
];
