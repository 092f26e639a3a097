/**
 * How a case went: two moments beside each other, and what chosen cases have in common (casusverloop-onderzoek,
 * dossier A2 rows 19 and 20). It counts and compares; what it means people say.
 */
import type { Meting } from '../schema/index.js';
import { dagen } from './datums.js';
import { leefgebiedLabel, verloop, type Leefgebiedenlijst, type Verloop } from './leefgebieden.js';
import type { IsoDate, Onveranderlijk, Taal } from './soorten.js';
import { opTekens } from './tekst.js';

type Meetmoment = Onveranderlijk<Pick<Meting, 'id' | 'datum' | 'lijst' | 'scores'>>;

/** One leefgebied at two moments; a score is null where it was not given. */
export interface Vergelijkregel {
  readonly code: string;
  readonly label: string;
  readonly van: number | null;
  readonly naar: number | null;
  /** `naar` less `van`; null when one is missing, or the scales differ. */
  readonly verschil: number | null;
  readonly verloop: Verloop | null;
  readonly toelichtingVan: string;
  readonly toelichtingNaar: string;
}

export interface Meetvergelijking {
  readonly regels: readonly Vergelijkregel[];
  readonly beter: number;
  readonly gelijk: number;
  readonly minder: number;
  /** Leefgebieden that were not scored at both moments. */
  readonly open: number;
  /** Both moments were scored on one scale: without that, figures say nothing about each other. */
  readonly zelfdeSchaal: boolean;
  readonly dagen: number;
}

type Schalen = (code: string) => Leefgebiedenlijst;

/** @param lijst the list of leefgebieden of a code such as `leefgebieden@2` */
export function vergelijkMetingen(
  van: Meetmoment,
  naar: Meetmoment,
  lijst: Schalen,
  taal: Taal = 'nl',
): Meetvergelijking {
  const [eerst, later] = [lijst(van.lijst), lijst(naar.lijst)];
  const zelfdeSchaal =
    eerst.schaal.van === later.schaal.van && eerst.schaal.tot === later.schaal.tot;
  const volgorde = [...later.waarden, ...eerst.waarden].map((w) => w.id);
  const codes = new Set([...volgorde, ...Object.keys(van.scores), ...Object.keys(naar.scores)]);
  const regels = [...codes].map((code): Vergelijkregel => {
    const [a, b] = [van.scores[code], naar.scores[code]];
    const [oud, nieuw] = [a?.score ?? null, b?.score ?? null];
    const beide = oud !== null && nieuw !== null && zelfdeSchaal;
    const bron = later.waarden.some((w) => w.id === code) ? later : eerst;
    return {
      code,
      label: leefgebiedLabel(code, taal, bron),
      van: oud,
      naar: nieuw,
      verschil: beide ? nieuw - oud : null,
      verloop: beide ? verloop(oud, nieuw) : null,
      toelichtingVan: a?.toelichting ?? '',
      toelichtingNaar: b?.toelichting ?? '',
    };
  });
  const tel = (v: Verloop): number => regels.filter((r) => r.verloop === v).length;
  return {
    regels,
    beter: tel('beter'),
    gelijk: tel('gelijk'),
    minder: tel('minder'),
    open: regels.filter((r) => r.verloop === null).length,
    zelfdeSchaal,
    dagen: dagen(van.datum, naar.datum),
  };
}

/** A case of which the course is looked at, from its first meting to its last. */
export interface Casusverloop<C> {
  readonly casus: C;
  readonly vergelijking: Meetvergelijking;
  readonly van: IsoDate;
  readonly naar: IsoDate;
  readonly metingen: number;
}

/** Null with fewer than two metingen: there is no course yet. */
export function casusverloop<C>(
  casus: C,
  metingen: readonly Meetmoment[],
  lijst: Schalen,
  taal: Taal = 'nl',
): Casusverloop<C> | null {
  const opTijd = metingen.toSorted((a, b) => opTekens(a.datum, b.datum) || opTekens(a.id, b.id));
  const [eerste, laatste] = [opTijd[0], opTijd.at(-1)];
  if (eerste === undefined || laatste === undefined || eerste.id === laatste.id) return null;
  return {
    casus,
    vergelijking: vergelijkMetingen(eerste, laatste, lijst, taal),
    van: eerste.datum,
    naar: laatste.datum,
    metingen: opTijd.length,
  };
}

/** One leefgebied over the chosen cases: in how many it went which way. */
export interface Verlooptelling {
  readonly code: string;
  readonly label: string;
  readonly beter: number;
  readonly gelijk: number;
  readonly minder: number;
}

export function telVerloop(gekozen: readonly Casusverloop<unknown>[]): readonly Verlooptelling[] {
  const per = new Map<string, { label: string; beter: number; gelijk: number; minder: number }>();
  for (const { vergelijking } of gekozen)
    for (const { code, label, verloop: v } of vergelijking.regels) {
      const telling = per.get(code) ?? { label, beter: 0, gelijk: 0, minder: 0 };
      if (v !== null) telling[v] += 1;
      per.set(code, telling);
    }
  return [...per].map(([code, telling]) => ({ code, ...telling }));
}
