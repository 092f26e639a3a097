import { Inbox, Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Ongedaanbalk } from '../../onderdelen/ongedaanbalk.js';
import { padAanmelding } from '../../onderdelen/paden.js';
import type { AanmeldingDoc } from '../../stores/caseload.js';
import { bewaarFormulier } from '../../stores/aanmeldformulier/index.js';
import { useLijsten, type Lijsten } from '../../stores/caseload-react.js';
import { useVandaag } from '../../stores/klok.js';
import { useDoc, useDocs, useKluis } from '../../stores/react.js';
import type { Scherm } from '../../stores/scherm.js';
import { useTeksten } from '../../taal/react.js';
import { kondigAan, Knoplink, Leeg, Menuknop, Segment } from '../../ui/index.js';
import './aanmeldingen.css';
import { Bekendheidsdialoog } from './bekendheid.js';
import { Detail } from './detail.js';
import { Formulier, LEGE_INVOER } from './formulier.js';
import { Formulierbestand, kiesFormulier, type Formulieruitslag } from './formulierbestand.js';
import { teksten as vorm } from './formulierbestand-teksten.js';
import { Lijst } from './lijst.js';
import { teksten } from './teksten.js';

type Welke = 'open' | 'gesloten';
/** What is asked for with `/aanmeldingen/uit-<id of the advice>`. */
const UIT_ADVIES = 'uit-';

function Aanmeldingen({ params }: { params: Readonly<Record<string, string>> }): ReactNode {
  const t = useTeksten(teksten);
  const v = useTeksten(vorm);
  const kluis = useKluis();
  const lijsten = useLijsten();
  const vandaag = useVandaag();
  const [, ga] = useLocation();
  const alle = useDocs('aanmeldingen');
  const wat = params['id'] ?? '';
  const gevraagd = alle.find((a) => a.id === wat);
  const [gekozen, zetGekozen] = useState<Welke | null>(null);
  const [aanvullen, zetAanvullen] = useState<string | null>(null);
  const [check, zetCheck] = useState(false);
  const [formulier, zetFormulier] = useState<Formulieruitslag | null>(null);
  const welke =
    gekozen ?? (gevraagd !== undefined && gevraagd.status !== 'nieuw' ? 'gesloten' : 'open');
  const advies = wat.startsWith(UIT_ADVIES) ? wat.slice(UIT_ADVIES.length) : null;
  const nieuw = wat === 'nieuw' || advies !== null;

  const open = alle.filter((a) => a.status === 'nieuw').toSorted(spoedEerst);
  const gesloten = alle.filter((a) => a.status !== 'nieuw').toSorted(nieuwsteEerst);
  const rij = welke === 'open' ? open : gesloten;
  const aanmelding = gevraagd ?? rij[0];

  async function maak(): Promise<void> {
    try {
      if (await bewaarFormulier(kluis, formulierlijsten(lijsten))) kondigAan(v.gemaakt);
    } catch (oorzaak) {
      console.error('het aanmeldformulier is niet gemaakt', oorzaak);
      kondigAan(v.maakFout);
    }
  }
  const lees = async (): Promise<void> => zetFormulier(await kiesFormulier(kluis, lijsten));

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
          <Menuknop
            label={t.meer}
            punten={[
              { id: 'check', label: t.check.knop, doe: () => zetCheck(true) },
              ...(kluis.ik.toegang === 'huis'
                ? [
                    { id: 'maak', label: v.maak, doe: () => void maak() },
                    { id: 'lees', label: v.lees, doe: () => void lees() },
                  ]
                : []),
            ]}
          >
            {t.meer}
          </Menuknop>
        </div>
        {rij.length === 0 ? (
          <Leeg titel={welke === 'open' ? t.geen : t.geenGesloten}>{t.geenUitleg}</Leeg>
        ) : (
          <Lijst aanmeldingen={rij} huidig={nieuw ? undefined : aanmelding?.id} vandaag={vandaag} />
        )}
      </section>
      {nieuw ? (
        <Nieuw key={wat} advies={advies} />
      ) : aanmelding === undefined ? (
        <div className="choose">
          <div className="choose-m">
            <Leeg titel={t.geen} actie={<Knoplink href="/aanmeldingen/nieuw">{t.nieuw}</Knoplink>}>
              {t.geenUitleg}
            </Leeg>
          </div>
        </div>
      ) : aanvullen === aanmelding.id && aanmelding.status === 'nieuw' ? (
        <Formulier
          key={`aanvullen ${aanmelding.id}`}
          aanmelding={aanmelding}
          begin={aanmelding}
          bijKlaar={() => zetAanvullen(null)}
          bijAnnuleren={() => zetAanvullen(null)}
        />
      ) : (
        <Detail
          key={aanmelding.id}
          aanmelding={aanmelding}
          vandaag={vandaag}
          gevraagd={gevraagd !== undefined}
          bijAanvullen={() => zetAanvullen(aanmelding.id)}
        />
      )}
      {formulier !== null && (
        <Formulierbestand
          begin={formulier}
          bijSluiten={() => zetFormulier(null)}
          bijKlaar={(id) => {
            zetFormulier(null);
            ga(padAanmelding(id));
          }}
        />
      )}
      {check && <Bekendheidsdialoog bijSluiten={() => zetCheck(false)} />}
      <Ongedaanbalk />
    </div>
  );
}

/** An empty form, or one that begins with what an advice of the register says. */
function Nieuw({ advies }: { advies: string | null }): ReactNode {
  const [, ga] = useLocation();
  const { ik } = useKluis();
  const { melders } = useLijsten();
  const doc = useDoc('huis', advies ?? '');
  const antwoorden = doc?.soort === 'registratie' ? doc.antwoorden : {};
  const tekst = (veld: string): string => {
    const antwoord = antwoorden[veld];
    return typeof antwoord === 'string' ? antwoord : '';
  };
  const vrager = advies === null ? ik.organisatie : tekst('vrager');
  return (
    <Formulier
      aanmelding={null}
      begin={{
        ...LEGE_INVOER,
        melder: melders.includes(vrager) ? vrager : '',
        aanleiding: tekst('advies'),
      }}
      advies={doc === undefined ? null : advies}
      bijKlaar={(id) => ga(padAanmelding(id))}
      bijAnnuleren={() => ga('/aanmeldingen')}
    />
  );
}

/** What a partner chooses from, by name. */
const formulierlijsten = ({ melders, gemeenten, problematiek }: Lijsten) => ({
  melders,
  gemeenten: gemeenten.map((g) => g.naam),
  problematiek,
});

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
