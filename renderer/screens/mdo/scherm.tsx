/** The MDO: made for the table, full screen, all of it from the keyboard, all of it offline. */
import { Presentation } from 'lucide-react';
import { useCallback, useRef, useState, type ReactNode } from 'react';
import { klok } from '../../../shared/domein/datums.js';
import { leefgebiedLabel } from '../../../shared/domein/leefgebieden.js';
import {
  agendavolgorde,
  eerstePunt,
  magVaststellen,
  puntsoort,
  type AgendapuntDoc,
} from '../../stores/mdo.js';
import { beeindig, tikAf, zetFase, zetScore } from '../../stores/mdo-schrijf.js';
import { Ongedaanbalk } from '../../onderdelen/ongedaanbalk.js';
import { neemTerug } from '../../stores/ongedaan.js';
import type { Scherm } from '../../stores/scherm.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knoplink, Leeg, Melding, kondigAan } from '../../ui/index.js';
import { Agenda } from './agenda.js';
import { bewerkbaar, useMdo, type Mdo } from './gegevens.js';
import { maakGrootstand, telVerborgen } from './grootstand.js';
import { Toetsenhulp } from './hulp.js';
import { Invoer, type Regelsoort } from './invoer.js';
import { Kop } from './kop.js';
import { focusRij, scoor } from './scoren.js';
import { t } from './teksten.js';
import { useToetsen, type Handelingen } from './toetsen.js';
import { Vastgelegd } from './vastgelegd.js';
import { Vaststelvraag } from './vaststellen.js';
import { Verslag } from './verslag.js';
import { Vloer } from './vloer.js';
import { useZender } from './zender.js';
import './mdo.css';

function Mdoscherm({ params }: { readonly params: Readonly<Record<string, string>> }): ReactNode {
  const w = useTeksten(t);
  const m = useMdo(params['id'] ?? '');
  if (m === null) {
    return (
      <div className="page">
        <Leeg titel={w.nietGevonden} actie={<Knoplink href="/mdos">{w.naarMdos}</Knoplink>}>
          {w.nietGevondenUitleg}
        </Leeg>
      </div>
    );
  }
  return <Vergadering key={m.overleg.id} m={m} />;
}

/** First leefgebied without a score: where scoring goes on. */
function eersteOpen(m: Mdo): number {
  const i = m.lijst.waarden.findIndex((l) => (m.meting?.scores[l.id]?.score ?? null) === null);
  return i < 0 ? 0 : i;
}

