/** What a measurement is, and the few numbers that all of them use. */
import type { Browserruimte } from './browser.js';
import type { Stapelnaam } from './stapels/namen.js';

/** Milliseconds, a ratio, bytes, a number of things, or of things in a second. */
export type Eenheid = 'ms' | 'x' | 'B' | 'n' | '/s';
export interface Budget {
  readonly wat: string;
  /** Measured value, and the most or the least that it may be. */
  readonly gemeten: number;
  readonly hoogstens?: number;
  readonly minstens?: number;
  readonly eenheid: Eenheid;
  readonly gehaald: boolean;
}
/** One line of the table: a stack or a step, with medians in milliseconds by column. */
export interface Regel {
  readonly naam: string;
  readonly ms: Readonly<Record<string, number>>;
  /** The same columns as a ratio to the line that is compared with. */
  readonly verhouding: Readonly<Record<string, number>>;
  /** Where the line is one of a comparison: ours as a ratio to it. */
  readonly eigenTegenDeze?: Readonly<Record<string, number>>;
  /** What else is known of it, by name. */
  readonly maten?: Readonly<Record<string, number | string>>;
}
export interface Uitslag {
  readonly meting: string;
  /** What was measured, with numbers of documents and rounds. */
  readonly opzet: string;
  readonly regels: readonly Regel[];
  readonly budgetten: readonly Budget[];
  /** Budgets that this run cannot say anything about, and why. */
  readonly overgeslagen?: readonly string[];
}
export interface Opties {
  /** What was asked for; a measurement has its own defaults. */
  readonly ronden?: number | undefined;
  readonly documenten?: readonly number[] | undefined;
  /** Which of the stacks the vault is compared with. */
  readonly stapels: readonly Stapelnaam[];
  /** Whether it was asked for by name: it may then take its time. */
  readonly genoemd: boolean;
  /** Says how far it is. */
  voortgang: (tekst: string) => void;
}
/** A measurement. Add one: a file in `metingen/`, and its name in `metingen/index.ts`. */
export interface Meting {
  readonly naam: string;
  meet(browser: Browserruimte, opties: Opties): Promise<Uitslag>;
}

/** Rounds and documents of a measurement that runs with one number of documents. */
export const enkel = ({
  ronden = 3,
  documenten,
}: Opties): { readonly ronden: number; readonly documenten: number } => ({
  ronden,
  documenten: Math.max(...(documenten ?? [10_000])),
});

export function mediaan(getallen: readonly number[]): number {
  if (getallen.length === 0) return Number.NaN;
  const rij = [...getallen].sort((a, b) => a - b);
  const midden = Math.floor(rij.length / 2);
  const hoog = rij[midden] ?? Number.NaN;
  return rij.length % 2 === 1 ? hoog : ((rij[midden - 1] ?? Number.NaN) + hoog) / 2;
}

const percentiel =
  (deel: number) =>
  (getallen: readonly number[]): number =>
    getallen.toSorted((a, b) => a - b)[Math.floor(getallen.length * deel)] ?? Number.NaN;
export const p95 = percentiel(0.95);
export const p99 = percentiel(0.99);

/** Lowest and highest of the rounds: how much the machine had to do besides. */
export const spreiding = (getallen: readonly number[]): string =>
  `${Math.min(...getallen).toFixed(0)}–${Math.max(...getallen).toFixed(0)}`;

export const budget = (
  wat: string,
  gemeten: number,
  hoogstens: number,
  eenheid: Eenheid = 'ms',
): Budget => ({ wat, gemeten, hoogstens, eenheid, gehaald: gemeten <= hoogstens });

export const ondergrens = (
  wat: string,
  gemeten: number,
  minstens: number,
  eenheid: Eenheid,
): Budget => ({ wat, gemeten, minstens, eenheid, gehaald: gemeten >= minstens });

/** A line before it is compared. */
export type Kaleregel = Omit<Regel, 'verhouding'>;

/** Ratios of each column to those of the line named `ijk`. */
export function metVerhouding(regels: readonly Kaleregel[], ijk: string): Regel[] {
  const maat = regels.find((regel) => regel.naam === ijk)?.ms ?? {};
  return regels.map((regel) => ({ ...regel, verhouding: deel(regel.ms, maat) }));
}

/** Every column of the one divided by the same of the other, where both have it. */
export const deel = (
  teller: Readonly<Record<string, number>>,
  noemer: Readonly<Record<string, number>>,
): Record<string, number> =>
  Object.fromEntries(
    Object.entries(teller).flatMap(([kolom, waarde]) => {
      const onder = noemer[kolom];
      return onder === undefined || Number.isNaN(waarde / onder) ? [] : [[kolom, waarde / onder]];
    }),
  );
