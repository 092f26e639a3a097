/**
 * The door of the vault: what the rest of the renderer may ask of it. Nothing outside
 * `renderer/vault` knows RxDB, Dexie, keys or envelopes.
 */
import type { Contactreden } from '../../shared/domein/index.js';
import type { Ketenrapport, Logbestand } from '../../shared/log/index.js';
import type { Result } from '../../shared/result.js';
import type { GekozenBestand } from '../platform/contract.js';
import type { Lijnoorzaak } from '../taal/lijn.js';
import type {
  Bijlage,
  Collectie,
  DocVan,
  Dossiercollectie,
  JsonWaarde,
  Lid,
  Logresultaat,
  OpenConflict,
  Rol,
} from '../../shared/schema/index.js';

/** A document to add: what the vault fills in itself is left out. `id` may be given, to be deterministic. */
export type NieuwDoc<C extends Dossiercollectie> = OmitUnie<
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
  /** Why it is offline, where that is known: `redenInWoorden` says it in the language of the user. */
  oorzaak: Lijnoorzaak | null;
  /** Why it is offline, or why changes are held back, in Dutch; else null. */
  reden: string | null;
  /** Null, or the line is one to be sparing with: `bijlagen` documents wait with their attachments. */
  zuinig: { bijlagen: number } | null;
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

/** A file to attach, read bit by bit. */
export interface Bijlagebestand {
  readonly naam: string;
  /** Media type. */
  readonly soort: string;
  readonly grootte: number;
  /** The bytes from `van` up to `tot`. */
  deel(van: number, tot: number): Promise<Uint8Array<ArrayBuffer>>;
}

export type BijlageFout =
  /** More than `GROOTSTE_BIJLAGE`; nothing was read. */
  | { soort: 'te-groot' }
  /** No room on the disk; what was written of it is gone again. */
  | { soort: 'vol' }
  /** The file cannot be read, or changed while it was. */
  | { soort: 'onleesbaar' }
  /** A chunk is not on this device, and not at the endpoint either: it is on another device. */
  | { soort: 'ontbreekt' }
  /** A chunk was not fetched yet, and there is no connection. */
  | { soort: 'offline' }
  /** A chunk is not what was written, or not of this attachment. */
  | { soort: 'beschadigd' }
  /** Cancelled; nothing is left of it. */
  | { soort: 'afgebroken' }
  /** This browser keeps no files. */
  | { soort: 'niet-ondersteund' };

export interface Bijlagen {
  /**
   * Seals a file in chunks on this device. Resolves when they are on disk; then it is to be put in a
   * document of this vak, or given up with `laatLos`. `voortgang` is called with the bytes so far.
   */
  voegToe(
    vak: string,
    bestand: Bijlagebestand,
    opties?: { voortgang?: (bytes: number) => void; stop?: AbortSignal },
  ): Promise<Result<Bijlage, BijlageFout>>;
  /**
   * The content. What is not on this device is fetched, verified and kept; `voortgang` is called with the
   * bytes so far. What was fetched before it was stopped stays, and is not fetched again.
   */
  lees(
    bijlage: Onveranderlijk<Bijlage>,
    opties?: { voortgang?: (bytes: number) => void; stop?: AbortSignal },
  ): Promise<Result<Uint8Array<ArrayBuffer>, BijlageFout>>;
  /** Whether all its chunks are on this device. */
  aanwezig(bijlage: Onveranderlijk<Bijlage>): Promise<boolean>;
  /** Gives up what was added and is in no document after all. */
  laatLos(bijlagen: readonly Onveranderlijk<Bijlage>[]): Promise<void>;
  /** Keeps the chunks although no document refers to them, for what can still be undone; returns the end of it. */
  houdVast(bijlagen: readonly Onveranderlijk<Bijlage>[]): () => void;
  /** Deletes the chunks to which nothing refers any more; how many. The vault does it by itself. */
  ruimOp(): Promise<number>;
}

/** A backup in the folder. */
export interface Kopie {
  readonly naam: string;
  /** Moment, ISO. */
  readonly gemaakt: string;
  /** Bytes of all that it refers to. */
  readonly grootte: number;
}

export type Kopiewaar = 'map' | 'bestand';
export type Kopiefout = { soort: 'geen-map' | 'vol' | 'onbereikbaar' };

