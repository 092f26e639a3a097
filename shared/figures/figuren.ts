/**
 * The figures of a year over the cases of a house, by the definitions that hold in every figure:
 *
 * - instroom: cases with startdatum in the year;
 * - actief: cases that ran on any day of the year; lopend op peildatum: the same on 31 December;
 * - doorlooptijd: mean of (sluitdatum − startdatum) in days over cases closed in the year, half up;
 * - percentages over actief, each rounded half up, never normalised to 100. `Onbekend` is a value
 *   that someone chose, `Niet ingevuld` is a blank; problematiek is multi-select;
 * - leeftijd of the hoofdbetrokkene on 31 December; melders over instroom.
 *
 * All rounding is on whole numbers, so that no binary fraction decides a figure.
 */
import { dagen, leeftijd, vergelijkTekst, type IsoDate } from '../domein/index.js';

/** What a figure needs to know of a case. */
export interface Figuurcasus {
  readonly startdatum: IsoDate;
  readonly sluitdatum: IsoDate | null;
  readonly gemeente: string;
  readonly melder: string;
  readonly geslacht: 'man' | 'vrouw' | 'anders' | 'onbekend';
  /** Of the hoofdbetrokkene; null is left out of the mean. */
  readonly geboortedatum: IsoDate | null;
  /** Null is a blank. */
  readonly inkomsten: string | null;
  readonly woonsituatie: string | null;
  readonly problematiek: readonly string[];
}

export interface Aandeel {
  readonly aantal: number;
  /** Of the active cases, rounded half up. */
  readonly percentage: number;
}

/** Means are null when there is nothing to take the mean of. Values that do not occur are left out. */
export interface Figuren {
  readonly jaar: number;
  readonly instroom: number;
  readonly instroomPerGemeente: Readonly<Record<string, number>>;
  readonly melders: Readonly<Record<string, number>>;
  readonly actief: number;
  readonly lopendOpPeildatum: number;
  readonly afgesloten: number;
  readonly doorlooptijdGemiddeldDagen: number | null;
  readonly percentageMan: number | null;
  readonly gemiddeldeLeeftijd: number | null;
  readonly inkomsten: Readonly<Record<string, Aandeel>>;
  readonly woonsituatie: Readonly<Record<string, Aandeel>>;
  readonly problematiek: Readonly<Record<string, Aandeel>>;
}

export const NIET_INGEVULD = 'Niet ingevuld';
export const ONBEKEND = 'Onbekend';

/** `teller / noemer` rounded half up, on whole non-negative numbers; null when `noemer` is 0. */
export function rondHalfOp(teller: number, noemer: number): number | null {
  return noemer === 0 ? null : Math.floor((2 * teller + noemer) / (2 * noemer));
}

/** Percentage rounded half up; 0 of nothing is 0. */
export function percentage(deel: number, geheel: number): number {
  return rondHalfOp(100 * deel, geheel) ?? 0;
}

/** First and last day of a year. */
export function grenzen(jaar: number): { readonly eerste: IsoDate; readonly laatste: IsoDate } {
  const jjjj = String(jaar).padStart(4, '0');
  return { eerste: `${jjjj}-01-01`, laatste: `${jjjj}-12-31` };
}

type Periode = Pick<Figuurcasus, 'startdatum' | 'sluitdatum'>;

export function stroomtIn(casus: Periode, jaar: number): boolean {
  const { eerste, laatste } = grenzen(jaar);
  return casus.startdatum >= eerste && casus.startdatum <= laatste;
}

export function isActief(casus: Periode, jaar: number): boolean {
  const { eerste, laatste } = grenzen(jaar);
  return casus.startdatum <= laatste && (casus.sluitdatum === null || casus.sluitdatum >= eerste);
}

export function looptOp(casus: Periode, peildatum: IsoDate): boolean {
  return (
    casus.startdatum <= peildatum && (casus.sluitdatum === null || casus.sluitdatum >= peildatum)
  );
}

