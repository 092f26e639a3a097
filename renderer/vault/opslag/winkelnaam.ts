/** The name of a store: which collection of which database, in which version of RxDB's schema. */
export const winkelnaam = (database: string, collectie: string, versie: number): string =>
  `${database}|${collectie}|${versie}`;

/** The collection of a store; for the notes of a replication RxDB's name of those. */
export const collectieVan = (winkel: string): string => winkel.split('|')[1] ?? '';
