import type { ReactNode } from 'react';
import type { Onderdeel } from '../../../shared/schema/index.js';
import { useKluis } from '../../stores/react.js';
import { useInrichting } from '../../stores/tafels.js';
import { useTeksten } from '../../taal/react.js';
import { Melding } from '../../ui/index.js';
import { teksten } from './registraties-teksten.js';

const NIETS: readonly Onderdeel[] = [];

/** Parts of a case at this tafel that are not shown to who looks. */
export function useVerborgen(tafel: string): readonly Onderdeel[] {
  const { ik } = useKluis();
  const { verborgen } = useInrichting(tafel);
  return ik.toegang === 'huis' ? NIETS : verborgen;
}

/** Somebody who sees a part must know that it is a part. */
export function Verborgennoot({ tafel }: { tafel: string }): ReactNode {
  const t = useTeksten(teksten);
  const verborgen = useVerborgen(tafel);
  if (verborgen.length === 0) return null;
  return <Melding>{t.verborgen(verborgen.map((o) => t.onderdeel[o]).join(', '))}</Melding>;
}
