/**
 * The log of this device. A line is taken at once and written a moment later, with all that came in
 * meanwhile: hashed behind the one before, the head signed, in one durable write. So an edit waits for
 * nothing. `docs/decisions/0007-logboek.md` says what a power cut can take, and how it is made good.
 */
import { nieuwId } from '../../../shared/crypto/index.js';
import { Ketenschrijver, leesRegels, standVan } from '../../../shared/log/index.js';
import type { Kaalblok } from '../../../shared/log/index.js';
import type { Collectie, Logactie, Logblok, Logresultaat } from '../../../shared/schema/index.js';
import type { Apparaatverklaring } from '../../../shared/sync/protocol.js';
import { casusVan, metGrondslag, regelsUitRijen, zonderHerhaling } from './regels.js';
import type { Casusbron, Document, Kernregel, Rijen, Steunregel } from './regels.js';

export interface Logboekdeps {
  readonly huis: string;
  readonly account: string;
  readonly apparaat: string;
  readonly verklaring: Apparaatverklaring;
  /** Private Ed25519 key of the device. */
  readonly tekensleutel: CryptoKey;
  /** Every blok on this device, of all chains. */
  blokken(): readonly Logblok[];
  /** Resolves when they are on disk. */
  schrijf(blokken: readonly Kaalblok[]): Promise<void>;
  /** The chain that this device was writing; null when it has none. */
  leesKeten(): string | null;
  bewaarKeten(keten: string): Promise<void>;
  readonly casussen: Casusbron;
  /** Shell, version, and whether there is a connection. */
  oorsprong(): string;
  /** Documents of this account that were changed after this moment, as rows of a write; tombstones too. */
  gewijzigdNa(op: string): Iterable<{
    readonly collectie: Exclude<Collectie, 'logregels'>;
    readonly rijen: readonly { readonly document: Document; readonly previous?: unknown }[];
  }>;
}

/** What somebody outside says of a line; the rest is filled in. */
export interface Notitie {
  readonly actie: Logactie;
  readonly soort: string;
  readonly id: string;
  readonly casus?: string | undefined;
  readonly resultaat?: Logresultaat;
  readonly aantal?: number;
  readonly wijze?: string;
  readonly gezien?: Kernregel['gezien'];
}

/** From the first line that waits until it is written, ms. */
const WACHT_MS = 1000;
/** After a write that failed, ms. */
const OPNIEUW_MS = 10_000;
/** Working on in the same case is one reading of it, for so long, ms. */
const DOORWERKEN_MS = 10 * 60_000;
/** Before the last line that is on disk: its own moment and that of the writes it speaks of differ a little. */
const SPELING_MS = 10_000;

export class Logboek {
  readonly #d: Logboekdeps;
  readonly #rij: (() => Kernregel[])[] = [];
  readonly #gelezen = new Map<string, number>();
  #keten: Ketenschrijver | null = null;
  #ketenId: string | null = null;
  #wekker: ReturnType<typeof setTimeout> | undefined;
  #bezig: Promise<void> = Promise.resolve();
  #dicht = false;

  constructor(deps: Logboekdeps) {
    this.#d = deps;
  }

  /** Id of the chain that is being written; null before `begin`. */
  get keten(): string | null {
    return this.#ketenId;
  }

  noteer(notitie: Notitie): void {
    const regel = this.#regel(notitie);
    this.#neem(() => [regel]);
  }

  /** Documents were written by this account on this device. */
  geschreven(collectie: Exclude<Collectie, 'logregels'>, rijen: Rijen): void {
    // Preferences and notes of the sync: no processing of anybody's data.
    if (collectie === 'lokaal') return;
    const steun = this.#steun();
    this.#neem(() => regelsUitRijen(collectie, rijen, steun, this.#d.casussen));
  }

  /** A person has it on the screen. Going on with the same within ten minutes says nothing new. */
  geraadpleegd(soort: string, id: string, casus?: string): void {
    const nu = performance.now();
    const sleutel = `${soort}/${id}`;
    const eerder = this.#gelezen.get(sleutel);
    if (eerder !== undefined && nu - eerder < DOORWERKEN_MS) return;
    this.#gelezen.set(sleutel, nu);
    this.noteer({ actie: 'geraadpleegd', soort, id, casus });
    // Of a reading nothing is left on disk that it could be made good from.
    this.#spoelStraks();
  }

