/**
 * Calendar dates as text `jjjj-mm-dd`, and how people read them. All arithmetic is on whole day
 * numbers, so that no time zone or summer time can shift a deadline.
 */
import type { IsoDate, Taal } from './soorten.js';

const DAGEN_KORT = {
  nl: ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;
const DAGEN_LANG = {
  nl: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;
const MAANDEN_KORT = {
  nl: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const;
const MAANDEN_LANG = {
  nl: [
    'januari',
    'februari',
    'maart',
    'april',
    'mei',
    'juni',
    'juli',
    'augustus',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const;

export interface Datumdelen {
  readonly jaar: number;
  /** 1 to 12. */
  readonly maand: number;
  readonly dag: number;
}

const twee = (n: number): string => String(n).padStart(2, '0');

export function schrikkeljaar(jaar: number): boolean {
  return (jaar % 4 === 0 && jaar % 100 !== 0) || jaar % 400 === 0;
}

export function dagenInMaand(jaar: number, maand: number): number {
  if (maand === 2) return schrikkeljaar(jaar) ? 29 : 28;
  return maand === 4 || maand === 6 || maand === 9 || maand === 11 ? 30 : 31;
}

/** Composes a date; null when it does not exist (31 november, year outside 1 to 9999). */
export function maakDatum(jaar: number, maand: number, dag: number): IsoDate | null {
  if (![jaar, maand, dag].every(Number.isInteger)) return null;
  if (jaar < 1 || jaar > 9999 || maand < 1 || maand > 12) return null;
  if (dag < 1 || dag > dagenInMaand(jaar, maand)) return null;
  return `${String(jaar).padStart(4, '0')}-${twee(maand)}-${twee(dag)}`;
}

/** True for an existing date in the form `jjjj-mm-dd`. */
export function isDatum(tekst: string): boolean {
  const delen = /^(\d{4})-(\d{2})-(\d{2})$/.exec(tekst);
  return delen !== null && maakDatum(Number(delen[1]), Number(delen[2]), Number(delen[3])) !== null;
}

export function datumdelen(iso: IsoDate): Datumdelen {
  return {
    jaar: Number(iso.slice(0, 4)),
    maand: Number(iso.slice(5, 7)),
    dag: Number(iso.slice(8, 10)),
  };
}

/** Days since 1 January 1970 in the proleptic Gregorian calendar. */
export function dagnummer(iso: IsoDate): number {
  const { jaar, maand, dag } = datumdelen(iso);
  return Math.round(Date.UTC(jaar, maand - 1, dag) / 86_400_000);
}

export function vanDagnummer(nummer: number): IsoDate {
  return new Date(nummer * 86_400_000).toISOString().slice(0, 10);
}

/** Today, on the calendar of this device. */
export function vandaagIso(nu: Date = new Date()): IsoDate {
  return `${String(nu.getFullYear()).padStart(4, '0')}-${twee(nu.getMonth() + 1)}-${twee(nu.getDate())}`;
}

/** Days from `van` to `tot`; negative when `tot` lies before it. */
export function dagen(van: IsoDate, tot: IsoDate): number {
  return dagnummer(tot) - dagnummer(van);
}

export function plusDagen(iso: IsoDate, aantal: number): IsoDate {
  return vanDagnummer(dagnummer(iso) + aantal);
}

/** Same day so many months later, or the last day of that month when it has fewer days. */
export function plusMaanden(iso: IsoDate, aantal: number): IsoDate {
  const { jaar, maand, dag } = datumdelen(iso);
  const index = jaar * 12 + (maand - 1) + aantal;
  const nieuwJaar = Math.floor(index / 12);
  const nieuweMaand = index - nieuwJaar * 12 + 1;
  return `${String(nieuwJaar).padStart(4, '0')}-${twee(nieuweMaand)}-${twee(Math.min(dag, dagenInMaand(nieuwJaar, nieuweMaand)))}`;
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdag(iso: IsoDate): number {
  return ((((dagnummer(iso) + 3) % 7) + 7) % 7) + 1;
}

/** Monday and Sunday of the week in which the date lies. */
export function weekVan(iso: IsoDate): { readonly maandag: IsoDate; readonly zondag: IsoDate } {
  const maandag = plusDagen(iso, 1 - weekdag(iso));
  return { maandag, zondag: plusDagen(maandag, 6) };
}

/** First working day on or after the date (weekends only; holidays differ per house). */
export function werkdag(iso: IsoDate): IsoDate {
  const dag = weekdag(iso);
  return dag <= 5 ? iso : plusDagen(iso, 8 - dag);
}

/** `wo 25 nov`; with the year when it is another year than that of `vandaag`. */
export function korteDatum(
  iso: IsoDate,
  vandaag: IsoDate = vandaagIso(),
  taal: Taal = 'nl',
): string {
  const { jaar, maand, dag } = datumdelen(iso);
  const kort = `${DAGEN_KORT[taal][weekdag(iso) - 1] ?? ''} ${dag} ${MAANDEN_KORT[taal][maand - 1] ?? ''}`;
  return jaar === datumdelen(vandaag).jaar ? kort : `${kort} ${jaar}`;
}

/** `25 nov`, for narrow columns; with the year when it is another year than that of `vandaag`. */
export function dagMaand(iso: IsoDate, vandaag: IsoDate = vandaagIso(), taal: Taal = 'nl'): string {
  const { jaar, maand, dag } = datumdelen(iso);
  const kort = `${dag} ${MAANDEN_KORT[taal][maand - 1] ?? ''}`;
  return jaar === datumdelen(vandaag).jaar ? kort : `${kort} ${jaar}`;
}

/** `vandaag`, `morgen`, `gisteren`, otherwise as `korteDatum`. */
export function relatieveDatum(
  iso: IsoDate,
  vandaag: IsoDate = vandaagIso(),
  taal: Taal = 'nl',
): string {
  const verschil = dagen(vandaag, iso);
  if (verschil === 0) return taal === 'nl' ? 'vandaag' : 'today';
  if (verschil === 1) return taal === 'nl' ? 'morgen' : 'tomorrow';
  if (verschil === -1) return taal === 'nl' ? 'gisteren' : 'yesterday';
  return korteDatum(iso, vandaag, taal);
}

/** `dinsdag 24 november 2026`. */
export function langeDatum(iso: IsoDate, taal: Taal = 'nl'): string {
  const { jaar, maand, dag } = datumdelen(iso);
  return `${DAGEN_LANG[taal][weekdag(iso) - 1] ?? ''} ${dag} ${MAANDEN_LANG[taal][maand - 1] ?? ''} ${jaar}`;
}

/** `dinsdag 24 november`, for a heading of which the year is plain. */
export function dagKop(iso: IsoDate, taal: Taal = 'nl'): string {
  const { maand, dag } = datumdelen(iso);
  return `${DAGEN_LANG[taal][weekdag(iso) - 1] ?? ''} ${dag} ${MAANDEN_LANG[taal][maand - 1] ?? ''}`;
}

/** `24 november 2026`, for use in a sentence. */
export function datumVoluit(iso: IsoDate, taal: Taal = 'nl'): string {
  const { jaar, maand, dag } = datumdelen(iso);
  return `${dag} ${MAANDEN_LANG[taal][maand - 1] ?? ''} ${jaar}`;
}

/** `25-11-2026`, as Dutch forms write it; `25/11/2026` in English. */
export function nlDatum(iso: IsoDate, taal: Taal = 'nl'): string {
  const { jaar, maand, dag } = datumdelen(iso);
  const teken = taal === 'nl' ? '-' : '/';
  return `${twee(dag)}${teken}${twee(maand)}${teken}${String(jaar).padStart(4, '0')}`;
}

/** Moment in UTC as this device's clock shows it: `ma 23 nov 17:40`. Empty for text that is no moment. */
export function momentKort(
  moment: string,
  vandaag: IsoDate = vandaagIso(),
  taal: Taal = 'nl',
): string {
  const op = new Date(moment);
  if (Number.isNaN(op.getTime())) return '';
  return `${relatieveDatum(vandaagIso(op), vandaag, taal)} ${klok(op)}`;
}

/** `17:40` on the clock of this device. */
export function klok(op: Date): string {
  return `${twee(op.getHours())}:${twee(op.getMinutes())}`;
}

/** Days that a deadline is past; 0 when it is not, or when there is none. */
export function teLaat(deadline: IsoDate | null, vandaag: IsoDate): number {
  return deadline === null ? 0 : Math.max(0, dagen(deadline, vandaag));
}

/** `over 1 uur 38`, `over 8 min`, `nu`, `12 min geleden`. Whole minutes from now. */
export function overTijd(minuten: number, taal: Taal = 'nl'): string {
  const totaal = Math.round(Math.abs(minuten));
  if (totaal === 0) return taal === 'nl' ? 'nu' : 'now';
  const duur = duurTekst(totaal, taal);
  if (minuten > 0) return taal === 'nl' ? `over ${duur}` : `in ${duur}`;
  return taal === 'nl' ? `${duur} geleden` : `${duur} ago`;
}

/** `1 uur 38`, `45 min`, `2 dagen`. */
export function duurTekst(minuten: number, taal: Taal = 'nl'): string {
  if (minuten < 60) return `${minuten} min`;
  if (minuten >= 48 * 60) {
    const aantal = Math.floor(minuten / (24 * 60));
    return taal === 'nl' ? `${aantal} dagen` : `${aantal} days`;
  }
  const uren = Math.floor(minuten / 60);
  const rest = minuten % 60;
  const uur = taal === 'nl' ? `${uren} uur` : `${uren} h`;
  return rest === 0 ? uur : `${uur} ${twee(rest)}`;
}

/** Minutes from a moment on this device's clock until date and time `uu:mm` on it. */
export function minutenTot(datum: IsoDate, tijd: string, nu: Date): number {
  const { jaar, maand, dag } = datumdelen(datum);
  const doel = new Date(jaar, maand - 1, dag, Number(tijd.slice(0, 2)), Number(tijd.slice(3, 5)));
  return Math.round((doel.getTime() - nu.getTime()) / 60_000);
}

/** Age in whole years on a date. Born on 29 February: a year older on 1 March of other years. */
export function leeftijd(geboortedatum: IsoDate, op: IsoDate): number {
  const geboren = datumdelen(geboortedatum);
  const dan = datumdelen(op);
  const jarigGeweest =
    dan.maand > geboren.maand || (dan.maand === geboren.maand && dan.dag >= geboren.dag);
  return dan.jaar - geboren.jaar - (jarigGeweest ? 0 : 1);
}
