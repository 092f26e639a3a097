/**
 * Chunks of attachments over the line. What documents refer to and is on this device goes up in the
 * background, beside the documents: a note does not wait for the hundred megabytes that belong to it. Chunk
 * by chunk, and the endpoint is asked first which it has, so that what was broken off goes on where it was.
 * Down they come one by one, when somebody opens the attachment.
 */
import { z } from 'zod';
import { fout, ok } from '../../../shared/result.js';
import type { Result } from '../../../shared/result.js';
import { DOSSIERCOLLECTIES } from '../../../shared/schema/index.js';
import { GRENZEN } from '../../../shared/sync/protocol.js';
import type { Platform } from '../../platform/contract.js';
import { bijlagenIn } from '../bijlagen/index.js';
import { documentenVan } from '../opslag/index.js';
import type { Endpointfout } from './fouten.js';
import type { Lokaalboek } from './lokaal.js';
import type { Motordeps } from './motor.js';
import type { Document, Opslagdeel } from './wachtend.js';

/** At once; more would keep documents waiting on a narrow line. */
const TEGELIJK = 2;
const NOTITIE = z.object({ koppeling: z.string(), sleutels: z.array(z.string()) });
const NOTITIE_ID = 'sync|stukken';

/** `offline`: no line now. `ontbreekt`: the endpoint does not have it: it is still on another device. */
export type Haalfout = 'offline' | 'ontbreekt';

export interface Stukkenopties
  extends Pick<
    Motordeps,
    | 'database'
    | 'koppeling'
    | 'client'
    | 'verbinding'
    | 'verleningen'
    | 'stop'
    | 'zuinig'
    | 'bijStand'
  > {
  readonly boek: Lokaalboek;
  readonly schijf: Pick<Platform['stukken'], 'lees' | 'namen'>;
}

/** A chunk in a vak, and the documents that refer to it. */
interface Nodig {
  readonly sleutel: string;
  readonly vak: string;
  readonly naam: string;
  readonly documenten: Set<string>;
}

export class Stukkenbezorger {
  readonly #o: Stukkenopties;
  /** What the endpoint has, as far as this device knows; only of what is referred to. */
  #bekend = new Set<string>();
  /** Here, and not known to be at the endpoint. */
  #wachtend: readonly Nodig[] = [];
  /** Refused, until the next time that the line opens. */
  readonly #geweigerd = new Map<string, string>();
  #vuil = false;
  #bezig: Promise<void> | null = null;
  readonly #afmelden: (() => void)[] = [];

  constructor(opties: Stukkenopties) {
    this.#o = opties;
  }

  /** Documents with chunks that the endpoint does not have. */
  *wachtendeIds(): Iterable<string> {
    for (const { documenten } of this.#wachtend) yield* documenten;
  }

  /** Whether it looks, asks or brings, or is about to. */
  get bezig(): boolean {
    return this.#bezig !== null;
  }

  get reden(): string | null {
    return this.#geweigerd.values().next().value ?? null;
  }

  /** Resolves when the number that waits is known; nothing is asked of the network for it. */
  async start(): Promise<void> {
    const { boek, koppeling, database } = this.#o;
    const eerder = await boek.lees(NOTITIE_ID, NOTITIE);
    if (eerder?.koppeling === koppeling) this.#bekend = new Set(eerder.sleutels);
    for (const naam of DOSSIERCOLLECTIES) {
      const deel = database.collections[naam]?.storageInstance as Opslagdeel<Document> | undefined;
      const volg = deel?.changeStream().subscribe((bulk) => {
        if (bulk.events.some((e) => bijlagenIn(e.documentData).length > 0)) this.por();
      });
      if (volg) this.#afmelden.push(() => volg.unsubscribe());
    }
    await this.#tel();
  }

  /** The line opened, or somebody asked: what was refused is tried again too. */
  opnieuw(): void {
    this.#geweigerd.clear();
    this.por();
  }

  /** Something may have to go up. */
  por(): void {
    this.#vuil = true;
    this.#bezig ??= this.#werk().finally(() => {
      this.#bezig = null;
      this.#o.bijStand();
      if (this.#vuil && !this.#o.stop.aborted) this.por();
    });
  }

