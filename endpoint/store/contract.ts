/**
 * What the endpoint asks of its store. The routes know this and nothing of SQL. Every method is one
 * transaction. `nu` is an ISO moment, `vandaag` an ISO date; the store has no clock of its own.
 */
import type { Result } from '../../shared/result.js';
import type {
  AccountAanmelding,
  Epochantwoord,
  Epochverzoek,
  HuisAanmelding,
  Intrekking,
  Pullantwoord,
  Pullverzoek,
  Pushantwoord,
  Pushverzoek,
  Quarantainelijst,
  Quarantaineregel,
  Quarantainestuk,
  Reeks,
  UitnodigingStand,
  Vakstand,
  Verlening,
  VerleningenAntwoord,
} from '../../shared/sync/protocol.js';

export interface Beller {
  readonly huis: string;
  readonly account: string;
  readonly apparaat: string;
}

export type Aanmeldfout = 'account-bestaat' | 'apparaat-bestaat' | 'quotum-bereikt';

/** What others may be told after a commit. */
export interface Wijzigingspunt {
  readonly vak: string;
  readonly collectie: string;
  readonly volgnummer: number;
}

/**
 * What happened in a house, for the streams of every process. `behalve`: the device that did it.
 * `volgnummer`: the highest one that this tells of.
 */
export type Bericht = { readonly huis: string } & (
  | {
      readonly soort: 'wijziging';
      readonly punten: readonly Wijzigingspunt[];
      readonly behalve: string | null;
    }
  | {
      /** To the members of the vakken, and to `accounts`, who may have been one. */
      readonly soort: 'verleningen';
      readonly vakken: readonly string[];
      readonly accounts: readonly string[];
      readonly behalve: string | null;
      readonly volgnummer: number;
    }
  | { readonly soort: 'uitnodiging'; readonly id: string; readonly account: string }
  | {
      readonly soort: 'quarantaine';
      readonly vakken: readonly string[];
      readonly behalve: string | null;
      readonly volgnummer: number;
    }
  | {
      readonly soort: 'intrekkingen';
      /** Revoked now, by themselves or with their account. */
      readonly apparaten: readonly string[];
      readonly accounts: readonly string[];
      readonly volgnummer: number;
    }
);

/** Between the processes on one database. What is sent may get lost: `Store.sinds` tells what was missed. */
export interface Omroep {
  /** To the other processes, soon. Never fails: a server that is gone is noticed elsewhere. */
  zend(bericht: Bericht): void;
  /** Every message of another process from now on. */
  luister(doe: (bericht: Bericht) => void): void;
  sluit(): Promise<void>;
}

export interface Apparaatstand {
  readonly account: string;
  readonly sleutel: string;
  readonly ingetrokken: boolean;
}

export interface Store {
  /** The public key of the house as base64url, or null when the house is unknown here. */
  huissleutel(huis: string): Promise<string | null>;
  meldHuisAan(
    huis: string,
    aanmelding: HuisAanmelding,
  ): Promise<Result<'nieuw' | 'bekend', Aanmeldfout | 'geen-nieuwe-huizen'>>;
  meldAccountsAan(
    huis: string,
    aanmelding: AccountAanmelding,
  ): Promise<Result<'goed', Aanmeldfout>>;
  tekensleutels(huis: string, accounts: readonly string[]): Promise<Map<string, string>>;
  apparaat(huis: string, apparaat: string): Promise<Apparaatstand | null>;
  /** All of them, for good; what was revoked already is left as it is. `nieuw`: how many were not. */
  trekIn(
    beller: Beller,
    intrekkingen: readonly Intrekking[],
    nu: string,
  ): Promise<Result<{ nieuw: number; volgnummer: number }, 'apparaat-ingetrokken'>>;
  intrekkingen(huis: string): Promise<Intrekking[]>;

  bewaarUitdaging(
    huis: string,
    apparaat: string,
    uitdaging: string,
    verlooptOp: string,
  ): Promise<void>;
  /** Takes the challenge away: it works once, also when what follows fails. */
  neemUitdaging(huis: string, apparaat: string, uitdaging: string, nu: string): Promise<boolean>;
  bewaarToken(huis: string, apparaat: string, hash: string, verlooptOp: string): Promise<void>;
  /** The series of volgnummers of the house, the present one last; never empty. */
  reeksen(huis: string): Promise<Reeks[]>;
  /** An older backup was put back: every house begins this series, and every device hears of it at its next token. */
  beginReeks(naam: string): Promise<void>;
  beller(huis: string, hash: string, nu: string): Promise<Beller | 'ingetrokken' | null>;

