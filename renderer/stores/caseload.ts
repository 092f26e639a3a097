/**
 * What the lists show of the caseload: one row per case, put together from its documents.
 *
 * All functions are pure. The hooks keep the result as long as the arrays of the vault are the same
 * objects, so a keystroke in a filter costs no grouping.
 */
import {
  STAPPEN,
  type Actie,
  type Casus,
  type OpenConflict,
  type Overleg,
} from '../../shared/schema/index.js';
import {
  dagen,
  hoofdletter,
  korteNaam,
  sorteernaam,
  teLaat,
  type IsoDate,
} from '../../shared/domein/index.js';
import type { Onveranderlijk } from '../vault/types.js';

export type CasusDoc = Onveranderlijk<Casus>;
export type ActieDoc = Onveranderlijk<Actie>;
export type OverlegDoc = Onveranderlijk<Overleg>;

/** A document with everything that a conflict screen needs to know of it. */
export interface MetConflicten {
  readonly id: string;
  readonly gewijzigdOp: string;
  readonly conflicten: readonly Onveranderlijk<OpenConflict>[];
}

export interface Casusrij {
  readonly casus: CasusDoc;
  readonly id: string;
  /** Lower-case surname first, for the alphabet. */
  readonly alfabet: string;
  /** Case number without the prefix of the house: `2026-0041`. */
  readonly kortNummer: string;
  readonly stapindex: number;
  readonly gesloten: boolean;
  readonly mijn: 'regie' | 'back-up' | null;
  readonly volgendMdo: OverlegDoc | null;
  readonly openActies: number;
  readonly teLaat: number;
  /** Days that the case runs, or has run. */
  readonly dagen: number;
  readonly verschillen: number;
}

export interface Ik {
  readonly id: string;
  readonly naam: string;
  readonly organisatie: string;
}

/** Whether a name that stands in a document is that of this member: `J. Wouters` or in full. */
export function isIk(naam: string | null, ik: Ik): boolean {
  return naam !== null && naam !== '' && (naam === ik.naam || naam === korteNaam(ik.naam));
}

export function groepeer<T extends { readonly casus: string }>(
  docs: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groepen = new Map<string, T[]>();
  for (const doc of docs) {
    const groep = groepen.get(doc.casus);
    if (groep === undefined) groepen.set(doc.casus, [doc]);
    else groep.push(doc);
  }
  return groepen;
}

/** Meetings that are still to come or under way today, earliest first. */
export function komendeOverleggen(
  overleggen: readonly OverlegDoc[],
  vandaag: IsoDate,
): readonly OverlegDoc[] {
  return overleggen
    .filter((o) => o.datum >= vandaag && (o.status === 'gepland' || o.status === 'bezig'))
    .sort(vergelijkMoment);
}

export function vergelijkMoment(a: OverlegDoc, b: OverlegDoc): number {
  const links = `${a.datum} ${a.begin ?? '99'}`;
  const rechts = `${b.datum} ${b.begin ?? '99'}`;
  return links < rechts ? -1 : links > rechts ? 1 : 0;
}

export interface Bronnen {
  readonly casussen: readonly CasusDoc[];
  readonly acties: readonly ActieDoc[];
  readonly overleggen: readonly OverlegDoc[];
  /** Open conflicts per case, of every collection. */
  readonly verschillenPerCasus: ReadonlyMap<string, number>;
}

