/**
 * One database on disk under one key: its tables, its anchor, and its stores. Which of them is the
 * present one, and the change from one to the next, is the business of `opslag.ts`.
 */
import { Anker, ANKER } from './anker.js';
import { OpslagFout, type Opslagmelding } from './fouten.js';
import { openSchijf, type Koprij, type Schijf } from './schijf.js';
import type { Alleenwerk } from './schrijver.js';
import { openRecord, sluitRecord, type Opgeslagen } from './segment.js';
import { leidSleutelsAf, type Opslagsleutels } from './sleutels.js';
import { Winkel, winkelkop } from './winkel.js';

/** Where a database is, and what opens it. */
export interface Plek {
  /** Name of the IndexedDB database. */
  readonly naam: string;
  /** HKDF base key with usage `deriveKey`, not extractable. */
  readonly sleutel: CryptoKey;
}

export interface Kernopties {
  readonly plek: Plek;
  readonly meld: (melding: Opslagmelding) => void;
  /** Runs work with the log to itself. */
  readonly alleen: (werk: Alleenwerk) => void;
  readonly bijAnker: (nummer: number) => void;
}

export class Kern {
  readonly naam: string;
  readonly schijf: Schijf;
  readonly anker: Anker;
  readonly #sleutels: Opslagsleutels;
  readonly #kopsleutel: CryptoKey;
  readonly #meld: Kernopties['meld'];
  /** Open stores by name. */
  readonly #winkels = new Map<string, Winkel>();

  /**
   * @param open how the database is come by
   * @throws OpslagFout `verkeerde-sleutel` when the key opens nothing in an existing database
   */
  static async open(
    opties: Kernopties,
    open: (naam: string) => Promise<Schijf> = openSchijf,
  ): Promise<Kern> {
    const { naam, sleutel } = opties.plek;
    // Deriving goes on while the disk is asked.
    const afgeleid = leidSleutelsAf(sleutel);
    afgeleid.catch(() => undefined);
    const schijf = await open(naam);
    const overHetGeheel = (soort: Opslagmelding['soort']): void =>
      opties.meld({ soort, winkel: '', van: 0, tot: 0, bytes: 0 });
    try {
      const [koppen, sleutels] = await Promise.all([schijf.koppen(), afgeleid]);
      const kopsleutel = await sleutels.winkelsleutel('!koppen');
      const kern = new Kern(opties, schijf, sleutels, kopsleutel);
      const anker = koppen.find(({ w }) => w === ANKER);
      const [proefGoed, ankerGoed] = await Promise.all([
        proef(schijf, koppen, kopsleutel),
        anker === undefined || kern.anker.lees(anker),
      ]);
      if (!proefGoed) overHetGeheel('proef-onleesbaar');
      if (!ankerGoed) overHetGeheel('anker-onleesbaar');
      return kern;
    } catch (fout) {
      schijf.sluit();
      throw fout;
    }
  }

  private constructor(
    opties: Kernopties,
    schijf: Schijf,
    sleutels: Opslagsleutels,
    kopsleutel: CryptoKey,
  ) {
    this.naam = opties.plek.naam;
    this.schijf = schijf;
    this.#sleutels = sleutels;
    this.#kopsleutel = kopsleutel;
    this.#meld = opties.meld;
    const { alleen, bijAnker } = opties;
    this.anker = new Anker({ schijf, kopsleutel, alleen, bijAnker });
  }

  /** An open store. @throws when it is not */
  winkel(naam: string): Winkel {
    const winkel = this.#winkels.get(naam);
    if (winkel === undefined) throw new OpslagFout('gesloten', 'deze collectie is gesloten');
    return winkel;
  }

  /** Whether this is the open store of its name. */
  houdt(winkel: Winkel): boolean {
    return this.#winkels.get(winkel.naam) === winkel;
  }

  /** Opens a store and reads its log; `stand` gets the present state of each document, by id. */
  async openWinkel(
    naam: string,
    sleutelveld: string,
    stand: Map<string, Opgeslagen>,
  ): Promise<Winkel> {
    const winkel = await this.#maakWinkel(naam, sleutelveld);
    const minstens = this.anker.laatste(winkel.id);
    await winkel.laad(
      this.schijf,
      minstens,
      ({ documenten, weg }) => {
        for (const id of weg) stand.delete(id);
        for (const doc of documenten) stand.set(winkel.idVan(doc), doc);
      },
      this.#meld,
    );
    this.#winkels.set(naam, winkel);
    return winkel;
  }

  /** A store of which it is known that it is not on disk. */
  async nieuweWinkel(naam: string, sleutelveld: string): Promise<Winkel> {
    const winkel = await this.#maakWinkel(naam, sleutelveld);
    this.#winkels.set(naam, winkel);
    return winkel;
  }

  /** Bytes on disk of the stores that are open. */
  get bytes(): number {
    return [...this.#winkels.values()].reduce((som, { bytes }) => som + bytes, 0);
  }

  laatLos(naam: string): void {
    this.#winkels.delete(naam);
  }

  /** Heads of every store on disk, open or not. Stores whose head is damaged are left out. */
  async koppen(): Promise<{ naam: string; sleutelveld: string }[]> {
    const rijen = await this.schijf.koppen();
    const gelezen = await Promise.all(
      rijen.map(async ({ w, b }) =>
        w.startsWith('!')
          ? undefined
          : winkelkop.safeParse(await openRecord(this.#kopsleutel, w, b)).data,
      ),
    );
    return gelezen.filter((kop) => kop !== undefined);
  }

  /** Writes the anchor and closes. */
  async sluit(): Promise<void> {
    await this.anker.leg();
    this.schijf.sluit();
  }

  async #maakWinkel(naam: string, sleutelveld: string): Promise<Winkel> {
    const [id, sleutel] = await Promise.all([
      this.#sleutels.winkelId(naam),
      this.#sleutels.winkelsleutel(naam),
    ]);
    return new Winkel(naam, id, sleutel, this.#kopsleutel, sleutelveld);
  }
}

const PROEVEN = ['!a', '!b'] as const;

/**
 * Tells a wrong key from damage. True when all is well, false when a proof had to be written again.
 * Throws when the key opens nothing of what is there.
 */
async function proef(
  schijf: Schijf,
  koppen: readonly Koprij[],
  kopsleutel: CryptoKey,
): Promise<boolean> {
  const goed = await Promise.all(
    koppen.map(async (rij) => (await openRecord(kopsleutel, rij.w, rij.b)) !== undefined),
  );
  const leesbaar = new Set(koppen.filter((_, i) => goed[i]).map((rij) => rij.w));
  const nieuw = koppen.length === 0 && !(await schijf.heeftSegmenten());
  if (leesbaar.size === 0 && !nieuw)
    throw new OpslagFout('verkeerde-sleutel', 'de sleutel opent niets in deze opslag');
  const kapot = PROEVEN.filter((w) => !leesbaar.has(w));
  if (kapot.length === 0) return true;
  const rijen: Koprij[] = [];
  for (const w of kapot) rijen.push({ w, b: await sluitRecord(kopsleutel, w, 'casuskluis') });
  await schijf.voegToe([], rijen);
  return nieuw;
}
