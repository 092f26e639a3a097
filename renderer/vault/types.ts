/**
 * The door of the vault: what the rest of the renderer may ask of it. Nothing outside
 * `renderer/vault` knows RxDB, Dexie, keys or envelopes.
 */
import type { Result } from '../../shared/result.js';
import type {
  Collectie,
  DocVan,
  GedeeldeCollectie,
  JsonWaarde,
  Lid,
  OpenConflict,
  Rol,
} from '../../shared/schema/index.js';

/** A document to add: what the vault fills in itself is left out. `id` may be given, to be deterministic. */
export type NieuwDoc<C extends GedeeldeCollectie> = OmitUnie<
  DocVan<C>,
  'id' | 'versie' | 'gewijzigdDoor' | 'gewijzigdOp' | 'conflicten'
> & {
  id?: string;
  /** Differences that the document already has, for example in the voorbeeldhuis; left out is none. */
  conflicten?: OpenConflict[];
};
type OmitUnie<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

export type Onveranderlijk<T> = T extends (infer U)[]
  ? readonly Onveranderlijk<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Onveranderlijk<T[K]> }
    : T;

export interface Syncstand {
  /** `geen`: this house has no endpoint. `geweigerd`: the endpoint does not accept this device. */
  toestand: 'geen' | 'offline' | 'bezig' | 'gelijk' | 'geweigerd';
  /** Changes on this device that the house does not have yet. */
  wachtend: number;
  /** ids of the documents that wait. */
  wachtendeIds: ReadonlySet<string>;
  /** Moment at which everything was at the house, ISO; null when never. */
  laatstGelijk: string | null;
  /** Why it is offline, or why changes are held back, in words for a person; else null. */
  reden: string | null;
  /** First sync: documents received so far, and whether it is still running. */
  eersteKeer: { ontvangen: number; bezig: boolean } | null;
}

export interface Waarneembaar<T> {
  readonly waarde: T;
  volg(f: () => void): () => void;
}

export type Uitnodigingsoort =
  | {
      soort: 'collega';
      naam: string;
      rol: Rol;
      organisatie: string;
      toegang: 'huis' | 'toegewezen';
    }
  /** A second device of the account that invites. */
  | { soort: 'eigen-apparaat' };

export interface Uitnodiging {
  readonly id: string;
  readonly soort: Uitnodigingsoort;
  readonly verlooptOp: string;
  readonly stand: 'open' | 'gebruikt' | 'verlopen';
  /** The code to hand over. Carries endpoint, house and secret. */
  readonly code: string;
}

export type LedenFout = { soort: 'geen-endpoint' | 'geen-beheerder' | 'offline' };

export interface Kluis {
  readonly huis: {
    readonly id: string;
    readonly naam: string;
    readonly korteNaam: string;
    readonly voorbeeld: boolean;
    readonly endpoint: string | null;
  };
  readonly ik: Onveranderlijk<Lid>;
  readonly apparaat: { readonly id: string; readonly naam: string };

  /** All documents of a collection, from memory. The array is the same object until something changes. */
  alle<C extends Collectie>(collectie: C): readonly Onveranderlijk<DocVan<C>>[];
  haal<C extends Collectie>(collectie: C, id: string): Onveranderlijk<DocVan<C>> | undefined;
  /** Calls back, at most once a microtask, after changes in any of the collections. */
  volg(collecties: readonly Collectie[], f: () => void): () => void;

  /** A new scope with its own key, sealed to this account and to the members with access to the whole house. With a `naam` the id is derived from it, so that two devices arrive at the same. */
  nieuwVak(naam?: string): Promise<string>;
  /** The vak of the house. */
  readonly huisvak: string;
  /** id derived from text under the secret of the house: the same on every device, says nothing to others. */
  afgeleidId(tekst: string): Promise<string>;

