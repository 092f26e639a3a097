/** The platform inside Electron: a thin layer over what the preload offers. */
import type { Platform } from './contract.js';

/** What `electron/preload.ts` puts on `globalThis.casuskluis`. Documented in `electron/contract.ts`. */
export interface Brug {
  readonly info: { readonly versie: string; readonly endpoint: string | null };
  mac(zout: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  kies(opties: {
    soorten: readonly string[];
    meer: boolean;
  }): Promise<readonly { greep: string; naam: string; grootte: number }[]>;
  lees(greep: string): Promise<Uint8Array>;
  bewaar(naam: string, inhoud: Uint8Array<ArrayBuffer>): Promise<boolean>;
  drukAf(): Promise<void>;
  herstart(): Promise<void>;
  openExtern(url: string): Promise<void>;
  /** Sleep, screen lock: the shell asks to lock at once. */
  bijVergrendel(f: () => void): void;
}

const eigen = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

/** Wraps the bridge; `bijStilteInVenster` is the browser's own watch on input, shared with it. */
export function maakElectronPlatform(
  brug: Brug,
  bijStilteInVenster: Platform['venster']['bijStilte'],
): Platform {
  return {
    soort: 'electron',
    info: { ...brug.info, reden: null },
    geheim: { veilig: true, mac: async (zout) => eigen(await brug.mac(zout)) },
    bestanden: {
      kies: async (opties) =>
        (await brug.kies(opties)).map(({ greep, naam, grootte }) => ({
          naam,
          grootte,
          lees: async () => eigen(await brug.lees(greep)),
        })),
      bewaar: async (naam, _type, inhoud) => {
        await brug.bewaar(naam, inhoud);
      },
    },
    afdrukken: { pagina: () => brug.drukAf() },
    netwerk: {
      get online() {
        return navigator.onLine;
      },
      volg(bijWijziging) {
        const meld = (): void => bijWijziging(navigator.onLine);
        addEventListener('online', meld);
        addEventListener('offline', meld);
        return () => {
          removeEventListener('online', meld);
          removeEventListener('offline', meld);
        };
      },
    },
    venster: {
      herstart: () => void brug.herstart(),
      bijStilte(ms, f) {
        let luistert = true;
        brug.bijVergrendel(() => {
          if (luistert) f();
        });
        const stop = bijStilteInVenster(ms, f);
        return () => {
          luistert = false;
          stop();
        };
      },
      // The shell holds a single-instance lock and opens one window on the store.
      claim: () => Promise.resolve(true),
    },
    openExtern: (url) => void brug.openExtern(url),
  };
}
