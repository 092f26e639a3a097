/** Melders who are still to hear what became of their aanmelding; not there when there are none. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { isTerugTeKoppelen, opTekens } from '../../../shared/domein/index.js';
import { Terugkoppelknop } from '../../onderdelen/aanmelding/index.js';
import { padAanmelding } from '../../onderdelen/paden.js';
import { useDocs, useKluis } from '../../stores/react.js';
import { useTeksten } from '../../taal/react.js';
import { Sectie, Telling } from '../../ui/index.js';
import { teksten } from './teksten.js';

const HOOGSTENS = 5;

export function Terugkoppelingen(): ReactNode {
  const t = useTeksten(teksten);
  const { ik } = useKluis();
  const open = useDocs('aanmeldingen')
    .filter(isTerugTeKoppelen)
    .toSorted((a, b) => opTekens(a.ontvangenOp, b.ontvangenOp));
  // It is the house that tells the melder.
  if (open.length === 0 || ik.toegang !== 'huis') return null;
  return (
    <Sectie titel={t.terugkoppelen} bij={<Telling>{open.length}</Telling>}>
      <ul className="list">
        {open.slice(0, HOOGSTENS).map((a) => (
          <li key={a.id}>
            <span className="two">
              <Link className="t" href={padAanmelding(a.id)}>
                {t.terugAan(a.melder)}
              </Link>
              <span className="meta">{a.aanduiding}</span>
            </span>
            <span className="push">
              <Terugkoppelknop aanmelding={a} />
            </span>
          </li>
        ))}
      </ul>
      {open.length > HOOGSTENS && <p className="under soft">{t.meer(open.length - HOOGSTENS)}</p>}
    </Sectie>
  );
}
