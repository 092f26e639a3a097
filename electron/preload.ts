/**
 * Runs in the sandbox, in a world of its own, and gives the page one object: `casuskluis`. Nothing
 * of Electron itself is passed on. See `contract.ts`.
 */
import { contextBridge, ipcRenderer } from 'electron';
import type { Brug } from '../renderer/platform/electron.js';
import {
  type Antwoord,
  INFO_VOORVOEGSEL,
  infoArgument,
  KANALEN,
  type Kanaal,
  VERGRENDEL,
  type Vraag,
} from './contract.js';

async function roep<K extends Kanaal>(kanaal: K, vraag: Vraag<K>): Promise<Antwoord<K>> {
  const antwoord: unknown = await ipcRenderer.invoke(kanaal, KANALEN[kanaal].vraag.parse(vraag));
  return KANALEN[kanaal].antwoord.parse(antwoord) as Antwoord<K>;
}

const argument = process.argv.find((a) => a.startsWith(INFO_VOORVOEGSEL));
const info = infoArgument.parse(JSON.parse(argument?.slice(INFO_VOORVOEGSEL.length) ?? '{}'));

const brug = {
  info,
  mac: async (zout) => roep('geheim:mac', zout),
  kies: async (opties) =>
    roep('bestanden:kies', { soorten: [...opties.soorten], meer: opties.meer }),
  lees: async (greep) => roep('bestanden:lees', greep),
  deel: async (greep, van, tot) => roep('bestanden:deel', { greep, van, tot }),
  bewaar: async (naam, inhoud) => roep('bestanden:bewaar', { naam, inhoud }),
  stukken: {
    schrijf: async (naam, bytes) => roep('stukken:schrijf', { naam, bytes }),
    lees: async (naam) => roep('stukken:lees', naam),
    verwijder: async (naam) => roep('stukken:verwijder', naam),
    namen: async () => roep('stukken:namen', undefined),
  },
  reservemap: {
    stand: async () => roep('reserve:stand', undefined),
    kies: async () => roep('reserve:kies', undefined),
    lijst: async () => roep('reserve:lijst', undefined),
    lees: async (sub, naam) => roep('reserve:lees', { sub, naam }),
    schrijf: async (sub, naam, bytes) => roep('reserve:schrijf', { sub, naam, bytes }),
    verwijder: async (sub, naam) => roep('reserve:verwijder', { sub, naam }),
  },
  ruimte: async () => roep('schijf:ruimte', undefined),
  getuige: {
    lees: async () => roep('getuige:lees', undefined),
    schrijf: async (tekst) => roep('getuige:schrijf', tekst),
  },
  brp: {
    adres: async () => roep('brp:adres', undefined),
    zetAdres: async (adres) => roep('brp:zet-adres', adres),
    vraag: async (verzoek) => roep('brp:vraag', verzoek),
  },
  drukAf: async () => roep('afdrukken:pagina', undefined),
  herstart: async () => roep('venster:herstart', undefined),
  openExtern: async (url) => roep('extern:open', url),
  bijVergrendel: (f) => {
    ipcRenderer.on(VERGRENDEL, () => f());
  },
} satisfies Brug;

contextBridge.exposeInMainWorld('casuskluis', brug);
