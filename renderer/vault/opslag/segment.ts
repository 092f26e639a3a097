/**
 * The format on disk, version 1.
 *
 * One IndexedDB database holds all stores of a house. A store ("winkel") is what RxDB calls a storage
 * instance: a collection and schema version, RxDB's own bookkeeping, or the metadata of a
 * replication. Its contents are a log: an ordered run of segments, each written once and never
 * changed. Reading the log from the first segment to the last, the last state of each id wins.
 *
 * Names and keys (`sleutels.ts`). The store's readable name, for example `kluis|casussen|0`, is on
 * disk only inside ciphertext. Outside it is called by an id, the first 12 bytes of
 * HMAC-SHA-256(HKDF(base, 'casuskluis/opslag/v1/!namen'), name), base64url. Its AES-256-GCM key is
 * HKDF-SHA-256(base, salt empty, info 'casuskluis/opslag/v1/<name>').
 *
 * Table `segmenten`, key [w, t] = [store id, last sequence number], row { w, t, b }. `b`:
 *
 *   offset  length  content
 *        0       1  version of this format: 1
 *        1       1  codec of the content: 1 = JSON in UTF-8
 *        2       8  first sequence number that this segment covers, unsigned, big endian
 *       10       8  last sequence number (equals t); more than one after compaction
 *       18       4  number of rows in the content, unsigned, big endian
 *       22      12  IV, random
 *       34       n  AES-256-GCM ciphertext followed by its 16-byte tag
 *
 * Additional authenticated data: the bytes of the store id, then bytes 0 to 21. So a segment cannot
 * be moved to another place or store, and its header cannot be changed.
 *
 * Content: `[documents, purged]`. `documents` are RxDB's documents with `_rev`, `_meta`, `_deleted`;
 * `purged` are ids whose tombstones were cleaned up: reading the log drops them, before it takes the
 * documents of the same segment. JSON and not
 * MessagePack, because RxDB's documents are JSON by definition, JSON keeps lone surrogates that
 * UTF-8 encoders of strings replace (a half emoji that somebody pasted), and it is the fastest codec
 * of an engine (10,000 documents of 1.5 KB: written in 70 against 120 ms).
 *
 * Table `koppen`, key w, row { w, b }; `b`: version (1 byte), IV (12), ciphertext of JSON, AAD
 * `kop|<w>|<version>`. All of them are under one key, HKDF info 'casuskluis/opslag/v1/!koppen'.
 *
 *   w = store id   { naam }, written with the first segment of the store
 *   w = !anker     { nummer, winkels: { store id: last sequence number } }, written a moment after
 *                  each burst of writes (`anker.ts`), so that a log whose tail is gone is noticed
 *   w = !a, !b     a fixed sentence: two copies, that tell a wrong key from a damaged record
 *
 * Databases from before the anchor have `laatste`, the last sequence number, in the head of each
 * store instead; it is still read.
 *
 * What can be read without a key: ids of stores, sequence numbers, numbers of rows, lengths.
 */
import { OpslagFout } from './fouten.js';

export const VERSIE = 1;
const CODEC_JSON = 1;
const KOPLENGTE = 22;
const IV = 12;
const TAG = 16;

export type Bytes = Uint8Array<ArrayBuffer>;

/** What a segment says about itself before it is decrypted; only to be trusted after. */
export interface Segmentkop {
  readonly van: number;
  readonly tot: number;
  readonly rijen: number;
}
export interface Inhoud {
  readonly documenten: readonly Opgeslagen[];
  readonly weg: readonly string[];
}
/** A document as RxDB gives it to a storage. */
export interface Opgeslagen {
  readonly _rev: string;
  readonly _deleted: boolean;
  readonly _meta: { readonly lwt: number };
  readonly [veld: string]: unknown;
}

const schrijver = new TextEncoder();
const lezer = new TextDecoder('utf-8', { fatal: true });
export const bytesVan = (tekst: string): Bytes => schrijver.encode(tekst);

function aad(winkel: string, kop: Bytes): Bytes {
  const naam = bytesVan(winkel);
  const uit = new Uint8Array(naam.length + kop.length);
  uit.set(naam);
  uit.set(kop, naam.length);
  return uit;
}

/** Content of one segment; `documenten` are JSON texts already, so that each is written once. */
export function inhoudAlsBytes(documenten: readonly string[], weg: readonly string[]): Bytes {
  return bytesVan(`[[${documenten.join(',')}],${JSON.stringify(weg)}]`);
}