export interface Kopiestand {
  /** The folder; null where the shell has none, or before it was looked at. */
  readonly map: {
    readonly pad: string;
    readonly bereikbaar: boolean;
    readonly vrij: number | null;
  } | null;
  readonly laatste: {
    readonly op: string;
    readonly waar: Kopiewaar;
    readonly bytes: number;
  } | null;
  /** The last restore drill. */
  readonly oefening: { readonly op: string; readonly gelukt: boolean } | null;
  readonly bezig: { readonly klaar: number; readonly totaal: number } | null;
  /** Why the last one was not made. */
  readonly fout: Kopiefout | null;
}

/** Why a backup cannot be opened. */
export type Kopieopenfout =
  /** No backup of ours; shorter than it says; its keyring or its contents were changed. */
  | { soort: 'soort' | 'afgekapt' | 'gewijzigd' }
  /** Of a newer version of the application. */
  | { soort: 'nieuwer' }
  /** Not the recovery code of this backup, or a typing error. */
  | { soort: 'code' };

export type Oefenfout =
  | Kopieopenfout
  /** A part is not there, or was changed. `pak`: its hash, which is the name of the file. */
  | { soort: 'onvolledig'; pak: string }
  /** Segments that do not decrypt. */
  | { soort: 'onleesbaar'; aantal: number }
  /** Everything decrypts, and it is not what was counted when it was made. */
  | { soort: 'telling'; collectie: string; verwacht: number; gevonden: number }
  /** No room on the disk; what was written for it is gone again. */
  | { soort: 'vol' };

export type Herstelfout = Oefenfout;

/** A backup in the folder, of any device. */
export interface Kopiewijzer {
  readonly sub: string;
  readonly naam: string;
}

export interface Oefenuitslag {
  readonly gemaakt: string;
  readonly apparaatnaam: string;
  /** Documents that were read, by collection. */
  readonly telling: Readonly<Record<string, number>>;
  /** Chunks of attachments that are there, of so many. */
  readonly stukken: { readonly er: number; readonly alle: number };
}

export interface Langwerk {
  readonly voortgang?: (klaar: number, totaal: number) => void;
  readonly stop?: AbortSignal;
}

export interface Kopieen extends Waarneembaar<Kopiestand> {
  /** Into the folder: only what is new since the last one is written. */
  maak(): Promise<Result<Kopie, Kopiefout>>;
  /** As one file that is offered to keep. */
  bewaar(): Promise<Result<Kopie, Kopiefout | { soort: 'afgebroken' }>>;
  /** Backups of this device in the folder, newest first. */
  lijst(): Promise<readonly Kopie[]>;
  verwijder(naam: string): Promise<void>;
  kiesMap(): Promise<boolean>;
  /** Restores it for real beside the vault, with the recovery code, and deletes that again. */
  oefen(
    welke: Pick<Kopie, 'naam'> | GekozenBestand,
    herstelcode: string,
    opties?: Langwerk,
  ): Promise<Result<Oefenuitslag, Oefenfout>>;
}

/** What the store of this device says of itself. */
export interface Opslagstand {
  /** Parts that could not be read at the opening; the rest works. Null when everything was read. */
  readonly onleesbaar: { readonly delen: number; readonly bytes: number } | null;
  /** An older copy of the store was put back: this device had got further. `op`: until when, ISO. */
  readonly ouder: { readonly op: string } | null;
  /** Free bytes on the disk of this device; null where that is not known. */
  readonly vrij: number | null;
  /** There is so little room that new work is refused. What is there can be read. */
  readonly vol: boolean;
  /** Whether the browser promised not to delete the data when it runs out of room; null in a shell of our own. */
  readonly blijvend: boolean | null;
  /** Databases that do not count any more and were kept: from before a migration or a restore. */
  readonly opzij: number;
  /** What goes on now. */
  readonly bezig: { readonly klaar: number; readonly totaal: number } | null;
}

/** A new recovery code, to be shown and written down; it counts from the moment that `bevestig` resolves. */
export interface NieuweHerstelcode {
  readonly code: string;
  bevestig(opties?: Langwerk): Promise<void>;
}

