/** Importing as a wizard: files, dry run with reconciliation, taking over, report. */
import { ArrowLeft, ArrowRight, CircleCheck, FileInput, OctagonPause, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Dossiercollectie } from '../../../shared/schema/index.js';
import {
  bestandFout,
  importstand,
  leesProef,
  naarBestanden,
  neemOver,
  ontbrekend,
  opnieuw,
  stop,
  type Importstand,
} from '../../stores/import.js';
import { useKluis } from '../../stores/react.js';
import type { Scherm } from '../../stores/scherm.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import {
  Actievoet,
  Knop,
  Knoplink,
  Melding,
  Paginakop,
  Sectie,
  Stapbalk,
  Voortgang,
} from '../../ui/index.js';
import { Bestanden } from './bestanden.js';
import { t } from './teksten.js';
import { Uitslag } from './uitslag.js';
import './importeren.css';

/** Place in the five steps. A file whose columns do not match stops at the columns. */
function stapIndex(stand: Importstand): number {
  switch (stand.stap) {
    case 'bestanden':
    case 'mislukt':
      return 0;
    case 'lezen':
      return 3;
    case 'aansluiting':
      return stand.uitslag.rijen.casussen.length === 0 && stand.uitslag.onbruikbaar.length > 0
        ? 1
        : 3;
    case 'laden':
      return 4;
    case 'klaar':
      return 5;
  }
}

function Importeren(): ReactNode {
  const w = useTeksten(t);
  const { nu } = useStore(importstand);
  const { stap } = w;
  return (
    <div className="wiz">
      <div className="page">
        <Paginakop titel={w.titel} lead={w.lead[nu.stap]} />
        <Stapbalk
          label={w.stappen}
          stappen={[stap.bestanden, stap.kolommen, stap.waarden, stap.aansluiting, stap.overnemen]}
          huidig={stapIndex(nu)}
        />
        <Inhoud stand={nu} />
      </div>
      <Voet stand={nu} />
    </div>
  );
}

function Inhoud({ stand }: { readonly stand: Importstand }): ReactNode {
  const w = useTeksten(t);
  switch (stand.stap) {
    case 'bestanden':
      return <Bestanden bestanden={stand.bestanden} />;
    case 'mislukt':
      return (
        <>
          <Melding soort="kritiek" titel={w.mislukt} live>
            <p>
              {w.misluktHulp}{' '}
              {stand.reden === '' ? null : <span className="meta">({stand.reden})</span>}
            </p>
          </Melding>
          <Bestanden bestanden={stand.bestanden} />
        </>
      );
    case 'lezen':
      return <Lezen stand={stand} />;
    case 'aansluiting':
      return <Uitslag uitslag={stand.uitslag} />;
    case 'laden':
      return <Laden stand={stand} />;
    case 'klaar':
      return <Klaar stand={stand} />;
  }
}

/** Seconds left, from what went before; null in the first second. */
function resterend(begonnen: number, deel: number): number | null {
  const verstreken = (Date.now() - begonnen) / 1000;
  if (verstreken < 1 || deel <= 0.02) return null;
  return Math.max(1, Math.round((verstreken / deel) * (1 - deel)));
}

function Lezen({ stand }: { readonly stand: Extract<Importstand, { stap: 'lezen' }> }): ReactNode {
  const w = useTeksten(t);
  const taal = useTaal();
  const getal = new Intl.NumberFormat(taal);
  const { voortgang: v } = stand;
  const rest = v === null ? null : resterend(stand.begonnen, v.deel);
  return (
    <Balk
      label={
        v === null ? (
          w.openen
        ) : (
          <>
            <b>{v.bestand}</b>{' '}
            <span className="soft">
              {w.regelVan(getal.format(v.regel), getal.format(v.regels))}
              {rest === null ? null : `, ${w.nogOngeveer(rest)}`}
            </span>
          </>
        )
      }
      waarde={v === null ? null : v.deel}
      max={1}
    />
  );
}

function Laden({ stand }: { readonly stand: Extract<Importstand, { stap: 'laden' }> }): ReactNode {
  const w = useTeksten(t);
  const taal = useTaal();
  const getal = new Intl.NumberFormat(taal);
  const { voortgang: v } = stand;
  const rest =
    v === null ? null : resterend(stand.begonnen, v.totaal === 0 ? 1 : v.gedaan / v.totaal);
  return (
    <>
      <Balk
        label={
          <>
            <b>{w.laden}</b>{' '}
            <span className="soft">
              {v === null ? null : w.casussenVan(getal.format(v.gedaan), getal.format(v.totaal))}
              {rest === null ? null : `, ${w.nogOngeveer(rest)}`}
            </span>
          </>
        }
        waarde={v?.gedaan ?? null}
        max={Math.max(1, v?.totaal ?? 1)}
      />
      <p className="meta under">{w.stoppenHulp}</p>
    </>
  );
}

