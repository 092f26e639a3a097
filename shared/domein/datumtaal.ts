/**
 * Dates as people write them in a line: `12-12`, `vr 4 dec`, `volgende week vrijdag`, `over 2 weken`.
 * Reads words from a position on; says how many of them it used.
 */
import {
  dagenInMaand,
  datumdelen,
  maakDatum,
  plusDagen,
  plusMaanden,
  weekdag,
  weekVan,
} from './datums.js';
import type { IsoDate } from './soorten.js';

export interface GelezenDatum {
  readonly soort: 'datum';
  readonly datum: IsoDate;
  /** Number of words used. */
  readonly woorden: number;
  /** Day of the week that was written but is not that of the date. */
  readonly andereWeekdag: string | null;
  /** True for forms that are a date without a word such as `vóór` in front: not for `vr` or `ma`. */
  readonly vrijstaand: boolean;
}
export interface OnmogelijkeDatum {
  readonly soort: 'onmogelijk';
  readonly tekst: string;
}

const WEEKDAGEN: ReadonlyMap<string, number> = new Map(
  ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'].flatMap(
    (naam, i): [string, number][] => [
      [naam, i + 1],
      [naam.slice(0, 2), i + 1],
    ],
  ),
);
const MAANDEN: ReadonlyMap<string, number> = new Map(
  [
    ['jan', 'januari'],
    ['feb', 'februari'],
    ['mrt', 'maart'],
    ['apr', 'april'],
    ['mei', 'mei'],
    ['jun', 'juni'],
    ['jul', 'juli'],
    ['aug', 'augustus'],
    ['sep', 'september', 'sept'],
    ['okt', 'oktober'],
    ['nov', 'november'],
    ['dec', 'december'],
  ].flatMap((vormen, i) => vormen.map((vorm): [string, number] => [vorm, i + 1])),
);
const GETALLEN: ReadonlyMap<string, number> = new Map([
  ['een', 1],
  ['één', 1],
  ['twee', 2],
  ['drie', 3],
  ['vier', 4],
  ['vijf', 5],
  ['zes', 6],
  ['acht', 8],
  ['tien', 10],
]);