/** Care for the store and the keys of this device. */
export interface Onderhoud extends Waarneembaar<Opslagstand> {
  /** Whether this device has a key store, without which there is no quick code. */
  readonly snelMogelijk: boolean;
  /** Looks again at the room on the disk. */
  kijk(): Promise<void>;
  wijzigWachtzin(oud: string, nieuw: string): Promise<Result<void, OntgrendelFout>>;
  /** Until it is confirmed the old one counts. */
  nieuweHerstelcode(wachtzin: string): Promise<Result<NieuweHerstelcode, OntgrendelFout>>;
  heeftSnelcode(): Promise<boolean>;
  /** @param code at least six characters */
  zetSnelcode(wachtzin: string, code: string): Promise<Result<void, OntgrendelFout>>;
  verwijderSnelcode(): Promise<void>;
  /** All keys of the store anew, and with them a new recovery code. `bevestig` re-encrypts everything. */
  vernieuwSleutels(wachtzin: string): Promise<Result<NieuweHerstelcode, OntgrendelFout>>;
  /** Adds from a backup what this device lacks; what it has stays as it is. How many documents. */
  vulAan(
    welke: Pick<Kopie, 'naam'> | GekozenBestand,
    herstelcode: string,
    opties?: Langwerk,
  ): Promise<Result<number, Herstelfout>>;
  /** Gets everything from the endpoint of the house once more. Rejects without one. */
  haalOpnieuw(): Promise<void>;
  /** Gives up what cannot be read, for good. */
  gooiOnleesbareWeg(opties?: Langwerk): Promise<void>;
  /** The user knows that the store is an older copy; from now on this one counts. */
  bevestigOuder(): Promise<void>;
  /** Deletes the databases that were set aside. */
  verwijderOpzij(): Promise<void>;
  /**
   * Erases all documents and attachments of these vakken from this device and its backups: the store goes
   * to a new key, and the old one is destroyed. Other devices get it as a deletion. How many documents.
   * `ookSleutels`: the keys of the vakken too; then nothing goes to other devices.
   */
  vernietig(
    vakken: readonly string[],
    opties?: Langwerk & { ookSleutels?: boolean },
  ): Promise<number>;
}

/** What the house destroyed, as far as this device is. */
export interface Vernietigingen
  extends Waarneembaar<{
    /** Vakken that were declared destroyed, and are held or open on this device: a person decides. */
    readonly vast: readonly string[];
    /** How many are still to be destroyed here. */
    readonly teDoen: number;
    /** Why the last attempt did not succeed; null when it did, or there was none. */
    readonly mis: string | null;
  }> {
  /** How much is kept in a vak, with what belongs to the same case: for the declaration. */
  omvang(vak: string): { readonly documenten: number; readonly bijlagen: number };
  /**
   * Destroys on this device what was declared: documents, attachments, keys, backups. How many documents. By
   * itself it is done a moment after a declaration came. Rejects with an OpslagFout `vol` or `beschadigd`.
   */
  voerUit(werk?: Langwerk): Promise<number>;
}

/** Why an overdrachtsbestand is refused as a whole; nothing of it was used. */
export interface Overdrachtfout {
  /**
   * `soort`: no such file. `nieuwer`: of a newer version of the application. `afgekapt`: part of it is
   * missing. `gewijzigd`: not as it was made. `huis`: of another house. `ontvanger`: not made for this
   * account. `maker`: of somebody whom the house does not know. `ingetrokken`: of somebody whose access was
   * ended, whenever it was made: its date is only what its maker says. `te-lezen`: the file cannot be read.
   */
  readonly soort:
    | 'soort'
    | 'nieuwer'
    | 'afgekapt'
    | 'gewijzigd'
    | 'huis'
    | 'ontvanger'
    | 'maker'
    | 'ingetrokken'
    | 'te-lezen';
}

/** What taking in a file does, or did: documents by what becomes of them. */
export interface Overdrachtuitkomst {
  readonly nieuw: number;
  readonly gewijzigd: number;
  readonly alHier: number;
  /** Merged, with fields that both changed. */
  readonly verschillen: number;
  /** Not taken over: they may not replace what is here. */
  readonly geweigerd: number;
  /**
   * Kept aside, and tried again by itself. `sleutel`: no access (yet). `auteur`: of an unknown member.
   * `vorm`: of a newer version of the application. `vals`: signature or content does not hold.
   */
  readonly onleesbaar: Readonly<Partial<Record<'sleutel' | 'auteur' | 'vorm' | 'vals', number>>>;
}

