/**
 * The skeleton of the voorbeeldhuis: which cases, from when until when, of whom. Built, not drawn by
 * lot: the year 2023 is composed from the published counts, the years after it are carried forward
 * to today with about 120 cases running.
 */
import { dagen, GEMEENTEN, plusDagen, werkdag, type IsoDate } from '../../domein/index.js';
import * as CIJFERS from './cijfers2023.js';
import { Bevolking, type Persoon } from './personen.js';
import type { Toeval } from './toeval.js';

export const REGISSEURS = ['J. Wouters', 'R. Kuipers', 'S. Aydin', 'M. Postma'] as const;
export const LOPEND_VANDAAG = 120;

export interface Ruwecasus {
  readonly nummer: string;
  readonly start: IsoDate;
  readonly einde: IsoDate | null;
  readonly reden: string | null;
  readonly aard: 'persoon' | 'systeem' | 'gebied';
  readonly titel: string;
  /** Null only for a gebied. */
  readonly persoon: Persoon | null;
  readonly gemeente: string;
  readonly gemeentecode: string;
  readonly melder: string;
  readonly tafel: string;
  readonly spoed: boolean;
  readonly regisseur: string;
  readonly backup: string;
  readonly inkomsten: string | null;
  readonly woonsituatie: string | null;
  readonly problematiek: readonly string[];
}

/** While it is being built. */
interface Vorm {
  start: IsoDate;
  einde: IsoDate | null;
  man: boolean;
  geboortejaar: number;
  gemeente: string;
  melder: string;
  inkomsten: string | null;
  woonsituatie: string | null;
  problematiek: string[];
  aard: Ruwecasus['aard'];
}

const GEWOGEN_GEMEENTEN = [
  ['Breda', 58],
  ['Etten-Leur', 12],
  ['Oosterhout', 11],
  ['Drimmelen', 6],
  ['Geertruidenberg', 5],
  ['Altena', 5],
  ['Zundert', 5],
] as const;
const GEWOGEN_MELDERS = [
  ['Gemeente', 30],
  ['GGZ', 22],
  ['Politie', 16],
  ['SMO', 12],
  ['Reclassering', 8],
  ['Woningcorporatie', 5],
  ['Veilig Thuis', 5],
  ['ZSM', 3],
  ['OM', 3],
  ['DJI', 3],
] as const;
const GEWOGEN_TAFELS = [
  ['Complexe casuïstiek', 78],
  ['Levensloop', 6],
  ['Weegploeg Radicalisering en Extremisme', 4],
  ['ISD', 4],
  ['MDA++', 4],
  ['Mensenhandel', 2],
  ['BIJ', 2],
] as const;
const GEWOGEN_PROBLEMATIEK = Object.entries(CIJFERS.PROBLEMATIEK_2023);

/** Every case of the house in order of start. */
export function maakCaseload(toeval: Toeval, vandaag: IsoDate): Ruwecasus[] {
  const vormen = [
    ...maak2023(toeval.apart('2023')),
    ...maakDaarna(toeval.apart('daarna'), vandaag),
  ];
  laatLopen(vormen, toeval.apart('duur'), vandaag);
  vormen.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  return kleedAan(vormen, toeval.apart('mensen'));
}

/** Expands counts to a list of values: `{ man: 2 }` to `['man', 'man']`. */
function uitgeschreven(tellingen: Readonly<Record<string, number>>): string[] {
  return Object.entries(tellingen).flatMap(([waarde, n]) =>
    Array.from({ length: n }, () => waarde),
  );
}

/** The 186 cases that ran in 2023, with the published counts. */
function maak2023(toeval: Toeval): Vorm[] {
  const eerder = CIJFERS.ACTIEF - CIJFERS.INSTROOM;
  const inkomsten = toeval.schud(uitgeschreven(CIJFERS.INKOMSTEN_2023));
  const woonsituatie = toeval.schud(uitgeschreven(CIJFERS.WOONSITUATIE_2023));
  const gemeenten = toeval.schud(uitgeschreven(CIJFERS.GEMEENTEN_2023));
  const melders = toeval.schud(uitgeschreven(CIJFERS.MELDERS_2023));
  const mannen = new Set(toeval.greep(reeks(CIJFERS.ACTIEF), CIJFERS.MANNEN));
  const problematiek = verdeelProblematiek(toeval);
  const leeftijden = verdeelLeeftijden(toeval);
  const vormen = reeks(CIJFERS.ACTIEF).map((i): Vorm => {
    const nieuw = i >= eerder;
    return {
      start: nieuw
        ? werkdag(plusDagen('2023-01-02', toeval.heel(0, 354)))
        : werkdag(plusDagen('2022-01-03', toeval.heel(0, 355))),
      einde: null,
      man: mannen.has(i),
      geboortejaar: CIJFERS.JAAR - (leeftijden[i] ?? CIJFERS.LEEFTIJD),
      gemeente: (nieuw ? gemeenten[i - eerder] : undefined) ?? toeval.gewogen(GEWOGEN_GEMEENTEN),
      melder: (nieuw ? melders[i - eerder] : undefined) ?? toeval.gewogen(GEWOGEN_MELDERS),
      inkomsten: inkomsten[i] || null,
      woonsituatie: woonsituatie[i] || null,
      problematiek: problematiek[i] ?? [],
      aard: 'persoon',
    };
  });
  sluitIn2023(vormen, eerder, toeval);
  return vormen;
}

