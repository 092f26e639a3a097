/** What an aanmelding must say, and what is still to be done with it (dossier A1 rows 1, 2, 10, 11). */
import { CRITERIA, type Aanmelding } from '../schema/index.js';
import { fout, ok, type Result } from '../result.js';
import { isBsn } from './bsn.js';
import { isBeoordeeld, type Wgscriterium } from './criteria.js';
import { isDatum } from './datums.js';
import type { IsoDate, Onveranderlijk } from './soorten.js';

/** What the melder says; the rest of an aanmelding is made of it. */
export type Aanmeldinvoer = Pick<
  Onveranderlijk<Aanmelding>,
  | 'melder'
  | 'melderNaam'
  | 'melderFunctie'
  | 'naam'
  | 'bsn'
  | 'geboortedatum'
  | 'geslacht'
  | 'gemeente'
  | 'gemeentecode'
  | 'aanleiding'
  | 'hulp'
  | 'verzoek'
  | 'besproken'
  | 'problematiek'
  | 'spoed'
  | 'spoedReden'
>;

export type Aanmeldveld = keyof Aanmeldinvoer;

/** Why what stands in a field cannot be kept. */
export type Invoerfout = 'leeg' | 'bsn' | 'datum';

/** Without these nobody knows whom or what it is about; a spoedaanmelding can be entered with no more than them. */
export const NODIG = ['melder', 'naam', 'gemeente', 'aanleiding'] as const;

const is = (tekst: string | undefined): boolean => tekst !== undefined && tekst.trim() !== '';

/** What is refused at entry, by field: what is indispensable and empty, and what cannot be true. */
export function invoerfouten(
  a: Aanmeldinvoer,
  vandaag: IsoDate,
): ReadonlyMap<Aanmeldveld, Invoerfout> {
  const fouten = new Map<Aanmeldveld, Invoerfout>();
  for (const veld of NODIG) if (!is(a[veld])) fouten.set(veld, 'leeg');
  if (a.spoed && !is(a.spoedReden)) fouten.set('spoedReden', 'leeg');
  if (a.besproken?.ja === false && !is(a.besproken.reden)) fouten.set('besproken', 'leeg');
  if (is(a.bsn) && !isBsn(a.bsn ?? '')) fouten.set('bsn', 'bsn');
  const geboren = a.geboortedatum;
  if (geboren !== null && (!isDatum(geboren) || geboren > vandaag || geboren < '1900-01-01'))
    fouten.set('geboortedatum', 'datum');
  return fouten;
}

const GEVRAAGD: readonly (readonly [Aanmeldveld, (a: Aanmeldinvoer) => boolean])[] = [
  ['melder', (a) => is(a.melder)],
  ['melderNaam', (a) => is(a.melderNaam)],
  ['melderFunctie', (a) => is(a.melderFunctie)],
  ['naam', (a) => is(a.naam)],
  ['geboortedatum', (a) => a.geboortedatum !== null],
  ['gemeente', (a) => is(a.gemeente)],
  ['aanleiding', (a) => is(a.aanleiding)],
  ['problematiek', (a) => a.problematiek.length > 0],
  ['hulp', (a) => is(a.hulp)],
  ['verzoek', (a) => is(a.verzoek)],
  ['besproken', (a) => a.besproken !== undefined && (a.besproken.ja || is(a.besproken.reden))],
];

export interface Volledigheid {
  /** What triage still misses, in the order of the form. */
  readonly mist: readonly Aanmeldveld[];
  /** Of so many things that are asked. */
  readonly van: number;
}

/** How complete what was delivered is for triage. It is shown and never blocks: a spoedaanmelding comes first. */
export function volledigheid(a: Aanmeldinvoer): Volledigheid {
  const mist = GEVRAAGD.filter(([, heeft]) => !heeft(a)).map(([veld]) => veld);
  if (a.spoed && !is(a.spoedReden)) mist.push('spoedReden');
  return { mist, van: GEVRAAGD.length + (a.spoed ? 1 : 0) };
}

export type Acceptatiefout =
  | { readonly soort: 'verwerkt' }
  | { readonly soort: 'niet-gemotiveerd'; readonly criteria: readonly Wgscriterium[] }
  | { readonly soort: 'niet-voldaan'; readonly criteria: readonly Wgscriterium[] }
  | { readonly soort: 'spoed-zonder-reden' };

/**
 * Whether an aanmelding may become a case: all four criteria of the WGS judged, motivated and met (dossier A1 row
 * 2), and of a spoedaanmelding, which goes by the short route, why it is one (row 11).
 */
export function magAccepteren(
  a: Pick<Onveranderlijk<Aanmelding>, 'status' | 'criteria' | 'spoed' | 'spoedReden'>,
): Result<void, Acceptatiefout> {
  if (a.status !== 'nieuw') return fout({ soort: 'verwerkt' });
  const open = CRITERIA.filter((c) => !isBeoordeeld(a.criteria[c]));
  if (open.length > 0) return fout({ soort: 'niet-gemotiveerd', criteria: open });
  const niet = CRITERIA.filter((c) => a.criteria[c].voldaan !== true);
  if (niet.length > 0) return fout({ soort: 'niet-voldaan', criteria: niet });
  return a.spoed && !is(a.spoedReden) ? fout({ soort: 'spoed-zonder-reden' }) : ok(undefined);
}

/** The melder is still to hear what became of it. */
export const isTerugTeKoppelen = (
  a: Pick<Onveranderlijk<Aanmelding>, 'status' | 'terugkoppeling'>,
): boolean => a.status !== 'nieuw' && a.terugkoppeling === undefined;

const UUR_MS = 3_600_000;

/**
 * Whole hours between two moments (ISO), for a spoedaanmelding: from the moment that it came in until an overleg,
 * or until now. Never below 0: the clocks of two devices may differ.
 */
export const urenTussen = (van: string, tot: string): number =>
  Math.max(0, Math.floor((Date.parse(tot) - Date.parse(van)) / UUR_MS));
