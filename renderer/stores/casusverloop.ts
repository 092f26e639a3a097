/** Cases that were scored at least twice, with how they went. */
import { useMemo } from 'react';
import { casusverloop, opTekens, type Casusverloop, type Taal } from '../../shared/domein/index.js';
import type { CasusDoc, MetingDoc } from './caseload.js';
import { useLeefgebieden } from './leefgebieden.js';
import { useDocs } from './react.js';

/** The one that was measured last first. */
export function useCasusverlopen(taal: Taal): readonly Casusverloop<CasusDoc>[] {
  const casussen = useDocs('casussen');
  const metingen = useDocs('metingen');
  const { van } = useLeefgebieden();
  return useMemo(() => {
    const per = new Map<string, MetingDoc[]>();
    for (const m of metingen) {
      const rij = per.get(m.casus);
      if (rij === undefined) per.set(m.casus, [m]);
      else rij.push(m);
    }
    return casussen
      .flatMap((c) => casusverloop(c, per.get(c.id) ?? [], van, taal) ?? [])
      .toSorted((a, b) => opTekens(b.naar, a.naar) || opTekens(a.casus.id, b.casus.id));
  }, [casussen, metingen, van, taal]);
}
