/** What the house must do by a date, for who answers for that: the yearly leerproces of RDM (dossier A3 row 42). */
import { GraduationCap } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { dagen, intervisieUiterlijk, korteDatum } from '../../../shared/domein/index.js';
import { useDocs, useKluis } from '../../stores/react.js';
import { useRegistraties } from '../../stores/registraties.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Sectie, Tag } from '../../ui/index.js';
import { teksten } from './huiswerk-teksten.js';

/** Days before it is due that it comes in sight. */
const VOORAF = 60;

export function Huiswerk({ vandaag }: { vandaag: string }): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const { rol } = useKluis().ik;
  const registraties = useRegistraties();
  const casussen = useDocs('casussen');
  if (rol !== 'manager' && rol !== 'beheerder') return null;
  const uiterlijk = intervisieUiterlijk(registraties, casussen);
  if (uiterlijk === null || dagen(vandaag, uiterlijk) > VOORAF) return null;
  return (
    <Sectie titel={t.titel}>
      <ul className="list">
        <li>
          <GraduationCap className="i" aria-hidden="true" />
          <span className="two">
            <Link className="t" href="/registers">
              {t.intervisie}
            </Link>
            <span className="meta">{t.voor(korteDatum(uiterlijk, vandaag, taal))}</span>
          </span>
          {uiterlijk < vandaag && (
            <span className="push">
              <Tag soort="kritiek">{t.teLaat}</Tag>
            </span>
          )}
        </li>
      </ul>
    </Sectie>
  );
}
