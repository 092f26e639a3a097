/**
 * The code of an invitation, made to be copied in one piece:
 *
 * ```
 * "CK1-" base64url( huis (22 ASCII) ‖ id (16) ‖ geheim (16) ‖ endpoint (UTF-8) ‖ checksum (4) )
 * ```
 *
 * The checksum is the first four bytes of the SHA-256 of what precedes it; it finds a code that was
 * cut off or mistyped, and protects nothing. `geheim` does: request and answer are sealed under it.
 * White space anywhere is ignored, because mail programs break lines.
 */
import { fout, ok } from '../result.js';
import type { Result } from '../result.js';
import {
  b64uNaarBytes,
  bytesNaarB64u,
  leesB64u,
  sha256,
  tekstNaarBytes,
  voegBytesSamen,
} from './bytes.js';
import type { Bytes } from './bytes.js';
import { HUISID_TEKENS } from './sleutels.js';

export interface Uitnodigingscode {
  /** Origin of the endpoint, for example `https://sync.example.nl`. */
  readonly endpoint: string;
  readonly huis: string;
  /** 16 bytes, base64url. */
  readonly id: string;
  /** 16 secret bytes. */
  readonly geheim: Bytes;
}

export type UitnodigingscodeFout =
  /** Not a code of this kind. */
  | 'vorm'
  /** Of a newer version of the application. */
  | 'versie'
  /** Incomplete or mistyped. */
  | 'controle';

const VOOR = 'CK1-';
const ID = 16;
const GEHEIM = 16;
const CONTROLE = 4;
const VAST = HUISID_TEKENS + ID + GEHEIM;

export async function schrijfUitnodigingscode(code: Uitnodigingscode): Promise<string> {
  const id = b64uNaarBytes(code.id);
  if (code.huis.length !== HUISID_TEKENS || id.length !== ID || code.geheim.length !== GEHEIM) {
    throw new RangeError('huis, id of geheim heeft een andere lengte');
  }
  const inhoud = voegBytesSamen(
    tekstNaarBytes(code.huis),
    id,
    code.geheim,
    tekstNaarBytes(code.endpoint),
  );
  const som = await sha256(inhoud);
  return VOOR + bytesNaarB64u(voegBytesSamen(inhoud, som.subarray(0, CONTROLE)));
}

export async function leesUitnodigingscode(
  tekst: string,
): Promise<Result<Uitnodigingscode, UitnodigingscodeFout>> {
  const schoon = tekst.replaceAll(/\s/g, '');
  if (!schoon.startsWith(VOOR)) return fout(/^CK\d+-/.test(schoon) ? 'versie' : 'vorm');
  const bytes = leesB64u(schoon.slice(VOOR.length));
  if (!bytes || bytes.length <= VAST + CONTROLE) return fout('controle');
  const inhoud = bytes.subarray(0, -CONTROLE);
  const som = await sha256(inhoud);
  const klopt = bytes.subarray(-CONTROLE).every((byte, i) => byte === som[i]);
  if (!klopt) return fout('controle');
  const huis = new TextDecoder().decode(inhoud.subarray(0, HUISID_TEKENS));
  const endpoint = leesOorsprong(new TextDecoder().decode(inhoud.subarray(VAST)));
  if (!endpoint || !/^[A-Za-z0-9_-]+$/.test(huis)) return fout('vorm');
  return ok({
    endpoint,
    huis,
    id: bytesNaarB64u(inhoud.subarray(HUISID_TEKENS, HUISID_TEKENS + ID)),
    geheim: inhoud.slice(HUISID_TEKENS + ID, VAST),
  });
}

/** The address if it is a web address without a path; undefined for anything else. */
function leesOorsprong(adres: string): string | undefined {
  if (!URL.canParse(adres)) return undefined;
  const url = new URL(adres);
  const web = url.protocol === 'https:' || url.protocol === 'http:';
  return web && url.origin === adres.replace(/\/$/, '') ? url.origin : undefined;
}
