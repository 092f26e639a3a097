/**
 * The score table. One row has the attention; digits score it, arrows go up and down the list, T
 * opens the toelichting. Left and right move within the scale, as radio buttons do.
 */
import { GitCompareArrows, Minus, TrendingDown, TrendingUp } from 'lucide-react';
import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { datumVoluit, dagMaand } from '../../../shared/domein/datums.js';
import { leefgebiedLabel, verloop } from '../../../shared/domein/leefgebieden.js';
import { zetScore } from '../../stores/mdo-schrijf.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Spark, Tag, klas, kondigAan } from '../../ui/index.js';
import { bewerkbaar, type Mdo } from './gegevens.js';
import { Tekstveld } from './tekstveld.js';
import { t, type Teksten } from './teksten.js';

export interface ScorenProps {
  readonly m: Mdo;
  /** Index of the row with the attention. */
  readonly rij: number;
  readonly bijRij: (rij: number) => void;
  /** Code of the leefgebied whose toelichting is open. */
  readonly toelichting: string | null;
  readonly bijToelichting: (code: string | null) => void;
}

/** Puts the focus on the row: on its score, else on its first choice. */
export function focusRij(rij: number): void {
  const tr = document.querySelectorAll<HTMLTableRowElement>('.score tbody tr')[rij];
  const radio =
    tr?.querySelector<HTMLInputElement>('input[type="radio"]:checked') ??
    tr?.querySelector<HTMLInputElement>('input[type="radio"]');
  radio?.focus();
  tr?.scrollIntoView({ block: 'nearest' });
}

/** Scores and says so; the attention goes to the next row. */
export async function scoor(
  m: Mdo,
  code: string,
  score: number | null,
  w: Teksten,
  label: string,
): Promise<void> {
  await zetScore(m.kluis, m.overleg, code, { score });
  const vorige = m.vorige?.scores[code]?.score ?? null;
  const loop = verloop(vorige, score);
  const woord =
    loop === null ? '' : `, ${woordVan(loop, w)}${vorige === null ? '' : `, ${w.was(vorige)}`}`;
  kondigAan(`${label} ${score ?? w.nietGescoord}${woord}`);
}

const woordVan = (loop: 'beter' | 'gelijk' | 'minder', w: Teksten): string =>
  loop === 'gelijk' ? w.gelijkScore : w[loop];

