/**
 * Informatieverrijking before the start-MDO (dossier A2 rows 15 to 17): what is asked of which partner and by when,
 * the facts that came, and the pitch that is made of them.
 */
import type {
  Actie,
  Formulier,
  Gebeurtenis,
  Inrichting,
  Meting,
  Registratie,
} from '../schema/index.js';
import { nlDatum, teLaat } from './datums.js';
import { leefgebiedLabel, LEEFGEBIEDEN, type Leefgebiedenlijst } from './leefgebieden.js';
import { vergelijkTekst } from './namen.js';
import type { IsoDate, Onveranderlijk, Taal } from './soorten.js';
import { lokaleVerrijking, type Verrijkingsstand } from './tafels/algemeen.js';
import { opTekens } from './tekst.js';

/** Days that a partner gets, unless people agree otherwise. */
export const UITVRAAG_DAGEN = 14;

type Verzoek = Pick<Onveranderlijk<Actie>, 'status' | 'deadline' | 'soort'>;
type Feit = Onveranderlijk<Gebeurtenis>;

/** A request for information is kept as an action of the partner: on their list, with a deadline. */
export const isVerzoek = (actie: Pick<Onveranderlijk<Actie>, 'soort'>): boolean =>
  actie.soort === 'verrijking';

export type Verzoekstand = 'gevraagd' | 'te-laat' | 'ontvangen' | 'vervallen';

export function verzoekstand({ status, deadline }: Verzoek, vandaag: IsoDate): Verzoekstand {
  if (status === 'afgerond') return 'ontvangen';
  if (status === 'vervallen') return 'vervallen';
  return teLaat(deadline, vandaag) > 0 ? 'te-laat' : 'gevraagd';
}

/** Facts of one leefgebied, the newest first; null is those of none. */
export interface Feitengroep {
  readonly leefgebied: string | null;
  readonly feiten: readonly Feit[];
}

/** Every leefgebied of the list in its order, also without facts, and then what belongs to none of them. */
export function feitenPerLeefgebied(
  gebeurtenissen: readonly Feit[],
  lijst: Pick<Leefgebiedenlijst, 'waarden'> = LEEFGEBIEDEN,
): readonly Feitengroep[] {
  const feiten = gebeurtenissen
    .filter((g) => g.soort === 'feit')
    .toSorted((a, b) => opTekens(b.datum, a.datum) || opTekens(b.gewijzigdOp, a.gewijzigdOp));
  const bekend = new Set(lijst.waarden.map((w) => w.id));
  const rest = feiten.filter((f) => f.leefgebied === null || !bekend.has(f.leefgebied));
  return [
    ...lijst.waarden.map(({ id }) => ({
      leefgebied: id,
      feiten: feiten.filter((f) => f.leefgebied === id),
    })),
    ...(rest.length > 0 ? [{ leefgebied: null, feiten: rest }] : []),
  ];
}

/**
 * A first version of the pitch: what is known of each leefgebied, with the score where there is one, and who
 * said it. Only facts: what people make of them they write themselves.
 */
export function stelPitchSamen(
  groepen: readonly Feitengroep[],
  meting: Onveranderlijk<Pick<Meting, 'scores'>> | null,
  taal: Taal = 'nl',
  lijst: Pick<Leefgebiedenlijst, 'waarden'> = LEEFGEBIEDEN,
): string {
  const overig = taal === 'nl' ? 'Overig' : 'Other';
  return groepen
    .flatMap(({ leefgebied, feiten }) => {
      const score = leefgebied === null ? null : (meting?.scores[leefgebied]?.score ?? null);
      if (feiten.length === 0 && score === null) return [];
      const naam = leefgebied === null ? overig : leefgebiedLabel(leefgebied, taal, lijst);
      const kop = score === null ? naam : `${naam} (score ${score})`;
      const regels = feiten.map((f) => {
        const meer = f.toelichting.trim();
        const wat = meer === '' ? f.titel : `${f.titel}: ${meer}`;
        return `- ${wat} (${f.bron}, ${nlDatum(f.datum, taal)})`;
      });
      return [[kop, ...regels].join('\n')];
    })
    .join('\n\n');
}

