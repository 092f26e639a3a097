/** Everything that runs while a house has an endpoint: the line, the grants, ten replications. */
import type { RxDatabase } from 'rxdb';
import { fout } from '../../../shared/result.js';
import { GEDEELDE_COLLECTIES } from '../../../shared/schema/index.js';
import type { GedeeldeCollectie } from '../../../shared/schema/index.js';
import type { Intrekking, Por, Reeks } from '../../../shared/sync/protocol.js';
import type { Antwoord, Client } from './client.js';
import { maakClient } from './client.js';
import { Drukte } from './drukte.js';
import { isIngetrokken, weigertApparaat } from './fouten.js';
import type { Endpointfout } from './fouten.js';
import type { Lokaalboek } from './lokaal.js';
import { Replicatie } from './replicatie.js';
import { TERUGVAL, slaap } from './terugval.js';
import { Stukkenbezorger } from './stukken.js';
import type { Syncdeps } from './types.js';
import { Verbinding } from './verbinding.js';
import type { Lijnstand } from './verbinding.js';
import { Verleningen } from './verleningen.js';
import { Wachtkamer } from './wachtkamer.js';

/** What the parts of the motor share. */
export interface Motordeps
  extends Pick<Syncdeps, 'huis' | 'account' | 'toegang' | 'leden' | 'vernietigd'> {
  readonly database: RxDatabase;
  /** Names the bookkeeping that belongs to this endpoint. */
  readonly koppeling: string;
  readonly client: Client;
  readonly verbinding: Verbinding;
  readonly verleningen: Verleningen;
  readonly wachtkamer: Wachtkamer;
  readonly drukte: Drukte;
  readonly stop: AbortSignal;
  /** Whether the line is one to be sparing with: attachments are not sent by themselves. */
  zuinig(): boolean;
  bijStand(): void;
  /** Whether a document that verified and opened may be written here. */
  readonly magBinnen: NonNullable<Syncdeps['magBinnen']>;
}

export interface Motoropties {
  readonly deps: Syncdeps;
  readonly adres: string;
  readonly koppeling: string;
  readonly boek: Lokaalboek;
  /** The endpoint was put back: what is noted of later numbers is corrected first. Null when there is nothing to. */
  readonly herijkNa: number | null;
  bijStand(): void;
  /** Which series of volgnummers there were at the endpoint, the present one last; false stops this motor. */
  bijReeksen(reeksen: readonly Reeks[]): Promise<boolean>;
  /** Somebody asked to join, or may have. */
  bijUitnodiging(): void;
  /** There may be revocations that are not known here yet; `por`: somebody revoked something just now. */
  bijIntrekkingen(door: 'por' | 'inhalen'): void;
  /** Something came into the quarantine, or was judged, or may have been. */
  bijQuarantaine(): void;
  /** Whether an account as a whole was revoked. */
  ingetrokken(account: string): boolean;
  /** Whether one of these ends the access of this device, and is signed by who may do that. */
  bewijst(intrekkingen: readonly Intrekking[]): Promise<boolean>;
  /** This device was revoked, and that was verified. */
  bijIngetrokken(): void;
}

/** In this order, so that the keys and people are there before what needs them. */
const VOLGORDE = GEDEELDE_COLLECTIES;
const PEILING_MS = 60_000;
const ZONDER_BEWIJS =
  'Het endpoint weigert dit apparaat, maar toont niet dat het huis dat wil. Op dit apparaat is niets veranderd; vraag de beheerder van het huis.';
/** Members come in groups; what depends on them is done once. */
const ADEMPAUZE_MS = 250;

export class Motor {
  readonly client: Client;
  readonly verbinding: Verbinding;
  readonly replicaties: ReadonlyMap<GedeeldeCollectie, Replicatie>;
  /** Null where the shell keeps no attachments. */
  readonly stukken: Stukkenbezorger | null;
  readonly #o: Motoropties;
  readonly #verleningen: Verleningen;
  readonly #wachtkamer: Wachtkamer;
  readonly #drukte: Drukte;
  readonly #stop = new AbortController();
  #lijn: Lijnstand = { soort: 'offline', oorzaak: null, reden: null };
  /** What the user said of it; null is what the network says of itself. */
  #zuinig: boolean | null = null;
  #ingehaald = false;
  #loop: Promise<void> = Promise.resolve();
  #taken = new Set<Promise<unknown>>();
  #afmelden: () => void = () => undefined;

