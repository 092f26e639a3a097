import { useCallback, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Collectie, DocVan } from '../../shared/schema/index.js';
import type {
  Kluis,
  Kopiestand,
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

function useWaarneembaar<T>(bron: Waarneembaar<T>): T {
  return useSyncExternalStore(
    useCallback((f: () => void) => bron.volg(f), [bron]),
    () => bron.waarde,
  );
}

export const useSyncstand = (): Syncstand => useWaarneembaar(useKluis().sync);
export const useOpslagstand = (): Opslagstand => useWaarneembaar(useKluis().onderhoud);
export const useKopiestand = (): Kopiestand => useWaarneembaar(useKluis().kopieen);
