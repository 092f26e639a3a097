/**
 * One store: the place of its segments on disk, and reading and sealing them. Holds no documents;
 * the instance that opens it puts them in RxDB's memory storage.
 */
import { z } from 'zod';
import type { Opslagmelding } from './fouten.js';
import type { Koprij, Schijf, Segmentrij } from './schijf.js';
import {
  inhoudAlsBytes,
  leesKop,
  openRecord,
  openSegment,
  sluitRecord,
  sluitSegment,
  type Inhoud,
  type Opgeslagen,
} from './segment.js';

/**
 * Characters of content in a segment. Chromium keeps values of over 64 KiB as a file each, and a
 * durable write then waits for that file too: pieces below it are written in some 60 % of the time.
 */
export const STUK = 58 * 1024;

/** `laatste`: in databases from before there was an anchor. */
export const winkelkop = z.object({
  naam: z.string(),
  sleutelveld: z.string().default('id'),
  laatste: z.number().optional(),
});

/** A readable segment on disk. */
export interface Plaats {
  readonly van: number;
  readonly tot: number;
  readonly rijen: number;
  readonly bytes: number;
  /** False when what stands before it on disk is missing or unreadable: never merged across that. */
  readonly sluitAan: boolean;
  /** Rows that say nothing any more: overwritten later, or a mark of something purged. */
  dood: number;
}
export interface Verzegeld {
  readonly rijen: readonly Segmentrij[];
  readonly plaatsen: readonly Plaats[];
  /** Ids of the documents, and of what was purged, in each of the segments. */
  readonly ids: readonly {
    readonly documenten: readonly string[];
    readonly weg: readonly string[];
  }[];
}

/** A segment from disk: its header, or why there is none, and its content, null when it does not decrypt. */
interface Gelezen {
  readonly rij: Segmentrij;
  readonly kop: ReturnType<typeof leesKop>;
  readonly inhoud: Promise<Inhoud | null>;
}

export class Winkel {
  readonly naam: string;
  readonly id: string;
  readonly #sleutel: CryptoKey;
  readonly #kopsleutel: CryptoKey;
  readonly #sleutelveld: string;
  /** Segment that holds the present state of each document. */
  readonly #plek = new Map<string, Plaats>();
  /** In order of sequence number. */
  readonly plaatsen: Plaats[] = [];
  /** Last sequence number ever used on disk. */
  laatste = 0;
  /** Whether its head is on disk. */
  heeftKop = false;
  /** Bytes in readable segments. */
  bytes = 0;
  /** Estimate of the bytes among them that say nothing any more. */
  verspild = 0;

  /** @param sleutelveld field of a document that holds its id */
  constructor(
    naam: string,
    id: string,
    sleutel: CryptoKey,
    kopsleutel: CryptoKey,
    sleutelveld: string,
  ) {
    this.naam = naam;
    this.id = id;
    this.#sleutel = sleutel;
    this.#kopsleutel = kopsleutel;
    this.#sleutelveld = sleutelveld;
  }