  /** To be called when `stop` went off. */
  async sluit(): Promise<void> {
    for (const af of this.#afmelden) af();
    await this.#bezig;
  }

  /** The sealed bytes as the endpoint gives them, not verified. */
  async haal(
    vak: string,
    naam: string,
    stop: AbortSignal,
  ): Promise<Result<Uint8Array<ArrayBuffer>, Haalfout>> {
    const { client, verbinding } = this.#o;
    if (!verbinding.open) return fout('offline');
    const uit = await client.haalStuk(vak, naam, stop);
    if (uit.ok) {
      this.#bekend.add(sleutelVan(vak, naam));
      return ok(uit.waarde);
    }
    if (stop.aborted) return fout('offline');
    return fout(this.#isLijn(uit.fout) ? 'offline' : 'ontbreekt');
  }

  async #werk(): Promise<void> {
    const { stop } = this.#o;
    while (this.#vuil && !isAf(stop)) {
      this.#vuil = false;
      try {
        await this.#ronde();
      } catch (oorzaak) {
        // A defect of ours, or a disk that fails: the next change or opening of the line tries again.
        if (!isAf(stop)) console.error('sync: stukken', oorzaak);
      }
    }
  }

  async #ronde(): Promise<void> {
    const { verbinding, verleningen, stop, zuinig } = this.#o;
    await this.#tel();
    if (this.#wachtend.length === 0) return;
    await verbinding.gereed();
    // Whoever changes that, or the network, asks again.
    if (isAf(stop) || zuinig()) return;
    const verleend = await verleningen.zorgVoor(new Set(this.#wachtend.map((n) => n.vak)));
    if (!verleend.ok) {
      verbinding.verbroken(verleend.fout);
      this.#vuil = true;
      return;
    }
    const open = this.#wachtend.filter(
      (n) => !verleningen.geenLid(n.vak) && !this.#geweigerd.has(n.sleutel),
    );
    if (open.length === 0) return;
    const heel = (await this.#vraag(open)) && (await this.#breng(open));
    // The line broke: on from here when it is back.
    if (!heel) this.#vuil = true;
    await this.#bewaar();
  }

  /** @returns false when the line broke */
  async #vraag(open: readonly Nodig[]): Promise<boolean> {
    const perVak = new Map<string, Nodig[]>();
    for (const n of open) perVak.set(n.vak, [...(perVak.get(n.vak) ?? []), n]);
    for (const [vak, alle] of perVak) {
      for (let i = 0; i < alle.length; i += GRENZEN.stukkenPerVraag) {
        const deel = alle.slice(i, i + GRENZEN.stukkenPerVraag);
        const uit = await this.#o.client.stukkenAanwezig(
          vak,
          deel.map((n) => n.naam),
        );
        if (uit.ok) for (const naam of uit.waarde) this.#bekend.add(sleutelVan(vak, naam));
        else if (this.#isLijn(uit.fout)) return false;
        else for (const n of deel) this.#geweigerd.set(n.sleutel, uit.fout.uitleg);
      }
    }
    return true;
  }

  /** @returns false when the line broke */
  async #breng(open: readonly Nodig[]): Promise<boolean> {
    const rij = open.filter((n) => !this.#bekend.has(n.sleutel) && !this.#geweigerd.has(n.sleutel));
    const lijn = { heel: true };
    const werker = async (): Promise<void> => {
      const verder = (): boolean => lijn.heel && !isAf(this.#o.stop) && !this.#o.zuinig();
      for (let n = rij.shift(); n && verder(); n = rij.shift()) {
        if (!(await this.#brengEen(n))) lijn.heel = false;
      }
    };
    await Promise.all(Array.from({ length: TEGELIJK }, werker));
    return lijn.heel;
  }

  async #brengEen({ vak, naam, sleutel }: Nodig): Promise<boolean> {
    const bytes = await this.#o.schijf.lees(naam);
    // Tidied up meanwhile.
    if (!bytes) return true;
    const uit = await this.#o.client.legStuk(vak, naam, bytes);
    if (uit.ok) {
      this.#bekend.add(sleutel);
      this.#wachtend = this.#wachtend.filter((n) => n.sleutel !== sleutel);
    } else if (this.#isLijn(uit.fout)) return false;
    else this.#geweigerd.set(sleutel, uit.fout.uitleg);
    this.#o.bijStand();
    return true;
  }

  /** What waits, from the documents and the disk. */
  async #tel(): Promise<void> {
    const nodig = this.#nodig();
    for (const sleutel of this.#bekend) if (!nodig.has(sleutel)) this.#bekend.delete(sleutel);
    const onbekend = [...nodig.values()].filter((n) => !this.#bekend.has(n.sleutel));
    const hier = onbekend.length > 0 ? new Set(await this.#o.schijf.namen()) : new Set<string>();
    this.#wachtend = onbekend.filter((n) => hier.has(n.naam));
    this.#o.bijStand();
  }

  #nodig(): Map<string, Nodig> {
    const { database } = this.#o;
    const uit = new Map<string, Nodig>();
    for (const collectie of DOSSIERCOLLECTIES) {
      const deel = database.collections[collectie]?.storageInstance;
      if (!deel) continue;
      for (const doc of documentenVan(deel as unknown as Opslagdeel<Document>)) {
        if (doc._deleted) continue;
        for (const { stukken } of bijlagenIn(doc)) {
          for (const naam of stukken) {
            const sleutel = sleutelVan(doc.vak, naam);
            const eerder = uit.get(sleutel);
            if (eerder) eerder.documenten.add(doc.id);
            else uit.set(sleutel, { sleutel, vak: doc.vak, naam, documenten: new Set([doc.id]) });
          }
        }
      }
    }
    return uit;
  }

  async #bewaar(): Promise<void> {
    const { boek, koppeling } = this.#o;
    this.#wachtend = this.#wachtend.filter((n) => !this.#bekend.has(n.sleutel));
    this.#o.bijStand();
    await boek.schrijf('sync', [
      { id: NOTITIE_ID, waarde: { koppeling, sleutels: [...this.#bekend] } },
    ]);
  }

  /** Whether it was the line, which is then given up until it is signed in again. */
  #isLijn(reden: Endpointfout): boolean {
    if (reden.soort === 'geweigerd' && reden.status !== 401) return false;
    this.#o.verbinding.verbroken(reden);
    return true;
  }
}

/** The endpoint keeps a chunk per vak. */
const sleutelVan = (vak: string, naam: string): string => `${vak}|${naam}`;

/** As a function, because a compiler thinks that a signal that was not off before `await` still is not. */
const isAf = (signaal: AbortSignal): boolean => signaal.aborted;
