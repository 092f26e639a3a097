import { defineTeksten } from '../../taal/index.js';

export const teksten = defineTeksten({
  nl: {
    titel: (gemeente: string) => `Wat ${gemeente} levert`,
    stand: (geleverd: number, verwacht: number) => `${geleverd} van ${verwacht} geleverd`,
    nogOpen: (n: number) =>
      n === 1
        ? 'Van 1 onderdeel is nog niets vastgelegd.'
        : `Van ${n} onderdelen is nog niets vastgelegd.`,
    compleet: 'De gemeente heeft alles geleverd.',
    kies: 'nog niet vastgelegd',
    gewijzigd: (wat: string) => `${wat} vastgelegd`,
    leeg: 'De checklist heeft geen onderdelen',
    leegUitleg: 'Een beheerder vult het formulier Lokale informatieverrijking bij Casustafels.',
    inrichten: 'Welke onderdelen dit zijn, staat bij',
    tafels: 'Casustafels',
  },
  en: {
    titel: (gemeente: string) => `What ${gemeente} delivers`,
    stand: (geleverd: number, verwacht: number) => `${geleverd} of ${verwacht} delivered`,
    nogOpen: (n: number) =>
      n === 1 ? 'Nothing recorded yet of 1 item.' : `Nothing recorded yet of ${n} items.`,
    compleet: 'The municipality delivered everything.',
    kies: 'not recorded yet',
    gewijzigd: (wat: string) => `${wat} recorded`,
    leeg: 'The checklist has no items',
    leegUitleg: 'A beheerder fills the form Lokale informatieverrijking at Case tables.',
    inrichten: 'Which items these are is set up at',
    tafels: 'Case tables',
  },
});