/** Cases closed in the year, with their end known to the compiler. */
export function geslotenIn<T extends Periode>(
  casussen: readonly T[],
  jaar: number,
): (T & { readonly sluitdatum: IsoDate })[] {
  const { eerste, laatste } = grenzen(jaar);
  return casussen.filter(
    (casus): casus is T & { readonly sluitdatum: IsoDate } =>
      casus.sluitdatum !== null && casus.sluitdatum >= eerste && casus.sluitdatum <= laatste,
  );
}

export function berekenFiguren(casussen: readonly Figuurcasus[], jaar: number): Figuren {
  const { laatste } = grenzen(jaar);
  const instroom = casussen.filter((casus) => stroomtIn(casus, jaar));
  const actief = casussen.filter((casus) => isActief(casus, jaar));
  const gesloten = geslotenIn(casussen, jaar);
  const leeftijden = leeftijdenOp(actief, laatste);
  return {
    jaar,
    instroom: instroom.length,
    instroomPerGemeente: ordenen(tel(instroom.map((casus) => casus.gemeente))),
    melders: ordenen(tel(instroom.map((casus) => casus.melder))),
    actief: actief.length,
    lopendOpPeildatum: casussen.filter((casus) => looptOp(casus, laatste)).length,
    afgesloten: gesloten.length,
    doorlooptijdGemiddeldDagen: rondHalfOp(
      som(gesloten.map((casus) => dagen(casus.startdatum, casus.sluitdatum))),
      gesloten.length,
    ),
    percentageMan: rondHalfOp(
      100 * actief.filter((casus) => casus.geslacht === 'man').length,
      actief.length,
    ),
    gemiddeldeLeeftijd: rondHalfOp(som(leeftijden), leeftijden.length),
    inkomsten: aandelen(
      actief.map((casus) => casus.inkomsten ?? NIET_INGEVULD),
      actief.length,
    ),
    woonsituatie: aandelen(
      actief.map((casus) => casus.woonsituatie ?? NIET_INGEVULD),
      actief.length,
    ),
    // A value named twice in one case counts once.
    problematiek: aandelen(
      actief.flatMap((casus) => [...new Set(casus.problematiek)]),
      actief.length,
    ),
  };
}

/** Ages on a date of those whose date of birth is known. */
export function leeftijdenOp(casussen: readonly Figuurcasus[], op: IsoDate): number[] {
  return casussen.flatMap((casus) =>
    casus.geboortedatum === null ? [] : [leeftijd(casus.geboortedatum, op)],
  );
}

export function som(getallen: readonly number[]): number {
  return getallen.reduce((totaal, getal) => totaal + getal, 0);
}

export function tel(waarden: readonly string[]): Map<string, number> {
  const tellingen = new Map<string, number>();
  for (const waarde of waarden) tellingen.set(waarde, (tellingen.get(waarde) ?? 0) + 1);
  return tellingen;
}

function aandelen(waarden: readonly string[], geheel: number): Record<string, Aandeel> {
  const uit: Record<string, Aandeel> = {};
  for (const [waarde, aantal] of Object.entries(ordenen(tel(waarden)))) {
    uit[waarde] = { aantal, percentage: percentage(aantal, geheel) };
  }
  return uit;
}

/** Highest count first, then by name; a value chosen as unknown and a blank come last. */
function ordenen(tellingen: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...tellingen].sort(vergelijkTelling));
}

export function vergelijkTelling(
  [naamA, aantalA]: readonly [string, number],
  [naamB, aantalB]: readonly [string, number],
): number {
  return (
    staartplaats(naamA) - staartplaats(naamB) || aantalB - aantalA || vergelijkTekst(naamA, naamB)
  );
}

const staartplaats = (naam: string): number =>
  naam === NIET_INGEVULD ? 2 : naam === ONBEKEND ? 1 : 0;
