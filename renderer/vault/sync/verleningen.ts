/**
 * Grants over the line: ours to the endpoint before anything of their vak goes there, those of
 * others to us.
 *
 * Two devices may make the same vak (its id is derived from a name) with different keys, both
 * offline. The one that publishes first decides: the other is told `bestaat` for its own grant,
 * takes over the key that was sealed to its account, and seals that one to the others. Documents
 * are sealed when they are pushed, so nothing was written under the key that lost.
 */
import { z } from 'zod';
import { controleerVerlening } from '../../../shared/crypto/index.js';
import { ok } from '../../../shared/result.js';
import type { Toegang } from '../../../shared/schema/index.js';
import { GRENZEN } from '../../../shared/sync/protocol.js';
import type { Verlening } from '../../../shared/sync/protocol.js';
import { Beurten } from '../beurten.js';
import type { Antwoord, Client } from './client.js';
import type { Lokaalboek } from './lokaal.js';
import type { Syncdeps } from './types.js';

const PUNT = 'sync|verleningen';

export interface Verleningenopties {
  readonly deps: Pick<Syncdeps, 'huis' | 'account' | 'toegang' | 'leden' | 'vernietigd'>;
  readonly client: Client;
  readonly boek: Lokaalboek;
  /** Whether an account as a whole was revoked: it gets no keys any more. */
  ingetrokken(account: string): boolean;
  /** Keys of these vakken came in, or changed. */
  bijSleutels(vakken: ReadonlySet<string>): void;
}

export class Verleningen {
  readonly #o: Verleningenopties;
  /** Publishing and fetching one after the other: each reads what the other wrote. */
  readonly #beurten = new Beurten();
  /** vakken that the endpoint knows and of which this account is no member there (yet). */
  readonly #geenLid = new Set<string>();
  readonly #gepubliceerd = new Set<string>();

  constructor(opties: Verleningenopties) {
    this.#o = opties;
  }

  geenLid(vak: string): boolean {
    return this.#geenLid.has(vak);
  }