export function Scoren(props: ScorenProps): ReactNode {
  const { m, rij, bijRij, toelichting, bijToelichting } = props;
  const w = useTeksten(t);
  const taal = useTaal();
  const { lijst, vorige } = m;
  const vorigeDatum = vorige === undefined ? null : datumVoluit(vorige.datum, taal);
  const kortVorige = vorige === undefined ? null : dagMaand(vorige.datum, m.vandaag, taal);
  const laatste = lijst.waarden.length - 1;

  const ga = (doel: number): void => {
    const i = Math.max(0, Math.min(laatste, doel));
    bijRij(i);
    focusRij(i);
  };

  const bijToets = (e: KeyboardEvent, code: string, i: number): void => {
    if (e.ctrlKey || e.altKey || e.metaKey) return;
    if (!(e.target instanceof HTMLInputElement) || e.target.type !== 'radio') return;
    const cijfer = Number(e.key);
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') ga(i + (e.key === 'ArrowDown' ? 1 : -1));
    else if (e.key === 'Home' || e.key === 'End') ga(e.key === 'Home' ? 0 : laatste);
    else if (e.key.toLowerCase() === 't') bijToelichting(code);
    else if (e.key === 'Backspace' || e.key === 'Delete' || e.key === '0') {
      void scoor(m, code, null, w, leefgebiedLabel(code, taal, lijst));
    } else if (e.key.length === 1 && cijfer >= lijst.schaal.van && cijfer <= lijst.schaal.tot) {
      void scoor(m, code, cijfer, w, leefgebiedLabel(code, taal, lijst));
      ga(i + 1);
    } else return;
    e.preventDefault();
    e.stopPropagation();
  };

  return (
    <table className={klas('score', vorige === undefined && 'eerste')}>
      <colgroup>
        <col />
        <col className="c-rate" />
        <col className="c-since" />
        <col className="c-loop" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{w.leefgebiedEnToelichting}</th>
          <th scope="col">
            {w.nu}
            {kortVorige === null ? null : (
              <>
                {' '}
                <span className="was-key" />
                {kortVorige}
              </>
            )}
          </th>
          <th scope="col">{kortVorige === null ? null : w.sinds(kortVorige)}</th>
          <th scope="col" className="c-loop">
            {w.verloop}
          </th>
        </tr>
      </thead>
      <tbody>
        {lijst.waarden.map((gebied, i) => (
          <Rij
            key={gebied.id}
            m={m}
            code={gebied.id}
            huidig={i === rij}
            vorigeDatum={vorigeDatum}
            open={toelichting === gebied.id}
            bijFocus={() => bijRij(i)}
            bijToets={(e) => bijToets(e, gebied.id, i)}
            bijSluiten={() => {
              bijToelichting(null);
              focusRij(i);
            }}
            bijOpenen={() => bijToelichting(gebied.id)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RijProps {
  readonly m: Mdo;
  readonly code: string;
  readonly huidig: boolean;
  readonly vorigeDatum: string | null;
  readonly open: boolean;
  readonly bijFocus: () => void;
  readonly bijToets: (e: KeyboardEvent) => void;
  readonly bijOpenen: () => void;
  readonly bijSluiten: () => void;
}

function Rij(props: RijProps): ReactNode {
  const { m, code, huidig, open } = props;
  const w = useTeksten(t);
  const taal = useTaal();
  const naam = useId();
  const { meting, vorige, lijst } = m;
  const label = leefgebiedLabel(code, taal, lijst);
  const score = meting?.scores[code]?.score ?? null;
  const was = vorige?.scores[code]?.score ?? null;
  const tekst = meting?.scores[code]?.toelichting ?? '';
  const verschil = meting?.conflicten.some((c) => c.id.startsWith(`scores/${code}/`)) ?? false;
  const vast = !bewerkbaar(m);
  const cijfers = Array.from(
    { length: lijst.schaal.tot - lijst.schaal.van + 1 },
    (_, i) => lijst.schaal.van + i,
  );
  const loop = [...m.eerder.slice(-5).map((x) => x.scores[code]?.score ?? null), score];
  return (
    <tr className={klas(huidig && 'cur')} onKeyDown={props.bijToets}>
      <th scope="row">
        {label}
        {open && meting?.scores[code] !== undefined ? (
          <Tekstveld
            autoFocus
            zonderLabel
            multiline={false}
            label={w.toelichtingBij(label)}
            bron={{
              collectie: 'metingen',
              doc: meting,
              pad: `scores/${code}/toelichting`,
              lees: (d) => d.scores[code]?.toelichting ?? '',
              zet: (d, waarde) => {
                const s = d.scores[code];
                if (s === undefined) d.scores[code] = { score: null, toelichting: waarde };
                else s.toelichting = waarde;
              },
            }}
            onKeyDown={(e) => {
              if (e.key !== 'Enter' && e.key !== 'Escape') return;
              e.preventDefault();
              e.stopPropagation();
              props.bijSluiten();
            }}
          />
        ) : tekst !== '' || (huidig && !vast) ? (
          <button
            type="button"
            className="meta toel"
            tabIndex={huidig ? 0 : -1}
            disabled={vast}
            onClick={props.bijOpenen}
          >
            {tekst !== ''
              ? tekst
              : score === null
                ? w.typ(lijst.schaal.van, lijst.schaal.tot)
                : w.toelichting}
            <span className="sr">, {w.toelichtingBij(label)}</span>
          </button>
        ) : null}
      </th>
      <td>
        <span className="rate" role="radiogroup" aria-label={label}>
          {cijfers.map((n) => (
            <label key={n}>
              <input
                type="radio"
                name={naam}
                value={n}
                checked={score === n}
                disabled={vast}
                aria-label={`${label} ${n}${
                  n === lijst.schaal.van
                    ? `, ${lijst.schaal.laag}`
                    : n === lijst.schaal.tot
                      ? `, ${lijst.schaal.hoog}`
                      : ''
                }${n === was && props.vorigeDatum !== null ? `, ${props.vorigeDatum}` : ''}`}
                tabIndex={huidig ? undefined : -1}
                onFocus={props.bijFocus}
                onChange={() => void scoor(m, code, n, w, label)}
              />
              <span className={klas(n === was && 'was')}>{n}</span>
            </label>
          ))}
        </span>
      </td>
      <td className="dl">
        {verschil ? (
          <Tag soort="verschil" icoon={GitCompareArrows} label={w.verschilHulp}>
            {w.verschilScore}
          </Tag>
        ) : (
          <Verschuiving was={was} score={score} />
        )}
      </td>
      <td className="c-loop">
        {loop.filter((s) => s !== null).length < 1 ? null : (
          <Spark label={label} punten={loop} van={lijst.schaal.van} tot={lijst.schaal.tot} />
        )}
      </td>
    </tr>
  );
}

/** Better, same, worse: icon and word; worse is bold. */
export function Verschuiving({
  was,
  score,
}: {
  readonly was: number | null;
  readonly score: number | null;
}): ReactNode {
  const w = useTeksten(t);
  const loop = verloop(was, score);
  if (loop === null) {
    if (was !== null) return <span className="soft">{w.was(was)}</span>;
    return score === null ? null : <span className="soft">{w.eersteMeting}</span>;
  }
  switch (loop) {
    case 'gelijk':
      return (
        <>
          <Minus className="i" aria-hidden="true" />
          {w.gelijkScore}
        </>
      );
    case 'beter':
      return (
        <>
          <TrendingUp className="i" aria-hidden="true" />
          {w.beter}, {w.was(was ?? 0)}
        </>
      );
    case 'minder':
      return (
        <>
          <TrendingDown className="i" aria-hidden="true" />
          <b>{w.minder}</b>, {w.was(was ?? 0)}
        </>
      );
  }
}
