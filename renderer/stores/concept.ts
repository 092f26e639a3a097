/**
 * Text while it is being typed. Two promises: what is typed is on disk within a second, and what a
 * colleague writes meanwhile never replaces the text under the cursor. It is merged in the vault,
 * with as basis the document of which this text was read.
 */
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { opTekens } from '../../shared/domein/tekst.js';
import type { Basisdocument, DocVan, Dossiercollectie } from '../../shared/schema/index.js';
import type { Kluis, Onveranderlijk } from '../vault/types.js';
import { useKluis } from './react.js';

/** Longest time in milliseconds between a keystroke and the start of its write. */
export const WACHT_MS = 600;

export interface Conceptstand {
  readonly tekst: string;
  /** `rust`: everything is on disk. `fout`: the last write failed and is tried again. */
  readonly stand: 'rust' | 'wacht' | 'bezig' | 'fout';
}

export interface Concept {
  readonly store: StoreApi<Conceptstand>;
  readonly typ: (tekst: string) => void;
  readonly focus: () => void;
  /** Writes what is waiting. */
  blur(): void;
  /** The document changed. Taken over only when nobody is typing; true when it was. */
  vanBuiten(tekst: string): boolean;
  /** Writes what is waiting; resolves when it is on disk. */
  spoel(): Promise<void>;
}

const open = new Set<Concept>();

/** Writes every text that is still waiting, for the lock and the end of the page. */
export async function spoelConcepten(): Promise<void> {
  await Promise.all([...open].map((c) => c.spoel()));
}

if (typeof window !== 'undefined') {
  const spoel = () => void spoelConcepten();
  window.addEventListener('pagehide', spoel);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') spoel();
  });
}

/**
 * Without React: one text, one place to keep it. `bewaar` is never called twice at once; `vorige` is the
 * text that it was given before, or that was taken over.
 */
export function maakConcept(
  begin: string,
  bewaar: (tekst: string, vorige: string) => Promise<void>,
  wacht = WACHT_MS,
): Concept {
  const store = createStore<Conceptstand>(() => ({ tekst: begin, stand: 'rust' }));
  let bewaard = begin;
  let heeftFocus = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let schrijft: Promise<void> | null = null;

  function plan(ms: number): void {
    timer ??= setTimeout(() => void schrijf(), ms);
  }

  async function schrijfUit(): Promise<void> {
    const { tekst } = store.getState();
    if (tekst === bewaard) {
      klaar();
      return;
    }
    store.setState({ stand: 'bezig' });
    try {
      await bewaar(tekst, bewaard);
      bewaard = tekst;
    } catch (reden) {
      console.error('concept niet bewaard', reden);
      store.setState({ stand: 'fout' });
      plan(wacht * 4);
      return;
    }
    if (store.getState().tekst === bewaard) klaar();
    else plan(wacht);
  }

  function schrijf(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    schrijft ??= schrijfUit().finally(() => {
      schrijft = null;
    });
    return schrijft;
  }

  function klaar(): void {
    store.setState({ stand: 'rust' });
    if (!heeftFocus) open.delete(concept);
  }

  const concept: Concept = {
    store,
    typ(tekst) {
      open.add(concept);
      store.setState((s) => ({ tekst, stand: s.stand === 'fout' ? 'fout' : 'wacht' }));
      plan(wacht);
    },
    focus() {
      heeftFocus = true;
    },
    blur() {
      heeftFocus = false;
      void concept.spoel();
    },
    vanBuiten(tekst) {
      const { tekst: nu, stand } = store.getState();
      if (heeftFocus || stand !== 'rust' || schrijft !== null) return false;
      bewaard = tekst;
      if (nu !== tekst) store.setState({ tekst });
      return true;
    },
    async spoel() {
      // A write that is under way may not have the last keystrokes yet.
      if (schrijft !== null) await schrijft;
      if (store.getState().tekst !== bewaard) await schrijf();
    },
  };
  return concept;
}

export interface Veldbron<C extends Dossiercollectie> {
  readonly collectie: C;
  readonly doc: Onveranderlijk<DocVan<C>>;
  /** Path as conflicts name it, for example `notulen/beeldvorming`. */
  readonly pad: string;
  lees(doc: Onveranderlijk<DocVan<C>>): string;
  zet(doc: DocVan<C>, tekst: string): void;
}

