import { Check, CircleDashed, Play } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import {
  dagKop,
  datumVoluit,
  hoofdletter,
  korteNaam,
  minutenTot,
  overTijd,
  relatieveDatum,
} from '../../../shared/domein/index.js';
import { padCasus, padMdo } from '../../onderdelen/paden.js';
import type { Casusrij, OverlegDoc } from '../../stores/caseload.js';
import { useMinuut } from '../../stores/klok.js';
import { useSyncstand } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knoplink } from '../../ui/index.js';
import { teksten } from './teksten.js';

/** The band at the top: where must I be, and am I ready. */
export function VolgendMdo({
  overleg,
  naam,
  rij,
  vandaag,
}: {
  overleg: OverlegDoc;
  /** `Vervolg-MDO 3`. */
  naam: string;
  rij: Casusrij;
  vandaag: string;
}) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const minuut = useMinuut();
  const isVandaag = overleg.datum === vandaag;
  const tot =
    overleg.begin === null
      ? null
      : minutenTot(overleg.datum, overleg.begin, new Date(minuut * 60_000));

  let wanneer = relatieveDatum(overleg.datum, vandaag, taal);
  if (isVandaag && overleg.begin !== null && tot !== null) {
    wanneer = tot >= 0 ? overTijd(tot, taal) : t.isBegonnen;
  }
  if (overleg.status === 'bezig') wanneer = t.nuBezig;

  return (
    <section className="next" aria-labelledby="volgend-mdo">
      <div>
        <p className={overleg.begin === null ? 'when dag' : 'when'}>{overleg.begin ?? t.heleDag}</p>
        <p>{wanneer}</p>
      </div>
      <div className="wie">
        <h1 id="volgend-mdo">
          <Link href={padCasus(rij.id)}>{rij.titel}</Link>
        </h1>
        <p>{[naam, overleg.locatie].filter((d) => d !== '').join(' · ')}</p>
        <p>
          {hoofdletter(dagKop(overleg.datum, taal))}
          {rij.mijn === null && rij.regisseur !== '' && (
            <> · {t.vanRegisseur(korteNaam(rij.regisseur))}</>
          )}
        </p>
      </div>
      <Gereedheid overleg={overleg} rij={rij} />
      <div className="do">
        <Knoplink soort="primair" groot icoon={Play} href={padMdo(overleg.id)}>
          {t.mdoOpenen}
        </Knoplink>
        <Knoplink href={padCasus(rij.id)}>{t.voorbereiden}</Knoplink>
      </div>
    </section>
  );
}

function Gereedheid({ overleg, rij }: { overleg: OverlegDoc; rij: Casusrij }) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const sync = useSyncstand();
  const haaltOp = sync.eersteKeer?.bezig === true;
  const partners = overleg.deelnemers.length;
  const open = overleg.deelnemers.filter((d) => d.status === 'niet bevestigd').length;
  return (
    <ul className="ready" aria-label={t.voorbereiding}>
      <Punt goed={!haaltOp}>{haaltOp ? t.dossierKomt : t.dossier}</Punt>
      <Punt goed={overleg.pitchVastgesteldOp !== null}>
        {overleg.pitchVastgesteldOp === null
          ? t.geenPitch
          : t.pitch(datumVoluit(overleg.pitchVastgesteldOp, taal).replace(/ \d{4}$/, ''))}
      </Punt>
      <Punt goed={partners > 0 && open === 0}>
        {partners === 0
          ? t.geenPartners
          : open === 0
            ? t.partnersGoed(partners)
            : t.partners(open, partners)}
      </Punt>
      {rij.verschillen > 0 && <Punt goed={false}>{t.verschillenOpen(rij.verschillen)}</Punt>}
    </ul>
  );
}

function Punt({ goed, children }: { goed: boolean; children: ReactNode }) {
  const Icoon = goed ? Check : CircleDashed;
  return (
    <li className={goed ? 'goed' : 'open'}>
      <Icoon className="i" aria-hidden="true" />
      {children}
    </li>
  );
}

export function GeenMdo({ vandaag }: { vandaag: string }) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  return (
    <section className="next niets" aria-labelledby="volgend-mdo">
      <div className="wie">
        <h1 id="volgend-mdo">{t.geenMdo}</h1>
        <p>{t.geenMdoUitleg}</p>
        <p>{hoofdletter(dagKop(vandaag, taal))}</p>
      </div>
      <div className="do">
        <Knoplink href="/casussen">{t.naarCasussen}</Knoplink>
      </div>
    </section>
  );
}
