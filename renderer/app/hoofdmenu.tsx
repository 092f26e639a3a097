import { Lock } from 'lucide-react';
import { useCallback, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { COLLECTIES, type Collectie } from '../../shared/schema/index.js';
import { useKluis } from '../stores/react.js';
import { beginpad, type Scherm } from '../stores/scherm.js';
import { useTaal, useTeksten } from '../taal/react.js';
import { Toets } from '../ui/index.js';
import type { Kluis } from '../vault/types.js';
import { menuVan } from './register.js';
import { t } from './teksten.js';
import { vergrendel } from './vergrendel.js';

const ALLES = Object.keys(COLLECTIES) as Collectie[];
/** Counts are for orientation: during an import they need not follow every batch. */
const WACHT_MS = 250;

/** The numbers behind the menu entries, by id of the screen. */
function useTellingen(kluis: Kluis, schermen: readonly Scherm[]): Readonly<Record<string, number>> {
  const laatste = useRef<{ sleutel: string; waarde: Record<string, number> }>(null);
  const volg = useCallback(
    (f: () => void) => {
      let timer: ReturnType<typeof setTimeout> | null = null;
      const stop = kluis.volg(ALLES, () => {
        timer ??= setTimeout(() => {
          timer = null;
          f();
        }, WACHT_MS);
      });
      return () => {
        stop();
        if (timer !== null) clearTimeout(timer);
      };
    },
    [kluis],
  );
  return useSyncExternalStore(volg, () => {
    const waarde = Object.fromEntries(
      schermen.map((s) => [s.id, s.menu?.telling?.(kluis) ?? 0] as const),
    );
    const sleutel = JSON.stringify(waarde);
    if (laatste.current?.sleutel !== sleutel) laatste.current = { sleutel, waarde };
    return laatste.current.waarde;
  });
}

/** True when the path belongs to the screen of this menu entry, or to something below it. */
export function hoortBij(pad: string, menupad: string): boolean {
  return pad === menupad || (menupad !== '/' && pad.startsWith(`${menupad}/`));
}

export function Hoofdmenu({
  schermen,
  pad,
}: {
  readonly schermen: readonly Scherm[];
  readonly pad: string;
}): ReactNode {
  const w = useTeksten(t);
  const taal = useTaal();
  const kluis = useKluis();
  const tellingen = useTellingen(kluis, schermen);
  return (
    <nav className="nav" aria-label={w.hoofdmenu}>
      {menuVan(schermen).map(({ groep, schermen: punten }, i) => (
        <div key={groep}>
          {i === 0 ? null : <h2>{w.groep[groep]}</h2>}
          <ul>
            {punten.map((s) => {
              const Icoon = s.menu?.icoon;
              const n = tellingen[s.id] ?? 0;
              return (
                <li key={s.id}>
                  <a
                    href={`#${beginpad(s)}`}
                    title={s.titel[taal]}
                    aria-current={hoortBij(pad, beginpad(s)) ? 'page' : undefined}
                  >
                    {Icoon === undefined ? null : <Icoon className="i" aria-hidden="true" />}
                    <span className="nav-t">{s.titel[taal]}</span>
                    {n === 0 ? null : <span className="count push">{n}</span>}
                  </a>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
      <div className="foot">
        <button type="button" title={w.vergrendelen} onClick={() => void vergrendel()}>
          <Lock className="i" aria-hidden="true" />
          <span className="nav-t">{w.vergrendelen}</span>
          <Toets toets="Ctrl+L" stil samen className="push" />
        </button>
      </div>
    </nav>
  );
}
