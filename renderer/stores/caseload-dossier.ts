/** Everything of one case, for its screen. */
import { useMemo } from 'react';
import { isVerzoek, opTekens, vergelijkOverleg } from '../../shared/domein/index.js';
import type {
  ActieDoc,
  BetrokkeneDoc,
  CasusDoc,
  GebeurtenisDoc,
  MetingDoc,
  OverlegDoc,
} from './caseload.js';
import { opDatum } from './caseload-metingen.js';
import { useVerschillen } from './caseload-react.js';
import type { Verschil } from './caseload-verschillen.js';
import { useDoc, useGeraadpleegd, useVanCasus } from './react.js';

export interface Dossier {
  readonly casus: CasusDoc;
  /** The hoofdbetrokkene first. */
  readonly betrokkenen: readonly BetrokkeneDoc[];
  /** In order of time. */
  readonly metingen: readonly MetingDoc[];
  /** In order of time. */
  readonly overleggen: readonly OverlegDoc[];
  /** Of the plan. */
  readonly acties: readonly ActieDoc[];
  /** Requests for information, those that were asked last first. */
  readonly verzoeken: readonly ActieDoc[];
  /** Newest first. */
  readonly gebeurtenissen: readonly GebeurtenisDoc[];
  readonly verschillen: readonly Verschil[];
}

/** Null when this device does not have the case (yet, or any more). Asking for it is reading it: that is logged. */
export function useDossier(id: string): Dossier | null {
  const casus = useDoc('casussen', id);
  useGeraadpleegd('casussen', casus?.id ?? null);
  const betrokkenen = useVanCasus('betrokkenen', id);
  const metingen = useVanCasus('metingen', id);
  const overleggen = useVanCasus('overleggen', id);
  const acties = useVanCasus('acties', id);
  const gebeurtenissen = useVanCasus('gebeurtenissen', id);
  const alleVerschillen = useVerschillen();
  return useMemo(() => {
    if (casus === undefined) return null;
    return {
      casus,
      betrokkenen: betrokkenen.toSorted(
        (a, b) => Number(b.rol === 'hoofdbetrokkene') - Number(a.rol === 'hoofdbetrokkene'),
      ),
      metingen: opDatum(metingen),
      overleggen: overleggen.toSorted(vergelijkOverleg),
      acties: acties.filter((a) => !isVerzoek(a)),
      verzoeken: acties.filter(isVerzoek).toSorted((a, b) => opTekens(b.datum, a.datum)),
      gebeurtenissen: gebeurtenissen.toSorted(nieuwsteEerst),
      verschillen: alleVerschillen.filter((v) => v.casus === casus.id),
    };
  }, [casus, betrokkenen, metingen, overleggen, acties, gebeurtenissen, alleVerschillen]);
}

function nieuwsteEerst(a: GebeurtenisDoc, b: GebeurtenisDoc): number {
  const links = `${a.datum} ${a.gewijzigdOp}`;
  const rechts = `${b.datum} ${b.gewijzigdOp}`;
  return links < rechts ? 1 : links > rechts ? -1 : 0;
}
