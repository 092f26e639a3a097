/** The algorithms against published vectors, through the same functions as the application uses. */
import { Aes128Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { describe, expect, it } from 'vitest';
import {
  aeadSleutel,
  afgeleideBytes,
  b64uNaarBytes,
  bytesNaarB64u,
  controleer,
  hkdfBasis,
  importeerOntvangsleutel,
  importeerTekensleutel,
  leesB64u,
  leesOntvangsleutel,
  leesTekensleutel,
  ontsleutel,
  teken,
  voegBytesSamen,
} from '../../../shared/crypto/index.js';

const hex = (tekst: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(tekst.match(/../g) ?? [], (b) => Number.parseInt(b, 16));
const naarHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** PKCS #8 of a raw private key (RFC 8410). */
const pkcs8 = (soort: 'ed25519' | 'x25519', raw: string): Uint8Array<ArrayBuffer> =>
  hex(`302e020100300506032b65${soort === 'ed25519' ? '70' : '6e'}04220420${raw}`);

describe('Ed25519, RFC 8032 §7.1', () => {
  it.each([
    [
      'TEST 1',
      '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      '',
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    ],
    [
      'TEST 2',
      '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      '72',
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    ],
  ])('%s', async (_naam, prive, publiek, bericht, handtekening) => {
    const sleutel = await importeerTekensleutel(pkcs8('ed25519', prive));
    expect(sleutel.extractable).toBe(false);
    const gezet = await teken(sleutel, hex(bericht));
    expect(naarHex(gezet)).toBe(handtekening);
    const open = await leesTekensleutel(bytesNaarB64u(hex(publiek)));
    if (!open) throw new Error('geen sleutel');
    expect(await controleer(open, gezet, hex(bericht))).toBe(true);
    expect(await controleer(open, gezet, hex(`${bericht}00`))).toBe(false);
    expect(await controleer(open, gezet.subarray(1), hex(bericht))).toBe(false);
  });
});

it('AES-256-GCM, test case 16 of the GCM specification', async () => {
  const sleutel = await aeadSleutel(
    hex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308'),
  );
  const iv = hex('cafebabefacedbaddecaf888');
  const bijkomend = hex('feedfacedeadbeeffeedfacedeadbeefabaddad2');
  const cijfer = hex(
    '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662',
  );
  const tag = hex('76fc6ece0f4e1768cddf8853bb2d551b');
  const klaar = await ontsleutel(sleutel, voegBytesSamen(iv, cijfer, tag), bijkomend);
  expect(klaar && naarHex(klaar)).toBe(
    'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
  );
});

it('HKDF-SHA-256, RFC 5869 test case 3', async () => {
  const basis = await hkdfBasis(hex('0b'.repeat(22)));
  expect(naarHex(await afgeleideBytes(basis, '', 42))).toBe(
    '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
  );
});

/**
 * RFC 9180 has no vector of X25519 with AES-256-GCM; the KEM and the key schedule are those of A.1.1,
 * and AES-256-GCM has its own vector above.
 */
it('HPKE base mode on X25519, RFC 9180 A.1.1, with a private key that cannot be exported', async () => {
  const privateKey = await importeerOntvangsleutel(
    pkcs8('x25519', '4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8'),
  );
  const publicKey = await leesOntvangsleutel(
    bytesNaarB64u(hex('3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d')),
  );
  if (!publicKey) throw new Error('geen sleutel');
  const suite = new CipherSuite({
    kem: new DhkemX25519HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes128Gcm(),
  });
  const klaar = await suite.open(
    {
      recipientKey: { privateKey, publicKey },
      enc: hex('37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431'),
      info: hex('4f6465206f6e2061204772656369616e2055726e'),
    },
    hex(
      'f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a',
    ),
    hex('436f756e742d30'),
  );
  expect(new TextDecoder().decode(klaar)).toBe('Beauty is truth, truth beauty');
});

describe('base64url, RFC 4648', () => {
  it.each([
    ['', ''],
    ['f', 'Zg'],
    ['fo', 'Zm8'],
    ['foo', 'Zm9v'],
    ['foobar', 'Zm9vYmFy'],
  ])('%s', (klaar, tekst) => {
    expect(bytesNaarB64u(Buffer.from(klaar))).toBe(tekst);
    expect(Buffer.from(b64uNaarBytes(tekst)).toString()).toBe(klaar);
  });
  it('agrees with Node on every length', () => {
    for (let n = 0; n < 70; n += 1) {
      const bytes = crypto.getRandomValues(new Uint8Array(n));
      expect(bytesNaarB64u(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(leesB64u(bytesNaarB64u(bytes))).toEqual(bytes);
    }
  });
  it.each(['A', 'Zg==', 'Z g', 'Zh', 'Zm+v', 'é'])('refuses %s', (tekst) => {
    expect(leesB64u(tekst)).toBeUndefined();
  });
});
