/**
 * All documents in memory, as the screens read them: synchronous, and the same array until something
 * changes. It follows the change stream of RxDB (so also what the sync brings) and takes over own
 * writes at once, so that whoever awaited a write reads it back.
 */
import type { RxCollection, RxDatabase, RxDocumentData, RxStorageInstance } from 'rxdb';
import type { Collectie, DocVan } from '../../../shared/schema/index.js';
import { documentenVan } from '../opslag/index.js';
import type { Onveranderlijk } from '../types.js';
import { zonderMeta } from './document.js';

/** As it is stored; `doc` is undefined for a tombstone. */
export interface Rij<T> {
  readonly rij: RxDocumentData<T>;
  readonly doc: T | undefined;
}
// The free type parameters of RxDB's storages (internals, options) are of no interest here.
export type Deel<T> = RxStorageInstance<T, object, object>;

const LEEG: readonly never[] = [];

class Collectiespiegel<T extends { id: string }> {
  /** Where RxDB writes it; undefined until RxDB has it. */
  deel: Deel<T> | undefined;
  readonly #rijen = new Map<string, Rij<T>>();
  #array: readonly T[] | null = null;
  /** Made when first asked for, and kept up to date from then on. */
  #perCasus: Map<unknown, readonly T[]> | null = null;

  /** Tombstones too: a document that comes back continues from there. @returns as `neem`, of any of them */
  laad(rijen: Iterable<RxDocumentData<T>>): boolean {
    let nieuw = false;
    for (const rij of rijen) nieuw = this.neem(rij) || nieuw;
    return nieuw;
  }

