/** All meetings: planned week by week, minutes that are due, and what has been. */
import { BadgeCheck, CalendarPlus, FilePen, Play, Users } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { datumVoluit, korteDatum, plusDagen, weekVan } from '../../../shared/domein/datums.js';
import { nummerOverleggen, overlegTitel } from '../../../shared/domein/casusregels.js';
import { useVandaag } from '../../stores/klok.js';
import type { OverlegDoc } from '../../stores/mdo.js';
import { useDocs, useKluis, useSyncstand } from '../../stores/react.js';
import type { Scherm } from '../../stores/scherm.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Filterchip, Knop, Leeg, Paginakop, Sectie, Segment, Tag, Wacht } from '../../ui/index.js';
import { inWeken, kies, zondagVan, type Welke } from './lijst.js';
import { Plandialoog } from './plannen.js';
import { t } from './teksten.js';
import './mdos.css';

const PAGINA = 60;

function Mdos({ params }: { readonly params: Readonly<Record<string, string>> }): ReactNode {
  const w = useTeksten(t);
  const taal = useTaal();
  const kluis = useKluis();
  const vandaag = useVandaag();
  const [, ga] = useLocation();
  const overleggen = useDocs('overleggen');
  const casussen = useDocs('casussen');
  const [welke, setWelke] = useState<Welke>('gepland');
  const [mijn, setMijn] = useState(false);
  const [toon, setToon] = useState(PAGINA);
  const plannen = params['wat'] === 'plannen';

  const perId = useMemo(() => new Map(casussen.map((c) => [c.id, c])), [casussen]);
  const nummers = useMemo(() => nummerOverleggen(overleggen), [overleggen]);
  const eigen = useMemo(
    () =>
      mijn
        ? overleggen.filter((o) => perId.get(o.casus)?.procesregisseur === kluis.ik.naam)
        : overleggen,
    [overleggen, perId, mijn, kluis],
  );
  const aantallen = useMemo(
    () => ({
      gepland: kies(eigen, 'gepland').length,
      verslag: kies(eigen, 'verslag').length,
      geweest: kies(eigen, 'geweest').length,
    }),
    [eigen],
  );
  const gekozen = kies(eigen, welke);
  const weken = inWeken(gekozen.slice(0, toon), vandaag, welke);
  const { maandag, zondag } = weekVan(vandaag);
  const dezeWeek = overleggen.filter((o) => o.datum >= maandag && o.datum <= zondag).length;

  const weeknaam = (m: string | null): string => {
    if (m === null) return w.eerder;
    if (m === maandag) return w.dezeWeek;
    if (m === plusDagen(maandag, 7)) return w.volgendeWeek;
    if (m === plusDagen(maandag, -7)) return w.vorigeWeek;
    return w.week(korteDatum(m, vandaag, taal), korteDatum(zondagVan(m), vandaag, taal));
  };
  const bij = (m: string | null): string | undefined =>
    m === maandag || m === plusDagen(maandag, 7)
      ? w.week(korteDatum(m, vandaag, taal), korteDatum(zondagVan(m), vandaag, taal))
      : undefined;
  return (
    <div className="page mdos">
      <Paginakop
        titel={w.titel}
        lead={w.lead(dezeWeek, aantallen.verslag)}
        acties={
          <Knop soort="primair" icoon={CalendarPlus} onPress={() => ga('/mdos/plannen')}>
            {w.nieuw}
          </Knop>
        }
      />
      <div className="row wrap mdos-f">
        <Segment
          label={w.welke}
          opties={(['gepland', 'verslag', 'geweest'] as const).map((id) => ({
            id,
            label: w[id],
            aantal: aantallen[id],
          }))}
          waarde={welke}
          bijWijziging={(nieuw) => {
            setWelke(nieuw);
            setToon(PAGINA);
          }}
        />
        <Filterchip aan={mijn} bijWijziging={setMijn}>
          {w.mijn}
        </Filterchip>
      </div>
      {gekozen.length === 0 ? (
        <Leeg
          titel={
            welke === 'gepland'
              ? w.leegGepland
              : welke === 'verslag'
                ? w.leegVerslag
                : w.leegGeweest
          }
        >
          {welke === 'gepland' ? w.leegUitleg : null}
        </Leeg>
      ) : (
        weken.map((week) => (
          <Sectie
            key={week.maandag ?? 'eerder'}
            titel={weeknaam(week.maandag)}
            bij={bij(week.maandag)}
          >
            <table className="grid mdos-t">
              <colgroup>
                <col className="c-wan" />
                <col />
                <col className="c-srt" />
                <col className="c-pl" />
                <col className="c-dn" />
                <col className="c-st" />
              </colgroup>
              <thead className="sr">
                <tr>
                  {[w.wanneer, w.casus, w.soort, w.plaats, w.deelnemers, w.staat].map((kop) => (
                    <th key={kop} scope="col">
                      {kop}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {week.overleggen.map((o) => (
                  <Rij
                    key={o.id}
                    o={o}
                    naam={overlegTitel(o, nummers.get(o.id) ?? 1)}
                    titel={perId.get(o.casus)?.titel ?? w.onbekendeCasus}
                    vandaag={vandaag}
                  />
                ))}
              </tbody>
            </table>
          </Sectie>
        ))
      )}
      {gekozen.length > toon ? (
        <p className="mdos-m">
          <Knop onPress={() => setToon(toon + PAGINA)}>
            {w.meer(Math.min(PAGINA, gekozen.length - toon))}
          </Knop>
        </p>
      ) : null}
      <Plandialoog
        open={plannen}
        bijSluiten={() => ga('/mdos')}
        bijGepland={(o) => ga(`/mdo/${o.id}`)}
      />
    </div>
  );
}

function Rij({
  o,
  naam,
  titel,
  vandaag,
}: {
  readonly o: OverlegDoc;
  readonly naam: string;
  readonly titel: string;
  readonly vandaag: string;
}): ReactNode {
  const w = useTeksten(t);
  const taal = useTaal();
  const { wachtendeIds } = useSyncstand();
  const zeker = o.deelnemers.filter(
    (d) => d.status === 'aanwezig' || d.status === 'telefonisch',
  ).length;
  return (
    <tr>
      <td
        className={o.datum === vandaag ? 'vandaag' : undefined}
        title={datumVoluit(o.datum, taal)}
      >
        {korteDatum(o.datum, vandaag, taal)}
        {o.begin === null ? null : <b> {o.begin}</b>}
      </td>
      <th scope="row">
        <Link href={`/mdo/${o.id}`} className="who" aria-label={w.open(`${titel}, ${naam}`)}>
          {titel}
        </Link>
        {wachtendeIds.has(o.id) ? <Wacht /> : null}
      </th>
      <td>{naam}</td>
      <td className="soft">{o.locatie}</td>
      <td className="num soft">
        {o.deelnemers.length === 0 ? '' : w.bevestigd(zeker, o.deelnemers.length)}
      </td>
      <td>
        <Staat o={o} />
      </td>
    </tr>
  );
}

function Staat({ o }: { readonly o: OverlegDoc }): ReactNode {
  const w = useTeksten(t);
  const tekst = w.status[o.status];
  switch (o.status) {
    case 'gepland':
      return <span className="soft">{tekst}</span>;
    case 'bezig':
      return (
        <span className="tag">
          <Play className="i" aria-hidden="true" />
          {tekst}
        </span>
      );
    case 'concept':
      return (
        <span className="tag">
          <FilePen className="i" aria-hidden="true" />
          {tekst}
        </span>
      );
    case 'vastgesteld':
      return (
        <Tag soort="goed" icoon={BadgeCheck}>
          {tekst}
        </Tag>
      );
  }
}

export const scherm: Scherm = {
  id: 'mdos',
  pad: '/mdos/:wat?',
  titel: { nl: 'MDO’s', en: 'MDOs' },
  menu: { groep: 'werk', volgorde: 40, icoon: Users },
  Component: Mdos,
};
