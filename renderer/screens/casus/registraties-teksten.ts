import { defineTeksten } from '../../taal/index.js';

export const teksten = defineTeksten({
  nl: {
    titel: (tafel: string) => `Registraties van ${tafel}`,
    geen: 'Nog niets geregistreerd',
    geenUitleg: 'Kies hierboven welk formulier u invult.',
    geenFormulieren: 'Deze tafel heeft geen formulieren',
    geenFormulierenUitleg: 'Onder Tafels kan het huis ze toevoegen.',
    gesloten: (op: string) => `Deze tafel is gesloten op ${op}. Wat er staat, blijft.`,
    verborgen: (delen: string) =>
      `Aan deze tafel ziet u van dit dossier niet: ${delen}. Wat u zelf vastlegt en wat bij uw organisatie is belegd, ziet u wel.`,
    onderdeel: {
      betrokkenen: 'betrokkenen',
      metingen: 'leefgebieden',
      acties: 'acties van anderen',
      overleggen: 'MDO’s',
      gebeurtenissen: 'de tijdlijn',
      registraties: 'registraties',
    },
  },
  en: {
    titel: (tafel: string) => `Registrations of ${tafel}`,
    geen: 'Nothing registered yet',
    geenUitleg: 'Choose above which form you fill in.',
    geenFormulieren: 'This table has no forms',
    geenFormulierenUitleg: 'The house can add them under Tables.',
    gesloten: (op: string) => `This table was closed on ${op}. What is here stays.`,
    verborgen: (delen: string) =>
      `At this table you do not see of this case: ${delen}. What you record yourself and what your organisation has to do, you do see.`,
    onderdeel: {
      betrokkenen: 'people',
      metingen: 'life domains',
      acties: 'actions of others',
      overleggen: 'MDOs',
      gebeurtenissen: 'the timeline',
      registraties: 'registrations',
    },
  },
});
