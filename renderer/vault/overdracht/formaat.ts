/**
 * # The overdrachtsbestand, version 1
 *
 * What one device gives to others without a network: one file, on a USB stick for example, encrypted to
 * the accounts that may open it and signed by the account that made it.
 *
 * ```
 * bestand      = "CKOVERD1" ‖ length of kop (4, big endian) ‖ kop ‖ brok … ‖ handtekening (64)
 * kop          = MessagePack { v: 1, id, huis, door, gemaakt, ontvangers: [{ account, sleutel }], brokken: [length] }
 * sleutel      = HPKE to the account (`shared/crypto/hpke.ts`) of the file key (32 random bytes),
 *                info "casuskluis/v1/overdracht", additional data MessagePack [huis, id, account]
 * brok         = AES-256-GCM(file key, content), additional data MessagePack [SHA-256 of all before the
 *                first brok, number of this one, how many]
 * handtekening = Ed25519(signing key of door, handtekenbericht('overdracht', huis, id,
 *                base64url(SHA-256 of everything before it))
 * ```
 *
 * The first brok is `over` (`inhoud.ts`), the others are lists of `regel`. Nothing may follow the signature.
 * So a file that was cut off, extended, put in another order or changed in one bit is refused as a whole,
 * before anything of it is used. Without a key a reader sees ids of house and accounts, when it was made,
 * and sizes.
 */
import { decode, encode } from '@msgpack/msgpack';
import { z } from 'zod';
import {
  aeadSleutel,
  bytesNaarB64u,
  controleer,
  nieuwId,
  ontsleutel,
  ontzegel,
  sha256,
  teken,
  tekstNaarBytes,
  versleutel,
  verzegel,
  voegBytesSamen,
  willekeurig,
  wis,
} from '../../../shared/crypto/index.js';
import type { Bytes, Ontvangpaar } from '../../../shared/crypto/index.js';
import { fout, ok } from '../../../shared/result.js';
import type { Result } from '../../../shared/result.js';
import { moment } from '../../../shared/schema/index.js';
import { handtekenbericht, opaakId } from '../../../shared/sync/protocol.js';

const MAGIE = tekstNaarBytes('CKOVERD1');
const INFO = tekstNaarBytes('casuskluis/v1/overdracht');
const VOORAF = MAGIE.length + 4;
const HANDTEKENING = 64;
/** Some hundred receivers are 15 kB. */
const GROOTSTE_KOP = 4 << 20;

const kopschema = z.object({
  v: z.literal(1),
  id: opaakId,
  huis: opaakId,
  door: opaakId,
  gemaakt: moment,
  ontvangers: z
    .array(
      z.object({ account: opaakId, sleutel: z.custom<Uint8Array>((w) => w instanceof Uint8Array) }),
    )
    .min(1),
  brokken: z.array(z.number().int().min(1)).min(1),
});
export type Kop = z.infer<typeof kopschema>;

/**
 * `soort`: no file of ours. `nieuwer`: of a newer version of the application. `afgekapt`: shorter than it
 * says. `gewijzigd`: not as it was made. `huis`: of another house. `ontvanger`: not made for this account.
 */
export type Formaatfout = 'soort' | 'nieuwer' | 'afgekapt' | 'gewijzigd' | 'huis' | 'ontvanger';

export interface Afzender {
  readonly huis: string;
  /** Account, and its private Ed25519 key. */
  readonly door: string;
  readonly tekensleutel: CryptoKey;
  /** Moment, ISO. */
  readonly gemaakt: string;
  /** `sleutel`: X25519 public key, base64url. */
  readonly ontvangers: readonly { readonly account: string; readonly sleutel: string }[];
}

export async function schrijfBestand(
  van: Afzender,
  brokken: readonly Uint8Array[],
): Promise<Bytes> {
  const id = nieuwId();
  const geheim = willekeurig(32);
  const ontvangers = await Promise.all(
    van.ontvangers.map(async ({ account, sleutel }) => ({
      account,
      sleutel: await verzegel(sleutel, geheim, INFO, encode([van.huis, id, account])),
    })),
  );
  const sleutel = await aeadSleutel(geheim);
  const kop: Kop = {
    v: 1,
    id,
    huis: van.huis,
    door: van.door,
    gemaakt: van.gemaakt,
    ontvangers,
    brokken: brokken.map((brok) => brok.length + IV_EN_TAG),
  };
  const klaar = encode(kop);
  const lengte = new Uint8Array(4);
  new DataView(lengte.buffer).setUint32(0, klaar.length);
  const begin = voegBytesSamen(MAGIE, lengte, klaar);
  const som = await sha256(begin);
  const delen: Uint8Array[] = [begin];
  for (const [i, brok] of brokken.entries())
    delen.push(await versleutel(sleutel, brok, encode([som, i, brokken.length])));
  const geheel = voegBytesSamen(...delen);
  return voegBytesSamen(geheel, await teken(van.tekensleutel, await bericht(kop, geheel)));
}

