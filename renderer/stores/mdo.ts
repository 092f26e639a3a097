/**
 * What an MDO shows, read from documents: pure, without React and without a vault. Writing is in
 * `mdo-schrijf.ts`.
 */
import { nummerOverleggen, overlegTitel } from '../../shared/domein/casusregels.js';
import { opTekens } from '../../shared/domein/tekst.js';
import type {
  Actie,
  Casus,
  Fase,
  Gebeurtenis,
  Meting,
  Overleg,
} from '../../shared/schema/index.js';
import { FASEN } from '../../shared/schema/index.js';
import type { Onveranderlijk } from '../vault/types.js';
import type { AutorisatieDoc } from './autorisaties.js';

export type OverlegDoc = Onveranderlijk<Overleg>;
export type MetingDoc = Onveranderlijk<Meting>;
export type ActieDoc = Onveranderlijk<Actie>;
export type CasusDoc = Onveranderlijk<Casus>;
export type GebeurtenisDoc = Onveranderlijk<Gebeurtenis>;
export type AgendapuntDoc = OverlegDoc['agenda'][number];
export type DeelnemerDoc = OverlegDoc['deelnemers'][number];

/** What an agenda item puts on the floor. */
export type Puntsoort =
  | 'opening'
  | 'pitch'
  | 'feiten'
  | 'scoren'
  | 'notulen'
  | 'ave'
  | 'besluiten'
  | 'informering'
  | 'afronding';

const HERKEND: readonly (readonly [RegExp, Puntsoort])[] = [
  [/pitch/i, 'pitch'],
  [/feit|stand van zaken/i, 'feiten'],
  [/leefgebied|scor/i, 'scoren'],
  [/\bave\b|opschal|afschal/i, 'ave'],
  [/informer/i, 'informering'],
  [/besluit|actie|afspra/i, 'besluiten'],
];

/**
 * Agendas differ per house and are free text, so the floor follows the words of the title. An item
 * that says none of them gets the minutes of its phase.
 */
export function puntsoort(punt: Pick<AgendapuntDoc, 'fase' | 'titel'>): Puntsoort {
  if (punt.fase === 'opening') return 'opening';
  if (punt.fase === 'afronding') return 'afronding';
  return HERKEND.find(([patroon]) => patroon.test(punt.titel))?.[1] ?? 'notulen';
}

export interface Faseblok {
  readonly fase: Fase;
  readonly minuten: number;
  readonly punten: readonly AgendapuntDoc[];
  readonly stand: 'klaar' | 'nu' | 'straks';
}

/** The agenda by phase, in the order of BOB; within a phase in the order in which it was made. */
export function agendablokken(overleg: OverlegDoc): readonly Faseblok[] {
  const nu = overleg.fase === null ? -1 : FASEN.indexOf(overleg.fase);
  const voorbij = overleg.status === 'concept' || overleg.status === 'vastgesteld';
  return FASEN.map((fase, index) => {
    const punten = overleg.agenda.filter((p) => p.fase === fase);
    return {
      fase,
      punten,
      minuten: punten.reduce((som, p) => som + p.minuten, 0),
      stand: voorbij || index < nu ? 'klaar' : index === nu ? 'nu' : 'straks',
    } as const;
  }).filter((blok) => blok.punten.length > 0 || blok.stand === 'nu');
}

/** All items in the order in which they are taken. */
export function agendavolgorde(overleg: OverlegDoc): readonly AgendapuntDoc[] {
  return FASEN.flatMap((fase) => overleg.agenda.filter((p) => p.fase === fase));
}

/** First item that is not ticked off in the present phase, else the first open one, else the last. */
export function eerstePunt(overleg: OverlegDoc): AgendapuntDoc | undefined {
  const punten = agendavolgorde(overleg);
  return (
    punten.find((p) => p.fase === overleg.fase && !p.klaar) ??
    punten.find((p) => p.fase === overleg.fase) ??
    punten.find((p) => !p.klaar) ??
    punten.at(-1)
  );
}

