/** The head of the meeting: who, where, how long, whether the house has it. */
import {
  ArrowLeft,
  BadgeCheck,
  CloudOff,
  CircleCheck,
  Contrast,
  EyeOff,
  FilePen,
  Keyboard,
  ListTree,
  MonitorX,
  Play,
  Presentation,
  RefreshCw,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { dagMaand, korteDatum } from '../../../shared/domein/datums.js';
import { faseklok, klokcijfers } from '../../stores/mdo.js';
import { startOverleg } from '../../stores/mdo-schrijf.js';
import { useSyncstand } from '../../stores/react.js';
import { wisselThema } from '../../stores/voorkeuren.js';
import { redenInWoorden } from '../../taal/lijn.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Iconknop, Knop, Tag, kondigAan, naarHref } from '../../ui/index.js';
import type { Mdo } from './gegevens.js';
import { useSeconde } from './seconde.js';
import { t } from './teksten.js';

export interface KopProps {
  readonly m: Mdo;
  /** Parts that the big screen leaves out. */
  readonly verborgen: number;
  readonly opGrootScherm: boolean;
  readonly agendaOpen: boolean;
  readonly bijAgenda: () => void;
  readonly bijGrootScherm: () => void;
  readonly bijHulp: () => void;
}

export function Kop(props: KopProps): ReactNode {
  const { m, verborgen } = props;
  const w = useTeksten(t);
  const taal = useTaal();
  const { overleg, casus } = m;
  const uren =
    overleg.begin === null
      ? null
      : overleg.eind === null
        ? overleg.begin
        : `${overleg.begin} ${w.tot} ${overleg.eind}`;
  const dag = overleg.datum === m.vandaag ? null : korteDatum(overleg.datum, m.vandaag, taal);
  const onder = [m.naam, overleg.locatie, dag, uren]
    .filter((d) => d !== null && d !== '')
    .join(', ');
  return (
    <header className="topbar meet-h">
      <a
        className="btn quiet icon"
        href={naarHref(casus === undefined ? '/mdos' : `/casussen/${casus.id}`)}
        aria-label={w.terug}
      >
        <ArrowLeft className="i" aria-hidden="true" />
      </a>
      <div className="two">
        <h1 className="clip" title={casus?.titel}>
          {casus?.titel ?? w.onbekendeCasus}
        </h1>
        <span className="meta clip">{onder}</span>
      </div>
      <Stand m={m} />
      <span className="push" />
      <Sync />
      <span className="meet-smal">
        <Knop
          soort="stil"
          icoon={ListTree}
          aria-expanded={props.agendaOpen}
          aria-controls="mdo-agenda"
          onPress={props.bijAgenda}
        >
          {w.agenda}
        </Knop>
      </span>
      <Knop
        icoon={Presentation}
        onPress={props.bijGrootScherm}
        aria-pressed={props.opGrootScherm}
        className="groot-k"
      >
        <span className="t-l">{w.grootScherm}</span>
        {verborgen === 0 ? null : (
          <span className="tag soft">
            <EyeOff className="i" aria-hidden="true" />
            <span aria-hidden="true">{verborgen}</span>
            <span className="sr">{w.verborgen(verborgen)}</span>
          </span>
        )}
      </Knop>
      <Iconknop icoon={Contrast} label={w.thema} onPress={wisselThema} className="thema-k" />
      <Iconknop icoon={Keyboard} label={`${w.toetsenhulp} (?)`} onPress={props.bijHulp} />
    </header>
  );
}

/** Clock while it runs; otherwise what state the meeting is in. */
function Stand({ m }: { readonly m: Mdo }): ReactNode {
  const w = useTeksten(t);
  const taal = useTaal();
  const { overleg } = m;
  switch (overleg.status) {
    case 'bezig':
      return <Klok m={m} />;
    case 'gepland':
      return (
        <div className="clock staat">
          <Knop
            soort="primair"
            icoon={Play}
            onPress={() => {
              void startOverleg(m.kluis, overleg).then(() => kondigAan(w.gestart));
            }}
          >
            {w.start}
          </Knop>
        </div>
      );
    case 'concept':
      return (
        <div className="clock staat">
          <span className="tag">
            <FilePen className="i" aria-hidden="true" />
            {w.concept}
          </span>
        </div>
      );
    case 'vastgesteld':
      return (
        <div className="clock staat">
          <Tag soort="goed" icoon={BadgeCheck}>
            {w.vastgesteld}
            {overleg.vastgesteldOp === null
              ? null
              : ` ${dagMaand(overleg.vastgesteldOp.slice(0, 10), m.vandaag, taal)}`}
          </Tag>
        </div>
      );
  }
}

function Klok({ m }: { readonly m: Mdo }): ReactNode {
  const w = useTeksten(t);
  const nu = useSeconde();
  const klok = faseklok(m.overleg, nu);
  if (klok === null) return null;
  const naam = w.fase[klok.fase];
  const over = klok.rest < 0 || klok.totaal === 0;
  return (
    <div
      className="clock"
      role="timer"
      aria-label={w.klokLabel(naam, Math.trunc(klok.rest / 60))}
      data-over={over ? 'ja' : undefined}
    >
      <b aria-hidden="true">
        {over ? '+' : ''}
        {klokcijfers(klok.rest)}
      </b>
      <span aria-hidden="true">{over ? w.overTijd(naam) : w.nogVoor(naam)}</span>
    </div>
  );
}

/** The same fact in the same place as in the top bar: a word, an icon, a number. Never an alarm. */
function Sync(): ReactNode {
  const w = useTeksten(t);
  const taal = useTaal();
  const stand = useSyncstand();
  const { icoon: Icoon, tekst } = {
    geen: { icoon: CloudOff, tekst: w.geenHuis },
    offline: { icoon: CloudOff, tekst: w.offline },
    bezig: { icoon: RefreshCw, tekst: w.bezig },
    gelijk: { icoon: CircleCheck, tekst: w.gelijk },
    geweigerd: { icoon: MonitorX, tekst: w.geweigerd },
  }[stand.toestand];
  return (
    <span className="sync stil" title={redenInWoorden(stand, taal) ?? undefined}>
      <Icoon className="i" aria-hidden="true" />
      <b>{tekst}</b>
      {stand.wachtend === 0 ? null : (
        <span className="wait">
          <span className="pend" aria-hidden="true" />
          <span className="t-l">{w.wachten(stand.wachtend)}</span>
          <span className="t-s" aria-hidden="true">
            {stand.wachtend}
          </span>
        </span>
      )}
    </span>
  );
}
