import {
  dagMaand,
  korteDatum,
  leeftijd,
  opsomming,
  relatieveDatum,
  weekVan,
} from '../../../shared/domein/index.js';
import type { Casusrij } from '../../stores/caseload.js';
import { verloopVan } from '../../stores/caseload-metingen.js';
import { vindplaats, type Zoekbron } from '../../stores/caseload-zoek.js';
import { TERLOOPS_MS, useGeraadpleegd, useKluis, useVanCasus } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { teksten } from './teksten.js';

const GEBEURTENISSEN = 6;

/** What one wants to know before opening the case: shown beside the list where there is room. */
export function Voorbeeld({
  rij,
  bron,
  zoek,
  vandaag,
}: {
  rij: Casusrij | undefined;
  bron: Zoekbron | undefined;
  zoek: string;
  vandaag: string;
}) {
  const t = useTeksten(teksten);
  return (
    <aside className="preview" aria-label={t.voorbeeld}>
      {rij !== undefined && <Inhoud rij={rij} bron={bron} zoek={zoek} vandaag={vandaag} />}
    </aside>
  );
}

function Inhoud({
  rij,
  bron,
  zoek,
  vandaag,
}: {
  rij: Casusrij;
  bron: Zoekbron | undefined;
  zoek: string;
  vandaag: string;
}) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const acties = useVanCasus('acties', rij.id);
  const betrokkenen = useVanCasus('betrokkenen', rij.id);
  const gebeurtenissen = useVanCasus('gebeurtenissen', rij.id);
  const metingen = useVanCasus('metingen', rij.id);
  const { casus, volgendMdo } = rij;
  useGeraadpleegd('casussen', rij.id, TERLOOPS_MS);

  const hoofd = betrokkenen.find((b) => b.rol === 'hoofdbetrokkene');
  const { zondag } = weekVan(vandaag);
  const week = acties.filter(
    (a) =>
      a.status === 'open' && a.deadline !== null && a.deadline >= vandaag && a.deadline <= zondag,
  ).length;
  const overleg = volgendMdo === null ? undefined : kluis.haal('overleggen', volgendMdo.overleg);
  const wachtOp = overleg?.deelnemers
    .filter((d) => d.status === 'niet bevestigd')
    .map((d) => d.organisatie);
  const sinds = verloopVan(metingen);
  const laatste = gebeurtenissen
    .toSorted((a, b) => (a.datum < b.datum ? 1 : a.datum > b.datum ? -1 : 0))
    .slice(0, GEBEURTENISSEN);
  const plek = bron === undefined ? null : vindplaats(bron.docs, zoek);
  const leeftijdTekst =
    hoofd?.geboortedatum == null || casus.aard !== 'persoon'
      ? ''
      : `${leeftijd(hoofd.geboortedatum, vandaag)} ${t.jaar}, `;

  return (
    <>
      <p className="meta">{casus.nummer}</p>
      <h2>{casus.titel}</h2>
      <p className="soft">
        {leeftijdTekst}
        {casus.gemeente}. {casus.tafel}
      </p>
      {plek !== null && (
        <p className="vindplaats">
          <span className="meta">{t.gevondenIn}</span>
          <span>
            {plek.voor}
            <mark>{plek.raak}</mark>
            {plek.na}
          </span>
        </p>
      )}
      <dl className="kv">
        {volgendMdo !== null && (
          <div>
            <dt>{t.volgendMdo}</dt>
            <dd>
              <b>
                {relatieveDatum(volgendMdo.datum, vandaag, taal)} {volgendMdo.begin}
              </b>
              {volgendMdo.locatie !== '' && `, ${volgendMdo.locatie}`}
            </dd>
          </div>
        )}
        <div>
          <dt>{t.casusregie}</dt>
          <dd>
            {[casus.casusregieOrganisatie, casus.casusregieNaam]
              .filter((d) => d !== null && d !== '')
              .join(', ') || t.niemand}
          </dd>
        </div>
        <div>
          <dt>{t.openActies}</dt>
          <dd>{t.openWeek(rij.openActies, week)}</dd>
        </div>
        {sinds !== null && (
          <div>
            <dt>{t.sinds}</dt>
            <dd>{t.sindsTekst(sinds.beter, sinds.minder)}</dd>
          </div>
        )}
      </dl>
      <h3>{t.laatste}</h3>
      {laatste.length === 0 ? (
        <p className="soft">{t.geenGebeurtenissen}</p>
      ) : (
        <ol className="list">
          {laatste.map((g) => (
            <li key={g.id}>
              <span className="due" title={korteDatum(g.datum, vandaag, taal)}>
                {dagMaand(g.datum, vandaag, taal)}
              </span>
              <span>{g.titel}</span>
            </li>
          ))}
        </ol>
      )}
      {wachtOp !== undefined && wachtOp.length > 0 && (
        <>
          <h3>{t.letOp}</h3>
          <p>{t.nietBevestigd(opsomming(wachtOp, taal))}</p>
        </>
      )}
    </>
  );
}
