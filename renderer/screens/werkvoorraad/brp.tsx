/** Changes in the BRP that nobody dealt with, and looks that are due; not there when there is nothing to do. */
import { ShieldCheck, UserPen } from 'lucide-react';
import { Link } from 'wouter';
import { korteDatum, korteNaam } from '../../../shared/domein/index.js';
import { brpteksten } from '../../onderdelen/brp/index.js';
import { padCasus } from '../../onderdelen/paden.js';
import { useBrptaken } from '../../stores/brp-react.js';
import type { Casusrij } from '../../stores/caseload.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Sectie, Telling } from '../../ui/index.js';

const HOOGSTENS = 5;

export function Brpwerk({
  rijen,
  vandaag,
}: {
  rijen: ReadonlyMap<string, Casusrij>;
  vandaag: string;
}) {
  const t = useTeksten(brpteksten);
  const taal = useTaal();
  const taken = useBrptaken();
  if (taken.length === 0) return null;
  return (
    <Sectie
      titel={t.werk.titel}
      bij={<Telling>{taken.length}</Telling>}
      meer={<Link href="/brp">{t.werk.alle}</Link>}
    >
      <ul className="list">
        {taken.slice(0, HOOGSTENS).map((taak) => {
          const { betrokkene: b } = taak;
          const isWijziging = taak.soort === 'wijziging';
          const Icoon = isWijziging ? UserPen : ShieldCheck;
          const naam = korteNaam(b.naam);
          const dag = isWijziging ? taak.wijziging.datum : taak.sinds;
          const casus = korteNaam(rijen.get(b.casus)?.titel ?? '');
          return (
            <li key={isWijziging ? taak.wijziging.id : b.id}>
              <Icoon className="i" aria-hidden="true" />
              <span className="two">
                <Link className="t" href={padCasus(b.casus, 'betrokkenen')}>
                  {isWijziging
                    ? t.werk.wijziging(t.soorten[taak.wijziging.soort], naam)
                    : t.werk.controle(naam)}
                </Link>
                <span className="meta">
                  {casus}, {t.werk.sinds(korteDatum(dag, vandaag, taal))}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
      {taken.length > HOOGSTENS && (
        <p className="under soft">{t.werk.meer(taken.length - HOOGSTENS)}</p>
      )}
    </Sectie>
  );
}
