/** Making a backup: segments and chunks as they are on disk, in pakken, and a head that says what is where. */
import { encode } from '@msgpack/msgpack';
import { bytesNaarB64u, sha256, voegBytesSamen } from '../../../shared/crypto/index.js';
import type { Bytes } from '../../../shared/crypto/index.js';
import type { Platform } from '../../platform/contract.js';
import { isVerlies, ivVan, OpslagFout } from '../opslag/index.js';
import type { Momentopname, Opslag, Segmentrij } from '../opslag/index.js';
import { bijkomend, schrijfInhoud } from './formaat.js';
import type { Inhoud, Kop, Pak } from './formaat.js';

export interface Kopieopdracht {
  readonly opslag: Opslag;
  /** Live documents by collection; called at the moment of the backup. */
  readonly tel: () => Record<string, number>;
  readonly over: Omit<
    Inhoud,
    'v' | 'anker' | 'telling' | 'onleesbaar' | 'koppen' | 'segmenten' | 'stukken'
  >;
  /** Moment, ISO. */
  readonly gemaakt: string;
  readonly ring: () => Promise<Kop['ring']>;
  /** Seals under the key of the bundle. */
  readonly verzegel: (klaar: Uint8Array, bijkomend: Uint8Array) => Promise<Bytes>;
  readonly stukken: Platform['stukken'];
  /** Chunks of attachments that documents refer to; called at the moment of the backup. */
  readonly bijlagen: () => readonly string[];
  /** The backup before this one in the same place, to use its pakken again. */
  readonly vorige: { readonly kop: Kop; readonly inhoud: Inhoud } | null;
  /** Whether a pak (base64url of its hash) is there already. */
  readonly heeftPak: (som: string) => boolean;
  /** Resolves when it is durable there. Each pak once, in the order in which the head names them. */
  readonly schrijfPak: (som: Bytes, pak: Bytes) => Promise<void>;
  readonly voortgang?: ((klaar: number, totaal: number) => void) | undefined;
  readonly stop?: AbortSignal | undefined;
}

/** Bytes of a pak: few files, and little to write again when part of it is no longer needed. */
const PAKMAAT = 4 << 20;
/** Segments that are read at once. */
const PER_KEER = 64;
/** A pak of which less than this part is still needed is not used again. */
const NOG_NODIG = 0.5;
const POGINGEN = 5;

/** What was photographed is not there any more, or not under the same keys: once more, from now. */
class Achterhaald extends Error {}

export interface Gemaakt {
  readonly kop: Kop;
  /** Bytes that were written beside the head. */
  readonly bytes: number;
  readonly anker: number;
}

/** @throws AbortError when stopped */
export async function maakKopie(opdracht: Kopieopdracht): Promise<Gemaakt> {
  // One for all attempts: what an attempt wrote is used by the next.
  const pakken = new Pakker(opdracht);
  for (let poging = 1; ; poging++) {
    try {
      return await probeer(opdracht, pakken);
    } catch (oorzaak) {
      if (!(oorzaak instanceof Achterhaald) || poging === POGINGEN) throw oorzaak;
    }
  }
}

async function probeer(o: Kopieopdracht, pakken: Pakker): Promise<Gemaakt> {
  const foto = await o.opslag.momentopname(() => ({
    telling: o.tel(),
    bijlagen: new Set(o.bijlagen()),
    onleesbaar: o.opslag.meldingen.waarde.filter(({ soort }) => isVerlies(soort)).length,
    // Of the same moment: the ring names the key of the database that was photographed.
    ring: o.ring(),
  }));
  const { telling, bijlagen, onleesbaar } = foto.telling;
  const ring = await foto.telling.ring;
  pakken.begin(foto.sleutels);
  const segmenten = await leesSegmenten(o, foto, pakken);
  await pakken.sluitAf();
  const stukken: Inhoud['stukken'] = [];
  for (const naam of bijlagen) {
    o.stop?.throwIfAborted();
    const nummer = await pakken.stuk(naam);
    if (nummer !== null) stukken.push({ naam, pak: nummer });
  }
  const deel = { gemaakt: o.gemaakt, pakken: pakken.lijst, ring };
  const inhoud: Inhoud = {
    ...o.over,
    v: 1,
    anker: foto.anker,
    telling,
    onleesbaar,
    koppen: foto.koppen.map(({ w, b }) => ({ w, b })),
    segmenten: segmenten.map((s) => ({ ...s, ...pakken.plek(s) })),
    stukken,
  };
  const verzegeld = await o.verzegel(schrijfInhoud(inhoud), await bijkomend(deel));
  if (!zelfdeSloten(ring, await o.ring())) throw new Achterhaald();
  return { kop: { v: 1, ...deel, inhoud: verzegeld }, bytes: pakken.bytes, anker: foto.anker };
}

/** Sealed under keys that the ring does not hold, a backup could not be opened. The label says nothing of them. */
function zelfdeSloten(a: object, b: object): boolean {
  const [links, rechts] = [a, b].map((ring) => encode({ ...ring, etiket: null }));
  return (
    links?.length === rechts?.length && links?.every((byte, i) => byte === rechts?.[i]) === true
  );
}

type Segment = Pick<Inhoud['segmenten'][number], 'w' | 't' | 'iv'>;

async function leesSegmenten(
  o: Kopieopdracht,
  foto: Momentopname<unknown>,
  pakken: Pakker,
): Promise<Segment[]> {
  const uit: Segment[] = [];
  for (let i = 0; i < foto.sleutels.length; i += PER_KEER) {
    o.stop?.throwIfAborted();
    o.voortgang?.(i, foto.sleutels.length);
    for (const rij of await leesRijen(foto, foto.sleutels.slice(i, i + PER_KEER))) {
      // Tidying up replaced it.
      if (rij === undefined) throw new Achterhaald();
      const segment = { w: rij.w, t: rij.t, iv: ivVan(rij.b) };
      uit.push(segment);
      await pakken.segment(segment, rij);
    }
  }
  return uit;
}

