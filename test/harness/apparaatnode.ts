/** A device in a Node process of its own, for machines without a Chromium. Talks over IPC. */
import 'fake-indexeddb/auto';
import { type Apparaat, maakApparaat } from './apparaat.js';
import { maakNepplatform } from './platform.js';

const apparaat = maakApparaat(maakNepplatform());

process.on('message', (bericht: { nr: number; methode: keyof Apparaat; vraag: never }) => {
  void (async () => {
    try {
      process.send?.({ nr: bericht.nr, antwoord: await apparaat[bericht.methode](bericht.vraag) });
    } catch (mis) {
      process.send?.({ nr: bericht.nr, fout: mis instanceof Error ? mis.message : String(mis) });
    }
  })();
});
process.send?.({ nr: 0 });
