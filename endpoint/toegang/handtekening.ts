/**
 * Ed25519 signatures and the ids that follow from keys. Verification answers false for whatever is
 * not a canonical key, signature or part; it never throws on input.
 */
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { isKleineOrde } from '../../shared/crypto/kleineorde.js';
import {
  type Aanstelling,
  type Apparaatverklaring,
  handtekenbericht,
  type Intrekking,
  type Verlening,
} from '../../shared/sync/protocol.js';

type Soort = Parameters<typeof handtekenbericht>[0];

/** Bytes of base64url text without padding; null when it is not the one way to write them. */
export function leesB64(tekst: string, lengte: number): Buffer | null {
  const bytes = Buffer.from(tekst, 'base64url');
  return bytes.length === lengte && bytes.toString('base64url') === tekst ? bytes : null;
}

/** The id of a house, or null when the text is not a key. */
export function huisIdVan(huissleutel: string): string | null {
  const sleutel = leesB64(huissleutel, 32);
  if (sleutel === null) return null;
  return createHash('sha256').update(sleutel).digest('base64url').slice(0, 22);
}

function openbareSleutel(tekst: string): KeyObject | null {
  const raw = leesB64(tekst, 32);
  if (raw === null || isKleineOrde(raw)) return null;
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: tekst }, format: 'jwk' });
  } catch {
    // 32 bytes that are no point on the curve: an invalid key is an answer here, not a defect.
    return null;
  }
}

/** Runs on the thread pool: two thousand grants do not hold up the others. */
export async function klopt(
  sleutel: string,
  handtekening: string,
  soort: Soort,
  ...delen: readonly string[]
): Promise<boolean> {
  const publiek = openbareSleutel(sleutel);
  const bytes = leesB64(handtekening, 64);
  if (publiek === null || bytes === null || delen.some((deel) => deel.includes('\n'))) return false;
  if (isKleineOrde(bytes.subarray(0, 32))) return false;
  const bericht = handtekenbericht(soort, ...delen);
  return new Promise((goed, mis) => {
    verify(null, bericht, publiek, bytes, (storing, uitkomst) => {
      if (storing === null) goed(uitkomst);
      else mis(storing);
    });
  });
}

export const kloptAanstelling = (
  huis: string,
  huissleutel: string,
  a: Aanstelling,
): Promise<boolean> =>
  klopt(huissleutel, a.handtekening, 'aanstelling', huis, a.account, a.tekensleutel);

export const kloptApparaat = (
  huis: string,
  tekensleutel: string,
  d: Apparaatverklaring,
): Promise<boolean> =>
  klopt(tekensleutel, d.handtekening, 'apparaat', huis, d.account, d.apparaat, d.sleutel);

export const kloptVerlening = (
  huis: string,
  tekensleutel: string,
  v: Verlening,
): Promise<boolean> =>
  klopt(
    tekensleutel,
    v.handtekening,
    'verlening',
    huis,
    v.vak,
    String(v.epoch),
    v.account,
    v.rol,
    v.tot ?? '',
    v.verzegeld,
    v.door,
  );

/** @param sleutel of the account that signed it, or of the house */
export const kloptIntrekking = (huis: string, sleutel: string, i: Intrekking): Promise<boolean> =>
  klopt(sleutel, i.handtekening, 'intrekking', huis, i.account, i.apparaat ?? '', i.door ?? '');

/** A key as it is kept must also be usable later. */
export const isSleutel = (tekst: string): boolean => openbareSleutel(tekst) !== null;
