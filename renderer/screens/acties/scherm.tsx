import { ListChecks, Plus } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { normaliseer, teLaat, vandaagIso, weekVan } from '../../../shared/domein/index.js';
import { Actieafronden } from '../../onderdelen/actie-afronden.js';
import { Actiedialoog, type Actiedoel } from '../../onderdelen/actie-dialoog.js';
import { Ongedaanbalk } from '../../onderdelen/ongedaanbalk.js';
import {
  isIk,
  isMijnActie,
  opDeadline,
  type ActieDoc,
  type Vanwie,
} from '../../stores/caseload.js';
import { useIk } from '../../stores/caseload-react.js';
import { useVandaag } from '../../stores/klok.js';
import { useDocs } from '../../stores/react.js';
import type { Scherm } from '../../stores/scherm.js';
import { useTeksten } from '../../taal/react.js';
import { Filterchip, Filtermenu, Knop, Leeg, Segment, Toets, Zoekveld } from '../../ui/index.js';
import './acties.css';
import { Organisatietabel } from './organisaties.js';
import { teksten as perOrganisatie } from './organisaties-teksten.js';
import { Actietabel } from './tabel.js';
import { teksten } from './teksten.js';

interface Stand {
  readonly vanwie: Vanwie | null;
  readonly zoek: string;
  readonly filter: 'laat' | 'week' | 'zonder' | null;
  readonly organisatie: string | null;
  readonly weergave: 'lijst' | 'organisaties';
}
/** Kept while the user is elsewhere. */
const stand = createStore<Stand>(() => ({
  vanwie: null,
  zoek: '',
  filter: null,
  organisatie: null,
  weergave: 'lijst',
}));

