/**
 * # The envelope, version 1
 *
 * One document as it leaves the device. Everything but `bytes` and `handtekening` is readable by
 * the endpoint and bound to the content.
 *
 * ```
 * inhoud       = MessagePack of the document, without fields that are undefined
 * bijkomend    = MessagePack of [1, huis, collectie, vak, id, epoch, versie, verwijderd, door]
 * bytes        = IV (12, random) ‖ AES-256-GCM(vak key of epoch, IV, inhoud, bijkomend) ‖ tag (16)
 * handtekening = Ed25519(signing key of door, SHA-256(bijkomend ‖ bytes)), 64 bytes
 * ```
 *
 * So the endpoint cannot move a document to another vak, collection or id, give it another version,
 * or turn it into a deletion; and a member cannot write in the name of another.
 * The document repeats `id`, `vak` and `versie`; when they differ, the envelope is refused.
 */
import { Decoder, Encoder } from '@msgpack/msgpack';
import { fout, ok } from '../result.js';
import type { Result } from '../result.js';
import type { Envelop } from '../sync/protocol.js';
import { ontsleutel, versleutelNa } from './aead.js';
import { sha256, voegBytesSamen } from './bytes.js';
import { controleer, teken } from './sleutels.js';

const VERSIE = 1;
// Made once: thousands of envelopes go through here in a first sync.
const encoder = new Encoder({ ignoreUndefined: true });
const kopEncoder = new Encoder();
const decoder = new Decoder();

/** A key of a vak in use. */
export interface Vaksleutel {
  readonly vak: string;
  readonly epoch: number;
  /** AES-256-GCM, not extractable. */
  readonly aead: CryptoKey;
}

/** What an envelope needs to know of a document. Other fields are carried along as they are. */
export interface Verzendbaar {
  readonly id: string;
  readonly vak: string;
  readonly versie: string;
}

type Kop = Omit<Envelop, 'bytes' | 'handtekening'>;

const bijkomendVan = (huis: string, e: Kop): Uint8Array =>
  kopEncoder.encode([
    VERSIE,
    huis,
    e.collectie,
    e.vak,
    e.id,
    e.epoch,
    e.versie,
    e.verwijderd,
    e.door,
  ]);

/** Seals a document under the key of its vak. */
export async function sluitEnvelop(
  doc: Verzendbaar,
  met: {
    readonly huis: string;
    readonly collectie: string;
    readonly epoch: number;
    readonly verwijderd: boolean;
    /** Account that signs. */
    readonly door: string;
    /** AES-256-GCM key of the vak and epoch. */
    readonly sleutel: CryptoKey;
    /** Private signing key of `door`. */
    readonly tekensleutel: CryptoKey;
  },
): Promise<Envelop> {
  const kop: Kop = {
    id: doc.id,
    collectie: met.collectie,
    vak: doc.vak,
    epoch: met.epoch,
    versie: doc.versie,
    verwijderd: met.verwijderd,
    door: met.door,
  };
  const bijkomend = bijkomendVan(met.huis, kop);
  // The additional data in front, as it is signed; the envelope holds what comes after it.
  const geheel = await versleutelNa(met.sleutel, encoder.encode(doc), bijkomend);
  const handtekening = await teken(met.tekensleutel, await sha256(geheel));
  return { ...kop, bytes: geheel.subarray(bijkomend.length), handtekening };
}

export type EnvelopFout =
  /** No certified key is known of the author. May pass once the leden are in. */
  | 'auteur-onbekend'
  /** The author did not write this. */
  | 'handtekening'
  /** Not sealed under this key, or changed. */
  | 'ontsleuteling'
  /** The content is no document, or not the one that the envelope says. */
  | 'inhoud';

/** Verifies and opens. The caller parses the result: it is only known to be an object with the right id. */
export async function openEnvelop(
  envelop: Envelop,
  met: {
    readonly huis: string;
    /** AES-256-GCM key of the vak and epoch. */
    readonly sleutel: CryptoKey;
    /** Public signing key of an account whose certificate was verified. */
    readonly tekensleutelVan: (account: string) => Promise<CryptoKey | undefined>;
  },
): Promise<Result<Verzendbaar & Readonly<Record<string, unknown>>, EnvelopFout>> {
  const auteur = await met.tekensleutelVan(envelop.door);
  if (!auteur) return fout('auteur-onbekend');
  const bijkomend = bijkomendVan(met.huis, envelop);
  const som = await sha256(voegBytesSamen(bijkomend, envelop.bytes));
  if (!(await controleer(auteur, envelop.handtekening, som))) return fout('handtekening');
  const inhoud = await ontsleutel(met.sleutel, envelop.bytes, bijkomend);
  if (!inhoud) return fout('ontsleuteling');
  const doc = leesInhoud(inhoud);
  const klopt =
    doc?.['id'] === envelop.id && doc['vak'] === envelop.vak && doc['versie'] === envelop.versie;
  return klopt ? ok(doc as Verzendbaar & Record<string, unknown>) : fout('inhoud');
}

function leesInhoud(inhoud: Uint8Array): Record<string, unknown> | undefined {
  let waarde: unknown;
  try {
    waarde = decoder.decode(inhoud);
  } catch (reden) {
    // The decoder throws RangeError or its own error, nothing else, on bytes that are no MessagePack.
    if (reden instanceof Error) return undefined;
    throw reden;
  }
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
    ? (waarde as Record<string, unknown>)
    : undefined;
}
