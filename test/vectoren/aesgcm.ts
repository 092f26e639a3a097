/** AES-256-GCM as `shared/crypto/aead.ts` uses it: `IV (12) ‖ ciphertext ‖ tag (16)`. */
import {
  aeadSleutel,
  ontsleutel,
  versleutel,
  versleutelNa,
  voegBytesSamen,
} from '../../shared/crypto/index.js';
import { aanwezig, gelijk, gelijkeBytes, hex, metToeval, weigert } from './hulp.js';
import type { Vector } from './hulp.js';
import {
  CAVP,
  CAVP_AFGEWEZEN,
  CAVP_KORTE_TAG,
  SPECIFICATIE,
  WYCHEPROOF_TAGS,
} from './tabellen/aesgcm.js';

type Rij = Readonly<
  Record<'naam' | 'sleutel' | 'iv' | 'bijkomend' | 'klaar' | 'cijfer' | 'tag', string>
>;

/** Opens to the plaintext, is made as published from the same IV, and opens with nothing else. */
const heenEnTerug = (bron: string, rij: Rij): Vector => ({
  naam: rij.naam,
  bron,
  async loop() {
    const sleutel = await aeadSleutel(hex(rij.sleutel));
    gelijk('uitvoerbaar', sleutel.extractable, false);
    const bijkomend = hex(rij.bijkomend);
    const geheel = rij.iv + rij.cijfer + rij.tag;
    gelijkeBytes('ontsleuteld', await ontsleutel(sleutel, hex(geheel), bijkomend), rij.klaar);
    const gemaakt = await metToeval(hex(rij.iv), () =>
      versleutel(sleutel, hex(rij.klaar), bijkomend),
    );
    gelijkeBytes('versleuteld', gemaakt, geheel);
    const erachter = await metToeval(hex(rij.iv), () =>
      versleutelNa(sleutel, hex(rij.klaar), bijkomend),
    );
    gelijkeBytes('versleuteld, bijkomend ervoor', erachter, rij.bijkomend + geheel);
    const anders = voegBytesSamen(bijkomend, hex('00'));
    gelijk('met ander bijkomend', await ontsleutel(sleutel, hex(geheel), anders), undefined);
    const verschoven = hex(geheel);
    verschoven[0] = (verschoven[0] ?? 0) ^ 1;
    gelijk('met een andere IV', await ontsleutel(sleutel, verschoven, bijkomend), undefined);
  },
});

const geweigerd = (
  naam: string,
  bron: string,
  rij: Readonly<Record<'sleutel' | 'iv' | 'bijkomend' | 'cijfer' | 'tag', string>>,
): Vector => ({
  naam,
  bron,
  async loop() {
    const sleutel = await aeadSleutel(hex(rij.sleutel));
    const geheel = hex(rij.iv + rij.cijfer + rij.tag);
    gelijk('ontsleuteld', await ontsleutel(sleutel, geheel, hex(rij.bijkomend)), undefined);
  },
});

const WYCHEPROOF = 'Wycheproof testvectors_v1/aes_gcm_test.json';

/** Wycheproof tcId 130-156 start from this one, which is valid. */
const BASIS: Rij = {
  naam: 'Wycheproof, the ciphertext that ModifiedTag starts from',
  sleutel: '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f',
  iv: '505152535455565758595a5b',
  bijkomend: '',
  klaar: '202122232425262728292a2b2c2d2e2f',
  cijfer: 'b2061457c0759fc1749f174ee1ccadfa',
  tag: '9ce8fef6d8ab1bf1bf887232eab590dd',
};
const BIJZONDER = {
  sleutel: '00112233445566778899aabbccddeeff102132435465768798a9bacbdcedfe0f',
  bijkomend: '',
};

const NUL_IV = [
  {
    tcId: 315,
    sleutel: '3f8ca47b9a940582644e8ecf9c2d44e8138377a8379c5c11aafe7fec19856cf1',
    klaar: '',
    geheel: '1726aa695fbaa21a1db88455c670a4b0',
  },
  {
    tcId: 316,
    sleutel: '7660d10966c6503903a552dde2a809ede9da490e5e5cc3e349da999671809883',
    klaar: 'c314235341debfafa1526bb61044a7f1',
    geheel: '7772ea358901f571d3d35c19497639d98fe0520ad744a11f0ccfd228454363fa',
  },
];