function Acties({ params }: { params: Readonly<Record<string, string>> }) {
  const t = useTeksten(teksten);
  const vandaag = useVandaag();
  const ik = useIk();
  const [, ga] = useLocation();
  const alle = useDocs('acties');
  const casussen = useDocs('casussen');
  const o = useTeksten(perOrganisatie);
  const { vanwie, zoek, filter, organisatie, weergave } = useStore(stand);
  const [doel, zetDoel] = useState<Actiedoel | null>(null);
  const [afronden, zetAfronden] = useState<ActieDoc | null>(null);
  const zoekRef = useRef<HTMLInputElement>(null);
  const nieuw = params['deel'] === 'nieuw';

  const perId = useMemo(() => new Map(casussen.map((c) => [c.id, c])), [casussen]);
  const open = useMemo(() => opDeadline(alle), [alle]);
  const van = useMemo(
    () => ({
      mijn: open.filter((a) => isMijnActie(a, perId.get(a.casus), ik)),
      'mijn-casussen': open.filter((a) => isIk(perId.get(a.casus)?.procesregisseur ?? null, ik)),
      huis: open,
    }),
    [open, perId, ik],
  );
  // Who has nothing of his own starts with what he guards.
  const bereik: Vanwie =
    vanwie ??
    (van.mijn.length > 0 ? 'mijn' : van['mijn-casussen'].length > 0 ? 'mijn-casussen' : 'huis');
  const basis = van[bereik];
  const { zondag } = weekVan(vandaag);
  const past = {
    laat: (a: ActieDoc) => teLaat(a.deadline, vandaag) > 0,
    week: (a: ActieDoc) => a.deadline !== null && a.deadline >= vandaag && a.deadline <= zondag,
    zonder: (a: ActieDoc) => a.deadline === null,
  };
  const woorden = normaliseer(zoek)
    .split(' ')
    .filter((w) => w !== '');
  const acties = basis.filter((a) => {
    if (filter !== null && !past[filter](a)) return false;
    if (organisatie !== null && a.eigenaar !== organisatie) return false;
    if (woorden.length === 0) return true;
    const tekst = normaliseer(
      [
        a.omschrijving,
        a.eigenaar,
        a.eigenaarNaam ?? '',
        a.conditie,
        perId.get(a.casus)?.titel ?? '',
      ].join(' '),
    );
    return woorden.every((w) => tekst.includes(w));
  });
  const organisaties = [...new Set(basis.map((a) => a.eigenaar))].sort((a, b) =>
    a.localeCompare(b, 'nl'),
  );
  const laat = basis.filter(past.laat).length;

  return (
    <div className="split acties">
      <div className="listpane">
        <div className="tools">
          <div className="row wrap">
            <h1>{t.titel}</h1>
            <span className="soft">{t.lead(basis.length, laat)}</span>
            <span className="push" />
            <Knop
              soort="primair"
              icoon={Plus}
              onPress={() => zetDoel({ soort: 'nieuw', casus: null })}
            >
              {t.nieuw}
            </Knop>
          </div>
          <div className="row wrap">
            <Zoekveld
              ref={zoekRef}
              label={t.zoek}
              placeholder={t.zoekHier}
              toets="/"
              waarde={zoek}
              bijWijziging={(z) => stand.setState({ zoek: z })}
            />
            <Segment<Vanwie>
              label={t.wie}
              waarde={bereik}
              bijWijziging={(w) => stand.setState({ vanwie: w, organisatie: null })}
              opties={(['mijn', 'mijn-casussen', 'huis'] as const).map((id) => ({
                id,
                label: t[id],
                aantal: van[id].length,
              }))}
            />
            <Segment
              label={o.weergave}
              waarde={weergave}
              bijWijziging={(w) => stand.setState({ weergave: w })}
              opties={[
                { id: 'lijst', label: o.lijst },
                { id: 'organisaties', label: o.perOrganisatie },
              ]}
            />
          </div>
          <div className="row wrap" role="group" aria-label={t.filters}>
            {(['laat', 'week', 'zonder'] as const).map((id) => (
              <Filterchip
                key={id}
                aan={filter === id}
                aantal={basis.filter(past[id]).length}
                bijWijziging={(aan) => stand.setState({ filter: aan ? id : null })}
              >
                {t[id]}
              </Filterchip>
            ))}
            <Filtermenu
              label={t.organisatie}
              opties={organisaties.map((o) => ({
                id: o,
                label: o,
                aantal: basis.filter((a) => a.eigenaar === o).length,
              }))}
              waarde={organisatie}
              bijWijziging={(o) => stand.setState({ organisatie: o })}
            />
          </div>
        </div>
        {acties.length === 0 ? (
          <div className="scroll">
            <Leeg
              titel={open.length === 0 ? t.geen : t.geenRaak}
              actie={
                open.length === 0 ? undefined : (
                  <Knop
                    onPress={() =>
                      stand.setState({ vanwie: 'huis', zoek: '', filter: null, organisatie: null })
                    }
                  >
                    {t.allesTonen}
                  </Knop>
                )
              }
            >
              {open.length === 0 ? t.geenUitleg : null}
            </Leeg>
          </div>
        ) : weergave === 'organisaties' ? (
          <Organisatietabel
            acties={acties}
            vandaag={vandaag}
            kies={(wie, alleenLaat) =>
              stand.setState({
                organisatie: wie,
                weergave: 'lijst',
                ...(alleenLaat && { filter: 'laat' as const }),
              })
            }
          />
        ) : (
          <Actietabel
            acties={acties}
            casussen={perId}
            vandaag={vandaag}
            naarZoeken={() => zoekRef.current?.focus()}
            afronden={zetAfronden}
            wijzig={(actie) => zetDoel({ soort: 'wijzig', actie })}
          />
        )}
        {weergave === 'lijst' && (
          <div className="hints" role="group" aria-label={t.toetsen}>
            <span>
              <Toets toets="ArrowUp" />
              <Toets toets="ArrowDown" /> {t.bladeren}
            </span>
            <span>
              <Toets toets="Space" /> {t.afronden}
            </span>
            <span>
              <Toets toets="Enter" /> {t.wijzigen}
            </span>
            <span>
              <Toets toets="O" /> {t.openCasus}
            </span>
          </div>
        )}
      </div>
      <Actiedialoog
        doel={doel ?? (nieuw ? { soort: 'nieuw', casus: null } : null)}
        bijSluiten={() => {
          zetDoel(null);
          if (nieuw) ga('/acties');
        }}
      />
      <Actieafronden actie={afronden} bijSluiten={() => zetAfronden(null)} />
      <Ongedaanbalk />
    </div>
  );
}

export const scherm: Scherm = {
  id: 'acties',
  pad: '/acties/:deel?',
  titel: { nl: teksten.nl.titel, en: teksten.en.titel },
  menu: {
    groep: 'werk',
    volgorde: 50,
    icoon: ListChecks,
    telling: (kluis) => {
      const vandaag = vandaagIso();
      const { zondag } = weekVan(vandaag);
      return kluis
        .alle('acties')
        .filter(
          (a) =>
            a.status === 'open' &&
            a.deadline !== null &&
            a.deadline <= zondag &&
            isMijnActie(a, kluis.haal('casussen', a.casus), kluis.ik),
        ).length;
    },
  },
  Component: Acties,
};
