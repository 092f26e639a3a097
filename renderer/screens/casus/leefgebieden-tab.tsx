import { useState } from 'react';
import { dagMaand, datumVoluit, type Scoreschaal } from '../../../shared/domein/index.js';
import type { Dossier } from '../../stores/caseload-dossier.js';
import { leefgebiedenVan, type Leefgebiedverloop } from '../../stores/caseload-metingen.js';
import { useLeefgebieden } from '../../stores/leefgebieden.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Keuze, Leeg, Sectie } from '../../ui/index.js';
import { Richting, Scoretabel } from './leefgebieden.js';
import { teksten } from './teksten.js';
import { Vergelijking } from './vergelijking.js';

const HOOGTE = 260;
const BOVEN = 18;
const ONDER = 34;

/** One leefgebied large, with what was said at each meting; below it all of them as a table. */
export function LeefgebiedenTab({ dossier, vandaag }: { dossier: Dossier; vandaag: string }) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const { metingen } = dossier;
  const { nu, van } = useLeefgebieden();
  const { schaal } = nu;
  const verlopen = leefgebiedenVan(metingen, taal, nu);
  const [code, zetCode] = useState(verlopen[0]?.code ?? '');
  const gekozen = verlopen.find((v) => v.code === code);

  if (metingen.length === 0) {
    return (
      <div className="page">
        <Sectie titel={t.leef.titel}>
          <Leeg titel={t.leef.geen}>{t.leef.geenUitleg}</Leeg>
        </Sectie>
      </div>
    );
  }
  return (
    <div className="page tabblad">
      {gekozen !== undefined && (
        <Sectie
          titel={t.leef.verloopVan(gekozen.label)}
          bij={<Richting v={gekozen} />}
          meer={
            <Keuze
              label={t.leef.kies}
              zonderLabel
              opties={verlopen.map((v) => ({ id: v.code, label: v.label }))}
              waarde={code}
              bijWijziging={zetCode}
            />
          }
        >
          <div className="groot">
            <div>
              <p className="meta">{`${schaal.tot} ${schaal.hoog}`}</p>
              <Grafiek
                v={gekozen}
                schaal={schaal}
                datums={metingen.map((m) => dagMaand(m.datum, vandaag, taal))}
              />
              <p className="meta">{`${schaal.van} ${schaal.laag}`}</p>
            </div>
            <ol className="list toelichtingen">
              {metingen.toReversed().map((m) => {
                const s = m.scores[gekozen.code];
                return (
                  <li key={m.id}>
                    <span className="due">{datumVoluit(m.datum, taal)}</span>
                    <b className="cijfer">{s?.score ?? '–'}</b>
                    <span className={s?.toelichting ? undefined : 'soft'}>
                      {s?.toelichting || t.leef.geenToelichting}
                    </span>
                  </li>
                );
              })}
            </ol>
          </div>
        </Sectie>
      )}
      <Vergelijking metingen={metingen} lijst={van} />
      <Sectie titel={t.leef.alle}>
        <Scoretabel dossier={dossier} vandaag={vandaag} />
        <p className="meta axis">
          {t.leef.schaal(
            schaal.van,
            schaal.laag,
            schaal.tot,
            schaal.hoog,
            metingen.map((m) => dagMaand(m.datum, vandaag, taal)).join(', '),
          )}
        </p>
      </Sectie>
    </div>
  );
}

/** The ends of the scale stand in words at the axis; every point carries its own figure. */
function Grafiek({
  v,
  schaal: { van, tot },
  datums,
}: {
  v: Leefgebiedverloop;
  schaal: Scoreschaal;
  datums: readonly string[];
}) {
  const t = useTeksten(teksten);
  const y = (score: number) =>
    BOVEN + ((tot - score) / Math.max(1, tot - van)) * (HOOGTE - BOVEN - ONDER);
  const x = (i: number) => (datums.length < 2 ? 55 : 14 + (80 * i) / (datums.length - 1));
  const punten = v.scores.flatMap((score, i) => (score === null ? [] : [{ i, score }]));
  const schalen = Array.from({ length: tot - van + 1 }, (_, i) => van + i);
  // With many metingen the dates would run into each other.
  const om = Math.max(1, Math.ceil(datums.length / 10));
  return (
    <svg
      className="chart verloop"
      width="100%"
      height={HOOGTE}
      role="img"
      aria-label={`${v.label}: ${v.scores.map((s, i) => `${datums[i] ?? ''} ${s ?? t.leef.niet}`).join(', ')}`}
    >
      {schalen.map((s) => (
        <g key={s}>
          <line className="g" x1="10%" x2="100%" y1={y(s)} y2={y(s)} />
          <text className="as" x="8%" y={y(s) + 5} textAnchor="end">
            {s}
          </text>
        </g>
      ))}
      {punten.slice(1).map(({ i, score }, k) => {
        const vorige = punten[k];
        return vorige === undefined ? null : (
          <line
            key={i}
            className="ln"
            x1={`${x(vorige.i)}%`}
            y1={y(vorige.score)}
            x2={`${x(i)}%`}
            y2={y(score)}
          />
        );
      })}
      {punten.map(({ i, score }) => (
        <g key={i}>
          <circle
            className={i === punten.at(-1)?.i ? 'n' : 'p'}
            cx={`${x(i)}%`}
            cy={y(score)}
            r={i === punten.at(-1)?.i ? 7 : 5}
          />
          <text className="w" x={`${x(i)}%`} y={y(score) - 12} textAnchor="middle">
            {score}
          </text>
        </g>
      ))}
      {datums.map((d, i) =>
        i % om === (datums.length - 1) % om ? (
          <text key={i} className="as" x={`${x(i)}%`} y={HOOGTE - 8} textAnchor="middle">
            {d}
          </text>
        ) : null,
      )}
    </svg>
  );
}