const IV_EN_TAG = 12 + 16;

/** Opened, and not to be used before `isVan` says that its maker signed it. */
export interface Geopendbestand {
  readonly kop: Kop;
  readonly brokken: readonly Bytes[];
  /** @param sleutel certified signing key of `kop.door` */
  isVan(sleutel: CryptoKey): Promise<boolean>;
}

export async function openBestand(
  bytes: Uint8Array,
  voor: { readonly huis: string; readonly account: string; readonly ontvangpaar: Ontvangpaar },
): Promise<Result<Geopendbestand, Formaatfout>> {
  const gelezen = leesKop(bytes);
  if (!gelezen.ok) return gelezen;
  const { kop, begin } = gelezen.waarde;
  const einde = kop.brokken.reduce((som, lengte) => som + lengte, begin);
  if (bytes.length < einde + HANDTEKENING) return fout('afgekapt');
  if (bytes.length > einde + HANDTEKENING) return fout('gewijzigd');
  if (kop.huis !== voor.huis) return fout('huis');
  const mijn = kop.ontvangers.find(({ account }) => account === voor.account);
  if (!mijn) return fout('ontvanger');
  const geheim = await ontzegel(
    voor.ontvangpaar,
    mijn.sleutel,
    INFO,
    encode([kop.huis, kop.id, mijn.account]),
  );
  if (geheim?.length !== 32) {
    wis(geheim);
    return fout('gewijzigd');
  }
  const sleutel = await aeadSleutel(geheim);
  const som = await sha256(bytes.subarray(0, begin));
  const brokken: Bytes[] = [];
  let van = begin;
  for (const [i, lengte] of kop.brokken.entries()) {
    const deel = bytes.subarray(van, van + lengte);
    const brok = await ontsleutel(sleutel, deel, encode([som, i, kop.brokken.length]));
    if (!brok) return fout('gewijzigd');
    brokken.push(brok);
    van += lengte;
  }
  return ok({
    kop,
    brokken,
    isVan: async (tekensleutel) =>
      controleer(tekensleutel, bytes.subarray(einde), await bericht(kop, bytes.subarray(0, einde))),
  });
}

const bericht = async (kop: Kop, geheel: Uint8Array): Promise<Bytes> =>
  handtekenbericht('overdracht', kop.huis, kop.id, bytesNaarB64u(await sha256(geheel)));

/** @returns the head, and where the first brok begins */
function leesKop(bytes: Uint8Array): Result<{ kop: Kop; begin: number }, Formaatfout> {
  const magie = bytes.subarray(0, MAGIE.length);
  if (magie.length < MAGIE.length || magie.some((byte, i) => MAGIE[i] !== byte))
    return fout('soort');
  if (bytes.length < VOORAF) return fout('afgekapt');
  const lengte = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIE.length);
  if (lengte > GROOTSTE_KOP) return fout('gewijzigd');
  if (bytes.length < VOORAF + lengte) return fout('afgekapt');
  const waarde = leesMsgpack(bytes.subarray(VOORAF, VOORAF + lengte));
  const uit = kopschema.safeParse(waarde);
  if (uit.success) return ok({ kop: uit.data, begin: VOORAF + lengte });
  const versie = z.object({ v: z.number().int() }).safeParse(waarde);
  return fout(versie.success && versie.data.v > 1 ? 'nieuwer' : 'gewijzigd');
}

/** undefined when it is no MessagePack. */
export function leesMsgpack(bytes: Uint8Array): unknown {
  try {
    return decode(bytes);
  } catch (reden) {
    // The decoder throws RangeError or its own error, nothing else, on bytes that are no MessagePack.
    if (reden instanceof Error) return undefined;
    throw reden;
  }
}
