import { defineTeksten } from '../../taal/index.js';

export const teksten = defineTeksten({
  nl: {
    titel: 'Voor het huis',
    intervisie: 'Intervisie op RDM-casuïstiek houden',
    voor: (dag: string) => `ten minste een keer per jaar, uiterlijk ${dag}`,
    teLaat: 'te laat',
  },
  en: {
    titel: 'For the house',
    intervisie: 'Hold the review of RDM cases',
    voor: (dag: string) => `at least once a year, by ${dag}`,
    teLaat: 'overdue',
  },
});
