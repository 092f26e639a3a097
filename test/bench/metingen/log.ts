/** What the log costs: of a change it may add a tenth at most, and of a reading nothing that is noticed. */
import {
  budget,
  enkel,
  type Kaleregel,
  mediaan,
  type Meting,
  metVerhouding,
  p95,
} from '../meting.js';

const WIJZIGINGEN = 400;
const ZONDER = 'wijzigen zonder logboek';

const cijfers = (duren: readonly number[]): Record<string, number> => ({
  p50: mediaan(duren),
  p95: p95(duren),
});

export const log: Meting = {
  naam: 'log',
  async meet(browser, opties) {
    const { ronden } = enkel(opties);
    const met: number[] = [];
    const zonder: number[] = [];
    const raadplegen: number[] = [];
    let regels = 0;
    for (let ronde = 0; ronde < ronden; ronde++) {
      opties.voortgang(`ronde ${ronde + 1} van ${ronden}`);
      const uit = await browser.roep('meetLogwijzigen', WIJZIGINGEN);
      met.push(...uit.met);
      zonder.push(...uit.zonder);
      raadplegen.push(...uit.raadplegen);
      regels = uit.regels;
    }
    const kaal: Kaleregel[] = [
      { naam: ZONDER, ms: cijfers(zonder) },
      { naam: 'wijzigen met logboek', ms: cijfers(met), maten: { regels } },
      { naam: 'raadpleging noteren', ms: cijfers(raadplegen) },
    ];
    return {
      meting: 'log',
      opzet: `${WIJZIGINGEN} wijzigingen van een notitie met en ${WIJZIGINGEN} zonder, om en om per 20; ${ronden} ronden`,
      regels: metVerhouding(kaal, ZONDER),
      budgetten: [
        budget('wijzigen met naast zonder logboek, p50', mediaan(met) / mediaan(zonder), 1.1, 'x'),
        budget('raadpleging noteren, p95', p95(raadplegen), 1),
      ],
    };
  },
};
