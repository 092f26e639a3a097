/** Everything that the parts of one MDO look at, read once. */
import { useMemo } from 'react';
import type { Leefgebiedenlijst } from '../../../shared/domein/leefgebieden.js';
import { leefgebiedenlijst } from '../../../shared/domein/lijstversies.js';
import { isAutorisatie } from '../../stores/autorisaties.js';
import { useVandaag } from '../../stores/klok.js';
import {
  actiesVan,
  eerdereMetingen,
  lopendeActies,
  nieuweFeiten,
  nognodig,
  overlegnaam,
  vorigOverleg,
  type ActieDoc,
  type CasusDoc,
  type GebeurtenisDoc,
  type MetingDoc,
  type Nognodig,
  type OverlegDoc,
} from '../../stores/mdo.js';
import { metingVan } from '../../stores/mdo-schrijf.js';
import { useDoc, useDocs, useKluis, useGeraadpleegd } from '../../stores/react.js';
import type { Kluis } from '../../vault/types.js';

export interface Mdo {
  readonly kluis: Kluis;
  readonly overleg: OverlegDoc;
  readonly casus: CasusDoc | undefined;
  /** `Vervolg-MDO 3`. */
  readonly naam: string;
  readonly lijst: Leefgebiedenlijst;
  readonly meting: MetingDoc | undefined;
  /** Earlier metingen, oldest first. */
  readonly eerder: readonly MetingDoc[];
  readonly vorige: MetingDoc | undefined;
  readonly vorigOverleg: OverlegDoc | undefined;
  readonly acties: readonly ActieDoc[];
  readonly lopend: readonly ActieDoc[];
  readonly feiten: readonly GebeurtenisDoc[];
  /** Names of the people of the case, which do not go to the big screen. */
  readonly namen: readonly string[];
  /** Organisations of the house, those at the table first. */
  readonly organisaties: readonly string[];
  readonly nodig: Nognodig;
  readonly vandaag: string;
}

export function useMdo(id: string): Mdo | null {
  const kluis = useKluis();
  const overleg = useDoc('overleggen', id);
  const casus = useDoc('casussen', overleg?.casus ?? '');
  useGeraadpleegd('overleggen', overleg?.id ?? null);
  const overleggen = useDocs('overleggen');
  const metingen = useDocs('metingen');
  const acties = useDocs('acties');
  const gebeurtenissen = useDocs('gebeurtenissen');
  const betrokkenen = useDocs('betrokkenen');
  const huis = useDocs('huis');
  const vandaag = useVandaag();

  return useMemo(() => {
    if (overleg === undefined) return null;
    const meting = metingVan(metingen, overleg);
    const eerder = eerdereMetingen(metingen, overleg);
    const vorig = vorigOverleg(overleg, overleggen);
    const eigen = actiesVan(acties, overleg);
    const lijst = leefgebiedenlijst(huis, meting?.lijst);
    const aanTafel = overleg.deelnemers.map((d) => d.organisatie);
    const bekend = huis.flatMap((d) => (d.soort === 'organisatie' ? [d.naam] : []));
    return {
      kluis,
      overleg,
      casus,
      naam: overlegnaam(overleg, overleggen),
      lijst,
      meting,
      eerder,
      vorige: eerder.at(-1),
      vorigOverleg: vorig,
      acties: eigen,
      lopend: lopendeActies(acties, overleg),
      feiten: nieuweFeiten(gebeurtenissen, overleg, vorig),
      namen: [
        ...betrokkenen.filter((b) => b.casus === overleg.casus).map((b) => b.naam),
        ...(casus === undefined || casus.aard === 'gebied' ? [] : [casus.titel]),
      ],
      organisaties: [...new Set([...aanTafel, ...bekend])],
      nodig: nognodig(
        overleg,
        meting,
        eigen,
        casus,
        lijst.waarden,
        huis.filter(isAutorisatie).filter((a) => a.casus === overleg.casus),
      ),
      vandaag,
    };
  }, [
    kluis,
    overleg,
    casus,
    overleggen,
    metingen,
    acties,
    gebeurtenissen,
    betrokkenen,
    huis,
    vandaag,
  ]);
}

/** What is written on the floor can be changed until the minutes are final. */
export const bewerkbaar = (m: Mdo): boolean => m.overleg.status !== 'vastgesteld';
