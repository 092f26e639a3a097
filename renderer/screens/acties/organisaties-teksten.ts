import { defineTeksten } from '../../taal/index.js';

export const teksten = defineTeksten({
  nl: {
    weergave: 'Weergave',
    lijst: 'Lijst',
    perOrganisatie: 'Per organisatie',
    bijschrift: 'Open acties per organisatie, wie het meest te laat is eerst',
    organisatie: 'Organisatie',
    open: 'Open',
    laat: 'Te laat',
    langst: 'Langst te laat',
    zonder: 'Zonder termijn',
    opTijd: 'alles op tijd',
    dagen: (n: number) => (n === 1 ? '1 dag' : `${n} dagen`),
    laatVan: (n: number, wie: string) => `${n} te laat bij ${wie}`,
  },
  en: {
    weergave: 'View',
    lijst: 'List',
    perOrganisatie: 'By organisation',
    bijschrift: 'Open actions by organisation, most overdue first',
    organisatie: 'Organisation',
    open: 'Open',
    laat: 'Overdue',
    langst: 'Longest overdue',
    zonder: 'No deadline',
    opTijd: 'all in time',
    dagen: (n: number) => (n === 1 ? '1 day' : `${n} days`),
    laatVan: (n: number, wie: string) => `${n} overdue at ${wie}`,
  },
});
