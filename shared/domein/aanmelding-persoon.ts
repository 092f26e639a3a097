/**
 * Whether two records may be about the same person (dossier A1 row 1). It only says which fields are equal: there
 * is no score, and a person decides.
 */
import { isBsn } from './bsn.js';
import { isTussenvoegsel, splitsNaam } from './namen.js';

export interface Persoonsgegevens {
  readonly naam: string;
  readonly geboortedatum: string | null;
  readonly bsn?: string | null | undefined;
}

export const GELIJKE_VELDEN = ['bsn', 'naam', 'geboortedatum'] as const;
export type GelijkVeld = (typeof GELIJKE_VELDEN)[number];

interface Naamsleutel {
  /** Given names, or initials, in order. */
  readonly voor: readonly string[];
  /** Words of the surname in alphabetical order: of two surnames either may come first. */
  readonly achter: string;
}

/** Letters that do not come apart into a letter and an accent. */
const LOS: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe' };

const woorden = (tekst: string): string[] =>
  tekst
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[øłđßæœ]/gu, (teken) => LOS[teken] ?? teken)
    // An apostrophe belongs to its word (`in 't`, `d'Ancona`); every other sign parts two.
    .replace(/[’‘`´]/gu, "'")
    .split(/[^\p{L}\p{N}']+/u)
    .filter((w) => w !== '');

function achternaam(delen: readonly string[]): string {
  const kaal = delen.filter((w) => !isTussenvoegsel(w));
  // A surname may be made of nothing else.
  return (kaal.length > 0 ? kaal : delen).toSorted().join(' ');
}

/**
 * A name as it is compared. `Ruben van der Schoot`, `Schoot, Ruben van der` and `VAN DER SCHOOT, R.` differ in
 * what they tell, and are compatible.
 */
export function naamsleutel(naam: string): Naamsleutel {
  const [voorKomma = '', ...rest] = naam.split(',');
  if (rest.length > 0) {
    const voor = rest.flatMap(woorden).filter((w) => !isTussenvoegsel(w));
    return { voor, achter: achternaam(woorden(voorKomma)) };
  }
  // Split in lower case: a name in capitals is the same name.
  const delen = splitsNaam(naam.normalize('NFC').toLowerCase());
  return {
    // Of a surname alone (`van den Berg`) the first word is taken for a given name.
    voor: woorden(delen.voor).filter((w) => !isTussenvoegsel(w)),
    achter: achternaam(
      woorden(delen.soort === 'gebied' ? naam : `${delen.tussen} ${delen.achter}`),
    ),
  };
}

const isVoorletter = (woord: string): boolean => woord.length === 1;

/** Equal surnames, and given names that do not contradict each other: an initial, or none, fits. */
export function zelfdeNaam(a: string, b: string): boolean {
  const [x, y] = [naamsleutel(a), naamsleutel(b)];
  if (x.achter === '' || x.achter !== y.achter) return false;
  const [v, w] = [x.voor[0], y.voor[0]];
  if (v === undefined || w === undefined) return true;
  return v === w || ((isVoorletter(v) || isVoorletter(w)) && v[0] === w[0]);
}

/** The fields in which both have a value and that are equal. Symmetric. */
export function gelijkeVelden(a: Persoonsgegevens, b: Persoonsgegevens): GelijkVeld[] {
  const velden: GelijkVeld[] = [];
  const bsn = a.bsn ?? '';
  if (isBsn(bsn) && bsn === b.bsn) velden.push('bsn');
  if (zelfdeNaam(a.naam, b.naam)) velden.push('naam');
  if (a.geboortedatum !== null && a.geboortedatum === b.geboortedatum) velden.push('geboortedatum');
  return velden;
}

/** Worth the look of a person: the same BSN, or the same name and date of birth. */
export function mogelijkDezelfde(velden: readonly GelijkVeld[]): boolean {
  return velden.includes('bsn') || (velden.includes('naam') && velden.includes('geboortedatum'));
}

/** Enough to look somebody up by. */
export const isTeZoeken = (p: Persoonsgegevens): boolean =>
  isBsn(p.bsn ?? '') || (p.naam.trim() !== '' && p.geboortedatum !== null);
