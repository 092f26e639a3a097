/**
 * Loads documents into a vault: the voorbeeldhuis, an import and the demonstration alike.
 *
 * - A document that is already there is left as it is: somebody may have worked on it. So loading the
 *   same data twice changes nothing, and loading after a stop adds only what is missing.
 * - Cases go in groups; of each group the case itself is written last. Stopping waits for the group,
 *   and a device that loses power in between has no case that lacks its documents.
 */
import type { DocVan, Dossiercollectie, OpenConflict } from '../schema/index.js';
import { EIGEN_ACCOUNT, type Casusbundel, type Kaal, type Laadset } from './laadset.js';

type OmitUnie<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** The document that the vault takes: see `NieuwDoc` of the vault. */
export type SchrijfDoc<C extends Dossiercollectie> = OmitUnie<
  DocVan<C>,
  'id' | 'versie' | 'gewijzigdDoor' | 'gewijzigdOp' | 'conflicten'
> & { id?: string; conflicten?: OpenConflict[] };

/** The part of the vault that loading needs. */
export interface KluisSchrijver {
  readonly ik: { readonly id: string };
  readonly huisvak: string;
  nieuwVak(naam?: string): Promise<string>;
  afgeleidId(tekst: string): Promise<string>;
  haal(collectie: Dossiercollectie, id: string): unknown;
  voegToe<C extends Dossiercollectie>(
    collectie: C,
    docs: readonly SchrijfDoc<C>[],
  ): Promise<readonly unknown[]>;
}

export interface Laadvoortgang {
  /** Cases and other parts loaded so far. */
  readonly gedaan: number;
  readonly totaal: number;
}

export interface Laadverslag {
  /** Documents added, per collection. */
  readonly toegevoegd: Readonly<Partial<Record<Dossiercollectie, number>>>;
  /** Documents that were there already, and were left as they are. */
  readonly alAanwezig: number;
  /** Cases of which something was added. */
  readonly casussen: number;
  /** True when it was stopped before the end; what was loaded is whole. */
  readonly gestopt: boolean;
}

const GROEP = 20;
/** Documents of a case, and the collection that they are in; the case itself is written after them. */
const ONDERDELEN = {
  betrokkenen: 'betrokkenen',
  metingen: 'metingen',
  overleggen: 'overleggen',
  acties: 'acties',
  gebeurtenissen: 'gebeurtenissen',
  registraties: 'huis',
} as const;
type Onderdeel = keyof typeof ONDERDELEN;

export async function laadInKluis(
  kluis: KluisSchrijver,
  data: Laadset,
  bijVoortgang: (voortgang: Laadvoortgang) => void = () => undefined,
  stop: AbortSignal = new AbortController().signal,
): Promise<Laadverslag> {
  const lader = new Lader(kluis);
  const totaal =
    data.bundels.length +
    data.aanmeldingen.length +
    (data.huis.length > 0 ? 1 : 0) +
    (data.registers.length > 0 ? 1 : 0);
  let gedaan = 0;
  const verder = (aantal: number): void => {
    gedaan += aantal;
    bijVoortgang({ gedaan, totaal });
  };
  bijVoortgang({ gedaan, totaal });

  if (data.huis.length > 0 && !stop.aborted) {
    await lader.schrijf('huis', data.huis, kluis.huisvak);
    verder(1);
  }
  for (let i = 0; i < data.bundels.length && !stop.aborted; i += GROEP) {
    const groep = data.bundels.slice(i, i + GROEP);
    await lader.schrijfGroep(groep);
    verder(groep.length);
  }
  for (const aanmelding of data.aanmeldingen) {
    if (stop.aborted) break;
    await lader.schrijf('aanmeldingen', [aanmelding], await kluis.nieuwVak(aanmelding.sleutel));
    verder(1);
  }
  if (data.registers.length > 0 && !stop.aborted) {
    await lader.schrijf('huis', data.registers, kluis.huisvak);
    verder(1);
  }
  return lader.verslag(gedaan < totaal);
}

class Lader {
  readonly #kluis: KluisSchrijver;
  readonly #toegevoegd: Partial<Record<Dossiercollectie, number>> = {};
  readonly #casussen = new Set<string>();
  #alAanwezig = 0;

