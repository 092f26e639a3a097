/**
 * The filter above the list of cases: the work of one keystroke, and in the application itself from
 * the key to the frame that shows the answer. Beside it the same letters as a query on RxDB, on plain Dexie storage and with crypto-js.
 */
import type { Browserruimte } from '../browser.js';
import {
  budget,
  enkel,
  type Kaleregel,
  mediaan,
  type Meting,
  metVerhouding,
  type Opties,
  p95,
} from '../meting.js';
import { type Rxnaam, STAPELS } from '../stapels/namen.js';
import { typInToepassing } from './toets.js';

/** The comparison is as slow at each letter, and crypto-js is filled once: a part is enough. */
const DEEL = { documenten: 2000, letters: 4 };
const NAAST = ['dexie', 'cryptojs'] as const satisfies readonly Rxnaam[];

const cijfers = (duren: readonly number[]): { p50: number; p95: number; langste: number } => ({
  p50: mediaan(duren),
  p95: p95(duren),
  langste: Math.max(...duren),
});

/** Milliseconds of a letter, scaled to the number of documents: a scan costs the same for each. */
async function naast(browser: Browserruimte, naam: Rxnaam, opties: Opties): Promise<Kaleregel> {
  const { documenten } = enkel(opties);
  const aantal = Math.min(documenten, DEEL.documenten);
  opties.voortgang(`${STAPELS[naam].naam}, ${aantal} documenten`);
  const database = `bench-lijst-${naam}`;
  await browser.roep('schrijf', naam, database, aantal);
  const duren = await browser.roep('typInStapel', naam, database, DEEL.letters);
  return { naam: STAPELS[naam].naam, ms: cijfers(duren.map((ms) => (ms * documenten) / aantal)) };
}

export const lijst: Meting = {
  naam: 'lijst',
  async meet(browser, opties) {
    const { ronden, documenten } = enkel(opties);
    const { voortgang } = opties;
    const duren: number[] = [];
    for (let ronde = 0; ronde < ronden; ronde++) {
      voortgang(`ronde ${ronde + 1} van ${ronden}`);
      duren.push(...(await browser.roep('typ', documenten)).uit);
    }
    const regels: Kaleregel[] = [{ naam: 'eigen filter', ms: cijfers(duren) }];
    voortgang('in de toepassing');
    const { duren: inBeeld, langsteTaak } = await typInToepassing(ronden);
    regels.push({ naam: 'in de toepassing, tot in beeld', ms: cijfers(inBeeld) });
    for (const naam of NAAST) regels.push(await naast(browser, naam, opties));
    return {
      meting: 'lijst',
      opzet: `filter over ${documenten} documenten van 1,5 kB, per toetsaanslag; de toepassing met het voorbeeldhuis; RxDB gemeten met ${Math.min(documenten, DEEL.documenten)} documenten en omgerekend`,
      regels: metVerhouding(regels, STAPELS.dexie.naam),
      budgetten: [
        budget('langste toetsaanslag, rekenwerk', Math.max(...duren), 50),
        budget('toets tot in beeld, p50', cijfers(inBeeld).p50, 50),
        budget('langste taak bij typen in de toepassing', langsteTaak, 50),
      ],
    };
  },
};
