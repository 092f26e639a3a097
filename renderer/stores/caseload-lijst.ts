/**
 * The list of cases: what it filters and sorts on, and where the user was in it. Lives outside the
 * screen, so that coming back from a case finds everything as it was left.
 */
import { createStore } from 'zustand/vanilla';
import type { Stap } from '../../shared/schema/index.js';
import {
  opTekens,
  vergelijkNamen,
  vergelijkTekst,
  type IsoDate,
} from '../../shared/domein/index.js';
import type { Casusrij } from './caseload.js';
import type { Vondst } from './caseload-zoek.js';

export type Bereik = 'mijn' | 'huis' | 'afgesloten';
export const KOLOMMEN = [
  'betrokkene',
  'nummer',
  'gemeente',
  'stap',
  'ave',
  'regisseur',
  'mdo',
  'acties',
  'laat',
  'dagen',
] as const;
export type Kolom = (typeof KOLOMMEN)[number];

export interface Filters {
  /** Running cases only; off shows closed ones among them. Not used in the scope `afgesloten`. */
  readonly lopend: boolean;
  readonly laat: boolean;
  readonly verschil: boolean;
  readonly geenMdo: boolean;
  readonly ave4: boolean;
  readonly gemeente: string | null;
  readonly tafel: string | null;
  readonly stap: Stap | null;
}

export interface Lijststand {
  readonly zoek: string;
  readonly bereik: Bereik;
  readonly filters: Filters;
  readonly sorteer: { readonly kolom: Kolom; readonly op: boolean };
  /** Case that the keyboard is on. */
  readonly focus: string | null;
  readonly gekozen: ReadonlySet<string>;
}

export const GEEN_FILTERS: Filters = {
  lopend: true,
  laat: false,
  verschil: false,
  geenMdo: false,
  ave4: false,
  gemeente: null,
  tafel: null,
  stap: null,
};

export const lijst = createStore<Lijststand>(() => ({
  zoek: '',
  bereik: 'huis',
  filters: GEEN_FILTERS,
  sorteer: { kolom: 'mdo', op: true },
  focus: null,
  gekozen: new Set(),
}));

/** Scroll position, and whether the user left through a row: not state that renders. */
export const plaats = { scroll: 0, vertrokken: false };

export const zetFilter = (deel: Partial<Filters>): void =>
  lijst.setState((s) => ({ filters: { ...s.filters, ...deel } }));

/** Sorts on a column; on the same column again turns it round. Counts start with the highest. */
export function sorteerOp(kolom: Kolom): void {
  lijst.setState(({ sorteer }) => ({
    sorteer:
      sorteer.kolom === kolom
        ? { kolom, op: !sorteer.op }
        : { kolom, op: !['acties', 'laat', 'dagen', 'ave', 'nummer'].includes(kolom) },
  }));
}

export function kiesRij(id: string): void {
  lijst.setState(({ gekozen }) => {
    const nieuw = new Set(gekozen);
    if (!nieuw.delete(id)) nieuw.add(id);
    return { gekozen: nieuw };
  });
}

export const inBereik = (rij: Casusrij, bereik: Bereik): boolean =>
  bereik === 'afgesloten' ? rij.afgesloten : bereik === 'huis' || rij.mijn !== null;

export const heeftGeenMdo = (rij: Casusrij): boolean =>
  !rij.afgesloten &&
  rij.volgendMdo === null &&
  (rij.stap === 'start-mdo' || rij.stap === 'plan' || rij.stap === 'monitoring');

export function voldoet(rij: Casusrij, bereik: Bereik, f: Filters): boolean {
  return (
    inBereik(rij, bereik) &&
    (bereik === 'afgesloten' || !f.lopend || !rij.afgesloten) &&
    (!f.laat || rij.teLaat > 0) &&
    (!f.verschil || rij.heeftVerschil) &&
    (!f.geenMdo || heeftGeenMdo(rij)) &&
    (!f.ave4 || rij.ave === 4) &&
    (f.gemeente === null || rij.gemeente === f.gemeente) &&
    (f.tafel === null || rij.tafel === f.tafel) &&
    (f.stap === null || rij.stap === f.stap)
  );
}

/** Rows that pass search and filters, sorted; found by name comes before found in text. `raak` is null when nothing is searched. */
export function kiesRijen(
  rijen: readonly Casusrij[],
  stand: Pick<Lijststand, 'bereik' | 'filters' | 'sorteer'>,
  raak: ReadonlyMap<string, Vondst> | null,
): readonly Casusrij[] {
  const { bereik, filters, sorteer } = stand;
  return rijen
    .filter((r) => (raak === null || raak.has(r.id)) && voldoet(r, bereik, filters))
    .sort(metVondst(raak, vergelijker(sorteer.kolom, sorteer.op)));
}

function metVondst(raak: ReadonlyMap<string, Vondst> | null, dan: Vergelijker): Vergelijker {
  if (raak === null) return dan;
  const rang = (r: Casusrij) => (raak.get(r.id) === 'naam' ? 0 : 1);
  return (a, b) => rang(a) - rang(b) || dan(a, b);
}

