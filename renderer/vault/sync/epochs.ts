/**
 * The next epoch of a vak, for when somebody must not read what is written from now on.
 *
 * In two phases. The request, with the new key sealed to everyone who stays, is kept on this device before
 * it is sent; the key is taken into use when the endpoint has put it in force. A power cut in between leaves
 * the request, which is sent again (the endpoint answers it as the first time) or is refused because
 * something changed, and then given up. Nothing is ever sealed under a key that the endpoint does not have.
 *
 * The endpoint says who the members are, and is not believed for that: only who has a verified grant of the
 * present epoch gets the next one.
 *
 * An endpoint that was put back from a backup may be an epoch or more behind. It is opened there again, with
 * the same key; and where somebody who did not know opened another one meanwhile, in which who had been taken
 * out takes part, they are taken out once more.
 */
import { z } from 'zod';
import { vandaagIso } from '../../../shared/domein/index.js';
import { fout, ok } from '../../../shared/result.js';
import type { Result } from '../../../shared/result.js';
import { epochverzoek, opaakId } from '../../../shared/sync/protocol.js';
import type { Vakstand } from '../../../shared/sync/protocol.js';
import { Beurten } from '../beurten.js';
import type { VerwijderFout } from '../types.js';
import type { Endpointfout } from './fouten.js';
import { isIngetrokken } from './fouten.js';
import type { Lokaalboek } from './lokaal.js';
import type { Motor } from './motor.js';
import type { Syncdeps } from './types.js';

const SOORT = 'epoch';
const voorstel = z.object({ vak: opaakId, verzoek: epochverzoek });
type Voorstel = z.infer<typeof voorstel>;

const NAGAAN = 'epoch-nagaan';
/** What this device knew of a vak when the endpoint was put back. */
const bekendheid = z.object({
  vak: opaakId,
  /** Who held its keys: one for each epoch, from the first on. */
  houders: z.array(z.array(opaakId)).min(2),
});
type Bekendheid = z.infer<typeof bekendheid>;

/** Somebody else changed the vak in between; more often than this is no coincidence. */
const POGINGEN = 5;

type Uitkomst = Result<void, VerwijderFout>;

export class Epochs {
  readonly #deps: Pick<Syncdeps, 'account' | 'toegang'>;
  readonly #boek: Lokaalboek;
  /** Whether an account as a whole was revoked. */
  readonly #ingetrokken: (account: string) => boolean;
  readonly #beurten = new Beurten();
  #wacht = false;

  constructor(
    deps: Pick<Syncdeps, 'account' | 'toegang'>,
    boek: Lokaalboek,
    ingetrokken: (account: string) => boolean,
  ) {
    this.#deps = deps;
    this.#boek = boek;
    this.#ingetrokken = ingetrokken;
  }

  /** Whether something was put off until own work of this device went out. */
  get wacht(): boolean {
    return this.#wacht;
  }

  /** Sends once more what was prepared and got no answer. */
  maakAf(motor: Motor): Promise<void> {
    return this.#beurten.doe(async () => {
      this.#wacht = false;
      for (const v of await this.#boek.alle(SOORT, voorstel)) await this.#stuur(motor, v);
      for (const b of await this.#boek.alle(NAGAAN, bekendheid))
        if (await this.#isHersteld(motor, b)) await this.#boek.verwijder([nagaanId(b.vak)]);
    });
  }

  /**
   * The endpoint was put back: what was in force there is looked at when it can be reached, vak by vak. Of
   * an epoch whose grants did not come by the endpoint it is not known who held it.
   */
  async laatNagaan(): Promise<void> {
    const { toegang, account } = this.#deps;
    const perVak = new Map<string, string[][]>();
    for (const t of toegang.alle()) {
      const houders = perVak.get(t.vak) ?? [];
      (houders[t.epoch - 1] ??= []).push(t.account);
      perVak.set(t.vak, houders);
    }
    const vanEndpoint = new Map<string, number>();
    for (const t of toegang.alle())
      if (t.account === account.id && t.gepubliceerd)
        vanEndpoint.set(t.vak, Math.max(t.epoch, vanEndpoint.get(t.vak) ?? 0));
    const bekend = [...vanEndpoint].flatMap(([vak, epoch]): Bekendheid[] => {
      const houders = Array.from({ length: epoch }, (_, i) => perVak.get(vak)?.[i] ?? []);
      return epoch > 1 ? [{ vak, houders }] : [];
    });
    await this.#boek.schrijf(
      NAGAAN,
      bekend.map((b) => ({ id: nagaanId(b.vak), waarde: b })),
    );
  }

  /** Takes an account out of a vak. It counts when this resolves with ok. */
  verwijder(motor: Motor, vak: string, account: string): Promise<Uitkomst> {
    return this.#beurten.doe(() => this.#volgende(motor, vak, new Set([account])));
  }