  /** `geldig`: ids of the grants with a valid signature by the caller. */
  verleen(
    beller: Beller,
    verleningen: readonly Verlening[],
    geldig: ReadonlySet<Verlening>,
    vandaag: string,
  ): Promise<
    Result<
      { antwoord: VerleningenAntwoord; vakken: readonly string[]; volgnummer: number },
      'apparaat-ingetrokken'
    >
  >;
  verleningen(
    beller: Beller,
    vanaf: number,
    vandaag: string,
  ): Promise<{ verleningen: Verlening[]; volgnummer: number }>;
  /** Accounts that have access today, per vak. */
  leden(
    huis: string,
    vakken: readonly string[],
    vandaag: string,
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>>;

  push(
    beller: Beller,
    enveloppen: Pushverzoek['enveloppen'],
    vandaag: string,
    nu: string,
  ): Promise<
    Result<
      {
        antwoord: Pushantwoord;
        punten: readonly Wijzigingspunt[];
        /** Vakken with something new in quarantine. */
        apart: readonly string[];
      },
      | 'geen-lid'
      | 'vak-vast'
      | 'epoch-verlopen'
      | 'quarantaine-vol'
      | 'quotum-bereikt'
      | 'apparaat-ingetrokken'
    >
  >;
  pull(beller: Beller, verzoek: Pullverzoek, vandaag: string): Promise<Pullantwoord>;

  /** Null when the caller is no member today. */
  vakstand(beller: Beller, vak: string, vandaag: string): Promise<Vakstand | null>;
  /** The grants have a valid signature by the caller, and are of this vak and epoch. */
  openEpoch(
    beller: Beller,
    vak: string,
    verzoek: Epochverzoek,
    vandaag: string,
  ): Promise<
    Result<
      Epochantwoord & { nieuw: boolean },
      'onbekend-vak' | 'vak-gewijzigd' | 'apparaat-ingetrokken'
    >
  >;

  /** Everything of it, for good; once more is no failure. */
  vernietigVak(
    beller: Beller,
    vak: string,
    vandaag: string,
    nu: string,
  ): Promise<Result<'weg', 'onbekend-vak' | 'niet-van-het-huis' | 'apparaat-ingetrokken'>>;

  quarantaine(beller: Beller, vanaf: number, vandaag: string): Promise<Quarantainelijst>;
  /** Null when there is none in a vak of the caller. */
  quarantainestuk(
    beller: Beller,
    volgnummer: number,
    vandaag: string,
  ): Promise<Quarantainestuk | null>;
  beoordeel(
    beller: Beller,
    volgnummer: number,
    oordeel: 'aanvaard' | 'geweigerd',
    vandaag: string,
    nu: string,
  ): Promise<Result<Quarantaineregel, 'onbekend' | 'beoordeeld'>>;

  /** Keeps a chunk under its address. */
  legStuk(
    beller: Beller,
    vak: string,
    naam: string,
    bytes: Uint8Array,
    vandaag: string,
  ): Promise<
    Result<'nieuw' | 'bekend', 'onbekend-vak' | 'quotum-bereikt' | 'apparaat-ingetrokken'>
  >;
  stuk(
    beller: Beller,
    vak: string,
    naam: string,
    vandaag: string,
  ): Promise<Result<Uint8Array, 'onbekend-vak' | 'onbekend-stuk'>>;
  aanwezig(
    beller: Beller,
    vak: string,
    namen: readonly string[],
    vandaag: string,
  ): Promise<Result<string[], 'onbekend-vak'>>;
  trekStukTerug(
    beller: Beller,
    vak: string,
    naam: string,
    vandaag: string,
  ): Promise<Result<'weg', 'onbekend-vak' | 'quotum-bereikt' | 'apparaat-ingetrokken'>>;

  nodigUit(
    beller: Beller,
    id: string,
    verlooptOp: string,
  ): Promise<Result<'nieuw' | 'bekend', 'uitnodiging-bestaat' | 'quotum-bereikt'>>;
  uitnodigingen(beller: Beller): Promise<UitnodigingStand[]>;
  /** Answers with the account of the inviter. */
  vraagAan(
    huis: string,
    id: string,
    bytes: string,
    nu: string,
  ): Promise<Result<string, 'onbekend' | 'gebruikt' | 'verlopen'>>;
  beantwoord(
    beller: Beller,
    id: string,
    bytes: string,
  ): Promise<Result<'goed', 'onbekend' | 'geen-aanvraag' | 'beantwoord'>>;
  /** null: no answer yet. */
  antwoord(
    huis: string,
    id: string,
    nu: string,
  ): Promise<Result<string | null, 'onbekend' | 'verlopen'>>;

  /** Last volgnummer of each house that is known. */
  volgnummers(huizen: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** What changed after a volgnummer: points of documents, vakken with new grants, and with quarantine. */
  sinds(
    huis: string,
    volgnummer: number,
  ): Promise<{
    punten: readonly Wijzigingspunt[];
    vakken: readonly string[];
    apart: readonly string[];
  }>;

  /** Deletes what has expired. */
  ruimOp(nu: string): Promise<void>;
  /** Throws when the file cannot be read. */
  leeft(): Promise<void>;
  sluit(): Promise<void>;
}
