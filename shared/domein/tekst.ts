/** Small Dutch text work: searching without accents, plurals, lists of words, numbers. */
import type { Taal } from './soorten.js';

/** Lower case, without accents, one space between words: what a search compares. */
export function normaliseer(tekst: string): string {
  return tekst
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** True when every word of the query occurs in the text. `hooiberg` is already normalised. */
export function bevatAlle(hooiberg: string, vraag: string): boolean {
  return normaliseer(vraag)
    .split(' ')
    .every((woord) => hooiberg.includes(woord));
}

/** Order of code units: of dates, times, numbers and ids. Names and words sort with `vergelijkTekst`. */
export const opTekens = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** `1 actie`, `3 acties`, `geen acties` (only when `nul` is given). */
export function aantal(n: number, enkelvoud: string, meervoud: string, nul?: string): string {
  if (n === 0 && nul !== undefined) return nul;
  return `${getal(n)} ${n === 1 ? enkelvoud : meervoud}`;
}

/** `a, b en c`. */
export function opsomming(delen: readonly string[], taal: Taal = 'nl'): string {
  if (delen.length <= 1) return delen[0] ?? '';
  return `${delen.slice(0, -1).join(', ')} ${taal === 'nl' ? 'en' : 'and'} ${delen.at(-1) ?? ''}`;
}

/** Whole number with a separator per thousand: `7.848` (nl), `7,848` (en). */
export function getal(n: number, taal: Taal = 'nl'): string {
  return String(Math.trunc(n)).replace(/\B(?=(\d{3})+$)/g, taal === 'nl' ? '.' : ',');
}

export function hoofdletter(tekst: string): string {
  return tekst.charAt(0).toLocaleUpperCase('nl') + tekst.slice(1);
}

/** Cuts on a word, with a typographic ellipsis, to at most `lengte` characters. */
export function kortAf(tekst: string, lengte: number): string {
  if (tekst.length <= lengte) return tekst;
  const deel = tekst.slice(0, lengte - 1);
  const spatie = deel.lastIndexOf(' ');
  return `${(spatie > lengte / 2 ? deel.slice(0, spatie) : deel).trimEnd()}…`;
}
