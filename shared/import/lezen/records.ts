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

/** Records in pieces of at most `perStuk`, so that the caller can give way in between. Empty lines are left out. */
export function* leesRecords(
  tekst: string,
  scheiding: string,
  perStuk: number,
): Generator<Bronrecord[], void> {
  let positie = 0;
  let regel = 1;
  let breedte: number | null = null;
  while (positie < tekst.length) {
    const stuk: Bronrecord[] = [];
    const rest = tekst.slice(positie);
    let begin = 0;
    let herstart = false;
    Papa.parse<string[]>(rest, {
      delimiter: scheiding,
      newline: '\n',
      quoteChar: '"',
      preview: perStuk,
      step: ({ data, errors, meta }, parser) => {
        const einde = meta.cursor;
        const bron = rest.slice(begin, einde);
        const regels = telRegels(bron);
        const kapot = errors.some(({ type }) => type === 'Quotes');
        const verdacht = regels > 1 && breedte !== null && data.length !== breedte;
        if (kapot || verdacht) {
          stuk.push({
            regel,
            velden: [],
            fout: 'Een aanhalingsteken in deze regel staat los. Zet de waarde tussen dubbele aanhalingstekens en verdubbel die binnen de waarde.',
          });
          const volgende = bron.indexOf('\n');
          begin += volgende < 0 ? bron.length : volgende + 1;
          regel += 1;
          herstart = true;
          parser.abort();
          return;
        }
        if (data.some((veld) => veld.trim() !== '')) {
          breedte ??= data.length;
          stuk.push({ regel, velden: data.map((veld) => veld.trim()), fout: null });
        }
        regel += regels;
        begin = einde;
      },
    });
    yield stuk;
    // Nothing read and nothing skipped: the end, whatever is left.
    if (begin === 0 && !herstart) return;
    positie += begin;
  }
}

/** Lines that a record takes, 1 for a record without line breaks inside. */
function telRegels(bron: string): number {
  let regels = 0;
  for (let i = bron.indexOf('\n'); i >= 0; i = bron.indexOf('\n', i + 1)) regels += 1;
  return bron.endsWith('\n') ? Math.max(1, regels) : regels + 1;
}
