/**
 * The criteria that an aanmelding is judged by: the four of the law, those of the region and those of the tafel
 * (dossier A1 rows 2–5). Each has a version; a judgement keeps the version that it was made on, and of what houses
 * set themselves the text too.
 */
import { CRITERIA, type Aanmelding, type Huisdocument } from '../schema/index.js';
import type { IsoDate, Onveranderlijk } from './soorten.js';

/** Of the text below; a changed text is a new version beside the old one. */
export const WGS_VERSIE = 'wgs@1';

export type Wgscriterium = (typeof CRITERIA)[number];

/** Text of the statutory criteria by version (WGS; dossier A1 row 2). Dutch, as the law has it. */
export const WGS_TEKSTEN: Readonly<Record<string, Readonly<Record<Wgscriterium, string>>>> = {
  [WGS_VERSIE]: {
    a: 'Er zijn problemen bij de betrokkene of in de gezinssituatie, als die relevant is voor de betrokkene',
    b: 'Op meerdere leefgebieden, met criminogene factoren',
    c: 'Die leiden, hebben geleid of naar duidelijke en objectieve aanwijzingen zonder interventie zouden gaan leiden tot ernstige overlast, criminaliteit of onveilige situaties voor personen of binnen een gebied',
    d: 'Samenwerking tussen deelnemers uit meerdere domeinen is noodzakelijk voor een effectief plan van aanpak',
  },
};

export type Criteriumoordeel = Onveranderlijk<Aanmelding['criteria'][Wgscriterium]>;
export type AanvullendOordeel = Onveranderlijk<NonNullable<Aanmelding['aanvullend']>[number]>;

/** Judged, with why. */
export const isBeoordeeld = (c: Pick<Criteriumoordeel, 'voldaan' | 'motivering'>): boolean =>
  c.voldaan !== null && c.motivering.trim() !== '';

/** A criterion of the house or of a tafel, as it is asked now. */
export interface Aanvullendcriterium {
  /** Unique among all of a house: `regio:…`, `tafel:…`. */
  readonly id: string;
  readonly tekst: string;
  readonly toelichting: string;
  /** For example `regio@3`, `Complexe casuïstiek@2`. */
  readonly versie: string;
}

type Huis = Onveranderlijk<Extract<Huisdocument, { soort: 'huis' }>>;
export type Regiocriterium = NonNullable<Huis['criteria']>['lijst'][number];

/** Whether a criterion of the region counts on this day. */
export const geldtOp = (c: Pick<Regiocriterium, 'van' | 'tot'>, op: IsoDate): boolean =>
  (c.van === null || c.van <= op) && (c.tot === null || c.tot >= op);

/** The criteria of the region that count for an aanmelding of this day. */
export function regiocriteria(criteria: Huis['criteria'], op: IsoDate): Aanvullendcriterium[] {
  if (criteria === undefined) return [];
  return criteria.lijst
    .filter((c) => geldtOp(c, op))
    .map(({ id, tekst, toelichting }) => ({
      id: `regio:${id}`,
      tekst,
      toelichting,
      versie: `regio@${criteria.versie}`,
    }));
}

/** The criteria of a tafel, as it is set up now. */
export const tafelcriteria = (
  tafel: string,
  {
    versie,
    criteria,
  }: Onveranderlijk<{ versie: number; criteria: { id: string; tekst: string }[] }>,
): Aanvullendcriterium[] =>
  criteria.map(({ id, tekst }) => ({
    id: `tafel:${tafel}:${id}`,
    tekst,
    toelichting: '',
    versie: `${tafel}@${versie}`,
  }));

/** Whether a judgement is on a criterion of this tafel. */
export const isVanTafel = ({ id }: Pick<AanvullendOordeel, 'id'>, tafel: string): boolean =>
  id.startsWith(`tafel:${tafel}:`);

const ONBEOORDEELD = { voldaan: null, motivering: '' } as const;

/** What is asked, each with its judgement; what was judged and is not asked any more comes after it. */
export function metOordeel(
  gevraagd: readonly Aanvullendcriterium[],
  aanvullend: readonly AanvullendOordeel[] = [],
): readonly { readonly criterium: Aanvullendcriterium; readonly oordeel: Criteriumoordeel }[] {
  const oordelen = new Map(aanvullend.map((o) => [o.id, o]));
  const rijen = gevraagd.map((criterium) => {
    const oordeel = oordelen.get(criterium.id);
    oordelen.delete(criterium.id);
    // Judged on another text: that is the one to read it with.
    return oordeel === undefined || !isBeoordeeld(oordeel)
      ? { criterium, oordeel: oordeel ?? ONBEOORDEELD }
      : { criterium: alsGevraagd(oordeel, criterium.toelichting), oordeel };
  });
  const eerder = [...oordelen.values()]
    .filter((o) => o.voldaan !== null || o.motivering.trim() !== '')
    .map((oordeel) => ({ criterium: alsGevraagd(oordeel, ''), oordeel }));
  return [...rijen, ...eerder];
}

const alsGevraagd = (o: AanvullendOordeel, toelichting: string): Aanvullendcriterium => ({
  id: o.id,
  tekst: o.tekst,
  toelichting,
  versie: o.versie ?? '',
});

/** A changed list of regional criteria: its version goes up, so that earlier judgements stay on the text of then. */
export const nieuweRegiolijst = (
  nu: Huis['criteria'],
  lijst: readonly Regiocriterium[],
): NonNullable<Extract<Huisdocument, { soort: 'huis' }>['criteria']> => ({
  versie: (nu?.versie ?? 0) + 1,
  lijst: lijst.map((c) => ({ ...c })),
});

/** Why a criterion of the region cannot be kept like this; null when it can. */
export function regiocriteriumFout(c: Regiocriterium): 'tekst' | 'periode' | null {
  if (c.tekst.trim() === '') return 'tekst';
  return c.van !== null && c.tot !== null && c.tot < c.van ? 'periode' : null;
}
