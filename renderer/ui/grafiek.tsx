/** Small charts. Lengths are percentages, so that text keeps its size at every width. */
import type { ReactNode } from 'react';
import { useTeksten } from '../taal/react.js';
import { klas } from './gevuld.js';
import { t } from './teksten.js';

export interface SparkProps {
  /** What it is about, for screen readers. */
  readonly label: string;
  /** In order of time; null where not scored. */
  readonly punten: readonly (number | null)[];
  readonly van?: number | undefined;
  readonly tot?: number | undefined;
}

const HOOGTE = 52;
const RAND = 8;

/** The course of a score: last point large, earlier ones small, the ends of the scale at the left. */
export function Spark({ label, punten, van = 1, tot = 5 }: SparkProps): ReactNode {
  const w = useTeksten(t);
  const y = (score: number): number =>
    HOOGTE - RAND - ((score - van) / Math.max(1, tot - van)) * (HOOGTE - 2 * RAND);
  const x = (i: number): string =>
    `${punten.length < 2 ? 54 : (12 + (84 * i) / (punten.length - 1)).toFixed(2)}%`;
  const gescoord = punten.flatMap((score, i) => (score === null ? [] : [{ i, score }]));
  const laatste = gescoord.at(-1);
  const lijnen = Array.from({ length: tot - van + 1 }, (_, i) => van + i);
  return (
    <svg
      className="chart spark"
      width="100%"
      height={HOOGTE}
      role="img"
      aria-label={`${label}: ${punten.map((p) => p ?? w.nietGescoord).join(', ')}`}
    >
      {lijnen.map((s) => (
        <line key={s} className="g" x1="9%" x2="100%" y1={y(s)} y2={y(s)} />
      ))}
      <text className="as" x="0" y={y(tot) + 4}>
        {tot}
      </text>
      <text className="as" x="0" y={y(van) + 4}>
        {van}
      </text>
      {gescoord.slice(1).map(({ i, score }, k) => {
        const vorige = gescoord[k];
        return vorige === undefined ? null : (
          <line
            key={i}
            className="ln"
            x1={x(vorige.i)}
            y1={y(vorige.score)}
            x2={x(i)}
            y2={y(score)}
          />
        );
      })}
      {gescoord.map(({ i, score }) => (
        <circle
          key={i}
          className={i === laatste?.i ? 'n' : 'p'}
          cx={x(i)}
          cy={y(score)}
          r={i === laatste?.i ? 4.5 : 3}
        />
      ))}
    </svg>
  );
}

export interface Staaf {
  readonly label: string;
  readonly waarde: number;
  /** As shown at the right: `58`, `34 %`. */
  readonly tekst: string;
  readonly soort?: 'gewoon' | 'onbekend' | 'leeg' | undefined;
  /** Place in a ranking, before the label. */
  readonly rang?: number | undefined;
}

/** Horizontal bars: label and value above a bar. `grond` draws the whole width behind, for shares. */
export function Staven({
  label,
  rijen,
  max,
  grond,
}: {
  readonly label: string;
  readonly rijen: readonly Staaf[];
  readonly max: number;
  readonly grond?: boolean | undefined;
}): ReactNode {
  return (
    <ol className="staven" aria-label={label}>
      {rijen.map(({ label: tekst, waarde, tekst: getal, soort, rang }) => {
        const breedte = `${max === 0 ? 0 : ((100 * waarde) / max).toFixed(2)}%`;
        return (
          <li key={tekst}>
            <span className="l">
              {rang === undefined ? null : <b className="rk">{rang}</b>}
              {tekst}
            </span>
            <b className="v">{getal}</b>
            <svg className="chart" width="100%" height="8" aria-hidden="true">
              {grond === true ? <rect className="gr" width="100%" height="8" /> : null}
              <rect
                className={klas('b', soort === 'onbekend' && 'unk', soort === 'leeg' && 'nil')}
                width={breedte}
                height="8"
              />
            </svg>
          </li>
        );
      })}
    </ol>
  );
}

export interface Kolom {
  readonly label: string;
  readonly waarde: number;
  /** Above the column; by default the value. */
  readonly tekst?: string | undefined;
  readonly soort?: Staaf['soort'];
}

/** Vertical columns over an axis, for classes that have an order. */
export function Kolommen({
  label,
  kolommen,
  hoogte = 172,
}: {
  readonly label: string;
  readonly kolommen: readonly Kolom[];
  /** In pixels. */
  readonly hoogte?: number | undefined;
}): ReactNode {
  const max = Math.max(1, ...kolommen.map((k) => k.waarde));
  const voet = hoogte - 24;
  const stap = 100 / Math.max(1, kolommen.length);
  const lees = kolommen.map((k) => `${k.label} ${k.tekst ?? k.waarde}`).join('; ');
  return (
    <svg
      className="chart cols"
      width="100%"
      height={hoogte}
      role="img"
      aria-label={`${label}: ${lees}`}
    >
      {kolommen.map((k, i) => {
        const h = Math.round((k.waarde / max) * (voet - 24));
        const midden = `${(stap * (i + 0.5)).toFixed(2)}%`;
        return (
          <g key={k.label}>
            <rect
              className={klas('b', k.soort === 'onbekend' && 'unk', k.soort === 'leeg' && 'nil')}
              x={`${(stap * (i + 0.1)).toFixed(2)}%`}
              y={voet - h}
              width={`${(stap * 0.8).toFixed(2)}%`}
              height={h}
            />
            <text className="m" x={midden} y={voet - h - 6}>
              {k.tekst ?? k.waarde}
            </text>
            <text className="m lab" x={midden} y={hoogte - 6}>
              {k.label}
            </text>
          </g>
        );
      })}
      <line className="base" x1="0" x2="100%" y1={voet + 0.5} y2={voet + 0.5} />
    </svg>
  );
}
