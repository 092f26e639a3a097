/** The filter above the list of cases: the work of one keystroke, without the drawing of the list. */
import { budget, mediaan, type Meting } from '../meting.js';

export const lijst: Meting = {
  naam: 'lijst',
  async meet(browser, { ronden, documenten, voortgang }) {
    const duren: number[] = [];
    for (let ronde = 0; ronde < ronden; ronde++) {
      voortgang(`ronde ${ronde + 1} van ${ronden}`);
      duren.push(...(await browser.roep('typ', documenten)));
    }
    const op = duren.toSorted((a, b) => a - b);
    const p95 = op[Math.floor(op.length * 0.95)] ?? Number.NaN;
    const ms = { p50: mediaan(duren), p95, langste: op.at(-1) ?? Number.NaN };
    return {
      meting: 'lijst',
      opzet: `filter over ${documenten} documenten van 1,5 kB, per toetsaanslag, zonder tekenen`,
      regels: [{ naam: 'toetsaanslag', ms, verhouding: {} }],
      budgetten: [budget('langste toetsaanslag', ms.langste, 50)],
    };
  },
};
