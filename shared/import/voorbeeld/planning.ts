/** Which running case meets next, and when: no procesregisseur in two places at once. */
import { dagen, plusDagen, werkdag, type IsoDate } from '../../domein/index.js';
import { REGISSEURS, type Ruwecasus } from './caseload.js';
import type { Gang } from './gang.js';
import type { Toeval } from './toeval.js';
import type { Plek } from './bron.js';

export interface Kandidaat {
  readonly casus: Ruwecasus;
  readonly gang: Gang;
}

/** Per casusnummer the next meeting. The case that is met first is the first in the map. */
export function maakPlanning(
  kandidaten: readonly Kandidaat[],
  toeval: Toeval,
  vandaag: IsoDate,
): Map<string, Plek> {
  const plekken = new Map<string, Plek>();
  for (const regisseur of REGISSEURS) {
    const eigen = toeval
      .apart(regisseur)
      .schud(
        kandidaten.filter(({ casus, gang }) => casus.regisseur === regisseur && komtBijeen(gang)),
      )
      .filter((_, i) => i % 9 !== 8)
      .sort((a, b) => gewicht(a, vandaag) - gewicht(b, vandaag));
    const rooster = plaatsen(
      regisseur === 'J. Wouters',
      toeval.apart(`rooster ${regisseur}`),
      vandaag,
      eigen.length,
    );
    for (const [i, { casus }] of metBesteVooraan(eigen, vandaag).entries()) {
      const plek = rooster[i];
      if (plek !== undefined) plekken.set(casus.nummer, plek);
    }
  }
  return plekken;
}

const komtBijeen = (gang: Gang): boolean =>
  gang.lopend && (gang.stap === 'start-mdo' || gang.stap === 'plan' || gang.stap === 'monitoring');

/** Lower meets sooner: those who wait for their first, then who met longest ago. */
function gewicht({ gang }: Kandidaat, vandaag: IsoDate): number {
  const laatste = gang.overleggen.at(-1);
  return laatste === undefined ? 0 : 10 + Math.max(0, 60 - dagen(laatste, vandaag));
}

/** Lower is better to be shown first: a person, some months on the way, with enough to talk about. */
function geschiktheid({ casus, gang }: Kandidaat, vandaag: IsoDate): number {
  const laatste = gang.overleggen.at(-1) ?? vandaag;
  const gehouden = gang.overleggen.length;
  return (
    (casus.aard === 'persoon' ? 0 : 100) +
    (casus.start >= '2024-01-01' ? 0 : 100) +
    (gehouden < 3 ? 20 : gehouden > 5 ? 4 : 0) +
    (gang.ave >= 3 ? 0 : 8) +
    (casus.tafel === 'Complexe casuïstiek' ? 0 : 8) +
    (casus.problematiek.length >= 3 ? 0 : 4) +
    (dagen(laatste, vandaag) >= 25 ? 0 : 12) +
    Math.floor(dagen(casus.start, vandaag) / 100)
  );
}

/** The most suitable in front, the others in their order. */
function metBesteVooraan(kandidaten: readonly Kandidaat[], vandaag: IsoDate): Kandidaat[] {
  const [eerste] = [...kandidaten].sort(
    (a, b) => geschiktheid(a, vandaag) - geschiktheid(b, vandaag),
  );
  return eerste === undefined
    ? []
    : [eerste, ...kandidaten.filter((kandidaat) => kandidaat !== eerste)];
}

/** Times from today on. For the user of the voorbeeldhuis today and tomorrow morning are full. */
function plaatsen(gebruiker: boolean, toeval: Toeval, vandaag: IsoDate, aantal: number): Plek[] {
  const eerste = werkdag(vandaag);
  const tweede = werkdag(plusDagen(eerste, 1));
  const uit: Plek[] = gebruiker
    ? [
        { datum: eerste, begin: '11:00' },
        { datum: tweede, begin: '09:00' },
        { datum: eerste, begin: '15:30' },
        { datum: werkdag(plusDagen(tweede, 1)), begin: '10:30' },
        { datum: werkdag(plusDagen(tweede, 1)), begin: '13:30' },
      ]
    : [];
  let dag = gebruiker ? werkdag(plusDagen(tweede, 2)) : eerste;
  while (uit.length < aantal) {
    for (const begin of toeval
      .greep(['09:00', '10:30', '13:30', '15:00'], toeval.heel(0, 2))
      .sort()) {
      uit.push({ datum: dag, begin });
    }
    dag = werkdag(plusDagen(dag, 1));
  }
  return uit;
}
