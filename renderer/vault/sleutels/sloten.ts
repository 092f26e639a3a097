/**
 * The two locks on the data key, and what the data key opens. `docs/security.md` has the picture.
 *
 * ```
 * KEK      = HKDF-SHA-256(Argon2id(passphrase) ‖ MAC of the device(apparaatzout), 'casuskluis/v1/kek')
 * KEK'     = HKDF-SHA-256(recovery code, salt, 'casuskluis/v1/herstel')
 * slot     = AES-256-GCM(KEK or KEK', data key)
 * storage  = HKDF base key from HKDF-SHA-256(data key, 'casuskluis/v1/opslag')
 * bundle   = HKDF-SHA-256(data key, 'casuskluis/v1/bundelsleutel')
 * ```
 * The parameters of the derivation are additional data of the first lock: with others it does not open.
 */
import { encode } from '@msgpack/msgpack';
import {
  afgeleideBytes,
  afgeleideSleutel,
  Geheim,
  hkdfBasis,
  ontsleutel,
  tekstNaarBytes,
  versleutel,
  voegBytesSamen,
  willekeurig,
  wis,
} from '../../../shared/crypto/index.js';
import type { Bytes } from '../../../shared/crypto/index.js';
import type { Platform } from '../../platform/contract.js';
import { leidAf } from './argon.js';
import type { Argonparameters } from './argon.js';
import type { Sleutelring } from './ring.js';

const HERSTEL = tekstNaarBytes('casuskluis/v1/herstel');

export type Wachtzinslot = Pick<Sleutelring, 'kdf' | 'apparaatzout' | 'slot'>;

const bijkomend = (kdf: Sleutelring['kdf'], apparaatzout: Bytes): Uint8Array =>
  encode(['casuskluis/v1/slot', kdf.kib, kdf.passen, kdf.zout, apparaatzout]);

async function kek(
  wachtzin: string,
  { kdf, apparaatzout }: Omit<Wachtzinslot, 'slot'>,
  geheim: Platform['geheim'],
): Promise<CryptoKey> {
  const [uitWachtzin, uitApparaat] = await Promise.all([
    leidAf(wachtzin, kdf.zout, kdf),
    geheim.mac(apparaatzout),
  ]);
  const basis = await hkdfBasis(voegBytesSamen(uitWachtzin, uitApparaat));
  wis(uitWachtzin, uitApparaat);
  return afgeleideSleutel(basis, 'casuskluis/v1/kek');
}

/** Locks the data key with a passphrase, on this device, under fresh salts. */
export async function maakWachtzinslot(
  datasleutel: Geheim,
  wachtzin: string,
  argon: Argonparameters,
  geheim: Platform['geheim'],
): Promise<Wachtzinslot> {
  const kdf = { ...argon, zout: willekeurig(16) };
  const apparaatzout = willekeurig(32);
  const sleutel = await kek(wachtzin, { kdf, apparaatzout }, geheim);
  const slot = await versleutel(sleutel, datasleutel.bytes, bijkomend(kdf, apparaatzout));
  return { kdf, apparaatzout, slot };
}

/** The data key; undefined when passphrase or device is another. */
export async function openWachtzinslot(
  slot: Wachtzinslot,
  wachtzin: string,
  geheim: Platform['geheim'],
): Promise<Geheim | undefined> {
  const sleutel = await kek(wachtzin, slot, geheim);
  const uit = await ontsleutel(sleutel, slot.slot, bijkomend(slot.kdf, slot.apparaatzout));
  return uit && new Geheim(uit);
}

async function herstelsleutel(code: Bytes, zout: Bytes): Promise<CryptoKey> {
  return afgeleideSleutel(await hkdfBasis(new Uint8Array(code)), 'casuskluis/v1/herstel', zout);
}

/** Locks the data key with the recovery code alone: it must also help when the device secret is lost. */
export async function maakHerstelslot(
  datasleutel: Geheim,
  code: Bytes,
): Promise<Sleutelring['herstel']> {
  const zout = willekeurig(32);
  const sleutel = await herstelsleutel(code, zout);
  return { zout, slot: await versleutel(sleutel, datasleutel.bytes, HERSTEL) };
}

export async function openHerstelslot(
  { zout, slot }: Sleutelring['herstel'],
  code: Bytes,
): Promise<Geheim | undefined> {
  const uit = await ontsleutel(await herstelsleutel(code, zout), slot, HERSTEL);
  return uit && new Geheim(uit);
}

export interface Datasleutels {
  /** HKDF base key of the storage, usage `deriveKey`. */
  readonly opslag: CryptoKey;
  /** AES-256-GCM key of the sealed bundle. */
  readonly bundel: CryptoKey;
}

/** What the data key is for. It is wiped. */
export async function leidDatasleutelsAf(datasleutel: Geheim): Promise<Datasleutels> {
  const basis = await hkdfBasis(datasleutel.bytes);
  datasleutel.wis();
  const opslag = await afgeleideBytes(basis, 'casuskluis/v1/opslag', 32);
  return {
    opslag: await hkdfBasis(opslag),
    bundel: await afgeleideSleutel(basis, 'casuskluis/v1/bundelsleutel'),
  };
}
