/** The year in one page: five key figures, seven distributions, by the definitions of the house. */
import { ChartBar, ChartColumn, Download, Printer, Table2 } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { datumVoluit } from '../../../shared/domein/datums.js';
import {
  berekenFiguurpagina,
  figurenAlsRijen,
  figuurcasussen,
  jarenVan,
  type Aandeelrij,
  type Figuurpagina,
  type Klasse,
  type Rangrij,
} from '../../../shared/figures/index.js';
import { naarCsv } from '../../stores/caseload-lijst.js';
import { useVandaag } from '../../stores/klok.js';
import { bewaarUitvoer, drukAf } from '../../stores/uitvoer.js';
import { useDocs, useKluis } from '../../stores/react.js';
import type { Scherm } from '../../stores/scherm.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Keuze, Knop, Knoplink, Kolommen, Leeg, Segment, Staven } from '../../ui/index.js';
import { Figuur } from './figuur.js';
import { t } from './teksten.js';
import { useWeergave } from './weergave.js';
import './facts-figures.css';

function FactsFigures({
  params,
}: {
  readonly params: Readonly<Record<string, string>>;
}): ReactNode {
  const w = useTeksten(t);
  const taal = useTaal();
  const kluis = useKluis();
  const vandaag = useVandaag();
  const [, ga] = useLocation();
  const casussen = useDocs('casussen');
  const betrokkenen = useDocs('betrokkenen');
  const [weergave, zetWeergave] = useWeergave(kluis);
  const rijen = useMemo(() => figuurcasussen(casussen, betrokkenen), [casussen, betrokkenen]);
  const jaren = useMemo(() => jarenVan(rijen, vandaag), [rijen, vandaag]);
  const gevraagd = Number(params['jaar']);
  const vorigJaar = Number(vandaag.slice(0, 4)) - 1;
  const jaar =
    Number.isInteger(gevraagd) && gevraagd > 1900
      ? gevraagd
      : (jaren.find((j) => j === vorigJaar) ?? jaren[0] ?? vorigJaar);
  const pagina = useMemo(() => berekenFiguurpagina(rijen, jaar), [rijen, jaar]);
  const keuzen = jaren.includes(jaar) ? jaren : [jaar, ...jaren].sort((a, b) => b - a);

  const bewaar = (): void => {
    const [koppen = [], ...regels] = figurenAlsRijen(pagina);
    void bewaarUitvoer(
      kluis,
      { soort: 'figuren', wijze: 'csv' },
      `facts-figures-${jaar}.csv`,
      'text/csv',
      naarCsv(koppen.map(String), regels),
    );
  };
  return (
    <div className="page ff">
      <header className="ff-h">
        <div>
          <h1>{w.titel(jaar)}</h1>
          <p className="lead">{w.stand(kluis.huis.naam, datumVoluit(pagina.peildatum, taal))}</p>
        </div>
        <div className="row push no-print">
          <Keuze
            label={w.jaar}
            zonderLabel
            className="jaar"
            opties={keuzen.map((j) => ({ id: String(j), label: String(j) }))}
            waarde={String(jaar)}
            bijWijziging={(j) => ga(`/facts-figures/${j}`)}
          />
          <Segment
            label={w.weergave}
            opties={[
              { id: 'grafiek', label: w.grafiek, icoon: ChartBar },
              { id: 'tabel', label: w.tabel, icoon: Table2 },
            ]}
            waarde={weergave}
            bijWijziging={zetWeergave}
          />
          <Knop icoon={Printer} onPress={() => void drukAf(kluis, { soort: 'figuren' })}>
            {w.afdrukken}
          </Knop>
          <Knop icoon={Download} onPress={bewaar}>
            {w.csv}
          </Knop>
        </div>
      </header>
      {pagina.figuren.actief === 0 ? (
        <Leeg titel={w.leeg(jaar)} actie={<Knoplink href="/importeren">{w.importeren}</Knoplink>}>
          {w.leegUitleg}
        </Leeg>
      ) : (
        <>
          <Kerncijfers pagina={pagina} />
          <Figuren pagina={pagina} alsTabel={weergave === 'tabel'} />
          <p className="meta ff-n">
            {w.lopend(pagina.figuren.lopendOpPeildatum, datumVoluit(pagina.peildatum, taal))}{' '}
            {w.voet}
            {kluis.huis.voorbeeld ? ` ${w.voorbeeld}` : null}
          </p>
        </>
      )}
    </div>
  );
}

function Kerncijfers({ pagina }: { readonly pagina: Figuurpagina }): ReactNode {
  const w = useTeksten(t);
  const taal = useTaal();
  const { figuren: f } = pagina;
  const getal = new Intl.NumberFormat(taal);
  return (
    <dl className="kpi">
      <div>
        <dt>{w.instroom}</dt>
        <dd>{getal.format(f.instroom)}</dd>
        <dd className="def">{w.instroomDef(f.jaar)}</dd>
      </div>
      <div>
        <dt>{w.actief}</dt>
        <dd>{getal.format(f.actief)}</dd>
        <dd className="def">{w.actiefDef(f.jaar)}</dd>
      </div>
      <div>
        <dt>{w.doorlooptijd}</dt>
        <dd>
          {f.doorlooptijdGemiddeldDagen ?? '–'} <small>{w.dagen}</small>
        </dd>
        <dd className="def">
          {f.afgesloten === 0 ? w.geenAfgesloten : w.doorlooptijdDef(f.afgesloten)}
        </dd>
      </div>
      <div>
        <dt>{w.man}</dt>
        <dd>
          {f.percentageMan ?? '–'} <small>%</small>
        </dd>
        <dd className="def">
          <svg
            className="chart mv"
            width="100%"
            height="8"
            role="img"
            aria-label={w.manBalk(f.percentageMan ?? 0)}
          >
            <rect className="gr" width="100%" height="8" />
            <rect className="b" width={`${f.percentageMan ?? 0}%`} height="8" />
          </svg>
          {w.manDef(pagina.aantalMan, pagina.aantalVrouw, pagina.aantalAnders)}
        </dd>
      </div>
      <div>
        <dt>{w.leeftijd}</dt>
        <dd>
          {f.gemiddeldeLeeftijd ?? '–'} <small>{w.jaarEenheid}</small>
        </dd>
        <dd className="def">
          {w.leeftijdDef(datumVoluit(pagina.peildatum, taal))}
          {pagina.zonderGeboortedatum === 0
            ? null
            : `, ${w.zonderGeboortedatum(pagina.zonderGeboortedatum)}`}
        </dd>
      </div>
    </dl>
  );
}

