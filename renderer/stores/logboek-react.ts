/** The log for screens: its rows, and whether its chains are whole. */
import { useEffect, useMemo, useState } from 'react';
import type { Ketenrapport } from '../../shared/log/index.js';
import { maakLogrijen, zietAlles, type Logrij } from './logboek.js';
import { useDocs, useKluis, useSyncstand } from './react.js';

/** Newest first; of the whole house, or of the own account. */
export function useLogrijen(): readonly Logrij[] {
  const { ik } = useKluis();
  const blokken = useDocs('logregels');
  const alles = zietAlles(ik.rol);
  return useMemo(() => maakLogrijen(blokken, alles ? null : ik.id), [blokken, alles, ik.id]);
}

export interface Ketens {
  readonly rapporten: readonly Ketenrapport[];
  /** Those in which something is wrong. */
  readonly fout: readonly Ketenrapport[];
  /** Those of which lines may still be on their way: this device is not in step with the house. */
  readonly onderweg: readonly Ketenrapport[];
}

/** What the check of the chains found; null until it has. It is done again when lines come in. */
export function useKetens(): Ketens | null {
  const kluis = useKluis();
  const blokken = useDocs('logregels');
  const { toestand } = useSyncstand();
  const [rapporten, zetRapporten] = useState<readonly Ketenrapport[] | null>(null);

  useEffect(() => {
    let weg = false;
    kluis.log.controleer().then(
      (uit) => {
        if (!weg) zetRapporten(uit);
      },
      (oorzaak: unknown) => {
        console.error('de ketens van het logboek zijn niet gecontroleerd', oorzaak);
      },
    );
    return () => {
      weg = true;
    };
  }, [kluis, blokken]);

  return useMemo(() => {
    if (rapporten === null) return null;
    const { ik } = kluis;
    const hier = rapporten.filter((r) => zietAlles(ik.rol) || r.account === ik.id);
    const gelijk = toestand === 'gelijk';
    const mis = hier.filter((r) => r.fout !== null);
    const komtNog = (r: Ketenrapport): boolean => !gelijk && r.fout?.vanHorenZeggen === true;
    return {
      rapporten: hier,
      fout: mis.filter((r) => !komtNog(r)),
      onderweg: mis.filter(komtNog),
    };
  }, [rapporten, kluis, toestand]);
}
