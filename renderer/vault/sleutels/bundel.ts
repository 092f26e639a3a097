/**
 * The sealed bundle: the private keys of this device, and what goes with them. MessagePack, sealed
 * with AES-256-GCM under a key that is derived from the data key.
 */
import { decode, encode } from '@msgpack/msgpack';
import { z } from 'zod';
import {
  ontsleutel,
  tekstNaarBytes,
  versleutel,
  willekeurig,
} from '../../../shared/crypto/index.js';
import type { Bytes } from '../../../shared/crypto/index.js';
import { gecertificeerdLid, SCHEMAVERSIE, toegang } from '../../../shared/schema/index.js';
import { huisAanmelding } from '../../../shared/sync/protocol.js';

const AAD = tekstNaarBytes('casuskluis/v1/bundel');
/** Secret bytes, such as the PKCS #8 of a private key. */
const pkcs8 = z.custom<Bytes>((w) => w instanceof Uint8Array && w.length > 0);

/** The database that counts on this device, and the base key of its storage: 32 bytes. */
export const opslagsleutel = z.object({
  /** Part of its name; grows by one with every move (`vault/opslag/verhuizing.ts`). */
  nummer: z.number().int().min(1),
  sleutel: pkcs8.refine((bytes) => bytes.length === 32),
  /** Schema version of the documents in it (`shared/schema/migraties`). */
  schema: z.number().int().min(0),
});
export type Opslagsleutel = z.infer<typeof opslagsleutel>;

export const accountsleutels = z.object({
  teken: pkcs8,
  ontvang: pkcs8,
  /** Only with a beheerder of the house. */
  huis: pkcs8.nullable(),
});
export type Accountsleutels = z.infer<typeof accountsleutels>;

const bundel = z.object({
  v: z.literal(1),
  huis: z.string(),
  huisvak: z.string(),
  huisnaam: z.string(),
  korteNaam: z.string(),
  voorbeeld: z.boolean(),
  endpoint: z.string().nullable(),
  account: z.string(),
  sleutels: accountsleutels,
  apparaat: z.object({ id: z.string(), naam: z.string(), teken: pkcs8 }),
  /** Null in a vault from before storages had a key of their own: theirs follows from the data key. */
  opslag: opslagsleutel.nullable().default(null),
  /**
   * Databases that do not count and are kept: the one before a migration, deleted after some openings
   * without trouble; or the ones that a backup was restored over, deleted when somebody says so
   * (`openingen` is null). `sleutel`: base key of the first; null when it is in a ring that was set aside.
   */
  opzij: z
    .object({
      namen: z.array(z.string()),
      sleutel: pkcs8.nullable(),
      openingen: z.number().int().min(0).nullable(),
    })
    .nullable()
    .default(null),
  aanmelding: huisAanmelding,
  /** Members of whom this device knew before the first sync, itself among them. */
  /** What `leden` adds to them follows by sync. */
  leden: z.array(gecertificeerdLid),
  /** What is still to be written at the first opening; null when it has been. */
  begin: z
    .object({
      toegang: z.array(toegang),
      /** Only with the founder: ids and secret of the house document. */
      oprichting: z
        .object({ huisdocument: z.string(), idSleutel: z.string(), opgericht: z.string() })
        .nullable(),
    })
    .nullable(),
});
/** Holds secret bytes: seal it, use it, wipe it (`wisBundel`). */
export type Bundel = z.infer<typeof bundel>;

export async function sluitBundel(inhoud: Bundel, sleutel: CryptoKey): Promise<Bytes> {
  const klaar = encode(inhoud);
  const uit = await versleutel(sleutel, klaar, AAD);
  klaar.fill(0);
  return uit;
}

/** undefined when it does not open, or is of another version. */
export async function openBundel(bytes: Bytes, sleutel: CryptoKey): Promise<Bundel | undefined> {
  const klaar = await ontsleutel(sleutel, bytes, AAD);
  if (!klaar) return undefined;
  // The decoder gives views on `klaar`; these are copied, so that both can be wiped apart.
  const uit = bundel.safeParse(losgemaakt(decode(klaar)));
  klaar.fill(0);
  return uit.success ? uit.data : undefined;
}

function losgemaakt(waarde: unknown): unknown {
  if (waarde instanceof Uint8Array) return new Uint8Array(waarde);
  if (Array.isArray(waarde)) return waarde.map(losgemaakt);
  if (typeof waarde !== 'object' || waarde === null) return waarde;
  return Object.fromEntries(Object.entries(waarde).map(([k, v]) => [k, losgemaakt(v)]));
}

export const nieuweOpslagsleutel = (nummer: number): Opslagsleutel => ({
  nummer,
  sleutel: willekeurig(32),
  schema: SCHEMAVERSIE,
});

export function wisBundel(inhoud: Bundel): void {
  wisSleutels(inhoud.sleutels);
  inhoud.apparaat.teken.fill(0);
  inhoud.opslag?.sleutel.fill(0);
  inhoud.opzij?.sleutel?.fill(0);
}

export function wisSleutels(sleutels: Accountsleutels): void {
  sleutels.teken.fill(0);
  sleutels.ontvang.fill(0);
  sleutels.huis?.fill(0);
}
