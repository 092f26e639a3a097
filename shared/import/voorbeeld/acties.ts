/** Actions that came out of the meetings: old ones done, those of the last meeting mostly open. */
import { plusDagen, werkdag, type IsoDate } from '../../domein/index.js';
import { sleutels, type Kaal } from '../laadset.js';
import type { Tafelplaats } from './betrokkenen.js';
import type { Casusbron } from './bron.js';
import * as T from './teksten.js';
import type { Toeval } from './toeval.js';

export function maakActies(
  bron: Casusbron,
  o: T.Onderwerp,
  tafel: readonly Tafelplaats[],
): Kaal<'acties'>[] {
  const { casus, gang, vandaag } = bron;
  const toeval = bron.toeval.apart('acties');
  const aanTafel = new Map(tafel.map((plaats) => [plaats.organisatie, plaats.naam]));
  const bruikbaar = toeval.schud(T.ACTIES.filter((actie) => aanTafel.has(actie.eigenaar)));
  const uit: Kaal<'acties'>[] = [];
  let volgende = 0;
  for (const [i, datum] of gang.overleggen.entries()) {
    const vanLaatste = gang.overleggen.length - 1 - i;
    const soort = i === 0 ? 'start-MDO' : 'vervolg-MDO';
    const n = aantalActies(bron, vanLaatste, toeval);
    for (let k = 0; k < n; k += 1) {
      const tekst = bruikbaar[volgende % bruikbaar.length];
      volgende += 1;
      if (tekst === undefined) continue;
      const deadline = termijn(bron, datum, vanLaatste, k, toeval);
      const status =
        bron.rijk && vanLaatste === 0
          ? 'open'
          : statusVan(gang.lopend, vanLaatste, deadline, vandaag, toeval);
      uit.push({
        sleutel: sleutels.actie(casus.nummer, datum, tekst.tekst, tekst.eigenaar, k + 1),
        casus: sleutels.casus(casus.nummer),
        overleg: sleutels.overleg(casus.nummer, datum, soort),
        omschrijving: tekst.tekst,
        type: tekst.type,
        eigenaar: tekst.eigenaar,
        eigenaarNaam: aanTafel.get(tekst.eigenaar) ?? null,
        datum,
        deadline,
        conditie: tekst.conditie ?? '',
        informering: gang.lopend && toeval.kans(45) ? T.kiesZin(toeval, T.INFORMERINGEN, o) : '',
        status,
        resultaat:
          status === 'afgerond' ? tekst.resultaat : status === 'vervallen' ? 'Niet meer nodig' : '',
        beperkt: gang.lopend && status === 'open' && tekst.eigenaar === 'GGZ' && toeval.kans(18),
      });
    }
  }
  return uit;
}

/** Days from today of the actions of the case that is opened first. */
const RIJKE_TERMIJNEN = [-5, -1, 3, 6, 9, 17, 21] as const;

/** A working day some weeks after the meeting; half of those of the last meeting lie around now. */
function termijn(
  bron: Casusbron,
  datum: IsoDate,
  vanLaatste: number,
  k: number,
  toeval: Toeval,
): IsoDate {
  const gewoon = werkdag(plusDagen(datum, toeval.heel(10, 52)));
  if (!bron.gang.lopend || vanLaatste > 0) return gewoon;
  const rijk = bron.rijk ? RIJKE_TERMIJNEN[k] : undefined;
  const nu = rijk === undefined ? (toeval.kans(50) ? toeval.heel(-9, 34) : null) : rijk;
  if (nu === null) return gewoon;
  const rond = werkdag(plusDagen(bron.vandaag, nu));
  return rond > datum ? rond : gewoon;
}

/** Of the last meeting most is still open, and a little of that too late. */
function statusVan(
  lopend: boolean,
  vanLaatste: number,
  deadline: IsoDate,
  vandaag: IsoDate,
  toeval: Toeval,
): 'open' | 'afgerond' | 'vervallen' {
  if (lopend && vanLaatste === 0) {
    if (deadline >= vandaag) return toeval.kans(85) ? 'open' : 'afgerond';
    return toeval.kans(10) ? 'open' : 'afgerond';
  }
  if (lopend && vanLaatste === 1 && deadline >= plusDagen(vandaag, -20) && toeval.kans(15))
    return 'open';
  return toeval.kans(7) ? 'vervallen' : 'afgerond';
}

function aantalActies(bron: Casusbron, vanLaatste: number, toeval: Toeval): number {
  if (bron.gang.diepte === 'kern') return 1;
  if (bron.gang.diepte === 'half' || vanLaatste > 0) return 2;
  return bron.rijk ? RIJKE_TERMIJNEN.length : toeval.heel(3, 5);
}
