/** `nep.html` built and served, for tests of states that a real vault does not come into by itself. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { startBediening } from '../../build/bediening.js';
import { CHROMIUMARGUMENTEN, vindChromium } from '../../build/chromium.js';

const WORTEL = join(import.meta.dirname, '..', '..');
const PAD = '/test/harness/nep.html';

export interface Neppagina {
  /** Opens the application in a state (see `nepstanden.ts`), at a path of its own. */
  open(standen: string, pad?: string): Promise<Page>;
  stop(): Promise<void>;
}

export async function startNeppagina(): Promise<Neppagina> {
  const map = await mkdtemp(join(tmpdir(), 'casuskluis-nep-'));
  await build({
    configFile: false,
    root: WORTEL,
    base: '/',
    logLevel: 'error',
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir: map,
      emptyOutDir: true,
      target: 'es2023',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { input: join(WORTEL, PAD) },
    },
  });
  const bediening = await startBediening({
    map,
    poort: 0,
    info: { endpoint: null, reden: null, versie: 'proef' },
  });
  const executablePath = vindChromium();
  if (executablePath === null) throw new Error('geen Chromium');
  let browser: Browser | undefined = await chromium.launch({
    executablePath,
    args: [...CHROMIUMARGUMENTEN],
  });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
  });
  const pagina = await context.newPage();
  // The first visit brings the cookie, without which nothing is served.
  const eerste = new URL(bediening.adres);
  eerste.pathname = PAD;
  await pagina.goto(eerste.href);
  return {
    async open(standen, pad = '/') {
      const adres = new URL(PAD, bediening.adres);
      adres.search = standen;
      adres.hash = pad;
      // By way of an empty page: another hash alone would not load anything.
      await pagina.goto('about:blank');
      await pagina.goto(adres.href);
      await pagina.locator('h1').first().waitFor({ timeout: 60_000 });
      return pagina;
    },
    async stop() {
      await browser?.close();
      browser = undefined;
      await bediening.stop();
      await rm(map, { recursive: true, force: true });
    },
  };
}