/** The checklist of a tafel: its own form, or the one that is shipped (dossier A2 row 16). */
export const checklistVan = (
  inrichting: Onveranderlijk<Pick<Inrichting, 'formulieren'>>,
): Onveranderlijk<Formulier> =>
  inrichting.formulieren.find((f) => f.id === lokaleVerrijking.id) ?? lokaleVerrijking;

export const isChecklist = (r: Onveranderlijk<Registratie>): boolean =>
  r.casus !== null && r.formulier.id === lokaleVerrijking.id;

export interface Leveringstand {
  readonly geleverd: number;
  readonly deels: number;
  readonly niet: number;
  /** Items that are expected: all but those that do not apply. */
  readonly verwacht: number;
  /** Items of which nothing was recorded yet. */
  readonly open: number;
}

/** How a checklist stands; without a registratie everything is open. */
export function leveringstand(
  formulier: Onveranderlijk<Formulier>,
  registratie: Onveranderlijk<Registratie> | null,
): Leveringstand {
  const items = formulier.velden.filter((v) => v.soort === 'keuze');
  const stand = items.map((v) => registratie?.antwoorden[v.id]);
  const aantal = (s: Verrijkingsstand): number => stand.filter((x) => x === s).length;
  return {
    geleverd: aantal('geleverd'),
    deels: aantal('deels'),
    niet: aantal('niet geleverd'),
    verwacht: items.length - aantal('niet van toepassing'),
    open: stand.filter((x) => x === undefined).length,
  };
}

export interface Leveringskwaliteit {
  readonly gemeente: string;
  readonly casussen: number;
  /** Delivered items of the expected ones that were recorded, in whole percents, half up; null without any. */
  readonly percentage: number | null;
  /** Item that was missed most often, as it is called; null when none was. */
  readonly mist: string | null;
}

const HEEL = 100;

/**
 * What each gemeente delivered over the cases with a checklist: `deels` counts half, what does not apply does not
 * count. By name of the gemeente.
 */
export function leveringPerGemeente(
  registraties: readonly Onveranderlijk<Registratie>[],
  gemeenteVan: (casus: string) => string | undefined,
): readonly Leveringskwaliteit[] {
  const per = new Map<string, Onveranderlijk<Registratie>[]>();
  for (const r of registraties) {
    const gemeente = r.casus === null || !isChecklist(r) ? undefined : gemeenteVan(r.casus);
    if (gemeente !== undefined) per.set(gemeente, [...(per.get(gemeente) ?? []), r]);
  }
  return [...per]
    .toSorted(([a], [b]) => vergelijkTekst(a, b))
    .map(([gemeente, docs]) => {
      const gemist = new Map<string, number>();
      let [punten, beoordeeld] = [0, 0];
      for (const { formulier, antwoorden } of docs)
        for (const { id, label } of formulier.velden) {
          const stand = antwoorden[id];
          if (stand !== 'geleverd' && stand !== 'deels' && stand !== 'niet geleverd') continue;
          beoordeeld += 2;
          punten += stand === 'geleverd' ? 2 : stand === 'deels' ? 1 : 0;
          if (stand === 'niet geleverd') gemist.set(label, (gemist.get(label) ?? 0) + 1);
        }
      const mist = [...gemist].toSorted(([a, n], [b, m]) => m - n || vergelijkTekst(a, b))[0];
      return {
        gemeente,
        casussen: new Set(docs.map((d) => d.casus)).size,
        percentage: beoordeeld === 0 ? null : Math.round((HEEL * punten) / beoordeeld),
        mist: mist?.[0] ?? null,
      };
    });
}
