/** The platform inside Electron: a thin layer over what the preload offers. */
import type { Brplijnuitkomst, Brpverzoek } from '../../shared/brp/lijn.js';
import type { Reservefout } from '../../shared/reservemap.js';
import { fout, ok } from '../../shared/result.js';
import type { Platform } from './contract.js';
import { maakNetwerk } from './netwerk.js';

/** What `electron/preload.ts` puts on `globalThis.casuskluis`. Documented in `electron/contract.ts`. */
export interface Brug {
  readonly info: { readonly versie: string; readonly endpoint: string | null };
  mac(zout: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  kies(opties: {
    soorten: readonly string[];
    meer: boolean;
  }): Promise<readonly { greep: string; naam: string; grootte: number }[]>;
  lees(greep: string): Promise<Uint8Array>;
  deel(greep: string, van: number, tot: number): Promise<Uint8Array>;
  bewaar(naam: string, inhoud: Uint8Array<ArrayBuffer>): Promise<boolean>;
  readonly stukken: {
    schrijf(naam: string, bytes: Uint8Array<ArrayBuffer>): Promise<'bewaard' | 'vol'>;
    lees(naam: string): Promise<Uint8Array | null>;
    verwijder(naam: string): Promise<void>;
    namen(): Promise<readonly string[]>;
  };
  readonly reservemap: {
    stand(): Promise<{ pad: string; bereikbaar: boolean; vrij: number | null }>;
    kies(): Promise<boolean>;
    lijst(): Promise<readonly { sub: string; naam: string; grootte: number }[]>;
    lees(sub: string, naam: string): Promise<Uint8Array | null>;
    schrijf(
      sub: string,
      naam: string,
      bytes: Uint8Array<ArrayBuffer>,
    ): Promise<'bewaard' | Reservefout>;
    verwijder(sub: string, naam: string): Promise<void>;
  };
  ruimte(): Promise<number | null>;
  readonly getuige: {
    lees(): Promise<string | null>;
    schrijf(tekst: string): Promise<void>;
  };
  readonly brp: {
    adres(): Promise<string | null>;
    zetAdres(adres: string | null): Promise<boolean>;
    vraag(verzoek: Brpverzoek): Promise<Brplijnuitkomst>;
  };
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
          deel: async (van, tot) => eigen(await brug.deel(greep, van, tot)),
        })),
      bewaar: (naam, _type, inhoud) => brug.bewaar(naam, inhoud),
    },
    stukken: {
      schrijf: async (naam, bytes) =>
        (await brug.stukken.schrijf(naam, bytes)) === 'vol' ? fout('vol') : ok(undefined),
      lees: async (naam) => {
        const bytes = await brug.stukken.lees(naam);
        return bytes && eigen(bytes);
      },
      verwijder: (naam) => brug.stukken.verwijder(naam),
      namen: () => brug.stukken.namen(),
    },
    reservemap: {
      ...brug.reservemap,
      lees: async (sub, naam) => {
        const bytes = await brug.reservemap.lees(sub, naam);
        return bytes && eigen(bytes);
      },
      schrijf: async (sub, naam, bytes) => {
        const uit = await brug.reservemap.schrijf(sub, naam, bytes);
        return uit === 'bewaard' ? ok(undefined) : fout(uit);
      },
    },
    schijf: {
      ruimte: () => brug.ruimte(),
      blijvend: () => Promise.resolve(null),
      leesGetuige: () => brug.getuige.lees(),
      schrijfGetuige: (tekst) => brug.getuige.schrijf(tekst),
    },
    brp: brug.brp,
    afdrukken: { pagina: () => brug.drukAf() },
    netwerk: maakNetwerk(),
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
