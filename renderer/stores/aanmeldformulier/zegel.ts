/**
 * The sealing side of `shared/crypto/formulierzegel.ts`, for the page of an aanmeldformulier. It is put into that page
 * as text, so it must use nothing but its parameters and WebCrypto: no import, no constant of this file.
 */

/**
 * HPKE base mode (RFC 9180 §5.1, §6.1), DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, one message.
 * @param publiek uncompressed point, 65 bytes
 * @returns `enc (65) ‖ ciphertext ‖ tag (16)`
 */
export async function zegel(
  publiek: Uint8Array<ArrayBuffer>,
  info: Uint8Array<ArrayBuffer>,
  klaar: Uint8Array<ArrayBuffer>,
  bijkomend: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const { subtle } = crypto;
  const p256 = { name: 'ECDH', namedCurve: 'P-256' };
  const tekst = (s: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(s);
  const samen = (...delen: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
    const uit = new Uint8Array(delen.reduce((som, deel) => som + deel.length, 0));
    let plek = 0;
    for (const deel of delen) {
      uit.set(deel, plek);
      plek += deel.length;
    }
    return uit;
  };
  const hmac = async (
    sleutel: Uint8Array<ArrayBuffer>,
    bericht: Uint8Array<ArrayBuffer>,
  ): Promise<Uint8Array<ArrayBuffer>> => {
    const k = await subtle.importKey('raw', sleutel, { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
    ]);
    return new Uint8Array(await subtle.sign('HMAC', k, bericht));
  };
  const leeg = new Uint8Array(0);
  // No salt is a salt of zeros (RFC 5869 §2.2), and WebCrypto takes no empty key.
  const nul = new Uint8Array(32);
  const extract = (
    suite: Uint8Array,
    zout: Uint8Array<ArrayBuffer>,
    label: string,
    ikm: Uint8Array,
  ): Promise<Uint8Array<ArrayBuffer>> =>
    hmac(zout, samen(tekst('HPKE-v1'), suite, tekst(label), ikm));
  // At most 32 bytes are asked for: one block.
  const expand = async (
    suite: Uint8Array,
    prk: Uint8Array<ArrayBuffer>,
    label: string,
    context: Uint8Array,
    lengte: number,
  ): Promise<Uint8Array<ArrayBuffer>> =>
    (
      await hmac(
        prk,
        samen(
          new Uint8Array([0, lengte]),
          tekst('HPKE-v1'),
          suite,
          tekst(label),
          context,
          new Uint8Array([1]),
        ),
      )
    ).slice(0, lengte);

  const kem = samen(tekst('KEM'), new Uint8Array([0x00, 0x10]));
  const hpke = samen(tekst('HPKE'), new Uint8Array([0x00, 0x10, 0x00, 0x01, 0x00, 0x02]));

  const ontvanger = await subtle.importKey('raw', publiek, p256, false, []);
  const eenmalig = await subtle.generateKey(p256, true, ['deriveBits']);
  const enc = new Uint8Array(await subtle.exportKey('raw', eenmalig.publicKey));
  const dh = new Uint8Array(
    await subtle.deriveBits({ name: 'ECDH', public: ontvanger }, eenmalig.privateKey, 256),
  );
  const gedeeld = await expand(
    kem,
    await extract(kem, nul, 'eae_prk', dh),
    'shared_secret',
    samen(enc, publiek),
    32,
  );
  const context = samen(
    new Uint8Array([0]),
    await extract(hpke, nul, 'psk_id_hash', leeg),
    await extract(hpke, nul, 'info_hash', info),
  );
  const geheim = await extract(hpke, gedeeld, 'secret', leeg);
  const sleutel = await expand(hpke, geheim, 'key', context, 32);
  const iv = await expand(hpke, geheim, 'base_nonce', context, 12);
  const aes = await subtle.importKey('raw', sleutel, 'AES-GCM', false, ['encrypt']);
  const inhoud = await subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: bijkomend },
    aes,
    klaar,
  );
  return samen(enc, new Uint8Array(inhoud));
}
