import { Archive } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { mag } from '../../../shared/domein/index.js';
import { useBewaarregels } from '../../stores/bewaren.js';
import { useKluis } from '../../stores/react.js';
import { useTeksten } from '../../taal/react.js';
import { Sectie, Telling } from '../../ui/index.js';
import { teksten } from './teksten.js';

/** Files of which the term has ended wait for a decision; not there for who does not take it. */
export function Bewaarwerk({ vandaag }: { vandaag: string }): ReactNode {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  const regels = useBewaarregels(vandaag);
  const verlopen = regels.filter((r) => r.stand.soort === 'verlopen').length;
  const binnenkort = regels.filter((r) => r.stand.soort === 'binnenkort').length;
  if (!mag(kluis.ik.rol, 'vernietigen') || verlopen === 0) return null;
  return (
    <Sectie titel={t.bewaren} bij={<Telling>{verlopen}</Telling>}>
      <ul className="list">
        <li>
          <Archive className="i" aria-hidden="true" />
          <span className="two">
            <Link className="t" href="/bewaren">
              {t.termijnVerlopen(verlopen)}
            </Link>
            {binnenkort > 0 && <span className="meta">{t.termijnBinnenkort(binnenkort)}</span>}
          </span>
        </li>
      </ul>
    </Sectie>
  );
}