  constructor(opties: Motoropties) {
    this.#o = opties;
    const { deps, adres, boek } = opties;
    const stop = this.#stop.signal;
    this.#drukte = new Drukte(stop);
    this.#wachtkamer = new Wachtkamer(boek);
    this.client = maakClient({
      adres,
      huis: deps.huis,
      apparaat: deps.apparaat,
      fetch: deps.opties?.fetch ?? ((...a) => fetch(...a)),
      stop,
      bijReeksen: (reeksen) => opties.bijReeksen(reeksen),
      bijIngetrokken: (f) =>
        this.#later(async () => {
          await this.#kijkIngetrokken(f);
        }),
    });
    this.#verleningen = new Verleningen({
      deps,
      client: this.client,
      boek,
      ingetrokken: (account) => opties.ingetrokken(account),
      bijSleutels: () => this.#later(() => this.#nieuweSleutels()),
    });
    this.verbinding = new Verbinding({
      client: this.client,
      netwerk: deps.netwerk,
      terugval: deps.opties?.terugval ?? TERUGVAL,
      peiling: deps.opties?.peiling ?? PEILING_MS,
      stop,
      zuinig: () => this.zuinig,
      meldAan: () => this.#meldAan(),
      bijInhalen: () => this.#haalIn(),
      bijPor: (por) => this.#por(por),
      bijStand: (lijn) => {
        this.#lijn = lijn;
        opties.bijStand();
      },
    });
    const gedeeld: Motordeps = {
      huis: deps.huis,
      account: deps.account,
      toegang: deps.toegang,
      leden: deps.leden,
      vernietigd: deps.vernietigd,
      database: deps.database,
      koppeling: opties.koppeling,
      client: this.client,
      verbinding: this.verbinding,
      verleningen: this.#verleningen,
      wachtkamer: this.#wachtkamer,
      drukte: this.#drukte,
      stop,
      zuinig: () => this.zuinig,
      bijStand: () => opties.bijStand(),
      magBinnen: (collectie, hier, nieuw) =>
        !deps.vernietigd.is(nieuw.vak) && (deps.magBinnen?.(collectie, hier, nieuw) ?? true),
    };
    this.stukken = deps.stukken
      ? new Stukkenbezorger({ ...gedeeld, boek, schijf: deps.stukken })
      : null;
    const collecties = VOLGORDE.filter((c) => c in deps.database.collections);
    this.replicaties = new Map(collecties.map((c) => [c, new Replicatie(gedeeld, c)]));
  }

  get adres(): string {
    return this.#o.adres;
  }
  get lijn(): Lijnstand {
    return this.#lijn;
  }
  /** Everything that is at the endpoint was asked for since the line opened, and is here. */
  get bijgewerkt(): boolean {
    return (
      this.#ingehaald &&
      this.stukken?.bezig !== true &&
      [...this.replicaties.values()].every((r) => !r.bezig)
    );
  }

  /** And nothing of this device waits either. */
  get leeg(): boolean {
    return this.bijgewerkt && [...this.replicaties.values()].every((r) => r.wachtend.aantal === 0);
  }

  get zuinig(): boolean {
    return this.#zuinig ?? this.#o.deps.netwerk.zuinig;
  }
  zetZuinig(aan: boolean): void {
    this.#zuinig = aan;
    this.stukken?.por();
    this.#o.bijStand();
  }

  /** Tries now, without waiting for what is being loaded. */
  nu(): void {
    this.#drukte.meteen();
    this.stukken?.opnieuw();
    this.verbinding.nu();
  }

  /** @param gepauzeerd works offline on purpose */
  async start(gepauzeerd = false): Promise<void> {
    const { herijkNa } = this.#o;
    await Promise.all([...this.replicaties.values()].map((r) => r.open()));
    if (herijkNa !== null) for (const r of this.replicaties.values()) await r.herijk(herijkNa);
    for (const r of this.replicaties.values()) r.start();
    await this.stukken?.start();
    const { database } = this.#o.deps;
    const leden = database.collections['leden']?.$.subscribe(() => this.#ledenGewijzigd());
    const toegang = database.collections['toegang']?.$.subscribe(() => this.#toegangGewijzigd());
    this.#afmelden = () => {
      leden?.unsubscribe();
      toegang?.unsubscribe();
    };
    if (gepauzeerd) this.verbinding.pauzeer(true);
    this.#loop = this.verbinding.leef();
  }

  /** @param vergeet also deletes the notes on what the endpoint has */
  async sluit(vergeet = false): Promise<void> {
    this.#afmelden();
    const dicht = [...this.replicaties.values()].map((r) => r.sluit(vergeet));
    this.#stop.abort();
    await Promise.all(dicht);
    await this.stukken?.sluit();
    await this.#loop;
    await Promise.all(this.#taken);
  }

  async vergeet(collectie: GedeeldeCollectie, ids: readonly string[]): Promise<void> {
    await this.#wachtkamer.wis(collectie, ids);
    await this.replicaties.get(collectie)?.vergeet(ids);
  }

  /** Work of people in this vak that the house does not have yet; the log goes along by itself. */
  async wachtendIn(vak: string): Promise<number> {
    const van = [...this.replicaties].filter(([collectie]) => collectie !== 'logregels');
    const aantallen = await Promise.all(van.map(([, r]) => r.wachtendIn(vak)));
    return aantallen.reduce((som, n) => som + n, 0);
  }

  /** Publishes and fetches grants; after it the keys are as the endpoint has them. */
  async wisselVerleningen(): Antwoord<void> {
    return this.#verleningen.wisselUit();
  }

  async #meldAan(): Antwoord<void> {
    const token = await this.client.meldAan();
    if (!token.ok) {
      // An endpoint that does not know us may be new: a house makes itself known.
      if (isIngetrokken(token.fout)) return fout(await this.#kijkIngetrokken(token.fout));
      if (!weigertApparaat(token.fout)) return token;
      const gemeld = await this.client.meldHuis(this.#o.deps.aanmelding);
      if (!gemeld.ok) return token;
      const opnieuw = await this.client.meldAan();
      if (!opnieuw.ok) return opnieuw;
    }
    this.#o.deps.bijContact();
    return this.#verleningen.wisselUit();
  }

  #haalIn(): void {
    this.#ingehaald = true;
    for (const r of this.replicaties.values()) r.por();
    this.stukken?.opnieuw();
    this.#later(async () => {
      // Also what was put aside by an older version of the application, which may open now.
      for (const r of this.replicaties.values()) await r.opnieuw();
      const uit = await this.#verleningen.wisselUit();
      const aangevuld = uit.ok ? await this.#verleningen.vulAan() : uit;
      if (aangevuld.ok) this.#o.deps.bijContact();
      else this.verbinding.verbroken(aangevuld.fout);
    });
    this.#o.bijUitnodiging();
    this.#o.bijIntrekkingen('inhalen');
    this.#o.bijQuarantaine();
  }

  #por(por: Por): void {
    if (por.soort === 'wijziging') {
      this.replicaties.get(por.collectie as GedeeldeCollectie)?.por();
    } else if (por.soort === 'verleningen') {
      this.#later(async () => {
        const uit = await this.#verleningen.wisselUit();
        if (!uit.ok) this.verbinding.verbroken(uit.fout);
        // Also where a grant that is known here was given there once more: what was refused may go now.
        for (const r of this.replicaties.values()) await r.veeg();
      });
    } else if (por.soort === 'uitnodiging') this.#o.bijUitnodiging();
    else if (por.soort === 'intrekkingen') this.#o.bijIntrekkingen('por');
    else if (por.soort === 'quarantaine') this.#o.bijQuarantaine();
    // `ingetrokken`: anybody on the line can say so; who signed it comes with the refusal of a token.
    else
      this.#later(async () => {
        await this.client.meldOpnieuwAan();
      });
  }

  /**
   * The endpoint says that this device is revoked. Only what the house or the own account signed counts:
   * else the synchronisation stops, and nothing more.
   */
  async #kijkIngetrokken(f: Endpointfout): Promise<Endpointfout> {
    const bewezen = await this.#o.bewijst((f.soort === 'geweigerd' && f.intrekkingen) || []);
    const uit: Endpointfout = bewezen ? f : { ...f, uitleg: ZONDER_BEWIJS };
    this.verbinding.verbroken(uit);
    if (bewezen) this.#o.bijIngetrokken();
    return uit;
  }

  async #nieuweSleutels(): Promise<void> {
    this.stukken?.por();
    for (const r of this.replicaties.values()) {
      r.por();
      await r.opnieuw();
    }
  }

  #toegangWacht = false;
  /** Access that was given here goes out at once, also when no document follows it. */
  #toegangGewijzigd(): void {
    if (this.#toegangWacht || !this.verbinding.open) return;
    this.#toegangWacht = true;
    this.#later(async () => {
      await slaap(ADEMPAUZE_MS, this.#stop.signal);
      await this.#drukte.voorbij();
      this.#toegangWacht = false;
      const uit = await this.#verleningen.publiceer();
      if (!uit.ok) this.verbinding.verbroken(uit.fout);
    });
  }

  #ledenWacht = false;
  #ledenGewijzigd(): void {
    if (this.#ledenWacht) return;
    this.#ledenWacht = true;
    this.#later(async () => {
      await slaap(ADEMPAUZE_MS, this.#stop.signal);
      this.#ledenWacht = false;
      for (const r of this.replicaties.values()) await r.opnieuw();
      if (!this.verbinding.open) return;
      const uit = await this.#verleningen.wisselUit();
      if (uit.ok) await this.#verleningen.vulAan();
    });
  }

  /** Work of others that needs this line: waited for when it closes. */
  ernaast(doe: () => Promise<void>): void {
    this.#later(doe);
  }

  /** Beside the main road; waited for when closing. A defect is reported and stops nothing else. */
  #later(doe: () => Promise<void>): void {
    const taak = (async () => {
      if (this.#stop.signal.aborted) return;
      await doe();
    })().catch((oorzaak: unknown) => {
      if (!this.#stop.signal.aborted) console.error('sync', oorzaak);
    });
    this.#taken.add(taak);
    void taak.finally(() => this.#taken.delete(taak));
  }
}
