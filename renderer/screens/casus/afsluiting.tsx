import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { nlDatum } from '../../../shared/domein/index.js';
import { useBewaarregel } from '../../stores/bewaren.js';
import type { Dossier } from '../../stores/caseload-dossier.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Sectie } from '../../ui/index.js';
import { teksten } from './reis-teksten.js';

/** How a closed case ended, and how long it is kept. */
export function Afsluiting({ dossier, vandaag }: { dossier: Dossier; vandaag: string }): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const { casus } = dossier;
  const regel = useBewaarregel(casus, vandaag);
  if (casus.sluitdatum === null || regel.stand.soort === 'loopt') return null;
  const { stand } = regel;
  return (
    <Sectie
      titel={t.afsluiting}
      bij={nlDatum(casus.sluitdatum, taal)}
      meer={<Link href="/bewaren">{t.naarBewaren}</Link>}
    >
      <dl className="kv">
        <div>
          <dt>{t.sluitreden}</dt>
          <dd>{casus.sluitreden}</dd>
        </div>
        <div>
          <dt>{t.resultaat}</dt>
          <dd>{casus.resultaat ?? t.nietVastgelegd}</dd>
        </div>
        <div>
          <dt>{t.evaluatie}</dt>
          <dd className="tekst">{casus.evaluatie ?? t.nietVastgelegd}</dd>
        </div>
        <div>
          <dt>{t.bewaarTot}</dt>
          <dd>
            {nlDatum(stand.tot, taal)}
            {stand.soort === 'verlopen' && `, ${t.verlopen}`}
            {stand.soort === 'vastgehouden' && `, ${t.vastgehouden(stand.reden)}`}
          </dd>
        </div>
      </dl>
    </Sectie>
  );
}
