/**
 * The signed statements of the protocol: the house appoints an account, an account adds a device.
 * Texts as at the head of `shared/sync/protocol.ts`.
 */
import { handtekenbericht } from '../sync/protocol.js';
import type { Aanstelling, Apparaatverklaring } from '../sync/protocol.js';
import { bytesNaarB64u } from './bytes.js';
import { controleerTekst, teken } from './sleutels.js';

const aanstellingtekst = (huis: string, a: Omit<Aanstelling, 'handtekening'>): Uint8Array =>
  handtekenbericht('aanstelling', huis, a.account, a.tekensleutel);

const apparaattekst = (huis: string, a: Omit<Apparaatverklaring, 'handtekening'>): Uint8Array =>
  handtekenbericht('apparaat', huis, a.account, a.apparaat, a.sleutel);

/** Signed with the private house key. */
export async function maakAanstelling(
  huis: string,
  wie: Omit<Aanstelling, 'handtekening'>,
  huissleutel: CryptoKey,
): Promise<Aanstelling> {
  const handtekening = bytesNaarB64u(await teken(huissleutel, aanstellingtekst(huis, wie)));
  return { account: wie.account, tekensleutel: wie.tekensleutel, handtekening };
}

/** @param huissleutel public house key, base64url */
export const controleerAanstelling = (
  huis: string,
  aanstelling: Aanstelling,
  huissleutel: string,
): Promise<boolean> =>
  controleerTekst(huissleutel, aanstelling.handtekening, aanstellingtekst(huis, aanstelling));

/** Signed with the private signing key of the account. */
export async function maakApparaatverklaring(
  huis: string,
  apparaat: Omit<Apparaatverklaring, 'handtekening'>,
  accountsleutel: CryptoKey,
): Promise<Apparaatverklaring> {
  const handtekening = bytesNaarB64u(await teken(accountsleutel, apparaattekst(huis, apparaat)));
  const { account, apparaat: id, sleutel } = apparaat;
  return { account, apparaat: id, sleutel, handtekening };
}

/** @param accountsleutel public signing key of the account, base64url */
export const controleerApparaat = (
  huis: string,
  verklaring: Apparaatverklaring,
  accountsleutel: string,
): Promise<boolean> =>
  controleerTekst(accountsleutel, verklaring.handtekening, apparaattekst(huis, verklaring));
