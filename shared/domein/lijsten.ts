/**
 * Reference lists that a new house starts with. All of it is configuration: a house changes its own
 * copy (`huis` documents of soort `lijst`, `tafel`, `organisatie`), and old records keep their values.
 * Values of inkomsten, woonsituatie and problematiek: facts & figures of a published jaarverslag.
 */

export const INKOMSTEN = ['Uitkering', 'Geen', 'Werk', 'Onbekend'] as const;

export const WOONSITUATIES = [
  'Woning',
  'Dak-/thuisloos',
  'Intramuraal/begeleid wonen',
  'Anders',
] as const;

export const PROBLEMATIEK = [
  'Psychiatrische/psychische problematiek',
  'Woonoverlast',
  'Zorgmijding',
  'Verward gedrag',
  'Verslavingsproblematiek',
  'Huiselijk geweld',
  'Schulden',
  'Agressie',
  'LVB',
] as const;

export const MELDERS = [
  'Gemeente',
  'GGZ',
  'Politie',
  'SMO',
  'Reclassering',
  'ZSM',
  'DJI',
  'OM',
  'Zorgveld',
  'Veilig Thuis',
  'Woningcorporatie',
] as const;

export const SLUITREDENEN = [
  'doelen bereikt',
  'afgeschaald naar gemeente',
  'overgedragen aan ander huis',
  'verhuisd buiten de regio',
  'geen medewerking meer mogelijk',
  'overleden',
] as const;

export const OVERLEGSOORTEN = ['start-MDO', 'vervolg-MDO', 'maatwerkoverleg'] as const;

export interface Gemeente {
  readonly naam: string;
  /** Tabel 33 of the BRP, four digits. */
  readonly code: string;
}

/** The gemeenten of De Baronie with their codes of Tabel 33. */
export const GEMEENTEN: readonly Gemeente[] = [
  { naam: 'Altena', code: '1959' },
  { naam: 'Breda', code: '0758' },
  { naam: 'Drimmelen', code: '1719' },
  { naam: 'Etten-Leur', code: '0777' },
  { naam: 'Geertruidenberg', code: '0779' },
  { naam: 'Oosterhout', code: '0826' },
  { naam: 'Zundert', code: '0879' },
];

export interface Organisatie {
  readonly naam: string;
  readonly domein: 'zorg' | 'veiligheid' | 'bestuur';
}

export const ORGANISATIES: readonly Organisatie[] = [
  { naam: 'ZVH', domein: 'bestuur' },
  { naam: 'Gemeente', domein: 'bestuur' },
  { naam: 'Woningcorporatie', domein: 'bestuur' },
  { naam: 'Politie', domein: 'veiligheid' },
  { naam: 'OM', domein: 'veiligheid' },
  { naam: 'Reclassering', domein: 'veiligheid' },
  { naam: 'DJI', domein: 'veiligheid' },
  { naam: 'ZSM', domein: 'veiligheid' },
  { naam: 'RvdK', domein: 'veiligheid' },
  { naam: 'GGZ', domein: 'zorg' },
  { naam: 'SMO', domein: 'zorg' },
  { naam: 'GGD', domein: 'zorg' },
  { naam: 'Veilig Thuis', domein: 'zorg' },
  { naam: 'Zorgveld', domein: 'zorg' },
  { naam: 'Verslavingszorg', domein: 'zorg' },
  { naam: 'MEE', domein: 'zorg' },
  { naam: 'Jeugdbescherming', domein: 'zorg' },
];

export interface Tafel {
  readonly naam: string;
  readonly doel: string;
  readonly grondslag: string;
}

const WGS = 'Wet gegevensverwerking door samenwerkingsverbanden';
const CONVENANT = 'Samenwerkingsconvenant en privacyprotocol van het huis';