async function leesRijen(
  foto: Momentopname<unknown>,
  sleutels: Momentopname<unknown>['sleutels'],
): Promise<(Segmentrij | undefined)[]> {
  try {
    return await foto.lees(sleutels);
  } catch (oorzaak) {
    // The storage moved to another database. When it was closed, the next attempt is refused.
    if (oorzaak instanceof OpslagFout && oorzaak.soort === 'gesloten') throw new Achterhaald();
    throw oorzaak;
  }
}

type Plek = Pick<Inhoud['segmenten'][number], 'pak' | 'van' | 'lengte'>;

class Pakker {
  readonly #o: Kopieopdracht;
  readonly #lijst: Pak[] = [];
  readonly #nummers = new Map<string, number>();
  /** By `kenmerk`; null while it waits for its pak. */
  readonly #plekken = new Map<string, Plek | null>();
  /** Where segments are in the pakken of the backup before, for those that are worth keeping. */
  #bekend: ReadonlyMap<string, Plek & { som: string }> = new Map();
  #delen: { segment: Segment; b: Bytes }[] = [];
  #lengte = 0;
  bytes = 0;

  constructor(opdracht: Kopieopdracht) {
    this.#o = opdracht;
  }

  get lijst(): Pak[] {
    return this.#lijst;
  }

  begin(sleutels: Momentopname<unknown>['sleutels']): void {
    this.#bekend = bruikbaar(this.#o.vorige, sleutels);
  }

  plek(segment: Segment): Plek {
    const plek = this.#plekken.get(kenmerk(segment));
    if (!plek) throw new Error('een segment staat in geen pak');
    return plek;
  }

  async segment(segment: Segment, { b }: Segmentrij): Promise<void> {
    const eigen = kenmerk(segment);
    if (this.#plekken.has(eigen)) return;
    const oud = this.#bekend.get(eigen);
    const pak = oud?.lengte === b.length ? this.#vorigePak(oud.som) : undefined;
    if (oud && pak) {
      this.#plekken.set(eigen, { pak: this.#neem(pak), van: oud.van, lengte: oud.lengte });
      return;
    }
    this.#plekken.set(eigen, null);
    this.#delen.push({ segment, b });
    this.#lengte += b.length;
    if (this.#lengte >= PAKMAAT) await this.sluitAf();
  }

  /** Writes the pak that is being filled. */
  async sluitAf(): Promise<void> {
    if (this.#delen.length === 0) return;
    const delen = this.#delen;
    const pak = await this.#schrijf(voegBytesSamen(...delen.map(({ b }) => b)));
    let van = 0;
    for (const { segment, b } of delen) {
      this.#plekken.set(kenmerk(segment), { pak, van, lengte: b.length });
      van += b.length;
    }
    this.#delen = [];
    this.#lengte = 0;
  }

  /** A chunk is its own pak, and its name says its hash. Null when it is not on this device, or damaged. */
  async stuk(naam: string): Promise<number | null> {
    const eerder = this.#nummers.get(naam);
    if (eerder !== undefined) return eerder;
    const bekend = this.#vorigePak(naam);
    if (bekend) return this.#neem(bekend);
    const bytes = await this.#o.stukken.lees(naam);
    if (!bytes || bytesNaarB64u(await sha256(bytes)) !== naam) return null;
    return this.#schrijf(bytes);
  }

  #vorigePak(som: string): Pak | undefined {
    if (!this.#o.heeftPak(som)) return undefined;
    return this.#o.vorige?.kop.pakken.find((p) => bytesNaarB64u(p.som) === som);
  }

  async #schrijf(pak: Bytes): Promise<number> {
    const som = await sha256(pak);
    if (!this.#o.heeftPak(bytesNaarB64u(som))) {
      await this.#o.schrijfPak(som, pak);
      this.bytes += pak.length;
    }
    return this.#neem({ som, lengte: pak.length });
  }

  #neem(pak: Pak): number {
    const som = bytesNaarB64u(pak.som);
    const bekend = this.#nummers.get(som);
    if (bekend !== undefined) return bekend;
    const nummer = this.#lijst.push(pak) - 1;
    this.#nummers.set(som, nummer);
    return nummer;
  }
}

/** Two segments with the same random IV are the same. */
const kenmerk = ({ w, t, iv }: Segment): string => `${w}|${t}|${bytesNaarB64u(iv)}`;

/** Segments of the backup before, in pakken of which enough is still needed to be kept. */
function bruikbaar(
  vorige: Kopieopdracht['vorige'],
  sleutels: Momentopname<unknown>['sleutels'],
): ReadonlyMap<string, Plek & { som: string }> {
  if (!vorige) return new Map();
  const { kop, inhoud } = vorige;
  const er = new Set(sleutels.map(([w, t]) => `${w}|${t}`));
  const nodig = new Map<number, number>();
  for (const { w, t, pak, lengte } of inhoud.segmenten)
    if (er.has(`${w}|${t}`)) nodig.set(pak, (nodig.get(pak) ?? 0) + lengte);
  const uit = new Map<string, Plek & { som: string }>();
  for (const s of inhoud.segmenten) {
    const pak = kop.pakken[s.pak];
    if (pak && (nodig.get(s.pak) ?? 0) >= pak.lengte * NOG_NODIG)
      uit.set(kenmerk(s), { ...s, som: bytesNaarB64u(pak.som) });
  }
  return uit;
}