function Balk(props: {
  readonly label: ReactNode;
  readonly waarde: number | null;
  readonly max: number;
}): ReactNode {
  const w = useTeksten(t);
  return (
    <Voortgang
      {...props}
      tekst={
        <Knop icoon={X} onPress={stop}>
          {w.stoppen}
        </Knop>
      }
    />
  );
}

const VOLGORDE: readonly Dossiercollectie[] = [
  'casussen',
  'betrokkenen',
  'overleggen',
  'metingen',
  'acties',
  'gebeurtenissen',
];

function Klaar({ stand }: { readonly stand: Extract<Importstand, { stap: 'klaar' }> }): ReactNode {
  const w = useTeksten(t);
  const taal = useTaal();
  const getal = new Intl.NumberFormat(taal);
  const { verslag, uitslag, inKluis } = stand;
  const nieuw = verslag.toegevoegd.casussen ?? 0;
  const niets = Object.values(verslag.toegevoegd).every((n) => n === 0);
  return (
    <Uitslag
      uitslag={uitslag}
      links={
        <Melding
          soort={verslag.gestopt ? 'gewoon' : 'goed'}
          icoon={verslag.gestopt ? OctagonPause : CircleCheck}
          titel={verslag.gestopt ? w.gestopt : niets ? w.nietsNieuws : w.klaarTitel(nieuw)}
          live
        >
          <p>
            {w.inKluis(getal.format(inKluis), getal.format(uitslag.rijen.casussen.length))}{' '}
            {verslag.gestopt ? w.gestoptHulp : w.nogmaals}
          </p>
        </Melding>
      }
      rechts={
        <Sectie titel={w.toegevoegd}>
          <table className="grid">
            <thead>
              <tr>
                <th scope="col">{w.wat}</th>
                <th scope="col" className="num">
                  {w.aantal}
                </th>
              </tr>
            </thead>
            <tbody>
              {VOLGORDE.map((c) => (
                <tr key={c}>
                  <th scope="row">{w.collectie[c]}</th>
                  <td className="num">{getal.format(verslag.toegevoegd[c] ?? 0)}</td>
                </tr>
              ))}
              <tr>
                <th scope="row">{w.alAanwezig}</th>
                <td className="num">{getal.format(verslag.alAanwezig)}</td>
              </tr>
            </tbody>
          </table>
        </Sectie>
      }
    />
  );
}

function Voet({ stand }: { readonly stand: Importstand }): ReactNode {
  const w = useTeksten(t);
  const kluis = useKluis();
  switch (stand.stap) {
    case 'bestanden':
    case 'mislukt': {
      const mist = ontbrekend(stand.bestanden);
      const groot = stand.bestanden.map(bestandFout).find((f) => f !== null);
      const reden = groot ?? (mist.includes('casussen') ? w.proefReden : null);
      return (
        <Actievoet>
          <span className="push meta">
            {mist.length === 0
              ? w.alleBestanden
              : stand.bestanden.length === 0
                ? null
                : w.nogOntbreekt(mist.map((soort) => `${soort}.csv`).join(', '))}
          </span>
          <Knop
            soort={reden === null ? 'primair' : 'gewoon'}
            icoon={ArrowRight}
            reden={reden}
            onPress={() => void leesProef(kluis)}
          >
            {w.proef}
          </Knop>
        </Actievoet>
      );
    }
    case 'lezen':
    case 'laden':
      return (
        <Actievoet>
          <span className="push meta">{w.voet}</span>
        </Actievoet>
      );
    case 'aansluiting': {
      const leeg = stand.uitslag.rijen.casussen.length === 0;
      return (
        <Actievoet>
          <Knop icoon={ArrowLeft} onPress={naarBestanden}>
            {w.andereBestanden}
          </Knop>
          <span className="push meta">{leeg ? w.nietsTeDoen : w.voet}</span>
          <Knop
            soort={leeg ? 'gewoon' : 'primair'}
            icoon={ArrowRight}
            reden={leeg ? w.nietsTeDoen : null}
            onPress={() => void neemOver(kluis)}
          >
            {w.naarOvernemen}
          </Knop>
        </Actievoet>
      );
    }
    case 'klaar':
      return (
        <Actievoet>
          <Knop icoon={ArrowLeft} onPress={opnieuw}>
            {w.nieuweImport}
          </Knop>
          <span className="push meta">{w.nogmaals}</span>
          <Knoplink href="/casussen" soort="primair">
            {w.naarCasussen}
          </Knoplink>
        </Actievoet>
      );
  }
}

export const scherm: Scherm = {
  id: 'importeren',
  pad: '/importeren',
  titel: { nl: 'Importeren', en: 'Import' },
  menu: { groep: 'huis', volgorde: 30, icoon: FileInput },
  Component: Importeren,
};