/** Word without the punctuation around it, in lower case. */
export function kaal(woord: string | undefined): string {
  return (woord ?? '').toLowerCase().replace(/^[("']+|[)"',;:.!?]+$/g, '');
}

/** Date that begins at word `i`, an impossible one, or null when there is none. */
export function leesDatum(
  woorden: readonly string[],
  i: number,
  vandaag: IsoDate,
): GelezenDatum | OnmogelijkeDatum | null {
  const eerste = kaal(woorden[i]);
  const dag = WEEKDAGEN.get(eerste);
  const genoemd = leesGenoemd(woorden, dag === undefined ? i : i + 1, vandaag);
  if (genoemd?.soort === 'onmogelijk') return genoemd;
  if (genoemd !== null) {
    const klopt = dag === undefined || weekdag(genoemd.datum) === dag;
    return {
      ...genoemd,
      woorden: genoemd.woorden + (dag === undefined ? 0 : 1),
      andereWeekdag: klopt ? null : eerste,
    };
  }
  if (dag !== undefined) {
    const vooruit = (dag - weekdag(vandaag) + 7) % 7;
    return datum(plusDagen(vandaag, vooruit === 0 ? 7 : vooruit), 1, eerste.length > 2);
  }
  return leesBetrekkelijk(woorden, i, vandaag);
}

const datum = (iso: IsoDate, woorden: number, vrijstaand = true): GelezenDatum => ({
  soort: 'datum',
  datum: iso,
  woorden,
  andereWeekdag: null,
  vrijstaand,
});

/** `12-12`, `12-12-2026`, `12/12/26`, `2026-12-12`, `12 dec`, `12 december 2026`. */
function leesGenoemd(
  woorden: readonly string[],
  i: number,
  vandaag: IsoDate,
): GelezenDatum | OnmogelijkeDatum | null {
  const woord = kaal(woorden[i]);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(woord);
  if (iso !== null) {
    return bestaand(Number(iso[1]), Number(iso[2]), Number(iso[3]), 1, woord);
  }
  const cijfers = /^(\d{1,2})([-/])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(woord);
  if (cijfers !== null) {
    const jaar = cijfers[4] === undefined ? null : voluit(Number(cijfers[4]));
    return metJaar(jaar, Number(cijfers[3]), Number(cijfers[1]), 1, woord, vandaag);
  }
  const maand = MAANDEN.get(kaal(woorden[i + 1]));
  if (!/^\d{1,2}$/.test(woord) || maand === undefined) return null;
  const jaar = kaal(woorden[i + 2]);
  const tekst = `${woord} ${kaal(woorden[i + 1])}`;
  return /^\d{4}$/.test(jaar)
    ? bestaand(Number(jaar), maand, Number(woord), 3, `${tekst} ${jaar}`)
    : metJaar(null, maand, Number(woord), 2, tekst, vandaag);
}

const voluit = (jaar: number): number => (jaar < 100 ? 2000 + jaar : jaar);

function bestaand(
  jaar: number,
  maand: number,
  dag: number,
  woorden: number,
  tekst: string,
): GelezenDatum | OnmogelijkeDatum {
  const iso = maakDatum(jaar, maand, dag);
  return iso === null ? { soort: 'onmogelijk', tekst } : datum(iso, woorden);
}

/** Without a year: the first time that this day comes, today included. */
function metJaar(
  jaar: number | null,
  maand: number,
  dag: number,
  woorden: number,
  tekst: string,
  vandaag: IsoDate,
): GelezenDatum | OnmogelijkeDatum {
  if (jaar !== null) return bestaand(jaar, maand, dag, woorden, tekst);
  const ditJaar = datumdelen(vandaag).jaar;
  for (let kandidaat = ditJaar; kandidaat <= ditJaar + 8; kandidaat += 1) {
    const iso = maakDatum(kandidaat, maand, dag);
    if (iso !== null && iso >= vandaag) return datum(iso, woorden);
  }
  return { soort: 'onmogelijk', tekst };
}

/** `morgen`, `over 2 weken`, `volgende week vrijdag`, `eind van de maand`. */
function leesBetrekkelijk(
  woorden: readonly string[],
  i: number,
  vandaag: IsoDate,
): GelezenDatum | null {
  const eerste = kaal(woorden[i]);
  const tweede = kaal(woorden[i + 1]);
  if (eerste === 'vandaag') return datum(vandaag, 1);
  if (eerste === 'morgen') return datum(plusDagen(vandaag, 1), 1);
  if (eerste === 'overmorgen') return datum(plusDagen(vandaag, 2), 1);
  if (eerste === 'over' || eerste === 'binnen') return leesTermijn(woorden, i, vandaag);

  const { maandag } = weekVan(vandaag);
  const dag = WEEKDAGEN.get(tweede);
  if (eerste === 'volgende' && tweede === 'week') {
    const genoemd = WEEKDAGEN.get(kaal(woorden[i + 2]));
    return datum(plusDagen(maandag, 7 + (genoemd ?? 5) - 1), genoemd === undefined ? 2 : 3);
  }
  if (eerste === 'volgende' && tweede === 'maand')
    return datum(eindVanMaand(plusMaanden(vandaag, 1)), 2);
  if (eerste === 'volgende' && dag !== undefined) return datum(plusDagen(maandag, 7 + dag - 1), 2);
  if ((eerste === 'aanstaande' || eerste === 'a.s') && dag !== undefined) {
    const vooruit = (dag - weekdag(vandaag) + 7) % 7;
    return datum(plusDagen(vandaag, vooruit === 0 ? 7 : vooruit), 2);
  }
  if (eerste === 'deze' && tweede === 'week') {
    const vrijdag = plusDagen(maandag, 4);
    return datum(vrijdag < vandaag ? vandaag : vrijdag, 2);
  }
  if (eerste === 'eind') {
    const rest = [tweede, kaal(woorden[i + 2]), kaal(woorden[i + 3])];
    const maandOp = rest.indexOf('maand');
    const tussen = rest.slice(0, Math.max(0, maandOp));
    if (maandOp >= 0 && tussen.every((w) => w === 'van' || w === 'de' || w === 'deze')) {
      return datum(eindVanMaand(vandaag), maandOp + 2);
    }
  }
  return null;
}

/** `over 3 dagen`, `binnen twee weken`, `over een maand`. */
function leesTermijn(woorden: readonly string[], i: number, vandaag: IsoDate): GelezenDatum | null {
  const telwoord = kaal(woorden[i + 1]);
  const n = /^\d{1,3}$/.test(telwoord) ? Number(telwoord) : GETALLEN.get(telwoord);
  if (n === undefined) return null;
  switch (kaal(woorden[i + 2])) {
    case 'dag':
    case 'dagen':
      return datum(plusDagen(vandaag, n), 3);
    case 'week':
    case 'weken':
      return datum(plusDagen(vandaag, 7 * n), 3);
    case 'maand':
    case 'maanden':
      return datum(plusMaanden(vandaag, n), 3);
    default:
      return null;
  }
}

function eindVanMaand(iso: IsoDate): IsoDate {
  const { jaar, maand } = datumdelen(iso);
  return `${iso.slice(0, 8)}${dagenInMaand(jaar, maand)}`;
}
