import { Inbox, Plus } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Ongedaanbalk } from '../../onderdelen/ongedaanbalk.js';
import { padAanmelding } from '../../onderdelen/paden.js';
import type { AanmeldingDoc } from '../../stores/caseload.js';
import { useVandaag } from '../../stores/klok.js';
import { useDocs } from '../../stores/react.js';
import type { Scherm } from '../../stores/scherm.js';
import { useTeksten } from '../../taal/react.js';
import { Knoplink, Leeg, Segment } from '../../ui/index.js';
import './aanmeldingen.css';
import { Detail } from './detail.js';
import { Formulier } from './formulier.js';
import { Lijst } from './lijst.js';
import { teksten } from './teksten.js';

type Welke = 'open' | 'gesloten';

function Aanmeldingen({ params }: { params: Readonly<Record<string, string>> }) {
  const t = useTeksten(teksten);
  const vandaag = useVandaag();
  const [, ga] = useLocation();
  const alle = useDocs('aanmeldingen');
  const gevraagd = alle.find((a) => a.id === params['id']);
  const [gekozen, zetGekozen] = useState<Welke | null>(null);
  const welke =
    gekozen ?? (gevraagd !== undefined && gevraagd.status !== 'nieuw' ? 'gesloten' : 'open');
  const nieuw = params['id'] === 'nieuw';

  const open = alle.filter((a) => a.status === 'nieuw').toSorted(spoedEerst);
  const gesloten = alle.filter((a) => a.status !== 'nieuw').toSorted(nieuwsteEerst);
  const rij = welke === 'open' ? open : gesloten;
  const aanmelding = gevraagd ?? rij[0];

  return (
    <div className="resolve aanm">
      <section className="queue" aria-label={t.lijst}>
        <div className="aanm-kop">
          <h1>{t.titel}</h1>
          <Knoplink soort={nieuw ? 'gewoon' : 'primair'} icoon={Plus} href="/aanmeldingen/nieuw">
            {t.aanmelding}
          </Knoplink>
          <Segment<Welke>
            label={t.welke}
            waarde={welke}
            bijWijziging={(w) => {
              zetGekozen(w);
              ga('/aanmeldingen');
            }}
            opties={[
              { id: 'open', label: t.open, aantal: open.length },
              { id: 'gesloten', label: t.gesloten },
            ]}
          />
        </div>
        {rij.length === 0 ? (
          <Leeg titel={welke === 'open' ? t.geen : t.geenGesloten}>{t.geenUitleg}</Leeg>
        ) : (
          <Lijst aanmeldingen={rij} huidig={nieuw ? undefined : aanmelding?.id} vandaag={vandaag} />
        )}
      </section>
      {nieuw ? (
        <Formulier bijKlaar={(id) => ga(padAanmelding(id))} />
      ) : aanmelding === undefined ? (
        <div className="choose">
          <div className="choose-m">
            <Leeg titel={t.geen} actie={<Knoplink href="/aanmeldingen/nieuw">{t.nieuw}</Knoplink>}>
              {t.geenUitleg}
            </Leeg>
          </div>
        </div>
      ) : (
        <Detail
          key={aanmelding.id}
          aanmelding={aanmelding}
          vandaag={vandaag}
          gevraagd={gevraagd !== undefined}
        />
      )}
      <Ongedaanbalk />
    </div>
  );
}

function spoedEerst(a: AanmeldingDoc, b: AanmeldingDoc): number {
  return a.spoed === b.spoed ? nieuwsteEerst(a, b) : a.spoed ? -1 : 1;
}

function nieuwsteEerst(a: AanmeldingDoc, b: AanmeldingDoc): number {
  return a.ontvangenOp < b.ontvangenOp ? 1 : a.ontvangenOp > b.ontvangenOp ? -1 : 0;
}

export const scherm: Scherm = {
  id: 'aanmeldingen',
  pad: '/aanmeldingen/:id?',
  titel: { nl: teksten.nl.titel, en: teksten.en.titel },
  menu: {
    groep: 'werk',
    volgorde: 30,
    icoon: Inbox,
    telling: (kluis) => kluis.alle('aanmeldingen').filter((a) => a.status === 'nieuw').length,
  },
  Component: Aanmeldingen,
};
