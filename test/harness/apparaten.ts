/**
 * Starts devices without a screen, each with a disk of its own: a Chromium with its own profile where
 * there is one, else a Node process. Both carry out the same calls (`apparaat.ts`).
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { build } from 'vite';
import { type Bediening, startBediening } from '../../build/bediening.js';
import { CHROMIUMARGUMENTEN } from '../../build/chromium.js';
import type { Apparaat } from './apparaat.js';

export interface Gestart {
  readonly apparaat: Apparaat;
  /** Folder with everything the device keeps; complete once it has stopped. */
  readonly schijf: string;
  /** Writes text in a plain database of the same profile: the positive control of a scan. */
  plantControle(tekst: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}

export interface Apparatenfabriek {
  readonly soort: 'chromium' | 'node';
  start(naam: string): Promise<Gestart>;
  stop(): Promise<void>;
}

const METHODEN = [
  'richtOp',
  'laadVoorbeeld',
  'nodigUit',
  'koppel',
  'pauzeer',
  'wachtGelijk',
  'speelMdo',
  'verloren',
  'stand',
  'geheimen',
  'voegBijlageToe',
  'opSchijf',
  'vernietig',
  'sluitCasus',
  'houdVast',
  'schrijfIn',
  'verklaar',
  'heeft',
  'sluit',
] as const satisfies readonly (keyof Apparaat)[];

/** An `Apparaat` of which every call goes over `roep`. */
function opAfstand(roep: (methode: keyof Apparaat, vraag: unknown) => Promise<unknown>): Apparaat {
  return Object.fromEntries(
    METHODEN.map((methode) => [methode, (vraag: unknown) => roep(methode, vraag)]),
  ) as unknown as Apparaat;
}

/** Builds the page of a device and serves it; profiles are made below `map`. */
export async function chromiumApparaten(
  executablePath: string,
  map: string,
): Promise<Apparatenfabriek> {
  const uitvoer = join(map, 'pagina');
  await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    build: {
      outDir: uitvoer,
      emptyOutDir: true,
      target: 'es2023',
      rolldownOptions: { input: join(import.meta.dirname, 'apparaat.html') },
    },
  });
  const bediening: Bediening = await startBediening({
    map: uitvoer,
    poort: 0,
    info: { endpoint: null, reden: null, versie: 'proef' },
  });
  return {
    soort: 'chromium',
    async start(naam) {
      const schijf = await mkdtemp(join(map, `${naam}-`));
      const context: BrowserContext = await chromium.launchPersistentContext(schijf, {
        executablePath,
        args: [...CHROMIUMARGUMENTEN],
      });
      const pagina = context.pages()[0] ?? (await context.newPage());
      const adres = new URL(bediening.adres);
      adres.pathname = '/apparaat.html';
      await pagina.goto(adres.href);
      await pagina.waitForFunction(() => 'apparaat' in window);
      return {
        schijf,
        apparaat: opAfstand((methode, vraag) =>
          pagina.evaluate(
            ([m, v]) =>
              (
                window as unknown as { apparaat: Record<string, (v: unknown) => Promise<unknown>> }
              ).apparaat[m as string]?.(v),
            [methode, vraag] as const,
          ),
        ),
        async plantControle(tekst) {
          await pagina.evaluate(async (regels) => {
            await new Promise<void>((klaar, mis) => {
              const verzoek = indexedDB.open('controle', 1);
              verzoek.onupgradeneeded = () => void verzoek.result.createObjectStore('t');
              verzoek.onerror = () => mis(new Error('de controle is niet geschreven'));
              verzoek.onsuccess = () => {
                const transactie = verzoek.result.transaction('t', 'readwrite', {
                  durability: 'strict',
                });
                for (const [i, regel] of regels.entries())
                  transactie.objectStore('t').put(regel, i);
                transactie.oncomplete = () => klaar();
              };
            });
          }, tekst);
        },
        stop: () => context.close(),
      };
    },
    stop: () => bediening.stop(),
  };
}

/** Devices in Node: the same vault on an IndexedDB in memory, which is written to its folder when it stops. */
export function nodeApparaten(map: string): Apparatenfabriek {
  return {
    soort: 'node',
    async start(naam) {
      const schijf = await mkdtemp(join(map, `${naam}-`));
      const proces: ChildProcess = fork(join(import.meta.dirname, 'apparaatnode.ts'), {
        execArgv: ['--import', 'tsx'],
        serialization: 'advanced',
      });
      const wachtend = new Map<number, { klaar: (v: unknown) => void; mis: (e: Error) => void }>();
      let nr = 0;
      const eerste = new Promise<unknown>((klaar, mis) => wachtend.set(0, { klaar, mis }));
      proces.on('message', (bericht: { nr: number; antwoord?: unknown; fout?: string }) => {
        const wie = wachtend.get(bericht.nr);
        wachtend.delete(bericht.nr);
        if (bericht.fout === undefined) wie?.klaar(bericht.antwoord);
        else wie?.mis(new Error(bericht.fout));
      });
      proces.on('exit', () => {
        for (const { mis } of wachtend.values()) mis(new Error('het apparaat is gestopt'));
      });
      await eerste;
      const roep = (methode: string, vraag: unknown): Promise<unknown> => {
        nr += 1;
        const mijn = nr;
        return new Promise((klaar, mis) => {
          wachtend.set(mijn, { klaar, mis });
          proces.send({ nr: mijn, methode, vraag });
        });
      };
      return {
        schijf,
        apparaat: opAfstand(roep),
        plantControle: async (tekst) => {
          await roep('plantControle', tekst);
        },
        async stop() {
          if (proces.exitCode !== null || proces.signalCode !== null) return;
          await roep('schrijfSchijf', schijf);
          const weg = new Promise((klaar) => proces.once('exit', klaar));
          proces.kill();
          await weg;
        },
      };
    },
    stop: () => Promise.resolve(),
  };
}
