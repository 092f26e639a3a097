/**
 * The big screen: one thing at a time, nothing to press. It lives in its own window, needs no vault,
 * and shows only what the facilitator's window sends.
 */
import { Minus, TrendingDown, TrendingUp } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { verloop } from '../../../shared/domein/leefgebieden.js';
import { aveUitleg } from '../../../shared/domein/stappen.js';
import { klas } from '../../ui/index.js';
import {
  KANAAL,
  type Bericht,
  type Grootstand,
  type Onderwerp,
  type Schermscore,
} from './grootstand.js';
import { useSeconde } from './seconde.js';
import { t, type Teksten } from './teksten.js';
import './mdo.css';

export function Grootscherm(): ReactNode {
  const stand = useGrootstand();
  const w = t[stand?.taal ?? 'nl'];
  useEffect(() => {
    document.title = w.groot.titel;
    document.documentElement.lang = stand?.taal ?? 'nl';
    if (stand === null || stand.thema === null) delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = stand.thema;
  }, [stand, w]);
  if (stand === null || stand.afgelopen) {
    return (
      <div className="room">
        <span />
        <main className="room-m" id="inhoud">
          <h1>{stand === null ? w.groot.wacht : w.groot.afgerond}</h1>
          <p className="q">{stand === null ? w.groot.wachtUitleg : ''}</p>
        </main>
        <span />
      </div>
    );
  }
  return (
    <div className="room">
      <header className="room-h">
        <ol aria-label={w.groot.agenda}>
          {(['beeldvorming', 'oordeelsvorming', 'besluitvorming'] as const).map((f) => (
            <li key={f} aria-current={stand.fase === f ? 'step' : undefined}>
              {w.fase[f]}
            </li>
          ))}
        </ol>
        <Rest stand={stand} w={w} />
      </header>
      <main className="room-m" id="inhoud">
        <Inhoud onderwerp={stand.onderwerp} w={w} taal={stand.taal} />
      </main>
      <footer>
        {stand.onderwerp.soort === 'score' ? <Alle scores={stand.onderwerp.alle} w={w} /> : null}
      </footer>
    </div>
  );
}

/** Listens to the facilitator's window, and asks at once for what is on. */
function useGrootstand(): Grootstand | null {
  const [stand, setStand] = useState<Grootstand | null>(null);
  useEffect(() => {
    const kanaal = new BroadcastChannel(KANAAL);
    kanaal.onmessage = (e: MessageEvent<Bericht>) => {
      if (e.data.soort === 'stand') setStand(e.data.stand);
      if (e.data.soort === 'weg') setStand(null);
    };
    kanaal.postMessage({ soort: 'vraag' } satisfies Bericht);
    return () => kanaal.close();
  }, []);
  return stand;
}

/** Whole minutes: seconds on a wall make people nervous. */
function Rest({ stand, w }: { readonly stand: Grootstand; readonly w: Teksten }): ReactNode {
  const nu = useSeconde();
  if (stand.faseEinde === null) return null;
  const rest = stand.faseEinde - nu;
  if (rest < 0) return <p className="left">{w.groot.overtijd}</p>;
  const minuten = Math.ceil(rest / 60_000);
  return (
    <p className="left" role="timer">
      <b>{minuten}</b> {w.groot.minuten(minuten)}
    </p>
  );
}

