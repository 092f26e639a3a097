/** What the cases share: their form, reading tables of hexadecimal, checks that throw, and fixed chance. */
import type { Bytes } from '../../shared/crypto/index.js';

/** One published case, run through the product's own code. Works in Node, in a page and in a worker. */
export interface Vector {
  readonly naam: string;
  /** Where the values come from. */
  readonly bron: string;
  /** Rejects when the outcome is another. */
  readonly loop: () => Promise<void>;
}

/** What became of a case. Crosses from a page or a worker to the test. */
export interface Uitslag {
  readonly groep: string;
  readonly naam: string;
  /** null when it passed. */
  readonly fout: string | null;
}

export function hex(tekst: string): Bytes {
  if (!/^([0-9a-f]{2})*$/.test(tekst)) throw new RangeError(`geen hexadecimale bytes: ${tekst}`);
  return Uint8Array.from(tekst.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}

export const naarHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Rows of a table that is written as text: a line a row, columns parted by spaces, `-` for empty. One
 * line a vector keeps hundreds of them readable and comparable with their source.
 */
export function tabel<K extends string>(
  kolommen: readonly K[],
  tekst: string,
): readonly Readonly<Record<K, string>>[] {
  return tekst
    .trim()
    .split('\n')
    .map((regel) => {
      const cellen = regel.split(' ');
      if (cellen.length !== kolommen.length)
        throw new RangeError(`kolommen kloppen niet: ${regel}`);
      const rij = kolommen.map((kolom, i) => [kolom, cellen[i] === '-' ? '' : cellen[i]]);
      return Object.fromEntries(rij) as Record<K, string>;
    });
}

/** PKCS #8 of a raw private key (RFC 8410 §7), as the vault keeps and imports them. */
export const pkcs8 = (soort: 'ed25519' | 'x25519', prive: string): Bytes =>
  hex(`302e020100300506032b65${soort === 'ed25519' ? '70' : '6e'}04220420${prive}`);

export function gelijk(wat: string, is: unknown, moet: unknown): void {
  if (is !== moet) throw new Error(`${wat}: ${String(is)} in plaats van ${String(moet)}`);
}

/** The bytes are these; `undefined` is what the product answers where it refuses. */
export function gelijkeBytes(wat: string, is: Uint8Array | undefined, moet: string): void {
  gelijk(wat, is === undefined ? 'geweigerd' : naarHex(is), moet);
}

export function aanwezig<T>(wat: string, waarde: T | undefined): T {
  if (waarde === undefined) throw new Error(`${wat}: geweigerd`);
  return waarde;
}

/** Rejects, with an error of this name where one is given: engines must agree on that too. */
export async function weigert(wat: string, doe: () => unknown, naam?: string): Promise<void> {
  let hoe = 'aangenomen';
  try {
    await doe();
  } catch (mis) {
    if (!(mis instanceof Error || mis instanceof DOMException)) throw mis;
    if (naam === undefined || mis.name === naam) return;
    hoe = `geweigerd met ${mis.name}: ${mis.message}`;
  }
  throw new Error(`${wat}: ${hoe}`);
}

/**
 * With `bytes` in place of chance, once. The product takes no IV from its caller, so this is the way to
 * hold what it makes against a published answer.
 */
export async function metToeval<T>(bytes: Bytes, doe: () => Promise<T>): Promise<T> {
  let gebruikt = 0;
  const vast = <A extends ArrayBufferView>(doel: A): A => {
    gebruikt += 1;
    if (doel.byteLength !== bytes.length) throw new RangeError('om een andere lengte gevraagd');
    new Uint8Array(doel.buffer, doel.byteOffset, doel.byteLength).set(bytes);
    return doel;
  };
  const uit = await vervangen(crypto, 'getRandomValues', vast, doe);
  gelijk('aantal keren toeval', gebruikt, 1);
  return uit;
}

/** With `paar` in place of a fresh key pair, once: the ephemeral pair of HPKE. */
export async function metSleutelpaar<T>(paar: CryptoKeyPair, doe: () => Promise<T>): Promise<T> {
  let gebruikt = 0;
  const vast = (): Promise<CryptoKeyPair> => {
    gebruikt += 1;
    return Promise.resolve(paar);
  };
  const uit = await vervangen(crypto.subtle, 'generateKey', vast, doe);
  gelijk('aantal verse sleutelparen', gebruikt, 1);
  return uit;
}

async function vervangen<O extends object, T>(
  object: O,
  naam: keyof O & string,
  door: unknown,
  doe: () => Promise<T>,
): Promise<T> {
  // An own property hides the one of the prototype, in Node and in Chromium alike.
  Object.defineProperty(object, naam, { value: door, configurable: true });
  try {
    return await doe();
  } finally {
    Reflect.deleteProperty(object, naam);
  }
}
