/**
 * One store: the place of its segments on disk, and reading and sealing them. Holds no documents;
 * the instance that opens it puts them in RxDB's memory storage.
 */
import type { Opslagmelding } from './fouten.js';
import type { Schijf, Segmentrij } from './schijf.js';
import {
  inhoudAlsBytes,
  leesKop,
  openRecord,
  openSegment,
  sluitRecord,
  sluitSegment,
  type Inhoud,
} from './segment.js';

/** A chunk is closed when its content passes this many characters. */
const STUK = 1 << 20;
/** Segments read from disk at once while opening. */
const PAGINA = 64;

/** A readable segment on disk. */
export interface Plaats {
  readonly van: number;
  readonly tot: number;
  readonly rijen: number;
  readonly bytes: number;
  /** False when what stands before it on disk is missing or unreadable: never merged across that. */
  readonly sluitAan: boolean;
}
export interface Verzegeld {
  readonly rijen: readonly Segmentrij[];
  readonly plaatsen: readonly Plaats[];
}

export class Winkel {
  readonly naam: string;
  readonly id: string;
  readonly #sleutel: CryptoKey;
  readonly #kopsleutel: CryptoKey;
  /** In order of sequence number. */
  plaatsen: Plaats[] = [];
  /** Last sequence number ever used on disk. */
  laatste = 0;
  /** Rows and bytes in readable segments, and bytes of them after the last full clean-up. */
  rijen = 0;
  bytes = 0;
  schoneBytes = 0;

  constructor(naam: string, id: string, sleutel: CryptoKey, kopsleutel: CryptoKey) {
    this.naam = naam;
    this.id = id;
    this.#sleutel = sleutel;
    this.#kopsleutel = kopsleutel;
  }

  /** Reads the whole log. `vouw` gets the contents in order; what cannot be read is reported. */
  async laad(
    schijf: Schijf,
    vouw: (inhoud: Inhoud) => void,
    meld: (melding: Opslagmelding) => void,
  ): Promise<void> {
    const kop = schijf.kop(this.id);
    let pagina = schijf.segmenten(this.id, 0, PAGINA);
    let sluitAan = true;
    const over = (soort: Opslagmelding['soort'], van: number, tot: number, bytes: number): void => {
      meld({ soort, winkel: this.naam, van, tot, bytes });
      sluitAan = false;
    };
    for (;;) {
      const rijen = await pagina;
      const einde = rijen.at(-1);
      if (einde === undefined) break;
      const klaar = rijen.length < PAGINA;
      // The next page is read from disk while this one is decrypted.
      if (!klaar) pagina = schijf.segmenten(this.id, einde.t, PAGINA);
      const open = rijen.map((rij) => {
        const segmentkop = leesKop(rij.b, rij.t);
        return typeof segmentkop === 'string'
          ? segmentkop
          : openSegment(this.#sleutel, this.id, rij.b).then((inhoud) => ({ segmentkop, inhoud }));
      });
      for (const [i, rij] of rijen.entries()) {
        const bytes = rij.b instanceof Uint8Array ? rij.b.length : 0;
        const gelezen = await open[i];
        if (gelezen === undefined || typeof gelezen === 'string' || gelezen.inhoud === null) {
          const soort = typeof gelezen === 'string' ? gelezen : 'onleesbaar';
          over(soort, this.laatste + 1, rij.t, bytes);
        } else {
          const { van, tot, rijen: aantal } = gelezen.segmentkop;
          if (van > this.laatste + 1) over('ontbreekt', this.laatste + 1, van - 1, 0);
          this.#neemOp({ van, tot, rijen: aantal, bytes, sluitAan });
          sluitAan = true;
          vouw(gelezen.inhoud);
        }
        this.laatste = rij.t;
      }
      if (klaar) break;
    }
    this.schoneBytes = this.bytes;
    await this.#leesKop(await kop, over);
  }

  async #leesKop(
    rij: { readonly b: unknown } | undefined,
    over: (soort: Opslagmelding['soort'], van: number, tot: number, bytes: number) => void,
  ): Promise<void> {
    if (rij === undefined) {
      if (this.laatste > 0) over('kop-onleesbaar', 0, 0, 0);
      return;
    }
    const kop = await openRecord(this.#kopsleutel, this.id, rij.b);
    if (typeof kop !== 'object' || kop === null || !('laatste' in kop)) {
      over('kop-onleesbaar', 0, 0, rij.b instanceof Uint8Array ? rij.b.length : 0);
      return;
    }
    const laatste = Number(kop.laatste);
    if (laatste > this.laatste) {
      over('ontbreekt', this.laatste + 1, laatste, 0);
      this.laatste = laatste;
    }
  }

  /** Segments for an addition, numbered after the last. Nothing changes here until `neemOp`. */
  verzegel(inhoud: Inhoud): Promise<Verzegeld> {
    const na = this.laatste;
    const sluitAan = (this.plaatsen.at(-1)?.tot ?? 0) === na;
    return this.#verzegelStukken(stukken(inhoud, STUK), (i) => [na + 1 + i, na + 1 + i], sluitAan);
  }

  /**
   * Segments that replace those from `eerste` to `laatste` with the given content: the same range
   * of numbers, divided over at most as many segments as there are numbers.
   */
  vervanging(inhoud: Inhoud, eerste: Plaats, laatste: Plaats): Promise<Verzegeld> {
    const nummers = laatste.tot - eerste.van + 1;
    let delen = stukken(inhoud, STUK);
    for (let maat = STUK * 2; delen.length > nummers; maat *= 2) delen = stukken(inhoud, maat);
    return this.#verzegelStukken(
      delen,
      (i) => [eerste.van + i, i === delen.length - 1 ? laatste.tot : eerste.van + i],
      eerste.sluitAan,
    );
  }

