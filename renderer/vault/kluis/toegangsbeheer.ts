/**
 * The keys of the vakken: kept as grants (sealed to accounts), opened for this account when they are
 * needed, and held as AES-GCM keys that cannot be exported.
 */
import {
  aeadSleutel,
  maakVerlening,
  openVerlening,
  verleningId,
  willekeurig,
  wis,
} from '../../../shared/crypto/index.js';
import type { Bytes, Ontvangpaar } from '../../../shared/crypto/index.js';
import type { Lid, Toegang } from '../../../shared/schema/index.js';
import type { Verlening } from '../../../shared/sync/protocol.js';
import type { Toegangsbeheer } from '../sync/types.js';
import type { Schrijver } from './schrijver.js';
import type { Spiegel } from './spiegel.js';

export interface Toegangsdeps {
  readonly huis: string;
  readonly account: string;
  /** Private Ed25519 key of the account. */
  readonly tekensleutel: CryptoKey;
  readonly ontvangpaar: Ontvangpaar;
  readonly spiegel: Spiegel;
  readonly schrijver: Schrijver;
  /** Verified members. */
  leden(): readonly Lid[];
}

interface Paar {
  readonly vak: string;
  readonly account: string;
  readonly rol: string;
  /** Last day, null is without end. */
  readonly tot?: string | null;
}

/** Who gets a key, as a member of the vak already. */
interface Nemer {
  readonly account: string;
  readonly rol: string;
  readonly tot: string | null;
}

/** Sealing is work for the processor; in portions the window stays alive. */
const PER_PORTIE = 100;

export class Toegangen implements Toegangsbeheer {
  readonly #d: Toegangsdeps;
  /** Opened keys, by the sealed text they came from. */
  readonly #sleutels = new Map<string, Promise<CryptoKey | undefined>>();
  #index: { bron: readonly unknown[]; eigen: Map<string, Map<number, Toegang>> } | null = null;
  #vakken: { bron: readonly unknown[]; per: Map<string, Toegang[]> } | null = null;

  constructor(deps: Toegangsdeps) {
    this.#d = deps;
  }

  alle(): readonly Toegang[] {
    return this.#d.spiegel.alle('toegang');
  }

  epoch(vak: string): number | undefined {
    const epochs = this.#eigen().get(vak);
    return epochs && Math.max(...epochs.keys());
  }

  sleutel(vak: string, epoch: number): Promise<CryptoKey | undefined> {
    const toegang = this.#eigen().get(vak)?.get(epoch);
    if (!toegang) return Promise.resolve(undefined);
    const bekend = this.#sleutels.get(toegang.verzegeld);
    if (bekend) return bekend;
    const nieuw = this.#open(toegang).then((bytes) => bytes && aeadSleutel(bytes));
    this.#sleutels.set(toegang.verzegeld, nieuw);
    return nieuw;
  }

  async verleen(paren: readonly Paar[]): Promise<void> {
    const gegeven = new Set(this.alle().map((t) => `${t.vak}|${t.epoch}|${t.account}`));
    const leden = new Map(this.#d.leden().map((lid) => [lid.id, lid]));
    const perVak = new Map<string, Paar[]>();
    for (const paar of paren) perVak.set(paar.vak, [...(perVak.get(paar.vak) ?? []), paar]);
    let nieuw: Toegang[] = [];
    const bewaar = async (): Promise<void> => {
      const portie = nieuw;
      nieuw = [];
      if (portie.length > 0) await this.#d.schrijver.zet('toegang', portie);
    };
    for (const [vak, wie] of perVak) {
      for (const eigen of this.#eigen().get(vak)?.values() ?? []) {
        const nemers = wie.flatMap(({ account, rol, tot = null }) => {
          const lid = leden.get(account);
          return lid && !gegeven.has(`${vak}|${eigen.epoch}|${account}`) ? [{ lid, rol, tot }] : [];
        });
        if (nemers.length === 0) continue;
        const bytes = await this.#open(eigen);
        if (!bytes) continue;
        const gegevenNu = await this.#verzegel(bytes, vak, eigen.epoch, nemers);
        nieuw.push(...gegevenNu.map((v) => ({ ...v, gepubliceerd: false })));
        wis(bytes);
      }
      if (nieuw.length >= PER_PORTIE) await bewaar();
    }
    await bewaar();
  }

  async bewaar(docs: readonly Toegang[]): Promise<void> {
    const rijen = await Promise.all(docs.map(async (t) => ({ ...t, id: await verleningId(t) })));
    await this.#d.schrijver.zet('toegang', rijen);
  }

  verwijder(ids: readonly string[]): Promise<void> {
    return this.#d.schrijver.haalWeg('toegang', ids);
  }

  /** Every key of these vakken, of every account; what is left of them says nothing. */
  async vernietig(vakken: ReadonlySet<string>): Promise<void> {
    const weg = this.alle().filter((t) => vakken.has(t.vak));
    for (const { verzegeld } of weg) this.#sleutels.delete(verzegeld);
    await this.verwijder(weg.map((t) => t.id));
  }

  /** A new key for a vak that has none, sealed to this account and to `anderen`; in one durable write. */
  async maak(vak: string, anderen: readonly Lid[], ik: Lid): Promise<void> {
    const bytes = willekeurig(32);
    const nemers = [ik, ...anderen].map((lid) => ({ lid, rol: lid.rol }));
    const rijen = await this.#verzegel(bytes, vak, 1, nemers);
    wis(bytes);
    await this.#d.schrijver.zet(
      'toegang',
      rijen.map((v) => ({ ...v, gepubliceerd: false })),
    );
  }

