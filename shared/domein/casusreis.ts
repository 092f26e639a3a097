/**
 * The life of a case as a state machine. What must be true for a move is a table (`OVERGANGEN`): the dialog, the
 * import and the tests read it. A move that is not allowed is refused with everything that stands in the way
 * (`weigering.ts` says it in words).
 */
import { fout, ok, type Result } from '../result.js';
import { STAPPEN, type Casus, type Stap } from '../schema/index.js';
import { dagen, isDatum } from './datums.js';
import type { IsoDate, Onveranderlijk } from './soorten.js';
import { stapIndex } from './stappen.js';

/** Where a case stands. Only a running case has a step; only a closed one has an end and a reason. */
export type Casusstand =
  | { readonly soort: 'lopend'; readonly stap: Stap; readonly sinds: IsoDate }
  | { readonly soort: 'afgesloten'; readonly op: IsoDate; readonly reden: string };

/** The part of a case that the casusreis is about. */
export type Reisdeel = Pick<
  Onveranderlijk<Casus>,
  'startdatum' | 'sluitdatum' | 'sluitreden' | 'stap' | 'stapdatums' | 'spoed' | 'planVastgesteldOp'
>;

/** What a move changes in the case; apply it with `Object.assign` on the concept. */
export type Reiswijziging = Partial<
  Pick<Casus, 'stap' | 'stapdatums' | 'sluitdatum' | 'sluitreden' | 'resultaat' | 'evaluatie'>
>;

/** A state: one of the steps of a running case, or closed. */
export type Standnaam = Stap | 'afgesloten';
export const STANDEN: readonly Standnaam[] = [...STAPPEN, 'afgesloten'];

/** A move that somebody wants to make. */
export type Zet =
  | { readonly naar: Stap; readonly op: IsoDate }
  | {
      readonly naar: 'afgesloten';
      readonly op: IsoDate;
      readonly sluitreden: string;
      readonly resultaat: string;
      readonly evaluatie: string;
    };

/** What stands in the way of a move. */
export type Weigering =
  | { readonly wat: 'datum-bestaat-niet' }
  | { readonly wat: 'staat-er-al'; readonly stand: Standnaam }
  | { readonly wat: 'niet-op-route'; readonly stap: Stap }
  | { readonly wat: 'te-vroeg'; readonly stand: Standnaam; readonly sinds: IsoDate }
  | { readonly wat: 'voor-begin'; readonly begin: IsoDate }
  | { readonly wat: 'overgeslagen'; readonly naar: Stap; readonly eerst: Stap | null }
  | { readonly wat: 'geen-heropening'; readonly sinds: IsoDate; readonly naar: Stap }
  | { readonly wat: 'plan-niet-vastgesteld' }
  | { readonly wat: 'acties-open'; readonly aantal: number }
  | { readonly wat: 'geen-sluitreden' }
  | { readonly wat: 'geen-resultaat' }
  | { readonly wat: 'geen-evaluatie' };

/** What a condition looks at. */
interface Vraag {
  readonly casus: Reisdeel;
  readonly zet: Zet;
  readonly route: readonly Stap[];
  readonly openActies: number;
}
type Toets = (vraag: Vraag) => Weigering | null;

const als = (raak: boolean, weigering: Weigering): Weigering | null => (raak ? weigering : null);
const beslag = (zet: Zet): { sluitreden: string; resultaat: string; evaluatie: string } =>
  zet.naar === 'afgesloten' ? zet : { sluitreden: '', resultaat: '', evaluatie: '' };

