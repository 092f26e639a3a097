/** Bytes of a file to text: finds the encoding, and refuses what is no text or too large. */
import { fout, ok, type Result } from '../../result.js';
import { getal } from '../../domein/index.js';

/** Largest file that is read. A house of thirty years fits in a tenth of it. */
export const GRENS_BYTES = 50 * 1024 * 1024;

export interface Ontcijferd {
  /** Lines end in `\n`; no byte order mark. */
  readonly tekst: string;
  /** What was found that is not UTF-8, for the report; null when nothing. */
  readonly opmerking: { readonly regel: number; readonly melding: string } | null;
}

const BRON_EXCEL =
  'Open het in Excel en kies Opslaan als: CSV UTF-8 (gescheiden door puntkomma’s).';
const HANDTEKENINGEN: readonly {
  readonly begin: readonly number[];
  readonly wat: string;
  readonly doe: string;
}[] = [
  { begin: [0x50, 0x4b, 0x03, 0x04], wat: 'een Excel- of zipbestand', doe: BRON_EXCEL },
  { begin: [0xd0, 0xcf, 0x11, 0xe0], wat: 'een oud Excel- of Wordbestand', doe: BRON_EXCEL },
  {
    begin: [0x25, 0x50, 0x44, 0x46],
    wat: 'een pdf',
    doe: 'Vraag het bronsysteem om een CSV-export.',
  },
  { begin: [0x1f, 0x8b], wat: 'een ingepakt bestand (gzip)', doe: 'Pak het eerst uit.' },
  { begin: [0x89, 0x50, 0x4e, 0x47], wat: 'een afbeelding', doe: 'Kies het CSV-bestand.' },
];

export function teGroot(bytes: number): string | null {
  if (bytes <= GRENS_BYTES) return null;
  const mb = (n: number): string => getal(Math.ceil(n / (1024 * 1024)));
  return `Het bestand is ${mb(bytes)} MB; gelezen wordt tot ${mb(GRENS_BYTES)} MB. Controleer of dit het goede bestand is, of vraag een export per jaar en importeer die na elkaar.`;
}

/** Gives way to the screen between pieces of work. */
export function adempauze(): Promise<void> {
  return new Promise((verder) => {
    setTimeout(verder, 0);
  });
}

const STUK = 1024 * 1024;

/** Fails with the reason, in Dutch, why the bytes are not read. */
export async function ontcijfer(
  bytes: Uint8Array,
  stop?: AbortSignal,
): Promise<Result<Ontcijferd, string>> {
  const groot = teGroot(bytes.length);
  if (groot !== null) return fout(groot);
  if (bytes.length === 0)
    return fout('Het bestand is leeg. Kies het bestand opnieuw of vraag een nieuwe export.');
  const soort = HANDTEKENINGEN.find(({ begin }) => begin.every((byte, i) => bytes[i] === byte));
  if (soort !== undefined) return fout(`Dit is ${soort.wat}, geen CSV. ${soort.doe}`);

  const utf16 = vindUtf16(bytes);
  if (utf16 !== null) {
    const tekst = await decodeer(bytes, utf16, stop);
    return ok({
      tekst: tekst ?? '',
      opmerking: {
        regel: 1,
        melding:
          'Het bestand is UTF-16 en is als zodanig gelezen. Kies bij een volgende export UTF-8.',
      },
    });
  }
  if (bytes.subarray(0, 65_536).includes(0)) {
    return fout(
      'Dit is geen tekstbestand: het bevat nulbytes. Kies het CSV-bestand, of maak de export opnieuw.',
    );
  }
  const tekst = await decodeer(bytes, 'utf-8', stop);
  if (tekst !== null) {
    return tekst.includes('\u0000')
      ? fout(
          `Dit is geen tekstbestand: regel ${regelVan(tekst, tekst.indexOf('\u0000'))} bevat nulbytes. Maak de export opnieuw.`,
        )
      : ok({ tekst, opmerking: null });
  }
  const oud = await decodeer(bytes, 'windows-1252', stop);
  return ok({
    tekst: oud ?? '',
    opmerking: {
      regel: eersteOngeldigeRegel(bytes),
      melding:
        'Het bestand is geen UTF-8 en is gelezen als Windows-1252. Controleer namen met accenten; kies bij een volgende export UTF-8.',
    },
  });
}

/** By its byte order mark, or by the zero bytes of Latin text. */
function vindUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const begin = bytes.subarray(0, 200);
  if (begin.length < 20) return null;
  let even = 0;
  let oneven = 0;
  for (const [i, byte] of begin.entries()) {
    if (byte !== 0) continue;
    if (i % 2 === 0) even += 1;
    else oneven += 1;
  }
  const helft = begin.length / 2;
  if (oneven > helft * 0.8 && even === 0) return 'utf-16le';
  return even > helft * 0.8 && oneven === 0 ? 'utf-16be' : null;
}

/** Null when the bytes are not valid in this encoding. */
async function decodeer(
  bytes: Uint8Array,
  codering: string,
  stop: AbortSignal | undefined,
): Promise<string | null> {
  const decoder = new TextDecoder(codering, { fatal: codering === 'utf-8' });
  const delen: string[] = [];
  // A \r at the end of a piece waits for the next: it may be half of a \r\n.
  let wacht = '';
  try {
    for (let i = 0; i < bytes.length; i += STUK) {
      if (i > 0) await adempauze();
      if (stop?.aborted === true) break;
      const meer = i + STUK < bytes.length;
      const deel = wacht + decoder.decode(bytes.subarray(i, i + STUK), { stream: meer });
      wacht = meer && deel.endsWith('\r') ? '\r' : '';
      delen.push((wacht === '' ? deel : deel.slice(0, -1)).replace(/\r\n?/g, '\n'));
    }
  } catch (oorzaak) {
    if (oorzaak instanceof TypeError) return null;
    throw oorzaak;
  }
  return delen.join('');
}

export function regelVan(tekst: string, positie: number): number {
  let regel = 1;
  for (let i = tekst.indexOf('\n'); i >= 0 && i < positie; i = tekst.indexOf('\n', i + 1))
    regel += 1;
  return regel;
}

function eersteOngeldigeRegel(bytes: Uint8Array): number {
  let regel = 1;
  let begin = 0;
  while (begin < bytes.length) {
    const eind = bytes.indexOf(0x0a, begin);
    const stuk = bytes.subarray(begin, eind < 0 ? bytes.length : eind);
    if (stuk.some((byte) => byte > 0x7f) && !geldig(stuk)) return regel;
    if (eind < 0) break;
    begin = eind + 1;
    regel += 1;
  }
  return 1;
}

function geldig(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch (oorzaak) {
    if (oorzaak instanceof TypeError) return false;
    throw oorzaak;
  }
}