export const AES_GCM: readonly Vector[] = [
  ...SPECIFICATIE.map((rij) =>
    heenEnTerug('McGrew and Viega, GCM specification, appendix B', {
      ...rij,
      naam: `GCM specification, test case ${rij.naam}`,
    }),
  ),
  ...CAVP.map((rij) =>
    heenEnTerug('NIST CAVP gcmEncryptExtIV256.rsp', { ...rij, naam: `CAVP ${rij.naam}` }),
  ),
  heenEnTerug(WYCHEPROOF, BASIS),
  heenEnTerug(WYCHEPROOF, {
    ...BIJZONDER,
    naam: 'Wycheproof 128, tag of ones',
    iv: '00'.repeat(12),
    klaar: '561008fa07a68f5c61285cd013464eaf',
    cijfer: '23293e9b07ca7d1b0cae7cc489a973b3',
    tag: 'ff'.repeat(16),
  }),
  heenEnTerug(WYCHEPROOF, {
    ...BIJZONDER,
    naam: 'Wycheproof 129, tag of zeros',
    iv: 'ff'.repeat(12),
    klaar: 'c6152244cea1978d3e0bc274cf8c0b3b',
    cijfer: '7cb6fc7c6abc009efe9551a99f36a421',
    tag: '00'.repeat(16),
  }),
  ...WYCHEPROOF_TAGS.map(({ tcId, tag }) =>
    geweigerd(`Wycheproof ${tcId}, modified tag is refused`, WYCHEPROOF, { ...BASIS, tag }),
  ),
  ...CAVP_AFGEWEZEN.map((rij) =>
    geweigerd(`CAVP ${rij.naam}, FAIL is refused`, 'NIST CAVP gcmDecrypt256.rsp', rij),
  ),
  ...CAVP_KORTE_TAG.map((rij) =>
    geweigerd(`CAVP tag of ${rij.bits} bits is refused`, 'NIST CAVP gcmDecrypt256.rsp', rij),
  ),
  {
    naam: 'cut off at any length, it is refused',
    bron: WYCHEPROOF,
    async loop() {
      const sleutel = await aeadSleutel(hex(BASIS.sleutel));
      const geheel = hex(BASIS.iv + BASIS.cijfer + BASIS.tag);
      for (let lengte = 0; lengte < geheel.length; lengte += 1) {
        const uit = await ontsleutel(sleutel, geheel.subarray(0, lengte), new Uint8Array(0));
        gelijk(`de eerste ${lengte} bytes`, uit, undefined);
      }
    },
  },
  {
    naam: 'a view on part of a larger buffer is opened as that part',
    bron: WYCHEPROOF,
    async loop() {
      const sleutel = await aeadSleutel(hex(BASIS.sleutel));
      const ruim = hex(`ffff${BASIS.iv}${BASIS.cijfer}${BASIS.tag}ffff`);
      const uit = await ontsleutel(sleutel, ruim.subarray(2, -2), new Uint8Array(0));
      gelijkeBytes('ontsleuteld', uit, BASIS.klaar);
    },
  },
  ...NUL_IV.map(
    ({ tcId, sleutel, klaar, geheel }): Vector => ({
      naam: `Wycheproof ${tcId}, an IV of no bytes is refused`,
      bron: WYCHEPROOF,
      async loop() {
        const aead = await aeadSleutel(hex(sleutel));
        const zonder = { name: 'AES-GCM', iv: new Uint8Array(0) };
        const open = (): Promise<unknown> => crypto.subtle.decrypt(zonder, aead, hex(geheel));
        await weigert('ontsleutelen', open, 'OperationError');
        const sluit = (): Promise<unknown> => crypto.subtle.encrypt(zonder, aead, hex(klaar));
        await weigert('versleutelen', sluit, 'OperationError');
        // The product has no other IV than twelve bytes: these are then taken from the ciphertext.
        gelijk('product', await ontsleutel(aead, hex(geheel), new Uint8Array(0)), undefined);
      },
    }),
  ),
  {
    naam: 'a key of another length is refused, the bytes of a key are wiped',
    bron: 'shared/crypto/aead.ts: AES-256 only',
    async loop() {
      for (const lengte of [0, 16, 24, 31, 33]) {
        await weigert(`${lengte} bytes`, () => aeadSleutel(new Uint8Array(lengte)), 'RangeError');
      }
      const geheim = hex(BASIS.sleutel);
      aanwezig('sleutel', await aeadSleutel(geheim));
      gelijkeBytes('na het inlezen', geheim, '00'.repeat(32));
    },
  },
];
