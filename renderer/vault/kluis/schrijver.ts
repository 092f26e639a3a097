/**
 * Writing documents. Every write is parsed, stamped, and made on the state that is stored; when
 * somebody (most often the sync) was first, it is merged with what is there now and tried again.
 * A promise resolves when the write is on disk.
 */
import type { BulkWriteRow, RxDocumentData } from 'rxdb';
import type {
  Basisdocument,
  Collectie,
  DocVan,
  Dossiercollectie,
} from '../../../shared/schema/index.js';
import { nieuwId } from '../../../shared/crypto/index.js';
import type { Kaalblok } from '../../../shared/log/index.js';
import { leesPad, voegSamen, zelfdeInhoud, zetPad } from '../../../shared/sync/voegsamen.js';
import type { NieuwDoc, Onveranderlijk } from '../types.js';
import { eisDocument, gestempeld } from './document.js';
import { Eigenlijn } from './eigenlijn.js';
import type { Rij, Spiegel } from './spiegel.js';

/** A new state, made from the present one; undefined leaves it as it is. */
type Stap<T> = (huidig: Rij<T> | undefined) => { doc: T; verwijderd: boolean } | undefined;

/** Rows that are on disk, as they went there. */
export type Geschreven = readonly Pick<BulkWriteRow<{ id: string }>, 'document' | 'previous'>[];

export interface Schrijveropties {
  /** Throws when there is no room for new work. */
  readonly eisRuimte?: () => void;
  /** Is told of every write once it is on disk, of whatever screen it came. */
  readonly bijGeschreven?: (collectie: Exclude<Collectie, 'logregels'>, rijen: Geschreven) => void;
}

export class Schrijver {
  readonly #spiegel: Spiegel;
  readonly #account: string;
  readonly #opties: Schrijveropties;
  readonly #eigenlijn = new Eigenlijn();
  /** Last write of each document, so that the next waits for it. */
  readonly #rijen = new Map<string, Promise<unknown>>();

  constructor(spiegel: Spiegel, account: string, opties: Schrijveropties = {}) {
    this.#spiegel = spiegel;
    this.#account = account;
    this.#opties = opties;
  }

