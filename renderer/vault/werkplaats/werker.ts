/** Runs in the worker: one message a task, one message back. */
import { z } from 'zod';
import { TAKEN } from './taken.js';
import type { Bericht, Terug } from './index.js';

// The content security policy of the page holds here too.
z.config({ jitless: true });

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
