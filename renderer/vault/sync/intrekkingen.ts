/**
 * Which devices and accounts of the house were revoked, as far as the house or the account itself signed
 * that. What the endpoint says beside that counts for nothing here.
 */
import { z } from 'zod';
import { controleerIntrekking } from '../../../shared/crypto/index.js';
import { fout, ok } from '../../../shared/result.js';
import type { Result } from '../../../shared/result.js';
import { intrekking } from '../../../shared/sync/protocol.js';
import type { HuisAanmelding, Intrekking } from '../../../shared/sync/protocol.js';
import { Beurten } from '../beurten.js';
import type { LedenFout, Waarneembaar } from '../types.js';
import { Volgers } from '../volgers.js';
import type { Lokaalboek } from './lokaal.js';
import type { Motor } from './motor.js';
import type { Intrekdoel, Syncdeps } from './types.js';

const BEKEND = 'sync|intrekkingen';

export class Intrekkingen implements Waarneembaar<readonly Intrekking[]> {
  readonly #deps: Syncdeps;
  readonly #boek: Lokaalboek;
  readonly #volgers = new Volgers();
  readonly volg = this.#volgers.volg;
  #waarde: readonly Intrekking[] = [];
  readonly #beurten = new Beurten();

  constructor(deps: Syncdeps, boek: Lokaalboek) {
    this.#deps = deps;
    this.#boek = boek;
  }

  /** Verified ones, in the order of the endpoint. */
  get waarde(): readonly Intrekking[] {
    return this.#waarde;
  }

  /** Whether the account as a whole was revoked. */
  account(id: string): boolean {
    return this.#waarde.some((i) => i.account === id && i.apparaat === null);
  }

  async lees(): Promise<void> {
    this.#zet((await this.#boek.lees(BEKEND, z.array(intrekking))) ?? []);
  }

  async trekIn(motor: Motor | null, doel: Intrekdoel): Promise<Result<void, LedenFout>> {
    if (!motor) return fout({ soort: 'geen-endpoint' });
    const getekend = await this.#deps.tekenIntrekking(doel);
    if (!getekend) return fout({ soort: 'geen-beheerder' });
    const uit = await motor.client.trekIn([getekend]);
    if (!uit.ok) return fout({ soort: uit.fout.soort === 'geweigerd' ? 'geweigerd' : 'offline' });
    await this.haal(motor);
    return ok(undefined);
  }

  /** Fetches what there is, verifies it and keeps it. One run at a time. */
  haal(motor: Motor): Promise<void> {
    return this.#beurten.doe(() => this.#haal(motor));
  }

  /** Whether one of these ends the access of this device, and is signed by who may do that. */
  bewijst(lijst: readonly Intrekking[]): Promise<boolean> {
    const { huis, account, apparaat, aanmelding } = this.#deps;
    return bewijstIntrekking({ huis, account: account.id, apparaat, aanmelding }, lijst);
  }

  async #haal(motor: Motor): Promise<void> {
    const uit = await motor.client.intrekkingen();
    if (!uit.ok) {
      motor.verbinding.verbroken(uit.fout);
      return;
    }
    const echt = await Promise.all(uit.waarde.map((i) => this.#isEcht(i)));
    const gekomen = uit.waarde.filter((_, n) => echt[n]);
    // One that was verified here once stays, also when the endpoint does not show it any more.
    const bekend = new Map([...this.#waarde, ...gekomen].map((i) => [sleutelVan(i), i]));
    if (bekend.size > this.#waarde.length) {
      const alle = [...bekend.values()];
      await this.#boek.schrijf('sync', [{ id: BEKEND, waarde: alle }]);
      this.#zet(alle);
    }
    // What it does not show (any more) it is told again: it may have been put back from an older backup.
    const getoond = new Set(uit.waarde.map(sleutelVan));
    const mist = this.#waarde.filter((i) => !getoond.has(sleutelVan(i)));
    if (mist.length > 0) {
      const gemeld = await motor.client.trekIn(mist);
      if (!gemeld.ok) console.error('sync: intrekkingen niet opnieuw gemeld', gemeld.fout.soort);
    }
    if (this.#waarde.some((i) => this.#overMij(i))) this.#deps.bijIngetrokken();
  }

  #overMij(i: Intrekking): boolean {
    return isOver(i, this.#deps.account.id, this.#deps.apparaat.id);
  }

  #isEcht(i: Intrekking): Promise<boolean> {
    const { huis, account, aanmelding, leden } = this.#deps;
    const sleutel =
      i.account === account.id
        ? aanmelding.aanstelling.tekensleutel
        : leden.alle().find((lid) => lid.id === i.account)?.tekensleutel;
    return controleerIntrekking(huis, i, {
      huis: aanmelding.huissleutel,
      account: sleutel ?? null,
    });
  }

  #zet(lijst: readonly Intrekking[]): void {
    this.#waarde = lijst;
    this.#volgers.meld();
  }
}

const isOver = ({ account, apparaat }: Intrekking, ik: string, dit: string): boolean =>
  account === ik && (apparaat === null || apparaat === dit);

/** Whether one of these ends the access of this device, and is signed by its house or its account. */
export async function bewijstIntrekking(
  wie: {
    readonly huis: string;
    readonly account: string;
    readonly apparaat: { readonly id: string };
    readonly aanmelding: HuisAanmelding;
  },
  lijst: readonly Intrekking[],
): Promise<boolean> {
  const { huissleutel, aanstelling } = wie.aanmelding;
  const sleutels = { huis: huissleutel, account: aanstelling.tekensleutel };
  for (const i of lijst) {
    if (!isOver(i, wie.account, wie.apparaat.id)) continue;
    if (await controleerIntrekking(wie.huis, i, sleutels)) return true;
  }
  return false;
}

const sleutelVan = (i: Intrekking): string => `${i.account}|${i.apparaat ?? ''}`;
