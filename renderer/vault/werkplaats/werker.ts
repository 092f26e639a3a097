/** Runs in the worker: one message a task, one message back. */
// The content security policy of the page holds here too.
import '../../zonderjit.js';
import { TAKEN } from './taken.js';
import type { Bericht, Terug } from './index.js';

self.addEventListener('message', ({ data }: MessageEvent<Bericht>) => {
  void antwoord(data);
});

async function antwoord({ nr, taak, vraag }: Bericht): Promise<void> {
  let terug: Terug;
  try {
    terug = { nr, waarde: await TAKEN[taak](vraag as never) };
  } catch (oorzaak) {
    terug = { nr, oorzaak };
  }
  self.postMessage(terug);
}
