/** The course of the scores: worse where the problems lie, slowly better, sometimes a step back. */
import { LEEFGEBIEDEN } from '../../domein/index.js';
import { sleutels, type Kaal } from '../laadset.js';
import type { Ruwecasus } from './caseload.js';
import type { Gang } from './gang.js';
import { TOELICHTINGEN, TOELICHTINGEN_WONEN } from './toelichtingen.js';
import type { Toeval } from './toeval.js';

const RAAKT: Readonly<Record<string, readonly string[]>> = {
  Woonoverlast: ['huisvesting', 'sociaalNetwerk'],
  Zorgmijding: ['geestelijkeGezondheid', 'lichamelijkeGezondheid'],
  'Verward gedrag': ['geestelijkeGezondheid', 'sociaalNetwerk'],
  Verslavingsproblematiek: ['verslaving', 'lichamelijkeGezondheid'],
  'Huiselijk geweld': ['huiselijkeRelaties', 'justitie'],
  Schulden: ['financien'],
  Agressie: ['justitie'],
  LVB: ['dagbesteding', 'sociaalNetwerk'],
  'Psychiatrische/psychische problematiek': ['geestelijkeGezondheid', 'dagbesteding'],
};

export function maakMetingen(casus: Ruwecasus, gang: Gang, toeval: Toeval): Kaal<'metingen'>[] {
  if (casus.aard === 'gebied') return [];
  const zwaar = new Set(casus.problematiek.flatMap((probleem) => RAAKT[probleem] ?? []));
  if (casus.woonsituatie === 'Dak-/thuisloos') zwaar.add('huisvesting');
  if (casus.inkomsten === 'Geen') zwaar.add('financien');
  const stand = new Map(
    LEEFGEBIEDEN.waarden.map(({ id }) => [
      id,
      zwaar.has(id) ? toeval.heel(1, 2) : toeval.heel(2, 4),
    ]),
  );
  return gang.overleggen.map((datum, i): Kaal<'metingen'> => {
    const laatste = i === gang.overleggen.length - 1;
    const scores: Kaal<'metingen'>['scores'] = {};
    for (const [id, vorige] of stand) {
      const stap =
        i === 0
          ? 0
          : toeval.gewogen([
              [1, 34],
              [0, 52],
              [-1, 14],
            ]);
      const score = Math.min(hoogste(casus, id), Math.max(1, vorige + stap));
      stand.set(id, score);
      const toelichten = gang.diepte === 'vol' && (laatste || score !== vorige);
      scores[id] = { score, toelichting: toelichten ? toelichting(casus, id, score, toeval) : '' };
    }
    return {
      sleutel: sleutels.meting(casus.nummer, datum),
      casus: sleutels.casus(casus.nummer),
      overleg: sleutels.overleg(casus.nummer, datum, i === 0 ? 'start-MDO' : 'vervolg-MDO'),
      datum,
      lijst: LEEFGEBIEDEN.code,
      scores,
    };
  });
}

/** Who has no home does not score high on housing; a 5 is for cases that close. */
function hoogste(casus: Ruwecasus, leefgebied: string): number {
  if (leefgebied === 'huisvesting' && casus.woonsituatie === 'Dak-/thuisloos') return 3;
  return casus.einde === null ? 4 : 5;
}

function toelichting(casus: Ruwecasus, leefgebied: string, score: number, toeval: Toeval): string {
  if (score < 1 || score > 5) return '';
  const wonen =
    leefgebied === 'huisvesting' ? TOELICHTINGEN_WONEN[casus.woonsituatie ?? ''] : undefined;
  const zinnen = (wonen ?? TOELICHTINGEN[leefgebied])?.[score as 1 | 2 | 3 | 4 | 5];
  return zinnen === undefined ? '' : toeval.kies(zinnen);
}
