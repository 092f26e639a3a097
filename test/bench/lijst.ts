/** In the page: typing in the filter of the list of cases, letter by letter. */
import { maakZoeker, warmOp, type Zoekbron } from '../../renderer/stores/caseload-zoek.js';
import { maakDocument } from './documenten.js';

const PER_CASUS = 20;
const VRAAG = 'gesprek wijk rust';

/** Milliseconds of each keystroke, after the text was prepared in idle time as the application does. */
export async function typ(aantal: number): Promise<number[]> {
  const bronnen: Zoekbron[] = [];
  for (let i = 0; i < aantal; i += PER_CASUS)
    bronnen.push({
      id: `casus-${i}`,
      docs: Array.from({ length: PER_CASUS }, (_, n) => maakDocument(i + n)),
    });
  // Prepared in idle time, in order: when the last source is asked for, all before it are done.
  await new Promise<void>((klaar) => {
    const einde = {
      id: 'einde',
      get docs(): readonly object[] {
        klaar();
        return [];
      },
    };
    warmOp([...bronnen, einde]);
  });
  const zoek = maakZoeker();
  const duren: number[] = [];
  for (let n = 1; n <= VRAAG.length; n++) {
    const begin = performance.now();
    zoek(bronnen, VRAAG.slice(0, n));
    duren.push(performance.now() - begin);
  }
  return duren;
}
