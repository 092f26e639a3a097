/** Commands that work everywhere. */
import { CloudOff, Contrast, Keyboard, Languages, Lock, RefreshCw, Search } from 'lucide-react';
import type { Opdracht } from '../../stores/opdracht.js';
import { voorkeuren, wisselThema } from '../../stores/voorkeuren.js';
import { openPalet, openToetsenhulp, venster } from '../venster.js';
import { vergrendel } from '../vergrendel.js';

const heeftEndpoint: NonNullable<Opdracht['kan']> = ({ kluis }) =>
  kluis.sync.waarde.toestand !== 'geen';

export const opdrachten: readonly Opdracht[] = [
  {
    id: 'palet',
    naam: { nl: 'Zoeken en opdrachten', en: 'Search and commands' },
    zoekwoorden: 'palet palette find',
    icoon: Search,
    toets: 'Ctrl+K',
    voerUit: openPalet,
  },
  {
    id: 'vergrendelen',
    naam: { nl: 'Vergrendelen', en: 'Lock' },
    zoekwoorden: 'slot afsluiten uitloggen lock log out',
    icoon: Lock,
    toets: 'Ctrl+L',
    voerUit: vergrendel,
  },
  {
    id: 'thema',
    naam: { nl: 'Licht of donker', en: 'Light or dark' },
    zoekwoorden: 'thema theme kleur dark mode',
    icoon: Contrast,
    voerUit: wisselThema,
  },
  {
    id: 'taal',
    naam: { nl: 'Switch to English', en: 'Naar het Nederlands' },
    zoekwoorden: 'taal language engels english nederlands dutch',
    icoon: Languages,
    voerUit: () => voorkeuren.setState((v) => ({ taal: v.taal === 'nl' ? 'en' : 'nl' })),
  },
  {
    id: 'sync-nu',
    naam: { nl: 'Nu bijwerken met het huis', en: 'Sync with the house now' },
    zoekwoorden: 'synchroniseren verversen refresh',
    icoon: RefreshCw,
    kan: heeftEndpoint,
    voerUit: ({ kluis }) => kluis.sync.nu(),
  },
  {
    id: 'offline',
    naam: { nl: 'Offline werken aan of uit', en: 'Work offline on or off' },
    zoekwoorden: 'pauze verbinding pause connection',
    icoon: CloudOff,
    kan: heeftEndpoint,
    voerUit: ({ kluis }) => {
      const gepauzeerd = !venster.getState().gepauzeerd;
      venster.setState({ gepauzeerd });
      kluis.sync.pauzeer(gepauzeerd);
    },
  },
  {
    id: 'toetsen',
    naam: { nl: 'Sneltoetsen tonen', en: 'Show keyboard shortcuts' },
    zoekwoorden: 'help hulp toetsenbord keyboard',
    icoon: Keyboard,
    toets: '?',
    voerUit: openToetsenhulp,
  },
];