export interface Voorvertoning {
  /** Of the file. */
  readonly id: string;
  readonly van: { readonly naam: string; readonly apparaat: string; readonly eigen: boolean };
  /** Moment, ISO. */
  readonly gemaakt: string;
  readonly documenten: number;
  /** vakken of which the file brings the key. */
  readonly sleutels: number;
  readonly uitkomst: Overdrachtuitkomst;
  /**
   * Does it. What was taken in when it is stopped, or the disk is full, stays; doing it again takes in the
   * rest. @throws AbortError when stopped
   */
  voerIn(opties?: Langwerk): Promise<Result<Overdrachtuitkomst, { soort: 'vol' }>>;
}

export interface Overdrachtontvanger {
  /** Account. */
  readonly id: string;
  readonly naam: string;
  readonly organisatie: string;
  readonly rol: Rol;
  /** The other devices of the person who uses this one. */
  readonly eigen: boolean;
}

/** Handing over to other devices of the house without a network, in a file. */
export interface Overdrachten {
  /** Who a file can be made for: everybody of the house with access to anything that is here. */
  ontvangers(): readonly Overdrachtontvanger[];
  /** Everything that these accounts have access to. @throws AbortError when stopped */
  maak(
    ontvangers: readonly string[],
    opties?: Langwerk,
  ): Promise<{ naam: string; bytes: Uint8Array<ArrayBuffer>; documenten: number }>;
  /** Verifies a file and says what taking it in would do. @throws AbortError when stopped */
  bekijk(
    bestand: GekozenBestand,
    opties?: Langwerk,
  ): Promise<Result<Voorvertoning, Overdrachtfout>>;
}

export type LedenFout = { soort: 'geen-endpoint' | 'geen-beheerder' | 'offline' | 'geweigerd' };

/** What a former member of a vak brought when it had no access any more. Nothing of it counts yet. */
export interface Latewijziging {
  readonly volgnummer: number;
  /** `onleesbaar`: not for this version, not signed by who it says, or not of this vak. It can be left for another. */
  readonly soort: 'nieuw' | 'wijziging' | 'verwijdering' | 'onleesbaar';
  readonly collectie: string;
  readonly id: string;
  readonly vak: string;
  /** Account that signed it. */
  readonly door: string;
  /** Moment at which the endpoint got it. */
  readonly ontvangenOp: string;
  /** When it was written, by the clock of its author; nobody can prove that. */
  readonly gewijzigdOp: string | null;
  /** Fields that differ from what is here now. */
  readonly velden: readonly {
    readonly veld: string;
    readonly oud: JsonWaarde;
    readonly nieuw: JsonWaarde;
  }[];
}

export interface Quarantainelijst extends Waarneembaar<readonly Latewijziging[]> {
  /**
   * Writes it in the own name, merged with what is here; it counts when this resolves with ok. `weg`: it is
   * not there (any more), somebody else judged it. `onleesbaar`: there is nothing to write.
   */
  aanvaard(volgnummer: number): Promise<Result<void, 'weg' | 'onleesbaar'>>;
  /** Leaves everything as it is. The endpoint deletes it after 30 days. */
  weiger(volgnummer: number): Promise<Result<void, 'weg' | 'onleesbaar'>>;
}

/** Why somebody was not taken out of a case. Nothing changed, but with `bewaard`. */
export type VerwijderFout =
  | {
      soort:
        | 'geen-endpoint'
        | 'offline'
        /** This account has no access itself (any more). */
        | 'geen-toegang'
        /** Others changed who has access again and again. */
        | 'gewijzigd'
        /** The endpoint names a member of whom no signed access is known here. */
        | 'onbewezen'
        | 'geweigerd'
        /** Sent, and no answer came: it is finished by itself when there is a connection. */
        | 'bewaard';
    }
  /** So many own changes in the case are not at the house yet. */
  | { soort: 'wachtend'; aantal: number };

