/**
 * What the lists show of the caseload, from the point of view of the member that looks at it.
 *
 * All functions are pure. The hooks keep the result as long as the arrays of the vault are the same
 * objects, so a keystroke in a filter costs no grouping.
 */
import {
  CRITERIA,
  type Aanmelding,
  type Actie,
  type Betrokkene,
  type Casus,
  type Gebeurtenis,
  type Meting,
  type Overleg,
} from '../../shared/schema/index.js';
import {
  korteNaam,
  maakCasusregels,
  nummerOverleggen,
  overlegTitel,
  staatNogTeKomen,
  stapIndex,
  vergelijkOverleg,
  type Casusdocumenten,
  type Casusregel,
  type IsoDate,
} from '../../shared/domein/index.js';
import type { Onveranderlijk } from '../vault/types.js';

export type CasusDoc = Onveranderlijk<Casus>;
export type ActieDoc = Onveranderlijk<Actie>;
export type OverlegDoc = Onveranderlijk<Overleg>;
export type MetingDoc = Onveranderlijk<Meting>;
export type BetrokkeneDoc = Onveranderlijk<Betrokkene>;
export type GebeurtenisDoc = Onveranderlijk<Gebeurtenis>;
export type AanmeldingDoc = Onveranderlijk<Aanmelding>;

export interface Casusrij extends Casusregel {
  readonly casus: CasusDoc;
  /** Case number without the prefix of the house: `2026-0041`. */
  readonly kortNummer: string;
  readonly stapindex: number;
  readonly mijn: 'regie' | 'back-up' | null;
}

export interface Ik {
  readonly id: string;
  readonly naam: string;
  readonly organisatie: string;
}

/** Asked of every case and every action. */
const korteNamen = new WeakMap<Ik, string>();

/** Whether a name that stands in a document is that of this member: in full, or `J. Wouters`. */
export function isIk(naam: string | null, ik: Ik): boolean {
  if (naam === null || naam === '') return false;
  let kort = korteNamen.get(ik);
  if (kort === undefined) korteNamen.set(ik, (kort = korteNaam(ik.naam)));
  return naam === ik.naam || naam === kort;
}

export function maakCasusrijen(
  documenten: Casusdocumenten,
  ik: Ik,
  vandaag: IsoDate,
): readonly Casusrij[] {
  const regels = maakCasusregels(documenten, vandaag);
  return documenten.casussen.flatMap((casus, i) => {
    const regel = regels[i];
    if (regel === undefined) return [];
    return {
      ...regel,
      casus,
      kortNummer: casus.nummer.replace(/^[A-Za-z]+-/, ''),
      stapindex: stapIndex(casus.stap),
      mijn: mijnRol(casus, ik),
    };
  });
}

export function mijnRol(casus: CasusDoc, ik: Ik): Casusrij['mijn'] {
  if (isIk(casus.procesregisseur, ik)) return 'regie';
  return isIk(casus.backupRegisseur, ik) ? 'back-up' : null;
}

/** Open actions: what is latest first, without deadline last. */
export function opDeadline(acties: readonly ActieDoc[]): readonly ActieDoc[] {
  const sleutel = (a: ActieDoc) => `${a.deadline ?? '9999'} ${a.omschrijving} ${a.id}`;
  return acties
    .filter((a) => a.status === 'open')
    .map((a) => ({ a, s: sleutel(a) }))
    .sort((x, y) => (x.s < y.s ? -1 : x.s > y.s ? 1 : 0))
    .map(({ a }) => a);
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
export function criteriaKlaar(criteria: AanmeldingDoc['criteria']): {
  readonly gemotiveerd: number;
  readonly voldaan: number;
} {
  const klaar = CRITERIA.map((c) => criteria[c]).filter(
    (c) => c.voldaan !== null && c.motivering.trim() !== '',
  );
  return { gemotiveerd: klaar.length, voldaan: klaar.filter((c) => c.voldaan === true).length };
}

/** What a meeting is called among all meetings of its case: `Start-MDO`, `Vervolg-MDO 2`. */
export function overlegnaam(overleg: OverlegDoc, vanCasus: readonly OverlegDoc[]): string {
  return overlegTitel(overleg, nummerOverleggen(vanCasus).get(overleg.id) ?? 1);
}

/**
 * The meeting that the user must be ready for: of the own cases first, else of the house. `nu` is the
 * time of day, `uu:mm`; a meeting of today that is over counts no more.
 */
export function eerstvolgende(
  overleggen: readonly OverlegDoc[],
  vanMij: (overleg: OverlegDoc) => boolean,
  vandaag: IsoDate,
  nu: string,
): OverlegDoc | null {
  const komend = overleggen
    .filter(
      (o) =>
        staatNogTeKomen(o, vandaag) &&
        (o.status === 'bezig' || o.datum > vandaag || (o.eind ?? laterOp(o.begin)) >= nu),
    )
    .sort(vergelijkOverleg);
  return komend.find(vanMij) ?? komend[0] ?? null;
}

/** A meeting without an end is thought to last two hours. */
function laterOp(begin: string | null): string {
  if (begin === null) return '23:59';
  const uur = Math.min(23, Number(begin.slice(0, 2)) + 2);
  return `${String(uur).padStart(2, '0')}:${begin.slice(3)}`;
}
