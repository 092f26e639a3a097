/**
 * What former members brought late, opened for whoever judges it. The endpoint keeps it; this device keeps
 * only which judgements it has still to bring there, so that one made without a connection is not lost.
 */
import { z } from 'zod';
import { DOSSIERCOLLECTIES } from '../../../shared/schema/index.js';
import type { Dossiercollectie } from '../../../shared/schema/index.js';
import type { Quarantaineregel, Quarantainestuk } from '../../../shared/sync/protocol.js';
import { Beurten } from '../beurten.js';
import type { Waarneembaar } from '../types.js';
import { Volgers } from '../volgers.js';
import type { Lokaalboek } from './lokaal.js';
import type { Motor } from './motor.js';
import type { Syncdeps } from './types.js';
import type { Document } from './wachtend.js';
import { open } from './zegel.js';

const SOORT = 'quarantaine-oordeel';
const besluit = z.object({
  /** A volgnummer is of one endpoint. */
  adres: z.string(),
  volgnummer: z.number().int(),
  oordeel: z.enum(['aanvaard', 'geweigerd']),
});
export type Oordeel = z.infer<typeof besluit>['oordeel'];

export interface Laat {
  readonly regel: Quarantaineregel;
  /** `versie` that it was made on; null for a new document. */
  readonly basis: string | null;
  readonly verwijderd: boolean;
  /** As its author signed it, with who that is; null when it cannot be opened or read here. */
  readonly doc: { readonly collectie: Dossiercollectie; readonly inhoud: Document } | null;
}

export class Quarantaine implements Waarneembaar<readonly Laat[]> {
  readonly #deps: Syncdeps;
  readonly #boek: Lokaalboek;
  readonly #volgers = new Volgers();
  readonly volg = this.#volgers.volg;
  #waarde: readonly Laat[] = [];
  readonly #beurten = new Beurten();

  constructor(deps: Syncdeps, boek: Lokaalboek) {
    this.#deps = deps;
    this.#boek = boek;
  }

  /** Not judged yet, in the order in which it came. */
  get waarde(): readonly Laat[] {
    return this.#waarde;
  }

  /** Brings the judgements that wait, and fetches what there is to judge. One run at a time. */
  haal(motor: Motor): Promise<void> {
    return this.#beurten.doe(() => this.#haal(motor));
  }

  /** Resolves when the judgement is on disk; it goes to the endpoint when that can be reached. */
  beoordeel(motor: Motor, volgnummer: number, oordeel: Oordeel): Promise<void> {
    return this.#beurten.doe(async () => {
      const { adres } = motor;
      await this.#boek.schrijf(SOORT, [
        { id: rijId(volgnummer), waarde: { adres, volgnummer, oordeel } },
      ]);
      this.#zet(this.#waarde.filter((l) => l.regel.volgnummer !== volgnummer));
      motor.ernaast(() => this.haal(motor));
    });
  }

  async #haal(motor: Motor): Promise<void> {
    await this.#brengOordelen(motor);
    const besloten = new Set((await this.#besluiten(motor)).map((b) => b.volgnummer));
    const bekend = new Map(this.#waarde.map((l) => [l.regel.volgnummer, l]));
    const lijst: Laat[] = [];
    for (let vanaf = 0; ; ) {
      const uit = await motor.client.quarantaine(vanaf);
      if (!uit.ok) {
        motor.verbinding.verbroken(uit.fout);
        return;
      }
      for (const regel of uit.waarde.regels) {
        vanaf = Math.max(vanaf, regel.volgnummer);
        if (regel.oordeel !== null || besloten.has(regel.volgnummer)) continue;
        const hier = bekend.get(regel.volgnummer);
        const laat = hier?.doc ? hier : await this.#open(motor, regel);
        if (laat) lijst.push(laat);
      }
      if (!uit.waarde.meer || uit.waarde.regels.length === 0) break;
    }
    if (lijst.length > 0 || this.#waarde.length > 0) this.#zet(lijst);
  }

  async #brengOordelen(motor: Motor): Promise<void> {
    for (const { volgnummer, oordeel } of await this.#besluiten(motor)) {
      const uit = await motor.client.beoordeel(volgnummer, oordeel);
      if (!uit.ok) {
        if (uit.fout.soort === 'onbereikbaar') return;
        // Judged by somebody else meanwhile, or gone: what was written here stays, and merges as always.
        console.error(`een oordeel is niet overgenomen (${uit.fout.code})`);
      }
      await this.#boek.verwijder([rijId(volgnummer)]);
    }
  }

  async #besluiten(motor: Motor): Promise<z.infer<typeof besluit>[]> {
    return (await this.#boek.alle(SOORT, besluit)).filter((b) => b.adres === motor.adres);
  }

  async #open(motor: Motor, regel: Quarantaineregel): Promise<Laat | null> {
    const uit = await motor.client.quarantainestuk(regel.volgnummer);
    if (!uit.ok) {
      // Gone between the list and now; or the line is, and then the next look brings it.
      if (uit.fout.soort === 'onbereikbaar') motor.verbinding.verbroken(uit.fout);
      return null;
    }
    const { envelop } = uit.waarde;
    return {
      regel,
      basis: envelop.basis,
      verwijderd: envelop.verwijderd,
      doc: hoortBij(regel, uit.waarde) ? await this.#ontzegel(envelop) : null,
    };
  }

  async #ontzegel(envelop: Quarantainestuk['envelop']): Promise<Laat['doc']> {
    const collectie = DOSSIERCOLLECTIES.find((c) => c === envelop.collectie);
    if (collectie === undefined) return null;
    const [uit] = await open(this.#deps, collectie, [envelop]);
    return uit?.ok ? { collectie, inhoud: uit.waarde } : null;
  }

  #zet(lijst: readonly Laat[]): void {
    this.#waarde = lijst;
    this.#volgers.meld();
  }
}

const rijId = (volgnummer: number): string => `quarantaine|${volgnummer}`;

/** What was judged must be what is shown: the envelope is that of the line. */
const hoortBij = (regel: Quarantaineregel, { envelop }: Quarantainestuk): boolean =>
  envelop.id === regel.id &&
  envelop.vak === regel.vak &&
  envelop.versie === regel.versie &&
  envelop.door === regel.door;