export function maakCasusrijen(bronnen: Bronnen, ik: Ik, vandaag: IsoDate): readonly Casusrij[] {
  const acties = groepeer(bronnen.acties);
  const overleggen = groepeer(bronnen.overleggen);
  return bronnen.casussen.map((casus) => {
    const open = (acties.get(casus.id) ?? []).filter((a) => a.status === 'open');
    const gesloten = casus.sluitdatum !== null && casus.sluitdatum <= vandaag;
    return {
      casus,
      id: casus.id,
      alfabet: sorteernaam(casus.titel),
      kortNummer: casus.nummer.replace(/^[A-Za-z]+-/, ''),
      stapindex: STAPPEN.indexOf(casus.stap),
      gesloten,
      mijn: isIk(casus.procesregisseur, ik)
        ? 'regie'
        : isIk(casus.backupRegisseur, ik)
          ? 'back-up'
          : null,
      volgendMdo: komendeOverleggen(overleggen.get(casus.id) ?? [], vandaag)[0] ?? null,
      openActies: open.length,
      teLaat: open.filter((a) => teLaat(a.deadline, vandaag) > 0).length,
      dagen: Math.max(0, dagen(casus.startdatum, casus.sluitdatum ?? vandaag)),
      verschillen: bronnen.verschillenPerCasus.get(casus.id) ?? 0,
    };
  });
}

/** Open actions: what is latest first, without deadline last. */
export function opDeadline(acties: readonly ActieDoc[]): readonly ActieDoc[] {
  return acties.toSorted((a, b) => {
    const links = a.deadline ?? '9999-12-31';
    const rechts = b.deadline ?? '9999-12-31';
    return links < rechts ? -1 : links > rechts ? 1 : a.omschrijving < b.omschrijving ? -1 : 1;
  });
}

export type Vanwie = 'mijn' | 'mijn-casussen' | 'huis';

/**
 * Whose action it is. Mine: with my name, or with nobody's name, for my organisation, in a case of
 * which I have the regie.
 */
export function isMijnActie(actie: ActieDoc, casus: CasusDoc | undefined, ik: Ik): boolean {
  if (isIk(actie.eigenaarNaam, ik)) return true;
  return (
    (actie.eigenaarNaam === null || actie.eigenaarNaam === '') &&
    actie.eigenaar === ik.organisatie &&
    casus !== undefined &&
    isIk(casus.procesregisseur, ik)
  );
}

/** How far the criteria of an aanmelding are: counted when judged and motivated. */
export function criteriaKlaar(
  criteria: {
    readonly [c in 'a' | 'b' | 'c' | 'd']: {
      readonly voldaan: boolean | null;
      readonly motivering: string;
    };
  },
): { readonly gemotiveerd: number; readonly voldaan: number } {
  const alle = [criteria.a, criteria.b, criteria.c, criteria.d];
  const klaar = alle.filter((c) => c.voldaan !== null && c.motivering.trim() !== '');
  return { gemotiveerd: klaar.length, voldaan: klaar.filter((c) => c.voldaan === true).length };
}

/**
 * What a meeting is called: `Start-MDO`, `Vervolg-MDO 2`. Numbered within its kind, in order of date;
 * `vanCasus` are all meetings of the case.
 */
export function overlegnaam(overleg: OverlegDoc, vanCasus: readonly OverlegDoc[]): string {
  const naam = hoofdletter(overleg.soort);
  if (overleg.soort === 'start-MDO') return naam;
  const rij = vanCasus.filter((o) => o.soort === overleg.soort).toSorted(vergelijkMoment);
  const plaats = rij.findIndex((o) => o.id === overleg.id);
  return plaats < 0 ? naam : `${naam} ${plaats + 1}`;
}

/** The meeting that the user must be ready for: of the own cases first, else of the house. */
export function eerstvolgende(
  overleggen: readonly OverlegDoc[],
  vanMij: (overleg: OverlegDoc) => boolean,
  vandaag: IsoDate,
  nu: string,
): OverlegDoc | null {
  const komend = komendeOverleggen(overleggen, vandaag).filter(
    (o) => o.status === 'bezig' || o.datum > vandaag || (o.eind ?? laterOp(o.begin)) >= nu,
  );
  return komend.find(vanMij) ?? komend[0] ?? null;
}

/** A meeting without an end is thought to last two hours. */
function laterOp(begin: string | null): string {
  if (begin === null) return '23:59';
  const uur = Math.min(23, Number(begin.slice(0, 2)) + 2);
  return `${String(uur).padStart(2, '0')}:${begin.slice(3)}`;
}