/** Casustafels that every house gets; the house completes purpose, criteria and participants. */
export const TAFELS: readonly Tafel[] = [
  {
    naam: 'Complexe casuïstiek',
    doel: 'Procesregie op casussen die één keten niet kan oplossen',
    grondslag: WGS,
  },
  { naam: 'Gezamenlijke triage MaSS–VT', doel: 'Nieuwe aanmeldingen samen wegen', grondslag: WGS },
  { naam: 'Lokale triage', doel: 'Met de gemeente wegen of opschalen nodig is', grondslag: WGS },
  {
    naam: 'Weegploeg Radicalisering en Extremisme',
    doel: 'Meldingen van radicalisering wegen',
    grondslag:
      'Wet gegevensverwerking persoonsgerichte aanpak radicalisering en terroristische activiteiten',
  },
  {
    naam: 'BIJ',
    doel: 'Bestuurlijke informatie over terugkerende justitiabelen bespreken',
    grondslag: CONVENANT,
  },
  {
    naam: 'Art. 18b',
    doel: 'Meldingen van de penitentiaire inrichting wegen',
    grondslag: 'Penitentiaire beginselenwet, artikel 18b',
  },
  { naam: 'ISD', doel: 'Plaatsing en terugkeer bij de ISD-maatregel volgen', grondslag: WGS },
  {
    naam: 'Re-integratie ex-gedetineerden',
    doel: 'Terugkeer uit detentie voorbereiden',
    grondslag: CONVENANT,
  },
  { naam: 'Levensloop', doel: 'Opname in en verloop van de levensloopaanpak', grondslag: WGS },
  {
    naam: 'MDA++',
    doel: 'Aanpak van structureel huiselijk geweld en kindermishandeling',
    grondslag: WGS,
  },
  { naam: 'Mensenhandel', doel: 'Zorg voor slachtoffers coördineren', grondslag: CONVENANT },
  { naam: 'ZSM', doel: 'Scenario’s en buikpijnzaken van de ZSM-tafel', grondslag: WGS },
  { naam: 'RDM trede 3', doel: 'Bestuurlijk escalatieoverleg voorbereiden', grondslag: WGS },
  {
    naam: 'Preventie met Gezag',
    doel: 'Jongeren in de wijk uit de criminaliteit houden',
    grondslag: CONVENANT,
  },
  {
    naam: 'Jeugdbeschermingstafel',
    doel: 'Verzoek tot onderzoek door de RvdK bespreken',
    grondslag: 'Jeugdwet',
  },
  { naam: 'LCO', doel: 'Lokaal casusoverleg, gefaciliteerd door het huis', grondslag: CONVENANT },
  {
    naam: 'Trajectberaad',
    doel: 'Nazorg aan jeugdigen, gefaciliteerd door het huis',
    grondslag: CONVENANT,
  },
  { naam: 'COJ', doel: 'Casusoverleg jeugd, gefaciliteerd door het huis', grondslag: CONVENANT },
  { naam: 'VT actieoverleg', doel: 'Acties bij acute onveiligheid thuis', grondslag: CONVENANT },
  {
    naam: 'Scenarioteam Seksueel geweld',
    doel: 'Maatschappelijke onrust bij seksueel geweld',
    grondslag: CONVENANT,
  },
  {
    naam: 'KR8',
    doel: 'Intensieve aanpak van een kleine groep, gefaciliteerd door het huis',
    grondslag: CONVENANT,
  },
  {
    naam: 'MaSS',
    doel: 'Maatschappelijke steunsystemen, gefaciliteerd door het huis',
    grondslag: CONVENANT,
  },
];

/** What the other houses call it: other spellings of a tafel in files, to its name here. */
export const TAFEL_ANDERS: Readonly<Record<string, string>> = {
  'Complexe casuïstiek / COM': 'Complexe casuïstiek',
  COM: 'Complexe casuïstiek',
  Inclusietafel: 'Levensloop',
  'Inclusietafel Levensloop': 'Levensloop',
  Radicalisering: 'Weegploeg Radicalisering en Extremisme',
  'Mensenhandel zorgcoördinatie': 'Mensenhandel',
};
