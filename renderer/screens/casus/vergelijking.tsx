import { TriangleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import {
  datumVoluit,
  vergelijkMetingen,
  type Leefgebiedenlijst,
  type Scoreschaal,
  type Vergelijkregel,
} from '../../../shared/domein/index.js';
import type { MetingDoc } from '../../stores/caseload.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Keuze, Leeg, Melding, Sectie } from '../../ui/index.js';
import { teksten } from './vergelijking-teksten.js';

/** Two metingen that people choose, beside each other: in figures, in a picture and in words. */
export function Vergelijking({
  metingen,
  lijst,
}: {
  /** In order of time. */
  metingen: readonly MetingDoc[];
  lijst: (code: string) => Leefgebiedenlijst;
}): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const [van, zetVan] = useState(metingen[0]?.id ?? '');
  const [naar, zetNaar] = useState(metingen.at(-1)?.id ?? '');
  const eerste = metingen.find((m) => m.id === van) ?? metingen[0];
  const tweede = metingen.find((m) => m.id === naar) ?? metingen.at(-1);
  if (eerste === undefined || tweede === undefined || metingen.length < 2)
    return (
      <Sectie titel={t.titel}>
        <Leeg titel={t.teWeinig} />
      </Sectie>
    );
  const uit = vergelijkMetingen(eerste, tweede, lijst, taal);
  const { schaal } = lijst(tweede.lijst);
  const opties = metingen.map((m) => ({ id: m.id, label: datumVoluit(m.datum, taal) }));
  return (
    <Sectie
      titel={t.titel}
      bij={uit.zelfdeSchaal ? t.telling(uit.beter, uit.minder, uit.gelijk, uit.dagen) : undefined}
    >
      <div className="row wrap vergelijkkeuze">
        <Keuze label={t.van} opties={opties} waarde={eerste.id} bijWijziging={zetVan} />
        <Keuze label={t.naar} opties={opties} waarde={tweede.id} bijWijziging={zetNaar} />
      </div>
      {!uit.zelfdeSchaal && <Melding soort="letop" icoon={TriangleAlert} titel={t.schaal} />}
      <div className="tabelrol" tabIndex={0} role="region" aria-label={t.titel}>
        <table className="grid ruim vergelijk">
          <thead>
            <tr>
              <th scope="col">{t.leefgebied}</th>
              <th scope="col" className="num">
                {t.toen}
              </th>
              <th scope="col" className="num">
                {t.nu}
              </th>
              <th scope="col">{t.verschil}</th>
              <th scope="col">{t.toelichting}</th>
            </tr>
          </thead>
          <tbody>
            {uit.regels.map((r) => (
              <Rij key={r.code} regel={r} schaal={uit.zelfdeSchaal ? schaal : null} />
            ))}
          </tbody>
        </table>
      </div>
    </Sectie>
  );
}

function Rij({
  regel: r,
  schaal,
}: {
  regel: Vergelijkregel;
  schaal: Scoreschaal | null;
}): ReactNode {
  const t = useTeksten(teksten);
  return (
    <tr>
      <th scope="row">{r.label}</th>
      <td className="num">{r.van ?? <span className="soft">–</span>}</td>
      <td className="num">{r.naar ?? <span className="soft">–</span>}</td>
      <td>
        {r.verschil === null || r.verloop === null || schaal === null ? (
          <span className="soft">{r.van === null || r.naar === null ? t.niet : '–'}</span>
        ) : (
          <span className="row">
            <Stap regel={r} schaal={schaal} />
            <span className={`dl ${r.verloop}`}>
              {r.verschil > 0 && '+'}
              {r.verschil === 0 ? '' : r.verschil} {t[r.verloop]}
            </span>
          </span>
        )}
      </td>
      <td className="lang">
        {r.toelichtingVan !== '' && (
          <p className="meta">
            {t.toen}: {r.toelichtingVan}
          </p>
        )}
        {r.toelichtingNaar !== '' && (
          <p>
            {t.nu}: {r.toelichtingNaar}
          </p>
        )}
      </td>
    </tr>
  );
}

const BREED = 120;
const RAND = 8;

/** From the one score to the other on the scale; an open dot is then, a full one is now. */
function Stap({
  regel,
  schaal: { van, tot },
}: {
  regel: Vergelijkregel;
  schaal: Scoreschaal;
}): ReactNode {
  const t = useTeksten(teksten);
  const x = (score: number): number =>
    RAND + ((score - van) / Math.max(1, tot - van)) * (BREED - 2 * RAND);
  if (regel.van === null || regel.naar === null) return null;
  return (
    <svg
      className="chart stapbeeld"
      width={BREED}
      height={18}
      role="img"
      aria-label={t.beeld(regel.label, String(regel.van), String(regel.naar))}
    >
      <line className="g" x1={RAND} x2={BREED - RAND} y1={9} y2={9} />
      <line className="ln" x1={x(regel.van)} x2={x(regel.naar)} y1={9} y2={9} />
      <circle className="p" cx={x(regel.van)} cy={9} r={4} />
      <circle className="n" cx={x(regel.naar)} cy={9} r={5} />
    </svg>
  );
}
