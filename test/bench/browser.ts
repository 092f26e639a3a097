/** A real, headless Chromium with the page of the bench, built and served on the loopback. */
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { build } from 'vite';
import { CHROMIUMARGUMENTEN, zorgVoorChromium } from '../../build/chromium.js';
import type { Bench } from './pagina.js';

export type Roep = <N extends keyof Bench>(
  naam: N,
  ...argumenten: Parameters<Bench[N]>
) => Promise<Awaited<ReturnType<Bench[N]>>>;
export interface Browserruimte {
  /** Calls a function of `pagina.ts` in a page of its own, which is closed after it. */
  readonly roep: Roep;
  /** A device of its own: another profile, and a page that stays until it is closed. */
  apparaat(): Promise<Bezoek>;
  sluit(): Promise<void>;
}
export interface Bezoek {
  readonly roep: Roep;
  readonly sluit: () => Promise<void>;
}

export async function openBrowser(): Promise<Browserruimte> {
  const gevonden = zorgVoorChromium();
  if (!gevonden.ok) throw new Error(`zonder Chromium valt er niets te meten: ${gevonden.fout}`);
  const map = await mkdtemp(join(tmpdir(), 'casuskluis-bench-'));
  await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'warn',
    build: {
      outDir: join(map, 'pagina'),
      emptyOutDir: true,
      target: 'es2023',
      lib: { entry: join(import.meta.dirname, 'pagina.ts'), formats: ['es'], fileName: 'pagina' },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
    worker: { format: 'es' },
    base: './',
  });
  const bestanden = new Map<string, Buffer>();
  for (const item of await readdir(join(map, 'pagina'), { recursive: true, withFileTypes: true })) {
    const pad = join(item.parentPath, item.name);
    if (item.isFile()) bestanden.set(`/${relative(join(map, 'pagina'), pad)}`, await readFile(pad));
  }
  const server = createServer((verzoek, antwoord) => {
    const script = bestanden.get(verzoek.url ?? '');
    antwoord.setHeader('content-type', script ? 'text/javascript' : 'text/html; charset=utf-8');
    antwoord.end(script ?? '<!doctype html><script type="module" src="/pagina.js"></script>');
  });
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  const adres = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const contexten: BrowserContext[] = [];
  const nieuwProfiel = async (): Promise<BrowserContext> => {
    const context = await chromium.launchPersistentContext(
      join(map, `profiel-${contexten.length}`),
      {
        executablePath: gevonden.waarde,
        args: [...CHROMIUMARGUMENTEN],
      },
    );
    contexten.push(context);
    return context;
  };
  const eerste = await nieuwProfiel();
  const bezoek = async (context: BrowserContext): Promise<Bezoek> => {
    const pagina = await context.newPage();
    await pagina.goto(adres);
    await pagina.waitForFunction(() => 'bench' in globalThis);
    return {
      roep: ((naam: string, ...argumenten: unknown[]): Promise<unknown> =>
        pagina.evaluate(
          ([functie, gegeven]) =>
            (
              globalThis as unknown as { bench: Record<string, (...a: unknown[]) => unknown> }
            ).bench[functie]?.(...gegeven),
          [naam, argumenten] as const,
        )) as Roep,
      sluit: () => pagina.close(),
    };
  };
  return {
    roep: (async (naam: keyof Bench, ...argumenten: never): Promise<unknown> => {
      const { roep, sluit } = await bezoek(eerste);
      try {
        return await roep(naam, ...(argumenten as Parameters<Bench[typeof naam]>));
      } finally {
        await sluit();
      }
    }) as Roep,
    apparaat: async () => bezoek(await nieuwProfiel()),
    async sluit() {
      for (const context of contexten) await context.close();
      server.close();
      await rm(map, { recursive: true, force: true });
    },
  };
}
