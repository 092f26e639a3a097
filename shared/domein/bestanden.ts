/** Files as people name them: a name without tricks, a media type that follows from it, a size in words. */
import type { Taal } from './soorten.js';

/** Media types by extension. What a browser could run in our own page (HTML, SVG, XML) is not among them. */
const SOORTEN: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  rtf: 'application/rtf',
  txt: 'text/plain',
  csv: 'text/csv',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  heic: 'image/heic',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  wav: 'audio/wav',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  eml: 'message/rfc822',
  msg: 'application/vnd.ms-outlook',
  zip: 'application/zip',
};
const ONBEKEND = 'application/octet-stream';
const BEKEND = new Set(Object.values(SOORTEN));

const LANGSTE_NAAM = 200;

/** Lower case, without the dot; empty when there is none. */
function extensieVan(naam: string): string {
  const punt = naam.lastIndexOf('.');
  return punt <= 0 ? '' : naam.slice(punt + 1).toLowerCase();
}

export const bestandssoort = (naam: string): string => SOORTEN[extensieVan(naam)] ?? ONBEKEND;

/** The type under which a file from elsewhere may be handed out: what is not known is only bytes. */
export const veiligeSoort = (soort: string): string => (BEKEND.has(soort) ? soort : ONBEKEND);

/**
 * A name that is one: no folders, no control characters, none that turn the direction of what follows
 * (`verslag[RLO]fdp.exe` reads as a PDF), and short enough, with its extension.
 */
export function bestandsnaam(ruw: string): string {
  const kaal = (ruw.split(/[/\\]/).at(-1) ?? '')

    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
  if (kaal === '' || /^\.+$/.test(kaal)) return 'bijlage';
  if (kaal.length <= LANGSTE_NAAM) return kaal;
  const extensie = extensieVan(kaal);
  const staart = extensie === '' || extensie.length > 12 ? '' : `.${extensie}`;
  return `${kaal.slice(0, LANGSTE_NAAM - staart.length)}${staart}`;
}

/** `340 kB`, `1,2 MB`; thousands of bytes, as the operating systems of the houses show them. */
export function grootteInWoorden(bytes: number, taal: Taal): string {
  const mega = bytes >= 1e6;
  const getal = new Intl.NumberFormat(taal, { maximumFractionDigits: mega && bytes < 1e7 ? 1 : 0 });
  if (bytes === 0) return taal === 'nl' ? 'leeg' : 'empty';
  return mega ? `${getal.format(bytes / 1e6)} MB` : `${getal.format(Math.max(1, bytes / 1e3))} kB`;
}
