/**
 * Each simulated device has the client to itself, as on a machine of its own: an instance of every module,
 * its own clock, and its own sixteen collections of RxDB's free edition. Together they are one file, of
 * which each of them imports a copy.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

export type Client = typeof import('../unit/vault/sync/proefapparaat.js');

const BRON = join(import.meta.dirname, '..', 'unit', 'vault', 'sync', 'proefapparaat.ts');
/** In front of the file: `Date` of the device in place of that of the process. */
const klokregel = (nummer: number): string => `const Date = globalThis.proefklokken[${nummer}];`;

const klokken: Record<string, typeof Date> = {};
Object.assign(globalThis, { proefklokken: klokken });

export interface Instantie {
  readonly client: Client;
  /** Sets the clock of this device so many ms off. */
  readonly zetKlok: (verschil: number) => void;
}

function maakKlok(verschil: () => number): typeof Date {
  class Klok extends Date {
    constructor(...delen: [] | [number | string | Date]) {
      if (delen.length === 0) super(Date.now() + verschil());
      else super(...delen);
    }
    static override now(): number {
      return Date.now() + verschil();
    }
  }
  return Klok as typeof Date;
}

export class Instanties {
  readonly #map: string;
  readonly #klaar = new Map<number, Promise<Instantie>>();

  private constructor(map: string) {
    this.#map = map;
  }

  static async bouw(): Promise<Instanties> {
    const map = mkdtempSync(join(tmpdir(), 'casuskluis-fuzz-'));
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: BRON,
        outDir: map,
        emptyOutDir: true,
        target: 'node20',
        minify: false,
        rolldownOptions: {
          output: { entryFileNames: 'client.js', codeSplitting: false },
        },
      },
      ssr: { noExternal: true },
    });
    return new Instanties(map);
  }

  /** The same one for the same number. */
  van(nummer: number): Promise<Instantie> {
    let hier = this.#klaar.get(nummer);
    if (hier === undefined) {
      let verschil = 0;
      klokken[nummer] = maakKlok(() => verschil);
      const bestand = join(this.#map, `client-${nummer}.mjs`);
      const code = readFileSync(join(this.#map, 'client.js'), 'utf8');
      writeFileSync(bestand, `${klokregel(nummer)}\n${code}`);
      hier = (import(pathToFileURL(bestand).href) as Promise<Client>).then((client) => ({
        client,
        zetKlok: (ms) => (verschil = ms),
      }));
      this.#klaar.set(nummer, hier);
    }
    return hier;
  }

  ruimOp(): void {
    rmSync(this.#map, { recursive: true, force: true });
  }
}