  /** New epochs of the vakken that revoked accounts hold the present key of, as far as this account does too. */
  ruimIngetrokkenOp(motor: Motor): Promise<void> {
    return this.#beurten.doe(async () => {
      for (const vak of this.#bekendBijIngetrokken()) {
        const uit = await this.#volgende(motor, vak, new Set());
        if (!uit.ok && uit.fout.soort !== 'wachtend')
          console.error(`een nieuwe sleutel van ${vak} bleef uit (${uit.fout.soort})`);
      }
    });
  }

  #bekendBijIngetrokken(): ReadonlySet<string> {
    const { toegang } = this.#deps;
    const vandaag = vandaagIso();
    return new Set(
      toegang
        .alle()
        .filter((t) => t.epoch === toegang.epoch(t.vak) && (t.tot === null || t.tot >= vandaag))
        .filter((t) => this.#ingetrokken(t.account))
        .map((t) => t.vak),
    );
  }

  /** @returns false when it is to be looked at again */
  async #isHersteld(motor: Motor, b: Bekendheid): Promise<boolean> {
    const { vak } = b;
    const epoch = b.houders.length;
    // Let in again here since then, which the endpoint does not know yet.
    const erbij = this.#deps.toegang
      .alle()
      .flatMap((t) => (t.vak === vak && t.epoch === epoch && !t.gepubliceerd ? [t.account] : []));
    const houders = b.houders.map((wie, i) => (i === epoch - 1 ? [...wie, ...erbij] : wie));
    await this.#boek.schrijf(NAGAAN, [{ id: nagaanId(vak), waarde: { vak, houders } }]);
    let gemeld = 0;
    for (let poging = 0; poging < POGINGEN + 2 * epoch; poging++) {
      const stand = await motor.client.vakstand(vak);
      // Of a vak that is not there, or not for this account, whoever made or gave it brings that back.
      if (!stand.ok) return stand.fout.soort === 'geweigerd' && stand.fout.code === 'onbekend-vak';
      const volgende = houders[stand.waarde.epoch];
      if (volgende === undefined) return this.#houdtBuiten(motor, stand.waarde, houders);
      if (gemeld < stand.waarde.epoch) {
        gemeld = stand.waarde.epoch;
        const weg = (houders[gemeld - 1] ?? []).filter((wie) => !volgende.includes(wie));
        if (await this.#meldOudleden(motor, stand.waarde, weg)) continue;
      }
      if (!(await this.#heropen(motor, stand.waarde, volgende))) return false;
    }
    return false;
  }

  /**
   * Who was given access and taken out since then is let in once more, with the keys that they had, to be
   * known there as a former member: what they wrote before they knew is kept apart then, and not refused.
   * @returns whether anything changed there
   */
  async #meldOudleden(
    motor: Motor,
    { vak, epoch, leden }: Vakstand,
    weg: readonly string[],
  ): Promise<boolean> {
    const { toegang } = this.#deps;
    const onbekend = weg.filter((wie) => !leden.some((lid) => lid.account === wie));
    const gegeven = toegang
      .alle()
      .filter((t) => t.vak === vak && t.epoch === epoch && onbekend.includes(t.account));
    const verleningen = await toegang.verzegelOpnieuw(vak, epoch, gegeven);
    if (verleningen.length === 0) return false;
    const uit = await motor.client.verleen(verleningen);
    return uit.ok && uit.waarde.aangenomen > 0;
  }

  /** Who had been taken out and takes part again is taken out once more. */
  async #houdtBuiten(
    motor: Motor,
    { vak, leden }: Vakstand,
    houders: readonly (readonly string[])[],
  ): Promise<boolean> {
    const weg = new Set(houders.flat());
    for (const account of houders.at(-1) ?? []) weg.delete(account);
    if (!leden.some((lid) => weg.has(lid.account))) return true;
    return (await this.#volgende(motor, vak, weg)).ok;
  }

  /** Opens the epoch after that of the endpoint, which this device knows, with the key that it has. */
  async #heropen(
    motor: Motor,
    { vak, epoch: vorige, stand, leden }: Vakstand,
    houders: readonly string[],
  ): Promise<boolean> {
    const { toegang } = this.#deps;
    const epoch = vorige + 1;
    const isHouder = (account: string): boolean => houders.includes(account);
    const blijven = leden.filter((lid) => isHouder(lid.account));
    const verwijderd = leden.map((lid) => lid.account).filter((account) => !isHouder(account));
    if (!blijven.every((lid) => this.#isBewezen(vak, epoch, lid))) return false;
    const verleningen = await toegang.verzegelOpnieuw(vak, epoch, blijven);
    if (verleningen.length === 0 || verleningen.length !== blijven.length) return false;
    const verzoek = { stand, epoch, verwijderd, verleningen };
    const uit = await motor.client.openEpoch(vak, verzoek);
    // Somebody else was first: looked at once more.
    if (!uit.ok) return uit.fout.soort === 'geweigerd' && uit.fout.code === 'vak-gewijzigd';
    await toegang.bewaar(verleningen.map((v) => ({ ...v, gepubliceerd: true })));
    // Of who was given access in that epoch and is not a member there yet.
    await motor.wisselVerleningen();
    return true;
  }

  async #volgende(motor: Motor, vak: string, weg: ReadonlySet<string>): Promise<Uitkomst> {
    for (let poging = 0; poging < POGINGEN; poging++) {
      const uit = await this.#poging(motor, vak, weg);
      if (uit !== 'gewijzigd') return uit;
    }
    return fout({ soort: 'gewijzigd' });
  }

  async #poging(
    motor: Motor,
    vak: string,
    weg: ReadonlySet<string>,
  ): Promise<Uitkomst | 'gewijzigd'> {
    const { toegang } = this.#deps;
    if (!motor.verbinding.open) return fout({ soort: 'offline' });
    const gewisseld = await motor.wisselVerleningen();
    if (!gewisseld.ok) return fout(alsVerwijderFout(gewisseld.fout));
    const aantal = await motor.wachtendIn(vak);
    if (aantal > 0) {
      this.#wacht = true;
      return fout({ soort: 'wachtend', aantal });
    }
    const stand = await motor.client.vakstand(vak);
    if (!stand.ok) return fout(alsVerwijderFout(stand.fout));
    const epoch = toegang.epoch(vak);
    if (epoch === undefined) return fout({ soort: 'geen-toegang' });
    if (stand.waarde.epoch !== epoch) return 'gewijzigd';

    const gaat = (account: string): boolean => weg.has(account) || this.#ingetrokken(account);
    const verwijderd = stand.waarde.leden.map((l) => l.account).filter(gaat);
    const houders = toegang.alle().filter((t) => t.vak === vak && t.epoch === epoch);
    // Somebody else did it already: who had to go has no key of this epoch.
    if (verwijderd.length === 0 && !houders.some((t) => gaat(t.account))) return ok(undefined);
    const blijven = stand.waarde.leden.filter((l) => !gaat(l.account));
    if (!blijven.every((lid) => this.#isBewezen(vak, epoch, lid)))
      return fout({ soort: 'onbewezen' });
    const verleningen = await toegang.nieuweEpoch(vak, epoch + 1, blijven);
    if (verleningen.length !== blijven.length) return fout({ soort: 'onbewezen' });
    const klaar: Voorstel = {
      vak,
      verzoek: { stand: stand.waarde.stand, epoch: epoch + 1, verwijderd, verleningen },
    };
    await this.#boek.schrijf(SOORT, [{ id: rijId(vak), waarde: klaar }]);
    return this.#stuur(motor, klaar);
  }

  /** Of the member itself there is a verified grant of this epoch, and one with this role and last day. */
  #isBewezen(
    vak: string,
    epoch: number,
    { account, rol, tot }: Vakstand['leden'][number],
  ): boolean {
    const van = this.#deps.toegang.alle().filter((t) => t.vak === vak && t.account === account);
    return van.some((t) => t.epoch === epoch) && van.some((t) => t.rol === rol && t.tot === tot);
  }

  async #stuur(motor: Motor, { vak, verzoek }: Voorstel): Promise<Uitkomst | 'gewijzigd'> {
    const uit = await motor.client.openEpoch(vak, verzoek);
    if (uit.ok) {
      await this.#deps.toegang.bewaar(
        verzoek.verleningen.map((v) => ({ ...v, gepubliceerd: true })),
      );
      await this.#boek.verwijder([rijId(vak)]);
      return ok(undefined);
    }
    if (uit.fout.soort === 'onbereikbaar' || isIngetrokken(uit.fout)) {
      // Still on its way; the next time that everything is looked at it goes again.
      return fout({ soort: 'bewaard' });
    }
    await this.#boek.verwijder([rijId(vak)]);
    return uit.fout.code === 'vak-gewijzigd' ? 'gewijzigd' : fout(alsVerwijderFout(uit.fout));
  }
}

const nagaanId = (vak: string): string => `${NAGAAN}|${vak}`;
const rijId = (vak: string): string => `epoch|${vak}`;

function alsVerwijderFout(f: Endpointfout): VerwijderFout {
  if (f.soort === 'onbereikbaar') return { soort: 'offline' };
  return { soort: f.code === 'onbekend-vak' ? 'geen-toegang' : 'geweigerd' };
}
