/** The criteria of the house: those of the region, and which an aanmelding is judged by beside the WGS. */
import { useMemo } from 'react';
import {
  inrichtingVan,
  metOordeel,
  nieuweRegiolijst,
  ontvangenDag,
  regiocriteria,
  tafelcriteria,
  type IsoDate,
  type Regiocriterium,
} from '../../shared/domein/index.js';
import type { Huisdocument } from '../../shared/schema/index.js';
import type { Kluis, Onveranderlijk } from '../vault/types.js';
import type { AanmeldingDoc } from './caseload.js';
import { nieuwId } from './mdo-schrijf.js';
import { wijzigMetTerug } from './ongedaan.js';
import { useDocs } from './react.js';
import { isTafel } from './zicht.js';

type HuisDoc = Onveranderlijk<Extract<Huisdocument, { soort: 'huis' }>>;
const isHuis = (doc: Onveranderlijk<Huisdocument>): doc is HuisDoc => doc.soort === 'huis';

/** The document of the house itself; undefined while it has not come in yet. */
export const useHuisdoc = (): HuisDoc | undefined => useDocs('huis').find(isHuis);

/** What an aanmelding is judged by beside the WGS: the region, and the tafel when one is given. */
export function useAanvullend(a: AanmeldingDoc, tafel: string): ReturnType<typeof metOordeel> {
  const huis = useDocs('huis');
  return useMemo(() => {
    const regio = regiocriteria(huis.find(isHuis)?.criteria, ontvangenDag(a));
    const van =
      tafel === '' ? [] : tafelcriteria(tafel, inrichtingVan(huis.filter(isTafel), tafel));
    return metOordeel([...regio, ...van], a.aanvullend);
  }, [huis, a, tafel]);
}

/** One that counts from today, still without words. */
export const nieuwRegiocriterium = (vandaag: IsoDate): Regiocriterium => ({
  id: nieuwId(),
  tekst: '',
  toelichting: '',
  van: vandaag,
  tot: null,
});

/** Writes the regional criteria of the house; the version of the list goes up. One undo. */
export async function bewaarRegiocriteria(
  kluis: Kluis,
  huis: HuisDoc,
  lijst: readonly Regiocriterium[],
  tekst: string,
): Promise<void> {
  await wijzigMetTerug(
    kluis,
    'huis',
    huis,
    (d) => {
      if (d.soort !== 'huis') return;
      d.criteria = nieuweRegiolijst(huis.criteria, lijst);
    },
    tekst,
  );
}
