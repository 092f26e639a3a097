/**
 * Destroying files for the whole house. Somebody with the right to decide writes a declaration (`vernietiging` in
 * the collection `huis`, without anything about a person); every device that gets it destroys what it has: documents,
 * attachments, keys, backups. A file that is held or open again on this device is not destroyed: a person decides.
 */
import { mag } from '../../../shared/domein/index.js';
import { DOSSIERCOLLECTIES } from '../../../shared/schema/index.js';
import type { Lid, Vernietiging } from '../../../shared/schema/index.js';
import type { Langwerk, Onveranderlijk, Vernietigingen as Contract } from '../types.js';
import { Volgers } from '../volgers.js';
import type { Schrijver } from './schrijver.js';
import type { Spiegel } from './spiegel.js';
import type { Toegangen } from './toegangsbeheer.js';

export interface Vernietigingdeps {
  readonly spiegel: Spiegel;
  readonly schrijver: Pick<Schrijver, 'zet'>;
  readonly huisvak: string;
  /** Verified members. */
  leden(): readonly Lid[];
}

/** Of this device: vakken for fewer eyes that belonged to a case that is gone. */
const OOK = 'vernietigd|ook';
const SOORT = 'vernietigd';

/** Which vakken are gone: what the sync and an overdrachtsbestand do not let in any more. */
export class Vernietigd {
  readonly #d: Vernietigingdeps;
  #bron: readonly unknown[] | null = null;
  #vakken: ReadonlySet<string> = new Set();

  constructor(deps: Vernietigingdeps) {
    this.#d = deps;
  }

  is(vak: string): boolean {
    return this.#alle().has(vak);
  }

