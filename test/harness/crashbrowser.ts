/**
 * A Chromium to kill: a profile on disk, the page of the crash tests served as the application is, and
 * the whole process group of the browser to send a signal to.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { build } from 'vite';
import { startBediening } from '../../build/bediening.js';
import type { Bediening } from '../../build/bediening.js';
import { CHROMIUMARGUMENTEN, vindChromium } from '../../build/chromium.js';
import type { Bericht } from './crashpagina.js';

const FIXTURE = join(import.meta.dirname, '..', 'fixtures', 'kluis-1.json');

/** The page, built and served under the headers of production. */
export class Crashterrein {
  readonly map: string;
  readonly #bediening: Bediening;
  readonly #fixture: string;

  private constructor(map: string, bediening: Bediening, fixture: string) {
    this.map = map;
    this.#bediening = bediening;
    this.#fixture = fixture;
  }

  static async start(): Promise<Crashterrein> {
    const map = await mkdtemp(join(tmpdir(), 'casuskluis-crash-'));
    const pagina = join(map, 'pagina');
    await build({
      configFile: false,
      root: import.meta.dirname,
      logLevel: 'error',
      worker: { format: 'es' },
      build: {
        outDir: pagina,
        emptyOutDir: true,
        target: 'es2023',
        rolldownOptions: { input: join(import.meta.dirname, 'crash.html') },
      },
    });
    const info = { endpoint: null, reden: null, versie: 'proef' };
    const bediening = await startBediening({ map: pagina, poort: 0, info });
    return new Crashterrein(map, bediening, await readFile(FIXTURE, 'utf8'));
  }

  /** Starts a browser on the profile and opens the page. */
  async browser(profiel: string, bijBericht: (bericht: Bericht) => void): Promise<Crashbrowser> {
    const executablePath = vindChromium();
    if (executablePath === null) throw new Error('geen Chromium');
    const context = await chromium.launchPersistentContext(profiel, {
      executablePath,
      args: [...CHROMIUMARGUMENTEN],
    });
    const browser = await Crashbrowser.van(context);
    const { pagina } = browser;
    await pagina.exposeFunction('crashFixture', () => this.#fixture);
    await pagina.exposeFunction('crashMeld', bijBericht);
    const adres = new URL(this.#bediening.adres);
    adres.pathname = '/crash.html';
    await pagina.goto(adres.href);
    await pagina.waitForFunction(() => 'crashproef' in window);
    return browser;
  }

  async stop(): Promise<void> {
    await this.#bediening.stop();
    await rm(this.map, { recursive: true, force: true });
  }
}

export class Crashbrowser {
  readonly pagina: Page;
  readonly #context: BrowserContext;
  readonly #groep: number;
  readonly #weg: Promise<void>;

  private constructor(context: BrowserContext, pagina: Page, groep: number) {
    this.pagina = pagina;
    this.#context = context;
    this.#groep = groep;
    this.#weg = new Promise((klaar) => context.once('close', () => klaar()));
  }

  static async van(context: BrowserContext): Promise<Crashbrowser> {
    const sessie = await context.browser()?.newBrowserCDPSession();
    const info = await sessie?.send('SystemInfo.getProcessInfo');
    const hoofd = info?.processInfo.find(({ type }) => type === 'browser');
    if (!hoofd) throw new Error('de browser zegt niet welk proces hij is');
    // Playwright starts the browser as the head of a process group of its own.
    return new Crashbrowser(context, context.pages()[0] ?? (await context.newPage()), hoofd.id);
  }

  /** Ends every process of it at once, as a power cut would; resolves when it is gone. */
  async sla(): Promise<void> {
    process.kill(-this.#groep, 'SIGKILL');
    await this.#weg;
  }

  /** Lets every process of it stand still, until it is killed. */
  zetStil(): void {
    process.kill(-this.#groep, 'SIGSTOP');
  }

  sluit(): Promise<void> {
    return this.#context.close();
  }
}