export interface Faseklok {
  readonly fase: Fase;
  /** Seconds that the phase may take; 0 when nothing was planned. */
  readonly totaal: number;
  readonly verstreken: number;
  /** Negative when it runs over. */
  readonly rest: number;
}

/** The clock of the phase; null when the meeting is not under way. */
export function faseklok(overleg: OverlegDoc, nu: number): Faseklok | null {
  if (overleg.status !== 'bezig' || overleg.fase === null || overleg.faseSinds === null)
    return null;
  const { fase } = overleg;
  const totaal = overleg.agenda.reduce((som, p) => som + (p.fase === fase ? p.minuten : 0), 0) * 60;
  const verstreken = Math.max(0, Math.floor((nu - Date.parse(overleg.faseSinds)) / 1000));
  return { fase, totaal, verstreken, rest: totaal - verstreken };
}

/** `8:12`, `1:02:30`; without a sign. */
export function klokcijfers(seconden: number): string {
  const s = Math.abs(Math.trunc(seconden));
  const twee = (n: number): string => String(n).padStart(2, '0');
  const uren = Math.floor(s / 3600);
  const minuten = Math.floor((s % 3600) / 60);
  return uren > 0 ? `${uren}:${twee(minuten)}:${twee(s % 60)}` : `${minuten}:${twee(s % 60)}`;
}

/** MDO's of the same case in order of date; cancelled ones do not exist. */
export function reeks(overleggen: readonly OverlegDoc[], casus: string): readonly OverlegDoc[] {
  return overleggen
    .filter((o) => o.casus === casus)
    .sort(
      (a, b) =>
        opTekens(a.datum, b.datum) ||
        opTekens(a.begin ?? '', b.begin ?? '') ||
        opTekens(a.id, b.id),
    );
}

/** `Vervolg-MDO 3`. */
export function overlegnaam(overleg: OverlegDoc, alle: readonly OverlegDoc[]): string {
  return overlegTitel(overleg, nummerOverleggen(alle).get(overleg.id) ?? 1);
}

export function vorigOverleg(
  overleg: OverlegDoc,
  alle: readonly OverlegDoc[],
): OverlegDoc | undefined {
  const rij = reeks(alle, overleg.casus);
  return rij[rij.findIndex((o) => o.id === overleg.id) - 1];
}

/** Metingen of the case before this meeting that hold at least one score, oldest first. */
export function eerdereMetingen(
  metingen: readonly MetingDoc[],
  overleg: OverlegDoc,
): readonly MetingDoc[] {
  return metingen
    .filter(
      (m) => m.casus === overleg.casus && m.overleg !== overleg.id && m.datum <= overleg.datum,
    )
    .filter((m) => Object.values(m.scores).some((s) => s.score !== null))
    .sort((a, b) => opTekens(a.datum, b.datum) || opTekens(a.id, b.id));
}

/** Facts recorded since the previous meeting; without one, all of them. Newest first. */
export function nieuweFeiten(
  gebeurtenissen: readonly GebeurtenisDoc[],
  overleg: OverlegDoc,
  vorig: OverlegDoc | undefined,
): readonly GebeurtenisDoc[] {
  return (
    gebeurtenissen
      // What is for fewer eyes (another vak) is not for the table: not everybody there may see it.
      .filter((g) => g.casus === overleg.casus && g.vak === overleg.vak && g.soort === 'feit')
      .filter((g) => g.datum <= overleg.datum && (vorig === undefined || g.datum >= vorig.datum))
      .sort((a, b) => opTekens(b.datum, a.datum) || opTekens(a.id, b.id))
  );
}

/** Actions of earlier meetings that are still open, the most urgent first. */
export function lopendeActies(
  acties: readonly ActieDoc[],
  overleg: OverlegDoc,
): readonly ActieDoc[] {
  return acties
    .filter((a) => a.casus === overleg.casus && a.overleg !== overleg.id && a.status === 'open')
    .sort((a, b) => opTekens(a.deadline ?? '9999', b.deadline ?? '9999') || opTekens(a.id, b.id));
}

