/**
 * The signed statements of the protocol: the house appoints an account, an account adds a device, and
 * either of them ends that again.
 * Texts as at the head of `shared/sync/protocol.ts`.
 */
import { handtekenbericht } from '../sync/protocol.js';
import type { Aanstelling, Apparaatverklaring, Intrekking } from '../sync/protocol.js';
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

const intrektekst = (huis: string, i: Omit<Intrekking, 'handtekening'>): Uint8Array =>
  handtekenbericht('intrekking', huis, i.account, i.apparaat ?? '', i.door ?? '');

/** @param sleutel private: that of the account when `door` names it, else that of the house */
export async function maakIntrekking(
  huis: string,
  wat: Omit<Intrekking, 'handtekening'>,
  sleutel: CryptoKey,
): Promise<Intrekking> {
  const handtekening = bytesNaarB64u(await teken(sleutel, intrektekst(huis, wat)));
  return { account: wat.account, apparaat: wat.apparaat, door: wat.door, handtekening };
}

/**
 * Whether it holds: of a device by its own account or by the house, of an account by the house only.
 * @param sleutels public ones, base64url; `account` is that of the account that is revoked, null when unknown
 */
export function controleerIntrekking(
  huis: string,
  i: Intrekking,
  sleutels: { readonly huis: string; readonly account: string | null },
): Promise<boolean> {
  if (i.door === null) return controleerTekst(sleutels.huis, i.handtekening, intrektekst(huis, i));
  if (i.door !== i.account || i.apparaat === null || sleutels.account === null)
    return Promise.resolve(false);
  return controleerTekst(sleutels.account, i.handtekening, intrektekst(huis, i));
}