  get array(): readonly T[] {
    return (this.#array ??= [...this.#rijen.values()].flatMap((r) => r.doc ?? []));
  }

  vanCasus(casus: string): readonly T[] {
    return (this.#perCasus ??= groepeer(this.array)).get(casus) ?? LEEG;
  }

  get rijen(): IterableIterator<Rij<T>> {
    return this.#rijen.values();
  }

  rij(id: string): Rij<T> | undefined {
    return this.#rijen.get(id);
  }

  /** @returns false when it was known already: a later state may be here before the news of an earlier one */
  neem(rij: RxDocumentData<T>): boolean {
    const id = (rij as unknown as { id: string }).id;
    const hier = this.#rijen.get(id);
    if (hier && (hier.rij._rev === rij._rev || hoogte(hier.rij._rev) > hoogte(rij._rev)))
      return false;
    const doc = rij._deleted ? undefined : zonderMeta(rij);
    this.#rijen.set(id, { rij, doc });
    this.#array = null;
    if (this.#perCasus) vervang(this.#perCasus, hier?.doc, doc);
    return true;
  }
}

const casusVan = (doc: object): unknown => (doc as { readonly casus?: unknown }).casus;

function groepeer<T extends object>(docs: readonly T[]): Map<unknown, readonly T[]> {
  const groepen = new Map<unknown, T[]>();
  for (const doc of docs) {
    const groep = groepen.get(casusVan(doc));
    if (groep === undefined) groepen.set(casusVan(doc), [doc]);
    else groep.push(doc);
  }
  return groepen;
}

/** A document stays where it stood, as it does in the whole collection; new groups, so that it is seen. */
function vervang<T extends object>(
  groepen: Map<unknown, readonly T[]>,
  oud: T | undefined,
  nieuw: T | undefined,
): void {
  const blijft = oud !== undefined && nieuw !== undefined && casusVan(oud) === casusVan(nieuw);
  if (oud !== undefined) {
    const groep = groepen.get(casusVan(oud)) ?? [];
    const over = groep.flatMap((doc) => (doc !== oud ? doc : blijft ? nieuw : []));
    groepen.set(casusVan(oud), over);
  }
  if (nieuw !== undefined && !blijft)
    groepen.set(casusVan(nieuw), [...(groepen.get(casusVan(nieuw)) ?? []), nieuw]);
}

/** RxDB's revision is `<height>-<token>`; the height grows by one at each write. */
export const hoogte = (rev: string): number => Number.parseInt(rev, 10);

export class Spiegel {
  readonly #delen = new Map<Collectie, Collectiespiegel<{ id: string }>>();
  readonly #volgers = new Set<{
    readonly collecties: ReadonlySet<Collectie>;
    readonly f: () => void;
  }>();
  readonly #geraakt = new Set<Collectie>();
  readonly #afmelden: (() => void)[] = [];
  #gepland = false;
  #compleet: Promise<void> = Promise.resolve();

  /** What a collection holds, to be read before RxDB has it: it cannot be written to yet. */
  laadVooraf(naam: Collectie, rijen: Iterable<RxDocumentData<{ id: string }>>): void {
    const deel = new Collectiespiegel<{ id: string }>();
    this.#delen.set(naam, deel);
    deel.laad(rijen);
    this.#meld(naam);
  }

  /** Takes everything that is in these collections, and follows from there. */
  laad(database: RxDatabase, namen: readonly Collectie[]): void {
    for (const naam of namen) {
      const collectie = database.collections[naam] as RxCollection<{ id: string }> | undefined;
      if (!collectie) throw new Error(`de collectie ${naam} ontbreekt`);
      const deel = this.#delen.get(naam) ?? new Collectiespiegel<{ id: string }>();
      this.#delen.set(naam, deel);
      deel.deel = collectie.storageInstance;
      const abonnement = deel.deel.changeStream().subscribe((bulk) => {
        this.neem(
          naam,
          bulk.events.map((e) => e.documentData as RxDocumentData<{ id: string }>),
        );
      });
      this.#afmelden.push(() => abonnement.unsubscribe());
      if (deel.laad(documentenVan(deel.deel))) this.#meld(naam);
    }
  }

  /** Until this resolves, collections cannot be written to, and look empty when they were not loaded beforehand. */
  wachtOp(compleet: Promise<void>): void {
    this.#compleet = compleet;
  }

  /** Resolves when the collection can be written to. */
  async gereed(collectie: Collectie): Promise<void> {
    if (!this.#delen.get(collectie)?.deel) await this.#compleet;
  }

  alle<C extends Collectie>(collectie: C): readonly Onveranderlijk<DocVan<C>>[] {
    return (this.#delen.get(collectie)?.array ?? LEEG) as unknown as readonly Onveranderlijk<
      DocVan<C>
    >[];
  }

  vanCasus<C extends Collectie>(collectie: C, casus: string): readonly Onveranderlijk<DocVan<C>>[] {
    return (this.#delen.get(collectie)?.vanCasus(casus) ??
      LEEG) as unknown as readonly Onveranderlijk<DocVan<C>>[];
  }

  haal<C extends Collectie>(collectie: C, id: string): Onveranderlijk<DocVan<C>> | undefined {
    return this.#delen.get(collectie)?.rij(id)?.doc as Onveranderlijk<DocVan<C>> | undefined;
  }

  rij<C extends Collectie>(collectie: C, id: string): Rij<DocVan<C>> | undefined {
    return this.#delen.get(collectie)?.rij(id) as Rij<DocVan<C>> | undefined;
  }

  /** Every document, tombstones too. */
  rijen<C extends Collectie>(collectie: C): IterableIterator<Rij<DocVan<C>>> {
    return this.#van(collectie).rijen as unknown as IterableIterator<Rij<DocVan<C>>>;
  }

  /** Where RxDB writes this collection. */
  deel<C extends Collectie>(collectie: C): Deel<DocVan<C>> {
    const { deel } = this.#van(collectie);
    if (!deel) throw new Error(`de collectie ${collectie} is nog niet open`);
    return deel as unknown as Deel<DocVan<C>>;
  }

  neem(collectie: Collectie, rijen: readonly RxDocumentData<{ id: string }>[]): void {
    const deel = this.#van(collectie);
    let nieuw = false;
    for (const rij of rijen) nieuw = deel.neem(rij) || nieuw;
    if (nieuw) this.#meld(collectie);
  }

  volg(collecties: readonly Collectie[], f: () => void): () => void {
    const volger = { collecties: new Set(collecties), f };
    this.#volgers.add(volger);
    return () => this.#volgers.delete(volger);
  }

  sluit(): void {
    for (const af of this.#afmelden) af();
    this.#volgers.clear();
  }

  #van(collectie: Collectie): Collectiespiegel<{ id: string }> {
    const deel = this.#delen.get(collectie);
    if (!deel) throw new Error(`de collectie ${collectie} is niet open`);
    return deel;
  }

  #meld(collectie: Collectie): void {
    this.#geraakt.add(collectie);
    if (this.#gepland) return;
    this.#gepland = true;
    queueMicrotask(() => {
      this.#gepland = false;
      const geraakt = [...this.#geraakt];
      this.#geraakt.clear();
      for (const { collecties, f } of [...this.#volgers]) {
        if (!geraakt.some((c) => collecties.has(c))) continue;
        try {
          f();
        } catch (oorzaak) {
          // One listener that fails must not keep the others, or the write, from going on.
          console.error('een volger van de kluis faalde', oorzaak);
        }
      }
    });
  }
}
