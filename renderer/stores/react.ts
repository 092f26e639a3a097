import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Collectie, DocVan } from '../../shared/schema/index.js';
import type {
  Kluis,
  Kopiestand,
  Latewijziging,
  Onveranderlijk,
  Opslagstand,
  Syncstand,
  Waarneembaar,
} from '../vault/types.js';
import { sessie } from './sessie.js';

/** The open vault. Only to be called below the lock screen. */
export function useKluis(): Kluis {
  const huidig = useStore(sessie, (s) => s.sessie);
  if (huidig.soort !== 'open') throw new Error('useKluis buiten een open kluis');
  return huidig.kluis;
}

/** All documents of a collection; renders again when one changes. */
export function useDocs<C extends Collectie>(collectie: C): readonly Onveranderlijk<DocVan<C>>[] {
  const kluis = useKluis();
  return useSyncExternalStore(
    useCallback((f: () => void) => kluis.volg([collectie], f), [kluis, collectie]),
    () => kluis.alle(collectie),
  );
}

/** Those of one case; renders again when one of them changes. */
export function useVanCasus<C extends Collectie>(
  collectie: C,
  casus: string,
): readonly Onveranderlijk<DocVan<C>>[] {
  const kluis = useKluis();
  return useSyncExternalStore(
    useCallback((f: () => void) => kluis.volg([collectie], f), [kluis, collectie]),
    () => kluis.vanCasus(collectie, casus),
  );
}

/** One document, or undefined when it is not (or no longer) there. */
export function useDoc<C extends Collectie>(
  collectie: C,
  id: string,
): Onveranderlijk<DocVan<C>> | undefined {
  const kluis = useKluis();
  return useSyncExternalStore(
    useCallback((f: () => void) => kluis.volg([collectie], f), [kluis, collectie]),
    () => kluis.haal(collectie, id),
  );
}

/** Who goes down a list passes what stands beside it; who stays so long reads it. */
export const TERLOOPS_MS = 2000;

/**
 * Notes in the log that a person has this on the screen: once, not at every drawing. Null: nothing of it
 * is shown yet. `naMs`: how long it must stand there, for what somebody passes on the way to something else.
 */
export function useGeraadpleegd(
  soort: Parameters<Kluis['log']['geraadpleegd']>[0],
  id: string | null,
  naMs = 0,
): void {
  const { log } = useKluis();
  useEffect(() => {
    if (id === null) return undefined;
    const wekker = setTimeout(() => log.geraadpleegd(soort, id), naMs);
    return () => clearTimeout(wekker);
  }, [log, soort, id, naMs]);
}

function useWaarneembaar<T>(bron: Waarneembaar<T>): T {
  return useSyncExternalStore(
    useCallback((f: () => void) => bron.volg(f), [bron]),
    () => bron.waarde,
  );
}

export const useSyncstand = (): Syncstand => useWaarneembaar(useKluis().sync);
export const useOpslagstand = (): Opslagstand => useWaarneembaar(useKluis().onderhoud);
export const useLateWijzigingen = (): readonly Latewijziging[] =>
  useWaarneembaar(useKluis().quarantaine);
export const useIngetrokken = (): Kluis['leden']['ingetrokken']['waarde'] =>
  useWaarneembaar(useKluis().leden.ingetrokken);
export const useKopiestand = (): Kopiestand => useWaarneembaar(useKluis().kopieen);
export const useVernietigingen = (): Kluis['vernietigingen']['waarde'] =>
  useWaarneembaar(useKluis().vernietigingen);
