/** What the melder said, how complete it is, how it was weighed, and what the melder heard. */
import { MessageSquareReply, Pencil } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import {
  isTerugTeKoppelen,
  leeftijd,
  momentKort,
  nlDatum,
  opsomming,
  urenTussen,
  vergelijkOverleg,
  volledigheid,
} from '../../../shared/domein/index.js';
import { Terugkoppelknop } from '../../onderdelen/aanmelding/index.js';
import { Bewaarstand } from '../../onderdelen/bewaarstand.js';
import { useConcept } from '../../stores/concept.js';
import type { AanmeldingDoc } from '../../stores/caseload.js';
import { naamVan } from '../../stores/caseload-react.js';
import { useMinuut } from '../../stores/klok.js';
import { useKluis, useVanCasus } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop, Melding, Sectie, Veld } from '../../ui/index.js';
import { Bekenden } from './bekenden.js';
import { teksten } from './teksten.js';

function Rij({ naam, children }: { naam: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{naam}</dt>
      <dd className="tekst">{children}</dd>
    </div>
  );
}

export function Gegevens({
  aanmelding: a,
  vandaag,
  bijAanvullen,
}: {
  aanmelding: AanmeldingDoc;
  vandaag: string;
  bijAanvullen: () => void;
}): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const nieuw = a.status === 'nieuw';
  const { mist } = volledigheid(a);
  return (
    <>
      <Bekenden aanmelding={a} />
      <Terugkoppeling aanmelding={a} vandaag={vandaag} />
      <Sectie
        titel={t.aanleiding}
        meer={
          nieuw && (
            <Knop icoon={Pencil} onPress={bijAanvullen}>
              {t.aanvullen}
            </Knop>
          )
        }
      >
        <p className="aanleiding">{a.aanleiding}</p>
        {nieuw && (
          <p className="meta under">
            {mist.length === 0
              ? t.volledig
              : t.mist(
                  opsomming(
                    mist.map((v) => t.veld[v]),
                    taal,
                  ),
                )}
          </p>
        )}
        {a.spoed && nieuw && <Spoedreden aanmelding={a} />}
        <dl className="kv">
          {a.verzoek !== undefined && <Rij naam={t.form.verzoek}>{a.verzoek}</Rij>}
          {a.hulp !== undefined && <Rij naam={t.form.hulp}>{a.hulp}</Rij>}
          <Rij naam={t.gemeldDoor}>
            {[a.melder, a.melderNaam, a.melderFunctie ?? ''].filter((x) => x !== '').join(', ')}
          </Rij>
          <Rij naam={t.ontvangen}>
            {momentKort(a.ontvangenOp, vandaag, taal)}
            {a.kanaal !== undefined && `, ${t.kanalen[a.kanaal].toLocaleLowerCase()}`}
          </Rij>
          <Rij naam={t.betrokkene}>{a.aanduiding}</Rij>
          {a.geboortedatum !== null && (
            <Rij naam={t.geboren}>
              {nlDatum(a.geboortedatum, taal)}, {leeftijd(a.geboortedatum, vandaag)} {t.jaar}
            </Rij>
          )}
          {a.bsn !== undefined && <Rij naam={t.form.bsn}>{a.bsn}</Rij>}
          <Rij naam={t.gemeente}>{a.gemeente}</Rij>
          {a.problematiek.length > 0 && (
            <Rij naam={t.problematiek}>{opsomming(a.problematiek, taal)}</Rij>
          )}
          {a.besproken !== undefined && (
            <Rij naam={t.form.besproken}>
              {a.besproken.ja ? t.form.ja : `${t.form.nee}. ${a.besproken.reden}`}
            </Rij>
          )}
          {a.spoed && !nieuw && a.spoedReden !== undefined && (
            <Rij naam={t.spoed}>{a.spoedReden}</Rij>
          )}
          {a.spoed && <Totoverleg aanmelding={a} />}
          {a.advies !== undefined && (
            <Rij naam={t.advies}>
              <Link href="/registers">{t.uitAdvies}</Link>
            </Rij>
          )}
          {a.triage !== undefined && (
            <>
              <Rij naam={t.triage}>
                {a.triage.tafel === ''
                  ? t.alleenBureau(nlDatum(a.triage.op, taal))
                  : t.gewogen(nlDatum(a.triage.op, taal), a.triage.tafel)}
              </Rij>
              {a.triage.met.length > 0 && (
                <Rij naam={t.metWie}>{opsomming(a.triage.met, taal)}</Rij>
              )}
              {a.triage.weging !== '' && <Rij naam={t.weging}>{a.triage.weging}</Rij>}
            </>
          )}
          {a.belegdBij !== undefined && <Rij naam={t.belegd}>{a.belegdBij}</Rij>}
          {a.uitkomst !== undefined && (
            <Rij naam={t.uitkomstTekst}>
              <b>{t.status[a.status]}</b>
              {'. '}
              {a.uitkomst}
            </Rij>
          )}
        </dl>
      </Sectie>
    </>
  );
}

/** Why it is urgent: asked until it was decided. */
function Spoedreden({ aanmelding: a }: { aanmelding: AanmeldingDoc }): ReactNode {
  const t = useTeksten(teksten);
  const { veld, stand } = useConcept({
    collectie: 'aanmeldingen',
    doc: a,
    pad: 'spoedReden',
    lees: (d) => d.spoedReden ?? '',
    zet: (d, nieuw) => {
      d.spoedReden = nieuw;
    },
  });
  return (
    <>
      <Veld label={t.spoedReden} multiline regels={2} hulp={t.spoedRoute} {...veld} />
      <Bewaarstand stand={stand} />
    </>
  );
}

/** How many hours it took from the aanmelding until an overleg, or takes already. */
function Totoverleg({ aanmelding: a }: { aanmelding: AanmeldingDoc }): ReactNode {
  const t = useTeksten(teksten);
  const minuut = useMinuut();
  const overleggen = useVanCasus('overleggen', a.casus ?? '');
  const eerste = overleggen.toSorted(vergelijkOverleg)[0];
  const nu = new Date(minuut * 60_000).toISOString();
  if (eerste === undefined)
    return <Rij naam={t.totOverleg}>{t.geenOverleg(t.uren(urenTussen(a.ontvangenOp, nu)))}</Rij>;
  // Of an overleg without a time only the day is known: at its end at the latest.
  const op = new Date(`${eerste.datum}T${eerste.begin ?? '23:59'}`).toISOString();
  return <Rij naam={t.totOverleg}>{t.totOverlegNa(t.uren(urenTussen(a.ontvangenOp, op)))}</Rij>;
}

function Terugkoppeling({
  aanmelding: a,
  vandaag,
}: {
  aanmelding: AanmeldingDoc;
  vandaag: string;
}): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  if (isTerugTeKoppelen(a))
    return (
      <Melding
        soort="letop"
        icoon={MessageSquareReply}
        titel={t.terugkoppeling}
        className="bekenden"
        acties={<Terugkoppelknop aanmelding={a} />}
      >
        <p>{t.terugkoppelingNodig}</p>
      </Melding>
    );
  if (a.terugkoppeling === undefined) return null;
  const { op, door, hoe } = a.terugkoppeling;
  return (
    <p className="meta under">
      {t.teruggekoppeld}:{' '}
      {t.teruggekoppeldOp(momentKort(op, vandaag, taal), naamVan(kluis, door, taal), hoe)}
    </p>
  );
}
