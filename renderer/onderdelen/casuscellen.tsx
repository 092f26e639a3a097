/** The cells of a case as lists show them: name with its marks, step, next meeting. */
import { GitCompareArrows, MapPin, Siren } from 'lucide-react';
import { korteDatum } from '../../shared/domein/index.js';
import type { Casusrij } from '../stores/caseload.js';
import { useTaal, useTeksten } from '../taal/react.js';
import { naarHref, Tag, Wacht } from '../ui/index.js';
import { padCasus } from './paden.js';
import './onderdelen.css';
import { teksten } from './teksten.js';

export function Casusnaam({
  rij,
  wacht,
  tabIndex,
}: {
  rij: Casusrij;
  wacht: boolean;
  tabIndex?: number;
}) {
  const t = useTeksten(teksten);
  const { casus } = rij;
  return (
    <span className="naamcel">
      <a className="who" href={naarHref(padCasus(rij.id))} title={casus.titel} tabIndex={tabIndex}>
        {casus.titel}
      </a>
      {casus.aard === 'gebied' && (
        <Tag soort="wacht" icoon={MapPin}>
          {casus.gebied?.wijk || t.gebied}
        </Tag>
      )}
      {casus.spoed && !rij.afgesloten && (
        <Tag soort="kritiek" doos icoon={Siren}>
          {t.spoed}
        </Tag>
      )}
      {rij.verschillen > 0 && <Tag soort="verschil" icoon={GitCompareArrows} label={t.verschil} />}
      {wacht && <Wacht />}
    </span>
  );
}

/** Date of the next meeting, or in words why there is none. */
export function VolgendMdo({ rij, vandaag }: { rij: Casusrij; vandaag: string }) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  if (rij.volgendMdo !== null) {
    const { datum } = rij.volgendMdo;
    return datum === vandaag ? <b>{t.vandaag}</b> : <>{korteDatum(datum, vandaag, taal)}</>;
  }
  return <span className="soft">{zonderMdo(rij, t)}</span>;
}

export function zonderMdo(
  rij: Casusrij,
  t: { geen: string; naTriage: string; naPitch: string; nietGepland: string },
): string {
  if (rij.afgesloten || rij.casus.stap === 'afsluiting') return t.geen;
  if (rij.casus.stap === 'aanmelding' || rij.casus.stap === 'triage') return t.naTriage;
  return rij.casus.stap === 'verrijking' ? t.naPitch : t.nietGepland;
}
