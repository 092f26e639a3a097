/**
 * What a shell offers to the renderer. Two implementations: `browser.ts` here, and the preload of
 * `electron/`. Narrow on purpose: whatever is not here, the renderer cannot ask for.
 */
import type { Reservefout } from '../../shared/reservemap.js';
import type { Brplijnuitkomst, Brpverzoek } from '../../shared/brp/lijn.js';
import type { Result } from '../../shared/result.js';
import type { Stukfout } from '../../shared/stukken.js';

export interface GekozenBestand {
  readonly naam: string;
  readonly grootte: number;
  /** The content, read when asked. */
  lees(): Promise<Uint8Array<ArrayBuffer>>;
  /** The bytes from `van` up to `tot`, at most `STUK`; fewer at the end of the file. Rejects when it cannot be read any more. */
  deel(van: number, tot: number): Promise<Uint8Array<ArrayBuffer>>;
}

export interface Platform {
  readonly soort: 'browser' | 'electron';

  readonly info: {
    readonly versie: string;
    /** Address of the endpoint that came with this installation, for example `http://127.0.0.1:4871`; null when there is none. */
    readonly endpoint: string | null;
    /** Why the desktop shell is not used, when that is so; shown once. */
    readonly reden: string | null;
  };

  /** Secret of this device. It never leaves the shell: only a MAC under it does. */
  readonly geheim: {
    /** Whether it is in a key store of the operating system, and so not on the disk with the data. */
    readonly veilig: boolean;
    /** HMAC-SHA-256 of `zout` under the device secret; makes the secret at the first call. 32 bytes. */
    mac(zout: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  };

  readonly bestanden: {
    /** Lets the user choose files; empty when they cancel. `soorten` are extensions such as `.csv`; none is every file. */
    kies(opties: { soorten: readonly string[]; meer: boolean }): Promise<readonly GekozenBestand[]>;
    /** Offers a file to keep. False: the user cancelled, as far as the shell knows. */
    bewaar(naam: string, type: string, inhoud: Uint8Array<ArrayBuffer>): Promise<boolean>;
  };

  /**
   * Chunks of attachments, as files of this device: sealed bytes under the names of
   * `shared/stukken.ts`; another name, or more than `GROOTSTE_STUK` bytes, rejects. One vault a
   * platform. Test doubles and shells keep one contract: `test/harness/stukkenproef.ts`.
   */
  readonly stukken: {
    /** Whole and on disk (fsync) when it resolves with ok, or not there at all. Replaces what had the name. */
    schrijf(naam: string, bytes: Uint8Array<ArrayBuffer>): Promise<Result<void, Stukfout>>;
    /** Null when it is not on this device. */
    lees(naam: string): Promise<Uint8Array<ArrayBuffer> | null>;
    /** What is not there is deleted already. */
    verwijder(naam: string): Promise<void>;
    /** Every chunk that is whole, in no order. */
    namen(): Promise<readonly string[]>;
  };

  /**
   * A folder outside the profile for backups, by default among the documents of the user. Null where the
   * shell has none (a browser): there a backup is a file that is offered to keep.
   */
  readonly reservemap: {
    /** The folder as the user knows it, whether it can be reached now, and its free bytes where known. */
    stand(): Promise<{ pad: string; bereikbaar: boolean; vrij: number | null }>;
    /** Lets the user choose another folder; false when they cancel. */
    kies(): Promise<boolean>;
    /** Files of every device that keeps backups there. */
    lijst(): Promise<readonly { sub: string; naam: string; grootte: number }[]>;
    /** Null when it is not there, or the folder cannot be reached. */
    lees(sub: string, naam: string): Promise<Uint8Array<ArrayBuffer> | null>;
    /** Whole and on disk when it resolves with ok. */
    schrijf(
      sub: string,
      naam: string,
      bytes: Uint8Array<ArrayBuffer>,
    ): Promise<Result<void, Reservefout>>;
    verwijder(sub: string, naam: string): Promise<void>;
  } | null;

  /** The disk with the data of this device. */
  readonly schijf: {
    /** Free bytes; null where it is not known. */
    ruimte(): Promise<number | null>;
    /** Whether the browser promised not to delete the data when it runs out of room; asks for it. Null in a shell of our own. */
    blijvend(): Promise<boolean | null>;
    /** A short text that is kept apart from the store, as a witness of how far it had come; null when there is none. */
    leesGetuige(): Promise<string | null>;
    schrijfGetuige(tekst: string): Promise<void>;
  };

  /**
   * The line to the Basisregistratie Personen (`shared/brp/lijn.ts`): to the one address that was set on this
   * device. In the shell the call goes from its own process; in a browser the service must allow this origin.
   */
  readonly brp: {
    /** Null: none was set. */
    adres(): Promise<string | null>;
    /** False: it stays as it was; the shell asks the user first. Null takes it away. */
    zetAdres(adres: string | null): Promise<boolean>;
    vraag(verzoek: Brpverzoek): Promise<Brplijnuitkomst>;
  };

  readonly afdrukken: { pagina(): Promise<void> };

  readonly netwerk: {
    readonly online: boolean;
    /** Data costs money here, or the user asked to be sparing with it; false where the engine does not know. */
    readonly zuinig: boolean;
    /** Calls back when either of them changed. */
    volg(bijWijziging: (online: boolean) => void): () => void;
  };

  readonly venster: {
    /** Ends this renderer and starts a new one: keys and decrypted text go with the process. */
    herstart(): void;
    /** Calls back after `ms` without input, at sleep and at screen lock; returns the stop. */
    bijStilte(ms: number, f: () => void): () => void;
    /** Only this window may open the store. False: another one has it. Held until the window ends. */
    claim(): Promise<boolean>;
  };

  /** Opens an https address outside the application. */
  openExtern(url: string): void;
}