  alle(): readonly string[] {
    return [...this.#alle()];
  }

  /** Declared by somebody who may, and not held here; with what belonged to it. */
  #alle(): ReadonlySet<string> {
    const { spiegel } = this.#d;
    const bron = [
      spiegel.alle('huis'),
      spiegel.alle('casussen'),
      spiegel.alle('aanmeldingen'),
      spiegel.alle('lokaal'),
      this.#d.leden(),
    ];
    if (this.#bron?.every((b, i) => b === bron[i]) === true) return this.#vakken;
    const ook = spiegel.haal('lokaal', OOK)?.waarde;
    const vakken = new Set<string>(ook === undefined ? [] : (JSON.parse(ook) as string[]));
    for (const v of this.verklaringen()) if (!this.isVast(v.van)) vakken.add(v.van);
    this.#bron = bron;
    this.#vakken = vakken;
    return vakken;
  }

  verklaringen(): readonly Onveranderlijk<Vernietiging>[] {
    const leden = new Map(this.#d.leden().map((lid) => [lid.id, lid]));
    return this.#d.spiegel
      .alle('huis')
      .flatMap((d) => (d.soort === 'vernietiging' ? [d] : []))
      .filter(({ gewijzigdDoor }) => {
        const lid = leden.get(gewijzigdDoor);
        return lid !== undefined && mag(lid.rol, 'vernietigen');
      });
  }

  /** What is running, or held, does not go by itself. */
  isVast(vak: string): boolean {
    const { spiegel } = this.#d;
    const casus = spiegel.alle('casussen').find((c) => c.vak === vak);
    if (casus) return casus.sluitdatum === null || isVastgehouden(casus);
    const aanmelding = spiegel.alle('aanmeldingen').find((a) => a.vak === vak);
    return aanmelding ? aanmelding.status === 'nieuw' || isVastgehouden(aanmelding) : false;
  }

  /** Vakken of the documents of a case: those for fewer eyes are not that of the case. */
  ookVan(vak: string): readonly string[] {
    const { spiegel } = this.#d;
    const casussen = spiegel.alle('casussen').flatMap((c) => (c.vak === vak ? [c.id] : []));
    const vakken = casussen.flatMap((id) =>
      DOSSIERCOLLECTIES.flatMap((c) => spiegel.vanCasus(c, id).map((doc) => doc.vak)),
    );
    return [...new Set(vakken)].filter((v) => v !== vak && v !== this.#d.huisvak);
  }

  async onthoudOok(vakken: readonly string[]): Promise<void> {
    if (vakken.every((v) => this.is(v))) return;
    const waarde = JSON.stringify([...new Set([...this.#alle(), ...vakken])]);
    await this.#d.schrijver.zet('lokaal', [{ id: OOK, soort: SOORT, waarde }]);
  }
}

const isVastgehouden = (doc: {
  readonly bewaring?: { readonly vasthouden: unknown } | undefined;
}): boolean => (doc.bewaring?.vasthouden ?? null) !== null;

export interface Uitvoerdeps extends Vernietigingdeps {
  readonly vernietigd: Vernietigd;
  readonly toegang: Pick<Toegangen, 'epoch'>;
  /** Erases these vakken with their keys. @returns number of documents */
  wis(vakken: readonly string[], werk: Langwerk): Promise<number>;
  /** Everything that was stored is in memory. */
  readonly compleet: Promise<void>;
}

/** A declaration comes with others. */
const WACHT_MS = 500;

export class Vernietigingsbeheer implements Contract {
  readonly #d: Uitvoerdeps;
  readonly #volgers = new Volgers();
  readonly volg = this.#volgers.volg;
  #af: () => void = () => undefined;
  #wekker: ReturnType<typeof setTimeout> | undefined;
  #bezig: Promise<unknown> = Promise.resolve();
  #dicht = false;
  #waarde: Contract['waarde'] = { vast: [], teDoen: 0, mis: null };
  #mis: Contract['waarde']['mis'] = null;

  constructor(deps: Uitvoerdeps) {
    this.#d = deps;
    const kijk = (): void => {
      this.#volgers.meld();
      if (this.#dicht || this.#teDoen().length === 0) return;
      this.#wekker ??= setTimeout(() => {
        this.#wekker = undefined;
        this.voerUit().catch((oorzaak: unknown) => {
          console.error('vernietigen op dit apparaat is niet gelukt', oorzaak);
        });
      }, WACHT_MS);
    };
    void deps.compleet.then(() => {
      if (this.#dicht) return;
      this.#af = deps.spiegel.volg(['huis', 'casussen', 'aanmeldingen', 'toegang'], kijk);
      kijk();
    });
  }

  /** The same object until something changes. */
  get waarde(): Contract['waarde'] {
    const nu = this.#bereken();
    if (JSON.stringify(nu) !== JSON.stringify(this.#waarde)) this.#waarde = nu;
    return this.#waarde;
  }

  #bereken(): Contract['waarde'] {
    const { vernietigd } = this.#d;
    const vast = vernietigd
      .verklaringen()
      .map((v) => v.van)
      .filter((vak) => vernietigd.isVast(vak));
    return { vast, teDoen: this.#teDoen().length, mis: this.#mis };
  }

  omvang(vak: string): { documenten: number; bijlagen: number } {
    const { spiegel, vernietigd } = this.#d;
    const vakken = new Set([vak, ...vernietigd.ookVan(vak)]);
    const docs = DOSSIERCOLLECTIES.flatMap((c) =>
      spiegel.alle(c).filter((doc) => vakken.has(doc.vak)),
    );
    const bijlagen = docs.reduce(
      (som, doc) => som + ((doc as { bijlagen?: readonly unknown[] }).bijlagen?.length ?? 0),
      0,
    );
    return { documenten: docs.length, bijlagen };
  }

  voerUit(werk: Langwerk = {}): Promise<number> {
    const beurt = this.#bezig.then(() => this.#voerUit(werk));
    this.#bezig = beurt.catch(() => undefined);
    return beurt;
  }

  async sluit(): Promise<void> {
    this.#dicht = true;
    this.#af();
    clearTimeout(this.#wekker);
    this.#volgers.leeg();
    await this.#bezig;
  }

  /** Declared, and this device has the key: that is the last to go. */
  #teDoen(): readonly string[] {
    const { vernietigd, toegang } = this.#d;
    return vernietigd.alle().filter((vak) => toegang.epoch(vak) !== undefined);
  }

  async #voerUit(werk: Langwerk): Promise<number> {
    await this.#d.compleet;
    const { vernietigd } = this.#d;
    const vakken = this.#teDoen();
    if (this.#dicht || vakken.length === 0) return 0;
    // Noted before the documents go that say what belongs together.
    const ook = vakken.flatMap((vak) => vernietigd.ookVan(vak));
    if (ook.length > 0) await vernietigd.onthoudOok(ook);
    try {
      const aantal = await this.#d.wis([...new Set([...vakken, ...ook])], werk);
      this.#mis = null;
      return aantal;
    } catch (oorzaak) {
      this.#mis = oorzaak instanceof Error ? oorzaak.message : String(oorzaak);
      throw oorzaak;
    } finally {
      this.#volgers.meld();
    }
  }
}