/** Actions agreed at this meeting, in the order in which they were agreed as far as known. */
export function actiesVan(acties: readonly ActieDoc[], overleg: OverlegDoc): readonly ActieDoc[] {
  return acties.filter((a) => a.overleg === overleg.id);
}

export function telAanwezig(overleg: OverlegDoc): number {
  return overleg.deelnemers.filter((d) => d.status === 'aanwezig' || d.status === 'telefonisch')
    .length;
}

/** What still lacks before the minutes can be made final, and what stands in the way. */
export interface Nognodig {
  /** Number of leefgebieden without a score and without a word on why. */
  readonly scores: number;
  readonly aanwezigen: boolean;
  readonly besluitOfActie: boolean;
  readonly volgendeDatum: boolean;
  readonly informering: boolean;
  /** Actions without an owner or a deadline. */
  readonly acties: number;
  /** Open differences on decisions, scores, access or ground, in the paths of their documents. */
  readonly verschillen: readonly { readonly soort: Verschilsoort; readonly pad: string }[];
}
export type Verschilsoort = 'besluit' | 'score' | 'toegang' | 'grondslag';

const CASUSVELDEN: Readonly<Record<string, Verschilsoort>> = {
  procesregisseur: 'toegang',
  backupRegisseur: 'toegang',
  casusregieOrganisatie: 'toegang',
  casusregieNaam: 'toegang',
  tafel: 'grondslag',
};

export function nognodig(
  overleg: OverlegDoc,
  meting: MetingDoc | undefined,
  acties: readonly ActieDoc[],
  casus: CasusDoc | undefined,
  leefgebieden: readonly { readonly id: string }[],
  /** Of the case. */
  autorisaties: readonly AutorisatieDoc[],
): Nognodig {
  const soortVan = (veld: string, vast: readonly string[]): boolean =>
    vast.some((v) => veld === v || veld.startsWith(`${v}/`));
  const verschillen: { soort: Verschilsoort; pad: string }[] = [];
  for (const c of overleg.conflicten) {
    if (soortVan(c.id, ['besluiten'])) verschillen.push({ soort: 'besluit', pad: c.id });
    if (soortVan(c.id, ['deelnemers'])) verschillen.push({ soort: 'toegang', pad: c.id });
  }
  for (const c of meting?.conflicten ?? []) verschillen.push({ soort: 'score', pad: c.id });
  for (const c of casus?.conflicten ?? []) {
    const soort = CASUSVELDEN[c.id];
    if (soort !== undefined) verschillen.push({ soort, pad: c.id });
  }
  for (const c of autorisaties.flatMap((a) => a.conflicten)) {
    verschillen.push({ soort: c.id === 'grondslag' ? 'grondslag' : 'toegang', pad: c.id });
  }
  return {
    scores: leefgebieden.filter((l) => !isBesproken(meting, l.id)).length,
    aanwezigen: telAanwezig(overleg) === 0,
    besluitOfActie: overleg.besluiten.length === 0 && acties.length === 0,
    // A case that ends has no next date.
    volgendeDatum:
      overleg.volgendeDatum === null && casus?.stap !== 'afsluiting' && casus?.sluitdatum == null,
    informering: overleg.informering.trim() === '',
    acties: acties.filter((a) => a.eigenaar === '' || a.deadline === null).length,
    verschillen,
  };
}

/** A leefgebied is dealt with when it has a score, or a toelichting that says why it has none. */
export function isBesproken(meting: MetingDoc | undefined, leefgebied: string): boolean {
  const score = meting?.scores[leefgebied];
  return score !== undefined && (score.score !== null || score.toelichting.trim() !== '');
}

/** Whether nothing lacks. */
export function magVaststellen(n: Nognodig): boolean {
  return (
    n.scores === 0 &&
    !n.aanwezigen &&
    !n.besluitOfActie &&
    !n.volgendeDatum &&
    !n.informering &&
    n.acties === 0 &&
    n.verschillen.length === 0
  );
}