  constructor(kluis: KluisSchrijver) {
    this.#kluis = kluis;
  }

  verslag(gestopt: boolean): Laadverslag {
    return {
      toegevoegd: this.#toegevoegd,
      alAanwezig: this.#alAanwezig,
      casussen: this.#casussen.size,
      gestopt,
    };
  }

  async schrijfGroep(groep: readonly Casusbundel[]): Promise<void> {
    // Side by side: each waits for the disk, and the store writes what waits in one go.
    const vakken = new Map<string, string>(
      await Promise.all(
        groep.map(
          async (bundel) =>
            [bundel.nummer, await this.#kluis.nieuwVak(bundel.casus.sleutel)] as const,
        ),
      ),
    );
    // Side by side too: what is written at once goes to the disk at once.
    await Promise.all(
      (Object.keys(ONDERDELEN) as Onderdeel[]).map(async (onderdeel) => {
        const collectie = ONDERDELEN[onderdeel];
        const nieuw: SchrijfDoc<typeof collectie>[] = [];
        for (const bundel of groep) {
          const vak = vakken.get(bundel.nummer) ?? '';
          const eigen = await this.#nieuwe(collectie, bundel[onderdeel], vak);
          if (eigen.length > 0) this.#casussen.add(bundel.nummer);
          nieuw.push(...eigen);
        }
        await this.#voegToe(collectie, nieuw);
      }),
    );
    const casussen: SchrijfDoc<'casussen'>[] = [];
    for (const bundel of groep) {
      const eigen = await this.#nieuwe('casussen', [bundel.casus], vakken.get(bundel.nummer) ?? '');
      if (eigen.length > 0) this.#casussen.add(bundel.nummer);
      casussen.push(...eigen);
    }
    await this.#voegToe('casussen', casussen);
  }

  async schrijf<C extends Dossiercollectie>(
    collectie: C,
    docs: readonly Kaal<C>[],
    vak: string,
  ): Promise<void> {
    await this.#voegToe(collectie, await this.#nieuwe(collectie, docs, vak));
  }

  async #voegToe<C extends Dossiercollectie>(
    collectie: C,
    docs: readonly SchrijfDoc<C>[],
  ): Promise<void> {
    if (docs.length === 0) return;
    await this.#kluis.voegToe(collectie, docs);
    this.#toegevoegd[collectie] = (this.#toegevoegd[collectie] ?? 0) + docs.length;
  }

  /** Documents that the vault does not have yet, with ids in the place of natural keys. */
  async #nieuwe<C extends Dossiercollectie>(
    collectie: C,
    docs: readonly Kaal<C>[],
    vak: string,
  ): Promise<SchrijfDoc<C>[]> {
    const gemaakt = await Promise.all(docs.map((doc) => this.#maak(collectie, doc, vak)));
    const nieuw = gemaakt.filter((doc) => doc !== null);
    this.#alAanwezig += gemaakt.length - nieuw.length;
    return nieuw;
  }

  /** The document with ids in the place of natural keys; null when the vault has it. */
  async #maak<C extends Dossiercollectie>(
    collectie: C,
    { sleutel, ...velden }: Kaal<C>,
    vak: string,
  ): Promise<SchrijfDoc<C> | null> {
    const id = await this.#kluis.afgeleidId(sleutel);
    if (this.#kluis.haal(collectie, id) !== undefined) return null;
    const doc: Record<string, unknown> = { ...velden, id, vak };
    for (const veld of ['casus', 'overleg']) {
      const verwijzing = doc[veld];
      if (typeof verwijzing === 'string') doc[veld] = await this.#kluis.afgeleidId(verwijzing);
    }
    if (velden.conflicten !== undefined) doc['conflicten'] = this.#eigen(velden.conflicten);
    return doc as unknown as SchrijfDoc<C>;
  }

  #eigen(conflicten: readonly OpenConflict[]): OpenConflict[] {
    return conflicten.map((conflict) => ({
      ...conflict,
      waarden: conflict.waarden.map((waarde) => ({
        ...waarde,
        door: waarde.door === EIGEN_ACCOUNT ? this.#kluis.ik.id : waarde.door,
      })),
    }));
  }
}
