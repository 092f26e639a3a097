/** The people around a case: family, friends and neighbours, and who sits at its table. */
import { sleutels, type Kaal } from '../laadset.js';
import type { Ruwecasus } from './caseload.js';
import { Bevolking, PROFESSIONALS } from './personen.js';
import type { Toeval } from './toeval.js';

type Betrokkene = Kaal<'betrokkenen'>;

interface Rol {
  readonly relatie: string;
  readonly geslacht: 'man' | 'vrouw';
  /** Years that this person is older than the hoofdbetrokkene. */
  readonly ouder: readonly [number, number];
  readonly familienaam: boolean;
  readonly band: 'familie' | 'sociaal' | 'verbroken';
  readonly toelichtingen: readonly [string, ...string[]];
}

const ROLLEN: readonly Rol[] = [
  {
    relatie: 'moeder',
    geslacht: 'vrouw',
    ouder: [20, 33],
    familienaam: true,
    band: 'familie',
    toelichtingen: [
      'Wekelijks contact, belt bij onrust zelf de begeleider',
      'Houdt contact, maar niet meer in huis',
    ],
  },
  {
    relatie: 'vader',
    geslacht: 'man',
    ouder: [22, 36],
    familienaam: true,
    band: 'verbroken',
    toelichtingen: ['Geen contact sinds de verhuizing', 'Contact verbroken na ruzie over geld'],
  },
  {
    relatie: 'broer',
    geslacht: 'man',
    ouder: [-7, 8],
    familienaam: true,
    band: 'familie',
    toelichtingen: ['Wil aansluiten bij gesprekken', 'Beheerde eerder de post'],
  },
  {
    relatie: 'zus',
    geslacht: 'vrouw',
    ouder: [-8, 8],
    familienaam: true,
    band: 'familie',
    toelichtingen: ['Eerste aanspreekpunt van de familie', 'Vraagt om pauze, netwerk is uitgeput'],
  },
  {
    relatie: 'vriend',
    geslacht: 'man',
    ouder: [-6, 8],
    familienaam: false,
    band: 'sociaal',
    toelichtingen: ['Biedt soms slaapplek', 'Kent elkaar van de opvang'],
  },
  {
    relatie: 'buurvrouw',
    geslacht: 'vrouw',
    ouder: [5, 30],
    familienaam: false,
    band: 'sociaal',
    toelichtingen: ['Meldde overlast, wil anoniem blijven', 'Doet soms boodschappen'],
  },
];

