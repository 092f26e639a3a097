import { BadgeCheck, CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { korteDatum, staatNogTeKomen } from '../../../shared/domein/index.js';
import { padMdo } from '../../onderdelen/paden.js';
import { overlegnaam, type OverlegDoc } from '../../stores/caseload.js';
import type { Dossier } from '../../stores/caseload-dossier.js';
import { useSyncstand } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop, Leeg, Sectie, Tag, Wacht } from '../../ui/index.js';
import { MdoPlannen } from './mdo-plannen.js';
import { teksten } from './teksten.js';

/** Meetings of the case: what is planned first, then what has been with its minutes. */
export function Mdos({
  dossier,
  vandaag,
  plant,
  bijSluiten,
}: {
  dossier: Dossier;
  vandaag: string;
  /** Opened with the form for a new meeting. */
  plant: boolean;
  bijSluiten: () => void;
}) {
  const t = useTeksten(teksten);
  const [plannen, zetPlannen] = useState(false);
  const { overleggen } = dossier;
  const gepland = overleggen.filter((o) => staatNogTeKomen(o, vandaag));
  const geweest = overleggen.filter((o) => !staatNogTeKomen(o, vandaag)).toReversed();
  return (
    <div className="page tabblad">
      <Sectie
        titel={t.mdo.titel}
        bij={gepland.length > 0 ? t.mdo.nogGepland(gepland.length) : undefined}
        meer={
          <Knop icoon={CalendarPlus} onPress={() => zetPlannen(true)}>
            {t.mdo.plannen}
          </Knop>
        }
      >
        {overleggen.length === 0 ? (
          <Leeg titel={t.mdo.geen}>{t.mdo.geenUitleg}</Leeg>
        ) : (
          <div className="tabelrol">
            <table className="grid ruim">
              <thead>
                <tr>
                  <th scope="col">{t.mdo.soort}</th>
                  <th scope="col">{t.mdo.datum}</th>
                  <th scope="col">{t.mdo.tijd}</th>
                  <th scope="col">{t.mdo.locatie}</th>
                  <th scope="col" className="num smal">
                    {t.mdo.deelnemers}
                  </th>
                  <th scope="col" className="num smal">
                    {t.mdo.besluiten}
                  </th>
                  <th scope="col">{t.mdo.status}</th>
                </tr>
              </thead>
              <tbody>
                {[...gepland, ...geweest].map((o) => (
                  <Rij key={o.id} overleg={o} dossier={dossier} vandaag={vandaag} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Sectie>
      {(plannen || plant) && (
        <MdoPlannen
          dossier={dossier}
          vandaag={vandaag}
          bijSluiten={() => {
            zetPlannen(false);
            if (plant) bijSluiten();
          }}
        />
      )}
    </div>
  );
}

function Rij({
  overleg: o,
  dossier,
  vandaag,
}: {
  overleg: OverlegDoc;
  dossier: Dossier;
  vandaag: string;
}) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const { wachtendeIds } = useSyncstand();
  return (
    <tr>
      <th scope="row">
        <Link className="who" href={padMdo(o.id)}>
          {overlegnaam(o, dossier.overleggen)}
        </Link>{' '}
        {wachtendeIds.has(o.id) && <Wacht />}
      </th>
      <td>
        {o.datum === vandaag ? (
          <b>{korteDatum(o.datum, vandaag, taal)}</b>
        ) : (
          korteDatum(o.datum, vandaag, taal)
        )}
      </td>
      <td>{[o.begin, o.eind].filter(Boolean).join(' – ')}</td>
      <td>{o.locatie}</td>
      <td className="num smal">{o.deelnemers.length}</td>
      <td className="num smal">{o.besluiten.length === 0 ? '' : o.besluiten.length}</td>
      <td>
        {o.status === 'vastgesteld' ? (
          <Tag soort="goed" icoon={BadgeCheck}>
            {t.mdo.vastgesteld}
          </Tag>
        ) : (
          <span className="soft">
            {o.status === 'gepland'
              ? t.mdo.geplandStatus
              : o.status === 'bezig'
                ? t.mdo.bezig
                : t.mdo.concept}
          </span>
        )}
      </td>
    </tr>
  );
}
