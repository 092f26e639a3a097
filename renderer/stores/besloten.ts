/**
 * Facts for fewer eyes than the case: written in a vak of their own, so with a key of their own (BIO2 8.03).
 * It is held by the bureau, by who wrote it, and by whom they chose; to everybody else of the case it is not
 * there at all.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Result } from '../../shared/result.js';
import type { Dossiercollectie } from '../../shared/schema/index.js';
import type { Kluis, VerwijderFout } from '../vault/types.js';

/** Collections in which something can be for fewer eyes. */
const BESLOTEN = ['gebeurtenissen', 'acties'] as const satisfies readonly Dossiercollectie[];

type Casus = { readonly id: string; readonly vak: string };

export const isBesloten = (doc: { readonly vak: string }, casus: Pick<Casus, 'vak'>): boolean =>
  doc.vak !== casus.vak;

/** The vakken of a case besides its own that this device has something of. */
function beslotenVakken(kluis: Kluis, casus: Casus): readonly string[] {
  const docs = BESLOTEN.flatMap((c) => kluis.vanCasus(c, casus.id));
  return [...new Set(docs.filter((d) => isBesloten(d, casus)).map((d) => d.vak))];
}

/** Accounts that read a vak and are not of the bureau. */
function lezers(kluis: Kluis, vak: string): readonly string[] {
  return kluis.leden
    .metToegang(vak)
    .map((h) => h.account)
    .filter((account) => kluis.haal('leden', account)?.toegang !== 'huis');
}

/** Everybody of the case who could be chosen: who holds its key, is not of the bureau, and is not the user. */
export const teKiezen = (kluis: Kluis, casus: Casus): readonly string[] =>
  lezers(kluis, casus.vak).filter((account) => account !== kluis.ik.id);

/** Everybody who reads a vak, for who wants to know. */
export const lezersVan = (kluis: Kluis, vak: string): readonly string[] =>
  kluis.leden.metToegang(vak).map((h) => h.account);

/** The vak that the bureau, the user and `gekozen` hold, and nobody else: one that is there, or a new one. */
export async function beslotenVak(
  kluis: Kluis,
  casus: Casus,
  gekozen: readonly string[],
): Promise<string> {
  const zelf = kluis.ik.toegang === 'huis' ? [] : [kluis.ik.id];
  const kring = [...gekozen, ...zelf].sort().join(' ');
  const bekend = beslotenVakken(kluis, casus).find(
    (vak) => lezers(kluis, vak).toSorted().join(' ') === kring,
  );
  if (bekend !== undefined) return bekend;
  const vak = await kluis.nieuwVak();
  for (const h of kluis.leden.metToegang(casus.vak))
    if (gekozen.includes(h.account)) await kluis.leden.geefToegang(vak, h.account, h.rol, h.tot);
  return vak;
}

export interface Kring {
  readonly store: StoreApi<{ readonly besloten: boolean; readonly gekozen: ReadonlySet<string> }>;
  kies(account: string, aan: boolean): void;
  /** Where to write, as it was last chosen. Made once: an attachment and its line come to the same vak. */
  vak(): Promise<string>;
}

/** The choice of who may see what is being written. */
export function maakKring(kluis: Kluis, casus: Casus): Kring {
  const store = createStore<ReturnType<Kring['store']['getState']>>(() => ({
    besloten: false,
    gekozen: new Set(),
  }));
  let gemaakt: { readonly voor: string; readonly vak: Promise<string> } | null = null;
  return {
    store,
    kies(account, aan) {
      const gekozen = new Set(store.getState().gekozen);
      if (aan) gekozen.add(account);
      else gekozen.delete(account);
      store.setState({ gekozen });
    },
    vak() {
      const { besloten, gekozen } = store.getState();
      if (!besloten) return Promise.resolve(casus.vak);
      const wie = [...gekozen].sort();
      const voor = wie.join(' ');
      if (gemaakt?.voor !== voor) gemaakt = { voor, vak: beslotenVak(kluis, casus, wie) };
      return gemaakt.vak;
    },
  };
}

/**
 * Takes an account out of everything of a case: what is for fewer eyes first, so that who is still in the
 * case after a failure is seen there, and it is done again.
 */
export async function verwijderUitCasus(
  kluis: Kluis,
  casus: Casus,
  account: string,
): Promise<Result<void, VerwijderFout>> {
  for (const vak of beslotenVakken(kluis, casus)) {
    if (!lezersVan(kluis, vak).includes(account)) continue;
    const uit = await kluis.leden.verwijderToegang(vak, account);
    if (!uit.ok && uit.fout.soort !== 'bewaard') return uit;
  }
  return kluis.leden.verwijderToegang(casus.vak, account);
}
