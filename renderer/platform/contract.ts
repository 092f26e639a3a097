/**
 * What a shell offers to the renderer. Two implementations: `browser.ts` here, and the preload of
 * `electron/`. Narrow on purpose: whatever is not here, the renderer cannot ask for.
 */

export interface GekozenBestand {
  readonly naam: string;
  readonly grootte: number;
  /** The content, read when asked. */
  lees(): Promise<Uint8Array<ArrayBuffer>>;
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
    /** Lets the user choose files; empty when they cancel. `soorten` are extensions such as `.csv`. */
    kies(opties: { soorten: readonly string[]; meer: boolean }): Promise<readonly GekozenBestand[]>;
    /** Offers a file to keep. */
    bewaar(naam: string, type: string, inhoud: Uint8Array<ArrayBuffer>): Promise<void>;
  };

  readonly afdrukken: { pagina(): Promise<void> };

  readonly netwerk: {
    readonly online: boolean;
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
