/**
 * Taking back what was just done. Quick and destructive changes are not asked about beforehand;
 * they can be undone afterwards, from the bar that tells about them or with Ctrl+Z.
 *
 * The stack lives as long as the session. Undoing is itself a change: it goes through the vault,
 * is merged with what others did meanwhile, and travels to the house.
 */
import { createStore } from 'zustand/vanilla';
import { STEMPELS } from '../../shared/schema/index.js';
import type { Bijlage, DocVan, Dossiercollectie } from '../../shared/schema/index.js';
import type { Kluis, NieuwDoc, Onveranderlijk } from '../vault/types.js';

export interface Ongedaanstap {
  readonly nummer: number;
  /** What was done, in the language of the user: `Actie afgerond`. */
  readonly tekst: string;
  readonly terug: () => Promise<void>;
  /** The step is gone, undone or not: what it kept for undoing may go too. */
  readonly laat?: (() => void) | undefined;
}

const MAXIMUM = 50;
let volgnummer = 0;

export const ongedaan = createStore<{
  readonly stapel: readonly Ongedaanstap[];
  /** Step that the bar shows; null when it was dismissed. */
  readonly getoond: number | null;
}>(() => ({ stapel: [], getoond: null }));

export function onthoud(tekst: string, terug: () => Promise<void>, laat?: () => void): void {
  volgnummer += 1;
  const stap = { nummer: volgnummer, tekst, terug, laat };
  const stapel = [...ongedaan.getState().stapel, stap];
  ongedaan.setState({ stapel: stapel.slice(-MAXIMUM), getoond: stap.nummer });
  for (const oud of stapel.slice(0, -MAXIMUM)) oud.laat?.();
}

/** Hides the bar; the step stays on the stack. */
export function verbergOngedaan(): void {
  ongedaan.setState({ getoond: null });
}

/** Undoes the last step; the text of it, or null when there is none. */
export async function neemTerug(): Promise<string | null> {
  const laatste = ongedaan.getState().stapel.at(-1);
  if (laatste === undefined) return null;
  ongedaan.setState((s) => ({ stapel: s.stapel.slice(0, -1), getoond: null }));
  try {
    await laatste.terug();
  } finally {
    laatste.laat?.();
  }
  return laatste.tekst;
}

/** Forgets everything, for when the vault closes. */
export function wisOngedaan(): void {
  const { stapel } = ongedaan.getState();
  ongedaan.setState({ stapel: [], getoond: null });
  for (const stap of stapel) stap.laat?.();
}

/** Changes a document and remembers how to put back the fields that this changed. */
export async function wijzigMetTerug<C extends Dossiercollectie>(
  kluis: Kluis,
  collectie: C,
  basis: Onveranderlijk<DocVan<C>>,
  recept: (concept: DocVan<C>) => void,
  tekst: string,
): Promise<Onveranderlijk<DocVan<C>>> {
  const na = await kluis.wijzig(collectie, basis, recept);
  const voor = basis as Readonly<Record<string, unknown>>;
  const nu = na as Readonly<Record<string, unknown>>;
  const velden = [...new Set([...Object.keys(voor), ...Object.keys(nu)])].filter(
    (sleutel) => !STEMPELS.has(sleutel) && !gelijk(nu[sleutel], voor[sleutel]),
  );
  onthoud(tekst, async () => {
    await kluis.wijzig(collectie, na, (concept) => {
      const doel = concept as Record<string, unknown>;
      for (const veld of velden) {
        // What was not recorded is not recorded again.
        if (voor[veld] === undefined) Reflect.deleteProperty(doel, veld);
        else doel[veld] = structuredClone(voor[veld]);
      }
    });
  });
  return na;
}

/** Adds one document; undoing removes it. */
export async function voegToeMetTerug<C extends Dossiercollectie>(
  kluis: Kluis,
  collectie: C,
  doc: NieuwDoc<C>,
  tekst: string,
): Promise<Onveranderlijk<DocVan<C>>> {
  const [nieuw] = await kluis.voegToe(collectie, [doc]);
  if (nieuw === undefined) throw new Error(`toevoegen aan ${collectie} gaf niets terug`);
  const { id } = nieuw as { readonly id: string };
  onthoud(tekst, () => kluis.verwijder(collectie, id));
  return nieuw;
}

/** Removes one document; undoing adds it again under the same id. */
export async function verwijderMetTerug<C extends Dossiercollectie>(
  kluis: Kluis,
  collectie: C,
  doc: Onveranderlijk<DocVan<C>>,
  tekst: string,
): Promise<void> {
  const kopie = structuredClone(doc) as unknown as NieuwDoc<C>;
  const { bijlagen = [] } = doc as { readonly bijlagen?: readonly Onveranderlijk<Bijlage>[] };
  // Before the document goes: nothing of it may be tidied up as long as it can come back.
  const laat = kluis.bijlagen.houdVast(bijlagen);
  try {
    await kluis.verwijder(collectie, (doc as { readonly id: string }).id);
  } catch (reden) {
    laat();
    throw reden;
  }
  onthoud(
    tekst,
    async () => {
      await kluis.voegToe(collectie, [kopie]);
    },
    laat,
  );
}

function gelijk(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
