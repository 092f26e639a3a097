/**
 * Keystrokes in the application itself, in the voorbeeldhuis: from the key to the frame that shows the
 * answer, with everything that React and the browser do in between.
 */
import type { Page } from '@playwright/test';
import { Huis } from '../../harness/app.js';
import bouw from '../../harness/bouw.js';
import { ga, openVoorbeeldhuis, wachtGelijk } from '../../harness/handelingen.js';

const VRAAG = 'gesprek wijk';

declare global {
  interface Window {
    toetsduren: number[];
    langeTaken: number[];
  }
}

export interface Getypt {
  /** Milliseconds of each keystroke. */
  readonly duren: readonly number[];
  /** Milliseconds; 0 when no task took the 50 that the browser counts as long. */
  readonly langsteTaak: number;
}

/** Types in the search of the list of all cases, `ronden` times over. */
export async function typInBeeld(pagina: Page, ronden: number): Promise<Getypt> {
  await ga(pagina, '/casussen');
  await pagina.getByRole('radio', { name: /^Huis/ }).check({ force: true });
  // The list stands, and its text has been prepared: what is measured is typing.
  await pagina.waitForFunction(() => document.querySelectorAll('table.grid tbody tr').length > 20);
  await pagina.evaluate(
    () => new Promise((klaar) => setTimeout(() => requestIdleCallback(klaar), 1_000)),
  );
  await pagina.evaluate(() => {
    window.toetsduren = [];
    window.langeTaken = [];
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          // Comes after the frame has been made.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => window.toetsduren.push(performance.now() - timeStamp);
          port2.postMessage(null);
        });
      },
      { capture: true },
    );
    new PerformanceObserver((lijst) => {
      for (const { duration } of lijst.getEntries()) window.langeTaken.push(duration);
    }).observe({ type: 'longtask' });
  });
  const zoek = pagina.getByRole('searchbox');
  for (let i = 0; i < ronden; i++) {
    await zoek.fill('');
    await zoek.pressSequentially(VRAAG, { delay: 80 });
  }
  return pagina.evaluate(() => ({
    duren: window.toetsduren,
    langsteTaak: Math.max(0, ...window.langeTaken),
  }));
}

export async function typInToepassing(ronden: number): Promise<Getypt> {
  await bouw();
  const huis = await Huis.start();
  try {
    const { pagina } = await huis.toestel('toets');
    await openVoorbeeldhuis(pagina);
    await wachtGelijk(pagina);
    return await typInBeeld(pagina, ronden);
  } finally {
    await huis.stop();
  }
}
