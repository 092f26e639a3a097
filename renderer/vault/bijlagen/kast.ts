/** Adding, reading and tidying up attachments. The format is described in `stuk.ts`. */
import {
  aeadSleutel,
  bytesNaarB64u,
  nieuwId,
  sha256,
  willekeurig,
} from '../../../shared/crypto/index.js';
import type { Bytes } from '../../../shared/crypto/index.js';
import { fout, ok } from '../../../shared/result.js';
import type { Result } from '../../../shared/result.js';
import { GROOTSTE_BIJLAGE } from '../../../shared/schema/index.js';
import type { Bijlage } from '../../../shared/schema/index.js';
import { STUK } from '../../../shared/stukken.js';
import type { Platform } from '../../platform/contract.js';
import { Beurten } from '../beurten.js';
import type { BijlageFout, Bijlagebestand, Bijlagen } from '../types.js';
import { leesHeel } from './bron.js';
import { Houvast } from './houvast.js';
import { importeerSleutel, ontzegel, verzegel } from './stuk.js';
import { bijlagenIn, genoemd, stukkenVan } from './verwijzingen.js';
import type { Bijlageverwijzing } from './verwijzingen.js';

interface Kastdeps {
  readonly stukken: Platform['stukken'];
  /** Account that adds. */
  readonly account: string;
  /** Every live document of every collection that can hold attachments now or later. */
  documenten(): Iterable<{ readonly vak: string }>;
  /** False: part of the documents cannot be read, or a deletion can still come back; nothing is deleted then. */
  magOpruimen(): boolean;
  /** A chunk that is not on this device, not verified; left out where there is nowhere to get it. */
  haalElders?(
    vak: string,
    naam: string,
    stop: AbortSignal,
  ): Promise<Result<Bytes, 'offline' | 'ontbreekt'>>;
}

/** Bytes of a chunk; another one only in tests, so that small contents have many chunks. */
interface Kastopties {
  readonly stuk?: number;
}

export class Bijlagenkast implements Bijlagen {
  readonly #d: Kastdeps;
  readonly #stuk: number;
  readonly #houvast = new Houvast();
  readonly #stop = new AbortController();
  readonly #taken = new Set<Promise<unknown>>();
  /** Chunks on this device, once asked for. Only this window writes them. */
  #hier: Promise<Set<string>> | undefined;
  readonly #beurten = new Beurten();

  constructor(deps: Kastdeps, opties: Kastopties = {}) {
    this.#d = deps;
    this.#stuk = opties.stuk ?? STUK;
  }

