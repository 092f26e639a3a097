/**
 * # The backup, version 1
 *
 * A backup (reservekopie) is the vault of one device at one moment: its keyring, and every segment and
 * attachment as they are on disk, still sealed. Nothing is decrypted to make one, and nothing in it can
 * be read without what opens the vault: on this device the passphrase, anywhere the recovery code.
 *
 * ```
 * kopie    = "CKKOPIE1" ‖ length of kop (4, big endian) ‖ kop ‖ pakken, if they are in the same file
 * kop      = MessagePack { v: 1, gemaakt, ring, pakken: [{ som, lengte }], inhoud }
 * inhoud   = AES-256-GCM(bundle key, MessagePack of `inhoud` below), additional data: DOEL ‖ gemaakt ‖
 *            SHA-256(MessagePack [pakken, ring]), so that nothing of the kop can be changed unnoticed
 * pak      = segments one after the other, or one chunk of an attachment
 * som      = SHA-256 of the pak
 * ```
 *
 * In a folder every pak is a file of its own, named after its hash: what did not change since the last
 * backup is there already, so a backup writes only what is new. A file that the user keeps has the
 * pakken behind its head. What can be seen without a key: when it was made, and sizes.
 */
import { decode, encode } from '@msgpack/msgpack';
import { z } from 'zod';
import { fout, ok } from '../../../shared/result.js';
import type { Result } from '../../../shared/result.js';
import { sha256, tekstNaarBytes, voegBytesSamen } from '../../../shared/crypto/index.js';
import type { Bytes } from '../../../shared/crypto/index.js';
import { moment } from '../../../shared/schema/index.js';

const MAGIE = tekstNaarBytes('CKKOPIE1');
const DOEL = tekstNaarBytes('casuskluis/v1/kopie');
const VOORAF = MAGIE.length + 4;
/** Heads of vaults of some hundreds of thousands of segments stay far below it. */
const GROOTSTE_KOP = 64 << 20;

const bytes = z.custom<Bytes>((w) => w instanceof Uint8Array);
const som = bytes.refine((b) => b.length === 32);

const pak = z.object({ som, lengte: z.number().int().min(1) });
export type Pak = z.infer<typeof pak>;

const kop = z.object({
  v: z.literal(1),
  gemaakt: moment,
  /** The keyring as it was; only its own module knows what is in it. */
  ring: z.custom<object>((w) => typeof w === 'object' && w !== null),
  pakken: z.array(pak),
  inhoud: bytes,
});
export type Kop = z.infer<typeof kop>;

export const inhoud = z.object({
  v: z.literal(1),
  huis: z.string(),
  huisnaam: z.string(),
  accountnaam: z.string(),
  apparaat: z.string(),
  apparaatnaam: z.string(),
  /** Version of the application that made it. */
  versie: z.string(),
  /** Number of the anchor at that moment: later backups of a device have a higher one. */
  anker: z.number().int().min(0),
  /** Changes that the house did not have yet. */
  wachtend: z.number().int().min(0),
  /** Live documents by collection: what a drill must find. */
  telling: z.record(z.string(), z.number().int().min(0)),
  /** Segments that could not be read on the device itself: with them it is as whole as it was there. */
  onleesbaar: z.number().int().min(0),
  koppen: z.array(z.object({ w: z.string(), b: bytes })),
  /** Each segment with its IV, and where it is: number of the pak, offset and length in it. */
  segmenten: z.array(
    z.object({
      w: z.string(),
      t: z.number().int().min(1),
      iv: bytes.refine((b) => b.length === 12),
      pak: z.number().int().min(0),
      van: z.number().int().min(0),
      lengte: z.number().int().min(1),
    }),
  ),
  /** Chunks of attachments: name, and number of the pak that is the chunk. */
  stukken: z.array(z.object({ naam: z.string(), pak: z.number().int().min(0) })),
});
export type Inhoud = z.infer<typeof inhoud>;

/** `soort`: not a backup. `versie`: of a newer application. `afgekapt`: shorter than it says. */
export type Kopfout = 'soort' | 'versie' | 'afgekapt';

export function schrijfKop(waarde: Kop): Bytes {
  const klaar = encode(waarde);
  const lengte = new Uint8Array(4);
  new DataView(lengte.buffer).setUint32(0, klaar.length);
  return voegBytesSamen(MAGIE, lengte, klaar);
}

/** Bytes to read from the beginning to have the whole head. @param begin at least 12 bytes */
export function koplengte(begin: Uint8Array): Result<number, Kopfout> {
  const magie = begin.subarray(0, MAGIE.length);
  if (!magie.every((byte, i) => MAGIE[i] === byte)) return fout('soort');
  if (begin.length < VOORAF) return fout('afgekapt');
  const lengte = new DataView(begin.buffer, begin.byteOffset).getUint32(MAGIE.length);
  return lengte > GROOTSTE_KOP ? fout('soort') : ok(VOORAF + lengte);
}

export function leesKop(begin: Uint8Array): Result<Kop, Kopfout> {
  const lengte = koplengte(begin);
  if (!lengte.ok) return lengte;
  if (begin.length < lengte.waarde) return fout('afgekapt');
  let waarde: unknown;
  try {
    waarde = decode(begin.subarray(VOORAF, lengte.waarde));
  } catch {
    // The decoder throws on bytes that are no MessagePack: then it is no backup of ours.
    return fout('soort');
  }
  const uit = kop.safeParse(waarde);
  if (uit.success) return ok(uit.data);
  const versie = z.object({ v: z.number() }).safeParse(waarde);
  return fout(versie.success && versie.data.v > 1 ? 'versie' : 'soort');
}

/** What the sealed content is bound to. */
export async function bijkomend(deel: Pick<Kop, 'gemaakt' | 'pakken' | 'ring'>): Promise<Bytes> {
  const rest = await sha256(new Uint8Array(encode([deel.pakken, deel.ring])));
  return voegBytesSamen(DOEL, tekstNaarBytes(deel.gemaakt), rest);
}

export const schrijfInhoud = (waarde: Inhoud): Uint8Array => encode(waarde);

/** undefined when it is of another version. */
export function leesInhoud(klaar: Uint8Array): Inhoud | undefined {
  return inhoud.safeParse(decode(klaar)).data;
}
