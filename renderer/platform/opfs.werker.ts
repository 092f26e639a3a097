/** Runs in the worker of `opfsklant.ts`: one message a call, one message back. */
// The content security policy of the page holds here too.
import '../zonderjit.js';
import { maakOpfs } from './opfs.js';
import type { Stukantwoord, Stukvraag } from './opfsklant.js';

const stukken = maakOpfs();

async function doe({ roep }: Stukvraag): Promise<unknown> {
  switch (roep.soort) {
    case 'schrijf':
      return stukken.schrijf(roep.naam, roep.bytes);
    case 'lees':
      return stukken.lees(roep.naam);
    case 'verwijder':
      return stukken.verwijder(roep.naam);
    case 'namen':
      return stukken.namen();
  }
}

async function antwoord(vraag: Stukvraag): Promise<void> {
  let terug: Stukantwoord;
  try {
    terug = { nr: vraag.nr, waarde: await doe(vraag) };
  } catch (oorzaak) {
    terug = { nr: vraag.nr, oorzaak };
  }
  self.postMessage(terug);
}

self.addEventListener('message', ({ data }: MessageEvent<Stukvraag>) => {
  void antwoord(data);
});
