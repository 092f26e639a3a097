/**
 * The desktop shell. Thin: one hardened window on the renderer, a key store for the device secret,
 * files by the user's choice, and locking when the system sleeps. See docs/security.md.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  Menu,
  net,
  powerMonitor,
  protocol,
  safeStorage,
  session,
} from 'electron';
import { bestandVoor, kopregels, magToestemming, WEBVOORKEUREN } from './beveiliging.js';
import { maakBrpkanaal } from './brp.js';
import { INFO_VOORVOEGSEL, OORSPRONG, VERGRENDEL } from './contract.js';
import { maakApparaatgeheim } from './geheim.js';
import { openKanalen } from './ipc.js';
import { hoofdmenu } from './menu.js';
import { maakGetuige } from './getuige.js';
import { maakReservemap, vrijeRuimte } from './reservemap.js';
import { maakStukken } from './stukken.js';

const MAP = import.meta.dirname;
const RENDERER = join(MAP, '..', 'renderer');

protocol.registerSchemesAsPrivileged([
  {
    scheme: 'app',
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
  },
]);

let venster: BrowserWindow | null = null;

function openVenster(): void {
  const info = JSON.stringify({
    versie: app.getVersion(),
    endpoint: process.env['CASUSKLUIS_ENDPOINT'] ?? null,
  });
  const nieuw = new BrowserWindow({
    width: 1360,
    height: 860,
    minWidth: 640,
    minHeight: 400,
    show: false,
    title: 'Casuskluis',
    webPreferences: {
      ...WEBVOORKEUREN,
      preload: join(MAP, 'preload.cjs'),
      additionalArguments: [`${INFO_VOORVOEGSEL}${info}`],
    },
  });
  nieuw.once('ready-to-show', () => nieuw.show());
  nieuw.on('closed', () => {
    if (venster === nieuw) venster = null;
  });
  venster = nieuw;
  void nieuw.loadURL(`${OORSPRONG}/`);
}

/** A new window is a new renderer process; the old one is destroyed, with the keys that were in it. */
function herstart(): void {
  const oud = venster;
  venster = null;
  openVenster();
  oud?.destroy();
}

function bewaakInhoud(): void {
  app.on('web-contents-created', (_gebeurtenis, inhoud) => {
    inhoud.on('will-navigate', (gebeurtenis) => gebeurtenis.preventDefault());
    inhoud.on('will-redirect', (gebeurtenis) => gebeurtenis.preventDefault());
    inhoud.on('will-attach-webview', (gebeurtenis) => gebeurtenis.preventDefault());
    inhoud.setWindowOpenHandler(({ url }) =>
      // The big screen of the MDO is the only second window: our own page, the same preferences.
      url.startsWith(`${OORSPRONG}/#/grootscherm`)
        ? {
            action: 'allow',
            overrideBrowserWindowOptions: { webPreferences: { ...WEBVOORKEUREN } },
          }
        : { action: 'deny' },
    );
  });
}

async function begin(): Promise<void> {
  await app.whenReady();
  const sessie = session.defaultSession;
  sessie.setPermissionRequestHandler((_inhoud, soort, antwoord) => antwoord(magToestemming(soort)));
  sessie.setPermissionCheckHandler((_inhoud, soort) => magToestemming(soort));
  sessie.setDevicePermissionHandler(() => false);
  protocol.handle('app', async (verzoek) => {
    const pad = verzoek.method === 'GET' ? bestandVoor(verzoek.url) : null;
    if (pad === null) return new Response(null, { status: 404 });
    try {
      return new Response(await readFile(join(RENDERER, pad)), { headers: kopregels(pad) });
    } catch {
      // Whatever the reason a file cannot be read, to the page it is not there.
      return new Response(null, { status: 404 });
    }
  });
  openKanalen({
    venster: () => venster,
    mac: maakApparaatgeheim(app.getPath('userData'), safeStorage),
    stukken: maakStukken(join(app.getPath('userData'), 'stukken')),
    reservemap: maakReservemap(
      join(app.getPath('userData'), 'reservemap.json'),
      join(app.getPath('documents'), 'Casuskluis'),
    ),
    ruimte: () => vrijeRuimte(app.getPath('userData')),
    getuige: maakGetuige(join(app.getPath('userData'), 'getuige.json')),
    // Of Chromium: with the proxy and the certificates of this computer.
    brp: maakBrpkanaal(join(app.getPath('userData'), 'brp.json'), (adres, opties) =>
      net.fetch(adres, opties),
    ),
    herstart,
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(hoofdmenu()));
  const vergrendel = (): void => venster?.webContents.send(VERGRENDEL);
  powerMonitor.on('suspend', vergrendel);
  powerMonitor.on('lock-screen', vergrendel);
  openVenster();
}

if (app.requestSingleInstanceLock()) {
  app.enableSandbox();
  bewaakInhoud();
  app.on('second-instance', () => {
    if (venster?.isMinimized()) venster.restore();
    venster?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  void begin().catch((fout: unknown) => {
    console.error('Casuskluis kon niet starten:', fout instanceof Error ? fout.message : fout);
    app.exit(1);
  });
} else {
  app.quit();
}