/** The log of who did what (`shared/schema/log.ts`). The vault notes writing by itself. */
export interface Kluislog {
  /**
   * A person has this on the screen. Going on with the same within ten minutes is not noted again.
   * @param soort collection of the object, or `log`
   */
  geraadpleegd(soort: Dossiercollectie | 'log', id: string): void;
  /** Something leaves the application. Hand it over when this resolves: then the line is on disk. */
  geexporteerd(wat: {
    /** What kind of data, for example `casussen`. */
    readonly soort: string;
    /** Of one object; left out when it is of the house. */
    readonly id?: string;
    readonly casus?: string;
    readonly aantal?: number;
    /** The form: `csv`, `json`, `afdruk` … */
    readonly wijze?: string;
  }): Promise<void>;
  /**
   * The BRP is asked about somebody, or answered. Ask when this resolves: then the line is on disk.
   * @param wat `wijze`: by which the person is looked for; `resultaat` of a question is `gelukt`
   */
  brp(wat: {
    readonly actie: 'brp-bevraagd' | 'brp-beantwoord';
    readonly soort: 'betrokkenen' | 'aanmeldingen';
    readonly id: string;
    readonly casus?: string;
    readonly wijze: 'bsn' | 'naam';
    readonly resultaat: Logresultaat;
    /** People in the answer. */
    readonly aantal?: number;
  }): Promise<void>;
  /**
   * Somebody looked whether persons are known here, and found so many; nothing of whom. The line is on disk when
   * this resolves.
   */
  nagegaan(wat: { readonly soort: string; readonly aantal: number }): Promise<void>;
  /** Checks every chain that is here. What did not change since is not worked out again. */
  controleer(): Promise<readonly Ketenrapport[]>;
  /** Id of the chain that this device writes; null until it was found. */
  eigenKeten(): string | null;
  /** Chains of the whole house, or only of this account, for who checks them elsewhere. */
  bestand(van: 'huis' | 'eigen'): Logbestand;
}

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
  /** Those of one case. The array is the same object until one of them changes. */
  vanCasus<C extends Collectie>(collectie: C, casus: string): readonly Onveranderlijk<DocVan<C>>[];
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
  voegToe<C extends Dossiercollectie>(
    collectie: C,
    docs: readonly NieuwDoc<C>[],
  ): Promise<readonly Onveranderlijk<DocVan<C>>[]>;
  /**
   * Changes one document. `basis` is the document as the user saw it: when it has changed since, the
   * change is merged three ways, and the same field keeps both values as an open conflict. Resolves
   * when it is on disk.
   */
  wijzig<C extends Dossiercollectie>(
    collectie: C,
    basis: Onveranderlijk<DocVan<C>>,
    recept: (concept: DocVan<C>) => void,
  ): Promise<Onveranderlijk<DocVan<C>>>;
  verwijder(collectie: Dossiercollectie, id: string): Promise<void>;
  /** Chooses a value for a field in conflict. Both values are kept in the tijdlijn of the case, with `reden`. */
  losOp(
    collectie: Dossiercollectie,
    id: string,
    veld: string,
    keuze: JsonWaarde,
    reden: string,
  ): Promise<void>;

  readonly bijlagen: Bijlagen;
  readonly overdracht: Overdrachten;
  readonly kopieen: Kopieen;
  readonly onderhoud: Onderhoud;
  readonly vernietigingen: Vernietigingen;
  readonly log: Kluislog;

  /** Preferences and the like, of this device only. */
  leesLokaal(sleutel: string): JsonWaarde | undefined;
  schrijfLokaal(sleutel: string, waarde: JsonWaarde): Promise<void>;

  readonly sync: Waarneembaar<Syncstand> & {
    /** Tries now. */
    nu(): void;
    /** Works offline on purpose, until called with false. */
    pauzeer(aan: boolean): void;
    /**
     * Whether to be sparing with data, whatever the network says of itself, until the vault closes. Documents go
     * on as ever; attachments are not sent then, and are fetched only when somebody opens one.
     */
    zetZuinig(aan: boolean): void;
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
    /**
     * Gives an account every key of this vak that this one has. `tot`: last day on which it counts; null is
     * without end. Nobody gives longer than they have themselves.
     */
    geefToegang(vak: string, account: string, rol: string, tot: string | null): Promise<void>;
    /**
     * Takes an account out of a vak: what is written from then on is sealed under a key that it does not get.
     * What it had it may have kept.
     */
    verwijderToegang(vak: string, account: string): Promise<Result<void, VerwijderFout>>;
    /**
     * The number that this account and another compare, to know that they hold the same keys of each other and
     * of the house (`shared/crypto/verificatienummer.ts`); undefined when the house did not certify that account.
     */
    verificatienummer(account: string): Promise<string | undefined>;
    /** Devices and accounts that were revoked; `apparaat` null is the account with all its devices. */
    ingetrokken: Waarneembaar<readonly { account: string; apparaat: string | null }[]>;
    /**
     * Ends the access of a device or of an account, for good. A device wipes itself at its next contact,
     * this one too. Own devices anybody may revoke; the rest only who has the key of the house.
     */
    trekIn(doel: { account: string; apparaat: string | null }): Promise<Result<void, LedenFout>>;
  };

  readonly quarantaine: Quarantainelijst;

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
      /** Whether the quick code opens it now. */
      snel: boolean;
      /** Contact with the house is needed before it opens; null when it is not. `sinds`: the last one, ISO. */
      contact: { reden: Contactreden; sinds: string } | null;
    }
  /** Another window has the store open. */
  | { soort: 'bezet' }
  /** The house or the account revoked this device; what was on it is gone. */
  | { soort: 'ingetrokken'; op: string; wachtend: number }
  | ({ soort: 'beschadigd' } & Beschadiging);

