/** What is weighed: each aanmelding with what is known of it, the weighing in words, and its outcome. */
import { Check, ListX, Siren } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { momentKort, volledigheid, type Uitkomst } from '../../../shared/domein/index.js';
import { nietAccepteren, Uitkomstdialoog } from '../../onderdelen/aanmelding/index.js';
import { Bewaarstand } from '../../onderdelen/bewaarstand.js';
import { padAanmelding } from '../../onderdelen/paden.js';
import { criteriaKlaar, type AanmeldingDoc } from '../../stores/caseload.js';
import { spoelConcepten, useConcept } from '../../stores/concept.js';
import { useVandaag } from '../../stores/klok.js';
import { useKluis } from '../../stores/react.js';
import { haalVanLijst } from '../../stores/triage.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Iconknop, Knop, Menuknop, Tag, Veld } from '../../ui/index.js';
import { teksten } from './teksten.js';

export function Lijst({ aanmeldingen }: { aanmeldingen: readonly AanmeldingDoc[] }): ReactNode {
  return (
    <ol className="triage-lijst">
      {aanmeldingen.map((a) => (
        <Punt key={a.id} aanmelding={a} />
      ))}
    </ol>
  );
}

/** `Politie, ma 23 nov, 4 van 4 criteria, 2 gegevens ontbreken`. */
export function Kort({ aanmelding: a }: { aanmelding: AanmeldingDoc }): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const vandaag = useVandaag();
  const { mist } = volledigheid(a);
  return (
    <span className="two">
      <span className="row wrap">
        <Link className="t" href={padAanmelding(a.id)}>
          {a.aanduiding}
        </Link>
        {a.spoed && a.status === 'nieuw' && (
          <Tag soort="kritiek" doos icoon={Siren}>
            {t.spoed}
          </Tag>
        )}
      </span>
      <span className="meta">
        {[
          a.melder,
          momentKort(a.ontvangenOp, vandaag, taal),
          t.criteria(criteriaKlaar(a.criteria).gemotiveerd),
          mist.length === 0 ? t.volledig : t.mist(mist.length),
        ].join(', ')}
      </span>
    </span>
  );
}

function Punt({ aanmelding: a }: { aanmelding: AanmeldingDoc }): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const [uitkomst, zetUitkomst] = useState<Uitkomst | null>(null);
  const open = a.status === 'nieuw';
  const reden = nietAccepteren(a, taal);
  const kies = (keuze: Uitkomst) => void spoelConcepten().then(() => zetUitkomst(keuze));
  return (
    <li>
      <div className="triage-wie">
        <Kort aanmelding={a} />
        {open ? (
          <span className="row wrap push">
            <Menuknop
              label={t.andersVan(a.aanduiding)}
              punten={[
                { id: 'doorgeleid', label: t.doorgeleiden, doe: () => kies('doorgeleid') },
                { id: 'advies', label: t.advies, doe: () => kies('advies') },
                { id: 'afgewezen', label: t.afwijzen, doe: () => kies('afgewezen') },
              ]}
            >
              {t.anders}
            </Menuknop>
            <Knop
              icoon={Check}
              aria-label={t.oppakkenVan(a.aanduiding)}
              reden={reden}
              onPress={() => kies('geaccepteerd')}
            >
              {t.oppakken}
            </Knop>
            <Iconknop
              icoon={ListX}
              label={t.vanLijst(a.aanduiding)}
              onPress={() => void haalVanLijst(kluis, a, t.gehaald)}
            />
          </span>
        ) : (
          <span className="push">
            <Tag soort="goed">{t.status[a.status]}</Tag>
          </span>
        )}
      </div>
      {open ? (
        <>
          <Weging aanmelding={a} />
          {reden !== null && (
            <p className="meta" aria-hidden="true">
              {reden}
            </p>
          )}
        </>
      ) : (
        a.triage !== undefined &&
        a.triage.weging !== '' && <p className="soft">{a.triage.weging}</p>
      )}
      {uitkomst !== null && (
        <Uitkomstdialoog aanmelding={a} uitkomst={uitkomst} bijSluiten={() => zetUitkomst(null)} />
      )}
    </li>
  );
}

function Weging({ aanmelding: a }: { aanmelding: AanmeldingDoc }): ReactNode {
  const t = useTeksten(teksten);
  const { veld, stand } = useConcept({
    collectie: 'aanmeldingen',
    doc: a,
    pad: 'triage/weging',
    lees: (d) => d.triage?.weging ?? '',
    zet: (d, tekst) => {
      if (d.triage !== undefined) d.triage.weging = tekst;
    },
  });
  return (
    <>
      <Veld
        label={t.wegingVan(a.aanduiding)}
        zonderLabel
        placeholder={t.weging}
        multiline
        regels={2}
        {...veld}
      />
      <Bewaarstand stand={stand} />
    </>
  );
}
