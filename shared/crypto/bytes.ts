/** Bytes: base64url, joining, random ids, and wiping what was secret. */

export type Bytes = Uint8Array<ArrayBuffer>;

const TEKENS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const WAARDEN = new Map(Array.from(TEKENS, (teken, waarde) => [teken.charCodeAt(0), waarde]));

/** base64url without padding (RFC 4648 §5). */
export function bytesNaarB64u(bytes: Uint8Array): string {
  let uit = '';
  let i = 0;
  for (; i + 2 < bytes.length; i += 3) {
    const n = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    uit += teken(n >> 18) + teken(n >> 12) + teken(n >> 6) + teken(n);
  }
  const rest = bytes.length - i;
  if (rest === 1) {
    const n = (bytes[i] ?? 0) << 16;
    uit += teken(n >> 18) + teken(n >> 12);
  } else if (rest === 2) {
    const n = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8);
    uit += teken(n >> 18) + teken(n >> 12) + teken(n >> 6);
  }
  return uit;
}

const teken = (n: number): string => TEKENS.charAt(n & 63);

/**
 * The bytes of a base64url text; undefined when it is not one. Strict: no padding, no white space,
 * and unused bits must be zero, so that every value has one spelling.
 */
export function leesB64u(tekst: string): Bytes | undefined {
  if (tekst.length % 4 === 1) return undefined;
  const uit = new Uint8Array(Math.floor((tekst.length * 3) / 4));
  let bits = 0;
  let aantal = 0;
  let plek = 0;
  for (let i = 0; i < tekst.length; i += 1) {
    const waarde = WAARDEN.get(tekst.charCodeAt(i));
    if (waarde === undefined) return undefined;
    bits = ((bits << 6) | waarde) & 0xffff;
    aantal += 6;
    if (aantal >= 8) {
      aantal -= 8;
      uit[plek] = (bits >> aantal) & 255;
      plek += 1;
    }
  }
  return (bits & ((1 << aantal) - 1)) === 0 ? uit : undefined;
}

/** As `leesB64u`, for text that has been checked before. @throws RangeError when it is no base64url. */
export function b64uNaarBytes(tekst: string): Bytes {
  const bytes = leesB64u(tekst);
  if (!bytes) throw new RangeError('geen base64url');
  return bytes;
}

export const tekstNaarBytes = (tekst: string): Bytes => new TextEncoder().encode(tekst);

/** Bytes that WebCrypto takes: a view on shared memory is copied. */
export function alsBytes(bytes: Uint8Array): Bytes {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Bytes) : new Uint8Array(bytes);
}

export function voegBytesSamen(...delen: readonly Uint8Array[]): Bytes {
  const uit = new Uint8Array(delen.reduce((som, deel) => som + deel.length, 0));
  let plek = 0;
  for (const deel of delen) {
    uit.set(deel, plek);
    plek += deel.length;
  }
  return uit;
}

export const willekeurig = (lengte: number): Bytes =>
  crypto.getRandomValues(new Uint8Array(lengte));

/** Opaque identifier of 128 random bits, 22 characters. Also used as the `versie` of a document. */
export const nieuwId = (): string => bytesNaarB64u(willekeurig(16));

/** Overwrites secrets that are no longer needed. */
export function wis(...geheimen: readonly (Uint8Array | undefined)[]): void {
  for (const geheim of geheimen) geheim?.fill(0);
}

export async function sha256(bytes: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', alsBytes(bytes)));
}
