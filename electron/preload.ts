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
  bewaar: async (naam, inhoud) => roep('bestanden:bewaar', { naam, inhoud }),
  drukAf: async () => roep('afdrukken:pagina', undefined),
  herstart: async () => roep('venster:herstart', undefined),
  openExtern: async (url) => roep('extern:open', url),
  bijVergrendel: (f) => {
    ipcRenderer.on(VERGRENDEL, () => f());
  },
} satisfies Brug;

contextBridge.exposeInMainWorld('casuskluis', brug);