  async #verzegelStukken(
    delen: readonly Stuk[],
    nummer: (i: number) => readonly [number, number],
    sluitAan: boolean,
  ): Promise<Verzegeld> {
    const klaar = await Promise.all(
      delen.map(async (deel, i) => {
        const [van, tot] = nummer(i);
        const rijen = deel.documenten.length + deel.weg.length;
        const inhoud = inhoudAlsBytes(deel.documenten, deel.weg);
        const b = await sluitSegment(this.#sleutel, this.id, { van, tot, rijen }, inhoud);
        return {
          rij: { w: this.id, t: tot, b },
          plaats: { van, tot, rijen, bytes: b.length, sluitAan: i > 0 || sluitAan },
        };
      }),
    );
    return { rijen: klaar.map((k) => k.rij), plaatsen: klaar.map((k) => k.plaats) };
  }

  async kop(laatste: number): Promise<{ w: string; b: Uint8Array<ArrayBuffer> }> {
    const b = await sluitRecord(this.#kopsleutel, this.id, { naam: this.naam, laatste });
    return { w: this.id, b };
  }

  open(rij: Segmentrij): Promise<Inhoud | null> {
    return openSegment(this.#sleutel, this.id, rij.b);
  }

  /** The segments are on disk. */
  neemOp(plaatsen: readonly Plaats[]): void {
    for (const plaats of plaatsen) {
      this.#neemOp(plaats);
      this.laatste = plaats.tot;
    }
  }

  /** The segments from index `begin` to `eind` (exclusive) on disk were replaced. */
  neemOver(begin: number, eind: number, nieuw: readonly Plaats[]): void {
    for (const oud of this.plaatsen.slice(begin, eind)) {
      this.rijen -= oud.rijen;
      this.bytes -= oud.bytes;
    }
    this.plaatsen.splice(begin, eind - begin, ...nieuw);
    for (const plaats of nieuw) {
      this.rijen += plaats.rijen;
      this.bytes += plaats.bytes;
    }
  }

  #neemOp(plaats: Plaats): void {
    this.plaatsen.push(plaats);
    this.rijen += plaats.rijen;
    this.bytes += plaats.bytes;
  }
}

interface Stuk {
  documenten: string[];
  weg: readonly string[];
}

/** Documents as JSON, divided into chunks of about `maat` characters; always at least one chunk. */
function stukken(inhoud: Inhoud, maat: number): Stuk[] {
  let deel: Stuk = { documenten: [], weg: inhoud.weg };
  const uit = [deel];
  let lengte = 0;
  for (const doc of inhoud.documenten) {
    if (lengte > maat) {
      deel = { documenten: [], weg: [] };
      uit.push(deel);
      lengte = 0;
    }
    const tekst = JSON.stringify(doc);
    deel.documenten.push(tekst);
    lengte += tekst.length;
  }
  return uit;
}
