/**
 * HPKE (RFC 9180) as `shared/crypto/hpke.ts` uses it: base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256,
 * AES-256-GCM, one message a context, `enc (32) ‖ ciphertext ‖ tag (16)`.
 */
import { Aes128Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import {
  bytesNaarB64u,
  importeerOntvangsleutel,
  leesOntvangsleutel,
  nieuwOntvangpaar,
  ontzegel,
  verzegel,
} from '../../shared/crypto/index.js';
import type { Bytes, Ontvangpaar } from '../../shared/crypto/index.js';
import {
  aanwezig,
  gelijk,
  gelijkeBytes,
  hex,
  metSleutelpaar,
  naarHex,
  pkcs8,
  weigert,
} from './hulp.js';
import type { Vector } from './hulp.js';

/**
 * The appendix of the RFC prints X25519 with AES-128-GCM and ChaCha20-Poly1305; the file of vectors that
 * goes with it has AES-256-GCM too: mode 0, kem 32, kdf 1, aead 2, first encryption.
 */
const BRON =
  'cfrg/draft-irtf-cfrg-hpke test-vectors.json of RFC 9180, mode 0 kem 32 kdf 1 aead 2; recomputed in Python from the RFC on pyca primitives';

const INFO = '4f6465206f6e2061204772656369616e2055726e';
const BIJKOMEND = '436f756e742d30';
const KLAAR = '4265617574792069732074727574682c20747275746820626561757479';
const ONTVANGER = {
  prive: '497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d',
  publiek: '430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c',
};
const KORTSTONDIG = {
  prive: '179d4b53b6365c45b600c4163b61d95cbc2f4d9e36f1695558dce265ab8bab11',
  publiek: '6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256',
};
const VERZEGELD =
  KORTSTONDIG.publiek +
  'e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a';

async function ontvangpaar(sleutel: typeof ONTVANGER): Promise<Ontvangpaar> {
  const prive = await importeerOntvangsleutel(pkcs8('x25519', sleutel.prive));
  return { publiek: bytesNaarB64u(hex(sleutel.publiek)), prive };
}

/** The vector with one thing changed: it must not open. */
const anders = (
  wat: string,
  wijzig: (v: { verzegeld: Bytes; info: Bytes; bijkomend: Bytes }) => void,
): Vector => ({
  naam: `with ${wat} changed it does not open`,
  bron: BRON,
  async loop() {
    const v = { verzegeld: hex(VERZEGELD), info: hex(INFO), bijkomend: hex(BIJKOMEND) };
    wijzig(v);
    const uit = await ontzegel(await ontvangpaar(ONTVANGER), v.verzegeld, v.info, v.bijkomend);
    gelijk('ontzegeld', uit, undefined);
  },
});

const draai = (bytes: Bytes, plek: number): void => {
  bytes[plek] = (bytes[plek] ?? 0) ^ 1;
};

export const HPKE: readonly Vector[] = [
  {
    naam: 'X25519 with AES-256-GCM, opened with a private key that cannot be exported',
    bron: BRON,
    async loop() {
      const paar = await ontvangpaar(ONTVANGER);
      gelijk('uitvoerbaar', paar.prive.extractable, false);
      const uit = await ontzegel(paar, hex(VERZEGELD), hex(INFO), hex(BIJKOMEND));
      gelijkeBytes('ontzegeld', uit, KLAAR);
    },
  },
  {
    naam: 'X25519 with AES-256-GCM, sealed with the ephemeral pair of the vector',
    bron: BRON,
    async loop() {
      const { prive } = await ontvangpaar(KORTSTONDIG);
      const publiek = await leesOntvangsleutel(bytesNaarB64u(hex(KORTSTONDIG.publiek)));
      const paar = { privateKey: prive, publicKey: aanwezig('sleutel', publiek) };
      const ontvanger = bytesNaarB64u(hex(ONTVANGER.publiek));
      const uit = await metSleutelpaar(paar, () =>
        verzegel(ontvanger, hex(KLAAR), hex(INFO), hex(BIJKOMEND)),
      );
      gelijkeBytes('verzegeld', uit, VERZEGELD);
    },
  },
  {
    naam: 'sealed by another implementation, without additional data',
    bron: 'made with pyca/cryptography 48, hazmat.primitives.hpke (OpenSSL), an implementation of its own',
    async loop() {
      const verzegeld = hex(
        'bf387163638c79bc10541f77e0fead5cc1dab1f51bfb4c2fa5aaa7b5f195d807ffbf3300e6af6ba8a575f70d86fef92cb6507d2e9c1583b4decfc495c3c20e31ba52bd57c468e69637084f381176d2a3',
      );
      const info = new TextEncoder().encode('casuskluis/v1/accountbundel');
      const uit = await ontzegel(await ontvangpaar(ONTVANGER), verzegeld, info);
      const moet = Uint8Array.from({ length: 32 }, (_, i) => i);
      gelijkeBytes('ontzegeld', uit, naarHex(moet));
    },
  },
  {
    naam: 'RFC 9180 A.1.1: the KEM and the key schedule, with the AEAD of the appendix',
    bron: 'RFC 9180 A.1.1 (AES-128-GCM), with @hpke/core alone: the product has no such suite',
    async loop() {
      const { prive: privateKey } = await ontvangpaar({
        prive: '4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8',
        publiek: '',
      });
      const publiek = hex('3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d');
      const publicKey = aanwezig('sleutel', await leesOntvangsleutel(bytesNaarB64u(publiek)));
      const suite = new CipherSuite({
        kem: new DhkemX25519HkdfSha256(),
        kdf: new HkdfSha256(),
        aead: new Aes128Gcm(),
      });
      const enc = hex('37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431');
      const klaar = await suite.open(
        { recipientKey: { privateKey, publicKey }, enc, info: hex(INFO) },
        hex(
          'f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a',
        ),
        hex(BIJKOMEND),
      );
      gelijkeBytes('ontzegeld', new Uint8Array(klaar), KLAAR);
    },
  },
  anders('a bit of the ephemeral key', (v) => draai(v.verzegeld, 0)),
  // X25519 does not see this bit, the key schedule does: enc is in its context as it came.
  anders('the highest bit of the ephemeral key', (v) => {
    v.verzegeld[31] = (v.verzegeld[31] ?? 0) ^ 0x80;
  }),
  anders('a bit of the ciphertext', (v) => draai(v.verzegeld, 32)),
  anders('a bit of the tag', (v) => draai(v.verzegeld, v.verzegeld.length - 1)),
  anders('the info', (v) => draai(v.info, 0)),
  anders('the info left out', (v) => {
    v.info = new Uint8Array(0);
  }),
  anders('the additional data', (v) => draai(v.bijkomend, 6)),
  anders('the additional data left out', (v) => {
    v.bijkomend = new Uint8Array(0);
  }),
  {
    naam: 'cut off at any length it does not open',
    bron: BRON,
    async loop() {
      const paar = await ontvangpaar(ONTVANGER);
      const geheel = hex(VERZEGELD);
      for (let lengte = 0; lengte < geheel.length; lengte += 1) {
        const deel = geheel.subarray(0, lengte);
        const uit = await ontzegel(paar, deel, hex(INFO), hex(BIJKOMEND));
        gelijk(`de eerste ${lengte} bytes`, uit, undefined);
      }
    },
  },
  {
    naam: 'another pair, or a pair whose halves do not belong together, does not open it',
    bron: BRON,
    async loop() {
      const goed = await ontvangpaar(ONTVANGER);
      const ander = await nieuwOntvangpaar();
      for (const paar of [
        ander,
        { ...goed, publiek: ander.publiek },
        { ...goed, prive: ander.prive },
      ]) {
        const uit = await ontzegel(paar, hex(VERZEGELD), hex(INFO), hex(BIJKOMEND));
        gelijk('ontzegeld', uit, undefined);
      }
      const geen = { ...goed, publiek: '' };
      await weigert(
        'zonder sleutel',
        () => ontzegel(geen, hex(VERZEGELD), hex(INFO)),
        'RangeError',
      );
    },
  },
  {
    naam: 'sealed twice it differs, and both open, also when empty',
    bron: 'RFC 9180 §6.1: a fresh ephemeral key for each message',
    async loop() {
      const paar = await ontvangpaar(ONTVANGER);
      for (const klaar of ['', KLAAR]) {
        const een = await verzegel(paar.publiek, hex(klaar), hex(INFO), hex(BIJKOMEND));
        const twee = await verzegel(paar.publiek, hex(klaar), hex(INFO), hex(BIJKOMEND));
        gelijk('lengte', een.length, 32 + klaar.length / 2 + 16);
        gelijk('gelijk', naarHex(een) === naarHex(twee), false);
        for (const verzegeld of [een, twee]) {
          const uit = await ontzegel(paar, verzegeld, hex(INFO), hex(BIJKOMEND));
          gelijkeBytes('ontzegeld', uit, klaar);
        }
      }
    },
  },
];
