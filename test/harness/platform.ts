/**
 * The platform for tests in Node: a device with its own secret, one window, and a network that can be
 * switched off. The same contract and the same strength as the real ones.
 */
import type { GekozenBestand, Platform } from '../../renderer/platform/contract.js';
import { maakNepstukken } from './stukken.js';
import type { Nepstukken } from './stukken.js';

export interface Nepopties {
  /** Device secret, 32 bytes; another one is another device. Random when left out. */
  readonly geheim?: Uint8Array<ArrayBuffer>;
  /** Whether the device secret is in a key store; the default is that it is. */
  readonly veilig?: boolean;
  /** False: another window has the store. */
  readonly claim?: () => boolean;
  /** A folder for backups; none when left out, as in a browser. */
  readonly reservemap?: Platform['reservemap'];
  /** Free bytes; not known when left out. */
  readonly ruimte?: () => number | null;
  /** What the user chooses in the file dialog. */
  readonly bestanden?: readonly GekozenBestand[];
  /** Chunks of attachments; an empty disk when left out. */
  readonly stukken?: Nepstukken;
  /** The line to the BRP; one that was not set when left out. */
  readonly brp?: Platform['brp'];
  /** What is kept apart from the store; nothing when left out. */
  readonly getuige?: { tekst: string | null };
}

export interface Nepplatform extends Platform {
  readonly geheim: Platform['geheim'];
  zetOnline(online: boolean): void;
  /** How often the application asked for a new process. */
  readonly herstarts: number;
  /** Files that were offered to keep. */
  readonly bewaard: readonly { naam: string; type: string; inhoud: Uint8Array<ArrayBuffer> }[];
}

export function maakNepplatform(opties: Nepopties = {}): Nepplatform {
  const geheim = opties.geheim ?? crypto.getRandomValues(new Uint8Array(32));
  const sleutel = crypto.subtle.importKey('raw', geheim, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  const volgers = new Set<(online: boolean) => void>();
  const bewaard: { naam: string; type: string; inhoud: Uint8Array<ArrayBuffer> }[] = [];
  const getuige = opties.getuige ?? { tekst: null };
  let online = true;
  let herstarts = 0;
  return {
    soort: 'browser',
    info: { versie: 'proef', endpoint: null, reden: null },
    geheim: {
      veilig: opties.veilig ?? true,
      mac: async (zout) => new Uint8Array(await crypto.subtle.sign('HMAC', await sleutel, zout)),
    },
    bestanden: {
      kies: () => Promise.resolve(opties.bestanden ?? []),
      bewaar(naam, type, inhoud) {
        bewaard.push({ naam, type, inhoud });
        return Promise.resolve(true);
      },
    },
    stukken: (opties.stukken ?? maakNepstukken()).stukken,
    reservemap: opties.reservemap ?? null,
    schijf: {
      ruimte: () => Promise.resolve(opties.ruimte?.() ?? null),
      blijvend: () => Promise.resolve(true),
      leesGetuige: () => Promise.resolve(getuige.tekst),
      schrijfGetuige: (tekst) => {
        getuige.tekst = tekst;
        return Promise.resolve();
      },
    },
    brp: opties.brp ?? {
      adres: () => Promise.resolve(null),
      zetAdres: () => Promise.resolve(true),
      vraag: () => Promise.resolve({ fout: 'geen-adres' }),
    },
    afdrukken: { pagina: () => Promise.resolve() },
    netwerk: {
      get online() {
        return online;
      },
      zuinig: false,
      volg(f) {
        volgers.add(f);
        return () => volgers.delete(f);
      },
    },
    venster: {
      herstart: () => {
        herstarts += 1;
      },
      bijStilte: () => () => undefined,
      claim: () => Promise.resolve(opties.claim?.() ?? true),
    },
    openExtern: () => undefined,
    zetOnline(nu) {
      online = nu;
      for (const f of volgers) f(nu);
    },
    get herstarts() {
      return herstarts;
    },
    bewaard,
  };
}
