import { ArrowRight, Check, CircleDashed, Siren, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { CRITERIA, type Aanmelding } from '../../../shared/schema/index.js';
import { leeftijd, momentKort, nlDatum, opsomming } from '../../../shared/domein/index.js';
import { Bewaarstand } from '../../onderdelen/bewaarstand.js';
import { useInBeeld } from '../../onderdelen/in-beeld.js';
import { padCasus } from '../../onderdelen/paden.js';
import { criteriaKlaar, type AanmeldingDoc } from '../../stores/caseload.js';
import { magAccepteren } from '../../stores/caseload-aanmelding.js';
import { spoelConcepten, useConcept } from '../../stores/concept.js';
import { wijzigMetTerug } from '../../stores/ongedaan.js';
import { TERLOOPS_MS, useGeraadpleegd, useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop, Knoplink, Menuknop, Sectie, Segment, Tag, Veld } from '../../ui/index.js';
import { Accepteren, Afhandelen, type Uitkomst } from './afhandelen.js';
import { teksten } from './teksten.js';

type Criterium = (typeof CRITERIA)[number];

export function Detail({
  aanmelding: a,
  vandaag,
  gevraagd,
}: {
  aanmelding: AanmeldingDoc;
  vandaag: string;
  /** Asked for by its address, not just the first of the list. */
  gevraagd: boolean;
}) {
  const beeld = useInBeeld(gevraagd);
  useGeraadpleegd('aanmeldingen', a.id, gevraagd ? 0 : TERLOOPS_MS);
  const t = useTeksten(teksten);
  const taal = useTaal();
  const [uitkomst, zetUitkomst] = useState<Uitkomst | 'accepteren' | null>(null);
  const { gemotiveerd } = criteriaKlaar(a.criteria);
  const toets = magAccepteren(a);
  const reden = toets.ok
    ? null
    : toets.fout.soort === 'verwerkt'
      ? t.alVerwerkt
      : toets.fout.soort === 'niet-gemotiveerd'
        ? t.nietAlles(opsomming(toets.fout.criteria, taal))
        : t.nietVoldaanReden(opsomming(toets.fout.criteria, taal));
  const nieuw = a.status === 'nieuw';

  return (
    <div className="choose" ref={beeld}>
      <div className="choose-m">
        <p className="meta">
          {a.melder}, {momentKort(a.ontvangenOp, vandaag, taal)}
        </p>
        <div className="row wrap aanm-titel">
          <h2>{a.naam === '' ? a.aanduiding : a.naam}</h2>
          {a.spoed && (
            <Tag soort="kritiek" doos icoon={Siren}>
              {t.spoed}
            </Tag>
          )}
          {!nieuw && <Tag soort="goed">{t.status[a.status]}</Tag>}
        </div>
        <div className="aanm-kolommen">
          <div>
            <Sectie titel={t.toets} bij={t.toetsBij(gemotiveerd)}>
              <p className="meta under">{t.toetsUitleg}</p>
              <ol className="criteria">
                {CRITERIA.map((c) => (
                  <Toets key={c} c={c} aanmelding={a} vast={!nieuw} />
                ))}
              </ol>
            </Sectie>
          </div>
          <div>
            <Sectie titel={t.aanleiding}>
              <p className="aanleiding">{a.aanleiding}</p>
              <dl className="kv">
                <div>
                  <dt>{t.gemeldDoor}</dt>
                  <dd>{[a.melder, a.melderNaam].filter((x) => x !== '').join(', ')}</dd>
                </div>
                <div>
                  <dt>{t.ontvangen}</dt>
                  <dd>{momentKort(a.ontvangenOp, vandaag, taal)}</dd>
                </div>
                <div>
                  <dt>{t.betrokkene}</dt>
                  <dd>{a.aanduiding}</dd>
                </div>
                {a.geboortedatum !== null && (
                  <div>
                    <dt>{t.geboren}</dt>
                    <dd>
                      {nlDatum(a.geboortedatum, taal)}, {leeftijd(a.geboortedatum, vandaag)}{' '}
                      {t.jaar}
                    </dd>
                  </div>
                )}
                <div>
                  <dt>{t.gemeente}</dt>
                  <dd>{a.gemeente}</dd>
                </div>
                {a.problematiek.length > 0 && (
                  <div>
                    <dt>{t.problematiek}</dt>
                    <dd>{opsomming(a.problematiek, taal)}</dd>
                  </div>
                )}
                {a.uitkomst !== undefined && (
                  <div>
                    <dt>{t.uitkomstTekst}</dt>
                    <dd className="tekst">
                      <b>{t.status[a.status]}</b>
                      {'. '}
                      {a.uitkomst}
                    </dd>
                  </div>
                )}
              </dl>
            </Sectie>
          </div>
        </div>
      </div>
      <div className="act-foot">
        {a.casus !== null ? (
          <Knoplink soort="primair" icoon={ArrowRight} href={padCasus(a.casus)}>
            {t.naarCasus}
          </Knoplink>
        ) : nieuw ? (
          <>
            <Knop onPress={() => zetUitkomst('afgewezen')}>{t.afwijzen}</Knop>
            <Menuknop
              label={t.uitkomstTekst}
              punten={[
                { id: 'doorgeleid', label: t.doorgeleiden, doe: () => zetUitkomst('doorgeleid') },
                { id: 'advies', label: t.advies, doe: () => zetUitkomst('advies') },
              ]}
            >
              {t.doorgeleiden}, {t.advies.toLowerCase()}
            </Menuknop>
            <span className="push meta reden" aria-hidden="true">
              {reden !== null && <TriangleAlert className="i" aria-hidden="true" />} {reden}
            </span>
            <Knop
              soort="primair"
              icoon={Check}
              reden={reden}
              onPress={() => void spoelConcepten().then(() => zetUitkomst('accepteren'))}
            >
              {t.accepteren}
            </Knop>
          </>
        ) : (
          <span className="soft">{t.alVerwerkt}</span>
        )}
      </div>
      {uitkomst === 'accepteren' ? (
        <Accepteren aanmelding={a} bijSluiten={() => zetUitkomst(null)} />
      ) : (
        uitkomst !== null && (
          <Afhandelen aanmelding={a} uitkomst={uitkomst} bijSluiten={() => zetUitkomst(null)} />
        )
      )}
    </div>
  );
}

type Oordeel = 'ja' | 'nee' | 'open';

/** One criterion: what the law asks, the judgement, and why. */
function Toets({
  c,
  aanmelding,
  vast,
}: {
  c: Criterium;
  aanmelding: AanmeldingDoc;
  vast: boolean;
}) {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  const { voldaan, motivering } = aanmelding.criteria[c];
  const { veld, stand } = useConcept({
    collectie: 'aanmeldingen',
    doc: aanmelding,
    pad: `criteria/${c}/motivering`,
    lees: (d) => d.criteria[c].motivering,
    zet: (d, tekst) => {
      d.criteria[c].motivering = tekst;
    },
  });
  const klaar = voldaan !== null && motivering.trim() !== '';
  const Icoon = klaar ? Check : CircleDashed;

  const oordeel = (nieuw: Oordeel) =>
    void wijzigMetTerug(
      kluis,
      'aanmeldingen',
      aanmelding,
      (d: Aanmelding) => {
        d.criteria[c].voldaan = nieuw === 'open' ? null : nieuw === 'ja';
      },
      t.criteriumGewijzigd(c),
    );

  return (
    <li className={klaar ? 'klaar' : undefined}>
      <Icoon className="i" aria-hidden="true" />
      <div className="crit">
        <p>
          <b>{c}.</b> {t[c]}
        </p>
        {vast ? (
          <p className="soft">
            {voldaan === true ? t.voldaan : voldaan === false ? t.nietVoldaan : t.nogNiet}
            {motivering !== '' && `. ${motivering}`}
          </p>
        ) : (
          <>
            <Segment<Oordeel>
              label={t.criterium(c)}
              waarde={voldaan === null ? 'open' : voldaan ? 'ja' : 'nee'}
              bijWijziging={oordeel}
              opties={[
                { id: 'open', label: t.nogNiet },
                { id: 'ja', label: t.voldaan },
                { id: 'nee', label: t.nietVoldaan },
              ]}
            />
            <Veld
              label={t.motiveringVan(c)}
              zonderLabel
              placeholder={t.motivering}
              multiline
              regels={2}
              {...veld}
            />
            <Bewaarstand stand={stand} />
          </>
        )}
      </div>
    </li>
  );
}