  /** After this every vak can be pushed of which this account may be a member. */
  wisselUit(): Antwoord<void> {
    return this.#beurten.doe(async () => {
      const eerst = await this.#haal();
      return eerst.ok ? await this.#publiceer() : eerst;
    });
  }

  /** Sends what the endpoint lacks, if anything. */
  async publiceer(): Antwoord<void> {
    const is = this.#o.deps.toegang
      .alle()
      .some((t) => isTeGeven(t, this.#o.deps.account.id) && !this.#geenLid.has(t.vak));
    return is ? this.#beurten.doe(() => this.#publiceer()) : ok(undefined);
  }

  /** Publishes when one of the vakken has a grant that the endpoint lacks. */
  async zorgVoor(vakken: ReadonlySet<string>): Antwoord<void> {
    const onbekend = [...vakken].filter((v) => !this.#gepubliceerd.has(v));
    if (onbekend.length === 0) return ok(undefined);
    return this.#beurten.doe(() => this.#publiceer());
  }

  /** Seals every vak that this account holds to the members with access to the whole house. */
  async vulAan(): Antwoord<void> {
    const paren = ontbrekendeParen(this.#o.deps).filter(
      ({ account }) => !this.#o.ingetrokken(account),
    );
    if (paren.length === 0) return ok(undefined);
    await this.#o.deps.toegang.verleen(paren);
    return this.#beurten.doe(() => this.#publiceer());
  }

  async #publiceer(): Antwoord<void> {
    const { account, toegang } = this.#o.deps;
    const mijn = (t: Toegang): boolean => t.account === account.id;
    const eigen = await this.#bied(
      toegang.alle().filter((t) => isTeGeven(t, account.id) && mijn(t)),
    );
    if (!eigen.ok) return eigen;
    if (eigen.waarde.bestaat.length > 0) {
      const over = await this.#haal(0);
      if (!over.ok) return over;
    }
    // Given before a next epoch was known here: whoever gets in late gets that key too.
    const paren = toegang.alle().filter((t) => !t.gepubliceerd && !mijn(t));
    if (paren.length > 0) await toegang.verleen(paren);
    // Of a vak that was made while the own grants were on their way, the own one goes first, next time:
    // who is no member there gives nobody access.
    const teGeven = toegang.alle().filter((t) => isTeGeven(t, account.id));
    const nieuw = new Set(teGeven.filter(mijn).map((t) => t.vak));
    const vanAnderen = teGeven.filter(
      (t) => !mijn(t) && !nieuw.has(t.vak) && !this.#geenLid.has(t.vak),
    );
    const anderen = await this.#bied(vanAnderen);
    if (!anderen.ok) return anderen;
    if (anderen.waarde.bestaat.length > 0) {
      const over = await this.#haal(0);
      if (!over.ok) return over;
    }
    for (const t of toegang.alle()) if (t.gepubliceerd && mijn(t)) this.#gepubliceerd.add(t.vak);
    return ok(undefined);
  }

  async #bied(docs: readonly Toegang[]): Antwoord<{ bestaat: string[] }> {
    const { deps, client } = this.#o;
    const bestaat: string[] = [];
    for (let i = 0; i < docs.length; i += GRENZEN.verleningenPerVerzoek) {
      const deel = docs.slice(i, i + GRENZEN.verleningenPerVerzoek);
      const uit = await client.verleen(deel.map(alsVerlening));
      if (!uit.ok) return uit;
      const reden = new Map(uit.waarde.geweigerd.map((g) => [g.id, g.reden]));
      for (const t of deel) {
        const r = reden.get(t.id);
        if (r === 'bestaat') bestaat.push(t.id);
        else if (r === 'geen-lid') this.#geenLid.add(t.vak);
        else if (r === 'handtekening') console.error('sync: verlening geweigerd', t.id);
      }
      await deps.toegang.bewaar(
        deel.filter((t) => !reden.has(t.id)).map((t) => ({ ...t, gepubliceerd: true })),
      );
      const lidVan = deel.filter((t) => !reden.has(t.id) && t.account === deps.account.id);
      const wachtten = lidVan.filter((t) => this.#geenLid.delete(t.vak)).map((t) => t.vak);
      if (wachtten.length > 0) this.#o.bijSleutels(new Set(wachtten));
    }
    return ok({ bestaat });
  }

  async #haal(vanaf?: number): Antwoord<void> {
    const { boek, client, deps } = this.#o;
    const punt = vanaf ?? (await boek.lees(PUNT, z.number())) ?? 0;
    const uit = await client.verleningen(punt);
    if (!uit.ok) return uit;
    const echt = await Promise.all(uit.waarde.verleningen.map((v) => this.#isEcht(v)));
    const goede = uit.waarde.verleningen.filter((_, i) => echt[i]);
    await this.#verwerk(goede);
    // Those of an author who is not known yet are asked for again when more members are.
    const compleet = goede.length === uit.waarde.verleningen.length;
    if (compleet && uit.waarde.volgnummer !== punt) {
      await boek.schrijf('sync', [{ id: PUNT, waarde: uit.waarde.volgnummer }]);
    }
    for (const v of goede) if (v.account === deps.account.id) this.#gepubliceerd.add(v.vak);
    return ok(undefined);
  }

  async #verwerk(verleningen: readonly Verlening[]): Promise<void> {
    const { toegang, account } = this.#o.deps;
    const sleutel = (t: { vak: string; epoch: number; account: string }): string =>
      `${t.vak}|${t.epoch}|${t.account}`;
    const bekend = new Map(toegang.alle().map((t) => [sleutel(t), t]));
    const nieuw = verleningen.filter((v) => {
      if (this.#o.deps.vernietigd.is(v.vak)) return false;
      const t = bekend.get(sleutel(v));
      return !t?.gepubliceerd || t.verzegeld !== v.verzegeld;
    });
    if (nieuw.length === 0) return;
    const mijn = nieuw.filter((v) => v.account === account.id);
    // Sealed with the key that lost: to be sealed again with the one that is taken over.
    const vanEpoch = (t: { vak: string; epoch: number }): string => `${t.vak}|${t.epoch}`;
    const anders = (v: Verlening): boolean => {
      const hier = bekend.get(sleutel(v));
      return hier !== undefined && hier.verzegeld !== v.verzegeld;
    };
    const overgenomen = new Set(mijn.filter(anders).map(vanEpoch));
    const bijEndpoint = new Set(nieuw.map(sleutel));
    const opnieuw = toegang
      .alle()
      .filter(
        (t) =>
          overgenomen.has(vanEpoch(t)) &&
          !t.gepubliceerd &&
          t.account !== account.id &&
          !bijEndpoint.has(sleutel(t)),
      );
    await toegang.verwijder(opnieuw.map((t) => t.id));
    await toegang.bewaar(nieuw.map((v) => ({ ...v, gepubliceerd: true })));
    // Who opened that epoch at the endpoint saw the members of the one before, and left these out.
    const wasLid = new Set(toegang.alle().flatMap((t) => (t.gepubliceerd ? [sleutel(t)] : [])));
    const erbuiten = (t: Toegang): boolean => wasLid.has(sleutel({ ...t, epoch: t.epoch - 1 }));
    const teGeven = opnieuw.filter((t) => !erbuiten(t));
    if (teGeven.length > 0) {
      await toegang.verleen(
        teGeven.map(({ vak, account: wie, rol, tot }) => ({ vak, account: wie, rol, tot })),
      );
    }
    const vakken = new Set(mijn.map((v) => v.vak));
    for (const vak of vakken) this.#geenLid.delete(vak);
    if (vakken.size > 0) this.#o.bijSleutels(vakken);
  }

  async #isEcht(v: Verlening): Promise<boolean> {
    const { huis, leden } = this.#o.deps;
    const sleutel = await leden.tekensleutel(v.door);
    return sleutel !== undefined && (await controleerVerlening(huis, v, sleutel));
  }
}

/** Access to the whole house that was not given yet, to the vakken of which this account has the key. */
export function ontbrekendeParen({
  toegang,
  leden,
  account,
}: Pick<Syncdeps, 'toegang' | 'leden' | 'account'>): {
  vak: string;
  account: string;
  rol: string;
}[] {
  const gegeven = new Set(toegang.alle().map((t) => `${t.vak}|${t.account}`));
  const vakken = new Set(toegang.alle().flatMap((t) => (t.account === account.id ? [t.vak] : [])));
  return leden
    .alle()
    .filter((lid) => lid.toegang === 'huis' && lid.id !== account.id)
    .flatMap((lid) =>
      [...vakken]
        .filter((vak) => !gegeven.has(`${vak}|${lid.id}`))
        .map((vak) => ({ vak, account: lid.id, rol: lid.rol })),
    );
}

/** The endpoint takes a grant from who gave it only; one that came in a file is brought there by its giver. */
const isTeGeven = (t: Toegang, account: string): boolean => !t.gepubliceerd && t.door === account;

/** Without what is only of this device. */
export const alsVerlening = (t: Toegang): Verlening => ({
  id: t.id,
  vak: t.vak,
  epoch: t.epoch,
  account: t.account,
  rol: t.rol,
  tot: t.tot,
  verzegeld: t.verzegeld,
  door: t.door,
  handtekening: t.handtekening,
});
