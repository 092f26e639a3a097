/**
 * The verification number: what two people of a house read to each other, to know that both devices hold
 * the same keys of both of them and of the house. After the safety numbers of Signal
 * (signal.org/blog/safety-number-updates): twelve groups of five decimal digits.
 *
 * ```
 * SHA-512( JSON( [ "casuskluis/v1/verificatienummer", huis, public house key,
 *                  account, signing key, receiving key,       of who comes first by account
 *                  account, signing key, receiving key ] ) )  of the other
 * ```
 *
 * JSON, so that no field can hold the separator. A group is five bytes of the hash as one number, most
 * significant first, modulo 100,000; the last four bytes are not used.
 *
 * What survives is 199 bits (12 × log2 100,000; the modulo costs less than a millionth of one). Who stands
 * between two people shows each of them a key of his own making and looks for a pair with one number: a
 * collision, about 2^99.7 tries, each with a new key. That is the strength of Signal's two halves of 30
 * digits before its 5200 rounds of hashing; rounds would add 12 bits to what is out of reach already.
 * Eight groups would leave 2^66, which is not.
 */
import type { Lid } from '../schema/index.js';
import { tekstNaarBytes } from './bytes.js';

/** `id` is the account; keys are base64url. */
export type Vergelekene = Pick<Lid, 'id' | 'tekensleutel' | 'ontvangsleutel'>;

const DOEL = 'casuskluis/v1/verificatienummer';
const GROEPEN = 12;
const BYTES = 5;
const CIJFERS = 5;

/**
 * Groups with a space between them, the same for `(een, ander)` and `(ander, een)`.
 * @param huis.sleutel public house key, base64url
 * @throws RangeError when both are the same account
 */
export async function verificatienummer(
  huis: { readonly id: string; readonly sleutel: string },
  een: Vergelekene,
  ander: Vergelekene,
): Promise<string> {
  if (een.id === ander.id) throw new RangeError('een account is niet met zichzelf te vergelijken');
  const personen = een.id < ander.id ? [een, ander] : [ander, een];
  const velden = personen.flatMap((p) => [p.id, p.tekensleutel, p.ontvangsleutel]);
  const bericht = tekstNaarBytes(JSON.stringify([DOEL, huis.id, huis.sleutel, ...velden]));
  const som = new Uint8Array(await crypto.subtle.digest('SHA-512', bericht));
  return Array.from({ length: GROEPEN }, (_, i) =>
    groep(som.subarray(i * BYTES, (i + 1) * BYTES)),
  ).join(' ');
}

const groep = (bytes: Uint8Array): string =>
  String(bytes.reduce((getal, byte) => getal * 256 + byte, 0) % 10 ** CIJFERS).padStart(
    CIJFERS,
    '0',
  );