function Vergadering({ m }: { readonly m: Mdo }): ReactNode {
  const w = useTeksten(t);
  const taal = useTaal();
  const { overleg, kluis } = m;
  const [puntId, setPuntId] = useState(() => eerstePunt(overleg)?.id ?? null);
  const [rij, setRij] = useState(() => eersteOpen(m));
  const [toelichting, setToelichting] = useState<string | null>(null);
  const [soort, setSoort] = useState<Regelsoort>('actie');
  const [agendaOpen, setAgendaOpen] = useState(false);
  const [hulp, setHulp] = useState(false);
  const [vraag, setVraag] = useState(false);
  const [geblokkeerd, setGeblokkeerd] = useState(false);
  const invoer = useRef<HTMLInputElement>(null);

  const punt = overleg.agenda.find((p) => p.id === puntId) ?? eerstePunt(overleg);
  const vast = !bewerkbaar(m);
  const zender = useZender(
    maakGrootstand(m, punt, rij, taal, document.documentElement.dataset['theme'] ?? null),
  );

  const ga = useCallback(
    (doel: AgendapuntDoc | undefined): void => {
      if (doel === undefined) return;
      setPuntId(doel.id);
      setToelichting(null);
      setAgendaOpen(false);
      kondigAan(w.gaNaar(doel.titel));
      requestAnimationFrame(() => {
        if (puntsoort(doel) === 'scoren' && !vast) focusRij(rij);
        else document.getElementById('vloer')?.focus();
      });
    },
    [rij, vast, w],
  );
  const stap = (delta: number): void => {
    const rijen = agendavolgorde(overleg);
    ga(rijen[rijen.findIndex((p) => p.id === punt?.id) + delta]);
  };
  const vink = (): void => {
    if (punt === undefined || vast || overleg.status === 'gepland') return;
    void tikAf(kluis, overleg, punt.id, !punt.klaar).then((volgende) => {
      const nu = kluis.haal('overleggen', overleg.id) ?? overleg;
      ga(nu.agenda.find((p) => p.id === volgende));
    });
  };
  const openToelichting = async (code: string | null): Promise<void> => {
    // The field needs a place to write to: an unscored leefgebied gets one without a score.
    if (code !== null && m.meting?.scores[code] === undefined) {
      await zetScore(kluis, overleg, code, {});
    }
    setToelichting(code);
  };
  const opRij = (doe: (code: string) => void): (() => void) => {
    return () => {
      const gebied = m.lijst.waarden[rij];
      if (punt === undefined || puntsoort(punt) !== 'scoren' || vast || gebied === undefined)
        return;
      doe(gebied.id);
    };
  };
  const kiesSoort = (nieuw: Regelsoort) => (): void => {
    setSoort(nieuw);
    invoer.current?.focus();
  };
  const toonGroot = (): void => setGeblokkeerd(!zender.toon());
  const vraagVaststellen = (): void => {
    if (magVaststellen(m.nodig) && overleg.status !== 'gepland' && !vast) setVraag(true);
  };

  const { van, tot } = m.lijst.schaal;
  const cijfers = Object.fromEntries(
    Array.from({ length: tot - van + 1 }, (_, i) => van + i).map((n) => [
      String(n),
      opRij((code) => {
        void scoor(m, code, n, w, leefgebiedLabel(code, taal, m.lijst));
        const volgende = Math.min(m.lijst.waarden.length - 1, rij + 1);
        setRij(volgende);
        focusRij(volgende);
      }),
    ]),
  );
  const handelingen: Handelingen = {
    '?': () => setHulp(true),
    g: toonGroot,
    'Ctrl+z': () => {
      void neemTerug().then((tekst) =>
        kondigAan(tekst === null ? w.nietsTerug : w.ongedaanGemaakt(tekst)),
      );
    },
    j: () => stap(1),
    k: () => stap(-1),
    ...(vast
      ? {}
      : {
          v: vink,
          p: () => {
            setAgendaOpen(true);
            requestAnimationFrame(() =>
              document.querySelector<HTMLElement>('#mdo-aanwezigen button[tabindex="0"]')?.focus(),
            );
          },
          '/': () => invoer.current?.focus(),
          'Alt+a': kiesSoort('actie'),
          'Alt+b': kiesSoort('besluit'),
          'Alt+p': kiesSoort('parkeren'),
          'Ctrl+Enter': vraagVaststellen,
          t: opRij((code) => void openToelichting(code)),
          ...cijfers,
        }),
  };
  useToetsen(handelingen, !hulp && !vraag);

  return (
    <div className={vast ? 'meet vast' : 'meet'}>
      {vast ? null : (
        <a
          className="skip"
          href="#invoer"
          onClick={(e) => {
            // The router reads the hash.
            e.preventDefault();
            invoer.current?.focus();
          }}
        >
          {w.naarInvoer}
        </a>
      )}
      <Kop
        m={m}
        verborgen={telVerborgen(m)}
        opGrootScherm={zender.open}
        agendaOpen={agendaOpen}
        bijAgenda={() => setAgendaOpen(!agendaOpen)}
        bijGrootScherm={toonGroot}
        bijHulp={() => setHulp(true)}
      />
      {vast ? (
        <Verslag m={m} />
      ) : (
        <>
          <Agenda
            m={m}
            punt={punt?.id ?? null}
            bijPunt={ga}
            bijFase={(fase) => {
              void zetFase(kluis, overleg, fase);
              ga(
                overleg.agenda.find((p) => p.fase === fase && !p.klaar) ??
                  overleg.agenda.find((p) => p.fase === fase),
              );
            }}
            open={agendaOpen}
          />
          <Vloer
            m={m}
            punt={punt}
            rij={rij}
            bijRij={setRij}
            toelichting={toelichting}
            bijToelichting={(code) => void openToelichting(code)}
            bijKlaar={vink}
            bijBeeindigen={() => void beeindig(kluis, overleg, klok(new Date()))}
          />
          <Vastgelegd m={m} bijVaststellen={() => setVraag(true)} />
          <Invoer m={m} soort={soort} bijSoort={setSoort} veld={invoer} />
        </>
      )}
      {geblokkeerd ? (
        <div className="zweef">
          <Melding soort="letop" icoon={Presentation} live>
            {w.grootSchermGeblokkeerd}
          </Melding>
        </div>
      ) : null}
      <Ongedaanbalk />
      <Vaststelvraag m={m} open={vraag} bijSluiten={() => setVraag(false)} />
      <Toetsenhulp open={hulp} bijSluiten={() => setHulp(false)} />
    </div>
  );
}

export const scherm: Scherm = {
  id: 'mdo',
  pad: '/mdo/:id',
  titel: { nl: 'MDO', en: 'MDO' },
  volledig: true,
  Component: Mdoscherm,
};
