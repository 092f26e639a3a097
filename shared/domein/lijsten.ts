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

/** What came of a case, when it is closed (dossier A3 row 44). */
export const RESULTATEN = [
  'doelen bereikt',
  'deels bereikt',
  'niet bereikt',
  'niet te beoordelen',
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

/** What the other houses call it: other spellings of a tafel in files, to its name here. */
export const TAFEL_ANDERS: Readonly<Record<string, string>> = {
  'Complexe casuïstiek / COM': 'Complexe casuïstiek',
  COM: 'Complexe casuïstiek',
  Inclusietafel: 'Levensloop',
  'Inclusietafel Levensloop': 'Levensloop',
  Radicalisering: 'Weegploeg Radicalisering en Extremisme',
  'Mensenhandel zorgcoördinatie': 'Mensenhandel',
};
