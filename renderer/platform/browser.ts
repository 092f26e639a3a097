/**
 * The platform in a browser: for development, for tests, and for machines where the desktop shell
 * cannot run. Everything stays in the profile of this browser.
 */
import { z } from 'zod';
import { brpadres, haalBrp } from '../../shared/brp/lijn.js';
import { maakApparaatgeheim } from './apparaatgeheim.js';
import { vanFile } from './bestand.js';
import type { GekozenBestand, Platform } from './contract.js';
import { maakNetwerk } from './netwerk.js';
import { maakOpfsStukken } from './opfsklant.js';
import { bijStilteInVenster } from './stilte.js';

/** What the start script serves beside the application. */
const startinfo = z.object({
  endpoint: z.url().nullable().default(null),
  reden: z.string().nullable().default(null),
  versie: z.string().default('0.1.0'),
});

const SLOT = 'casuskluis-venster';
const GETUIGE = 'casuskluis-getuige';
const BRPADRES = 'casuskluis.brpadres';
/** After a reload the lock of the previous page can be held for a moment longer. */
const SLOT_WACHT_MS = 1_500;

async function leesStartinfo(): Promise<z.infer<typeof startinfo>> {
  const leeg = startinfo.parse({});
  try {
    const antwoord = await fetch('./casuskluis.json', { cache: 'no-store' });
    if (!antwoord.ok || !(antwoord.headers.get('content-type') ?? '').includes('json')) return leeg;
    const gelezen = startinfo.safeParse(await antwoord.json());
    return gelezen.success ? gelezen.data : leeg;
  } catch (reden) {
    // Served by something else, or gone meanwhile: the application works without.
    console.error('casuskluis.json niet gelezen', reden);
    return leeg;
  }
}

function kiesBestanden(soorten: readonly string[], meer: boolean): Promise<GekozenBestand[]> {
  return new Promise((klaar) => {
    const invoer = document.createElement('input');
    invoer.type = 'file';
    invoer.accept = soorten.join(',');
    invoer.multiple = meer;
    invoer.hidden = true;
    const eind = (bestanden: readonly File[]): void => {
      invoer.remove();
      klaar(bestanden.map(vanFile));
    };
    invoer.addEventListener('change', () => eind([...(invoer.files ?? [])]));
    invoer.addEventListener('cancel', () => eind([]));
    // In the page, so that a test can find it.
    document.body.append(invoer);
    invoer.click();
  });
}

function bewaarBestand(naam: string, type: string, inhoud: Uint8Array<ArrayBuffer>): void {
  const adres = URL.createObjectURL(new Blob([inhoud], { type }));
  const link = document.createElement('a');
  link.href = adres;
  link.download = naam;
  link.click();
  setTimeout(() => URL.revokeObjectURL(adres), 60_000);
}

/** Takes the lock and keeps it until the window ends. False when another window has it. */
function claimVenster(): Promise<boolean> {
  return new Promise((klaar, mis) => {
    navigator.locks
      .request(SLOT, { signal: AbortSignal.timeout(SLOT_WACHT_MS) }, () => {
        klaar(true);
        return new Promise<never>(() => undefined);
      })
      .catch((reden: unknown) => {
        const verlopen =
          reden instanceof DOMException && ['TimeoutError', 'AbortError'].includes(reden.name);
        if (verlopen) klaar(false);
        else mis(reden instanceof Error ? reden : new Error(String(reden)));
      });
  });
}

/** Null when it is not set, or not an address that may be called. */
const brpadresHier = (): string | null =>
  brpadres.safeParse(localStorage.getItem(BRPADRES)).data ?? null;

/** What this origin may still store, as far as the browser says. */
async function vrijeRuimte(): Promise<number | null> {
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
}

export async function maakBrowserPlatform(): Promise<Platform> {
  const info = await leesStartinfo();
  let claim: Promise<boolean> | null = null;
  return {
    soort: 'browser',
    info,
    geheim: { veilig: false, mac: maakApparaatgeheim() },
    bestanden: {
      kies: ({ soorten, meer }) => kiesBestanden(soorten, meer),
      bewaar: (naam, type, inhoud) => {
        bewaarBestand(naam, type, inhoud);
        return Promise.resolve(true);
      },
    },
    stukken: maakOpfsStukken(),
    reservemap: null,
    schijf: {
      ruimte: vrijeRuimte,
      blijvend: async () => (await navigator.storage.persisted()) || navigator.storage.persist(),
      leesGetuige: () => Promise.resolve(localStorage.getItem(GETUIGE)),
      schrijfGetuige: (tekst) => {
        localStorage.setItem(GETUIGE, tekst);
        return Promise.resolve();
      },
    },
    brp: {
      adres: () => Promise.resolve(brpadresHier()),
      zetAdres: (adres) => {
        if (adres === null) localStorage.removeItem(BRPADRES);
        else localStorage.setItem(BRPADRES, adres);
        return Promise.resolve(true);
      },
      vraag: async (verzoek) => {
        const adres = brpadresHier();
        return adres === null
          ? { fout: 'geen-adres' }
          : haalBrp((waar, opties) => fetch(waar, opties), adres, verzoek);
      },
    },
    afdrukken: {
      pagina: () => {
        print();
        return Promise.resolve();
      },
    },
    netwerk: maakNetwerk(),
    venster: {
      herstart: () => location.reload(),
      bijStilte: bijStilteInVenster,
      claim: () => (claim ??= claimVenster()),
    },
    openExtern(url) {
      if (new URL(url).protocol === 'https:') open(url, '_blank', 'noopener,noreferrer');
    },
  };
}