  async voegToe<C extends Dossiercollectie>(
    collectie: C,
    docs: readonly NieuwDoc<C>[],
  ): Promise<readonly Onveranderlijk<DocVan<C>>[]> {
    this.#opties.eisRuimte?.();
    const op = new Date().toISOString();
    const nieuw = docs.map((doc) => {
      const id = doc.id ?? nieuwId();
      const kopie: object = structuredClone(doc);
      return {
        id,
        doc: eisDocument(
          collectie,
          gestempeld({ conflicten: [], ...kopie, id }, this.#account, op),
        ),
      };
    });
    // Given twice in one call: the last counts, as it would in two calls.
    const perId = new Map(nieuw.map(({ id, doc }) => [id, doc]));
    await this.#schrijf(collectie, [...perId.keys()], (id) => (huidig) => {
      const doc = perId.get(id);
      if (!doc) return undefined;
      const oud = huidig?.doc as (DocVan<C> & Basisdocument) | undefined;
      if (!oud) return { doc, verwijderd: false };
      // Made without knowing of the one that is there, as on two devices apart: nothing of either is lost.
      const na = voegSamen<Basisdocument>(null, doc, oud) as DocVan<C> & Basisdocument;
      return zelfdeInhoud(oud, na)
        ? undefined
        : { doc: gestempeld(na, this.#account), verwijderd: false };
    });
    return nieuw.map(({ id }) => this.#eis(collectie, id));
  }

  async wijzig<C extends Dossiercollectie>(
    collectie: C,
    basis: Onveranderlijk<DocVan<C>>,
    recept: (concept: DocVan<C>) => void,
  ): Promise<Onveranderlijk<DocVan<C>>> {
    type Doc = DocVan<C> & Basisdocument;
    this.#opties.eisRuimte?.();
    const oud = basis as unknown as Doc;
    const concept = structuredClone(oud);
    recept(concept);
    const mijn = eisDocument(collectie, gestempeld(concept, this.#account)) as Doc;
    if (mijn.id !== oud.id || mijn.vak !== oud.vak) throw new TypeError('id en vak liggen vast');
    if (zelfdeInhoud(oud, mijn)) return this.#spiegel.haal(collectie, oud.id) ?? basis;
    await this.#schrijf(collectie, [oud.id], () => (huidig) => {
      const hun = huidig?.doc as Doc | undefined;
      // Deleted meanwhile: what somebody is working on stays.
      if (!hun || hun.versie === oud.versie) return { doc: mijn, verwijderd: false };
      const samen = this.#eigenlijn.isEigen(sleutel(collectie, oud.id), oud.versie, hun.versie)
        ? voegVolgordelijk(oud, mijn, hun)
        : voegSamen(oud, mijn, hun);
      return zelfdeInhoud(hun, samen)
        ? undefined
        : { doc: gestempeld(samen, this.#account), verwijderd: false };
    });
    return this.#eis(collectie, oud.id);
  }

  /** Leaves tombstones that say nothing but that the documents were there. */
  async verwijder(collectie: Dossiercollectie, ids: readonly string[]): Promise<void> {
    await this.#schrijf(collectie, ids, (id) => (huidig) => {
      if (!huidig?.doc) return undefined;
      const { vak, casus } = huidig.doc as Basisdocument & { casus?: string | null };
      const kern = { id, vak, conflicten: [], ...(typeof casus === 'string' ? { casus } : {}) };
      return { doc: gestempeld(kern, this.#account) as never, verwijderd: true };
    });
  }

  /** Changes the stored document itself, whatever its state is. */
  async bewerk(
    collectie: Dossiercollectie,
    id: string,
    recept: (huidig: Basisdocument) => Basisdocument | undefined,
  ): Promise<void> {
    await this.#schrijf(collectie, [id], () => (huidig) => {
      const na = huidig?.doc && recept(huidig.doc);
      if (!na) return undefined;
      return { doc: eisDocument(collectie, gestempeld(na, this.#account)), verwijderd: false };
    });
  }

  /** Documents of this device: no stamps, no merging; the last write counts. */
  async zet<C extends 'toegang' | 'lokaal'>(
    collectie: C,
    docs: readonly DocVan<C>[],
  ): Promise<void> {
    const perId = new Map(docs.map((doc) => [doc.id, eisDocument(collectie, { ...doc })]));
    await this.#schrijf(collectie, [...perId.keys()], (id) => () => {
      const doc = perId.get(id);
      return doc && { doc, verwijderd: false };
    });
  }

  /** Blokken of the own chain, in one durable write. They are never merged: nobody else writes them. */
  async zetBlokken(vak: string, blokken: readonly Kaalblok[]): Promise<void> {
    const perId = new Map(
      blokken.map((blok) => [
        blok.id,
        eisDocument('logregels', gestempeld({ ...blok, vak, conflicten: [] }, this.#account)),
      ]),
    );
    await this.#schrijf('logregels', [...perId.keys()], (id) => () => {
      const doc = perId.get(id);
      return doc && { doc, verwijderd: false };
    });
  }

  async haalWeg(collectie: 'toegang' | 'lokaal', ids: readonly string[]): Promise<void> {
    await this.#schrijf(
      collectie,
      ids,
      // The tombstone of a key or of a note says nothing of what it was.
      () => (huidig) => huidig?.doc && { doc: geleegd(huidig.doc), verwijderd: true },
    );
  }

  /** Resolves when no write is under way. */
  async rust(): Promise<void> {
    while (this.#rijen.size > 0) await Promise.allSettled(this.#rijen.values());
  }

  #eis<C extends Collectie>(collectie: C, id: string): Onveranderlijk<DocVan<C>> {
    const doc = this.#spiegel.haal(collectie, id);
    if (!doc) throw new Error(`${collectie}: het document is intussen verwijderd`);
    return doc;
  }

  /** One write of many documents, after the writes of each of them that came before. */
  #schrijf<C extends Collectie>(
    collectie: C,
    ids: readonly string[],
    stapVoor: (id: string) => Stap<DocVan<C>>,
  ): Promise<void> {
    const sleutels = ids.map((id) => sleutel(collectie, id));
    const eerder = new Set(sleutels.flatMap((s) => this.#rijen.get(s) ?? []));
    const beurt = Promise.allSettled(eerder)
      .then(() => this.#spiegel.gereed(collectie))
      .then(() => this.#voerUit(collectie, ids, stapVoor));
    for (const s of sleutels) this.#rijen.set(s, beurt);
    const klaar = (): void => {
      for (const s of sleutels) if (this.#rijen.get(s) === beurt) this.#rijen.delete(s);
    };
    beurt.then(klaar, klaar);
    return beurt;
  }

  async #voerUit<C extends Collectie>(
    collectie: C,
    ids: readonly string[],
    stapVoor: (id: string) => Stap<DocVan<C>>,
  ): Promise<void> {
    const deel = this.#spiegel.deel(collectie);
    let over = ids;
    while (over.length > 0) {
      const rijen = over.flatMap((id): BulkWriteRow<DocVan<C>>[] => {
        const huidig = this.#spiegel.rij(collectie, id);
        const na = stapVoor(id)(huidig);
        return na ? [alsRij(huidig, na)] : [];
      });
      if (rijen.length === 0) return;
      const uit = await deel.bulkWrite(rijen, 'kluis');
      const mislukt = new Set(uit.error.map((e) => e.documentId));
      for (const e of uit.error) {
        if (e.status !== 409) throw new Error(`${collectie}: schrijven geweigerd (${e.status})`);
        // Somebody was first; the news may not have come round yet.
        this.#spiegel.neem(collectie, [e.documentInDb]);
      }
      for (const { document, previous } of rijen as unknown as BulkWriteRow<Basisdocument>[]) {
        if (mislukt.has(document.id) || !Object.hasOwn(document, 'versie')) continue;
        this.#eigenlijn.geschreven(
          sleutel(collectie, document.id),
          previous?.versie,
          document.versie,
        );
      }
      if (collectie !== 'logregels')
        this.#opties.bijGeschreven?.(
          collectie,
          rijen.filter(({ document }) => !mislukt.has((document as { id: string }).id)),
        );
      over = [...mislukt];
    }
  }
}

const sleutel = (collectie: Collectie, id: string): string => `${collectie}/${id}`;

function alsRij<T>(
  huidig: Rij<T> | undefined,
  { doc, verwijderd }: { doc: T; verwijderd: boolean },
): BulkWriteRow<T> {
  const document = {
    ...doc,
    _deleted: verwijderd,
    _attachments: {},
    // Filled in by RxDB at the write.
    _meta: { ...huidig?.rij._meta, lwt: 0 },
    _rev: '',
  } as unknown as RxDocumentData<T>;
  return huidig ? { previous: huidig.rij, document } : { document };
}

/**
 * Merges two edits that one person made one after the other on this device, where the second started
 * from a document that did not show the first yet. The same field is then no difference between
 * people: the later one counts, and a text whole, for a paragraph that it lacks was taken out again.
 */
function voegVolgordelijk<T extends Basisdocument>(basis: T, mijn: T, hun: T): T {
  const samen = voegSamen(basis, mijn, hun, false);
  const bekend = new Set([...mijn.conflicten, ...hun.conflicten].map((c) => c.id));
  const eigen = samen.conflicten.filter((c) => !bekend.has(c.id));
  return eigen.reduce<T>(
    (doc, { id }) => ({
      ...zetPad(doc, id, leesPad(mijn, id)),
      conflicten: doc.conflicten.filter((c) => c.id !== id),
    }),
    samen,
  );
}

/** Without what it held: the key, or the text. */
const geleegd = <T extends object>(doc: T): T => ({
  ...doc,
  ...('verzegeld' in doc && { verzegeld: '', handtekening: '' }),
  ...('waarde' in doc && { waarde: '' }),
});
