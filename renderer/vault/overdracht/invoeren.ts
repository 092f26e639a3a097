/**
 * Taking in the lines of a file: each is verified, opened, held against what is here and merged, as the
 * sync does it. The same walk without writing is the preview.
 */
import type { BulkWriteRow } from 'rxdb';
import { GEDEELDE_COLLECTIES } from '../../../shared/schema/index.js';
import type { GedeeldeCollectie } from '../../../shared/schema/index.js';
import { zelfdeInhoud } from '../../../shared/sync/voegsamen.js';
import { open, voegVersiesSamen, zonderRxdb } from '../sync/index.js';
import type { Document, Opendeps, Openfout } from '../sync/index.js';
import type { Langwerk, Overdrachtuitkomst } from '../types.js';
import type { Regel, Wachtenderegel } from './inhoud.js';
import { afkomst, vergelijk } from './lijn.js';
import type { Gedeeld, Notities } from './notities.js';
import { afkomsten, basesVan, collectiesVan, deelVan } from './stand.js';
import type { Afkomst, Overdrachtdeps } from './stand.js';

const PER_PORTIE = 250;
/** Context of these writes: to the sync they are changes of this device, which the house may lack. */
const CONTEXT = 'overdracht';

export interface Invoer {
  readonly regels: readonly Regel[];
  /** Endpoint of the numbers, and who made the file. */
  readonly endpoint: string | null;
  readonly maker: Wachtenderegel['maker'];
  /** Keys and members, with those that came along in the file. */
  readonly sleutels: Opendeps;
  readonly schrijf: boolean;
}

interface Gelezen {
  readonly regel: Regel;
  readonly doc: Document;
  readonly bases: readonly Document[];
}

type Rij = BulkWriteRow<Document>;

export async function voerIn(
  deps: Overdrachtdeps,
  notities: Notities,
  invoer: Invoer,
  { voortgang, stop }: Langwerk = {},
): Promise<Overdrachtuitkomst> {
  const uit: Telling = {
    nieuw: 0,
    gewijzigd: 0,
    alHier: 0,
    verschillen: 0,
    geweigerd: 0,
    onleesbaar: {},
  };
  const { regels } = invoer;
  const hier = new Set<string>(collectiesVan(deps));
  let klaar = 0;
  for (const collectie of GEDEELDE_COLLECTIES) {
    if (!hier.has(collectie)) continue;
    const deel = regels.filter((r) => r.e.collectie === collectie);
    for (let i = 0; i < deel.length; i += PER_PORTIE) {
      stop?.throwIfAborted();
      voortgang?.(klaar, regels.length);
      const portie = deel.slice(i, i + PER_PORTIE);
      await new Portie(deps, notities, invoer, collectie, uit).neem(portie);
      klaar += portie.length;
    }
  }
  // Of a newer version of the application, which will know what to do with them.
  const onbekend = regels.filter((r) => !hier.has(r.e.collectie));
  await laatWachten(notities, invoer, uit, onbekend, 'vorm');
  return uit;
}

type Telling = { -readonly [K in keyof Overdrachtuitkomst]: Overdrachtuitkomst[K] } & {
  onleesbaar: Partial<Record<Openfout, number>>;
};

async function laatWachten(
  notities: Notities,
  { schrijf, endpoint, maker }: Invoer,
  uit: Telling,
  regels: readonly Regel[],
  reden: Openfout,
): Promise<void> {
  if (regels.length === 0) return;
  uit.onleesbaar[reden] = (uit.onleesbaar[reden] ?? 0) + regels.length;
  const wachtend = regels.map((regel): Wachtenderegel => ({ regel, endpoint, maker }));
  if (schrijf) await notities.laatWachten(wachtend);
}

class Portie {
  readonly #d: Overdrachtdeps;
  readonly #notities: Notities;
  readonly #invoer: Invoer;
  readonly #collectie: GedeeldeCollectie;
  readonly #uit: Telling;

  constructor(
    deps: Overdrachtdeps,
    notities: Notities,
    invoer: Invoer,
    collectie: GedeeldeCollectie,
    uit: Telling,
  ) {
    this.#d = deps;
    this.#notities = notities;
    this.#invoer = invoer;
    this.#collectie = collectie;
    this.#uit = uit;
  }

  async neem(regels: readonly Regel[]): Promise<void> {
    const gelezen = await this.#open(regels);
    const gedeeld: Gedeeld[] = [];
    let over: readonly Gelezen[] = gelezen;
    while (over.length > 0) over = await this.#probeer(over, gedeeld);
    if (!this.#invoer.schrijf) return;
    await this.#notities.gedeeld(this.#collectie, gedeeld);
    await this.#notities.wachtNietMeer(
      this.#collectie,
      gelezen.map(({ doc }) => doc.id),
    );
  }

