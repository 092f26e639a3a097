/** The leefgebieden that the house scores on, and those of earlier metingen. */
import { useMemo } from 'react';
import { leefgebiedenlijst, type Leefgebiedenlijst } from '../../shared/domein/index.js';
import { useDocs } from './react.js';

export interface Leefgebiedenstand {
  /** What is scored on from now on. */
  readonly nu: Leefgebiedenlijst;
  /** The list that a meting names. */
  readonly van: (code: string) => Leefgebiedenlijst;
}

export function useLeefgebieden(): Leefgebiedenstand {
  const huis = useDocs('huis');
  return useMemo(
    () => ({ nu: leefgebiedenlijst(huis), van: (code) => leefgebiedenlijst(huis, code) }),
    [huis],
  );
}
