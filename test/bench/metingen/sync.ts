/** The first sync: one device sends everything to an endpoint on the loopback, another one receives it. */
import { startTestEndpoint } from '../../harness/endpoint.js';
import { budget, mediaan, type Meting } from '../meting.js';

export const sync: Meting = {
  naam: 'sync',
  async meet(browser, { ronden, documenten, voortgang }) {
    const verzonden: number[] = [];
    const ontvangen: number[] = [];
    for (let ronde = 0; ronde < ronden; ronde++) {
      const endpoint = await startTestEndpoint({ perAdresPerMinuut: 1_000_000 });
      const [een, twee] = [await browser.apparaat(), await browser.apparaat()];
      try {
        voortgang(`ronde ${ronde + 1} van ${ronden}: verzenden`);
        const { ms, code } = await een.roep('verzend', endpoint.adres, documenten);
        verzonden.push(ms);
        voortgang(`ronde ${ronde + 1} van ${ronden}: ontvangen`);
        ontvangen.push(await twee.roep('ontvang', code, documenten));
      } finally {
        await een.sluit();
        await twee.sluit();
        await endpoint.ruimOp();
      }
    }
    const ms = { verzenden: mediaan(verzonden), ontvangen: mediaan(ontvangen) };
    return {
      meting: 'sync',
      opzet: `${documenten} documenten van 1,5 kB in 100 vakken, mediaan van ${ronden} ronden`,
      regels: [{ naam: 'eerste sync', ms, verhouding: {} }],
      budgetten: [
        budget('eerste keer verzenden', ms.verzenden, 5000),
        budget('eerste keer ontvangen', ms.ontvangen, 4000),
      ],
    };
  },
};
