import { GitCompareArrows, KeyRound, ShieldCheck, Siren } from 'lucide-react';
import { Link } from 'wouter';
import {
  klok,
  korteDatum,
  korteNaam,
  opsomming,
  relatieveDatum,
  vandaagIso,
  weekVan,
} from '../../../shared/domein/index.js';
import { padAanmelding, padCasus, padMdo, padVerschil } from '../../onderdelen/paden.js';
import {
  criteriaKlaar,
  type AanmeldingDoc,
  type Casusrij,
  type OverlegDoc,
} from '../../stores/caseload.js';
import { naamVan, useVerschillen } from '../../stores/caseload-react.js';
import { padInWoorden } from '../../stores/caseload-verschillen.js';
import { useToegangstaken } from '../../stores/autorisaties.js';
import { useDocs, useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Leeg, Sectie, Tag, Telling } from '../../ui/index.js';
import { teksten } from './teksten.js';

const HOOGSTENS = 5;
const MDOS = 8;

export function NieuweAanmeldingen({ vandaag }: { vandaag: string }) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const nieuw = useDocs('aanmeldingen')
    .filter((a) => a.status === 'nieuw')
    .toSorted(eerstSpoed);
  return (
    <Sectie
      titel={t.aanmeldingen}
      bij={nieuw.length > 0 ? <Telling>{nieuw.length}</Telling> : undefined}
      meer={nieuw.length > HOOGSTENS ? <Link href="/aanmeldingen">{t.alle}</Link> : undefined}
    >
      {nieuw.length === 0 ? (
        <Leeg titel={t.geenAanmeldingen}>
          <Link href="/aanmeldingen/nieuw">{t.aanmeldingNieuw}</Link>
        </Leeg>
      ) : (
        <ul className="list">
          {nieuw.slice(0, HOOGSTENS).map((a) => (
            <li key={a.id}>
              <span className="two">
                <Link className="t" href={padAanmelding(a.id)}>
                  {a.aanduiding}
                </Link>
                <span className="meta">
                  {a.melder}, {ontvangen(a.ontvangenOp, vandaag, taal)}
                </span>
              </span>
              {a.spoed ? (
                <span className="push">
                  <Tag soort="kritiek" doos icoon={Siren}>
                    {t.spoed}
                  </Tag>
                </span>
              ) : (
                <span className="meta push nowrap">
                  {t.criteria(criteriaKlaar(a.criteria).gemotiveerd)}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Sectie>
  );
}

function eerstSpoed(a: AanmeldingDoc, b: AanmeldingDoc): number {
  if (a.spoed !== b.spoed) return a.spoed ? -1 : 1;
  return a.ontvangenOp < b.ontvangenOp ? 1 : -1;
}

/** With the time when it came in today, because then it matters. */
function ontvangen(moment: string, vandaag: string, taal: 'nl' | 'en'): string {
  const op = new Date(moment);
  const dag = vandaagIso(op);
  const kort = relatieveDatum(dag, vandaag, taal);
  return dag === vandaag ? `${kort} ${klok(op)}` : kort;
}

export function MdosDezeWeek({
  overleggen,
  rijen,
  vandaag,
}: {
  /** In order of time. */
  overleggen: readonly OverlegDoc[];
  rijen: ReadonlyMap<string, Casusrij>;
  vandaag: string;
}) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const { zondag } = weekVan(vandaag);
  const vanHuis = overleggen.filter((o) => o.datum >= vandaag && o.datum <= zondag);
  const vanMij = vanHuis.filter((o) => (rijen.get(o.casus)?.mijn ?? null) !== null);
  const week = (vanMij.length > 0 ? vanMij : vanHuis).slice(0, MDOS);
  return (
    <Sectie titel={t.week} meer={<Link href="/mdos">{t.agenda}</Link>}>
      {week.length === 0 ? (
        <Leeg titel={t.geenWeek} />
      ) : (
        <ul className="daylist" role="list">
          {week.map((o, i) => {
            const eerste = week[i - 1]?.datum !== o.datum;
            const dag = korteDatum(o.datum, vandaag, taal).split(' ').slice(0, 2).join(' ');
            return (
              <li key={o.id}>
                <span className="d">{eerste ? dag : <span className="sr">{dag}</span>}</span>
                <span>{o.begin ?? ''}</span>
                <span className="clip">
                  <Link
                    className="t"
                    href={o.status === 'bezig' ? padMdo(o.id) : padCasus(o.casus)}
                  >
                    {korteNaam(rijen.get(o.casus)?.titel ?? '')}
                  </Link>
                  {o.soort !== 'vervolg-MDO' && <span className="soort">, {o.soort}</span>}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Sectie>
  );
}

export function OpenVerschillen({ rijen }: { rijen: ReadonlyMap<string, Casusrij> }) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const verschillen = useVerschillen();
  return (
    <Sectie
      titel={t.verschillen}
      bij={verschillen.length > 0 ? <Telling>{verschillen.length}</Telling> : undefined}
      meer={verschillen.length > HOOGSTENS ? <Link href="/verschillen">{t.alle}</Link> : undefined}
    >
      {verschillen.length === 0 ? (
        <Leeg titel={t.geenVerschillen}>{t.geenVerschillenUitleg}</Leeg>
      ) : (
        <ul className="list">
          {verschillen.slice(0, HOOGSTENS).map((v) => {
            const casus = v.casus === null ? undefined : rijen.get(v.casus)?.titel;
            const anderen = [...new Set(v.waarden.map((w) => w.door))]
              .filter((door) => door !== kluis.ik.id)
              .map((door) => naamVan(kluis, door, taal));
            const wie = casus === undefined ? (v.onderdeel ?? '') : korteNaam(casus);
            return (
              <li key={v.sleutel}>
                <GitCompareArrows className="i" aria-hidden="true" />
                <span className="two">
                  <Link className="t" href={padVerschil(v.sleutel)}>
                    {padInWoorden(v.pad, kluis.haal(v.collectie, v.doc), taal)}
                  </Link>
                  <span className="meta">
                    {anderen.length === 0 ? wie : t.met(wie, opsomming(anderen, taal))}
                  </span>
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Sectie>
  );
}

/** Requests to decide on and rights to look at again; not there for who has nothing to do with it. */
export function Toegangswerk({
  rijen,
  vandaag,
}: {
  rijen: ReadonlyMap<string, Casusrij>;
  vandaag: string;
}) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const taken = useToegangstaken();
  if (taken.length === 0) return null;
  return (
    <Sectie titel={t.toegang} bij={<Telling>{taken.length}</Telling>}>
      <ul className="list">
        {taken.slice(0, HOOGSTENS).map((taak) => {
          const naam = naamVan(kluis, taak.account, taal);
          const casus = taak.casus === null ? undefined : rijen.get(taak.casus)?.titel;
          const wie = casus === undefined ? t.inHuis : korteNaam(casus);
          const Icoon = taak.soort === 'aanvraag' ? KeyRound : ShieldCheck;
          return (
            <li key={`${taak.soort}/${taak.casus ?? ''}/${taak.account}`}>
              <Icoon className="i" aria-hidden="true" />
              <span className="two">
                <Link
                  className="t"
                  href={taak.casus === null ? '/leden' : padCasus(taak.casus, 'toegang')}
                >
                  {(taak.soort === 'aanvraag' ? t.aanvraagVan : t.beoordelingVan)(naam)}
                </Link>
                <span className="meta">
                  {taak.soort === 'aanvraag'
                    ? wie
                    : t.voor(wie, korteDatum(taak.uiterlijk, vandaag, taal))}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
      {taken.length > HOOGSTENS && <p className="under soft">{t.meer(taken.length - HOOGSTENS)}</p>}
    </Sectie>
  );
}
