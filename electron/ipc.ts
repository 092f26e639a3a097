/** The shell's side of `contract.ts`. */
import { randomUUID } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type BrowserWindow, dialog, ipcMain, type IpcMainInvokeEvent, shell } from 'electron';
import { leesDeel } from './bestanddeel.js';
import { magExtern } from './beveiliging.js';
import { type Antwoord, KANALEN, type Kanaal, OORSPRONG, type Vraag } from './contract.js';
import type { Brpkanaal } from './brp.js';
import type { Getuige } from './getuige.js';
import type { Reservemap } from './reservemap.js';
import type { Stukken } from './stukken.js';

export interface Schildiensten {
  venster(): BrowserWindow | null;
  mac(zout: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  readonly stukken: Stukken;
  readonly reservemap: Reservemap;
  ruimte(): Promise<number | null>;
  readonly getuige: Getuige;
  readonly brp: Brpkanaal;
  herstart(): void;
}

function luister<K extends Kanaal>(
  kanaal: K,
  diensten: Schildiensten,
  doe: (vraag: Vraag<K>, venster: BrowserWindow) => Promise<Antwoord<K>>,
): void {
  ipcMain.handle(kanaal, async (gebeurtenis: IpcMainInvokeEvent, vraag: unknown) => {
    const venster = diensten.venster();
    const afzender = gebeurtenis.senderFrame;
    if (!venster || afzender !== venster.webContents.mainFrame || afzender.origin !== OORSPRONG) {
      throw new Error('afzender geweigerd');
    }
    const gelezen = KANALEN[kanaal].vraag.parse(vraag) as Vraag<K>;
    return KANALEN[kanaal].antwoord.parse(await doe(gelezen, venster));
  });
}

/** Registers every channel. Call once, before the first window. */
export function openKanalen(diensten: Schildiensten): void {
  /** Handles given out in this session: the renderer never learns a path. */
  const gekozen = new Map<string, string>();

  luister('geheim:mac', diensten, (zout) => diensten.mac(zout));

  luister('bestanden:kies', diensten, async ({ soorten, meer }, venster) => {
    const { filePaths } = await dialog.showOpenDialog(venster, {
      properties: meer ? ['openFile', 'multiSelections'] : ['openFile'],
      filters:
        soorten.length === 0
          ? []
          : [{ name: 'Bestanden', extensions: soorten.map((s) => s.slice(1)) }],
    });
    return Promise.all(
      filePaths.map(async (pad) => {
        const greep = randomUUID();
        gekozen.set(greep, pad);
        return { greep, naam: basename(pad), grootte: (await stat(pad)).size };
      }),
    );
  });

  luister('bestanden:lees', diensten, async (greep) => {
    const pad = gekozen.get(greep);
    if (pad === undefined) throw new Error('onbekend bestand');
    return new Uint8Array(await readFile(pad));
  });

  luister('bestanden:deel', diensten, async ({ greep, van, tot }) => {
    const pad = gekozen.get(greep);
    if (pad === undefined) throw new Error('onbekend bestand');
    return leesDeel(pad, van, tot);
  });

  luister('bestanden:bewaar', diensten, async ({ naam, inhoud }, venster) => {
    const { filePath, canceled } = await dialog.showSaveDialog(venster, {
      defaultPath: basename(naam),
    });
    if (canceled) return false;
    await writeFile(filePath, inhoud, { flush: true });
    return true;
  });

  luister('stukken:schrijf', diensten, ({ naam, bytes }) => diensten.stukken.schrijf(naam, bytes));
  luister('stukken:lees', diensten, (naam) => diensten.stukken.lees(naam));
  luister('stukken:verwijder', diensten, (naam) => diensten.stukken.verwijder(naam));
  luister('stukken:namen', diensten, () => diensten.stukken.namen());

  luister('reserve:stand', diensten, () => diensten.reservemap.stand());
  luister('reserve:kies', diensten, async (_niets, venster) => {
    const { filePaths } = await dialog.showOpenDialog(venster, {
      properties: ['openDirectory', 'createDirectory'],
      defaultPath: (await diensten.reservemap.stand()).pad,
    });
    const [pad] = filePaths;
    if (pad === undefined) return false;
    await diensten.reservemap.zet(pad);
    return true;
  });
  luister('reserve:lijst', diensten, () => diensten.reservemap.lijst());
  luister('reserve:lees', diensten, ({ sub, naam }) => diensten.reservemap.lees(sub, naam));
  luister('reserve:schrijf', diensten, ({ sub, naam, bytes }) =>
    diensten.reservemap.schrijf(sub, naam, bytes),
  );
  luister('reserve:verwijder', diensten, ({ sub, naam }) =>
    diensten.reservemap.verwijder(sub, naam),
  );
  luister('schijf:ruimte', diensten, () => diensten.ruimte());
  luister('getuige:lees', diensten, () => diensten.getuige.lees());
  luister('getuige:schrijf', diensten, (tekst) => diensten.getuige.schrijf(tekst));

  luister('brp:adres', diensten, () => diensten.brp.adres());
  luister('brp:zet-adres', diensten, async (adres, venster) => {
    if (adres !== null && adres !== (await diensten.brp.adres())) {
      const { response } = await dialog.showMessageBox(venster, {
        type: 'question',
        message: 'Mag Casuskluis de BRP bevragen op dit adres?',
        detail: `${adres}\n\nDaar gaan het BSN, of de naam en geboortedatum, van betrokkenen naartoe.`,
        buttons: ['Annuleren', 'Toestaan'],
        defaultId: 0,
        cancelId: 0,
      });
      if (response !== 1) return false;
    }
    await diensten.brp.zet(adres);
    return true;
  });
  luister('brp:vraag', diensten, (verzoek) => diensten.brp.vraag(verzoek));

  luister('afdrukken:pagina', diensten, async (_niets, venster) => {
    await new Promise<void>((klaar) => {
      venster.webContents.print({}, () => klaar());
    });
  });

  luister('venster:herstart', diensten, () => {
    // After the answer has left: the caller's process is about to end.
    setImmediate(() => diensten.herstart());
    return Promise.resolve();
  });

  luister('extern:open', diensten, async (adres) => {
    if (magExtern(adres)) await shell.openExternal(adres);
  });
}
