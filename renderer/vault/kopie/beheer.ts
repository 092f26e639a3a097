/**
 * The backups of an open vault: made by themselves when there is a folder for them, on request into a
 * file, kept by rotation, and proven by a drill.
 */
import { z } from 'zod';
import { bytesNaarB64u, voegBytesSamen } from '../../../shared/crypto/index.js';
import type { Bytes } from '../../../shared/crypto/index.js';
import { fout, ok } from '../../../shared/result.js';
import type { Result } from '../../../shared/result.js';
import { moment } from '../../../shared/schema/index.js';
import type { JsonWaarde } from '../../../shared/schema/index.js';
import type { Platform } from '../../platform/contract.js';
import { Beurten } from '../beurten.js';
import { hulpdatabases } from '../kluis/plek.js';
import type { Opslag } from '../opslag/index.js';
import type { Sleutelbos } from '../sleutels/index.js';
import type {
  Herstelfout,
  Kopie,
  Kopiefout,
  Kopieen,
  Kopiestand,
  Kopiewaar,
  Langwerk,
} from '../types.js';
import { Volgers } from '../volgers.js';
import { ankerUitNaam, kopieen, kopienaam, paknaam, pakkenIn, uitMap } from './drager.js';
import type { Reservemap } from './drager.js';
import { bijkomend, leesInhoud, leesKop, schrijfKop } from './formaat.js';
import type { Inhoud, Kop } from './formaat.js';
import { leesInhoudUit } from './inhoud.js';
import type { Kopieinhoud } from './inhoud.js';
import { maakKopie } from './maken.js';
import type { Kopieopdracht } from './maken.js';
import { beproef } from './proef.js';
import type { Aanwijzing } from './proef.js';
import { roteer, ruimPakkenOp } from './rotatie.js';

interface Kopiedeps {
  /** Name of the vault on this device. */
  readonly naam: string;
  readonly platform: Platform;
  readonly bos: Sleutelbos;
  readonly opslag: Opslag;
  readonly over: () => Kopieopdracht['over'];
  readonly tel: () => Record<string, number>;
  /** Chunks of attachments that documents refer to. */
  readonly bijlagen: () => readonly string[];
  /** Documents can be counted from then on. */
  readonly vanaf: Promise<void>;
  /** For the log: something was done with a backup, by somebody or by itself. */
  readonly bijGedaan: (
    actie: 'reservekopie-gemaakt' | 'reservekopie-geoefend',
    gelukt: boolean,
    wijze?: Kopiewaar,
  ) => void;
  readonly lees: (sleutel: string) => JsonWaarde | undefined;
  readonly schrijf: (sleutel: string, waarde: JsonWaarde) => Promise<void>;
}

const SLEUTEL = 'kopie';
/** A backup a day; checked more often, because a computer is not on at the same hour each day. */
const NA_MS = 20 * 3_600_000;
const KIJK_MS = 30 * 60_000;
const EERSTE_MS = 60_000;

const onthouden = z.object({
  laatste: z.object({ op: moment, waar: z.enum(['map', 'bestand']), bytes: z.number() }).nullable(),
  oefening: z.object({ op: moment, gelukt: z.boolean() }).nullable(),
  /** Older backups hold what was erased, or are under keys that were replaced: they must go with the next. */
  vernieuwen: z.boolean(),
});
type Onthouden = z.infer<typeof onthouden>;
const NIETS: Onthouden = { laatste: null, oefening: null, vernieuwen: false };

export class Kopieenbeheer implements Kopieen {
  readonly #d: Kopiedeps;
  readonly #volgers = new Volgers();
  readonly volg = this.#volgers.volg;
  #stand: Kopiestand;
  readonly #beurten: Beurten;
  readonly #stop = new AbortController();
  readonly #wekkers: ReturnType<typeof setTimeout>[] = [];

  constructor(deps: Kopiedeps) {
    this.#d = deps;
    this.#beurten = new Beurten(deps.vanaf);
    const { laatste, oefening } = this.#onthouden();
    this.#stand = { map: null, laatste, oefening, bezig: null, fout: null };
  }

  get waarde(): Kopiestand {
    return this.#stand;
  }

