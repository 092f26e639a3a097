/** What the palette finds, without React. */
import { normaliseer } from '../../shared/domein/tekst.js';
import { menuVan } from './register.js';
import type { Opdracht } from '../stores/opdracht.js';
import type { Scherm } from '../stores/scherm.js';
import type { Taalcode } from '../taal/index.js';
import type { Kluis } from '../vault/types.js';

export interface Treffer {
  /** `casus:<id>`, `scherm:<id>` or `opdracht:<id>`. */
  readonly sleutel: string;
  readonly groep: 'casussen' | 'schermen' | 'opdrachten';
  readonly titel: string;
  readonly bij: string;
  readonly toets: string | null;
  /** Normalised text to find it by; what it starts with counts most. */
  readonly zoek: string;
  /** Closed cases come after running ones. */
  readonly later: boolean;
}

const MAXIMUM = 8;

/** Everything that can be found now. Cases also by the names of their betrokkenen. */
export function allesTeVinden(
  kluis: Kluis,
  schermen: readonly Scherm[],
  opdrachten: readonly Opdracht[],
  taal: Taalcode,
  afgesloten: string,
): readonly Treffer[] {
  const namen = new Map<string, string[]>();
  for (const b of kluis.alle('betrokkenen')) {
    namen.set(b.casus, [...(namen.get(b.casus) ?? []), b.naam]);
  }
  const casussen = kluis.alle('casussen').map((c): Treffer => {
    const personen = namen.get(c.id) ?? [];
    return {
      sleutel: `casus:${c.id}`,
      groep: 'casussen',
      titel: c.titel,
      bij: [c.nummer, c.gemeente, c.sluitdatum === null ? '' : afgesloten]
        .filter(Boolean)
        .join(' · '),
      toets: null,
      zoek: normaliseer([c.titel, c.nummer, ...personen, c.gemeente].join(' ')),
      later: c.sluitdatum !== null,
    };
  });
  const menu = menuVan(schermen).flatMap((g) => g.schermen);
  return [
    ...casussen,
    ...menu.map(
      (s): Treffer => ({
        sleutel: `scherm:${s.id}`,
        groep: 'schermen',
        titel: s.titel[taal],
        bij: '',
        toets: null,
        zoek: normaliseer(`${s.titel.nl} ${s.titel.en}`),
        later: false,
      }),
    ),
    ...opdrachten
      .filter((o) => o.id !== 'palet')
      .map(
        (o): Treffer => ({
          sleutel: `opdracht:${o.id}`,
          groep: 'opdrachten',
          titel: o.naam[taal],
          bij: '',
          toets: o.toets ?? null,
          zoek: normaliseer(`${o.naam.nl} ${o.naam.en} ${o.zoekwoorden ?? ''}`),
          later: false,
        }),
      ),
  ];
}

/** 0 for a perfect start, higher for worse; null when a word is missing. */
function rang(zoek: string, woorden: readonly string[]): number | null {
  let som = 0;
  for (const woord of woorden) {
    const plaats = zoek.indexOf(woord);
    if (plaats < 0) return null;
    const opBegin = plaats === 0 || ` -·(`.includes(zoek.charAt(plaats - 1));
    som += plaats === 0 ? 0 : opBegin ? 1 : 2;
  }
  return som;
}

/**
 * The matches in order of group and rank, at most eight per group. Without a query: what was used
 * recently, then screens and commands.
 */
export function vind(
  alles: readonly Treffer[],
  vraag: string,
  recent: readonly string[],
): readonly { groep: Treffer['groep'] | 'recent'; treffers: readonly Treffer[] }[] {
  const woorden = normaliseer(vraag).split(' ').filter(Boolean);
  const groepen = ['casussen', 'schermen', 'opdrachten'] as const;
  if (woorden.length === 0) {
    const perSleutel = new Map(alles.map((a) => [a.sleutel, a]));
    const laatst = recent.flatMap((s) => perSleutel.get(s) ?? []).slice(0, 6);
    return [
      { groep: 'recent' as const, treffers: laatst },
      ...groepen.slice(1).map((groep) => ({
        groep,
        treffers: alles.filter((a) => a.groep === groep && !laatst.includes(a)),
      })),
    ].filter((g) => g.treffers.length > 0);
  }
  return groepen
    .map((groep) => ({
      groep,
      treffers: alles
        .flatMap((treffer) => {
          const r = treffer.groep === groep ? rang(treffer.zoek, woorden) : null;
          return r === null ? [] : [{ treffer, r: treffer.later ? r + 10 : r }];
        })
        .sort((a, b) => a.r - b.r)
        .slice(0, MAXIMUM)
        .map((x) => x.treffer),
    }))
    .filter((g) => g.treffers.length > 0);
}
