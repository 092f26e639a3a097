import { BadgeCheck, Lock } from 'lucide-react';
import { Link } from 'wouter';
import {
  dagMaand,
  datumVoluit,
  interventieLabel,
  opsomming,
  teLaat,
  vergelijkTekst,
} from '../../../shared/domein/index.js';
import { padCasus } from '../../onderdelen/paden.js';
import { opDeadline, type ActieDoc, type CasusDoc } from '../../stores/caseload.js';
import type { Dossier } from '../../stores/caseload-dossier.js';
import { useSyncstand } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Leeg, Sectie, Tag, Termijn, Wacht } from '../../ui/index.js';
import { teksten } from './teksten.js';

/** Open actions per organisation: the one with the most urgent deadline first. */
export function perOrganisatie(
  acties: readonly ActieDoc[],
): readonly (readonly [string, readonly ActieDoc[]])[] {
  const groepen = new Map<string, ActieDoc[]>();
  for (const actie of opDeadline(acties)) {
    groepen.set(actie.eigenaar, [...(groepen.get(actie.eigenaar) ?? []), actie]);
  }
  return [...groepen];
}

/** What an organisation is overdue with, behind what it has open. */
export function Laat({ acties, vandaag }: { acties: readonly ActieDoc[]; vandaag: string }) {
  const t = useTeksten(teksten);
  const laat = acties.filter((a) => teLaat(a.deadline, vandaag) > 0).length;
  return laat === 0 ? null : (
    <>
      , <b>{t.teLaat(laat)}</b>
    </>
  );
}

export function Planstand({ casus, vandaag }: { casus: CasusDoc; vandaag: string }) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  return casus.planVastgesteldOp === null ? (
    <span className="soft">{t.plan.concept}</span>
  ) : (
    <Tag soort="goed" icoon={BadgeCheck}>
      {t.plan.vastgesteld(dagMaand(casus.planVastgesteldOp, vandaag, taal))}
    </Tag>
  );
}

export function Doelregel({ doel, nummer }: { doel: CasusDoc['doelen'][number]; nummer: number }) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const bij = [
    opsomming(
      doel.typen.toSorted(vergelijkTekst).map((i) => interventieLabel(i, taal)),
      taal,
    ),
    doel.termijn === null ? '' : t.plan.voor(datumVoluit(doel.termijn, taal)),
    doel.behaald ? t.plan.doelBehaald.toLowerCase() : '',
  ].filter((x) => x !== '');
  return (
    <>
      <b>{nummer}</b>
      <span>
        {doel.tekst}
        <span className="meta">{bij.join(', ')}</span>
      </span>
    </>
  );
}

/** The plan at a glance: goals, and what is open per organisation. */
export function Planoverzicht({ dossier, vandaag }: { dossier: Dossier; vandaag: string }) {
  const t = useTeksten(teksten);
  const { wachtendeIds } = useSyncstand();
  const { casus } = dossier;
  const groepen = perOrganisatie(dossier.acties);
  return (
    <Sectie
      titel={t.plan.titel}
      className="a-plan"
      bij={<Planstand casus={casus} vandaag={vandaag} />}
      meer={<Link href={padCasus(casus.id, 'plan')}>{t.plan.alles}</Link>}
    >
      {casus.doelen.length === 0 ? (
        <p className="soft under">{t.plan.geenDoelen}</p>
      ) : (
        <ol className="goals">
          {casus.doelen.map((doel, i) => (
            <li key={doel.id}>
              <Doelregel doel={doel} nummer={i + 1} />
            </li>
          ))}
        </ol>
      )}
      {groepen.length === 0 && <Leeg titel={t.plan.geenActies}>{t.plan.geenActiesUitleg}</Leeg>}
      {groepen.map(([organisatie, acties]) => (
        <div key={organisatie}>
          <h3 className="org-h">
            {organisatie}
            <span>
              {t.plan.open(acties.length)}
              <Laat acties={acties} vandaag={vandaag} />
            </span>
          </h3>
          <ul className="list acts">
            {acties.map((a) => (
              <li key={a.id}>
                <Termijn deadline={a.deadline} vandaag={vandaag} />
                <span>{a.omschrijving}</span>
                {a.beperkt && (
                  <span className="push">
                    <Tag soort="beperkt" icoon={Lock} label={t.plan.beperkt} />
                  </span>
                )}
                {wachtendeIds.has(a.id) && <Wacht />}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Sectie>
  );
}
