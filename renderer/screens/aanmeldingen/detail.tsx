import { ArrowRight, Check, Siren, TriangleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { isVanTafel, momentKort, urenTussen, type Uitkomst } from '../../../shared/domein/index.js';
import { nietAccepteren, Uitkomstdialoog } from '../../onderdelen/aanmelding/index.js';
import { useInBeeld } from '../../onderdelen/in-beeld.js';
import { padCasus } from '../../onderdelen/paden.js';
import { criteriaKlaar, type AanmeldingDoc } from '../../stores/caseload.js';
import { spoelConcepten } from '../../stores/concept.js';
import { useAanvullend } from '../../stores/criteria.js';
import { useMinuut } from '../../stores/klok.js';
import { TERLOOPS_MS, useGeraadpleegd } from '../../stores/react.js';
import { useTafels } from '../../stores/tafels.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Keuze, Knop, Knoplink, Menuknop, Sectie, Tag } from '../../ui/index.js';
import { Aanmeldingbrp } from './brp.js';
import { Gegevens } from './gegevens.js';
import { teksten } from './teksten.js';
import { Aanvullendetoets, Wgstoets } from './toets.js';

export function Detail({
  aanmelding: a,
  vandaag,
  gevraagd,
  bijAanvullen,
}: {
  aanmelding: AanmeldingDoc;
  vandaag: string;
  /** Asked for by its address, not just the first of the list. */
  gevraagd: boolean;
  bijAanvullen: () => void;
}): ReactNode {
  const beeld = useInBeeld(gevraagd);
  useGeraadpleegd('aanmeldingen', a.id, gevraagd ? 0 : TERLOOPS_MS);
  const t = useTeksten(teksten);
  const taal = useTaal();
  const minuut = useMinuut();
  const [uitkomst, zetUitkomst] = useState<Uitkomst | null>(null);
  const { gemotiveerd } = criteriaKlaar(a.criteria);
  const reden = nietAccepteren(a, taal);
  const nieuw = a.status === 'nieuw';
  const nu = new Date(minuut * 60_000).toISOString();
  // Of what was typed last the decision must know.
  const kies = (keuze: Uitkomst) => void spoelConcepten().then(() => zetUitkomst(keuze));

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
          {a.spoed && nieuw && (
            <span className="meta">{t.spoedSinds(t.uren(urenTussen(a.ontvangenOp, nu)))}</span>
          )}
          {!nieuw && <Tag soort="goed">{t.status[a.status]}</Tag>}
        </div>
        <div className="aanm-kolommen">
          <div>
            <Sectie titel={t.toets} bij={t.toetsBij(gemotiveerd)}>
              <p className="meta under">{t.toetsUitleg}</p>
              <Wgstoets aanmelding={a} vast={!nieuw} />
            </Sectie>
            <Aanvullend aanmelding={a} vast={!nieuw} />
          </div>
          <div>
            <Gegevens aanmelding={a} vandaag={vandaag} bijAanvullen={bijAanvullen} />
            <Aanmeldingbrp aanmelding={a} />
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
            <Knop onPress={() => kies('afgewezen')}>{t.afwijzen}</Knop>
            <Menuknop
              label={t.uitkomstTekst}
              punten={[
                { id: 'doorgeleid', label: t.doorgeleiden, doe: () => kies('doorgeleid') },
                { id: 'advies', label: t.advies, doe: () => kies('advies') },
              ]}
            >
              {t.doorgeleiden}, {t.advies.toLowerCase()}
            </Menuknop>
            <span className="push meta reden" aria-hidden="true">
              {reden !== null && <TriangleAlert className="i" aria-hidden="true" />} {reden}
            </span>
            <Knop soort="primair" icoon={Check} reden={reden} onPress={() => kies('geaccepteerd')}>
              {t.accepteren}
            </Knop>
          </>
        ) : (
          <span className="soft">{t.alVerwerkt}</span>
        )}
      </div>
      {uitkomst !== null && (
        <Uitkomstdialoog aanmelding={a} uitkomst={uitkomst} bijSluiten={() => zetUitkomst(null)} />
      )}
    </div>
  );
}

/** The criteria of the region, and of the tafel that it may go to. */
function Aanvullend({ aanmelding: a, vast }: { aanmelding: AanmeldingDoc; vast: boolean }) {
  const t = useTeksten(teksten);
  const tafels = useTafels();
  const metCriteria = tafels.filter(
    ({ inrichting }) => inrichting.criteria.length > 0 && inrichting.geslotenOp === null,
  );
  // Where it was judged before, that goes on.
  const eerder = metCriteria.find(({ naam }) =>
    (a.aanvullend ?? []).some((c) => isVanTafel(c, naam)),
  )?.naam;
  const bijTriage = metCriteria.find(({ naam }) => naam === a.triage?.tafel)?.naam;
  const [tafel, zetTafel] = useState(eerder ?? bijTriage ?? '');
  const rijen = useAanvullend(a, vast ? '' : tafel);
  const over = vast ? rijen.filter(({ oordeel }) => oordeel.voldaan !== null) : rijen;
  if (vast && over.length === 0) return null;
  return (
    <Sectie titel={t.aanvullend} className="aanm-extra">
      <p className="meta under">{t.aanvullendUitleg}</p>
      {!vast && metCriteria.length > 0 && (
        <Keuze
          className="aanm-crit-tafel"
          label={t.criteriaVanTafel}
          opties={[
            { id: '-', label: t.geenTafel },
            ...metCriteria.map(({ naam }) => ({ id: naam, label: naam })),
          ]}
          waarde={tafel === '' ? '-' : tafel}
          bijWijziging={(naam) => zetTafel(naam === '-' ? '' : naam)}
        />
      )}
      {over.length === 0 ? (
        <p className="soft under">{t.geenAanvullend}</p>
      ) : (
        <Aanvullendetoets criteria={over.map((r) => r.criterium)} aanmelding={a} vast={vast} />
      )}
    </Sectie>
  );
}