const reeks = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** Each problem in exactly as many cases as published, and at least one problem in every case. */
function verdeelProblematiek(toeval: Toeval): string[][] {
  const perCasus = reeks(CIJFERS.ACTIEF).map((): string[] => []);
  for (const [waarde, n] of GEWOGEN_PROBLEMATIEK) {
    for (const i of toeval.greep(reeks(CIJFERS.ACTIEF), n)) perCasus[i]?.push(waarde);
  }
  for (const leeg of perCasus.filter((lijst) => lijst.length === 0)) {
    const rijkste = perCasus.reduce((a, b) => (b.length > a.length ? b : a));
    const gegeven = rijkste.pop();
    if (gegeven !== undefined) leeg.push(gegeven);
  }
  return perCasus;
}

/** Ages of 18 to 64 whose sum is exactly the mean times the number. */
function verdeelLeeftijden(toeval: Toeval): number[] {
  const leeftijden = reeks(CIJFERS.ACTIEF).map(() =>
    toeval.gewogen([
      [toeval.heel(18, 24), 24],
      [toeval.heel(25, 34), 28],
      [toeval.heel(35, 44), 23],
      [toeval.heel(45, 54), 17],
      [toeval.heel(55, 64), 8],
    ]),
  );
  return tot(
    leeftijden,
    CIJFERS.ACTIEF * CIJFERS.LEEFTIJD,
    () => 18,
    () => 64,
    toeval,
  );
}

/** Changes values by one, within their bounds, until they add up to `som`. */
function tot(
  waarden: number[],
  som: number,
  laagste: (i: number) => number,
  hoogste: (i: number) => number,
  toeval: Toeval,
): number[] {
  let rest = som - waarden.reduce((a, b) => a + b, 0);
  while (rest !== 0) {
    const stap = Math.sign(rest);
    let gedaan = 0;
    for (const i of toeval.schud(reeks(waarden.length))) {
      const nieuw = (waarden[i] ?? 0) + stap;
      if (rest === 0 || nieuw < laagste(i) || nieuw > hoogste(i)) continue;
      waarden[i] = nieuw;
      rest -= stap;
      gedaan += 1;
    }
    if (gedaan === 0) throw new Error('de som is met deze grenzen niet te halen');
  }
  return waarden;
}

/** Closes 83 of them in 2023, with the published mean duration to the day. */
function sluitIn2023(vormen: Vorm[], eerder: number, toeval: Toeval): void {
  const vroeg = vormen.slice(eerder).filter((vorm) => vorm.start < '2023-08-01');
  const dicht = [
    ...toeval.greep(vormen.slice(0, eerder), 66),
    ...toeval.greep(vroeg, CIJFERS.AFGESLOTEN - 66),
  ];
  const laagste = dicht.map((vorm) => Math.max(28, dagen(vorm.start, '2023-01-03')));
  const hoogste = dicht.map((vorm) => dagen(vorm.start, '2023-12-22'));
  const duren = dicht.map((_, i) => toeval.heel(laagste[i] ?? 28, hoogste[i] ?? 28));
  tot(
    duren,
    CIJFERS.AFGESLOTEN * CIJFERS.DOORLOOPTIJD,
    (i) => laagste[i] ?? 0,
    (i) => hoogste[i] ?? 0,
    toeval,
  );
  for (const [i, vorm] of dicht.entries()) vorm.einde = plusDagen(vorm.start, duren[i] ?? 0);
}

/** New cases from 2024 until yesterday, some 85 a year. */
function maakDaarna(toeval: Toeval, vandaag: IsoDate): Vorm[] {
  const vormen: Vorm[] = [];
  let dag = plusDagen('2024-01-02', toeval.heel(0, 3));
  while (dag < vandaag) {
    const jaar = Number(dag.slice(0, 4));
    const aard = toeval.gewogen<Vorm['aard']>([
      ['persoon', 88],
      ['systeem', 9],
      ['gebied', 3],
    ]);
    vormen.push({
      start: werkdag(dag) < vandaag ? werkdag(dag) : plusDagen(vandaag, -1),
      einde: null,
      man: toeval.kans(aard === 'systeem' ? 40 : 84),
      geboortejaar: jaar - (aard === 'systeem' ? toeval.heel(28, 48) : toeval.heel(18, 61)),
      gemeente: toeval.gewogen(GEWOGEN_GEMEENTEN),
      melder: toeval.gewogen(GEWOGEN_MELDERS),
      inkomsten:
        aard === 'gebied'
          ? null
          : toeval.gewogen([
              ['Uitkering', 36],
              ['Geen', 24],
              ['Werk', 15],
              ['Onbekend', 18],
              [null, 7],
            ]),
      woonsituatie:
        aard === 'gebied'
          ? null
          : toeval.gewogen([
              ['Woning', 36],
              ['Dak-/thuisloos', 24],
              ['Intramuraal/begeleid wonen', 15],
              ['Anders', 23],
              [null, 2],
            ]),
      problematiek: problematiekVoor(aard, toeval),
      aard,
    });
    dag = plusDagen(dag, toeval.heel(1, 7));
  }
  return vormen;
}