/** Hoofdbetrokkene first. `rijk` gives a full network, for the case that is shown most. */
export function maakBetrokkenen(
  casus: Ruwecasus,
  toeval: Toeval,
  diepte: 'vol' | 'half' | 'kern',
  rijk: boolean,
): Betrokkene[] {
  const bevolking = new Bevolking(toeval);
  const uit: Betrokkene[] = [];
  const { persoon } = casus;
  const maak = (
    wie: string,
    deel: Pick<
      Betrokkene,
      'naam' | 'geslacht' | 'relatie' | 'band' | 'toelichting' | 'huishouden' | 'geboortedatum'
    >,
  ): void => {
    uit.push({
      sleutel: sleutels.betrokkene(casus.nummer, wie),
      casus: sleutels.casus(casus.nummer),
      rol: 'nevenbetrokkene',
      bsn: null,
      ...deel,
    });
  };
  if (persoon === null) {
    for (const n of [1, 2]) {
      const bewoner = bevolking.persoon(n === 1 ? 'vrouw' : 'man', 1950 + toeval.heel(0, 40));
      maak(`bewoner-${n}`, {
        naam: bewoner.naam,
        geslacht: bewoner.geslacht,
        geboortedatum: null,
        relatie: 'bewoner',
        band: 'sociaal',
        huishouden: null,
        toelichting:
          n === 1
            ? 'Contactpersoon van de portiek'
            : 'Kwetsbaar, woning mogelijk door anderen gebruikt',
      });
    }
    return uit;
  }
  uit.push({
    sleutel: sleutels.betrokkene(casus.nummer, 'hoofd'),
    casus: sleutels.casus(casus.nummer),
    rol: 'hoofdbetrokkene',
    naam: persoon.naam,
    bsn: persoon.bsn,
    geboortedatum: persoon.geboortedatum,
    geslacht: persoon.geslacht,
    relatie: null,
    band: null,
    huishouden: null,
    toelichting: '',
  });
  if (diepte !== 'vol') return uit;

  const geboortejaar = Number(persoon.geboortedatum.slice(0, 4));
  const rollen = rijk
    ? ROLLEN.filter((rol) => rol.relatie !== 'zus')
    : toeval.greep(ROLLEN, toeval.heel(1, 3));
  for (const rol of rollen) {
    const ander = bevolking.persoon(
      rol.geslacht,
      geboortejaar - toeval.heel(...rol.ouder),
      rol.familienaam ? persoon.achternaam : undefined,
    );
    maak(rol.relatie, {
      naam: ander.naam,
      geslacht: rol.geslacht,
      geboortedatum: rol.familienaam ? ander.geboortedatum : null,
      relatie: rol.relatie,
      band: rol.band,
      huishouden: null,
      toelichting: toeval.kies(rol.toelichtingen),
    });
  }
  const gezin = casus.aard === 'systeem';
  const geweld = casus.problematiek.includes('Huiselijk geweld');
  if (
    Number(casus.start.slice(0, 4)) - geboortejaar >= 25 &&
    (rijk || gezin || geweld || toeval.kans(25))
  ) {
    const uitElkaar = !gezin && (rijk || geweld || toeval.kans(60));
    const partnersekse = persoon.geslacht === 'man' ? 'vrouw' : 'man';
    const partner = bevolking.persoon(partnersekse, geboortejaar + toeval.heel(-4, 5));
    const huishouden = uitElkaar ? `Huishouden ${partner.achternaam}` : null;
    maak('partner', {
      naam: partner.naam,
      geslacht: partnersekse,
      geboortedatum: partner.geboortedatum,
      relatie: uitElkaar ? 'ex-partner' : 'partner',
      band: uitElkaar ? 'verbroken' : 'familie',
      huishouden,
      toelichting: uitElkaar
        ? 'Contact verbroken, omgang loopt via begeleiding'
        : 'Woont in hetzelfde huis',
    });
    for (let n = 1; n <= (gezin ? toeval.heel(2, 3) : 1); n += 1) {
      const zoon = toeval.kans(50);
      const kind = bevolking.persoon(
        zoon ? 'man' : 'vrouw',
        Math.max(geboortejaar + 19, Number(casus.start.slice(0, 4)) - toeval.heel(3, 14)),
        persoon.achternaam,
      );
      maak(`kind-${n}`, {
        naam: kind.naam,
        geslacht: kind.geslacht,
        geboortedatum: kind.geboortedatum,
        relatie: zoon ? 'zoon' : 'dochter',
        band: 'familie',
        huishouden,
        toelichting: uitElkaar
          ? 'Woont bij de andere ouder, om de week begeleide omgang'
          : 'Gaat naar school, mentor is op de hoogte',
      });
    }
  }
  return uit;
}

export interface Tafelplaats {
  readonly organisatie: string;
  readonly naam: string;
}

const ERBIJ: readonly (readonly [string, string])[] = [
  ['Woonoverlast', 'Woningcorporatie'],
  ['Huiselijk geweld', 'Veilig Thuis'],
  ['Verslavingsproblematiek', 'Verslavingszorg'],
  ['Agressie', 'Reclassering'],
  ['LVB', 'MEE'],
];

/** Organisations of a case with the person who comes, the bureau first. */
export function maakTafel(casus: Ruwecasus, toeval: Toeval): Tafelplaats[] {
  const organisaties = new Set(['Gemeente', 'GGZ', 'Politie']);
  for (const [probleem, organisatie] of ERBIJ)
    if (casus.problematiek.includes(probleem)) organisaties.add(organisatie);
  if (casus.woonsituatie === 'Dak-/thuisloos') organisaties.add('SMO');
  if (casus.tafel === 'ISD' || casus.tafel === 'BIJ') organisaties.add('Reclassering').add('DJI');
  if (casus.tafel.startsWith('Weegploeg') || toeval.kans(12)) organisaties.add('OM');
  if (casus.aard === 'gebied') organisaties.delete('GGZ');
  return [
    { organisatie: 'ZVH', naam: casus.regisseur },
    ...[...organisaties].map((organisatie) => ({
      organisatie,
      naam: toeval.kies(PROFESSIONALS[organisatie] ?? ['A. Kanters']),
    })),
  ];
}
