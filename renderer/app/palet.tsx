/** The command palette: cases, screens and commands behind one field. */
import { Folder, Search, SquareArrowOutUpRight, Terminal } from 'lucide-react';
import {
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useStore } from 'zustand';
import { z } from 'zod';
import type { Opdracht } from '../stores/opdracht.js';
import { useKluis } from '../stores/react.js';
import { beginpad, type Scherm } from '../stores/scherm.js';
import { useTaal, useTeksten } from '../taal/react.js';
import { Toets } from '../ui/index.js';
import { allesTeVinden, vind, type Treffer } from './palet-zoek.js';
import { t } from './teksten.js';
import { venster } from './venster.js';

const RECENT = 'palet.recent';
const MAX_RECENT = 12;
const recentSchema = z.array(z.string()).catch([]);

interface Props {
  readonly schermen: readonly Scherm[];
  /** Those that may run here. */
  readonly opdrachten: readonly Opdracht[];
  readonly ga: (pad: string) => void;
  readonly voerUit: (opdracht: Opdracht) => void;
}

export function Palet(props: Props): ReactNode {
  const { palet: w } = useTeksten(t);
  const { palet } = useStore(venster);
  return (
    <ModalOverlay
      className="sluier"
      isOpen={palet}
      isDismissable
      onOpenChange={(open) => venster.setState({ palet: open })}
    >
      <Modal className="dialoog palet">
        <Dialog aria-label={w.titel}>
          <Inhoud {...props} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Inhoud({ schermen, opdrachten, ga, voerUit }: Props): ReactNode {
  const { palet: w } = useTeksten(t);
  const taal = useTaal();
  const kluis = useKluis();
  const id = useId();
  const [vraag, setVraag] = useState('');
  const [plek, setPlek] = useState(0);
  const lijst = useRef<HTMLDivElement>(null);
  // Read once at opening: the list must not move under the cursor.
  const [recent] = useState(() => recentSchema.parse(kluis.leesLokaal(RECENT)));
  const alles = useMemo(
    () => allesTeVinden(kluis, schermen, opdrachten, taal, w.afgesloten),
    [kluis, schermen, opdrachten, taal, w.afgesloten],
  );
  const groepen = useMemo(() => vind(alles, vraag, recent), [alles, vraag, recent]);
  const treffers = groepen.flatMap((g) => g.treffers);
  const gekozen = treffers[Math.min(plek, treffers.length - 1)];
  const optieId = (treffer: Treffer): string => `${id}-${treffer.sleutel}`;
  const actief = gekozen === undefined ? undefined : optieId(gekozen);

  useEffect(() => {
    lijst.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [actief]);

  function open(treffer: Treffer): void {
    venster.setState({ palet: false });
    const nieuw = [treffer.sleutel, ...recent.filter((s) => s !== treffer.sleutel)];
    void kluis.schrijfLokaal(RECENT, nieuw.slice(0, MAX_RECENT));
    const [soort, ...rest] = treffer.sleutel.split(':');
    const doel = rest.join(':');
    if (soort === 'casus') ga(`/casussen/${doel}`);
    const scherm = schermen.find((s) => soort === 'scherm' && s.id === doel);
    if (scherm !== undefined) ga(beginpad(scherm));
    const opdracht = opdrachten.find((o) => soort === 'opdracht' && o.id === doel);
    if (opdracht !== undefined) voerUit(opdracht);
  }

  function bijToets(e: KeyboardEvent): void {
    const stappen: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const stap = stappen[e.key];
    if (stap !== undefined && treffers.length > 0) {
      e.preventDefault();
      setPlek((p) => (Math.min(p, treffers.length - 1) + stap + treffers.length) % treffers.length);
    } else if (e.key === 'Enter' && gekozen !== undefined) {
      e.preventDefault();
      open(gekozen);
    }
  }

  return (
    <>
      <div className="palet-z">
        <Search className="i" aria-hidden="true" />
        <input
          type="text"
          role="combobox"
          aria-label={w.veld}
          aria-expanded={treffers.length > 0}
          aria-controls={`${id}-lijst`}
          aria-activedescendant={actief}
          aria-autocomplete="list"
          placeholder={w.veld}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          value={vraag}
          onChange={(e) => {
            setVraag(e.currentTarget.value);
            setPlek(0);
          }}
          onKeyDown={bijToets}
        />
        <Toets toets="Escape" stil />
      </div>
      <div className="palet-l" role="listbox" id={`${id}-lijst`} aria-label={w.titel} ref={lijst}>
        {groepen.map(({ groep, treffers: er }) => (
          <div key={groep} role="group" aria-labelledby={`${id}-${groep}`}>
            <div role="presentation" id={`${id}-${groep}`}>
              {w[groep]}
            </div>
            {er.map((treffer) => (
              <div
                key={treffer.sleutel}
                id={optieId(treffer)}
                role="option"
                aria-selected={treffer === gekozen}
                className="palet-i"
                onPointerMove={() => setPlek(treffers.indexOf(treffer))}
                onClick={() => open(treffer)}
              >
                <Icoon treffer={treffer} opdrachten={opdrachten} schermen={schermen} />
                <b className="clip">{treffer.titel}</b>
                <span className="meta clip push">{treffer.bij}</span>
                {treffer.toets === null ? null : <Toets toets={treffer.toets} stil />}
              </div>
            ))}
          </div>
        ))}
      </div>
      {treffers.length === 0 ? <p className="palet-n soft">{w.niets(vraag)}</p> : null}
      <p className="sr" role="status">
        {vraag === '' ? '' : w.resultaten(treffers.length)}
      </p>
      <div className="palet-v" aria-hidden="true">
        <span>
          <Toets toets="ArrowUp" />
          <Toets toets="ArrowDown" /> {w.bladeren}
        </span>
        <span>
          <Toets toets="Enter" /> {w.openen}
        </span>
      </div>
    </>
  );
}

function Icoon({
  treffer,
  opdrachten,
  schermen,
}: {
  readonly treffer: Treffer;
  readonly opdrachten: readonly Opdracht[];
  readonly schermen: readonly Scherm[];
}): ReactNode {
  const id = treffer.sleutel.slice(treffer.sleutel.indexOf(':') + 1);
  const Eigen =
    treffer.groep === 'casussen'
      ? Folder
      : treffer.groep === 'schermen'
        ? (schermen.find((s) => s.id === id)?.menu?.icoon ?? SquareArrowOutUpRight)
        : (opdrachten.find((o) => o.id === id)?.icoon ?? Terminal);
  return <Eigen className="i" />;
}
