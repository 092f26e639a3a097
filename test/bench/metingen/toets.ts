/**
 * The same keystrokes in the application itself, in the voorbeeldhuis: from the key to the frame that
 * shows the answer, with everything that React and the browser do in between.
 */
import { Huis } from '../../harness/app.js';
import bouw from '../../harness/bouw.js';
import { ga, openVoorbeeldhuis, wachtGelijk } from '../../harness/handelingen.js';

const VRAAG = 'gesprek wijk';

declare global {
  interface Window {
    toetsduren: number[];
  }
}

/** Milliseconds of each keystroke in the search of the list of all cases, `ronden` times over. */
export async function typInToepassing(ronden: number): Promise<number[]> {
  await bouw();
  const huis = await Huis.start();
  try {
    const { pagina } = await huis.toestel('toets');
    await openVoorbeeldhuis(pagina);
    await wachtGelijk(pagina);
    await ga(pagina, '/casussen');
    await pagina.getByRole('radio', { name: /^Huis/ }).check({ force: true });
    await pagina.evaluate(() => {
      window.toetsduren = [];
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
    });
    const zoek = pagina.getByRole('searchbox');
    for (let i = 0; i < ronden; i++) {
      await zoek.fill('');
      await zoek.pressSequentially(VRAAG, { delay: 80 });
    }
    return await pagina.evaluate(() => window.toetsduren);
  } finally {
    await huis.stop();
  }
}
