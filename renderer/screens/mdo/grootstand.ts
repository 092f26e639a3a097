/**
 * What goes to the big screen, and how. A second window shows it; it holds no key and opens no
 * store. Only what everybody at the table may see crosses: no name of the case, no restricted
 * action, no sync state. The channel stays inside this browser profile.
 */
import { dagMaand, datumVoluit, langeDatum } from '../../../shared/domein/datums.js';
import { leefgebiedLabel } from '../../../shared/domein/leefgebieden.js';
import { initialen } from '../../../shared/domein/namen.js';
import type { Fase } from '../../../shared/schema/index.js';
import { agendavolgorde, puntsoort, type AgendapuntDoc } from '../../stores/mdo.js';
import type { Taalcode } from '../../taal/index.js';
import type { Mdo } from './gegevens.js';

export const KANAAL = 'casuskluis-groot-scherm';
/** Address of the big screen, after the `#`. */
export const GROOTSCHERM_PAD = '/grootscherm';

export interface Schermscore {
  readonly label: string;
  readonly nu: number | null;
  readonly was: number | null;
  readonly huidig: boolean;
}

export type Onderwerp =
  | {
      readonly soort: 'score';
      readonly datum: string;
      readonly leefgebied: string;
      readonly schaal: {
        readonly van: number;
        readonly tot: number;
        readonly laag: string;
        readonly hoog: string;
      };
      readonly nu: number | null;
      readonly was: { readonly score: number; readonly datum: string } | null;
      readonly alle: readonly Schermscore[];
    }
  | {
      readonly soort: 'lijst';
      readonly kop: 'besluiten' | 'feiten';
      readonly besluiten: readonly string[];
      readonly acties: readonly {
        readonly wie: string;
        readonly wat: string;
        readonly voor: string;
      }[];
    }
  | { readonly soort: 'ave'; readonly fase: number | null }
  | { readonly soort: 'datum'; readonly datum: string }
  | { readonly soort: 'punt'; readonly titel: string };

export interface Grootstand {
  readonly versie: 1;
  readonly taal: Taalcode;
  readonly thema: string | null;
  readonly fase: Fase | null;
  /** Epoch milliseconds at which the phase ends; null when there is no clock. */
  readonly faseEinde: number | null;
  readonly afgelopen: boolean;
  readonly onderwerp: Onderwerp;
}

export type Bericht =
  | { readonly soort: 'stand'; readonly stand: Grootstand }
  | { readonly soort: 'vraag' }
  | { readonly soort: 'weg' };

/** Names of people of the case become initials, whole and in parts. */
export function zonderNamen(tekst: string, namen: readonly string[]): string {
  const delen = new Map<string, string>();
  for (const naam of namen) {
    delen.set(naam, initialen(naam));
    for (const deel of naam.split(/\s+/)) {
      if (
        deel.length > 3 &&
        deel.charAt(0) !== deel.charAt(0).toLowerCase() &&
        !/^(gezin|familie)$/i.test(deel)
      ) {
        delen.set(deel, `${deel.charAt(0)}.`);
      }
    }
  }
  // The longest first, so that a whole name is not taken apart.
  const rij = [...delen].filter(([deel]) => deel !== '').sort(([a], [b]) => b.length - a.length);
  return rij.reduce(
    (uit, [deel, kort]) =>
      uit.replace(
        new RegExp(`(?<!\\p{L})${deel.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\p{L})`, 'gu'),
        kort,
      ),
    tekst,
  );
}

/** Parts of this meeting that the big screen leaves out. */
export const telVerborgen = (m: Mdo): number => m.acties.filter((a) => a.beperkt).length;

export function maakGrootstand(
  m: Mdo,
  punt: AgendapuntDoc | undefined,
  rij: number,
  taal: Taalcode,
  thema: string | null,
): Grootstand {
  const { overleg } = m;
  const minuten = overleg.agenda.reduce(
    (som, p) => som + (p.fase === overleg.fase ? p.minuten : 0),
    0,
  );
  return {
    versie: 1,
    taal,
    thema,
    fase: overleg.fase,
    faseEinde:
      overleg.status === 'bezig' && overleg.faseSinds !== null && minuten > 0
        ? Date.parse(overleg.faseSinds) + minuten * 60_000
        : null,
    afgelopen: overleg.status === 'concept' || overleg.status === 'vastgesteld',
    onderwerp: maakOnderwerp(m, punt ?? agendavolgorde(overleg)[0], rij, taal),
  };
}

function maakOnderwerp(
  m: Mdo,
  punt: AgendapuntDoc | undefined,
  rij: number,
  taal: Taalcode,
): Onderwerp {
  const schoon = (tekst: string): string => zonderNamen(tekst, m.namen);
  const titel: Onderwerp = { soort: 'punt', titel: schoon(punt?.titel ?? '') };
  if (punt === undefined) return titel;
  switch (puntsoort(punt)) {
    case 'scoren':
      return scoreonderwerp(m, rij, taal) ?? titel;
    case 'besluiten':
    case 'informering':
      return {
        soort: 'lijst',
        kop: 'besluiten',
        besluiten: m.overleg.besluiten.map((b) => schoon(b.tekst)),
        acties: m.acties
          .filter((a) => !a.beperkt)
          .map((a) => ({
            wie: a.eigenaar,
            wat: schoon(a.omschrijving),
            voor: a.deadline === null ? '' : dagMaand(a.deadline, m.vandaag, taal),
          })),
      };
    case 'ave':
      return { soort: 'ave', fase: m.casus?.aveFase ?? null };
    case 'afronding':
      return m.overleg.volgendeDatum === null
        ? titel
        : { soort: 'datum', datum: langeDatum(m.overleg.volgendeDatum, taal) };
    case 'opening':
    case 'pitch':
    case 'feiten':
    case 'notulen':
      return titel;
  }
}

function scoreonderwerp(m: Mdo, rij: number, taal: Taalcode): Onderwerp | null {
  const gebied = m.lijst.waarden[rij];
  if (gebied === undefined) return null;
  const nu = (code: string): number | null => m.meting?.scores[code]?.score ?? null;
  const was = (code: string): number | null => m.vorige?.scores[code]?.score ?? null;
  const vorige = was(gebied.id);
  return {
    soort: 'score',
    datum: datumVoluit(m.overleg.datum, taal).replace(/ \d{4}$/, ''),
    leefgebied: leefgebiedLabel(gebied.id, taal, m.lijst),
    schaal: m.lijst.schaal,
    nu: nu(gebied.id),
    was:
      vorige === null || m.vorige === undefined
        ? null
        : { score: vorige, datum: dagMaand(m.vorige.datum, m.vandaag, taal) },
    alle: m.lijst.waarden.map((l, i) => ({
      label: leefgebiedLabel(l.id, taal, m.lijst),
      nu: nu(l.id),
      was: was(l.id),
      huidig: i === rij,
    })),
  };
}
