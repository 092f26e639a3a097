/**
 * The label of the lock screen: whose vault this is, and how it stood when it was last open. Sealed
 * under a key that only this device can make, so that not even the name of the house is on disk.
 *
 * It also repeats the parameters of the key derivation, authenticated: when the ones in the keyring
 * were changed, these count.
 */
import { decode, encode } from '@msgpack/msgpack';
import { z } from 'zod';
import {
  aeadSleutel,
  ontsleutel,
  tekstNaarBytes,
  versleutel,
} from '../../../shared/crypto/index.js';
import type { Bytes } from '../../../shared/crypto/index.js';
import type { Platform } from '../../platform/contract.js';
import { argonparameters } from './argon.js';
import type { Bundel } from './bundel.js';

const DOEL = tekstNaarBytes('casuskluis/v1/etiket');

const etiket = z.object({
  v: z.literal(1),
  huisnaam: z.string(),
  accountnaam: z.string(),
  rol: z.string(),
  apparaatnaam: z.string(),
  laatstGelijk: z.string().nullable(),
  wachtend: z.number().int().min(0),
  /** `Contactstand`; not there before the first contact. */
  contact: z
    .object({ op: z.number(), klok: z.number(), dagen: z.number().int().min(1).nullable() })
    .nullable()
    .optional(),
  argon: argonparameters,
});
export type Etiket = z.infer<typeof etiket>;

export type Etiketgegevens = Omit<Etiket, 'v' | 'argon'>;

/** The label of a vault whose own label cannot be read, or that comes from another device. */
export function etiketVan(bundel: Bundel): Etiketgegevens {
  const ik = bundel.leden.find((lid) => lid.id === bundel.account);
  return {
    huisnaam: bundel.huisnaam,
    accountnaam: ik?.naam ?? '',
    rol: ik?.rol ?? '',
    apparaatnaam: bundel.apparaat.naam,
    laatstGelijk: null,
    wachtend: 0,
  };
}

export const etiketsleutel = async (geheim: Platform['geheim']): Promise<CryptoKey> =>
  aeadSleutel(await geheim.mac(DOEL));

export const sluitEtiket = (inhoud: Etiket, sleutel: CryptoKey): Promise<Bytes> =>
  versleutel(sleutel, encode(inhoud), DOEL);

/** undefined when this device did not write it, or it was changed. */
export async function openEtiket(bytes: Bytes, sleutel: CryptoKey): Promise<Etiket | undefined> {
  const klaar = await ontsleutel(sleutel, bytes, DOEL);
  if (!klaar) return undefined;
  const uit = etiket.safeParse(decode(klaar));
  return uit.success ? uit.data : undefined;
}
