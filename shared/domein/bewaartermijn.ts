/**
 * How long a file is kept: a clock by grondslag, with a decision at its end (BGS; dossier C.1: at the latest five
 * years, to be extended for one case with reasons). The years are a parameter of the house. The clock begins when
 * the file is closed: what is closed is not needed for the process any more.
 */
import { fout, ok, type Result } from '../result.js';
import type { Aanmelding, Bewaring, Casus, Huisdocument } from '../schema/index.js';
import { plusDagen, plusMaanden, vandaagIso } from './datums.js';
import type { IsoDate, Onveranderlijk } from './soorten.js';

/** Years, unless the house decided otherwise for a grondslag. */
export const BEWAARJAREN = 5;
/** Days before the end in which a decision is asked for. */
export const BINNENKORT_DAGEN = 90;

export type Bewaartermijnen = Readonly<Record<string, number>>;

/** Why a file goes. Fixed words: a declaration says nothing about a person. */
export const VERNIETIGREDENEN = ['bewaartermijn-verlopen', 'verzoek-om-wissing'] as const;
export type Vernietigreden = (typeof VERNIETIGREDENEN)[number];

/** What is kept as one: a case with all that belongs to it, or an aanmelding that became none. */
export interface Bewaarstuk {
  /** Null while the process runs. */
  readonly gesloten: IsoDate | null;
  readonly grondslag: string;
  readonly bewaring: Onveranderlijk<Bewaring> | undefined;
}

export const stukVanCasus = (
  casus: Onveranderlijk<Pick<Casus, 'sluitdatum' | 'bewaring'>>,
  grondslag: string,
): Bewaarstuk => ({ gesloten: casus.sluitdatum, grondslag, bewaring: casus.bewaring });

/** An aanmelding that became a case is kept with it; the others count from the day that they came in. */
export const stukVanAanmelding = (
  a: Onveranderlijk<Pick<Aanmelding, 'status' | 'ontvangenOp' | 'bewaring'>>,
  grondslag: string,
): Bewaarstuk => ({
  gesloten: a.status === 'nieuw' ? null : vandaagIso(new Date(a.ontvangenOp)),
  grondslag,
  bewaring: a.bewaring,
});

/** Last day on which it is kept; null while the clock does not run. */
export function bewaarTot(
  { gesloten, grondslag, bewaring }: Bewaarstuk,
  termijnen: Bewaartermijnen,
): IsoDate | null {
  if (gesloten === null) return null;
  const gewoon = plusMaanden(gesloten, 12 * (termijnen[grondslag] ?? BEWAARJAREN));
  return (bewaring?.verlengingen ?? []).reduce((tot, v) => (v.tot > tot ? v.tot : tot), gewoon);
}

export type Bewaarstand =
  | { readonly soort: 'loopt' }
  /** With how long it is kept; `binnenkort`: a decision is near. */
  | { readonly soort: 'bewaard' | 'binnenkort' | 'verlopen'; readonly tot: IsoDate }
  /** A hold stands above the clock. */
  | { readonly soort: 'vastgehouden'; readonly tot: IsoDate; readonly reden: string };

export function bewaarstand(
  stuk: Bewaarstuk,
  termijnen: Bewaartermijnen,
  vandaag: IsoDate,
): Bewaarstand {
  const tot = bewaarTot(stuk, termijnen);
  if (tot === null) return { soort: 'loopt' };
  const vast = stuk.bewaring?.vasthouden ?? null;
  if (vast !== null) return { soort: 'vastgehouden', tot, reden: vast.reden };
  if (tot < vandaag) return { soort: 'verlopen', tot };
  return { soort: tot <= plusDagen(vandaag, BINNENKORT_DAGEN) ? 'binnenkort' : 'bewaard', tot };
}

export type Vernietigweigering =
  | { readonly wat: 'loopt' }
  | { readonly wat: 'vastgehouden'; readonly reden: string }
  | { readonly wat: 'nog-bewaard'; readonly tot: IsoDate };

/** Whether it may be destroyed now: closed, not held, and past its term unless somebody's request was granted. */
export function magVernietigen(
  stuk: Bewaarstuk,
  termijnen: Bewaartermijnen,
  vandaag: IsoDate,
  reden: Vernietigreden,
): Result<{ tot: IsoDate }, Vernietigweigering> {
  const stand = bewaarstand(stuk, termijnen, vandaag);
  if (stand.soort === 'loopt') return fout({ wat: 'loopt' });
  if (stand.soort === 'vastgehouden') return fout({ wat: 'vastgehouden', reden: stand.reden });
  if (stand.soort !== 'verlopen' && reden === 'bewaartermijn-verlopen')
    return fout({ wat: 'nog-bewaard', tot: stand.tot });
  return ok({ tot: stand.tot });
}

export type Verlengfout = 'niet-later' | 'geen-reden' | 'te-lang';
/** One decision keeps a file for at most so long again. */
export const VERLENGING_JAREN = 5;

/** What is wrong with a decision to keep it longer, or null. */
export function verlengfout(
  stuk: Bewaarstuk,
  termijnen: Bewaartermijnen,
  vandaag: IsoDate,
  { tot, reden }: { readonly tot: IsoDate; readonly reden: string },
): Verlengfout | null {
  const nu = bewaarTot(stuk, termijnen);
  if (nu === null || tot <= nu || tot <= vandaag) return 'niet-later';
  const vanaf = nu > vandaag ? nu : vandaag;
  if (tot > plusMaanden(vanaf, 12 * VERLENGING_JAREN)) return 'te-lang';
  return reden.trim() === '' ? 'geen-reden' : null;
}

/** The parameter of the house, by grondslag. */
export const bewaartermijnenVan = (
  huis: readonly Onveranderlijk<Huisdocument>[],
): Bewaartermijnen => huis.find((d) => d.soort === 'huis')?.bewaartermijnen ?? {};
