import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import {
  initialen,
  isMinderjarig,
  kortAf,
  leeftijd,
  opsomming,
} from '../../../shared/domein/index.js';
import { Geheimmerk } from '../../onderdelen/brp/index.js';
import type { BetrokkeneDoc } from '../../stores/caseload.js';
import type { Dossier } from '../../stores/caseload-dossier.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop, Leeg, Sectie } from '../../ui/index.js';
import { Betrokkenedialoog, type Betrokkenedoel } from './betrokkene-dialoog.js';
import { BREEDTE, deelIn, ORG, TE_VEEL, type Indeling } from './netwerk-indeling.js';
import { teksten as eigen } from './betrokkene-teksten.js';
import { teksten } from './teksten.js';

/** Organisations that sit at the table or carry out actions; the one with casusregie first. */
export function organisatiesVan(
  dossier: Dossier,
): readonly { naam: string; open: number; regie: boolean }[] {
  const { casus, acties, overleggen } = dossier;
  const laatste = overleggen.at(-1);
  const namen = new Set<string>();
  if (casus.casusregieOrganisatie !== null) namen.add(casus.casusregieOrganisatie);
  for (const d of laatste?.deelnemers ?? []) namen.add(d.organisatie);
  for (const a of acties) if (a.status === 'open') namen.add(a.eigenaar);
  namen.delete('ZVH');
  namen.delete('');
  return [...namen].map((naam) => ({
    naam,
    open: acties.filter((a) => a.status === 'open' && a.eigenaar === naam).length,
    regie: naam === casus.casusregieOrganisatie,
  }));
}

export function Netwerk({
  dossier,
  vandaag,
  zonderKnop = false,
}: {
  dossier: Dossier;
  vandaag: string;
  /** Where the button to add somebody is already there. */
  zonderKnop?: boolean;
}) {
  const t = useTeksten(teksten);
  const [doel, zetDoel] = useState<Betrokkenedoel | null>(null);
  const te = useTeksten(eigen);
  const orgs = organisatiesVan(dossier);
  const gebied = dossier.casus.aard === 'gebied';
  // Of an area everybody stands around it.
  const anderen = dossier.betrokkenen.filter((b) => gebied || b.rol === 'nevenbetrokkene');
  const veel = dossier.betrokkenen.length > TE_VEEL;
  const lijst = (
    <Personenlijst
      betrokkenen={dossier.betrokkenen}
      vandaag={vandaag}
      open={(betrokkene) => zetDoel({ soort: 'wijzig', betrokkene })}
    />
  );
  const plaat = (
    <Plaat
      naam={dossier.casus.titel}
      gebied={gebied ? dossier.casus.gebied?.wijk || te.gebied : null}
      indeling={deelIn(
        anderen,
        orgs.map((o) => ({
          naam: o.naam,
          regie: o.regie,
          bij: o.regie ? t.net.casusregie : o.open > 0 ? t.net.open(o.open) : t.net.aanTafel,
        })),
        vandaag,
      )}
    />
  );
  return (
    <Sectie
      titel={t.net.titel}
      className="a-net"
      bij={`${t.net.personen(dossier.betrokkenen.length)}, ${t.net.organisaties(orgs.length)}`}
      meer={
        zonderKnop ? undefined : (
          <Knop
            soort="stil"
            icoon={UserPlus}
            onPress={() => zetDoel({ soort: 'nieuw', eerste: dossier.betrokkenen.length === 0 })}
          >
            {t.betr.nieuw}
          </Knop>
        )
      }
    >
      {dossier.betrokkenen.length === 0 && orgs.length === 0 ? (
        <Leeg titel={t.betr.geen}>{t.betr.geenUitleg}</Leeg>
      ) : veel ? (
        <>
          <p className="meta under">{t.net.te}</p>
          {lijst}
          <details className="alt">
            <summary>{t.net.plaat}</summary>
            {plaat}
          </details>
        </>
      ) : (
        <>
          {plaat}
          <details className="alt">
            <summary>{t.net.lijst}</summary>
            {lijst}
          </details>
        </>
      )}
      <Betrokkenedialoog casus={dossier.casus} doel={doel} bijSluiten={() => zetDoel(null)} />
    </Sectie>
  );
}

/** People write `Lammers`, `Huishouden Lammers` or `Gezin Lammers`. */
function huishoudennaam(naam: string, voluit: (n: string) => string): string {
  return /^(huishouden|gezin|household|family)\b/i.test(naam) ? naam : voluit(naam);
}

