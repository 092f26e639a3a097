/** What a measurement is, and the few numbers that all of them use. */
import type { Browserruimte } from './browser.js';

export interface Budget {
  readonly wat: string;
  /** Measured value, in milliseconds, and the most it may be. */
  readonly gemeten: number;
  readonly hoogstens: number;
  readonly gehaald: boolean;
}
/** One line of the table: a stack or a step, with medians in milliseconds by column. */
export interface Regel {
  readonly naam: string;
  readonly ms: Readonly<Record<string, number>>;
  /** The same columns as a ratio to the line that is compared with. */
  readonly verhouding: Readonly<Record<string, number>>;
}
export interface Uitslag {
  readonly meting: string;
  /** What was measured, with numbers of documents and rounds. */
  readonly opzet: string;
  readonly regels: readonly Regel[];
  readonly budgetten: readonly Budget[];
}
export interface Opties {
  readonly ronden: number;
  readonly documenten: number;
  /** Says how far it is. */
  voortgang: (tekst: string) => void;
}
/** A measurement. Add one: a file in `metingen/`, and its name in `metingen/index.ts`. */
export interface Meting {
  readonly naam: string;
  meet(browser: Browserruimte, opties: Opties): Promise<Uitslag>;
}

export function mediaan(getallen: readonly number[]): number {
  if (getallen.length === 0) return Number.NaN;
  const rij = [...getallen].sort((a, b) => a - b);
  const midden = Math.floor(rij.length / 2);
  const hoog = rij[midden] ?? Number.NaN;
  return rij.length % 2 === 1 ? hoog : ((rij[midden - 1] ?? Number.NaN) + hoog) / 2;
}

export const budget = (wat: string, gemeten: number, hoogstens: number): Budget => ({
  wat,
  gemeten,
  hoogstens,
  gehaald: gemeten <= hoogstens,
});

/** Ratios of each column to those of the line named `ijk`. */
export function metVerhouding(
  regels: readonly { naam: string; ms: Record<string, number> }[],
  ijk: string,
): Regel[] {
  const maat = regels.find((regel) => regel.naam === ijk)?.ms ?? {};
  return regels.map(({ naam, ms }) => ({
    naam,
    ms,
    verhouding: Object.fromEntries(
      Object.entries(ms).flatMap(([kolom, waarde]) => {
        const noemer = maat[kolom];
        return noemer === undefined || Number.isNaN(waarde) ? [] : [[kolom, waarde / noemer]];
      }),
    ),
  }));
}
