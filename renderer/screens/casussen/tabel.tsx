import { ArrowDown, ArrowUp } from 'lucide-react';
import {
  memo,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react';
import { useStore } from 'zustand';
import { useLocation } from 'wouter';
import { padCasus } from '../../onderdelen/paden.js';
import type { Casusrij } from '../../stores/caseload.js';
import {
  kiesRij,
  KOLOMMEN,
  lijst,
  plaats,
  sorteerOp,
  type Kolom,
} from '../../stores/caseload-lijst.js';
import { useSyncstand } from '../../stores/react.js';
import { useTeksten } from '../../taal/react.js';
import { naarRij, rijNaToets, Ruimte, useVenster, type Venster } from '../../ui/index.js';
import { Rij, rijId } from './rij.js';
import { teksten } from './teksten.js';

/**
 * From so many rows on only what is in sight is drawn. Low, because a keystroke in the search may
 * replace every row, and each row that is made costs more than one that is not.
 */
const VENSTER_VANAF = 60;
const GETALLEN: ReadonlySet<Kolom> = new Set(['acties', 'laat', 'dagen']);

/**
 * The grid keeps the focus itself and points at the active row, so that a row that scrolls out of
 * the window never takes the keyboard with it.
 */
export function Casustabel({
  rijen,
  vandaag,
  naarFilters,
  naarZoeken,
}: {
  rijen: readonly Casusrij[];
  vandaag: string;
  naarFilters: () => void;
  naarZoeken: () => void;
}) {
  const t = useTeksten(teksten);
  const [, ga] = useLocation();
  const { focus, gekozen, sorteer } = useStore(lijst);
  const rol = useRef<HTMLDivElement>(null);
  const tabel = useRef<HTMLTableElement>(null);
  const lichaam = useRef<HTMLTableSectionElement>(null);
  // The keys work on the newest lines; drawing them may take more than one frame while somebody types.
  const getekend = useDeferredValue(rijen);
  const venster = useVenster(rol, lichaam, getekend.length, getekend.length > VENSTER_VANAF);

  const gevonden = rijen.findIndex((r) => r.id === focus);
  const actief = gevonden < 0 ? 0 : gevonden;
  const actieveRij = rijen[actief];

  // Back where the user was, on the row he left through.
  useLayoutEffect(() => {
    if (rol.current !== null) rol.current.scrollTop = plaats.scroll;
    if (!plaats.vertrokken) return;
    plaats.vertrokken = false;
    const kader = requestAnimationFrame(() => tabel.current?.focus({ preventScroll: true }));
    return () => cancelAnimationFrame(kader);
  }, []);

  // A filter or another order starts at the top, unless the active row is still there.
  const eerste = useRef(true);
  useEffect(() => {
    if (eerste.current) {
      eerste.current = false;
      return;
    }
    if (rol.current !== null) rol.current.scrollTop = 0;
  }, [sorteer]);

  function zetActief(index: number): void {
    const rij = rijen[Math.max(0, Math.min(rijen.length - 1, index))];
    if (rij === undefined) return;
    lijst.setState({ focus: rij.id });
    if (rol.current !== null && lichaam.current !== null) {
      naarRij(rol.current, lichaam.current, rijen.indexOf(rij), venster.rijhoogte);
    }
  }

  function open(id: string): void {
    plaats.vertrokken = true;
    lijst.setState({ focus: id });
    ga(padCasus(id));
  }

  function opToets(e: KeyboardEvent): void {
    if (e.target !== tabel.current || e.ctrlKey || e.metaKey || e.altKey) return;
    const doel = rijNaToets(e.key, actief, rijen.length, rol.current, venster.rijhoogte);
    if (doel !== undefined) {
      e.preventDefault();
      if (e.key === 'ArrowUp' && actief === 0) naarZoeken();
      else zetActief(doel);
    } else if (e.key === 'Enter' && actieveRij !== undefined) {
      e.preventDefault();
      open(actieveRij.id);
    } else if (e.key === ' ' && actieveRij !== undefined) {
      e.preventDefault();
      kiesRij(actieveRij.id);
    } else if (e.key === 'f' || e.key === 'F') {
      e.preventDefault();
      naarFilters();
    }
  }

  function opKlik(e: MouseEvent): void {
    const doel = e.target as HTMLElement;
    const id = doel.closest<HTMLElement>('tr[data-id]')?.dataset['id'];
    if (id === undefined) return;
    if (doel.closest('a') !== null) plaats.vertrokken = true;
    lijst.setState({ focus: id });
  }

  const alle = rijen.length > 0 && rijen.every((r) => gekozen.has(r.id));
  const sommige = !alle && rijen.some((r) => gekozen.has(r.id));
  const inBeeld = getekend.slice(venster.van, venster.tot).some((r) => r.id === actieveRij?.id);

  return (
    <div
      className="scroll"
      ref={rol}
      onScroll={(e) => {
        plaats.scroll = e.currentTarget.scrollTop;
      }}
    >
      <table
        ref={tabel}
        className="grid cases"
        role="grid"
        tabIndex={0}
        aria-label={t.bijschrift(rijen.length, t.kolom[sorteer.kolom])}
        aria-multiselectable="true"
        aria-rowcount={rijen.length + 1}
        aria-activedescendant={
          actieveRij !== undefined && inBeeld ? rijId(actieveRij.id) : undefined
        }
        onKeyDown={opToets}
        onClick={opKlik}
        onDoubleClick={(e) => {
          const id = (e.target as HTMLElement).closest<HTMLElement>('tr[data-id]')?.dataset['id'];
          if (id !== undefined) open(id);
        }}
      >
        <colgroup>
          <col className="k-vink" />
          <col />
          <col className="k-nummer" />
          <col className="c-gem" />
          <col className="c-stap" />
          <col className="c-ave" />
          <col className="k-regie" />
          <col className="c-mdo" />
          <col className="k-acties" />
          <col className="k-laat" />
          <col className="k-dagen" />
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">
              <input
                type="checkbox"
                aria-label={t.alles}
                checked={alle}
                ref={(el) => {
                  if (el !== null) el.indeterminate = sommige;
                }}
                onChange={() =>
                  lijst.setState({ gekozen: new Set(alle ? [] : rijen.map((r) => r.id)) })
                }
              />
            </th>
            {KOLOMMEN.map((kolom) => (
              <Kop key={kolom} kolom={kolom} sorteer={sorteer} naam={t.kolom[kolom]} />
            ))}
          </tr>
        </thead>
        <Regels
          lichaam={lichaam}
          rijen={getekend}
          venster={venster}
          vandaag={vandaag}
          gekozen={gekozen}
          actief={actieveRij?.id}
        />
      </table>
    </div>
  );
}

/** The lines in sight. */
const Regels = memo(function Regels({
  lichaam,
  rijen,
  venster,
  vandaag,
  gekozen,
  actief,
}: {
  readonly lichaam: RefObject<HTMLTableSectionElement | null>;
  readonly rijen: readonly Casusrij[];
  readonly venster: Venster;
  readonly vandaag: string;
  readonly gekozen: ReadonlySet<string>;
  readonly actief: string | undefined;
}) {
  const { wachtendeIds } = useSyncstand();
  const { van, tot, rijhoogte } = venster;
  return (
    <tbody ref={lichaam}>
      <Ruimte rijen={van} hoogte={rijhoogte} kolommen={KOLOMMEN.length + 1} />
      {rijen.slice(van, tot).map((rij, i) => (
        // By place, not by case: a keystroke then changes the text of lines instead of making lines.
        <Rij
          key={van + i}
          rij={rij}
          index={van + i}
          vandaag={vandaag}
          wacht={wachtendeIds.has(rij.id)}
          gekozen={gekozen.has(rij.id)}
          focus={rij.id === actief}
        />
      ))}
      <Ruimte rijen={rijen.length - tot} hoogte={rijhoogte} kolommen={KOLOMMEN.length + 1} />
    </tbody>
  );
});

function Kop({
  kolom,
  sorteer,
  naam,
}: {
  kolom: Kolom;
  sorteer: { readonly kolom: Kolom; readonly op: boolean };
  naam: string;
}) {
  const aan = sorteer.kolom === kolom;
  const Pijl = sorteer.op ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      className={GETALLEN.has(kolom) ? 'num' : undefined}
      aria-sort={aan ? (sorteer.op ? 'ascending' : 'descending') : undefined}
    >
      <button type="button" onClick={() => sorteerOp(kolom)}>
        {naam}
        {aan && <Pijl className="i" aria-hidden="true" />}
      </button>
    </th>
  );
}
