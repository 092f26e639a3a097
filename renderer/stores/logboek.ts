/** The log as a list: rows, filters and export. Pure; the hooks are in `logboek-react.ts`. */
import { createStore } from 'zustand/vanilla';
import { korteNaam, mag, nlDatum, plusDagen, vandaagIso } from '../../shared/domein/index.js';
import { leesRegels } from '../../shared/log/index.js';
import type { Logblok, Logregel, Rol } from '../../shared/schema/index.js';
import type { Kluis, Onveranderlijk } from '../vault/types.js';

export interface Logrij {
  /** Unique in the list: chain and number. */
  readonly sleutel: string;
  readonly keten: string;
  readonly apparaat: string;
  readonly hash: string;
  readonly regel: Logregel;
}

export const PERIODEN = ['vandaag', 'week', 'maand', 'alles'] as const;
export type Periode = (typeof PERIODEN)[number];

export interface Logfilters {
  readonly periode: Periode;
  readonly persoon: string | null;
  readonly casus: string | null;
  readonly actie: string | null;
  readonly resultaat: string | null;
}

export const GEEN_LOGFILTERS: Logfilters = {
  periode: 'maand',
  persoon: null,
  casus: null,
  actie: null,
  resultaat: null,
};

/** How the list stands; kept while other screens are visited. */
export const loglijst = createStore<{ filters: Logfilters; focus: string | null }>(() => ({
  filters: GEEN_LOGFILTERS,
  focus: null,
}));

export function zetLogfilter(deel: Partial<Logfilters>): void {
  loglijst.setState(({ filters }) => ({ filters: { ...filters, ...deel } }));
}

/** Who checks on others. Everybody else sees the lines of their own account. */
export const zietAlles = (rol: Rol): boolean => mag(rol, 'logboek-van-huis');

/** A blok that has not changed gives the same rows. */
const rijenPerBlok = new WeakMap<object, readonly Logrij[]>();

function rijenVan(blok: Onveranderlijk<Logblok>): readonly Logrij[] {
  const bekend = rijenPerBlok.get(blok);
  if (bekend) return bekend;
  const { keten, apparaat, regels } = blok;
  const rijen = leesRegels(regels).flatMap((regel, i): Logrij[] => {
    const hash = regels[i]?.hash ?? '';
    return regel ? [{ sleutel: `${keten}|${regel.nr}`, keten, apparaat, hash, regel }] : [];
  });
  rijenPerBlok.set(blok, rijen);
  return rijen;
}

/** Newest first. @param account only of this account; null is of everybody */
export function maakLogrijen(
  blokken: readonly Onveranderlijk<Logblok>[],
  account: string | null,
): readonly Logrij[] {
  return blokken
    .filter((blok) => account === null || blok.verklaring.account === account)
    .flatMap(rijenVan)
    .sort(nieuwsteEerst);
}

function nieuwsteEerst({ regel: a, keten: k }: Logrij, { regel: b, keten: l }: Logrij): number {
  // Within a chain the number counts: the clock of a device may have been set.
  if (k === l) return b.nr - a.nr;
  return a.op < b.op ? 1 : a.op > b.op ? -1 : 0;
}

/** First day of a period; null when it has none. */
export function beginVan(periode: Periode, vandaag: string): string | null {
  switch (periode) {
    case 'vandaag':
      return vandaag;
    case 'week':
      return plusDagen(vandaag, -6);
    case 'maand':
      return plusDagen(vandaag, -29);
    case 'alles':
      return null;
  }
}

type Keuzeveld = Exclude<keyof Logfilters, 'periode'>;

const WAARDE: Readonly<Record<Keuzeveld, (regel: Logregel) => string | undefined>> = {
  persoon: (regel) => regel.actor,
  casus: (regel) => regel.casus,
  actie: (regel) => regel.actie,
  resultaat: (regel) => regel.resultaat,
};
const VELDEN = Object.keys(WAARDE) as Keuzeveld[];

/** Moment from which the local day begins, ISO in UTC: moments compare as text. */
const beginmoment = (dag: string): string => {
  const [jaar = 0, maand = 1, d = 1] = dag.split('-').map(Number);
  return new Date(jaar, maand - 1, d).toISOString();
};

export function kiesLogrijen(
  rijen: readonly Logrij[],
  filters: Logfilters,
  vandaag: string,
): readonly Logrij[] {
  const begin = beginVan(filters.periode, vandaag);
  const vanaf = begin === null ? '' : beginmoment(begin);
  const eisen = VELDEN.flatMap((veld) => {
    const waarde = filters[veld];
    return waarde === null ? [] : [{ lees: WAARDE[veld], waarde }];
  });
  return rijen.filter(
    ({ regel }) => regel.op >= vanaf && eisen.every(({ lees, waarde }) => lees(regel) === waarde),
  );
}

export type Logtellingen = Readonly<Record<Keuzeveld, ReadonlyMap<string, number>>>;

/** For each filter its values in the period, most lines first. */
export function telLogrijen(
  rijen: readonly Logrij[],
  periode: Periode,
  vandaag: string,
): Logtellingen {
  const hier = kiesLogrijen(rijen, { ...GEEN_LOGFILTERS, periode }, vandaag);
  const per = (veld: Keuzeveld): ReadonlyMap<string, number> => {
    const tellingen = new Map<string, number>();
    for (const { regel } of hier) {
      const waarde = WAARDE[veld](regel);
      if (waarde !== undefined) tellingen.set(waarde, (tellingen.get(waarde) ?? 0) + 1);
    }
    return new Map([...tellingen].sort((a, b) => b[1] - a[1]));
  };
  return {
    persoon: per('persoon'),
    casus: per('casus'),
    actie: per('actie'),
    resultaat: per('resultaat'),
  };
}

/** Name of an account as the log shows it; also of the user, because the list is about people. */
export const persoonsnaam = (kluis: Pick<Kluis, 'haal'>, account: string): string | undefined => {
  const naam = kluis.haal('leden', account)?.naam;
  return naam === undefined ? undefined : korteNaam(naam);
};

/** Number of a case that can be read here, without the letters of the house; of another only its id is known. */
export const casusnummer = (kluis: Pick<Kluis, 'haal'>, casus: string): string | undefined =>
  kluis.haal('casussen', casus)?.nummer.replace(/^[A-Za-z]+-/, '');

/** An opaque id, short enough for a line and long enough to tell apart. */
export const kortId = (id: string): string => id.slice(0, 6);

/** `26-11-2026` and `10:42:07` on the clock of this device. */
export function logtijd(op: string, taal: 'nl' | 'en'): { dag: string; tijd: string } {
  const moment = new Date(op);
  const twee = (n: number): string => String(n).padStart(2, '0');
  return {
    dag: nlDatum(vandaagIso(moment), taal),
    tijd: [moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(twee).join(':'),
  };
}

/** As it is in the chain, with the names that are known here. Times in UTC, so that they compare. */
export function logexportrij(
  kluis: Pick<Kluis, 'haal'>,
  { keten, apparaat, hash, regel }: Logrij,
): readonly (string | number | null)[] {
  const { actor, casus } = regel;
  return [
    regel.op,
    persoonsnaam(kluis, actor) ?? null,
    actor,
    regel.actie,
    regel.wijze ?? null,
    regel.soort,
    regel.id,
    regel.aantal ?? 1,
    casus === undefined ? null : (casusnummer(kluis, casus) ?? null),
    casus ?? null,
    regel.casustafel ?? null,
    regel.grondslag ?? null,
    regel.resultaat,
    regel.oorsprong,
    apparaat,
    keten,
    regel.nr,
    hash,
  ];
}