/** The store is there and does not open; `uitleg` says what was found. */
export interface Beschadiging {
  /**
   * `nieuwer`: of a newer version of the application; it is not touched. `apparaat`: the key store of this
   * device does not know it; the recovery code opens it. `ring`, `opslag`: damaged or gone; a backup helps.
   * `vol`: the disk. `bezet`: another window.
   */
  readonly reden: 'nieuwer' | 'apparaat' | 'ring' | 'opslag' | 'vol' | 'bezet';
  readonly uitleg: string;
}

export type OntgrendelFout =
  | { soort: 'wachtzin'; pogingen: number; wachtTot: string | null }
  | { soort: 'wachten'; wachtTot: string }
  /** Wrong quick code; 0 left: from now on the passphrase. */
  | { soort: 'snelcode'; over: number }
  /** It was the right key, and contact with the house is needed first, which there was not. Nothing is deleted. */
  | { soort: 'contact'; reden: Contactreden; sinds: string; uitleg: string }
  /** At the opening it turned out that this device was revoked. `wachtend`: changes that are lost with it. */
  | { soort: 'ingetrokken'; op: string; wachtend: number }
  | ({ soort: 'beschadigd' } & Beschadiging);
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
  /** Ends a wiping that was broken off, if there is one. */
  stand(): Promise<Deurstand>;
  /** The user knows that this device was revoked: from now on it is an empty one. */
  begrijpIngetrokken(): Promise<void>;
  /** Founds a house. The recovery code is returned once and kept nowhere in the clear. */
  richtOp(gegevens: Oprichting): Promise<{ kluis: Kluis; herstelcode: string }>;
  ontgrendel(wachtzin: string): Promise<Result<Kluis, OntgrendelFout>>;
  ontgrendelMetHerstelcode(
    code: string,
    nieuweWachtzin: string,
  ): Promise<Result<Kluis, OntgrendelFout>>;
  /** Opens with the quick code of this device. */
  ontgrendelSnel(code: string): Promise<Result<Kluis, OntgrendelFout>>;
  /** Backups in the folder of this shell, of every device, newest first; none without a folder. */
  kopieen(): Promise<readonly (Kopiewijzer & { gemaakt: string; grootte: number })[]>;
  /** Restores a backup with its recovery code. What is on this device is set aside, not deleted. */
  zetTerug(
    keuze: {
      readonly welke: Kopiewijzer | GekozenBestand;
      readonly herstelcode: string;
      readonly wachtzin: string;
      readonly apparaatnaam: string;
    },
    opties?: Langwerk,
  ): Promise<Result<Kluis, Herstelfout | OntgrendelFout>>;
  /** Joins with an invitation. `bijStap` tells what it waits for. The recovery code is that of this device, returned once. */
  koppel(
    gegevens: { code: string; wachtzin: string; apparaatnaam: string },
    bijStap: (stap: 'aanvragen' | 'wachten-op-bevestiging' | 'ophalen') => void,
    stop: AbortSignal,
  ): Promise<Result<{ kluis: Kluis; herstelcode: string }, KoppelFout>>;
}
