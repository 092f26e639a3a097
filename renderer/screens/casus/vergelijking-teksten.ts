import { defineTeksten } from '../../taal/index.js';

export const teksten = defineTeksten({
  nl: {
    titel: 'Twee momenten naast elkaar',
    van: 'Eerste moment',
    naar: 'Tweede moment',
    teWeinig: 'Vergelijken kan vanaf twee metingen.',
    telling: (beter: number, minder: number, gelijk: number, dagen: number) =>
      `${beter} beter, ${minder} minder, ${gelijk} gelijk in ${dagen} dagen`,
    schaal: 'Deze momenten hebben een andere schaal. De cijfers zijn niet te vergelijken.',
    leefgebied: 'Leefgebied',
    verschil: 'Verschil',
    toelichting: 'Toelichting',
    niet: 'niet gescoord',
    beter: 'beter',
    minder: 'minder',
    gelijk: 'gelijk',
    beeld: (naam: string, van: string, naar: string) => `${naam}: van ${van} naar ${naar}`,
    toen: 'toen',
    nu: 'nu',
  },
  en: {
    titel: 'Two moments side by side',
    van: 'First moment',
    naar: 'Second moment',
    teWeinig: 'Comparing takes two measurements.',
    telling: (beter: number, minder: number, gelijk: number, dagen: number) =>
      `${beter} better, ${minder} worse, ${gelijk} same in ${dagen} days`,
    schaal: 'These moments have another scale. Their figures cannot be compared.',
    leefgebied: 'Life domain',
    verschil: 'Difference',
    toelichting: 'Explanation',
    niet: 'not scored',
    beter: 'better',
    minder: 'worse',
    gelijk: 'same',
    beeld: (naam: string, van: string, naar: string) => `${naam}: from ${van} to ${naar}`,
    toen: 'then',
    nu: 'now',
  },
});
