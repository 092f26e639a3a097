/**
 * The recovery code: 160 random bits that open the vault when the passphrase or the key store of the
 * device is lost. Printed as nine groups of four characters (Crockford's base32): eight of secret,
 * one of checksum (20 bits of SHA-256), so that a typing error is told apart from a wrong code.
 *
 * `4K7Q-0M2X-…`. Reading is tolerant: lower case, O for 0, I or L for 1, spaces, any dash.
 */
import { fout, ok } from '../result.js';
import type { Result } from '../result.js';
import { sha256, tekstNaarBytes, voegBytesSamen, wis } from './bytes.js';
import type { Bytes } from './bytes.js';
import { naarBase32, opgeschoond, uitBase32 } from './crockford.js';

export const HERSTELCODE_BYTES = 20;
const GROEP = 4;
const GEHEIM = 32;
const CONTROLE = 4;
const DOEL = tekstNaarBytes('casuskluis/v1/herstelcode');

export type HerstelcodeFout =
  | { soort: 'lengte'; verwacht: number; gekregen: number }
  | { soort: 'teken' }
  /** Right length, but not what was printed. */
  | { soort: 'controle' };

async function controleVan(bytes: Bytes): Promise<string> {
  const som = await sha256(voegBytesSamen(DOEL, bytes));
  return naarBase32(som.subarray(0, 5)).slice(0, CONTROLE);
}

/** @param bytes 20 secret bytes */
export async function schrijfHerstelcode(bytes: Bytes): Promise<string> {
  if (bytes.length !== HERSTELCODE_BYTES) throw new RangeError('een herstelcode heeft 20 bytes');
  const tekst = naarBase32(bytes) + (await controleVan(bytes));
  return (tekst.match(new RegExp(`.{${GROEP}}`, 'g')) ?? []).join('-');
}

/** The 20 secret bytes of a code as somebody typed it. */
export async function leesHerstelcode(tekst: string): Promise<Result<Bytes, HerstelcodeFout>> {
  const schoon = opgeschoond(tekst);
  const verwacht = GEHEIM + CONTROLE;
  if (schoon.length !== verwacht) {
    return fout({ soort: 'lengte', verwacht, gekregen: schoon.length });
  }
  const bytes = uitBase32(schoon.slice(0, GEHEIM));
  if (!bytes || !uitBase32(schoon.slice(GEHEIM))) {
    wis(bytes);
    return fout({ soort: 'teken' });
  }
  if ((await controleVan(bytes)) !== schoon.slice(GEHEIM)) {
    wis(bytes);
    return fout({ soort: 'controle' });
  }
  return ok(bytes);
}
