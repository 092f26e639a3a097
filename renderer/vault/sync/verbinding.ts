/**
 * One line to the endpoint, kept up for as long as the vault is open: sign in, catch up, listen;
 * when it breaks, wait and begin again. What the network says of itself is a hint only.
 */
import type { Platform } from '../../platform/contract.js';
import type { Por } from '../../../shared/sync/protocol.js';
import type { Lijnoorzaak } from '../../taal/lijn.js';
import type { Antwoord, Client } from './client.js';
import { onbereikbaar, weigertApparaat, weigertToegang } from './fouten.js';
import type { Endpointfout } from './fouten.js';
import { Poort, eersteVan, slaap, wachttijd } from './terugval.js';
import type { Terugval } from './terugval.js';

export type Lijnstand =
  | {
      readonly soort: 'offline' | 'geweigerd';
      readonly oorzaak: Lijnoorzaak | null;
      readonly reden: string | null;
    }
  | { readonly soort: 'online' };

const standVan = (soort: 'offline' | 'geweigerd', reden: Endpointfout | null): Lijnstand => ({
  soort,
  oorzaak: reden?.soort === 'onbereikbaar' ? reden.oorzaak : null,
  reden: reden?.uitleg ?? null,
});

/** On a line that costs data, only so many of the slow polls are done: the stream tells what there is. */
const PEILING_ZUINIG = 5;

export interface Verbindingsopties {
  readonly client: Client;
  readonly netwerk: Platform['netwerk'];
  readonly terugval: Terugval;
  /** Interval of the slow poll, ms: what a lost poke would have told. */
  readonly peiling: number;
  readonly stop: AbortSignal;
  /** Whether the line is one to be sparing with. */
  zuinig(): boolean;
  /** Signs in, and brings to the endpoint what must be there before the line counts as open. */
  meldAan(): Antwoord<void>;
  /** Something may have changed anywhere: at opening, after the stream was away, at each poll. */
  bijInhalen(): void;
  bijPor(por: Por): void;
  bijStand(stand: Lijnstand): void;
}

export class Verbinding {
  readonly #o: Verbindingsopties;
  readonly #poort = new Poort();
  readonly #nietGepauzeerd = new Poort();
  /** Goes off when the open line is given up. */
  #lijn = new AbortController();
  /** Goes off when waiting makes no sense any more. */
  #wek = new AbortController();
  #poging = 0;
  #reden: Endpointfout | null = null;

  constructor(opties: Verbindingsopties) {
    this.#o = opties;
    this.#nietGepauzeerd.zet(true);
  }

  get open(): boolean {
    return this.#poort.open;
  }
  #isGepauzeerd(): boolean {
    return !this.#nietGepauzeerd.open;
  }

  /** Resolves when the line is open, or the vault closes. */
  gereed(): Promise<void> {
    return this.#poort.door(this.#o.stop);
  }

  /** Runs until the vault closes. */
  async leef(): Promise<void> {
    const { stop, netwerk } = this.#o;
    const volgNiet = netwerk.volg((online) => {
      if (online) this.nu();
      else if (this.open) this.#klopAan();
    });
    while (!stop.aborted) {
      await this.#nietGepauzeerd.door(stop);
      if (isAf(stop)) break;
      try {
        await this.#ronde();
      } catch (oorzaak) {
        // A defect of ours must not end the synchronisation for the rest of the day.
        console.error('sync: verbinding', oorzaak);
        this.#sluitLijn(onbereikbaar('defect'));
      }
      if (!this.#isGepauzeerd()) await this.#wacht();
    }
    volgNiet();
    this.#poort.zet(false);
  }

  async #ronde(): Promise<void> {
    const { netwerk, stop } = this.#o;
    const aangemeld = await this.#o.meldAan();
    if (this.#isGepauzeerd()) return;
    if (!aangemeld.ok) {
      if (weigertApparaat(aangemeld.fout)) {
        this.#o.bijStand(standVan('geweigerd', aangemeld.fout));
        return;
      }
      const reden = netwerk.online
        ? await this.#o.client.duid(aangemeld.fout)
        : onbereikbaar('geenNetwerk');
      if (!this.#isGepauzeerd()) this.#o.bijStand(standVan('offline', reden));
      return;
    }
    this.#lijn = new AbortController();
    const begin = performance.now();
    this.#o.bijStand({ soort: 'online' });
    this.#poort.zet(true);
    const { signaal, los } = eersteVan(this.#lijn.signal, stop);
    await this.#luister(signaal);
    los();
    // One that lets us in and breaks at once is not to be knocked at without end.
    if (performance.now() - begin > this.#o.terugval.langste) this.#poging = 0;
    this.#sluitLijn(this.#reden);
  }

  #sluitLijn(reden: Endpointfout | null): void {
    this.#poort.zet(false);
    this.#o.bijStand(standVan('offline', reden));
  }

  /** A request failed for lack of an answer: the line is down until signed in again. */
  verbroken(fout: Endpointfout): void {
    if (!this.open) return;
    this.#reden = fout;
    this.#poort.zet(false);
    this.#lijn.abort();
  }

  nu(): void {
    this.#poging = 0;
    this.#wek.abort();
    if (this.open) this.#o.bijInhalen();
  }

  pauzeer(aan: boolean): void {
    this.#nietGepauzeerd.zet(!aan);
    if (aan) {
      this.verbroken(onbereikbaar('gepauzeerd'));
      this.#o.bijStand(standVan('offline', onbereikbaar('gepauzeerd')));
    }
    this.#wek.abort();
  }

  async #luister(lijn: AbortSignal): Promise<void> {
    const { client, terugval } = this.#o;
    let gepeild = 0;
    const peiling = setInterval(() => {
      if (!this.#o.zuinig() || ++gepeild % PEILING_ZUINIG === 0) this.#o.bijInhalen();
    }, this.#o.peiling);
    // Also without a stream: a proxy may swallow it, and then the poll does the work.
    this.#o.bijInhalen();
    for (let poging = 0; !lijn.aborted; poging++) {
      const begin = performance.now();
      const uit = await client.stroom(
        () => this.#o.bijInhalen(),
        (p) => this.#o.bijPor(p),
        lijn,
      );
      if (isAf(lijn)) break;
      // Refused, as opposed to a stream that does not get through: then the endpoint refuses the rest too.
      if (!uit.ok && weigertToegang(uit.fout)) {
        this.verbroken(uit.fout);
        break;
      }
      if (!(await this.#leeftNog())) break;
      if (performance.now() - begin > terugval.langste) poging = 0;
      await slaap(wachttijd(poging, terugval), lijn);
    }
    clearInterval(peiling);
  }

  async #leeftNog(): Promise<boolean> {
    const uit = await this.#o.client.gezondheid();
    if (!uit.ok) this.verbroken(uit.fout);
    return uit.ok;
  }

  /** The network says it is gone; only the endpoint's silence proves it. */
  #klopAan(): void {
    this.#leeftNog().catch((oorzaak: unknown) => {
      console.error('sync: kloppen mislukt', oorzaak);
    });
  }

  async #wacht(): Promise<void> {
    this.#wek = new AbortController();
    const ms = wachttijd(this.#poging++, this.#o.terugval);
    const { signaal, los } = eersteVan(this.#wek.signal, this.#o.stop);
    await slaap(ms, signaal);
    los();
  }
}

/** As a function, because a compiler thinks that a signal that was not off before `await` still is not. */
const isAf = (signaal: AbortSignal): boolean => signaal.aborted;
