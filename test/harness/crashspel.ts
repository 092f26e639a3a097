/**
 * What the crash tests write. The page and Node play it from the same seed: a lane is a row of bulk
 * writes, one after the other, so that from the number of writes that were acknowledged follows what
 * must be on disk.
 */
import type { Ruw } from '../../shared/schema/index.js';
import { toeval } from './toeval.js';

/** What one document becomes: its so manieth state, or deleted. */
export interface Zet {
  readonly id: string;
  readonly staat: number;
  readonly weg: boolean;
}

/** Lanes that only add documents, a dozen at a time; and lanes in which the same few change, go and come back. */
export const AANVULLEND = [0, 1, 2, 3] as const;
export const WISSELEND = [4, 5, 6, 7] as const;
export const BANEN = [...AANVULLEND, ...WISSELEND] as const;
/** Documents of a lane that changes the same ones. */
const IN_BAAN = 40;
const VOORVOEGSEL = 'crashproef-baan-';

/** The lane of a document; undefined when it is none of ours. */
export function baanVan(id: string): number | undefined {
  return id.startsWith(VOORVOEGSEL) ? Number(id[VOORVOEGSEL.length]) : undefined;
}

export class Baan {
  readonly nummer: number;
  /** Writes so far, and documents in them. */
  gedaan = 0;
  geschreven = 0;
  /** State of each document that is not deleted, as it is after those writes. */
  readonly levend = new Map<string, number>();
  readonly #vult: boolean;
  readonly #worp: (onder: number) => number;
  readonly #staten = new Map<string, number>();

  constructor(zaad: number, nummer: number, gedaan = 0) {
    this.nummer = nummer;
    this.#vult = AANVULLEND.some((n) => n === nummer);
    this.#worp = toeval(zaad * BANEN.length + nummer);
    while (this.gedaan < gedaan) this.volgende();
  }

  /** The next write. It counts as done from here on. */
  volgende(): readonly Zet[] {
    const aantal = 1 + this.#worp(this.#vult ? 12 : 3);
    const nummers = Array.from({ length: aantal }, (_, i) =>
      this.#vult ? this.geschreven + i : this.#worp(IN_BAAN),
    );
    const zetten = [...new Set(nummers)].map((n) => this.#zet(`${VOORVOEGSEL}${this.nummer}-${n}`));
    this.gedaan++;
    this.geschreven += zetten.length;
    return zetten;
  }

  #zet(id: string): Zet {
    const staat = (this.#staten.get(id) ?? 0) + 1;
    const weg = this.levend.has(id) && this.#worp(4) === 0;
    this.#staten.set(id, staat);
    if (weg) this.levend.delete(id);
    else this.levend.set(id, staat);
    return { id, staat, weg };
  }
}

/** What is on disk, as far as Node knows. */
export class Boek {
  readonly #banen: readonly Baan[];

  constructor(zaad: number) {
    this.#banen = BANEN.map((nummer) => new Baan(zaad, nummer));
  }

  /** Acknowledged writes of each lane. */
  get gedaan(): number[] {
    return this.#banen.map((baan) => baan.gedaan);
  }

  /** @returns documents in that write */
  bevestig(nummer: number, gedaan: number): number {
    const baan = this.#banen[nummer];
    if (baan?.gedaan !== gedaan - 1) throw new Error(`baan ${nummer}: ${gedaan} buiten de beurt`);
    return baan.volgende().length;
  }

  /**
   * Every document that is not as it must be. A lane stands as after its last acknowledged write; or as
   * after the next one, as a whole, which then is taken over: the browser was killed before it could say.
   */
  vergelijk(staten: readonly (readonly [id: string, staat: number])[]): string[] {
    return this.#banen.flatMap((baan) => {
      const hier = new Map(staten.filter(([id]) => baanVan(id) === baan.nummer));
      const anders = (): string[] =>
        [...new Set([...hier.keys(), ...baan.levend.keys()])]
          .filter((id) => hier.get(id) !== baan.levend.get(id))
          .map((id) => `${id}: ${hier.get(id) ?? 'weg'}, niet ${baan.levend.get(id) ?? 'weg'}`);
      const bevestigd = anders();
      if (bevestigd.length === 0) return [];
      baan.volgende();
      return anders().length === 0 ? [] : bevestigd;
    });
  }
}

/** A gebeurtenis of the first format, of 0.4 to 4 KB, in which every byte follows from id and state. */
export function documentVan(id: string, staat: number): Ruw {
  const zin = `${id} in staat ${staat}. `;
  return {
    id,
    vak: 'crashproef-het-ene-vak',
    casus: 'crashproef-het-ene-vak',
    datum: '2026-11-25',
    soort: 'notitie',
    titel: zin,
    toelichting: zin.repeat(1 + ((staat * 37 + Number(id.split('-').at(-1)) * 11) % 100)),
    bron: 'proef',
    leefgebied: null,
    conflicten: [],
    versie: String(staat),
    gewijzigdDoor: 'proef',
    gewijzigdOp: '2026-11-25T12:00:00.000Z',
  };
}
