/** What the page Facts & figures shows besides the figures: rankings, distributions, and its rows as CSV. */
import { dagen, type IsoDate } from '../domein/index.js';
import {
  berekenFiguren,
  geslotenIn,
  grenzen,
  isActief,
  leeftijdenOp,
  NIET_INGEVULD,
  ONBEKEND,
  percentage,
  vergelijkTelling,
  type Aandeel,
  type Figuren,
  type Figuurcasus,
} from './figuren.js';

export interface Rangrij {
  readonly naam: string;
  readonly aantal: number;
  /** 1 is the most; equal counts share a rank and the next rank is skipped (1, 2, 3, 3, 5). */
  readonly rang: number;
}

export interface Aandeelrij extends Aandeel {
  readonly naam: string;
  readonly soort: 'gewoon' | 'onbekend' | 'leeg';
}

export interface Klasse {
  /** For example `90–179` or `18–24`. */
  readonly label: string;
  /** Bounds, both included; `tot` null is without end. */
  readonly van: number;
  readonly tot: number | null;
  readonly aantal: number;
}

export interface Figuurpagina {
  readonly figuren: Figuren;
  readonly peildatum: IsoDate;
  readonly aantalMan: number;
  readonly aantalVrouw: number;
  /** Neither man nor vrouw, or not known. */
  readonly aantalAnders: number;
  readonly gemeenten: readonly Rangrij[];
  readonly melders: readonly Rangrij[];
  readonly inkomsten: readonly Aandeelrij[];
  readonly woonsituatie: readonly Aandeelrij[];
  readonly problematiek: readonly Aandeelrij[];
  /** Over the cases closed in the year, in days. */
  readonly doorlooptijd: readonly Klasse[];
  /** Over the active cases, on 31 December; empty classes at either end are left out. */
  readonly leeftijd: readonly Klasse[];
  /** Active cases without a date of birth: not in `leeftijd`, nor in the mean. */
  readonly zonderGeboortedatum: number;
}

const DOORLOOPTIJDKLASSEN: readonly (readonly [string, number, number | null])[] = [
  ['tot 90', 0, 89],
  ['90–179', 90, 179],
  ['180–269', 180, 269],
  ['270–364', 270, 364],
  ['365+', 365, null],
];
const LEEFTIJDSKLASSEN: readonly (readonly [string, number, number | null])[] = [
  ['tot 12', 0, 11],
  ['12–17', 12, 17],
  ['18–24', 18, 24],
  ['25–34', 25, 34],
  ['35–44', 35, 44],
  ['45–54', 45, 54],
  ['55–64', 55, 64],
  ['65+', 65, null],
];

export function berekenFiguurpagina(casussen: readonly Figuurcasus[], jaar: number): Figuurpagina {
  const figuren = berekenFiguren(casussen, jaar);
  const { laatste } = grenzen(jaar);
  const actief = casussen.filter((casus) => isActief(casus, jaar));
  const aantalMan = actief.filter((casus) => casus.geslacht === 'man').length;
  const aantalVrouw = actief.filter((casus) => casus.geslacht === 'vrouw').length;
  const leeftijden = leeftijdenOp(actief, laatste);
  return {
    figuren,
    peildatum: laatste,
    aantalMan,
    aantalVrouw,
    aantalAnders: actief.length - aantalMan - aantalVrouw,
    gemeenten: rangschik(figuren.instroomPerGemeente),
    melders: rangschik(figuren.melders),
    inkomsten: rijen(figuren.inkomsten),
    woonsituatie: rijen(figuren.woonsituatie),
    problematiek: rijen(figuren.problematiek),
    doorlooptijd: verdeel(
      geslotenIn(casussen, jaar).map((casus) => dagen(casus.startdatum, casus.sluitdatum)),
      DOORLOOPTIJDKLASSEN,
    ),
    leeftijd: zonderLegeEinden(verdeel(leeftijden, LEEFTIJDSKLASSEN)),
    zonderGeboortedatum: actief.length - leeftijden.length,
  };
}

