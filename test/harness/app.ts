/**
 * The real application in real browsers: the built renderer on a loopback server, a real endpoint in
 * a process of its own, and one Chromium with its own profile per device.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { type Bediening, startBediening } from '../../build/bediening.js';
import { CHROMIUMARGUMENTEN, vindChromium } from '../../build/chromium.js';
import { type EndpointProces, startEndpointProces } from './endpoint.js';

export const WACHTZIN = 'vier paarse fietsen onder de kastanje';
/** Where the built application is. */
export const RENDERER = join(import.meta.dirname, '..', '..', 'dist', 'renderer');

export interface Beeld {
  readonly breedte?: number;
  readonly hoogte?: number;
  readonly schaal?: number;
  readonly donker?: boolean;
}

/** One device: a browser with a profile on disk, which survives being closed or killed. */
export class Toestel {
  #context: BrowserContext | undefined;
  #pagina: Page | undefined;

  constructor(
    readonly profiel: string,
    private readonly adres: string,
    private readonly beeld: Beeld,
  ) {}

  get pagina(): Page {
    if (!this.#pagina) throw new Error('het toestel staat uit');
    return this.#pagina;
  }

  get context(): BrowserContext {
    if (!this.#context) throw new Error('het toestel staat uit');
    return this.#context;
  }

  /** Starts the browser on the profile and opens the application. */
  async aan(): Promise<Page> {
    const executablePath = vindChromium();
    if (executablePath === null) throw new Error('geen Chromium');
    this.#context = await chromium.launchPersistentContext(this.profiel, {
      executablePath,
      args: [...CHROMIUMARGUMENTEN],
      viewport: { width: this.beeld.breedte ?? 1280, height: this.beeld.hoogte ?? 800 },
      deviceScaleFactor: this.beeld.schaal ?? 1,
      colorScheme: this.beeld.donker ? 'dark' : 'light',
      locale: 'nl-NL',
      timezoneId: 'Europe/Amsterdam',
      acceptDownloads: true,
    });
    this.#pagina = this.#context.pages()[0] ?? (await this.#context.newPage());
    await this.#pagina.goto(this.adres);
    return this.#pagina;
  }

  async uit(): Promise<void> {
    await this.#context?.close();
    this.#context = undefined;
    this.#pagina = undefined;
  }

  /** Ends the browser without a chance to save anything, as a power cut or a crash does. */
  async sla(): Promise<void> {
    const { execFileSync } = await import('node:child_process');
    const weg = new Promise<void>((klaar) => this.#context?.once('close', () => klaar()));
    // Every process of this browser names its profile on its command line.
    execFileSync('pkill', ['-9', '-f', `user-data-dir=${this.profiel}`]);
    await weg;
    this.#context = undefined;
    this.#pagina = undefined;
  }
}

/** A house under test: pages served, an endpoint that can be killed and started again, devices. */
export class Huis {
  readonly #toestellen: Toestel[] = [];

  private constructor(
    readonly map: string,
    readonly bediening: Bediening,
    readonly endpoint: EndpointProces,
  ) {}

  static async start(): Promise<Huis> {
    const map = await mkdtemp(join(tmpdir(), 'casuskluis-e2e-'));
    const endpoint = await startEndpointProces({ dataDir: join(map, 'endpoint') });
    const bediening = await startBediening({
      map: RENDERER,
      poort: 0,
      info: { endpoint: endpoint.adres, reden: null, versie: 'proef' },
    });
    return new Huis(map, bediening, endpoint);
  }

  async toestel(naam: string, beeld: Beeld = {}): Promise<Toestel> {
    const toestel = new Toestel(
      await mkdtemp(join(this.map, `${naam}-`)),
      this.bediening.adres,
      beeld,
    );
    this.#toestellen.push(toestel);
    await toestel.aan();
    return toestel;
  }

  async stop(): Promise<void> {
    await Promise.allSettled(this.#toestellen.map((t) => t.uit()));
    await Promise.allSettled([this.bediening.stop(), this.endpoint.stop()]);
    await rm(this.map, { recursive: true, force: true });
  }
}
