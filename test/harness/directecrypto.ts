/**
 * WebCrypto without the threads of Node: the same algorithms and bytes, by the calls of `node:crypto` that
 * answer at once. Small pieces take a tenth of the time, so that random tests can do ten times as much.
 * What is asked otherwise goes to WebCrypto itself.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  KeyObject,
} from 'node:crypto';

type Bron = ArrayBuffer | ArrayBufferView<ArrayBuffer>;

const TAG = 16;
const bytesVan = (bron: Bron): Uint8Array =>
  ArrayBuffer.isView(bron)
    ? new Uint8Array(bron.buffer, bron.byteOffset, bron.byteLength)
    : new Uint8Array(bron);

/** A buffer of its own, as WebCrypto gives. */
const los = (...delen: Uint8Array[]): ArrayBuffer => {
  const uit = new Uint8Array(delen.reduce((som, deel) => som + deel.length, 0));
  let plek = 0;
  for (const deel of delen) {
    uit.set(deel, plek);
    plek += deel.length;
  }
  return uit.buffer;
};

/** Derived before, by all that was asked: an opening derives a dozen keys, and always the same. */
const afgeleid = new Map<string, CryptoKey>();
const sleutels = new WeakMap<CryptoKey, KeyObject>();
function sleutelVan(sleutel: CryptoKey, gebruik: KeyUsage): KeyObject {
  if (!sleutel.usages.includes(gebruik)) throw new DOMException(gebruik, 'InvalidAccessError');
  const bekend = sleutels.get(sleutel) ?? KeyObject.from(sleutel);
  sleutels.set(sleutel, bekend);
  return bekend;
}

/** From now on in this process; returns the way back. */
export function zetDirecteCrypto(): () => void {
  const echt = SubtleCrypto.prototype;
  const subtle = crypto.subtle;
  const direct = {
    async encrypt(a: AesGcmParams, sleutel: CryptoKey, klaar: Bron) {
      if (a.name !== 'AES-GCM') return echt.encrypt.call(subtle, a, sleutel, klaar);
      const iv = bytesVan(a.iv);
      const werk = createCipheriv('aes-256-gcm', sleutelVan(sleutel, 'encrypt'), iv);
      if (a.additionalData) werk.setAAD(bytesVan(a.additionalData));
      return los(werk.update(bytesVan(klaar)), werk.final(), werk.getAuthTag());
    },
    async decrypt(a: AesGcmParams, sleutel: CryptoKey, geheim: Bron) {
      if (a.name !== 'AES-GCM') return echt.decrypt.call(subtle, a, sleutel, geheim);
      const bytes = bytesVan(geheim);
      if (bytes.length < TAG) throw new DOMException('te kort', 'OperationError');
      const iv = bytesVan(a.iv);
      const werk = createDecipheriv('aes-256-gcm', sleutelVan(sleutel, 'decrypt'), iv);
      if (a.additionalData) werk.setAAD(bytesVan(a.additionalData));
      werk.setAuthTag(bytes.subarray(-TAG));
      return los(werk.update(bytes.subarray(0, -TAG)), werk.final());
    },
    async digest(a: AlgorithmIdentifier, bytes: Bron) {
      const naam = typeof a === 'string' ? a : a.name;
      if (naam !== 'SHA-256') return echt.digest.call(subtle, a, bytes);
      return los(createHash('sha256').update(bytesVan(bytes)).digest());
    },
    async sign(a: AlgorithmIdentifier, sleutel: CryptoKey, bytes: Bron) {
      const { hash } = sleutel.algorithm as HmacKeyAlgorithm;
      if ((typeof a === 'string' ? a : a.name) !== 'HMAC' || hash.name !== 'SHA-256')
        return echt.sign.call(subtle, a, sleutel, bytes);
      return los(
        createHmac('sha256', sleutelVan(sleutel, 'sign')).update(bytesVan(bytes)).digest(),
      );
    },
    async deriveKey(
      a: HkdfParams,
      basis: CryptoKey,
      soort: AesKeyGenParams,
      uit: boolean,
      gebruik: KeyUsage[],
    ) {
      if (a.name !== 'HKDF' || a.hash !== 'SHA-256' || soort.name !== 'AES-GCM')
        return echt.deriveKey.call(subtle, a, basis, soort, uit, gebruik);
      const [zout, info] = [bytesVan(a.salt), bytesVan(a.info)];
      const geheim = sleutelVan(basis, 'deriveKey');
      const vraag = JSON.stringify([
        ...[geheim.export(), zout, info].map((bytes) => Buffer.from(bytes).toString('base64')),
        [soort.length, uit, gebruik],
      ]);
      const bekend = afgeleid.get(vraag);
      if (bekend) return bekend;
      const ruw = new Uint8Array(hkdfSync('sha256', geheim, zout, info, soort.length / 8));
      const sleutel = await echt.importKey.call(subtle, 'raw', ruw, soort, uit, gebruik);
      afgeleid.set(vraag, sleutel);
      return sleutel;
    },
  };
  Object.assign(subtle, direct);
  return () => {
    for (const naam of Object.keys(direct)) Reflect.deleteProperty(subtle, naam);
  };
}
