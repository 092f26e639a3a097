/** The restore drill: whether a backup would save the house, proven before it has to. */
import { CircleAlert, CircleCheck, ClockAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { datumVoluit, momentKort, vandaagIso } from '../../../shared/domein/datums.js';
import { kopieteksten } from '../../onderdelen/kopie/index.js';
import { useVandaag } from '../../stores/klok.js';
import { oefeningNodig } from '../../stores/opslagzorg.js';
import { useKluis, useKopiestand } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop, Melding, Sectie, Tag } from '../../ui/index.js';
import type { Oefenuitslag } from '../../vault/types.js';
import { Kopiedialoog } from './kopiedialoog.js';
import { teksten } from './teksten.js';

export function Oefening(): ReactNode {
  const { oefening: t } = useTeksten(teksten);
  const taal = useTaal();
  const vandaag = useVandaag();
  const { kopieen } = useKluis();
  const { oefening } = useKopiestand();
  const [open, setOpen] = useState(false);
  const nodig = oefeningNodig(oefening, vandaag);
  return (
    <Sectie titel={t.titel}>
      <p className="opslag-uitleg soft">{t.uitleg}</p>
      <dl className="kv kort">
        <div>
          <dt>{t.laatst}</dt>
          <dd className="row wrap">
            {oefening === null ? (
              t.nooit
            ) : (
              <>
                {datumVoluit(vandaagIso(new Date(oefening.op)), taal)}
                <Tag
                  soort={oefening.gelukt ? 'goed' : 'kritiek'}
                  icoon={oefening.gelukt ? CircleCheck : CircleAlert}
                >
                  {oefening.gelukt ? t.gelukt : t.mislukt}
                </Tag>
              </>
            )}
            {nodig ? (
              <Tag soort="letop" icoon={ClockAlert}>
                {t.nodig}
              </Tag>
            ) : null}
          </dd>
        </div>
      </dl>
      <div className="row opslag-doe">
        <Knop onPress={() => setOpen(true)}>{t.begin}</Knop>
      </div>
      {open ? (
        <Kopiedialoog
          titel={t.titel}
          uitleg={t.dialoog}
          knop={t.knop}
          bezig={t.bezig}
          werk={(welke, code, opties) => kopieen.oefen(welke, code, opties)}
          uitslag={(uitslag) => <Uitslag uitslag={uitslag} />}
          bijSluiten={() => setOpen(false)}
        />
      ) : null}
    </Sectie>
  );
}

function Uitslag({
  uitslag: { gemaakt, apparaatnaam, telling, stukken },
}: {
  readonly uitslag: Oefenuitslag;
}): ReactNode {
  const { oefening: t } = useTeksten(teksten);
  const k = useTeksten(kopieteksten);
  const taal = useTaal();
  const getal = new Intl.NumberFormat(taal);
  const namen: Readonly<Record<string, string>> = k.collectie;
  const regels = Object.entries(telling).filter(([wat, n]) => n > 0 && wat in namen);
  const weg = stukken.alle - stukken.er;
  return (
    <>
      <Melding soort="goed" icoon={CircleCheck} titel={t.geslaagd} live>
        <p>{t.geslaagdUitleg(momentKort(gemaakt, vandaagIso(), taal), apparaatnaam)}</p>
      </Melding>
      <dl className="kv kort telling">
        {regels.map(([wat, n]) => (
          <div key={wat}>
            <dt>{namen[wat]}</dt>
            <dd className="num">{getal.format(n)}</dd>
          </div>
        ))}
        <div>
          <dt>{t.bijlagen}</dt>
          <dd className="num">{t.stukken(stukken.er, stukken.alle)}</dd>
        </div>
      </dl>
      {weg === 0 ? null : <Melding soort="letop">{t.stukkenWeg}</Melding>}
    </>
  );
}