interface FigurenProps {
  readonly pagina: Figuurpagina;
  readonly alsTabel: boolean;
}

function Figuren({ pagina, alsTabel }: FigurenProps): ReactNode {
  const w = useTeksten(t);
  const taal = useTaal();
  const { figuren: f } = pagina;
  return (
    <div className="figs">
      <div>
        <Rangfiguur
          titel={w.perGemeente}
          bij={w.casussen(f.instroom)}
          kop={w.kop.gemeente}
          rijen={pagina.gemeenten}
          alsTabel={alsTabel}
        />
        <Rangfiguur
          titel={w.melders}
          bij={w.vanCasussen(f.instroom)}
          kop={w.kop.melder}
          rijen={pagina.melders}
          metRang
          alsTabel={alsTabel}
        />
      </div>
      <div>
        <Aandeelfiguur
          titel={w.problematiek}
          bij={w.vanMeer(f.actief)}
          rijen={pagina.problematiek}
          alsTabel={alsTabel}
        />
        <Klassefiguur
          titel={w.doorlooptijd}
          bij={w.inDagen(f.afgesloten)}
          kop={w.kop.dagen}
          klassen={pagina.doorlooptijd}
          alsTabel={alsTabel}
        />
      </div>
      <div>
        <Aandeelfiguur
          titel={w.inkomsten}
          bij={w.vanActief(f.actief)}
          rijen={pagina.inkomsten}
          alsTabel={alsTabel}
        />
        <Aandeelfiguur
          titel={w.woonsituatie}
          bij={w.vanActief(f.actief)}
          rijen={pagina.woonsituatie}
          alsTabel={alsTabel}
        />
        <Klassefiguur
          titel={w.leeftijd}
          bij={w.actiefAantal(f.actief)}
          kop={w.kop.leeftijdOp(datumVoluit(pagina.peildatum, taal))}
          klassen={pagina.leeftijd}
          alsTabel={alsTabel}
        />
      </div>
    </div>
  );
}

interface Deel {
  readonly titel: string;
  readonly bij: string;
  readonly alsTabel: boolean;
}

function Rangfiguur({
  rijen,
  kop,
  metRang,
  ...deel
}: Deel & {
  readonly rijen: readonly Rangrij[];
  readonly kop: string;
  readonly metRang?: boolean;
}): ReactNode {
  const w = useTeksten(t);
  return (
    <Figuur
      {...deel}
      tabel={{
        koppen: metRang === true ? [kop, w.kop.rang, w.kop.casussen] : [kop, w.kop.casussen],
        rijen: rijen.map((r) =>
          metRang === true
            ? [r.naam, String(r.rang), String(r.aantal)]
            : [r.naam, String(r.aantal)],
        ),
      }}
    >
      <Staven
        label={deel.titel}
        max={Math.max(1, ...rijen.map((r) => r.aantal))}
        rijen={rijen.map((r) => ({
          label: r.naam,
          waarde: r.aantal,
          tekst: String(r.aantal),
          ...(metRang === true ? { rang: r.rang } : {}),
        }))}
      />
    </Figuur>
  );
}

function Aandeelfiguur({
  rijen,
  ...deel
}: Deel & { readonly rijen: readonly Aandeelrij[] }): ReactNode {
  const w = useTeksten(t);
  return (
    <Figuur
      {...deel}
      tabel={{
        koppen: [deel.titel, w.kop.casussen, w.kop.aandeel],
        rijen: rijen.map((r) => [r.naam, String(r.aantal), `${r.percentage} %`]),
      }}
    >
      <Staven
        label={deel.titel}
        grond
        max={100}
        rijen={rijen.map((r) => ({
          label: r.naam,
          waarde: r.percentage,
          tekst: `${r.percentage} %`,
          soort: r.soort,
        }))}
      />
    </Figuur>
  );
}

function Klassefiguur({
  klassen,
  kop,
  ...deel
}: Deel & { readonly klassen: readonly Klasse[]; readonly kop: string }): ReactNode {
  const w = useTeksten(t);
  return (
    <Figuur
      {...deel}
      tabel={{
        koppen: [kop, w.kop.casussen],
        rijen: klassen.map((k) => [k.label, String(k.aantal)]),
      }}
    >
      <Kolommen
        label={`${deel.titel}, ${deel.bij}`}
        kolommen={klassen.map((k) => ({ label: k.label, waarde: k.aantal }))}
      />
    </Figuur>
  );
}

export const scherm: Scherm = {
  id: 'facts-figures',
  pad: '/facts-figures/:jaar?',
  titel: { nl: 'Facts & figures', en: 'Facts & figures' },
  menu: { groep: 'verantwoorden', volgorde: 10, icoon: ChartColumn },
  Component: FactsFigures,
};