/** Ranks counts; ties share a rank. */
export function rangschik(tellingen: Readonly<Record<string, number>>): Rangrij[] {
  const gesorteerd = Object.entries(tellingen).sort(vergelijkTelling);
  let rang = 0;
  let vorige = -1;
  return gesorteerd.map(([naam, aantal], i) => {
    if (aantal !== vorige) rang = i + 1;
    vorige = aantal;
    return { naam, aantal, rang };
  });
}

function rijen(aandelen: Readonly<Record<string, Aandeel>>): Aandeelrij[] {
  return Object.entries(aandelen).map(([naam, aandeel]) => ({
    naam,
    ...aandeel,
    soort: naam === ONBEKEND ? 'onbekend' : naam === NIET_INGEVULD ? 'leeg' : 'gewoon',
  }));
}

function verdeel(
  waarden: readonly number[],
  klassen: readonly (readonly [string, number, number | null])[],
): Klasse[] {
  return klassen.map(([label, van, tot]) => ({
    label,
    van,
    tot,
    aantal: waarden.filter((waarde) => waarde >= van && (tot === null || waarde <= tot)).length,
  }));
}

function zonderLegeEinden(klassen: readonly Klasse[]): Klasse[] {
  const gevuld = klassen.map((klasse) => klasse.aantal > 0);
  return klassen.slice(Math.max(0, gevuld.indexOf(true)), gevuld.lastIndexOf(true) + 1);
}

/** Years in which a case ran, newest first, `tot` included; for the choice of a year. */
export function jarenVan(casussen: readonly Figuurcasus[], vandaag: IsoDate): number[] {
  const laatste = Number(vandaag.slice(0, 4));
  const eerste = casussen.reduce(
    (vroegst, casus) => Math.min(vroegst, Number(casus.startdatum.slice(0, 4))),
    laatste,
  );
  return Array.from({ length: laatste - eerste + 1 }, (_, i) => laatste - i);
}

/** The page as rows for a CSV file or a table: onderdeel, waarde, aantal, percentage. */
export function figurenAlsRijen(pagina: Figuurpagina): (string | number)[][] {
  const { figuren } = pagina;
  const leeg = '';
  const aandeelrijen = (onderdeel: string, lijst: readonly Aandeelrij[]): (string | number)[][] =>
    lijst.map((rij) => [onderdeel, rij.naam, rij.aantal, rij.percentage]);
  return [
    ['onderdeel', 'waarde', 'aantal', 'percentage'],
    ['jaar', figuren.jaar, leeg, leeg],
    ['instroom', leeg, figuren.instroom, leeg],
    ['actief', leeg, figuren.actief, leeg],
    ['lopend op peildatum', pagina.peildatum, figuren.lopendOpPeildatum, leeg],
    ['afgesloten', leeg, figuren.afgesloten, leeg],
    ['doorlooptijd gemiddeld in dagen', leeg, figuren.doorlooptijdGemiddeldDagen ?? leeg, leeg],
    ['gemiddelde leeftijd', leeg, figuren.gemiddeldeLeeftijd ?? leeg, leeg],
    ['geslacht', 'man', pagina.aantalMan, figuren.percentageMan ?? leeg],
    ['geslacht', 'vrouw', pagina.aantalVrouw, percentage(pagina.aantalVrouw, figuren.actief)],
    ...(pagina.aantalAnders > 0
      ? [
          [
            'geslacht',
            'anders of onbekend',
            pagina.aantalAnders,
            percentage(pagina.aantalAnders, figuren.actief),
          ],
        ]
      : []),
    ...pagina.gemeenten.map((rij) => ['instroom per gemeente', rij.naam, rij.aantal, leeg]),
    ...pagina.melders.map((rij) => ['melder', rij.naam, rij.aantal, leeg]),
    ...aandeelrijen('inkomsten', pagina.inkomsten),
    ...aandeelrijen('woonsituatie', pagina.woonsituatie),
    ...aandeelrijen('problematiek', pagina.problematiek),
    ...pagina.doorlooptijd.map((klasse) => [
      'doorlooptijd in dagen',
      klasse.label,
      klasse.aantal,
      leeg,
    ]),
    ...pagina.leeftijd.map((klasse) => ['leeftijd', klasse.label, klasse.aantal, leeg]),
  ];
}