  async #open(regels: readonly Regel[]): Promise<Gelezen[]> {
    const { sleutels } = this.#invoer;
    const geopend = await open(
      sleutels,
      this.#collectie,
      regels.map((r) => r.e),
    );
    const uit: Gelezen[] = [];
    const dicht = new Map<Openfout, Regel[]>();
    for (const [i, regel] of regels.entries()) {
      const doc = geopend[i];
      if (!doc?.ok) {
        const reden = doc?.fout ?? 'vals';
        dicht.set(reden, [...(dicht.get(reden) ?? []), regel]);
        continue;
      }
      const eigen = regel.bases.filter((b) => b.id === regel.e.id);
      const bases = eigen.length > 0 ? await open(sleutels, this.#collectie, eigen) : [];
      uit.push({
        regel,
        doc: doc.waarde,
        bases: bases.flatMap((b) => (b.ok ? [b.waarde] : [])),
      });
    }
    for (const [reden, wie] of dicht)
      await laatWachten(this.#notities, this.#invoer, this.#uit, wie, reden);
    return uit;
  }

  /** @returns those that somebody else wrote meanwhile: to be held against that */
  async #probeer(gelezen: readonly Gelezen[], gedeeld: Gedeeld[]): Promise<readonly Gelezen[]> {
    const deel = deelVan(this.#d, this.#collectie);
    const ids = gelezen.map(({ doc }) => doc.id);
    // In this order: see `maakRegels`.
    const bij = await afkomsten(this.#d, this.#notities, this.#collectie, ids);
    const hier = new Map((await deel.findDocumentsById(ids, true)).map((doc) => [doc.id, doc]));
    const rijen: Rij[] = [];
    const boeken = new Map<string, () => void>();
    for (const hun of gelezen) {
      const previous = hier.get(hun.doc.id);
      const mijn = previous && zonderRxdb(previous);
      // What the house destroyed does not come back with a file.
      if (
        this.#d.vernietigd.is(hun.doc.vak) ||
        this.#d.magBinnen?.(this.#collectie, mijn, hun.doc) === false
      ) {
        this.#uit.geweigerd += 1;
        continue;
      }
      const van = bij(hun.doc.id);
      const na = await this.#oordeel(mijn, hun, van);
      const boek = (): void => {
        this.#tel(mijn, na === 'elders' ? undefined : na);
        if (na === 'elders') return;
        const { versie } = hun.doc;
        gedeeld.push({
          id: hun.doc.id,
          stempel: { versie, huis: van.huis?.versie ?? null },
          // What the endpoint has is kept by the sync.
          ...(versie === van.huis?.versie ? {} : { doc: hun.doc }),
        });
      };
      if (na === undefined || na === 'elders') boek();
      else {
        rijen.push(alsRij(na, previous));
        boeken.set(na.id, boek);
      }
    }
    if (!this.#invoer.schrijf || rijen.length === 0) {
      for (const boek of boeken.values()) boek();
      return [];
    }
    const uit = await deel.bulkWrite(rijen, CONTEXT);
    const verloren = new Set(uit.error.map((e) => e.documentId));
    for (const e of uit.error)
      if (e.status !== 409)
        throw new Error(`${this.#collectie}: schrijven geweigerd (${e.status})`);
    for (const [id, boek] of boeken) if (!verloren.has(id)) boek();
    return gelezen.filter(({ doc }) => verloren.has(doc.id));
  }

  /** What is to be written; undefined when what is here has it all; `elders` as in `lijn.ts`. */
  async #oordeel(
    mijn: Document | undefined,
    { doc: hun, regel, bases }: Gelezen,
    van: Afkomst,
  ): Promise<Document | 'elders' | undefined> {
    if (!mijn) return hun;
    const uitkomst = vergelijk(
      {
        doc: mijn,
        van: afkomst(mijn, van.huis, van.stempels),
        huis: van.huis,
        bases: await basesVan(this.#notities, this.#collectie, hun.id, van),
      },
      { doc: hun, van: regel.van, huis: regel.huis, bases },
      this.#invoer.endpoint !== null && this.#invoer.endpoint === this.#d.endpoint(),
    );
    if (uitkomst.soort === 'hier') return undefined;
    if (uitkomst.soort === 'elders') return 'elders';
    if (uitkomst.soort === 'vooruit') return hun;
    const samen = voegVersiesSamen(uitkomst.basis, mijn, hun);
    const niets = samen._deleted
      ? mijn._deleted
      : !mijn._deleted && samen !== hun && zelfdeInhoud(samen, mijn);
    return niets ? undefined : samen;
  }

  #tel(mijn: Document | undefined, na: Document | undefined): void {
    if (na === undefined || (na._deleted && !mijn)) this.#uit.alHier += 1;
    else if (na.conflicten.length > (mijn?.conflicten.length ?? 0)) this.#uit.verschillen += 1;
    else if (!mijn || mijn._deleted) this.#uit.nieuw += 1;
    else this.#uit.gewijzigd += 1;
  }
}

const alsRij = (doc: Document, previous: Rij['previous']): Rij => {
  // Filled in by RxDB at the write.
  const document = { ...doc, _meta: { ...previous?._meta, lwt: 0 }, _rev: '', _attachments: {} };
  return previous ? { previous, document } : { document };
};