  voegToe(
    vak: string,
    bestand: Bijlagebestand,
    opties: { voortgang?: (bytes: number) => void; stop?: AbortSignal } = {},
  ): Promise<Result<Bijlage, BijlageFout>> {
    if (bestand.grootte > GROOTSTE_BIJLAGE) return Promise.resolve(fout({ soort: 'te-groot' }));
    const stop = AbortSignal.any([this.#stop.signal, ...(opties.stop ? [opties.stop] : [])]);
    return this.#volg(
      (async () => {
        const eerder = await this.#zoekEerder(vak, bestand, stop);
        if (!eerder.ok) return eerder;
        if (eerder.waarde !== null) return ok(eerder.waarde);
        return this.#verzegel(vak, bestand, stop, opties.voortgang ?? (() => undefined));
      })(),
    );
  }

  lees(
    bijlage: Bijlageverwijzing,
    opties: { voortgang?: (bytes: number) => void; stop?: AbortSignal } = {},
  ): Promise<Result<Bytes, BijlageFout>> {
    const { grootte, stukken } = bijlage;
    // What another member wrote may be anything: no room is made for it before it adds up.
    if (grootte > GROOTSTE_BIJLAGE || stukken.length !== this.#aantalVan(grootte)) {
      return Promise.resolve(fout({ soort: 'beschadigd' }));
    }
    const stop = AbortSignal.any([this.#stop.signal, ...(opties.stop ? [opties.stop] : [])]);
    // What comes in stays until it was read, whatever becomes of the document.
    const laat = this.#houvast.houd(stukken);
    return this.#volg(
      this.#lees(bijlage, stop, opties.voortgang ?? (() => undefined)).finally(laat),
    );
  }

  async #lees(
    bijlage: Bijlageverwijzing,
    stop: AbortSignal,
    voortgang: (bytes: number) => void,
  ): Promise<Result<Bytes, BijlageFout>> {
    const { grootte, stukken, sleutel: tekst, som } = bijlage;
    const sleutel = await importeerSleutel(tekst);
    const uit = new Uint8Array(grootte);
    for (const [index, naam] of stukken.entries()) {
      const hier = await this.#haal(naam);
      const gehaald = hier === null ? await this.#haalElders(bijlage, naam, stop) : ok(hier);
      if (!gehaald.ok) return gehaald;
      const bytes = gehaald.waarde;
      const plaats = { index, aantal: stukken.length };
      const deel = await ontzegel(sleutel, { naam, bytes }, plaats);
      const begin = index * this.#stuk;
      if (deel?.length !== Math.min(this.#stuk, grootte - begin)) {
        return fout({ soort: 'beschadigd' });
      }
      if (hier === null) {
        const geschreven = await this.#d.stukken.schrijf(naam, bytes);
        if (!geschreven.ok) return fout({ soort: geschreven.fout });
        (await this.#opApparaat()).add(naam);
      }
      uit.set(deel, begin);
      voortgang(begin + deel.length);
    }
    const klopt = bytesNaarB64u(await sha256(uit)) === som;
    return klopt ? ok(uit) : fout({ soort: 'beschadigd' });
  }

  async #haalElders(
    { id }: Bijlageverwijzing,
    naam: string,
    stop: AbortSignal,
  ): Promise<Result<Bytes, BijlageFout>> {
    let vak: string | undefined;
    for (const doc of this.#d.documenten())
      if (bijlagenIn(doc).some((b) => b.id === id)) vak ??= doc.vak;
    if (vak === undefined || !this.#d.haalElders) return fout({ soort: 'ontbreekt' });
    if (stop.aborted) return fout({ soort: 'afgebroken' });
    const uit = await this.#d.haalElders(vak, naam, stop);
    if (uit.ok) return uit;
    return fout({ soort: isAf(stop) ? 'afgebroken' : uit.fout });
  }

  async aanwezig({ stukken }: Bijlageverwijzing): Promise<boolean> {
    const hier = await this.#opApparaat();
    return stukken.every((naam) => hier.has(naam));
  }

  async laatLos(bijlagen: readonly Bijlageverwijzing[]): Promise<void> {
    for (const { id } of bijlagen) this.#houvast.vergeet(id);
    await this.ruimOp();
  }

  houdVast(bijlagen: readonly Bijlageverwijzing[]): () => void {
    return this.#houvast.houd(bijlagen.flatMap(({ stukken }) => stukken));
  }

  ruimOp(): Promise<number> {
    return this.#volg(this.#beurten.doe(() => this.#ruimOp()));
  }

  /** Deletes these chunks now, but for those that a live document refers to. For an erasure: nothing brings them back. */
  vernietig(namen: readonly string[]): Promise<void> {
    const beurt = this.#beurten.doe(async () => {
      const nodig = stukkenVan(this.#d.documenten());
      await this.#gooiWeg(namen.filter((naam) => !nodig.has(naam)));
    });
    return this.#volg(beurt);
  }

  /** To be called after documents changed: what one of them refers to is held by that from now on. */
  documentenGewijzigd(): void {
    if (this.#houvast.heeftNieuwe) this.#houvast.inDocumenten(this.#d.documenten());
  }

  /** Breaks off what is being added, and waits until nothing is going on. */
  async sluit(): Promise<void> {
    this.#stop.abort();
    while (this.#taken.size > 0) await Promise.allSettled(this.#taken);
  }

  /** The same content when it is in the vak already, whole and on this device; under a reference of its own. */
  async #zoekEerder(
    vak: string,
    bestand: Bijlagebestand,
    stop: AbortSignal,
  ): Promise<Result<Bijlage | null, BijlageFout>> {
    const evenGroot = [...this.#inVak(vak)].filter((b) => b.grootte === bestand.grootte);
    const gezien = new Set<string>();
    for (const { som, sleutel, stukken } of evenGroot) {
      if (bestand.grootte === 0 || gezien.has(sleutel)) continue;
      gezien.add(sleutel);
      const laat = this.#houvast.houd(stukken);
      try {
        const uit = await this.#vergelijk({ sleutel, stukken }, bestand, stop);
        if (uit.ok && uit.waarde === som) {
          return ok(this.#nieuw(vak, bestand, { som, sleutel, stukken: [...stukken] }));
        }
        if (!uit.ok && uit.fout.soort !== 'anders') return fout(uit.fout);
      } finally {
        laat();
      }
    }
    return ok(null);
  }

  /**
   * Byte for byte, up to the first difference. The sum in the reference is not enough to go by: whoever
   * wrote it may have been wrong about what its chunks hold, and then this file would be lost.
   */
  async #vergelijk(
    { sleutel: tekst, stukken }: Pick<Bijlageverwijzing, 'sleutel' | 'stukken'>,
    bestand: Bijlagebestand,
    stop: AbortSignal,
  ): Promise<Result<string, BijlageFout | { soort: 'anders' }>> {
    const anders = fout({ soort: 'anders' as const });
    const sleutel = await importeerSleutel(tekst);
    const aantal = this.#aantalVan(bestand.grootte);
    if (stukken.length !== aantal) return anders;
    return leesHeel<{ soort: 'anders' }>(bestand, this.#stuk, stop, async (deel, index) => {
      const naam = stukken[index] ?? '';
      const bytes = await this.#haal(naam);
      const hun = bytes && (await ontzegel(sleutel, { naam, bytes }, { index, aantal }));
      return hun && gelijk(hun, deel) ? ok(undefined) : anders;
    });
  }

  async #verzegel(
    vak: string,
    bestand: Bijlagebestand,
    stop: AbortSignal,
    voortgang: (bytes: number) => void,
  ): Promise<Result<Bijlage, BijlageFout>> {
    const geheim = willekeurig(32);
    const tekst = bytesNaarB64u(geheim);
    const sleutel = await aeadSleutel(geheim);
    const aantal = this.#aantalVan(bestand.grootte);
    const stukken: string[] = [];
    const los: (() => void)[] = [];
    let gelukt = false;
    try {
      const som = await leesHeel(bestand, this.#stuk, stop, async (deel, index, tot) => {
        const { naam, bytes } = await verzegel(sleutel, deel, { index, aantal });
        // Held before it is there, so that tidying up never meets it unheld.
        los.push(this.#houvast.houd([naam]));
        stukken.push(naam);
        const uit = await this.#d.stukken.schrijf(naam, bytes);
        if (!uit.ok) return fout({ soort: uit.fout });
        (await this.#opApparaat()).add(naam);
        voortgang(tot);
        return ok(undefined);
      });
      if (!som.ok) return som;
      gelukt = true;
      return ok(this.#nieuw(vak, bestand, { som: som.waarde, sleutel: tekst, stukken }));
    } finally {
      if (!gelukt) await this.#gooiWeg(stukken);
      for (const laat of los) laat();
    }
  }

  #nieuw(
    vak: string,
    { naam, soort, grootte }: Bijlagebestand,
    inhoud: Pick<Bijlage, 'som' | 'sleutel' | 'stukken'>,
  ): Bijlage {
    const bijlage = { id: nieuwId(), naam, soort, grootte, ...inhoud, door: this.#d.account };
    this.#houvast.onthoud(vak, bijlage);
    return bijlage;
  }

  /** What was written for nothing: its key is forgotten, so nobody can read it; at worst it takes room for a while. */
  async #gooiWeg(namen: readonly string[]): Promise<void> {
    try {
      const hier = await this.#opApparaat();
      for (const naam of namen) {
        await this.#d.stukken.verwijder(naam);
        hier.delete(naam);
      }
    } catch (reden) {
      console.error('stukken van een afgebroken bijlage blijven tot het opruimen', reden);
    }
  }

  async #ruimOp(): Promise<number> {
    if (!this.#mag()) return 0;
    const hier = await this.#opApparaat();
    const nodig = stukkenVan(this.#d.documenten());
    const over = new Set([...hier].filter((n) => !nodig.has(n) && !this.#houvast.heeft(n)));
    const toch = genoemd(over, this.#d.documenten());
    let weg = 0;
    for (const naam of over) {
      if (toch.has(naam) || this.#houvast.heeft(naam)) continue;
      // Documents may have come since: what counts is the moment of deletion.
      if (!this.#mag() || stukkenVan(this.#d.documenten()).has(naam)) continue;
      await this.#d.stukken.verwijder(naam);
      hier.delete(naam);
      weg += 1;
    }
    return weg;
  }

  #mag(): boolean {
    return !this.#stop.signal.aborted && this.#d.magOpruimen();
  }

  *#inVak(vak: string): Iterable<Bijlageverwijzing> {
    yield* this.#houvast.nieuweIn(vak);
    for (const doc of this.#d.documenten()) if (doc.vak === vak) yield* bijlagenIn(doc);
  }

  async #haal(naam: string): Promise<Bytes | null> {
    const bytes = await this.#d.stukken.lees(naam);
    if (bytes === null) (await this.#opApparaat()).delete(naam);
    return bytes;
  }

  #opApparaat(): Promise<Set<string>> {
    return (this.#hier ??= this.#d.stukken.namen().then(
      (namen) => new Set(namen),
      (reden: unknown) => {
        this.#hier = undefined;
        throw reden;
      },
    ));
  }

  #aantalVan(grootte: number): number {
    return Math.ceil(grootte / this.#stuk);
  }

  #volg<T>(taak: Promise<T>): Promise<T> {
    this.#taken.add(taak);
    const klaar = (): void => void this.#taken.delete(taak);
    taak.then(klaar, klaar);
    return taak;
  }
}

const gelijk = (a: Bytes, b: Bytes): boolean =>
  a.length === b.length && a.every((byte, i) => b[i] === byte);

/** As a function, because a compiler thinks that a signal that was not off before `await` still is not. */
const isAf = (signaal: AbortSignal): boolean => signaal.aborted;