export interface Conceptveld {
  readonly stand: Conceptstand['stand'];
  /** Props for `Veld`. */
  readonly veld: {
    readonly value: string;
    readonly onChange: (tekst: string) => void;
    readonly onFocus: () => void;
    readonly onBlur: () => void;
  };
}

/**
 * Writes the text, and returns the document that the next one is typed on: as stored, but with this text.
 * What a colleague wrote is merged by paragraph into what is stored and is not under the cursor. With the
 * stored text as its basis, the next write would look as if the typist had deleted it.
 */
export async function bewaarTekst<C extends Dossiercollectie>(
  kluis: Pick<Kluis, 'wijzig' | 'ik'>,
  bron: Veldbron<C>,
  basis: Onveranderlijk<DocVan<C>>,
  tekst: string,
  vorige: string,
): Promise<Onveranderlijk<DocVan<C>>> {
  const { pad } = bron;
  const na = await kluis.wijzig(bron.collectie, basis, (d) => {
    bron.zet(d, tekst);
    herzieEigenWaarde(d, pad, tekst, kluis.ik.id, vorige);
  });
  const { conflicten } = na as Pick<Onveranderlijk<Basisdocument>, 'conflicten'>;
  // Of a difference both texts are kept beside the field.
  if (bron.lees(na) === tekst || conflicten.some((c) => c.id === pad)) return na;
  const getypt = structuredClone(na) as DocVan<C> & Basisdocument;
  bron.zet(getypt, tekst);
  // Not that of what is stored: the vault would take the next write for one made on that.
  getypt.versie = (basis as Pick<Basisdocument, 'versie'>).versie;
  return getypt as Onveranderlijk<DocVan<C>>;
}

/** One text field of one document, saved while typing. `lees` and `zet` may be new functions each render. */
export function useConcept<C extends Dossiercollectie>(bron: Veldbron<C>): Conceptveld {
  const kluis = useKluis();
  const { collectie, pad } = bron;
  const { id } = bron.doc as Pick<Basisdocument, 'id'>;

  // One cell per field of a document: what is still being written after a switch to another
  // document must keep the basis and the setter of its own.
  const cel = useMemo(
    () => {
      const eigen = { bron, basis: bron.doc };
      const concept = maakConcept(bron.lees(bron.doc), async (tekst, vorige) => {
        eigen.basis = await bewaarTekst(kluis, eigen.bron, eigen.basis, tekst, vorige);
      });
      const neemOver = () => {
        if (concept.vanBuiten(eigen.bron.lees(eigen.bron.doc))) eigen.basis = eigen.bron.doc;
      };
      return { eigen, concept, neemOver };
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `bron` is new each render and comes in below
    [kluis, collectie, id, pad],
  );

  useEffect(() => {
    cel.eigen.bron = bron;
    cel.neemOver();
  });
  useEffect(() => () => void cel.concept.spoel(), [cel]);

  const { concept } = cel;
  const { tekst, stand } = useSyncExternalStore(concept.store.subscribe, concept.store.getState);
  return {
    stand,
    veld: {
      value: tekst,
      onChange: concept.typ,
      onFocus: concept.focus,
      onBlur: () => {
        concept.blur();
        cel.neemOver();
      },
    },
  };
}

/**
 * Typing on in a field that is in conflict changes the typist's own value of that conflict, instead
 * of leaving a half sentence there. The other value stays untouched, also when it was written under the
 * same account: then it is the one that was typed on.
 */
export function herzieEigenWaarde(
  doc: { conflicten: Basisdocument['conflicten'] },
  pad: string,
  waarde: string,
  account: string,
  vorige: string,
): void {
  const conflict = doc.conflicten.find((c) => c.id === pad);
  const vanMij = conflict?.waarden.filter((w) => w.door === account) ?? [];
  const eigen = vanMij.length === 1 ? vanMij[0] : vanMij.find((w) => w.waarde === vorige);
  if (conflict === undefined || eigen === undefined) return;
  eigen.waarde = waarde;
  eigen.op = new Date().toISOString();
  conflict.waarden.sort((a, b) => opTekens(JSON.stringify(a), JSON.stringify(b)));
  const verschillend = new Set(conflict.waarden.map((w) => JSON.stringify(w.waarde)));
  if (verschillend.size < 2) doc.conflicten = doc.conflicten.filter((c) => c !== conflict);
}