  /** Looks at the folder, and makes backups by itself from now on. */
  start(): void {
    const kijk = (): void => {
      this.#vanzelf().catch((oorzaak: unknown) => {
        if (!this.#stop.signal.aborted) console.error('de reservekopie is niet gemaakt', oorzaak);
      });
    };
    void this.#kijkNaarMap();
    this.#wekkers.push(setTimeout(kijk, EERSTE_MS), setInterval(kijk, KIJK_MS));
  }

  async sluit(): Promise<void> {
    this.#stop.abort();
    for (const wekker of this.#wekkers) clearTimeout(wekker);
    await this.#beurten.rust();
  }

  maak(): Promise<Result<Kopie, Kopiefout>> {
    return this.#beurten.doe(async () => {
      const map = this.#d.platform.reservemap;
      if (!map) return fout({ soort: 'geen-map' });
      const sub = this.#sub();
      const vorige = await this.#vorige(map, sub);
      const er = await pakkenIn(map, sub);
      const uit = await this.#maak('map', {
        vorige,
        heeftPak: (som) => er.has(som),
        schrijfPak: async (som, pak) => {
          const klaar = await map.schrijf(sub, paknaam(som), pak);
          if (!klaar.ok) throw new Schrijffout(klaar.fout);
          er.add(bytesNaarB64u(som));
        },
        schrijfKop: async (kop, naam) => {
          const klaar = await map.schrijf(sub, naam, schrijfKop(kop));
          if (!klaar.ok) throw new Schrijffout(klaar.fout);
        },
      });
      if (uit.ok) await this.#ruim(() => roteer(map, sub));
      return uit;
    });
  }

  bewaar(): ReturnType<Kopieen['bewaar']> {
    return this.#beurten.doe(async () => {
      const delen: Bytes[] = [];
      const gemaakt = this.#maak('bestand', {
        vorige: null,
        heeftPak: () => false,
        schrijfPak: (_som, pak) => {
          delen.push(pak);
          return Promise.resolve();
        },
        schrijfKop: (kop, naam) =>
          this.#d.platform.bestanden
            .bewaar(
              `casuskluis-${naam}`,
              'application/octet-stream',
              voegBytesSamen(schrijfKop(kop), ...delen),
            )
            .then((bewaard) => {
              if (!bewaard) throw new Geannuleerd();
            }),
      });
      try {
        return await gemaakt;
      } catch (oorzaak) {
        if (oorzaak instanceof Geannuleerd) return fout({ soort: 'afgebroken' });
        throw oorzaak;
      }
    });
  }

  async lijst(): Promise<readonly Kopie[]> {
    const map = this.#d.platform.reservemap;
    if (!map) return [];
    const sub = this.#sub();
    const uit = await Promise.all(
      (await kopieen(map, sub)).map(async (naam) => {
        const bytes = await map.lees(sub, naam);
        const kop = bytes && leesKop(bytes);
        return kop?.ok ? [kopieVan(naam, kop.waarde)] : [];
      }),
    );
    return uit.flat().reverse();
  }

  async verwijder(naam: string): Promise<void> {
    const map = this.#d.platform.reservemap;
    if (!map) return;
    await this.#beurten.doe(async () => {
      await map.verwijder(this.#sub(), naam);
      await ruimPakkenOp(map, this.#sub());
    });
  }

  async kiesMap(): Promise<boolean> {
    const gekozen = (await this.#d.platform.reservemap?.kies()) ?? false;
    if (gekozen) await this.#kijkNaarMap();
    return gekozen;
  }

  oefen: Kopieen['oefen'] = (welke, herstelcode, opties = {}) =>
    this.#beurten.doe(async () => {
      const uit = await beproef(
        this.#d.bos,
        await this.#wijsAan(welke),
        herstelcode,
        hulpdatabases(this.#d.naam).oefening,
        this.#totSluiten(opties),
      );
      await this.#onthoud({ oefening: { op: nu(), gelukt: uit.ok } });
      this.#d.bijGedaan('reservekopie-geoefend', uit.ok);
      return uit;
    });

  /** The documents in a backup; chunks of attachments that this device lacks are put back at once. */
  leesInhoud(
    welke: Parameters<Kopieen['oefen']>[0],
    herstelcode: string,
    opties: Langwerk,
  ): Promise<Result<Kopieinhoud, Herstelfout>> {
    return this.#beurten.doe(async () => {
      const { huis, apparaat } = this.#d.over();
      const { bos, platform, naam } = this.#d;
      const bron = { bos, welke: await this.#wijsAan(welke), herstelcode, huis, apparaat };
      const { stukken } = platform;
      const database = hulpdatabases(naam).aanvulling;
      return leesInhoudUit({ ...bron, stukken, database }, this.#totSluiten(opties));
    });
  }

  /** Number of the anchor of the newest backup in the folder, and when it was made; null without one. */
  async nieuwste(): Promise<{ anker: number; op: string } | null> {
    const map = this.#d.platform.reservemap;
    const naam = map && (await kopieen(map, this.#sub())).at(-1);
    if (!map || !naam) return null;
    const bytes = await map.lees(this.#sub(), naam);
    const kop = bytes && leesKop(bytes);
    return kop?.ok ? { anker: ankerUitNaam(naam), op: kop.waarde.gemaakt } : null;
  }

  /** After an erasure or new keys: what older backups hold must go with it. */
  async vernieuw(): Promise<void> {
    const map = this.#d.platform.reservemap;
    if (!map) return;
    // Where the folder cannot be reached now it is done when it can.
    await this.#onthoud({ vernieuwen: true });
    const uit = await this.maak();
    if (!uit.ok) return;
    await this.#beurten.doe(async () => {
      const sub = this.#sub();
      for (const naam of await kopieen(map, sub))
        if (naam !== uit.waarde.naam) await map.verwijder(sub, naam);
      await ruimPakkenOp(map, sub);
      await this.#onthoud({ vernieuwen: false });
    });
  }

  async #vanzelf(): Promise<void> {
    await this.#kijkNaarMap();
    const { laatste, vernieuwen } = this.#onthouden();
    if (this.#stand.map?.bereikbaar !== true) return;
    if (vernieuwen) return this.vernieuw();
    if (laatste && Math.abs(Date.now() - Date.parse(laatste.op)) < NA_MS) return;
    await this.maak();
  }

  async #maak(waar: Kopiewaar, drager: Drager): Promise<Result<Kopie, Kopiefout>> {
    const { opslag, tel, over, bos, platform, bijlagen } = this.#d;
    this.#zet({ bezig: { klaar: 0, totaal: 1 }, fout: null });
    try {
      const { kop, bytes, anker } = await maakKopie({
        ...drager,
        opslag,
        tel,
        over: over(),
        gemaakt: nu(),
        ring: () => bos.beheer.ring(),
        verzegel: (klaar, aad) => bos.beheer.verzegel(klaar, aad),
        stukken: platform.stukken,
        bijlagen,
        voortgang: (klaar, totaal) => this.#zet({ bezig: { klaar, totaal } }),
        stop: this.#stop.signal,
      });
      const naam = kopienaam(anker, kop.gemaakt);
      await drager.schrijfKop(kop, naam);
      await this.#onthoud({ laatste: { op: kop.gemaakt, waar, bytes } });
      this.#d.bijGedaan('reservekopie-gemaakt', true, waar);
      return ok(kopieVan(naam, kop));
    } catch (oorzaak) {
      if (!(oorzaak instanceof Schrijffout)) throw oorzaak;
      this.#zet({ fout: { soort: oorzaak.soort } });
      this.#d.bijGedaan('reservekopie-gemaakt', false, waar);
      return fout({ soort: oorzaak.soort });
    } finally {
      this.#zet({ bezig: null });
    }
  }

  /** The newest backup of this device that the present key opens. */
  async #vorige(map: Reservemap, sub: string): Promise<{ kop: Kop; inhoud: Inhoud } | null> {
    for (const naam of (await kopieen(map, sub)).reverse()) {
      const bron = await uitMap(map, sub, naam);
      if (!bron.ok) continue;
      const { kop } = bron.waarde;
      const klaar = await this.#d.bos.beheer.ontzegel(kop.inhoud, await bijkomend(kop));
      const inhoud = klaar && leesInhoud(klaar);
      if (inhoud) return { kop, inhoud };
    }
    return null;
  }

  /** A backup that was made is made, also when what it replaces cannot be deleted: the next one tries again. */
  async #ruim(doe: () => Promise<void>): Promise<void> {
    try {
      await doe();
    } catch (oorzaak) {
      console.error('oudere reservekopieën zijn niet opgeruimd', oorzaak);
    }
  }

  #totSluiten(opties: Langwerk): Langwerk & { readonly stop: AbortSignal } {
    const stop = AbortSignal.any([this.#stop.signal, ...(opties.stop ? [opties.stop] : [])]);
    return { ...opties, stop };
  }

  async #wijsAan(welke: Parameters<Kopieen['oefen']>[0]): Promise<Aanwijzing> {
    const map = this.#d.platform.reservemap;
    return 'deel' in welke || !map ? welke : uitMap(map, this.#sub(), welke.naam);
  }

  async #kijkNaarMap(): Promise<void> {
    this.#zet({ map: (await this.#d.platform.reservemap?.stand()) ?? null });
  }

  /** Folder of this device, by a name that says nothing. */
  #sub(): string {
    return this.#d.over().apparaat;
  }

  #onthouden(): Onthouden {
    const uit = onthouden.safeParse(this.#d.lees(SLEUTEL));
    return uit.success ? uit.data : NIETS;
  }

  async #onthoud(deel: Partial<Onthouden>): Promise<void> {
    const nieuw = { ...this.#onthouden(), ...deel };
    await this.#d.schrijf(SLEUTEL, nieuw);
    this.#zet({ laatste: nieuw.laatste, oefening: nieuw.oefening });
  }

  #zet(deel: Partial<Kopiestand>): void {
    this.#stand = { ...this.#stand, ...deel };
    this.#volgers.meld();
  }
}

/** The user does not keep the file after all. */
class Geannuleerd extends Error {}

type Drager = Pick<Kopieopdracht, 'vorige' | 'heeftPak' | 'schrijfPak'> & {
  schrijfKop(kop: Kop, naam: string): Promise<void>;
};

type Schrijfreden = Exclude<Kopiefout['soort'], 'geen-map'>;
class Schrijffout extends Error {
  readonly soort: Schrijfreden;
  constructor(soort: Schrijfreden) {
    super(`de reservekopie is niet geschreven: ${soort}`);
    this.soort = soort;
  }
}

const nu = (): string => new Date().toISOString();

const kopieVan = (naam: string, { gemaakt, pakken }: Kop): Kopie => ({
  naam,
  gemaakt,
  grootte: pakken.reduce((som, pak) => som + pak.lengte, 0),
});