  nieuweEpoch(vak: string, epoch: number, wie: readonly Nemer[]): Promise<Verlening[]> {
    return this.#verzegelAan(willekeurig(32), vak, epoch, wie);
  }

  async verzegelOpnieuw(vak: string, epoch: number, wie: readonly Nemer[]): Promise<Verlening[]> {
    const eigen = this.#eigen().get(vak)?.get(epoch);
    const bytes = eigen && (await this.#open(eigen));
    return bytes ? this.#verzegelAan(bytes, vak, epoch, wie) : [];
  }

  /** @param bytes the key, which is wiped */
  async #verzegelAan(
    bytes: Bytes,
    vak: string,
    epoch: number,
    wie: readonly Nemer[],
  ): Promise<Verlening[]> {
    const leden = new Map(this.#d.leden().map((lid) => [lid.id, lid]));
    const nemers = wie.flatMap(({ account, rol, tot }) => {
      const lid = leden.get(account);
      return lid ? [{ lid, rol, tot }] : [];
    });
    const verleningen = await this.#verzegel(bytes, vak, epoch, nemers);
    wis(bytes);
    return verleningen;
  }

  /** Last day of the access of this account to the vak; null is without end. */
  einde(vak: string): string | null {
    const epoch = this.epoch(vak);
    return (epoch === undefined ? undefined : this.#eigen().get(vak)?.get(epoch)?.tot) ?? null;
  }

  /** Accounts that hold the key of the present epoch of the vak: those of an older one were taken out. */
  metToegang(vak: string): readonly { account: string; rol: string; tot: string | null }[] {
    const van = this.#perVak().get(vak) ?? [];
    const epoch = Math.max(...van.map((t) => t.epoch));
    return van
      .filter((t) => t.epoch === epoch)
      .map(({ account, rol, tot }) => ({ account, rol, tot }));
  }

  #verzegel(
    sleutel: Bytes,
    vak: string,
    epoch: number,
    nemers: readonly { lid: Lid; rol: string; tot?: string | null }[],
  ): Promise<Verlening[]> {
    const { huis, account: door, tekensleutel } = this.#d;
    return Promise.all(
      nemers.map(({ lid, rol, tot = null }) =>
        maakVerlening(
          huis,
          { vak, epoch, account: lid.id, rol, tot, door },
          sleutel,
          lid.ontvangsleutel,
          tekensleutel,
        ),
      ),
    );
  }

  /** The key itself, 32 secret bytes, for who wipes them. */
  async #open(toegang: Toegang): Promise<Bytes | undefined> {
    const bytes = await openVerlening(this.#d.huis, toegang, this.#d.ontvangpaar);
    if (!bytes) console.error(`een verlening van ${toegang.vak} is niet te openen`);
    return bytes;
  }

  /** Grants by vak, worked out once for each state of the collection. */
  #perVak(): Map<string, Toegang[]> {
    const bron = this.alle();
    if (this.#vakken?.bron === bron) return this.#vakken.per;
    const per = new Map<string, Toegang[]>();
    for (const t of bron) {
      const van = per.get(t.vak);
      if (van === undefined) per.set(t.vak, [t]);
      else van.push(t);
    }
    this.#vakken = { bron, per };
    return per;
  }

  /** Grants of this account by vak and epoch, worked out once for each state of the collection. */
  #eigen(): Map<string, Map<number, Toegang>> {
    const bron = this.alle();
    if (this.#index?.bron === bron) return this.#index.eigen;
    const eigen = new Map<string, Map<number, Toegang>>();
    for (const t of bron) {
      if (t.account !== this.#d.account) continue;
      const epochs = eigen.get(t.vak) ?? new Map<number, Toegang>();
      eigen.set(t.vak, epochs.set(t.epoch, t));
    }
    this.#index = { bron, eigen };
    return eigen;
  }
}