function problematiekVoor(aard: Vorm['aard'], toeval: Toeval): string[] {
  if (aard === 'gebied') return ['Woonoverlast', ...(toeval.kans(50) ? ['Agressie'] : [])];
  const kansen: Readonly<Record<string, number>> =
    aard === 'systeem' ? { 'Huiselijk geweld': 75, Schulden: 50, Woonoverlast: 35 } : {};
  const gekozen = GEWOGEN_PROBLEMATIEK.filter(([waarde, n]) =>
    toeval.kans(kansen[waarde] ?? Math.round((100 * n) / CIJFERS.ACTIEF)),
  ).map(([waarde]) => waarde);
  return gekozen.length > 0 ? gekozen : ['Psychiatrische/psychische problematiek'];
}

/** Gives every open case of 2024 and later an end or leaves it running, until `LOPEND_VANDAAG` run. */
function laatLopen(vormen: Vorm[], toeval: Toeval, vandaag: IsoDate): void {
  const open = vormen.filter((vorm) => vorm.einde === null);
  for (const vorm of open) {
    const duur = toeval.gewogen([
      [toeval.heel(60, 240), 26],
      [toeval.heel(240, 440), 44],
      [toeval.heel(440, 720), 30],
    ]);
    // Cases that ran at the end of 2023 close after it, or the published year would change.
    const vroegst = plusDagen('2024-01-08', toeval.heel(0, 160));
    const einde = werkdag(plusDagen(vorm.start, duur));
    vorm.einde = einde < vroegst ? werkdag(vroegst) : einde;
    if (vorm.einde >= vandaag) vorm.einde = null;
  }
  const lopend = open.filter((vorm) => vorm.einde === null);
  const later = open
    .filter((vorm) => vorm.einde !== null)
    .sort((a, b) => ((a.einde ?? '') < (b.einde ?? '') ? 1 : -1));
  for (const vorm of later.slice(0, Math.max(0, LOPEND_VANDAAG - lopend.length))) vorm.einde = null;
  const oudste = [...lopend].sort((a, b) => (a.start < b.start ? -1 : 1));
  for (const vorm of oudste.slice(0, Math.max(0, lopend.length - LOPEND_VANDAAG))) {
    vorm.einde = plusDagen(vandaag, -toeval.heel(2, 40));
  }
}

const GEBIEDEN = [
  'Molenhof',
  'Vaartkade',
  'Kloosterpad',
  'Hazelaarplein',
  'Wilgenhoek',
  'Stationslaan',
  'Akkerdreef',
  'Zandbergweg',
] as const;

/** Numbers, names, tafel and regie. */
function kleedAan(vormen: readonly Vorm[], toeval: Toeval): Ruwecasus[] {
  const bevolking = new Bevolking(toeval);
  const volgnummers = new Map<string, number>();
  return vormen.map((vorm): Ruwecasus => {
    const jaar = vorm.start.slice(0, 4);
    const volgnummer = (volgnummers.get(jaar) ?? 0) + 1;
    volgnummers.set(jaar, volgnummer);
    const persoon =
      vorm.aard === 'gebied'
        ? null
        : bevolking.metBsn(vorm.man ? 'man' : 'vrouw', vorm.geboortejaar);
    const huisnummer = toeval.heel(1, 40) * 2;
    const [regisseur, backup] = toeval.schud(REGISSEURS);
    return {
      nummer: `ZVH-${jaar}-${String(volgnummer).padStart(4, '0')}`,
      start: vorm.start,
      einde: vorm.einde,
      reden:
        vorm.einde === null
          ? null
          : toeval.gewogen([
              ['doelen bereikt', 60],
              ['afgeschaald naar gemeente', 28],
              ['verhuisd buiten de regio', 7],
              ['geen medewerking meer mogelijk', 4],
              ['overleden', 1],
            ]),
      aard: vorm.aard,
      titel:
        persoon === null
          ? `${toeval.kies(GEBIEDEN)} ${huisnummer}–${huisnummer + 2 * toeval.heel(6, 20)}`
          : vorm.aard === 'systeem'
            ? `Gezin ${persoon.achternaam}`
            : persoon.naam,
      persoon,
      gemeente: vorm.gemeente,
      gemeentecode: GEMEENTEN.find((g) => g.naam === vorm.gemeente)?.code ?? '',
      melder: vorm.melder,
      tafel: vorm.aard === 'persoon' ? toeval.gewogen(GEWOGEN_TAFELS) : 'Complexe casuïstiek',
      spoed: toeval.kans(9),
      regisseur: regisseur ?? 'J. Wouters',
      backup: backup ?? 'R. Kuipers',
      inkomsten: vorm.inkomsten,
      woonsituatie: vorm.woonsituatie,
      problematiek: vorm.problematiek,
    };
  });
}
