/**
 * The store itself, beside plain Dexie storage, RxDB's crypto-js plugin and the floor: insert in
 * bulks of 200, change one document, cold open with every document read, query 200 by index.
 */
import type { Gelezen, Geschreven } from '../pagina.js';
import { STAPELS, type Stapelnaam } from '../stapels/index.js';
import { budget, mediaan, metVerhouding, type Meting } from '../meting.js';

/** So slow that more rounds than one would make the rest of the bench wait for minutes. */
const EENMAAL: ReadonlySet<Stapelnaam> = new Set(['cryptojs']);

export const opslag: Meting = {
  naam: 'opslag',
  async meet(browser, { ronden, documenten, voortgang }) {
    const namen = Object.keys(STAPELS) as Stapelnaam[];
    const gemeten = new Map(
      namen.map((naam) => [naam, { geschreven: [] as Geschreven[], gelezen: [] as Gelezen[] }]),
    );
    for (let ronde = 0; ronde < ronden; ronde++) {
      // The order turns, so that no stack always finds the disk as another one left it.
      for (let i = 0; i < namen.length; i++) {
        const naam = namen[(i + ronde) % namen.length];
        const uit = naam === undefined ? undefined : gemeten.get(naam);
        if (naam === undefined || uit === undefined) continue;
        if (ronde > 0 && EENMAAL.has(naam)) continue;
        voortgang(`ronde ${ronde + 1} van ${ronden}: ${STAPELS[naam].naam}`);
        const database = `bench-${naam}-${ronde}`;
        uit.geschreven.push(await browser.roep('schrijf', naam, database, documenten));
        uit.gelezen.push(await browser.roep('lees', naam, database, documenten));
      }
    }
    const regels = namen.map((naam) => {
      const { geschreven = [], gelezen = [] } = gemeten.get(naam) ?? {};
      return {
        naam: STAPELS[naam].naam,
        ms: {
          invoegen: mediaan(geschreven.map((g) => g.invoegen)),
          openen: mediaan(gelezen.map((g) => g.openen)),
          'openen en alles lezen': mediaan(gelezen.map((g) => g.openen + g.lezen)),
          'zoeken (200)': mediaan(gelezen.flatMap((g) => g.zoeken)),
          'wijzigen p50': mediaan(geschreven.flatMap((g) => g.wijzigen)),
        },
      };
    });
    const bruikbaar =
      regels.find((r) => r.naam === STAPELS.eigen.naam)?.ms['openen en alles lezen'] ?? Number.NaN;
    return {
      meting: 'opslag',
      opzet: `${documenten} documenten van 1,5 kB, mediaan van ${ronden} ronden (crypto-js 1)`,
      regels: metVerhouding(regels, STAPELS.dexie.naam),
      budgetten: [budget('van sleutel tot bruikbaar (alles gelezen)', bruikbaar, 1000)],
    };
  },
};