function Inhoud({
  onderwerp: o,
  w,
  taal,
}: {
  readonly onderwerp: Onderwerp;
  readonly w: Teksten;
  readonly taal: Grootstand['taal'];
}): ReactNode {
  switch (o.soort) {
    case 'score':
      return <Score o={o} w={w} />;
    case 'ave':
      return (
        <>
          <p className="q">{w.groot.ave}</p>
          <ol className="big ave-groot">
            {[1, 2, 3, 4].map((f) => (
              <li key={f} className={klas(o.fase === f && 'gekozen')} aria-current={o.fase === f}>
                {f}
                <span>{aveUitleg(f, taal)}</span>
              </li>
            ))}
          </ol>
        </>
      );
    case 'lijst':
      return (
        <div className="room-l">
          <section>
            <h1>{w.groot.besluiten}</h1>
            <ol>
              {o.besluiten.map((b) => (
                <li key={b}>{b}</li>
              ))}
            </ol>
          </section>
          <section>
            <h2>{w.groot.afspraken}</h2>
            <ol>
              {o.acties.map((a) => (
                <li key={`${a.wie} ${a.wat}`}>
                  <b>{a.wie}</b> {a.wat}{' '}
                  {a.voor === '' ? null : <span className="q">{`${w.voor} ${a.voor}`}</span>}
                </li>
              ))}
            </ol>
          </section>
        </div>
      );
    case 'datum':
      return (
        <>
          <p className="q">{w.groot.volgende}</p>
          <h1>{o.datum}</h1>
        </>
      );
    case 'punt':
      return <h1>{o.titel}</h1>;
  }
}

function Score({
  o,
  w,
}: {
  readonly o: Extract<Onderwerp, { soort: 'score' }>;
  readonly w: Teksten;
}): ReactNode {
  const { schaal, nu, was } = o;
  const cijfers = Array.from({ length: schaal.tot - schaal.van + 1 }, (_, i) => schaal.van + i);
  const uitleg = (n: number): string | null =>
    n === schaal.van ? schaal.laag : n === schaal.tot ? schaal.hoog : null;
  return (
    <>
      <p className="q">{w.groot.vraagScore(o.datum)}</p>
      <h1>{o.leefgebied}</h1>
      <div>
        <ol className="big" aria-label={w.groot.schaal(schaal.van, schaal.tot)}>
          {cijfers.map((n) => {
            const onder = [
              uitleg(n),
              was?.score === n ? w.groot.vorigeKeer(was.datum) : null,
            ].filter((x) => x !== null);
            return (
              <li
                key={n}
                className={klas(was?.score === n && 'was', nu === n && 'gekozen')}
                aria-current={nu === n}
              >
                {n}
                {onder.length === 0 ? null : (
                  <span>
                    {onder.map((regel) => (
                      <i key={regel}>{regel}</i>
                    ))}
                  </span>
                )}
              </li>
            );
          })}
        </ol>
      </div>
    </>
  );
}

function Alle({
  scores,
  w,
}: {
  readonly scores: readonly Schermscore[];
  readonly w: Teksten;
}): ReactNode {
  return (
    <ol
      className="room-f"
      aria-label={w.groot.leefgebieden}
      style={{ gridTemplateColumns: `repeat(${scores.length}, minmax(0, 1fr))` }}
    >
      {scores.map((s) => (
        <li
          key={s.label}
          className={klas(s.huidig && 'cur')}
          aria-current={s.huidig ? 'true' : undefined}
        >
          {afbreekbaar(s.label)}
          {s.nu !== null ? (
            <b>
              {s.nu}
              <Pijl was={s.was} nu={s.nu} w={w} />
            </b>
          ) : s.huidig ? (
            <b>{w.groot.nu}</b>
          ) : s.was === null ? null : (
            <span className="was-s">{w.groot.was(s.was)}</span>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Long compounds may break where they are joined: the row is narrow and the words are not. */
function afbreekbaar(label: string): string {
  return label.replace(
    /(\p{L}{3,})(besteding|gebruik|gezondheid|vesting|problematiek|veiligheid)/giu,
    '$1\u00AD$2',
  );
}

function Pijl({
  was,
  nu,
  w,
}: {
  readonly was: number | null;
  readonly nu: number;
  readonly w: Teksten;
}): ReactNode {
  switch (verloop(was, nu)) {
    case 'beter':
      return <TrendingUp className="i" aria-label={w.beter} />;
    case 'minder':
      return <TrendingDown className="i" aria-label={w.minder} />;
    case 'gelijk':
      return <Minus className="i" aria-label={w.gelijkScore} />;
    case null:
      return null;
  }
}
