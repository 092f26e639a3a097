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

/** Somebody else changed the vak in between; more often than this is no coincidence. */
const POGINGEN = 5;

type Uitkomst = Result<void, VerwijderFout>;

export class Epochs {
  readonly #deps: Pick<Syncdeps, 'account' | 'toegang'>;
  readonly #boek: Lokaalboek;
  /** Whether an account as a whole was revoked. */
  readonly #ingetrokken: (account: string) => boolean;
  readonly #beurten = new Beurten();

  constructor(
    deps: Pick<Syncdeps, 'account' | 'toegang'>,
    boek: Lokaalboek,
    ingetrokken: (account: string) => boolean,
  ) {
    this.#deps = deps;
    this.#boek = boek;
    this.#ingetrokken = ingetrokken;
  }

  /** Sends once more what was prepared and got no answer. */
  maakAf(motor: Motor): Promise<void> {
    return this.#beurten.doe(async () => {
      for (const v of await this.#boek.alle(SOORT, voorstel)) await this.#stuur(motor, v);
    });
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
        // Own work that still waits goes first: the next time that this is looked at.
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
    if (aantal > 0) return fout({ soort: 'wachtend', aantal });
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

const rijId = (vak: string): string => `epoch|${vak}`;

function alsVerwijderFout(f: Endpointfout): VerwijderFout {
  if (f.soort === 'onbereikbaar') return { soort: 'offline' };
  return { soort: f.code === 'onbekend-vak' ? 'geen-toegang' : 'geweigerd' };
}
