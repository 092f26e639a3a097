/** The shell's side of `contract.ts`. */
import { randomUUID } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type BrowserWindow, dialog, ipcMain, type IpcMainInvokeEvent, shell } from 'electron';
import { magExtern } from './beveiliging.js';
import { type Antwoord, KANALEN, type Kanaal, OORSPRONG, type Vraag } from './contract.js';

export interface Schildiensten {
  venster(): BrowserWindow | null;
  mac(zout: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
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
      filters: [{ name: 'Bestanden', extensions: soorten.map((s) => s.slice(1)) }],
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

  luister('bestanden:bewaar', diensten, async ({ naam, inhoud }, venster) => {
    const { filePath, canceled } = await dialog.showSaveDialog(venster, {
      defaultPath: basename(naam),
    });
    if (canceled) return false;
    await writeFile(filePath, inhoud, { flush: true });
    return true;
  });

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
