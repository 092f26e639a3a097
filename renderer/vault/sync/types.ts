/**
 * What the sync asks of the rest of the vault, and what it gives. The kluis composes the two.
 * Nothing here knows how keys are kept or how a document is shown.
 */
import type { RxDatabase } from 'rxdb';
import type { Result } from '../../../shared/result.js';
import type {
  Basisdocument,
  GedeeldeCollectie,
  Lid,
  Rol,
  Toegang,
} from '../../../shared/schema/index.js';
import type {
  Aanstelling,
  HuisAanmelding,
  Intrekking,
  Verlening,
} from '../../../shared/sync/protocol.js';
import type { Platform } from '../../platform/contract.js';
import type { Huisstand } from './replicatie.js';
import type { Haalfout } from './stukken.js';
import type {
  LedenFout,
  Syncstand,
  Uitnodiging,
  Uitnodigingsoort,
  VerwijderFout,
  Waarneembaar,
} from '../types.js';
import type { Laat, Oordeel } from './quarantaine.js';

export interface Syncdeps {
  /** Id of the house. */
  readonly huis: string;
  /** The vak of the house itself. */
  readonly huisvak: string;
  /** `tekensleutel`: private Ed25519. */
  readonly account: { readonly id: string; readonly tekensleutel: CryptoKey };
  readonly apparaat: { readonly id: string; readonly tekensleutel: CryptoKey };
  /** The statements with which this device makes itself and its house known to an endpoint. */
  readonly aanmelding: HuisAanmelding;
  /**
   * Whether a document that verified and opened may take the place of the one that is here, if any. What
   * may not is left out, and is not asked for again. Left out: everything may.
   */
  readonly magBinnen?: (
    collectie: GedeeldeCollectie,
    hier: Basisdocument | undefined,
    nieuw: Basisdocument & { readonly _deleted: boolean },
  ) => boolean;
  /** Open database with the twelve collections, named as in `COLLECTIES`. */
  /** What the house destroyed: it is not sent, not taken in, and goes from the endpoint. */
  readonly vernietigd: { is(vak: string): boolean; alle(): readonly string[] };
  readonly database: RxDatabase;
  /** Address such as `https://sync.example.nl`, without a path; null while the house has none. */
  readonly endpoint: string | null;
  bewaarEndpoint(adres: string): Promise<void>;
  readonly netwerk: Platform['netwerk'];
  readonly toegang: Toegangsbeheer;
  readonly leden: Ledenboek;
  /** Null on a device without the house key: it cannot appoint anybody. */
  readonly benoem: Benoem | null;
  readonly tekenIntrekking: TekenIntrekking;
  /** This device was revoked: verified. May be called more than once. */
  bijIngetrokken(): void;
  /** The endpoint took the key of this device. */
  bijContact(): void;
  /** Private keys of the account for another device of the same person; opaque to the sync. */
  accountbundel(): Promise<Uint8Array<ArrayBuffer>>;
  /** Chunks of attachments on this device; left out: they do not go over the line. */
  readonly stukken?: Pick<Platform['stukken'], 'lees' | 'namen'>;
  readonly opties?: Syncopties;
}

export interface Toegangsbeheer {
  /** AES-256-GCM key of a vak and epoch; undefined when there is no grant for this account. */
  sleutel(vak: string, epoch: number): Promise<CryptoKey | undefined>;
  /** Highest epoch of which this account holds the key. */
  epoch(vak: string): number | undefined;
  /** Documents of `toegang`, of every account, from memory. */
  alle(): readonly Toegang[];
  /**
   * Seals every epoch that this account holds of each vak to the account, signs, and stores it
   * unpublished. Pairs that have a grant already are left as they are. The key is the one in
   * `leden.alle()`; pairs of accounts that are not there are left out.
   */
  verleen(
    paren: readonly { vak: string; account: string; rol: string; tot?: string | null }[],
  ): Promise<void>;
  /**
   * Adds or replaces documents by (vak, epoch, account). For the own account the sealed key replaces
   * the one in use: every later `sleutel(vak, epoch)` is that of this document. Their signatures
   * have been verified.
   */
  bewaar(docs: readonly Toegang[]): Promise<void>;
  verwijder(ids: readonly string[]): Promise<void>;
  /**
   * A new key for the next epoch of a vak, sealed to each of these and signed; not stored and not in use.
   * Who is not in `leden.alle()` is left out.
   */
  nieuweEpoch(
    vak: string,
    epoch: number,
    wie: readonly { account: string; rol: string; tot: string | null }[],
  ): Promise<Verlening[]>;
  /** The same with the key that this account has of that epoch; empty when it has none. */
  verzegelOpnieuw(
    vak: string,
    epoch: number,
    wie: readonly { account: string; rol: string; tot: string | null }[],
  ): Promise<Verlening[]>;
}

export interface Ledenboek {
  /** Ed25519 public key of an account whose certificate was verified; undefined when unknown. */
  tekensleutel(account: string): Promise<CryptoKey | undefined>;
  /** The key in this document if the house key signed its certificate; else undefined. */
  controleer(lid: Lid): Promise<CryptoKey | undefined>;
  /** Verified members, this account too. */
  alle(): readonly Lid[];
  /** Adds a document to `leden`, stamped; `lid.id` is the account. */
  voegToe(lid: NieuwLid): Promise<void>;
}

