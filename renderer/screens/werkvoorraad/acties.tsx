import { Check } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { korteNaam, plusDagen, teLaat, weekVan } from '../../../shared/domein/index.js';
import { Actieafronden } from '../../onderdelen/actie-afronden.js';
import { padCasus } from '../../onderdelen/paden.js';
import { isMijnActie, opDeadline, type ActieDoc, type Casusrij } from '../../stores/caseload.js';
import { useIk } from '../../stores/caseload-react.js';
import { useDocs, useSyncstand } from '../../stores/react.js';
import { useTeksten } from '../../taal/react.js';
import { Iconknop, Leeg, Sectie, Termijn, Wacht } from '../../ui/index.js';
import { teksten } from './teksten.js';

const KORT = 7;
const BREED = 16;

/** What I must do: overdue first, then this week. From 1600 px on the list goes on. */
export function MijnActies({
  rijen,
  vandaag,
}: {
  rijen: ReadonlyMap<string, Casusrij>;
  vandaag: string;
}) {
  const t = useTeksten(teksten);
  const ik = useIk();
  const { wachtendeIds } = useSyncstand();
  const alle = useDocs('acties');
  const [afronden, zetAfronden] = useState<ActieDoc | null>(null);

  const open = opDeadline(alle);
  const eigen = open.filter((a) => isMijnActie(a, rijen.get(a.casus)?.casus, ik));
  // Who carries out nothing himself guards what others do in his cases.
  const bewaken = eigen.length === 0;
  const acties = bewaken ? open.filter((a) => rijen.get(a.casus)?.mijn === 'regie') : eigen;
  const zondag = plusDagen(weekVan(vandaag).maandag, 6);
  const laat = acties.filter((a) => teLaat(a.deadline, vandaag) > 0).length;
  const week = acties.filter(
    (a) => a.deadline !== null && a.deadline >= vandaag && a.deadline <= zondag,
  ).length;
  const minstens = Math.max(KORT, Math.min(laat, KORT + 3));

  return (
    <Sectie
      titel={bewaken && acties.length > 0 ? t.actiesVanCasussen : t.acties}
      bij={acties.length > 0 ? t.actiesBij(laat, week) : undefined}
      meer={
        acties.length > 0 ? <Link href="/acties">{t.alleActies(acties.length)}</Link> : undefined
      }
    >
      {acties.length === 0 ? (
        <Leeg titel={t.geenActies}>{t.geenActiesUitleg}</Leeg>
      ) : (
        <ul className="list">
          {acties.slice(0, BREED).map((actie, i) => (
            <li key={actie.id} className={i >= minstens ? 'wide-only' : undefined}>
              <Termijn deadline={actie.deadline} vandaag={vandaag} />
              <Link className="t clip" href={padCasus(actie.casus, 'plan')}>
                {actie.omschrijving}
              </Link>
              {wachtendeIds.has(actie.id) && <Wacht />}
              <span className="ctx push nowrap">
                {bewaken ? actie.eigenaar : korteNaam(rijen.get(actie.casus)?.titel ?? '')}
              </span>
              <Iconknop
                icoon={Check}
                label={t.afronden(actie.omschrijving)}
                className="rijknop"
                onPress={() => zetAfronden(actie)}
              />
            </li>
          ))}
        </ul>
      )}
      <Actieafronden actie={afronden} bijSluiten={() => zetAfronden(null)} />
    </Sectie>
  );
}
