/** A real, headless Chromium with the page of the bench, built and served on the loopback. */
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, relative } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { build } from 'vite';
import { CHROMIUMARGUMENTEN, zorgVoorChromium } from '../../build/chromium.js';
import { volgHeap } from './heap.js';
import type { Bench } from './pagina.js';
import { neemRekentijd } from './rekentijd.js';

export type Roep = <N extends keyof Bench>(
  naam: N,
  ...argumenten: Parameters<Bench[N]>
) => Promise<Awaited<ReturnType<Bench[N]>>>;
export interface Browserruimte {
  /** Calls a function of `pagina.ts` in a page of its own, which is closed after it. */
  readonly roep: Roep;
  /** A device of its own: another profile, and a page that stays until it is closed. */
  apparaat(): Promise<Bezoek>;
  /** A browser of its own with nothing on disk yet, for what is measured there. */
  profiel(): Promise<Profiel>;
  sluit(): Promise<void>;
}
export interface Bezoek {
  readonly roep: Roep;
  /** Bytes that are in use after garbage was collected, of the page and its workers. */
  readonly heap: () => Promise<number>;
  readonly sluit: () => Promise<void>;
}
export interface Profiel {
  readonly map: string;
  bezoek(): Promise<Bezoek>;
  /** Ends the browser. What it left in `map` stays until `ruimOp`; a next visit starts it again. */
  sluit(): Promise<void>;
  ruimOp(): Promise<void>;
}

const SOORTEN: Record<string, string> = {
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
};

interface Bouw {
  readonly map: string;
  /** Where sampled profiles go: then names and lines can be told, so it is not as small as it is shipped. */
  readonly rekentijd: string | undefined;
}

/** The page and its workers as files, by address. */
async function bouwPagina({ map, rekentijd }: Bouw): Promise<Map<string, Buffer>> {
  await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    build: {
      outDir: map,
      emptyOutDir: true,
      target: 'es2023',
      ...(rekentijd === undefined ? {} : { minify: false, sourcemap: true }),
      rolldownOptions: {
        input: join(import.meta.dirname, 'pagina.ts'),
        output: { entryFileNames: '[name].js' },
      },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
    worker: { format: 'es' },
    base: './',
  });
  const bestanden = new Map<string, Buffer>();
  for (const item of await readdir(map, { recursive: true, withFileTypes: true })) {
    const pad = join(item.parentPath, item.name);
    if (item.isFile()) bestanden.set(`/${relative(map, pad)}`, await readFile(pad));
  }
  return bestanden;
}

async function dien(bestanden: Map<string, Buffer>): Promise<{ adres: string; stop: () => void }> {
  const server = createServer((verzoek, antwoord) => {
    const { pathname } = new URL(verzoek.url ?? '/', 'http://127.0.0.1');
    const bestand = bestanden.get(pathname);
    const soort = bestand ? SOORTEN[extname(pathname)] : 'text/html; charset=utf-8';
    antwoord.setHeader('content-type', soort ?? 'application/octet-stream');
    // An isolated page has a clock of 5 in place of 100 microseconds: a query takes less than that.
    antwoord.setHeader('cross-origin-opener-policy', 'same-origin');
    antwoord.setHeader('cross-origin-embedder-policy', 'require-corp');
    antwoord.end(bestand ?? '<!doctype html><script type="module" src="/pagina.js"></script>');
  });
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  return {
    adres: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () => server.close(),
  };
}

async function bezoekAan(context: BrowserContext, adres: string, bouw: Bouw): Promise<Bezoek> {
  const pagina = await context.newPage();
  const heap = await volgHeap(pagina);
  await pagina.goto(adres);
  await pagina.waitForFunction(() => 'bench' in globalThis);
  const roep = (naam: string, ...argumenten: unknown[]): Promise<unknown> =>
    pagina.evaluate(
      ([functie, gegeven]) =>
        (globalThis as unknown as { bench: Record<string, (...a: unknown[]) => unknown> }).bench[
          functie
        ]?.(...gegeven),
      [naam, argumenten] as const,
    );
  const { map: gebouwd, rekentijd } = bouw;
  const gevolgd: typeof roep = (naam, ...argumenten) => {
    const doe = (): Promise<unknown> => roep(naam, ...argumenten);
    if (rekentijd === undefined) return doe();
    const wat = [naam, ...argumenten.filter((a) => typeof a === 'string')]
      .slice(0, 2)
      // An address among them is no name of a file.
      .map((deel) => deel.replaceAll(/[^\w.]+/g, '_').slice(0, 40))
      .join('-');
    return neemRekentijd(pagina, { gebouwd, map: rekentijd, wat }, doe);
  };
  return {
    roep: gevolgd as Roep,
    heap,
    sluit: () => pagina.close(),
  };
}

/** @param rekentijd folder for sampled profiles of every function that is called */
export async function openBrowser(rekentijd?: string): Promise<Browserruimte> {
  const gevonden = zorgVoorChromium();
  if (!gevonden.ok) throw new Error(`zonder Chromium valt er niets te meten: ${gevonden.fout}`);
  const map = await mkdtemp(join(tmpdir(), 'casuskluis-bench-'));
  const bouw: Bouw = { map: join(map, 'pagina'), rekentijd };
  const { adres, stop } = await dien(await bouwPagina(bouw));
  const open = new Set<BrowserContext>();
  let teller = 0;
  const profiel = async (): Promise<Profiel> => {
    const eigenMap = join(map, `profiel-${teller++}`);
    const start = async (): Promise<BrowserContext> => {
      const context = await chromium.launchPersistentContext(eigenMap, {
        executablePath: gevonden.waarde,
        args: [...CHROMIUMARGUMENTEN],
      });
      open.add(context);
      return context;
    };
    let context: BrowserContext | null = await start();
    return {
      map: eigenMap,
      async bezoek() {
        context ??= await start();
        return bezoekAan(context, adres, bouw);
      },
      async sluit() {
        if (context === null) return;
        open.delete(context);
        await context.close();
        context = null;
      },
      ruimOp: () => rm(eigenMap, { recursive: true, force: true }),
    };
  };
  const eerste = await profiel();
  return {
    roep: (async (naam: keyof Bench, ...argumenten: never): Promise<unknown> => {
      const { roep, sluit } = await eerste.bezoek();
      try {
        return await roep(naam, ...(argumenten as Parameters<Bench[typeof naam]>));
      } finally {
        await sluit();
      }
    }) as Roep,
    apparaat: async () => (await profiel()).bezoek(),
    profiel,
    async sluit() {
      for (const context of open) await context.close();
      stop();
      await rm(map, { recursive: true, force: true });
    },
  };
}
