/**
 * The certificate of a member: the house key says that these keys are this person's, in this role
 * and with this access. Without it a key in `leden` counts for nothing, so an endpoint or a member
 * without the house key cannot bring in a person.
 *
 * Signed: `handtekenbericht('certificaat', huis, account, tekensleutel, ontvangsleutel, rol, toegang,
 * JSON(naam), JSON(organisatie))`. Text that people type is written as JSON, so that it cannot hold
 * the separator.
 */
import type { Lid } from '../schema/index.js';
import { handtekenbericht } from '../sync/protocol.js';
import { bytesNaarB64u } from './bytes.js';
import { controleerTekst, teken } from './sleutels.js';

/** `id` is the account; keys are base64url. */
export type Gecertificeerd = Pick<
  Lid,
  'id' | 'naam' | 'rol' | 'organisatie' | 'toegang' | 'tekensleutel' | 'ontvangsleutel'
>;

const tekst = (huis: string, lid: Gecertificeerd): Uint8Array =>
  handtekenbericht(
    'certificaat',
    huis,
    lid.id,
    lid.tekensleutel,
    lid.ontvangsleutel,
    lid.rol,
    lid.toegang,
    JSON.stringify(lid.naam),
    JSON.stringify(lid.organisatie),
  );

/** Signature, base64url, with the private house key. */
export async function maakCertificaat(
  huis: string,
  lid: Gecertificeerd,
  huissleutel: CryptoKey,
): Promise<string> {
  return bytesNaarB64u(await teken(huissleutel, tekst(huis, lid)));
}

/** @param huissleutel public house key, base64url */
export const controleerCertificaat = (
  huis: string,
  lid: Gecertificeerd & { readonly certificaat: string },
  huissleutel: string,
): Promise<boolean> => controleerTekst(huissleutel, lid.certificaat, tekst(huis, lid));