/** Each condition by its name. */
export const VOORWAARDEN = {
  'datum-bestaat': ({ zet }) => als(!isDatum(zet.op), { wat: 'datum-bestaat-niet' }),
  'op-de-route': ({ zet, route }) =>
    zet.naar === 'afgesloten'
      ? null
      : als(!route.includes(zet.naar), { wat: 'niet-op-route', stap: zet.naar }),
  'na-de-vorige': ({ casus, zet }) => {
    const sinds = sindsVan(casus);
    return als(isDatum(zet.op) && zet.op < sinds, {
      wat: 'te-vroeg',
      stand: standVan(casus),
      sinds,
    });
  },
  'na-het-begin': ({ casus, zet }) =>
    als(isDatum(zet.op) && dagen(casus.startdatum, zet.op) < 0, {
      wat: 'voor-begin',
      begin: casus.startdatum,
    }),
  'geen-stap-over': ({ casus, zet, route }) => {
    const eerst = volgendeStap(casus, route);
    return zet.naar === 'afgesloten'
      ? null
      : als(zet.naar !== eerst, { wat: 'overgeslagen', naar: zet.naar, eerst });
  },
  'waar-zij-heropent': ({ casus, zet, route }) => {
    const naar = heropeningVan(route);
    return als(zet.naar !== naar, { wat: 'geen-heropening', sinds: sindsVan(casus), naar });
  },
  'plan-vastgesteld': ({ casus, route }) =>
    als(route.includes('plan') && casus.planVastgesteldOp === null, {
      wat: 'plan-niet-vastgesteld',
    }),
  'acties-af': ({ openActies }) => als(openActies > 0, { wat: 'acties-open', aantal: openActies }),
  sluitreden: ({ zet }) => als(beslag(zet).sluitreden.trim() === '', { wat: 'geen-sluitreden' }),
  resultaat: ({ zet }) => als(beslag(zet).resultaat.trim() === '', { wat: 'geen-resultaat' }),
  evaluatie: ({ zet }) => als(beslag(zet).evaluatie.trim() === '', { wat: 'geen-evaluatie' }),
} satisfies Record<string, Toets>;
export type Voorwaarde = keyof typeof VOORWAARDEN;

/** What must be true to come into a state by going forward. Add a condition: here, and above. */
const OM_BINNEN_TE_KOMEN: Readonly<Record<Standnaam, readonly Voorwaarde[]>> = {
  aanmelding: [],
  triage: [],
  verrijking: [],
  'start-mdo': [],
  plan: [],
  monitoring: ['plan-vastgesteld'],
  afsluiting: [],
  afgesloten: ['sluitreden', 'resultaat', 'evaluatie', 'acties-af'],
};

export type Overgangssoort = 'verder' | 'terug' | 'sluiten' | 'heropenen';
/** What counts for every move of a kind. */
const ALTIJD: Readonly<Record<Overgangssoort, readonly Voorwaarde[]>> = {
  verder: ['datum-bestaat', 'op-de-route', 'na-de-vorige', 'geen-stap-over'],
  terug: ['datum-bestaat', 'op-de-route', 'na-de-vorige'],
  sluiten: ['datum-bestaat', 'na-het-begin', 'na-de-vorige'],
  heropenen: ['datum-bestaat', 'na-de-vorige', 'waar-zij-heropent'],
};

/** A move that exists, and what must be true for it. */
export interface Overgang {
  readonly van: Standnaam;
  readonly naar: Standnaam;
  readonly soort: Overgangssoort;
  readonly voorwaarden: readonly Voorwaarde[];
}

const soortVan = (van: Standnaam, naar: Standnaam): Overgangssoort => {
  if (van === 'afgesloten') return 'heropenen';
  if (naar === 'afgesloten') return 'sluiten';
  return stapIndex(naar) > stapIndex(van) ? 'verder' : 'terug';
};

/** A closed case is not taken up again in its last step. */
const bestaat = (van: Standnaam, naar: Standnaam): boolean =>
  naar !== van && !(van === 'afgesloten' && naar === 'afsluiting');

/** Every move from one state to another. What is not here does not exist. */
export const OVERGANGEN: readonly Overgang[] = STANDEN.flatMap((van) =>
  STANDEN.filter((naar) => bestaat(van, naar)).map((naar): Overgang => {
    const soort = soortVan(van, naar);
    const vooruit = soort === 'verder' || soort === 'sluiten';
    const voorwaarden = [...ALTIJD[soort], ...(vooruit ? OM_BINNEN_TE_KOMEN[naar] : [])];
    return { van, naar, soort, voorwaarden };
  }),
);

const standVan = (casus: Reisdeel): Standnaam =>
  casus.sluitdatum === null ? casus.stap : 'afgesloten';

const sindsVan = (casus: Reisdeel): IsoDate =>
  casus.sluitdatum ?? casus.stapdatums[casus.stap] ?? casus.startdatum;

