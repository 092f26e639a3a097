/**
 * Unlocking the voorbeeldhuis, from the end of the key derivation: how long that takes is chosen at
 * founding (`renderer/vault/sleutels/argon.ts`), so only what comes after it is ours to make fast. Each
 * round is a browser that has just been started, on a profile that another one filled.
 */
import type { Page } from '@playwright/test';
import { Huis, type Toestel } from '../../harness/app.js';
import bouw from '../../harness/bouw.js';
import { ontgrendel, openVoorbeeldhuis } from '../../harness/handelingen.js';
import type { Browserruimte } from '../browser.js';
import { volgKdf } from '../kdf.js';
import { type Budget, budget, type Kaleregel, mediaan, type Opties, p95 } from '../meting.js';
import type { Ontgrendeld } from '../voorbeeldhuis.js';
import { typInBeeld } from './toets.js';

const EERSTE_LIJST_MS = 150;
const ALLES_MS = 500;
export const LANGE_TAAK_MS = 50;

export interface Opening {
  readonly regels: readonly Kaleregel[];
  readonly budgetten: readonly Budget[];
}

declare global {
  interface Window {
    /** On the clock of `performance.now()`: the frame in which the first list stood. */
    lijstInBeeld?: number;
  }
}

interface Inkluis {
  readonly documenten: number;
  readonly keren: readonly Ontgrendeld[];
  /** Bytes in use more than before unlocking. */
  readonly heap: readonly number[];
}

/** The vault alone, without a screen. */
async function inKluis(
  browser: Browserruimte,
  ronden: number,
  voortgang: Opties['voortgang'],
): Promise<Inkluis> {
  const profiel = await browser.profiel();
  try {
    voortgang('het voorbeeldhuis wordt geladen');
    const vuller = await profiel.bezoek();
    const telling = await vuller.roep('vulVoorbeeldhuis');
    await vuller.sluit();
    const keren: Ontgrendeld[] = [];
    const heap: number[] = [];
    for (let ronde = 0; ronde < ronden; ronde++) {
      voortgang(`ronde ${ronde + 1} van ${ronden}: ontgrendelen`);
      await profiel.sluit();
      const bezoek = await profiel.bezoek();
      const voor = await bezoek.heap();
      keren.push(await bezoek.roep('ontgrendelVoorbeeldhuis', telling));
      heap.push((await bezoek.heap()) - voor);
      await bezoek.roep('sluitVoorbeeldhuis');
      await bezoek.sluit();
    }
    return { documenten: Object.values(telling).reduce((som, n) => som + n, 0), keren, heap };
  } finally {
    await profiel.sluit();
    await profiel.ruimOp();
  }
}

/** Runs in the application, before its scripts: notes the frame that has rows of the list of cases. */
function volgLijst(): void {
  const kijker = new MutationObserver(() => {
    if (document.querySelector('table.grid tbody tr') === null) return;
    kijker.disconnect();
    requestAnimationFrame(() => {
      // Comes after the frame has been made.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        window.lijstInBeeld = performance.now();
      };
      port2.postMessage(null);
    });
  });
  kijker.observe(document, { childList: true, subtree: true });
}

/** Starts the browser again, unlocks, and gives the milliseconds until the werkvoorraad shows its cases. */
async function ontgrendelInBeeld(toestel: Toestel): Promise<number> {
  await toestel.uit();
  const pagina: Page = await toestel.aan();
  await pagina.addInitScript(volgKdf);
  await pagina.addInitScript(volgLijst);
  await pagina.reload();
  await ontgrendel(pagina);
  const ms = await pagina.waitForFunction(() =>
    window.lijstInBeeld === undefined || window.naKdf === undefined
      ? false
      : window.lijstInBeeld - window.naKdf,
  );
  return Number(await ms.jsonValue());
}

/** The application as it is shipped, with the screens. */
async function inBeeld(
  ronden: number,
  voortgang: Opties['voortgang'],
): Promise<{ lijst: readonly number[]; toets: Kaleregel }> {
  await bouw();
  const huis = await Huis.start();
  try {
    voortgang('het voorbeeldhuis wordt geladen in de toepassing');
    const toestel = await huis.toestel('opening');
    await openVoorbeeldhuis(toestel.pagina);
    const lijst: number[] = [];
    for (let ronde = 0; ronde < ronden; ronde++) {
      voortgang(`ronde ${ronde + 1} van ${ronden}: ontgrendelen in de toepassing`);
      lijst.push(await ontgrendelInBeeld(toestel));
    }
    const { duren, langsteTaak } = await typInBeeld(toestel.pagina, ronden);
    const ms = { 'toets p50': mediaan(duren), 'toets p95': p95(duren) };
    const maten = { ronden, langsteTaak };
    return { lijst, toets: { naam: 'typen in de toepassing, tot in beeld', ms, maten } };
  } finally {
    await huis.stop();
  }
}

export async function meetOpening(
  browser: Browserruimte,
  ronden: number,
  voortgang: Opties['voortgang'],
): Promise<Opening> {
  const { documenten, keren, heap } = await inKluis(browser, ronden, voortgang);
  const { lijst, toets } = await inBeeld(ronden, voortgang);
  const kluis = {
    lijst: mediaan(keren.map((keer) => keer.lijst)),
    alles: mediaan(keren.map((keer) => keer.alles)),
  };
  const maten = { documenten, ronden, langsteTaak: mediaan(keren.map((k) => k.langsteTaak)) };
  return {
    regels: [
      {
        naam: 'voorbeeldhuis, na de sleutelafleiding',
        ms: {
          'eerste lijst, gemaakt': kluis.lijst,
          'eerste lijst, in beeld': mediaan(lijst),
          'alles bruikbaar': kluis.alles,
        },
        maten: { ...maten, heapPerDocument: mediaan(heap) / documenten },
      },
      toets,
    ],
    budgetten: [
      budget('voorbeeldhuis: eerste lijst in beeld, na de KDF', mediaan(lijst), EERSTE_LIJST_MS),
      budget('voorbeeldhuis: alles bruikbaar, na de KDF', kluis.alles, ALLES_MS),
      budget(
        'langste taak bij typen in de toepassing',
        Number(toets.maten?.['langsteTaak']),
        LANGE_TAAK_MS,
      ),
    ],
  };
}
