/**
 * Informatieverrijking before the start-MDO (dossier A2 rows 15 to 17): what is asked of which partner and by when,
 * the facts that came, and the pitch that is made of them.
 */
import type { Actie, Gebeurtenis, Meting } from '../schema/index.js';
import { nlDatum, teLaat } from './datums.js';
import { leefgebiedLabel, LEEFGEBIEDEN, type Leefgebiedenlijst } from './leefgebieden.js';
import type { IsoDate, Onveranderlijk, Taal } from './soorten.js';
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