export async function sluitSegment(
  sleutel: CryptoKey,
  winkel: string,
  kop: Segmentkop,
  inhoud: Bytes,
): Promise<Bytes> {
  const uit = new Uint8Array(KOPLENGTE + IV + inhoud.length + TAG);
  const zicht = new DataView(uit.buffer);
  zicht.setUint8(0, VERSIE);
  zicht.setUint8(1, CODEC_JSON);
  zicht.setBigUint64(2, BigInt(kop.van));
  zicht.setBigUint64(10, BigInt(kop.tot));
  zicht.setUint32(18, kop.rijen);
  const iv = crypto.getRandomValues(uit.subarray(KOPLENGTE, KOPLENGTE + IV));
  const geheim = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: aad(winkel, uit.subarray(0, KOPLENGTE)) },
    sleutel,
    inhoud,
  );
  uit.set(new Uint8Array(geheim), KOPLENGTE + IV);
  return uit;
}

/** Header of a segment, or why there is none. */
export function leesKop(b: unknown, tot: number): Segmentkop | 'onleesbaar' | 'onbekende-versie' {
  if (!(b instanceof Uint8Array) || b.length < KOPLENGTE + IV + TAG) return 'onleesbaar';
  const zicht = new DataView(b.buffer, b.byteOffset, b.byteLength);
  if (zicht.getUint8(0) !== VERSIE || zicht.getUint8(1) !== CODEC_JSON) return 'onbekende-versie';
  const van = Number(zicht.getBigUint64(2));
  if (Number(zicht.getBigUint64(10)) !== tot || van < 1 || van > tot) return 'onleesbaar';
  return { van, tot, rijen: zicht.getUint32(18) };
}

/** The random IV of a segment: what tells two of them apart. */
export const ivVan = (b: Bytes): Bytes => b.slice(KOPLENGTE, KOPLENGTE + IV);

/** Content of a segment whose header was read; null when it does not decrypt. */
export async function openSegment(
  sleutel: CryptoKey,
  winkel: string,
  b: Bytes,
): Promise<Inhoud | null> {
  let klaar: ArrayBuffer;
  try {
    klaar = await crypto.subtle.decrypt(
      {
        name: 'AES-GCM',
        iv: b.subarray(KOPLENGTE, KOPLENGTE + IV),
        additionalData: aad(winkel, b.subarray(0, KOPLENGTE)),
      },
      sleutel,
      b.subarray(KOPLENGTE + IV),
    );
  } catch {
    return null; // The only way in which an authenticated decryption fails: not our bytes.
  }
  const [documenten, weg] = JSON.parse(lezer.decode(klaar)) as [Opgeslagen[], string[]];
  return { documenten, weg };
}

/** Small sealed record (head of a store, key proof): version, IV, ciphertext of JSON. */
export async function sluitRecord(
  sleutel: CryptoKey,
  plaats: string,
  waarde: unknown,
): Promise<Bytes> {
  const iv = crypto.getRandomValues(new Uint8Array(IV));
  const geheim = new Uint8Array(
    await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData: bytesVan(`kop|${plaats}|${VERSIE}`) },
      sleutel,
      bytesVan(JSON.stringify(waarde)),
    ),
  );
  const uit = new Uint8Array(1 + IV + geheim.length);
  uit[0] = VERSIE;
  uit.set(iv, 1);
  uit.set(geheim, 1 + IV);
  return uit;
}

/** The value of a sealed record; undefined when it does not decrypt. */
export async function openRecord(sleutel: CryptoKey, plaats: string, b: unknown): Promise<unknown> {
  if (!(b instanceof Uint8Array) || b.length < 1 + IV + TAG || b[0] !== VERSIE) return undefined;
  const bytes = b as Bytes;
  try {
    const klaar = await crypto.subtle.decrypt(
      {
        name: 'AES-GCM',
        iv: bytes.subarray(1, 1 + IV),
        additionalData: bytesVan(`kop|${plaats}|${VERSIE}`),
      },
      sleutel,
      bytes.subarray(1 + IV),
    );
    return JSON.parse(lezer.decode(klaar)) as unknown;
  } catch (fout) {
    if (fout instanceof SyntaxError) throw new OpslagFout('afgebroken', 'record zonder JSON', fout);
    return undefined;
  }
}
