/**
 * Text to records with their line in the file. A quote that is not closed costs its own line only:
 * reading goes on at the next line, so no row is lost for another.
 */
import Papa from 'papaparse';

export interface Bronrecord {
  /** Line on which it begins, from 1. */
  readonly regel: number;
  readonly velden: readonly string[];
  /** Why it cannot be used; null when it can. */
  readonly fout: string | null;
}

const LOS =
  'Een aanhalingsteken in deze regel staat los. Zet de waarde tussen dubbele aanhalingstekens en verdubbel die binnen de waarde.';
/** Longest record that can be read, and how far a loose quote is followed, in characters. */
const VENSTER = 256 * 1024;

/** Records in pieces, so that the caller can give way in between. Empty lines are left out. */
export function* leesRecords(tekst: string, scheiding: string): Generator<Bronrecord[], void> {
  const stand: Stand = { positie: 0, regel: 1, breedte: null };
  while (stand.positie < tekst.length) {
    yield leesVenster(tekst, scheiding, stand);
  }
}

interface Stand {
  positie: number;
  regel: number;
  /** Number of columns, once the header has been read. */
  breedte: number | null;
}

/** Reads from `stand` on, at most one window; always gets further. */
function leesVenster(tekst: string, scheiding: string, stand: Stand): Bronrecord[] {
  const einde = vensterEinde(tekst, stand.positie);
  const venster = tekst.slice(stand.positie, einde);
  const uit: Bronrecord[] = [];
  let begin = 0;
  Papa.parse<string[]>(venster, {
    delimiter: scheiding,
    newline: '\n',
    quoteChar: '"',
    step: ({ data, errors, meta }, parser) => {
      const bron = venster.slice(begin, meta.cursor);
      const regels = telRegels(bron);
      const open = errors.some(({ code }) => code === 'MissingQuotes');
      if (open && begin > 0 && einde < tekst.length) {
        // Perhaps only cut off by the window: the next one begins here.
        parser.abort();
        return;
      }
      const kapot = errors.some(({ type }) => type === 'Quotes');
      const verdacht = regels > 1 && stand.breedte !== null && data.length !== stand.breedte;
      if (kapot || verdacht) {
        uit.push({ regel: stand.regel, velden: [], fout: LOS });
        const volgende = venster.indexOf('\n', begin);
        begin = volgende < 0 ? venster.length : volgende + 1;
        stand.regel += 1;
        parser.abort();
        return;
      }
      if (data.some((veld) => veld.trim() !== '')) {
        stand.breedte ??= data.length;
        uit.push({ regel: stand.regel, velden: data.map((veld) => veld.trim()), fout: null });
      }
      stand.regel += regels;
      begin = meta.cursor;
    },
  });
  stand.positie = begin === 0 ? einde : stand.positie + begin;
  return uit;
}

/** End of the window: after the last line that fits, or after the first one when it alone does not. */
function vensterEinde(tekst: string, van: number): number {
  const hoogstens = van + VENSTER;
  if (hoogstens >= tekst.length) return tekst.length;
  const laatste = tekst.lastIndexOf('\n', hoogstens - 1);
  if (laatste > van) return laatste + 1;
  const volgende = tekst.indexOf('\n', hoogstens);
  return volgende < 0 ? tekst.length : volgende + 1;
}

/** Lines that a record takes, 1 for a record without line breaks inside. */
function telRegels(bron: string): number {
  let regels = 0;
  for (let i = bron.indexOf('\n'); i >= 0; i = bron.indexOf('\n', i + 1)) regels += 1;
  return bron.endsWith('\n') ? Math.max(1, regels) : regels + 1;
}