export function casusstand(casus: Reisdeel): Casusstand {
  if (casus.sluitdatum !== null) {
    return { soort: 'afgesloten', op: casus.sluitdatum, reden: casus.sluitreden ?? '' };
  }
  return { soort: 'lopend', stap: casus.stap, sinds: sindsVan(casus) };
}

/**
 * The steps that a case goes through, of those of its tafel; the short route of a spoedaanmelding has no
 * verrijking.
 */
export function stappenVan(
  casus: Pick<Reisdeel, 'spoed' | 'stap' | 'stapdatums'>,
  route: readonly Stap[] = STAPPEN,
): readonly Stap[] {
  if (!casus.spoed || casus.stap === 'verrijking' || casus.stapdatums.verrijking !== undefined)
    return route;
  return route.filter((stap) => stap !== 'verrijking');
}

/** The step after the present one, or null in the last. */
export function volgendeStap(
  casus: Pick<Reisdeel, 'spoed' | 'stap' | 'stapdatums'>,
  route: readonly Stap[] = STAPPEN,
): Stap | null {
  return stappenVan(casus, route).find((stap) => stapIndex(stap) > stapIndex(casus.stap)) ?? null;
}

/** Where a closed case is taken up again: in monitoring, or the last step before the end that its route has. */
export const heropeningVan = (route: readonly Stap[]): Stap =>
  route.includes('monitoring')
    ? 'monitoring'
    : (route.filter((stap) => stap !== 'afsluiting').at(-1) ?? 'monitoring');

/**
 * Makes a move, or says everything that is in the way of it.
 * @param route steps of the tafel of the case, with those that it has been in
 * @param openActies number of actions that are open
 */
export function zetStap(
  casus: Reisdeel,
  zet: Zet,
  { route = STAPPEN, openActies = 0 }: { route?: readonly Stap[]; openActies?: number } = {},
): Result<Reiswijziging, readonly Weigering[]> {
  const van = standVan(casus);
  const overgang = OVERGANGEN.find((o) => o.van === van && o.naar === zet.naar);
  if (overgang === undefined)
    return fout([
      zet.naar === van
        ? { wat: 'staat-er-al', stand: van }
        : { wat: 'geen-heropening', sinds: sindsVan(casus), naar: heropeningVan(route) },
    ]);
  const weigeringen = overgang.voorwaarden.flatMap(
    (naam) => VOORWAARDEN[naam]({ casus, zet, route, openActies }) ?? [],
  );
  if (weigeringen.length > 0) return fout(weigeringen);
  if (zet.naar === 'afgesloten')
    return ok({
      stap: 'afsluiting',
      stapdatums: {
        ...casus.stapdatums,
        afsluiting: (van === 'afsluiting' ? casus.stapdatums.afsluiting : null) ?? zet.op,
      },
      sluitdatum: zet.op,
      sluitreden: zet.sluitreden.trim(),
      resultaat: zet.resultaat.trim(),
      evaluatie: zet.evaluatie.trim(),
    });
  const open: Reiswijziging =
    overgang.soort === 'heropenen' ? { sluitdatum: null, sluitreden: null } : {};
  return ok({ stap: zet.naar, stapdatums: { ...casus.stapdatums, [zet.naar]: zet.op }, ...open });
}

/** Why a case is in a state that no sequence of moves leads to; empty when it is in a legal one. */
export function reisfouten(casus: Reisdeel): readonly string[] {
  const { sluitdatum, startdatum, stap, stapdatums } = casus;
  const fouten: string[] = [];
  if ((sluitdatum === null) !== (casus.sluitreden === null))
    fouten.push('een sluitdatum hoort bij een sluitreden');
  if (sluitdatum !== null && stap !== 'afsluiting')
    fouten.push('een afgesloten casus staat in afsluiting');
  if (sluitdatum !== null && sluitdatum < startdatum)
    fouten.push('de sluitdatum ligt voor de startdatum');
  const nu = stapdatums[stap];
  if (nu !== undefined && STAPPEN.some((s) => (stapdatums[s] ?? '') > nu))
    fouten.push('een andere stap begon na de stap waarin de casus is');
  return fouten;
}
