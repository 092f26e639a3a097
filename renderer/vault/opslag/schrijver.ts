/**
 * The one writer of a database. Writes are taken in the order in which they came; what came in while
 * the previous transaction was in flight goes into the next one together (group commit), because
 * waiting for the disk is what costs. A write is first on disk, then in memory, then resolved.
 */
import { alsOpslagFout, OpslagFout } from './fouten.js';
import type { Kern } from './kern.js';
import type { Koprij, Segmentrij } from './schijf.js';
import type { Opgeslagen } from './segment.js';
import type { Winkel } from './winkel.js';

export interface Schrijftaak {
  /** Name of the store. */
  readonly winkel: string;
  /** Documents that earlier tasks of the same transaction write, by id; tasks add theirs. */
  bepaal(eerder: Map<string, Opgeslagen>): readonly Opgeslagen[];
  /** It is on disk: bring it into memory and resolve. */
  voltooi(): void;
  mislukt(fout: OpslagFout): void;
}
/** Work that must have the log for itself, such as merging segments. Handles its own failure. */
export type Alleenwerk = () => Promise<void>;

/** Most tasks in one transaction: bounds what a failure makes us do again. */
const GROEP = 256;

interface Deel {
  readonly winkel: Winkel;
  readonly documenten: Opgeslagen[];
  readonly eerder: Map<string, Opgeslagen>;
}

export class Schrijver {
  readonly #kern: () => Kern;
  readonly #rij: (Schrijftaak | Alleenwerk)[] = [];
  readonly #naWrite: (winkel: Winkel) => void;
  #bezig: Promise<void> | null = null;
  #dicht = false;

  /** @param kern the present database. `naWrite` is called for each store that a transaction wrote to, after it. */
  constructor(kern: () => Kern, naWrite: (winkel: Winkel) => void) {
    this.#kern = kern;
    this.#naWrite = naWrite;
  }

  schrijf(taak: Schrijftaak): void {
    if (this.#dicht) taak.mislukt(new OpslagFout('gesloten', 'de opslag is gesloten'));
    else this.#zet(taak);
  }

  /** `geweigerd` is called instead when the store is closed. */
  alleen(werk: Alleenwerk, geweigerd?: () => void): void {
    if (this.#dicht) geweigerd?.();
    else this.#zet(werk);
  }

  /** Resolves when everything that is in the queue now, and what follows from it, is done. */
  async rust(): Promise<void> {
    while (this.#bezig !== null) await this.#bezig;
  }

  /** Takes nothing new; what was taken is finished. */
  async sluit(): Promise<void> {
    this.#dicht = true;
    await this.rust();
  }

  #zet(werk: Schrijftaak | Alleenwerk): void {
    this.#rij.push(werk);
    this.#bezig ??= this.#werk();
  }

  async #werk(): Promise<void> {
    // One microtask: writes of the same tick (several collections at once) share a transaction.
    await Promise.resolve();
    for (let werk = this.#rij.shift(); werk !== undefined; werk = this.#rij.shift()) {
      if (typeof werk === 'function') {
        await werk();
        continue;
      }
      const groep = [werk];
      while (groep.length < GROEP) {
        const volgende = this.#rij[0];
        if (volgende === undefined || typeof volgende === 'function') break;
        groep.push(volgende);
        this.#rij.shift();
      }
      await this.#leg(groep);
    }
    // In the same tick as finding the queue empty: what comes in from now on must start it again.
    this.#bezig = null;
  }

  async #leg(groep: readonly Schrijftaak[]): Promise<void> {
    const delen = new Map<Winkel, Deel>();
    const gelukt: Schrijftaak[] = [];
    for (const taak of groep) {
      try {
        const winkel = this.#kern().winkel(taak.winkel);
        const deel: Deel = delen.get(winkel) ?? { winkel, documenten: [], eerder: new Map() };
        delen.set(winkel, deel);
        for (const doc of taak.bepaal(deel.eerder)) deel.documenten.push(doc);
        gelukt.push(taak);
      } catch (fout) {
        taak.mislukt(alsOpslagFout(fout));
      }
    }
    const vol = [...delen.values()].filter((deel) => deel.documenten.length > 0);
    try {
      if (vol.length > 0) await this.#schrijfDelen(vol);
    } catch (fout) {
      // One full disk must not fail the small write that shared the transaction: each by itself.
      if (gelukt.length === 1) gelukt[0]?.mislukt(alsOpslagFout(fout));
      else for (const taak of gelukt) await this.#leg([taak]);
      return;
    }
    for (const taak of gelukt) taak.voltooi();
    for (const { winkel } of vol) this.#naWrite(winkel);
  }

  async #schrijfDelen(delen: readonly Deel[]): Promise<void> {
    const segmenten: Segmentrij[] = [];
    const koppen: Koprij[] = [];
    const verzegeld = await Promise.all(
      delen.map(async (deel) => {
        const { winkel } = deel;
        const klaar = await winkel.verzegel({ documenten: deel.documenten, weg: [] });
        if (!winkel.heeftKop) koppen.push(await winkel.kop());
        segmenten.push(...klaar.rijen);
        return klaar;
      }),
    );
    await this.#kern().schijf.voegToe(segmenten, koppen);
    delen.forEach(({ winkel }, i) => {
      const klaar = verzegeld[i];
      if (klaar !== undefined) winkel.neemOp(klaar);
      winkel.heeftKop = true;
    });
  }
}
