/**
 * Door of the room: handing over to other devices of the house without a network, in one file
 * (`formaat.ts`), and taking such a file in.
 */
import { aeadSleutel, controleerVerlening, openVerlening } from '../../../shared/crypto/index.js';
import { fout, ok } from '../../../shared/result.js';
import type { Result } from '../../../shared/result.js';
import type { GedeeldeCollectie, Lid } from '../../../shared/schema/index.js';
import type { Verlening } from '../../../shared/sync/protocol.js';
import { Beurten } from '../beurten.js';
import { Lokaalboek } from '../sync/index.js';
import type { Opendeps } from '../sync/index.js';
import type { Langwerk, Overdrachtfout, Overdrachtuitkomst, Voorvertoning } from '../types.js';
import { openBestand } from './formaat.js';
import { leesInhoud } from './inhoud.js';
import type { Over } from './inhoud.js';
import { voerIn } from './invoeren.js';
import { maakBestand } from './maken.js';
import type { Gemaaktbestand } from './maken.js';
import { Notities } from './notities.js';
import type { Overdrachtdeps } from './stand.js';

export type { Overdrachtdeps } from './stand.js';

/** A file that was verified, and what taking it in would do. */
export interface Bekeken extends Omit<Voorvertoning, 'voerIn'> {
  voerIn(opties?: Langwerk): Promise<Overdrachtuitkomst>;
}

export class Overdracht {
  readonly #d: Overdrachtdeps;
  readonly #notities: Notities;
  /** One after the other: each reads the notes that the one before it made. */
  readonly #beurten = new Beurten();

  constructor(deps: Overdrachtdeps) {
    this.#d = deps;
    this.#notities = new Notities(
      new Lokaalboek(() => deps.database.collections['lokaal'] as never),
    );
  }

  /** @throws AbortError when stopped */
  maak(ontvangers: readonly string[], opties?: Langwerk): Promise<Gemaaktbestand> {
    return this.#beurten.doe(() => maakBestand(this.#d, this.#notities, ontvangers, opties));
  }

  /** Nothing is written before `voerIn` of what it gives. @throws AbortError when stopped */
  bekijk(bytes: Uint8Array, opties?: Langwerk): Promise<Result<Bekeken, Overdrachtfout>> {
    return this.#beurten.doe(() => this.#bekijk(bytes, opties));
  }

  /** Tries again what could not be read: keys, members or a newer application may have come. */
  probeerOpnieuw(): Promise<number> {
    return this.#beurten.doe(async () => {
      const wachtend = await this.#notities.wachtend();
      let gelukt = 0;
      for (const { regel, endpoint, maker } of wachtend) {
        const { huis, toegang } = this.#d;
        const leden = await this.#ledenMet([maker]);
        const uit = await voerIn(this.#d, this.#notities, {
          ...{ regels: [regel], endpoint, maker, schrijf: true },
          sleutels: { huis, toegang, leden },
        });
        gelukt += Object.keys(uit.onleesbaar).length === 0 ? 1 : 0;
      }
      return gelukt;
    });
  }

  vergeet(collectie: GedeeldeCollectie, ids: readonly string[]): Promise<void> {
    return this.#beurten.doe(() => this.#notities.vergeet(collectie, ids));
  }

  /** Waits for what is going on. */
  async sluit(): Promise<void> {
    await this.#beurten.rust();
  }

  async #bekijk(bytes: Uint8Array, opties?: Langwerk): Promise<Result<Bekeken, Overdrachtfout>> {
    const { huis, account, ontvangpaar } = this.#d;
    const geopend = await openBestand(bytes, { huis, account: account.id, ontvangpaar });
    if (!geopend.ok) return fout({ soort: geopend.fout });
    const { kop, brokken } = geopend.waarde;
    const inhoud = leesInhoud(brokken);
    if (!inhoud) return fout({ soort: 'nieuwer' });
    const { over, regels } = inhoud;
    const leden = await this.#ledenMet(over.leden);
    const tekensleutel = await leden.tekensleutel(kop.door);
    const maker = over.leden.find((lid) => lid.id === kop.door);
    if (!tekensleutel || !maker) return fout({ soort: 'maker' });
    if (!(await geopend.waarde.isVan(tekensleutel))) return fout({ soort: 'gewijzigd' });
    // Only now: before its signature anybody could have written that it is of this account.
    if (this.#d.isIngetrokken(kop.door)) return fout({ soort: 'ingetrokken' });
    const verleningen = await this.#nieuweVerleningen(over, leden);
    const sleutels: Opendeps = { huis, leden, toegang: await this.#sleutelsMet(verleningen) };
    const invoer = { regels, endpoint: over.endpoint, maker, sleutels };
    const uitkomst = await voerIn(this.#d, this.#notities, { ...invoer, schrijf: false }, opties);
    return ok({
      id: kop.id,
      van: {
        naam: maker.naam,
        apparaat: over.apparaatnaam,
        eigen: kop.door === account.id,
      },
      gemaakt: kop.gemaakt,
      documenten: regels.length,
      sleutels: new Set(verleningen.map((v) => v.vak)).size,
      uitkomst,
      voerIn: (werk) =>
        this.#beurten.doe(async (): Promise<Overdrachtuitkomst> => {
          this.#d.eisRuimte();
          await this.#d.toegang.bewaar(
            (await this.#nieuweVerleningen(over, leden)).map((v) => ({
              ...v,
              gepubliceerd: false,
            })),
          );
          return voerIn(this.#d, this.#notities, { ...invoer, schrijf: true }, werk);
        }),
    });
  }

  /** Members of this device, and those in the file whom the house certified. */
  async #ledenMet(leden: Over['leden']): Promise<Opendeps['leden']> {
    const erbij = new Map<string, CryptoKey>();
    for (const lid of leden) {
      const sleutel = await this.#d.leden.controleer(lid as Lid);
      if (sleutel) erbij.set(lid.id, sleutel);
    }
    return {
      tekensleutel: async (id) => (await this.#d.leden.tekensleutel(id)) ?? erbij.get(id),
    };
  }

  /** Grants to this account that it lacks, signed by a member who has access themselves. */
  async #nieuweVerleningen({ verleningen }: Over, leden: Opendeps['leden']): Promise<Verlening[]> {
    const { huis, account, toegang, vernietigd } = this.#d;
    const bekend = new Set(
      toegang.alle().flatMap((t) => (t.account === account.id ? [`${t.vak}|${t.epoch}`] : [])),
    );
    const uit: Verlening[] = [];
    for (const v of verleningen) {
      if (v.account !== account.id || bekend.has(`${v.vak}|${v.epoch}`)) continue;
      if (vernietigd.is(v.vak)) continue;
      const gever = await leden.tekensleutel(v.door);
      if (gever && (await controleerVerlening(huis, v, gever))) uit.push(v);
    }
    return uit;
  }

  /** As the keys of this account will be with these grants. */
  async #sleutelsMet(verleningen: readonly Verlening[]): Promise<Opendeps['toegang']> {
    const erbij = new Map<string, CryptoKey>();
    for (const v of verleningen) {
      const bytes = await openVerlening(this.#d.huis, v, this.#d.ontvangpaar);
      if (bytes) erbij.set(`${v.vak}|${v.epoch}`, await aeadSleutel(bytes));
    }
    return {
      sleutel: async (vak, epoch) =>
        (await this.#d.toegang.sleutel(vak, epoch)) ?? erbij.get(`${vak}|${epoch}`),
    };
  }
}
