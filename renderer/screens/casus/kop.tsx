import { CalendarPlus, Footprints, Play, Plus } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import {
  dagen,
  datumVoluit,
  korteNaam,
  leeftijd,
  relatieveDatum,
  routeVan,
  staatNogTeKomen,
  stapnaam,
  teLaat,
} from '../../../shared/domein/index.js';
import { padCasus, padMdo } from '../../onderdelen/paden.js';
import type { Dossier } from '../../stores/caseload-dossier.js';
import { useLijsten } from '../../stores/caseload-react.js';
import { useSyncstand } from '../../stores/react.js';
import { useInrichting } from '../../stores/tafels.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Ave, Casusreis, Knop, Knoplink, Tabs, Tag, Wacht } from '../../ui/index.js';
import { Siren } from 'lucide-react';
import { Kenmerken } from './kenmerken.js';
import { Reisdialoog } from './reisdialoog.js';
import { isTabVerborgen, TABS, type Tabnaam } from './tabs.js';
import { teksten as reisteksten } from './reis-teksten.js';
import { teksten } from './teksten.js';
import { useVerborgen } from './verborgen.js';

/** Head of the case: who, how heavy, what is due; the casusreis; the tabs. */
export function Kop({
  dossier,
  tab,
  vandaag,
}: {
  dossier: Dossier;
  tab: Tabnaam;
  vandaag: string;
}) {
  const t = useTeksten(teksten);
  const r = useTeksten(reisteksten);
  const [, ga] = useLocation();
  const [reis, zetReis] = useState(false);
  const { wachtendeIds } = useSyncstand();
  const { casus } = dossier;
  const verborgen = useVerborgen(casus.tafel);
  const taal = useTaal();
  const route = routeVan(useInrichting(casus.tafel), casus);
  const komend = dossier.overleggen.find((o) => staatNogTeKomen(o, vandaag));
  const hoofd = dossier.betrokkenen.find((b) => b.rol === 'hoofdbetrokkene');
  const jaren =
    casus.aard === 'persoon' && hoofd?.geboortedatum != null
      ? `${leeftijd(hoofd.geboortedatum, vandaag)} ${t.jaar}, `
      : '';
  return (
    <header className="case-h">
      <nav aria-label={t.kruimel} className="meta">
        <Link href="/casussen">{t.casussen}</Link> <span aria-hidden="true">/</span> {casus.nummer}
      </nav>
      <div className="case-t">
        <h1>{casus.titel}</h1>
        <span className="soft">
          {jaren}
          {[casus.aard === 'gebied' ? casus.gebied?.wijk : undefined, casus.gemeente]
            .filter(Boolean)
            .join(', ')}
          {casus.aard === 'gebied' && casus.gebied?.code ? ` (${casus.gebied.code})` : null}
        </span>
        <Ave fase={casus.aveFase} metWoord />
        {casus.spoed && casus.sluitdatum === null && (
          <Tag soort="kritiek" doos icoon={Siren}>
            {t.kern.spoed}
          </Tag>
        )}
        <Kenmerken casus={casus} />
        {wachtendeIds.has(casus.id) && <Wacht />}
        <span className="push" />
        <Knop icoon={Plus} toets="N" onPress={() => ga(`${padCasus(casus.id, tab)}/vastleggen`)}>
          {t.vastleggen}
        </Knop>
        {komend === undefined ? (
          casus.sluitdatum === null && (
            <Knop
              soort="primair"
              icoon={CalendarPlus}
              onPress={() => ga(`${padCasus(casus.id, 'mdos')}/plannen`)}
            >
              {t.mdoPlannen}
            </Knop>
          )
        ) : (
          <Knoplink soort="primair" icoon={Play} href={padMdo(komend.id)}>
            {t.mdoOpenen}
          </Knoplink>
        )}
      </div>
      <Feiten dossier={dossier} vandaag={vandaag} />
      <div className="reisrij">
        <Casusreis
          stappen={route.map(({ stap }) => ({ stap, naam: stapnaam(route, stap, taal) }))}
          stap={casus.stap}
          stapdatums={casus.stapdatums}
          afgesloten={casus.sluitdatum !== null}
          vandaag={vandaag}
        />
        <Knop icoon={Footprints} onPress={() => zetReis(true)}>
          {r.knop}
        </Knop>
      </div>
      {reis && (
        <Reisdialoog dossier={dossier} vandaag={vandaag} bijSluiten={() => zetReis(false)} />
      )}
      <Tabs
        label={t.onderdelen}
        huidig={tab}
        tabs={TABS.filter((id) => id === tab || !isTabVerborgen(id, verborgen)).map((id) => ({
          id,
          label: t.tab[id],
          href: id === 'overzicht' ? padCasus(casus.id) : padCasus(casus.id, id),
          ...(id === 'plan' ? { aantal: aantalLaat(dossier, vandaag) } : {}),
        }))}
      />
    </header>
  );
}

const aantalLaat = (dossier: Dossier, vandaag: string): number =>
  dossier.acties.filter((a) => a.status === 'open' && teLaat(a.deadline, vandaag) > 0).length;

function Feiten({ dossier, vandaag }: { dossier: Dossier; vandaag: string }) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const { tafels } = useLijsten();
  const { casus } = dossier;
  const komend = dossier.overleggen.find((o) => staatNogTeKomen(o, vandaag));
  const open = dossier.acties.filter((a) => a.status === 'open').length;
  const laat = aantalLaat(dossier, vandaag);
  const grondslag = tafels.find((x) => x.naam === casus.tafel)?.grondslag;
  const regie = [casus.casusregieOrganisatie, casus.casusregieNaam].filter(Boolean).join(', ');
  const duur = Math.max(0, dagen(casus.startdatum, casus.sluitdatum ?? vandaag));
  return (
    <>
      {casus.sluitdatum !== null && (
        <p className="afgesloten">
          {t.afgeslotenOp(datumVoluit(casus.sluitdatum, taal), casus.sluitreden ?? '')}
        </p>
      )}
      <dl className="facts">
        {casus.sluitdatum === null && (
          <div>
            <dt>{t.feit.mdo}</dt>
            <dd>
              {komend === undefined ? (
                t.nietGepland
              ) : (
                <b>
                  {relatieveDatum(komend.datum, vandaag, taal)} {komend.begin}
                </b>
              )}
            </dd>
          </div>
        )}
        <div>
          <dt>{casus.sluitdatum === null ? t.feit.loopt : t.feit.liep}</dt>
          <dd>{t.dagen(duur)}</dd>
        </div>
        <div>
          <dt>{t.feit.acties}</dt>
          <dd>
            {t.open(open)}
            {laat > 0 && (
              <>
                , <b>{t.teLaat(laat)}</b>
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>{t.feit.regie}</dt>
          <dd>{korteNaam(casus.procesregisseur) || t.nietBelegd}</dd>
        </div>
        <div>
          <dt>{t.feit.casusregie}</dt>
          <dd>{regie || t.nietBelegd}</dd>
        </div>
        <div>
          <dt>{t.feit.tafel}</dt>
          <dd>
            {casus.tafel}
            {grondslag !== undefined && `, ${afkorting(grondslag)}`}
          </dd>
        </div>
        <div>
          <dt>{t.feit.melder}</dt>
          <dd>{casus.melder}</dd>
        </div>
      </dl>
    </>
  );
}

/** Short, for the head: the law is known by its letters. */
function afkorting(grondslag: string): string {
  if (grondslag === 'Wet gegevensverwerking door samenwerkingsverbanden') return 'WGS';
  return /convenant/i.test(grondslag) ? 'convenant' : grondslag;
}