export type NieuwLid = Pick<
  Lid,
  | 'id'
  | 'naam'
  | 'rol'
  | 'organisatie'
  | 'toegang'
  | 'tekensleutel'
  | 'ontvangsleutel'
  | 'certificaat'
>;

/** With the house key: appoints an account and certifies who it is. Keys are base64url. */
export type Benoem = (wie: {
  account: string;
  naam: string;
  rol: Rol;
  organisatie: string;
  toegang: 'huis' | 'toegewezen';
  tekensleutel: string;
  ontvangsleutel: string;
}) => Promise<{ aanstelling: Aanstelling; certificaat: string }>;

/** A device, or with `apparaat` null an account with all its devices. */
export interface Intrekdoel {
  readonly account: string;
  readonly apparaat: string | null;
}
/** Null when this device has no key that may sign it: only the house revokes what is of others. */
export type TekenIntrekking = (doel: Intrekdoel) => Promise<Intrekking | null>;

/** For tests and measurements; the defaults are for use. */
export interface Syncopties {
  readonly fetch?: typeof fetch;
  /** First and longest wait after a failure, ms. */
  readonly terugval?: { eerste: number; langste: number };
  /** Slow poll beside the stream, ms. */
  readonly peiling?: number;
}

export interface Sync {
  readonly stand: Waarneembaar<Syncstand>;
  readonly uitnodigingen: Waarneembaar<readonly Uitnodiging[]>;
  /** Opens what is local; resolves when the pending count is known. Never waits for the network. */
  start(): Promise<void>;
  nu(): void;
  pauzeer(aan: boolean): void;
  zetZuinig(aan: boolean): void;
  koppelEndpoint(
    adres: string,
  ): Promise<Result<void, { soort: 'onbereikbaar' | 'geweigerd'; uitleg: string }>>;
  nodigUit(soort: Uitnodigingsoort): Promise<Result<Uitnodiging, LedenFout>>;
  /** Holds everything here against everything at the endpoint once more. Rejects without one. */
  opnieuw(): Promise<void>;
  /** A chunk of an attachment from the endpoint, sealed, to be verified by who asks. */
  haalStuk(
    vak: string,
    naam: string,
    stop: AbortSignal,
  ): Promise<Result<Uint8Array<ArrayBuffer>, Haalfout>>;
  /** What the endpoint is known to have of these documents, by id; nothing without one. */
  huisstand(
    collectie: GedeeldeCollectie,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Huisstand>>;
  /** Forgets what these documents held: in the notes on what the endpoint has, and in what waits for a key. */
  vergeet(collectie: GedeeldeCollectie, ids: readonly string[]): Promise<void>;
  /** Verified revocations of the house. */
  readonly intrekkingen: Waarneembaar<readonly Intrekking[]> & {
    /** Whether the account as a whole was revoked. */
    account(id: string): boolean;
  };
  /** For good. It counts when this resolves with ok. */
  trekIn(doel: Intrekdoel): Promise<Result<void, LedenFout>>;
  /** Takes an account out of a vak, with a new epoch. It counts when this resolves with ok. */
  verwijderToegang(vak: string, account: string): Promise<Result<void, VerwijderFout>>;
  /** What former members brought, not judged yet. */
  readonly quarantaine: Waarneembaar<readonly Laat[]>;
  /** False when it is not there (any more). True: the judgement is on disk, and goes to the endpoint. */
  beoordeel(volgnummer: number, oordeel: Oordeel): Promise<boolean>;
  /** Stops everything; to be called before the database is closed. */
  sluit(): Promise<void>;
}

/** What the joining side gives. All keys are public ones, base64url; the private ones stay with the caller. */
export interface Koppelgegevens {
  readonly code: string;
  readonly apparaat: { readonly id: string; readonly naam: string };
  /** Ed25519 of the device. */
  readonly apparaatsleutel: string;
  /** X25519 of the device, made for this once: the account keys are sealed to it. */
  readonly ontvangsleutelApparaat: { readonly publiek: string; readonly prive: CryptoKey };
  /** Fresh account, used when the invitation turns out to be for a colleague. */
  readonly account: {
    readonly id: string;
    readonly tekensleutel: string;
    readonly ontvangsleutel: string;
    /** Signs the statement that adds the device. */
    readonly teken: CryptoKey;
  };
}

/** What came back; the house key has been checked against the code, and the certificates against it. */
export interface Koppeling {
  readonly soort: 'collega' | 'eigen-apparaat';
  readonly huis: string;
  readonly endpoint: string;
  readonly account: string;
  /** Only for `eigen-apparaat`: what `accountbundel()` gave on the inviting device. */
  readonly accountbundel: Uint8Array<ArrayBuffer> | null;
  readonly aanmelding: HuisAanmelding;
  readonly huisvak: string;
  readonly huisnaam: string;
  readonly korteNaam: string;
  readonly voorbeeld: boolean;
  /** Certified members at that moment; this account is among them. Needed to verify the first documents. */
  readonly leden: readonly NieuwLid[];
  /** Grants of the house vak for this account, verified. */
  readonly toegang: readonly Toegang[];
}