  /**
   * All documents are there: finds the chain of this device, or begins one, and makes good what a power
   * cut took. @param ouder the store is an older copy: the chain went on elsewhere
   */
  async begin(ouder: boolean): Promise<void> {
    const { huis, apparaat, verklaring, tekensleutel } = this.#d;
    const eerder = this.#d.leesKeten();
    const deel = this.#blokkenVan(eerder);
    const heel = deel.length > 0 && !ouder && sluitAan(deel);
    if (!heel || eerder === null) {
      await this.#beginKeten(eerder === null ? 'eerste' : ouder ? 'ouder' : 'beschadigd');
      return;
    }
    const laatste = deel.at(-1);
    this.#ketenId = eerder;
    this.#keten = await Ketenschrijver.open(
      { huis, keten: eerder, apparaat },
      verklaring,
      tekensleutel,
      laatste && standVan(laatste),
    );
    this.#haalIn(deel);
    this.#plan(0);
  }

  /**
   * The chain of this device turns out to go on elsewhere: this store is a copy of before. What was
   * written stands; from here on it is another chain.
   */
  readonly vertakt = (): void => {
    this.#bezig = this.#bezig.then(() => this.#beginKeten('vertakt')).catch(meldFout);
  };

  /** Resolves when every line so far is on disk. Rejects when it cannot be written; then it is tried again. */
  spoel(): Promise<void> {
    clearTimeout(this.#wekker);
    this.#wekker = undefined;
    const beurt = this.#bezig.then(() => this.#schrijf());
    this.#bezig = beurt.catch((oorzaak: unknown) => {
      meldFout(oorzaak);
      this.#plan(OPNIEUW_MS);
    });
    return beurt;
  }

  #spoelStraks(): void {
    // A failure was told, and is tried again.
    this.spoel().catch(() => undefined);
  }

  async sluit(): Promise<void> {
    const { apparaat: id } = this.#d;
    this.noteer({ actie: 'vergrendeld', soort: 'kluis', id });
    this.#dicht = true;
    // What cannot be written now is made good at the next opening (`#haalIn`).
    await this.spoel().catch(() => undefined);
  }

  #neem(regels: () => Kernregel[]): void {
    this.#rij.push(regels);
    this.#plan(WACHT_MS);
  }

  #plan(ms: number): void {
    if (this.#keten === null || this.#dicht) return;
    this.#wekker ??= setTimeout(() => this.#spoelStraks(), ms);
  }

  async #schrijf(): Promise<void> {
    const keten = this.#keten;
    const aantal = this.#rij.length;
    if (!keten || aantal === 0) return;
    const regels = zonderHerhaling(this.#rij.flatMap((lees) => lees()));
    const blokken = await keten.hechtAan(
      regels.map((regel) => metGrondslag(regel, this.#d.casussen)),
    );
    await this.#d.schrijf(blokken);
    keten.neemOver(blokken);
    this.#rij.splice(0, aantal);
    if (this.#rij.length > 0) this.#plan(WACHT_MS);
  }

  async #beginKeten(wijze: string): Promise<void> {
    const { huis, apparaat, verklaring, tekensleutel } = this.#d;
    const keten = nieuwId();
    await this.#d.bewaarKeten(keten);
    this.#keten = await Ketenschrijver.open({ huis, keten, apparaat }, verklaring, tekensleutel);
    this.#ketenId = keten;
    const eerste = this.#regel({ actie: 'keten-begonnen', soort: 'keten', id: keten, wijze });
    this.#rij.unshift(() => [eerste]);
    this.#plan(0);
  }

  #blokkenVan(keten: string | null): Logblok[] {
    const { apparaat } = this.#d;
    return this.#d
      .blokken()
      .filter((blok) => blok.keten === keten && blok.apparaat === apparaat)
      .sort((a, b) => a.van - b.van);
  }

  /** Changes that are on disk without a line: the power went before it was written. */
  #haalIn(deel: readonly Logblok[]): void {
    const regels = deel.slice(-3).flatMap((blok) => leesRegels(blok.regels));
    const laatste = regels.at(-1);
    if (!laatste || laatste.actie === 'vergrendeld') return;
    const bekend = new Map<string, string>();
    for (const regel of regels)
      if (regel) bekend.set(`${regel.soort}|${regel.casus ?? ''}`, regel.op);
    const vanaf = new Date(Date.parse(laatste.op) - SPELING_MS).toISOString();
    const steun = this.#steun();
    const gemist = [...this.#d.gewijzigdNa(vanaf)]
      .flatMap(({ collectie, rijen }) => {
        const zonder = rijen.filter(
          ({ document }) =>
            (document.gewijzigdOp ?? '') >
            (bekend.get(`${collectie}|${casusVan(collectie, document) ?? ''}`) ?? ''),
        );
        return regelsUitRijen(collectie, zonder, steun, this.#d.casussen);
      })
      .sort((a, b) => (a.op < b.op ? -1 : 1))
      .map((regel) => ({ ...regel, wijze: 'hersteld' }));
    if (gemist.length > 0) this.#rij.unshift(() => gemist);
  }

  #steun(): Steunregel {
    return { actor: this.#d.account, oorsprong: this.#d.oorsprong() };
  }

  #regel({ resultaat = 'gelukt', casus, ...rest }: Notitie): Kernregel {
    return {
      ...this.#steun(),
      op: new Date().toISOString(),
      ...rest,
      ...(casus === undefined ? {} : { casus }),
      resultaat,
    };
  }
}

/** Whether each blok goes on where the one before it stopped, from the first line on. */
function sluitAan(deel: readonly Logblok[]): boolean {
  return deel.every((blok, i) => {
    const vorige = deel[i - 1];
    if (!vorige) return blok.van === 1;
    const { nr, hash } = standVan(vorige);
    return blok.van === nr + 1 && blok.vorige === hash;
  });
}

function meldFout(oorzaak: unknown): void {
  console.error('de logregels zijn nog niet geschreven', oorzaak);
}
