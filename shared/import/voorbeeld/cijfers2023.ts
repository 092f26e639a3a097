/**
 * What ZVH Baronie Breda published over 2023 (jaarverslag 2023, facts & figures): the voorbeeldhuis
 * is built so that its figures are exactly these. Counts behind a published percentage are the whole
 * numbers of 186 active cases that round to it. Nobody in the voorbeeldhuis exists.
 */
export const JAAR = 2023;
export const ACTIEF = 186;
export const INSTROOM = 80;
export const AFGESLOTEN = 83;
/** Whole days, mean over the closed cases. */
export const DOORLOOPTIJD = 276;
/** 85 %. */
export const MANNEN = 158;
/** Mean, in years, on 31 December. */
export const LEEFTIJD = 36;

export const GEMEENTEN_2023 = {
  Altena: 1,
  Breda: 58,
  Drimmelen: 4,
  'Etten-Leur': 10,
  Geertruidenberg: 2,
  Oosterhout: 4,
  Zundert: 1,
} as const;

/** The published ranking (gemeente, GGZ, then politie and SMO together), completed to 80. */
export const MELDERS_2023 = {
  Gemeente: 27,
  GGZ: 19,
  Politie: 11,
  SMO: 11,
  Reclassering: 5,
  ZSM: 3,
  DJI: 2,
  OM: 2,
} as const;

/** 34, 25, 14 and 19 %; the 8 % that is missing from the publication was not filled in. */
export const INKOMSTEN_2023 = { Uitkering: 63, Geen: 47, Werk: 26, Onbekend: 35, '': 15 } as const;

/** 34, 24, 14 and 28 %. */
export const WOONSITUATIE_2023 = {
  Woning: 63,
  'Dak-/thuisloos': 45,
  'Intramuraal/begeleid wonen': 26,
  Anders: 52,
} as const;

/** 80, 61, 43, 41 and 36 %, and four that the publication does not show. */
export const PROBLEMATIEK_2023 = {
  'Psychiatrische/psychische problematiek': 149,
  Woonoverlast: 113,
  Zorgmijding: 80,
  'Verward gedrag': 76,
  Verslavingsproblematiek: 67,
  'Huiselijk geweld': 41,
  Schulden: 38,
  Agressie: 33,
  LVB: 29,
} as const;
