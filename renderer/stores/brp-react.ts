/** What of the BRP is work, for the lists. */
import { useMemo } from 'react';
import { brptaken, type Brptaak } from '../../shared/domein/index.js';
import type { BetrokkeneDoc } from './caseload.js';
import { useCasusrijen } from './caseload-react.js';
import { useVandaag } from './klok.js';
import { useDocs } from './react.js';

/** Of the own cases; of the whole house for who has none, or with `huis`. */
export function useBrptaken(huis = false): readonly Brptaak<BetrokkeneDoc>[] {
  const betrokkenen = useDocs('betrokkenen');
  const rijen = useCasusrijen();
  const vandaag = useVandaag();
  return useMemo(() => {
    const lopend = rijen.filter((r) => !r.afgesloten);
    const mijn = lopend.filter((r) => r.mijn !== null);
    const ids = new Set((huis || mijn.length === 0 ? lopend : mijn).map((r) => r.id));
    return brptaken(betrokkenen, (casus) => ids.has(casus), vandaag);
  }, [betrokkenen, rijen, vandaag, huis]);
}