  idVan(doc: Opgeslagen): string {
    return String(doc[this.#sleutelveld]);
  }

  /**
   * Reads the whole log. `vouw` gets the contents in order; what cannot be read is reported.
   * @param minstens sequence number that the log is known to have reached
   */
  async laad(
    schijf: Schijf,
    minstens: number,
    vouw: (inhoud: Inhoud) => void,
    meld: (melding: Opslagmelding) => void,
  ): Promise<void> {
    const kop = schijf.kop(this.id);
    // Waited for at the end; when reading fails before that, this failure says the same.
    kop.catch(() => undefined);
    const paginas = schijf.segmenten(this.id)[Symbol.asyncIterator]();
    // A page is decrypted as soon as it is there, while the one before it is still being folded in.
    const volg = async (): Promise<Gelezen[] | undefined> => {
      const pagina = await paginas.next();
      return pagina.done === true
        ? undefined
        : pagina.value.map((rij) => ({ rij, ...this.#lees(rij) }));
    };
    let sluitAan = true;
    const over = (soort: Opslagmelding['soort'], van: number, tot: number, bytes: number): void => {
      meld({ soort, winkel: this.naam, van, tot, bytes });
      sluitAan = false;
    };
    let volgende = volg();
    for (let pagina = await volgende; pagina !== undefined; pagina = await volgende) {
      volgende = volg();
      volgende.catch(() => undefined);
      for (const { rij, kop: segmentkop, inhoud: bezig } of pagina) {
        const bytes = rij.b instanceof Uint8Array ? rij.b.length : 0;
        const inhoud = await bezig;
        if (typeof segmentkop === 'string' || inhoud === null) {
          const soort = typeof segmentkop === 'string' ? segmentkop : 'onleesbaar';
          over(soort, this.laatste + 1, rij.t, bytes);
        } else {
          const { van, tot, rijen } = segmentkop;
          if (van > this.laatste + 1) over('ontbreekt', this.laatste + 1, van - 1, 0);
          const { documenten, weg } = inhoud;
          this.#neemOp(
            { van, tot, rijen, bytes, sluitAan, dood: 0 },
            { documenten: documenten.map((doc) => this.idVan(doc)), weg },
          );
          sluitAan = true;
          vouw(inhoud);
        }
        this.laatste = rij.t;
      }
    }
    const gelezen = await this.#leesKop(await kop);
    if (gelezen === undefined && this.laatste > 0) over('kop-onleesbaar', 0, 0, 0);
    const laatste = Math.max(minstens, gelezen?.laatste ?? 0);
    if (laatste > this.laatste) {
      over('ontbreekt', this.laatste + 1, laatste, 0);
      this.laatste = laatste;
    }
  }

  /** Begins to decrypt a segment, when it has the header of one. */
  #lees(rij: Segmentrij): Pick<Gelezen, 'kop' | 'inhoud'> {
    const kop = leesKop(rij.b, rij.t);
    const inhoud = typeof kop === 'string' ? Promise.resolve(null) : this.open(rij);
    return { kop, inhoud };
  }

  /** undefined when there is none that can be read; it is then written again with the next write. */
  async #leesKop(
    rij: { readonly b: unknown } | undefined,
  ): Promise<z.infer<typeof winkelkop> | undefined> {
    if (rij === undefined) return undefined;
    const uit = winkelkop.safeParse(await openRecord(this.#kopsleutel, this.id, rij.b));
    this.heeftKop = uit.success;
    return uit.data;
  }

  /** Segments for an addition, numbered after the last. Nothing changes here until `neemOp`. */
  verzegel(inhoud: Inhoud): Promise<Verzegeld> {
    const na = this.laatste;
    const sluitAan = (this.plaatsen.at(-1)?.tot ?? 0) === na;
    return this.#verzegelStukken(
      this.#stukken(inhoud, STUK),
      (i) => [na + 1 + i, na + 1 + i],
      sluitAan,
    );
  }

  /**
   * Segments that replace those from `eerste` to `laatste` with the given content: the same range
   * of numbers, divided over at most as many segments as there are numbers.
   */
  vervanging(inhoud: Inhoud, eerste: Plaats, laatste: Plaats): Promise<Verzegeld> {
    const nummers = laatste.tot - eerste.van + 1;
    let delen = this.#stukken(inhoud, STUK);
    for (let maat = STUK * 2; delen.length > nummers; maat *= 2)
      delen = this.#stukken(inhoud, maat);
    return this.#verzegelStukken(
      delen,
      (i) => [eerste.van + i, i === delen.length - 1 ? laatste.tot : eerste.van + i],
      eerste.sluitAan,
    );
  }

  #stukken(inhoud: Inhoud, maat: number): Stuk[] {
    return stukken(inhoud, maat, (doc) => this.idVan(doc));
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
        const plaats = { van, tot, rijen, bytes: b.length, sluitAan: i > 0 || sluitAan, dood: 0 };
        return { rij: { w: this.id, t: tot, b }, plaats };
      }),
    );
    return {
      rijen: klaar.map((k) => k.rij),
      plaatsen: klaar.map((k) => k.plaats),
      ids: delen.map(({ ids, weg }) => ({ documenten: ids, weg })),
    };
  }

  /** Its head, to be written with its first segment: the name, by which its key is derived. */
  async kop(): Promise<Koprij> {
    const kop: z.infer<typeof winkelkop> = { naam: this.naam, sleutelveld: this.#sleutelveld };
    return { w: this.id, b: await sluitRecord(this.#kopsleutel, this.id, kop) };
  }

  open(rij: Segmentrij): Promise<Inhoud | null> {
    return openSegment(this.#sleutel, this.id, rij.b);
  }

  /** The segments are on disk. */
  neemOp({ plaatsen, ids }: Verzegeld): void {
    plaatsen.forEach((plaats, i) => {
      this.#neemOp(plaats, ids[i] ?? { documenten: [], weg: [] });
      this.laatste = plaats.tot;
    });
  }

  /** The segments from index `begin` to `eind` (exclusive) on disk were replaced. */
  neemOver(begin: number, eind: number, { plaatsen, ids }: Verzegeld): void {
    for (const oud of this.plaatsen.slice(begin, eind)) {
      this.bytes -= oud.bytes;
      this.verspild -= aandeel(oud, oud.dood);
    }
    this.plaatsen.splice(begin, eind - begin, ...plaatsen);
    plaatsen.forEach((plaats, i) => {
      this.bytes += plaats.bytes;
      for (const id of ids[i]?.documenten ?? []) this.#plek.set(id, plaats);
      this.#dood(plaats, ids[i]?.weg.length ?? 0);
    });
  }

  #neemOp(plaats: Plaats, { documenten, weg }: Verzegeld['ids'][number]): void {
    this.plaatsen.push(plaats);
    this.bytes += plaats.bytes;
    for (const id of weg) {
      this.#dood(this.#plek.get(id), 1);
      this.#plek.delete(id);
    }
    this.#dood(plaats, weg.length);
    for (const id of documenten) {
      this.#dood(this.#plek.get(id), 1);
      this.#plek.set(id, plaats);
    }
  }

  #dood(plaats: Plaats | undefined, rijen: number): void {
    if (plaats === undefined || rijen === 0) return;
    plaats.dood += rijen;
    this.verspild += aandeel(plaats, rijen);
  }
}

/** Bytes that so many rows take in a segment, on average. What replaced only waste has none. */
const aandeel = ({ bytes, rijen }: Plaats, deel: number): number =>
  rijen === 0 ? 0 : (bytes * deel) / rijen;

interface Stuk {
  /** As JSON, and their ids. */
  readonly documenten: readonly string[];
  readonly ids: readonly string[];
  readonly weg: readonly string[];
}

/** Documents as JSON, divided evenly over chunks of about `maat` characters; always at least one. */
function stukken(inhoud: Inhoud, maat: number, idVan: (doc: Opgeslagen) => string): Stuk[] {
  const teksten = inhoud.documenten.map((doc) => JSON.stringify(doc));
  const ids = inhoud.documenten.map(idVan);
  const som = teksten.reduce((n, tekst) => n + tekst.length, 0);
  const deel = som / Math.max(1, Math.ceil(som / maat));
  const uit: Stuk[] = [];
  let begin = 0;
  let lengte = 0;
  teksten.forEach((tekst, i) => {
    lengte += tekst.length;
    if (lengte < deel && i < teksten.length - 1) return;
    uit.push({
      documenten: teksten.slice(begin, i + 1),
      ids: ids.slice(begin, i + 1),
      weg: begin === 0 ? inhoud.weg : [],
    });
    begin = i + 1;
    lengte = 0;
  });
  return uit.length > 0 ? uit : [{ documenten: [], ids: [], weg: inhoud.weg }];
}