type Vergelijker = (a: Casusrij, b: Casusrij) => number;

const opNaam: Vergelijker = (a, b) => vergelijkNamen(a.titel, b.titel);

/** Without a meeting comes last in both directions: it has no place in time. */
function opMdo(a: Casusrij, b: Casusrij, op: boolean): number {
  const links = a.volgendMdo;
  const rechts = b.volgendMdo;
  if (links === null || rechts === null) {
    return (links === null ? 1 : 0) - (rechts === null ? 1 : 0) || a.dagen - b.dagen;
  }
  const verschil = opTekens(
    `${links.datum} ${links.begin ?? '99'}`,
    `${rechts.datum} ${rechts.begin ?? '99'}`,
  );
  return op ? verschil : -verschil;
}

const OP: Readonly<Record<Exclude<Kolom, 'mdo'>, Vergelijker>> = {
  betrokkene: opNaam,
  nummer: (a, b) => opTekens(a.nummer, b.nummer),
  gemeente: (a, b) => vergelijkTekst(a.gemeente, b.gemeente),
  stap: (a, b) => a.stapindex - b.stapindex,
  ave: (a, b) => (a.ave ?? 0) - (b.ave ?? 0),
  regisseur: (a, b) => vergelijkTekst(a.regisseur, b.regisseur),
  acties: (a, b) => a.openActies - b.openActies,
  laat: (a, b) => a.teLaat - b.teLaat,
  dagen: (a, b) => a.dagen - b.dagen,
};

export function vergelijker(kolom: Kolom, op: boolean): Vergelijker {
  if (kolom === 'mdo') return (a, b) => opMdo(a, b, op) || opNaam(a, b);
  const eerst = OP[kolom];
  return (a, b) => (op ? eerst(a, b) : -eerst(a, b)) || opNaam(a, b);
}

export interface Filtertellingen {
  readonly lopend: number;
  readonly laat: number;
  readonly verschil: number;
  readonly geenMdo: number;
  readonly ave4: number;
  readonly gemeente: readonly (readonly [string, number])[];
  readonly tafel: readonly (readonly [string, number])[];
  readonly stap: ReadonlyMap<Stap, number>;
}

/** How many each filter would leave within the scope, apart from the other filters. */
export function telFilters(rijen: readonly Casusrij[], bereik: Bereik): Filtertellingen {
  const basis = rijen.filter(
    (r) => inBereik(r, bereik) && (bereik === 'afgesloten' || !r.afgesloten),
  );
  const per = (veld: 'gemeente' | 'tafel') => {
    const tellingen = new Map<string, number>();
    for (const r of basis) tellingen.set(r[veld], (tellingen.get(r[veld]) ?? 0) + 1);
    return [...tellingen].sort((a, b) => vergelijkTekst(a[0], b[0]));
  };
  const stap = new Map<Stap, number>();
  for (const r of basis) stap.set(r.stap, (stap.get(r.stap) ?? 0) + 1);
  const tel = (f: (r: Casusrij) => boolean) => basis.filter(f).length;
  return {
    lopend: basis.length,
    laat: tel((r) => r.teLaat > 0),
    verschil: tel((r) => r.heeftVerschil),
    geenMdo: tel(heeftGeenMdo),
    ave4: tel((r) => r.ave === 4),
    gemeente: per('gemeente'),
    tafel: per('tafel'),
    stap,
  };
}

/** CSV as spreadsheets open it: `;`, CRLF, UTF-8 with a mark. */
export function naarCsv(
  koppen: readonly string[],
  rijen: readonly (readonly (string | number | null)[])[],
): string {
  return `\uFEFF${[koppen, ...rijen].map((rij) => rij.map(csvCel).join(';')).join('\r\n')}\r\n`;
}

/**
 * A cell that a spreadsheet would take for a formula gets an apostrophe in front: text of a file must
 * never be carried out on the computer of who opens the export.
 */
export function csvCel(waarde: string | number | null): string {
  if (waarde === null) return '';
  if (typeof waarde === 'number') return String(waarde);
  const veilig = /^[=+\-@\t\r]/.test(waarde) ? `'${waarde}` : waarde;
  return /[";\r\n]/.test(veilig) ? `"${veilig.replaceAll('"', '""')}"` : veilig;
}

/** The columns of the export, in the order of the canonical import where they are the same. */
export function exportrij(rij: Casusrij, vandaag: IsoDate): readonly (string | number | null)[] {
  const { casus } = rij;
  return [
    casus.nummer,
    casus.titel,
    casus.gemeente,
    casus.tafel,
    casus.stap,
    casus.aveFase,
    casus.procesregisseur,
    casus.startdatum,
    casus.sluitdatum,
    rij.volgendMdo?.datum ?? null,
    rij.openActies,
    rij.teLaat,
    rij.dagen,
    vandaag,
  ];
}
