import { Minus, TrendingDown, TrendingUp, type LucideIcon } from 'lucide-react';
import { Link } from 'wouter';
import { dagMaand, datumVoluit, type Verloop } from '../../../shared/domein/index.js';
import { padCasus } from '../../onderdelen/paden.js';
import type { Dossier } from '../../stores/caseload-dossier.js';
import {
  leefgebiedenVan,
  verloopVan,
  type Leefgebiedverloop,
} from '../../stores/caseload-metingen.js';
import { useLeefgebieden } from '../../stores/leefgebieden.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Leeg, Sectie, Spark } from '../../ui/index.js';
import { teksten } from './teksten.js';

const RICHTING: Readonly<Record<Verloop, LucideIcon>> = {
  beter: TrendingUp,
  minder: TrendingDown,
  gelijk: Minus,
};

/** A small course per leefgebied, with the table behind it. */
export function Leefgebieden({ dossier, vandaag }: { dossier: Dossier; vandaag: string }) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const { metingen, casus } = dossier;
  const { nu } = useLeefgebieden();
  const verlopen = leefgebiedenVan(metingen, taal, nu);
  const sinds = verloopVan(metingen);
  const kop =
    sinds === null
      ? undefined
      : t.leef.bij(
          sinds.beter,
          sinds.minder,
          sinds.gelijk,
          datumVoluit(sinds.sinds, taal).replace(/ \d{4}$/, ''),
        );
  const { schaal } = nu;
  return (
    <Sectie
      titel={t.leef.titel}
      bij={kop}
      className="a-leef"
      meer={
        metingen.length > 0 ? (
          <Link href={padCasus(casus.id, 'leefgebieden')}>{t.leef.verloop}</Link>
        ) : undefined
      }
    >
      {metingen.length === 0 ? (
        <Leeg titel={t.leef.geen}>{t.leef.geenUitleg}</Leeg>
      ) : (
        <>
          <ol className="mult">
            {verlopen.map((v) => (
              <li key={v.code}>
                <span className="lg">{v.label}</span>
                <Spark label={v.label} punten={v.scores} van={schaal.van} tot={schaal.tot} />
                <span className="val">
                  <b>{v.nu ?? '–'}</b>
                  <Richting v={v} />
                </span>
              </li>
            ))}
          </ol>
          <p className="meta axis">
            {t.leef.schaal(
              schaal.van,
              schaal.laag,
              schaal.tot,
              schaal.hoog,
              metingen.map((m) => dagMaand(m.datum, vandaag, taal)).join(', '),
            )}
          </p>
          <details className="alt">
            <summary>{t.leef.tabel}</summary>
            <Scoretabel dossier={dossier} vandaag={vandaag} />
          </details>
        </>
      )}
    </Sectie>
  );
}

export function Richting({ v }: { v: Leefgebiedverloop }) {
  const t = useTeksten(teksten);
  if (v.verloop === null) {
    return <span className="dl">{v.nu === null ? t.leef.niet : t.leef.nieuw}</span>;
  }
  const Icoon = RICHTING[v.verloop];
  return (
    <span className={`dl ${v.verloop}`}>
      <Icoon className="i" aria-hidden="true" />
      {t.leef[v.verloop]}
    </span>
  );
}

export function Scoretabel({ dossier, vandaag }: { dossier: Dossier; vandaag: string }) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const { metingen } = dossier;
  const { nu } = useLeefgebieden();
  return (
    <div className="tabelrol" tabIndex={0} role="region" aria-label={t.leef.titel}>
      <table className="grid scoretabel">
        <thead>
          <tr>
            <th scope="col">{t.leef.leefgebied}</th>
            {metingen.map((m) => (
              <th key={m.id} scope="col" className="num">
                {dagMaand(m.datum, vandaag, taal)}
              </th>
            ))}
            <th scope="col" className="uitkomst">
              {t.leef.verloop}
            </th>
          </tr>
        </thead>
        <tbody>
          {leefgebiedenVan(metingen, taal, nu).map((v) => (
            <tr key={v.code}>
              <th scope="row">{v.label}</th>
              {metingen.map((m, i) => (
                <td key={m.id} className="num">
                  {v.scores[i] ?? <span className="soft">–</span>}
                </td>
              ))}
              <td className="uitkomst">
                <Richting v={v} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
