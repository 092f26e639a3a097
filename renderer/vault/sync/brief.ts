/**
 * The two letters of an invitation, sealed under the secret in its code, so that the endpoint carries
 * them unread and cannot write one.
 *
 * ```
 * sleutel = HKDF-SHA-256(geheim, info "casuskluis/v1/uitnodiging/<aanvraag|antwoord>") → AES-256-GCM
 * brief   = IV ‖ AES-GCM(sleutel, MessagePack(inhoud), UTF-8 of huis U+000A id)
 * ```
 * In the answer to a second device of the same person, the account keys are sealed with HPKE to that
 * device besides: who finds the code later reads the letter, but not those keys.
 */
import { decode, encode } from '@msgpack/msgpack';
import { z } from 'zod';
import {
  afgeleideSleutel,
  hkdfBasis,
  ontsleutel,
  tekstNaarBytes,
  versleutel,
} from '../../../shared/crypto/index.js';
import { gecertificeerdLid } from '../../../shared/schema/index.js';
import {
  aanstelling,
  apparaatverklaring,
  b64,
  opaakId,
  verlening,
} from '../../../shared/sync/protocol.js';

export const aanvraag = z.object({
  v: z.literal(1),
  apparaat: z.object({ id: opaakId, naam: z.string().max(200), sleutel: b64, ontvangsleutel: b64 }),
  account: z.object({ id: opaakId, tekensleutel: b64, ontvangsleutel: b64 }),
  /** The new account adds the device; used for a colleague. */
  verklaring: apparaatverklaring,
});
export type Aanvraag = z.infer<typeof aanvraag>;

export const antwoord = z.object({
  v: z.literal(1),
  soort: z.enum(['collega', 'eigen-apparaat']),
  account: opaakId,
  huissleutel: b64,
  aanstelling,
  verklaring: apparaatverklaring,
  huisvak: opaakId,
  huisnaam: z.string(),
  korteNaam: z.string(),
  voorbeeld: z.boolean(),
  leden: z.array(gecertificeerdLid),
  verleningen: z.array(verlening),
  /** HPKE to the device; only for `eigen-apparaat`. */
  bundel: z.instanceof(Uint8Array<ArrayBuffer>).nullable(),
});
export type Antwoordbrief = z.infer<typeof antwoord>;

/** HPKE info of the account keys. */
export const BUNDEL_INFO = tekstNaarBytes('casuskluis/v1/accountbundel');

export interface Briefopener {
  readonly huis: string;
  readonly id: string;
  /** 16 secret bytes; left as they are. */
  readonly geheim: Uint8Array;
}

type Briefsoort = 'aanvraag' | 'antwoord';

export async function sluitBrief(
  { huis, id, geheim }: Briefopener,
  soort: Briefsoort,
  inhoud: Aanvraag | Antwoordbrief,
): Promise<Uint8Array<ArrayBuffer>> {
  return versleutel(await sleutelVan(geheim, soort), encode(inhoud), bijkomend(huis, id));
}

/** null when it was not sealed under this secret for this invitation, or is of another version. */
export async function openBrief<T>(
  { huis, id, geheim }: Briefopener,
  soort: Briefsoort,
  bytes: Uint8Array,
  schema: z.ZodType<T>,
): Promise<T | null> {
  const klaar = await ontsleutel(await sleutelVan(geheim, soort), bytes, bijkomend(huis, id));
  if (!klaar) return null;
  const uit = schema.safeParse(decode(klaar));
  return uit.success ? uit.data : null;
}

const bijkomend = (huis: string, id: string): Uint8Array => tekstNaarBytes(`${huis}\n${id}`);

async function sleutelVan(geheim: Uint8Array, soort: Briefsoort): Promise<CryptoKey> {
  // The import wipes what it is given.
  return afgeleideSleutel(
    await hkdfBasis(new Uint8Array(geheim)),
    `casuskluis/v1/uitnodiging/${soort}`,
  );
}