  /** Adds documents in one durable write. Resolves when they are on disk. A document with the id of an existing one is merged with it, as if two devices had made it apart: nothing of either is lost, and nothing changes when they are equal. Returns what became of each. */
  voegToe<C extends GedeeldeCollectie>(
    collectie: C,
    docs: readonly NieuwDoc<C>[],
  ): Promise<readonly Onveranderlijk<DocVan<C>>[]>;
  /**
   * Changes one document. `basis` is the document as the user saw it: when it has changed since, the
   * change is merged three ways, and the same field keeps both values as an open conflict. Resolves
   * when it is on disk.
   */
  wijzig<C extends GedeeldeCollectie>(
    collectie: C,
    basis: Onveranderlijk<DocVan<C>>,
    recept: (concept: DocVan<C>) => void,
  ): Promise<Onveranderlijk<DocVan<C>>>;
  verwijder(collectie: GedeeldeCollectie, id: string): Promise<void>;
  /** Chooses a value for a field in conflict. Both values are kept in the tijdlijn of the case, with `reden`. */
  losOp(
    collectie: GedeeldeCollectie,
    id: string,
    veld: string,
    keuze: JsonWaarde,
    reden: string,
  ): Promise<void>;

  /** Preferences and the like, of this device only. */
  leesLokaal(sleutel: string): JsonWaarde | undefined;
  schrijfLokaal(sleutel: string, waarde: JsonWaarde): Promise<void>;

  readonly sync: Waarneembaar<Syncstand> & {
    /** Tries now. */
    nu(): void;
    /** Works offline on purpose, until called with false. */
    pauzeer(aan: boolean): void;
    /** Points the house to an endpoint, and registers it there. */
    koppelEndpoint(
      adres: string,
    ): Promise<Result<void, { soort: 'onbereikbaar' | 'geweigerd'; uitleg: string }>>;
  };

  readonly leden: {
    uitnodigingen: Waarneembaar<readonly Uitnodiging[]>;
    nodigUit(soort: Uitnodigingsoort): Promise<Result<Uitnodiging, LedenFout>>;
    /** Accounts that hold a key of this vak. */
    metToegang(vak: string): readonly { account: string; rol: string; tot: string | null }[];
    geefToegang(vak: string, account: string, rol: string): Promise<void>;
  };

  /** Closes the store. Keys go with the process: call `platform.venster.herstart()` after it. */
  sluit(): Promise<void>;
}

/** State of the device before anybody unlocked it. */
export type Deurstand =
  | { soort: 'leeg' }
  | {
      soort: 'vergrendeld';
      huisnaam: string;
      accountnaam: string;
      rol: string;
      apparaatnaam: string;
      laatstGelijk: string | null;
      wachtend: number;
      wachtTot: string | null;
    }
  /** Another window has the store open. */
  | { soort: 'bezet' }
  /** The store is there but cannot be opened; `uitleg` says what was found. */
  | { soort: 'beschadigd'; uitleg: string };

export type OntgrendelFout =
  | { soort: 'wachtzin'; pogingen: number; wachtTot: string | null }
  | { soort: 'wachten'; wachtTot: string }
  /** Wrong quick code; 0 left: from now on the passphrase. */
  | { soort: 'snelcode'; over: number }
  | { soort: 'beschadigd'; uitleg: string };
export type KoppelFout = {
  soort: 'code' | 'verlopen' | 'gebruikt' | 'onbereikbaar' | 'geweigerd';
  uitleg: string;
};

export interface Oprichting {
  readonly huisnaam: string;
  readonly korteNaam: string;
  readonly naam: string;
  readonly rol: Rol;
  readonly wachtzin: string;
  readonly apparaatnaam: string;
  readonly endpoint: string | null;
  readonly voorbeeld: boolean;
}

export interface Kluisdeur {
  stand(): Promise<Deurstand>;
  /** Founds a house. The recovery code is returned once and kept nowhere in the clear. */
  richtOp(gegevens: Oprichting): Promise<{ kluis: Kluis; herstelcode: string }>;
  ontgrendel(wachtzin: string): Promise<Result<Kluis, OntgrendelFout>>;
  ontgrendelMetHerstelcode(
    code: string,
    nieuweWachtzin: string,
  ): Promise<Result<Kluis, OntgrendelFout>>;
  /** Joins with an invitation. `bijStap` tells what it waits for. */
  koppel(
    gegevens: { code: string; wachtzin: string; apparaatnaam: string },
    bijStap: (stap: 'aanvragen' | 'wachten-op-bevestiging' | 'ophalen') => void,
    stop: AbortSignal,
  ): Promise<Result<Kluis, KoppelFout>>;
}
