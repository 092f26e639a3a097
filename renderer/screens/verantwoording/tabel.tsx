import { memo, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { CircleX, OctagonX } from 'lucide-react';
import { useStore } from 'zustand';
import { loglijst, logtijd, type Logrij } from '../../stores/logboek.js';
import { useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { klas, naarRij, rijNaToets, Ruimte, Tag, useVenster } from '../../ui/index.js';
import { teksten } from './teksten.js';
import {
  actiewoord,
  casuswoord,
  getal,
  objectwoord,
  persoonwoord,
  resultaatwoord,
  wijzewoord,
} from './woorden.js';

/** From so many lines on only what is in sight is drawn. */
const VENSTER_VANAF = 60;
const KOLOMMEN = 8;
const rijId = (sleutel: string): string => `logrij-${sleutel.replace('|', '-')}`;

/** The grid keeps the focus itself and points at the active line, as in the list of cases. */
export function Logtabel({
  rijen,
  open,
  naarFilters,
}: {
  readonly rijen: readonly Logrij[];
  readonly open: (rij: Logrij) => void;
  readonly naarFilters: () => void;
}): ReactNode {
  const t = useTeksten(teksten);
  const { focus } = useStore(loglijst);
  const rol = useRef<HTMLDivElement>(null);
  const tabel = useRef<HTMLTableElement>(null);
  const lichaam = useRef<HTMLTableSectionElement>(null);
  const venster = useVenster(rol, lichaam, rijen.length, rijen.length > VENSTER_VANAF);
  const gevonden = rijen.findIndex((r) => r.sleutel === focus);
  const actief = gevonden < 0 ? 0 : gevonden;
  const actieveRij = rijen[actief];

  function zetActief(index: number): void {
    const plek = Math.max(0, Math.min(rijen.length - 1, index));
    const rij = rijen[plek];
    if (rij === undefined) return;
    loglijst.setState({ focus: rij.sleutel });
    if (rol.current !== null && lichaam.current !== null)
      naarRij(rol.current, lichaam.current, plek, venster.rijhoogte);
  }

  function opToets(e: KeyboardEvent): void {
    if (e.target !== tabel.current || e.ctrlKey || e.metaKey || e.altKey) return;
    const doel = rijNaToets(e.key, actief, rijen.length, rol.current, venster.rijhoogte);
    if (doel !== undefined) {
      e.preventDefault();
      if (e.key === 'ArrowUp' && actief === 0) naarFilters();
      else zetActief(doel);
    } else if (e.key === 'Enter' && actieveRij !== undefined) {
      e.preventDefault();
      open(actieveRij);
    }
  }

  const rijVan = (e: MouseEvent): Logrij | undefined => {
    const rij = (e.target as HTMLElement).closest<HTMLElement>('tr[data-sleutel]');
    return rijen.find(({ sleutel }) => sleutel === rij?.dataset['sleutel']);
  };
  const zichtbaar = rijen.slice(venster.van, venster.tot);
  const inBeeld = zichtbaar.includes(actieveRij as Logrij);

  return (
    <div className="scroll" ref={rol}>
      <table
        ref={tabel}
        className="grid cases logtabel"
        role="grid"
        tabIndex={0}
        aria-label={t.bijschrift(rijen.length)}
        aria-rowcount={rijen.length + 1}
        aria-activedescendant={
          actieveRij !== undefined && inBeeld ? rijId(actieveRij.sleutel) : undefined
        }
        onKeyDown={opToets}
        onClick={(e) => {
          const rij = rijVan(e);
          if (rij !== undefined) loglijst.setState({ focus: rij.sleutel });
        }}
        onDoubleClick={(e) => {
          const rij = rijVan(e);
          if (rij !== undefined) open(rij);
        }}
      >
        <colgroup>
          <col className="l-tijd" />
          <col className="l-wie" />
          <col className="l-actie" />
          <col />
          <col className="l-casus" />
          <col className="l-tafel" />
          <col className="l-resultaat" />
          <col className="l-nr" />
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{t.tijdstip}</th>
            <th scope="col">{t.wie}</th>
            <th scope="col">{t.actie}</th>
            <th scope="col">{t.wat}</th>
            <th scope="col">{t.casus}</th>
            <th scope="col">{t.tafel}</th>
            <th scope="col">{t.resultaat}</th>
            <th scope="col" className="num">
              {t.nr}
            </th>
          </tr>
        </thead>
        <tbody ref={lichaam}>
          <Ruimte rijen={venster.van} hoogte={venster.rijhoogte} kolommen={KOLOMMEN} />
          {zichtbaar.map((rij, i) => (
            // By place: scrolling then changes the text of lines instead of making lines.
            <Rij
              key={venster.van + i}
              rij={rij}
              index={venster.van + i}
              focus={rij === actieveRij}
            />
          ))}
          <Ruimte
            rijen={rijen.length - venster.tot}
            hoogte={venster.rijhoogte}
            kolommen={KOLOMMEN}
          />
        </tbody>
      </table>
    </div>
  );
}

const Rij = memo(function Rij({
  rij: { sleutel, regel },
  index,
  focus,
}: {
  readonly rij: Logrij;
  readonly index: number;
  readonly focus: boolean;
}): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const { dag, tijd } = logtijd(regel.op, taal);
  const { wijze, casus } = regel;
  return (
    <tr
      id={rijId(sleutel)}
      data-rij={index}
      data-sleutel={sleutel}
      aria-rowindex={index + 2}
      aria-selected={focus}
      className={klas(focus && 'focus')}
    >
      <td className="tab">
        {dag} <span className="soft">{tijd}</span>
      </td>
      <td>{persoonwoord(t, kluis, regel.actor)}</td>
      <th scope="row">{actiewoord(t, regel.actie)}</th>
      <td>
        {objectwoord(t, regel)}
        {wijze === undefined ? null : <span className="soft"> {wijzewoord(t, wijze)}</span>}
      </td>
      <td className="tab">{casus === undefined ? null : casuswoord(t, kluis, casus)}</td>
      <td className="soft">{regel.casustafel}</td>
      <td>
        <Resultaat resultaat={regel.resultaat} />
      </td>
      <td className="num soft">{getal(regel.nr, taal)}</td>
    </tr>
  );
});

/** What went well is quiet; the rest has a shape and a word. */
function Resultaat({ resultaat }: { readonly resultaat: string }): ReactNode {
  const t = useTeksten(teksten);
  const woord = resultaatwoord(t, resultaat);
  if (resultaat === 'gelukt') return <span className="soft">{woord}</span>;
  const icoon = resultaat === 'geweigerd' ? OctagonX : CircleX;
  return (
    <Tag soort="kritiek" icoon={icoon}>
      {woord}
    </Tag>
  );
}
