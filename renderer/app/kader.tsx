/** The frame around the screens: top bar, menu, content, and what floats above. */
import { useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { Route, Router, Switch, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { Opdracht } from '../stores/opdracht.js';
import { lopendPlatform } from '../stores/platform.js';
import { useKluis } from '../stores/react.js';
import type { Scherm } from '../stores/scherm.js';
import { voorkeuren } from '../stores/voorkeuren.js';
import { useTaal, useTeksten } from '../taal/react.js';
import { Knoplink, Leeg } from '../ui/index.js';
import { Foutgrens } from './foutgrens.js';
import { Hoofdmenu } from './hoofdmenu.js';
import { Opslagmelding } from './opslagmelding.js';
import { Palet } from './palet.js';
import { inInvoer, opdrachtBij } from './toetsen.js';
import { Toetsenhulp } from './toetsenhulp.js';
import { Topbalk } from './topbalk.js';
import { t } from './teksten.js';
import { venster } from './venster.js';
import { vergrendel } from './vergrendel.js';

const INHOUD = 'inhoud';

/** The screen of a path, by the same rules as the router. */
export function schermBij(schermen: readonly Scherm[], pad: string): Scherm | undefined {
  return schermen.find((s) => {
    const patroon = s.pad
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\/:\w+\?/g, '(?:/[^/]+)?')
      .replace(/:\w+/g, '[^/]+')
      .replace(/\/\*/g, '(?:/.*)?');
    return new RegExp(`^${patroon}/?$`).test(pad);
  });
}

function NietGevonden(): ReactNode {
  const { nietGevonden: w } = useTeksten(t);
  return (
    <div className="page">
      <h1>{w.titel}</h1>
      <Leeg titel={w.uitleg} actie={<Knoplink href="/">{w.terug}</Knoplink>} />
    </div>
  );
}

/** After going somewhere, the heading gets the focus, so that screen reader and keyboard follow. */
function useFocusNaNavigatie(pad: string, scherm: Scherm | undefined): void {
  const vorige = useRef<{ pad: string; scherm: Scherm | undefined }>(null);
  useEffect(() => {
    const eerder = vorige.current;
    vorige.current = { pad, scherm };
    const inhoud = document.getElementById(INHOUD);
    if (inhoud === null || eerder === null) return;
    const ander = eerder.scherm !== scherm;
    if (ander) inhoud.scrollTo(0, 0);
    const actief = document.activeElement;
    const erin = actief !== null && actief !== inhoud && inhoud.contains(actief);
    // A tab or a list that stays keeps the focus; a field that asks for it at the start too.
    if (erin && actief !== inhoud.querySelector('h1')) return;
    const doel = inhoud.querySelector<HTMLElement>('h1') ?? inhoud;
    doel.tabIndex = -1;
    doel.focus({ preventScroll: !ander });
  }, [pad, scherm]);
}

function useSneltoetsen(
  opdrachten: readonly Opdracht[],
  voerUit: (opdracht: Opdracht) => void,
  kan: (opdracht: Opdracht) => boolean,
): void {
  useEffect(() => {
    const bijToets = (e: KeyboardEvent): void => {
      if (e.defaultPrevented || e.repeat) return;
      const { palet, toetsenhulp } = venster.getState();
      const zwevend =
        palet || toetsenhulp || document.querySelector('[role="dialog"],[role="menu"]');
      const opdracht = opdrachtBij(opdrachten, e, inInvoer(e.target), kan);
      if (opdracht === undefined) return;
      // Under a dialog nothing may happen unseen; only locking and the palette go through.
      if (zwevend && !['vergrendelen', 'palet'].includes(opdracht.id)) return;
      e.preventDefault();
      voerUit(opdracht);
    };
    addEventListener('keydown', bijToets);
    return () => removeEventListener('keydown', bijToets);
  }, [opdrachten, voerUit, kan]);
}

export interface KaderProps {
  readonly schermen: readonly Scherm[];
  readonly opdrachten: readonly Opdracht[];
}

export function Kader(props: KaderProps): ReactNode {
  return (
    <Router hook={useHashLocation}>
      <Binnen {...props} />
    </Router>
  );
}

function Binnen({ schermen, opdrachten }: KaderProps): ReactNode {
  const w = useTeksten(t);
  const taal = useTaal();
  const kluis = useKluis();
  const [pad, ga] = useLocation();
  const { stilte } = useStore(voorkeuren);
  const scherm = schermBij(schermen, pad);
  const context = useMemo(() => ({ kluis, pad, ga: (naar: string) => ga(naar) }), [kluis, pad, ga]);
  const kan = useCallback((o: Opdracht) => o.kan?.(context) ?? true, [context]);
  const voerUit = useCallback(
    (o: Opdracht) => {
      void (async () => o.voerUit(context))();
    },
    [context],
  );
  const beschikbaar = useMemo(() => opdrachten.filter(kan), [opdrachten, kan]);

  useFocusNaNavigatie(pad, scherm);
  useSneltoetsen(opdrachten, voerUit, kan);
  useEffect(() => {
    // Never the name of a case: titles show in task bars and on shared screens.
    document.title = scherm === undefined ? 'Casuskluis' : `${scherm.titel[taal]} · Casuskluis`;
  }, [scherm, taal]);
  useEffect(
    () => lopendPlatform().venster.bijStilte(stilte * 60_000, () => void vergrendel()),
    [stilte],
  );

  const inhoud = (
    <Foutgrens plek={pad}>
      <Switch>
        {schermen.map(({ id, pad: patroon, Component }) => (
          <Route key={id} path={patroon}>
            {(params) => <Component params={schoon(params)} />}
          </Route>
        ))}
        <Route>
          <NietGevonden />
        </Route>
      </Switch>
    </Foutgrens>
  );
  return (
    <>
      <a
        className="skip"
        href={`#${INHOUD}`}
        onClick={(e) => {
          // The hash is the route: move the focus, not the address.
          e.preventDefault();
          document.getElementById(INHOUD)?.focus();
        }}
      >
        {w.naarInhoud}
      </a>
      {scherm?.volledig === true ? (
        <div className="heelvenster">
          <Opslagmelding />
          <main className="volledig" id={INHOUD} tabIndex={-1}>
            {inhoud}
          </main>
        </div>
      ) : (
        <div className="app">
          <Topbalk ga={ga} />
          <Hoofdmenu schermen={schermen} pad={pad} />
          <Opslagmelding />
          <main className="main" id={INHOUD} tabIndex={-1}>
            {inhoud}
          </main>
        </div>
      )}
      <Palet schermen={schermen} opdrachten={beschikbaar} ga={ga} voerUit={voerUit} />
      <Toetsenhulp opdrachten={beschikbaar} />
    </>
  );
}

/** Named parameters only, decoded by the router; optional ones that are absent are left out. */
function schoon(
  params: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const uit: Record<string, string> = {};
  for (const [naam, waarde] of Object.entries(params)) if (waarde !== undefined) uit[naam] = waarde;
  return uit;
}
