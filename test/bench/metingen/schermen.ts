/**
 * The screens of a case with 200 records, from the click on its tab to the frame that shows it; and the filter of a
 * list of 2,000 cases, from the key to that frame. In the application itself, on a vault in memory.
 */
import type { Page } from '@playwright/test';
import { startNeppagina } from '../../harness/neppagina.js';
import { ZWAAR } from '../../harness/nepzwaar.js';
import {
  budget,
  enkel,
  type Kaleregel,
  mediaan,
  type Meting,
  metVerhouding,
  p95,
} from '../meting.js';
import { typInBeeld } from './toets.js';

const RECORDS = 200;
const CASUSSEN = 2000;
const OVERZICHT = 'overzicht';

declare global {
  interface Window {
    /** Milliseconds of each click, and the tab that was shown by then. */
    klikken: { ms: number; tab: string }[];
  }
}

const TABS = 'nav.tabs a, .tabs a';

async function meetKlikken(pagina: Page, ronden: number): Promise<Map<string, number[]>> {
  await pagina.getByRole('searchbox').first().fill(ZWAAR);
  await pagina.getByRole('link', { name: ZWAAR, exact: true }).first().click();
  await pagina.getByRole('heading', { name: ZWAAR, level: 1 }).waitFor();
  await pagina.evaluate((tabs) => {
    window.klikken = [];
    addEventListener(
      'click',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          // Comes after the frame has been made.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            const nu = document.querySelector(`:is(${tabs})[aria-current="page"]`);
            window.klikken.push({
              ms: performance.now() - timeStamp,
              tab: nu?.getAttribute('href') ?? '',
            });
          };
          port2.postMessage(null);
        });
      },
      { capture: true },
    );
  }, TABS);
  // A tab with a count carries its figure in its text; its address is the same.
  const adressen = await pagina
    .locator(TABS)
    .evaluateAll((alle) => alle.map((a) => a.getAttribute('href') ?? ''));
  const naamVan = (adres: string): string => adres.split('/')[3] ?? OVERZICHT;
  const per = new Map<string, number[]>(adressen.map((adres) => [adres, []]));
  for (let ronde = 0; ronde < ronden; ronde++)
    for (const naam of per.keys()) {
      await pagina.locator(`:is(${TABS})[href="${naam}"]`).first().click();
      // What is measured begins from rest.
      await pagina.evaluate(() => new Promise((klaar) => requestIdleCallback(klaar)));
      await pagina.waitForTimeout(120);
    }
  const klikken = await pagina.evaluate(() => window.klikken);
  let n = 0;
  for (let ronde = 0; ronde < ronden; ronde++)
    for (const [naam, duren] of per) {
      const klik = klikken[n++];
      if (klik?.tab !== naam) throw new Error(`${naam} was nog niet in beeld`);
      duren.push(klik.ms);
    }
  return new Map([...per].map(([adres, duren]) => [naamVan(adres), duren]));
}

export const schermen: Meting = {
  naam: 'schermen',
  async meet(_browser, opties) {
    const { ronden } = enkel({ ...opties, ronden: opties.ronden ?? 5 });
    opties.voortgang('de toepassing bouwen');
    const nep = await startNeppagina();
    try {
      const pagina = await nep.open(`zwaar=${RECORDS},${CASUSSEN}`, '/casussen');
      opties.voortgang('tabbladen van een casus');
      await pagina.getByRole('radio', { name: /^Huis/ }).check({ force: true });
      const per = await meetKlikken(pagina, ronden);
      opties.voortgang('filter van de lijst');
      await pagina.getByRole('link', { name: 'Casussen', exact: true }).first().click();
      await pagina.getByRole('searchbox').first().fill('');
      const { duren } = await typInBeeld(pagina, ronden);
      const alle = [...per.values()].flat();
      const regels: Kaleregel[] = [...per].map(([naam, ms]) => ({
        naam: `tabblad ${naam}`,
        ms: { p50: mediaan(ms), p95: p95(ms), langste: Math.max(...ms) },
      }));
      regels.push({
        naam: `toets in een lijst van ${CASUSSEN}`,
        ms: { p50: mediaan(duren), p95: p95(duren), langste: Math.max(...duren) },
      });
      return {
        meting: 'schermen',
        opzet: `een casus met ${RECORDS} gegevens in een huis met ${CASUSSEN} casussen, ${ronden} ronden, van klik of toets tot het beeld`,
        regels: metVerhouding(regels, `tabblad ${OVERZICHT}`),
        budgetten: [
          budget('scherm van een casus, p95 van alle', p95(alle), 100),
          budget('toets in de lijst, p95', p95(duren), 50),
        ],
      };
    } finally {
      await nep.stop();
    }
  },
};