export function Personenlijst({
  betrokkenen,
  vandaag,
  open,
}: {
  betrokkenen: readonly BetrokkeneDoc[];
  vandaag: string;
  open: (b: BetrokkeneDoc) => void;
}) {
  const t = useTeksten(teksten);
  const te = useTeksten(eigen);
  const leeftijdInWoorden = (geboortedatum: string): string =>
    (isMinderjarig(geboortedatum, vandaag) ? te.minderjarig : te.jaar)(
      leeftijd(geboortedatum, vandaag),
    );
  return (
    <ul className="list personen">
      {betrokkenen.map((b) => (
        <li key={b.id}>
          <button type="button" className="link" onClick={() => open(b)}>
            {b.naam}
          </button>
          <Geheimmerk brp={b.brp} />
          <span className="soft">
            {[
              b.rol === 'hoofdbetrokkene' ? t.betr.hoofdbetrokkene.toLowerCase() : b.relatie,
              b.geboortedatum === null ? null : leeftijdInWoorden(b.geboortedatum),
              b.band === 'verbroken' ? t.net.verbroken : null,
              b.huishouden === null ? null : huishoudennaam(b.huishouden, t.net.huishouden),
            ]
              .filter((x) => x !== null && x !== '')
              .join(', ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Plaat({
  naam,
  gebied,
  indeling,
}: {
  naam: string;
  /** Name of the area that stands in the middle; null for a person. */
  gebied: string | null;
  indeling: Indeling;
}) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const { hoogte, midden, personen, huishoudens, organisaties } = indeling;
  const rest = opsomming(
    [
      ...personen.map((p) => (p.bij === '' ? p.naam : `${p.naam} (${p.bij})`)),
      ...organisaties.map((o) => o.naam),
    ],
    taal,
  );
  return (
    <>
      <svg
        className="chart net"
        viewBox={`0 0 ${BREEDTE} ${hoogte}`}
        role="img"
        aria-label={t.net.plaatje(naam, rest)}
      >
        {huishoudens.map((h) => (
          <g key={h.naam}>
            <rect className="hh" x={h.x} y={h.y} width={h.b} height={h.h} rx="8" />
            <text className="sb lft" x={h.x + 10} y={h.y + h.h - 8}>
              {huishoudennaam(h.naam, t.net.huishouden)}
            </text>
          </g>
        ))}
        {personen.map((p) => (
          <path key={p.id} className={p.lijn} d={`M${midden.x} ${midden.y}L${p.x} ${p.y}`} />
        ))}
        {organisaties.map((o) => {
          const y = o.y + ORG.hoogte / 2;
          return (
            <path
              key={o.naam}
              className={o.regie ? 'lead' : 'pro'}
              d={`M${midden.x} ${midden.y}C${midden.x + 110} ${midden.y} ${ORG.x - 70} ${y} ${ORG.x} ${y}`}
            />
          );
        })}
        {personen.map((p) => (
          <g key={p.id} className={p.minderjarig ? 'kid' : undefined}>
            <circle cx={p.x} cy={p.y} r="16" />
            <text className="ini" x={p.x} y={p.y + 4}>
              {p.initialen}
            </text>
            <text className="nm" x={p.x} y={p.boven ? p.y - 34 : p.y + 30}>
              {p.naam}
            </text>
            <text className="sb" x={p.x} y={p.boven ? p.y - 21 : p.y + 44}>
              {p.bij}
            </text>
          </g>
        ))}
        {gebied === null ? (
          <g className="main-p">
            <circle cx={midden.x} cy={midden.y} r="24" />
            <text className="ini" x={midden.x} y={midden.y + 5}>
              {initialen(naam)}
            </text>
          </g>
        ) : (
          <g className="main-p">
            <rect x={midden.x - 52} y={midden.y - 19} width="104" height="38" rx="19" />
            <text className="ini" x={midden.x} y={midden.y + 5}>
              {kortAf(gebied, 14)}
            </text>
          </g>
        )}
        {organisaties.map((o) => (
          <g key={o.naam} className={o.regie ? 'org lead-o' : 'org'}>
            <rect x={ORG.x} y={o.y} width={ORG.breedte} height={ORG.hoogte} rx="4" />
            <text className="nm" x={ORG.x + 10} y={o.y + 16}>
              {o.naam}
            </text>
            <text className="sb" x={ORG.x + 10} y={o.y + 31}>
              {o.bij}
            </text>
          </g>
        ))}
      </svg>
      <p className="meta legend">
        <span>
          <i className="k fam" />
          {t.net.familie}
        </span>
        <span>
          <i className="k off" />
          {t.net.verbroken}
        </span>
        <span>
          <i className="k soc" />
          {t.net.sociaal}
        </span>
        <span>
          <i className="k pro" />
          {t.net.organisatie}
        </span>
        {personen.some((p) => p.minderjarig) && (
          <span>
            <i className="kid" />
            {t.net.minderjarig}
          </span>
        )}
      </p>
    </>
  );
}
