/** Which running case meets next, and when: no procesregisseur in two places at once. */
import { plusDagen, werkdag, type IsoDate } from '../../domein/index.js';
import { REGISSEURS, type Ruwecasus } from './caseload.js';
import type { Gang } from './gang.js';
import type { Toeval } from './toeval.js';
import type { Plek } from './verloop.js';

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
    for (const [i, { casus }] of eigen.entries()) {
      const plek = rooster[i];
      if (plek !== undefined) plekken.set(casus.nummer, plek);
    }
  }
  return plekken;
}

const komtBijeen = (gang: Gang): boolean =>
  gang.lopend && (gang.stap === 'start-mdo' || gang.stap === 'plan' || gang.stap === 'monitoring');

/** Lower meets sooner: those who wait for their first, then who met longest ago; the fullest case first of all. */
function gewicht({ casus, gang }: Kandidaat, vandaag: IsoDate): number {
  const laatste = gang.overleggen.at(-1);
  if (laatste === undefined) return 20;
  const sinds = Math.round((Date.parse(vandaag) - Date.parse(laatste)) / 86_400_000);
  const vol =
    casus.aard === 'persoon' &&
    casus.start >= '2024-01-01' &&
    gang.overleggen.length >= 4 &&
    gang.ave >= 3 &&
    casus.problematiek.length >= 3 &&
    sinds >= 25;
  return (vol ? 0 : 30) + Math.max(0, 60 - sinds);
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
