/**
 * Endpoints for tests: in this process, or as a process of its own that can be killed and started
 * again on the same folder and port.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Endpoint, type Endpointkeuzes, startEndpoint } from '../../endpoint/server.js';

const WORTEL = join(import.meta.dirname, '..', '..');

export const tijdelijkeMap = (): string => mkdtempSync(join(tmpdir(), 'casuskluis-endpoint-'));

/** Waits for an answer: connections that were kept from before a restart fail once. */
export async function bereikbaar(adres: string): Promise<void> {
  for (;;) {
    try {
      if ((await fetch(`${adres}/v1/gezondheid`)).ok) return;
    } catch (mis) {
      // fetch reports a refused or dead connection as a TypeError; anything else is a defect.
      if (!(mis instanceof TypeError)) throw mis;
    }
  }
}

export interface Testendpoint extends Endpoint {
  readonly map: string;
  /** What to start another on the same data with. */
  readonly gegevens: Pick<Endpointkeuzes, 'dataDir' | 'db'>;
  /** Stops and deletes the folder. */
  ruimOp(): Promise<void>;
}

export async function startTestEndpoint(
  keuzes: Partial<Endpointkeuzes> = {},
): Promise<Testendpoint> {
  const map = keuzes.dataDir ?? tijdelijkeMap();
  const endpoint = await startEndpoint({ port: 0, ...keuzes, dataDir: map });
  return {
    ...endpoint,
    map,
    gegevens: { dataDir: map, ...(keuzes.db !== undefined && { db: keuzes.db }) },
    ruimOp: async () => {
      await endpoint.stop();
      rmSync(map, { recursive: true, force: true });
    },
  };
}

export interface EndpointProces {
  /** The same after a restart. */
  readonly adres: string;
  readonly map: string;
  /** Bytes of memory that it has in use. */
  geheugen(): number;
  /** SIGKILL: nothing gets the chance to tidy up. */
  dood(): Promise<void>;
  /** Starts it again on the same folder and port; `erbij`: flags for this time. */
  herstart(erbij?: readonly string[]): Promise<void>;
  /** SIGTERM; answers the exit code. */
  stop(): Promise<number | null>;
  /** Ends it in any case and deletes the folder. */
  ruimOp(): Promise<void>;
}

/** Starts a script of this repository that tells where it listens, as the endpoint does. */
export async function startServer(
  script: string,
  argumenten: readonly string[],
): Promise<{ kind: ChildProcess; adres: string }> {
  const kind = spawn(process.execPath, ['--import', 'tsx', script, ...argumenten], {
    cwd: WORTEL,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const adres = await new Promise<string>((goed, mis) => {
    kind.once('error', mis);
    kind.once('exit', (code) => mis(new Error(`${script} stopte bij de start (${code ?? '?'})`)));
    kind.once('message', (bericht: { adres: string }) => goed(bericht.adres));
  });
  return { kind, adres };
}

const start = (
  map: string,
  port: number,
  { db, vlaggen = [] }: { db?: string; vlaggen?: readonly string[] },
): ReturnType<typeof startServer> => {
  const waar = db === undefined ? ['--data', map] : ['--db', db];
  return startServer('endpoint/main.ts', [...waar, '--port', String(port), ...vlaggen]);
};

export async function eindig(kind: ChildProcess, signaal: NodeJS.Signals): Promise<number | null> {
  if (kind.exitCode !== null || kind.signalCode !== null) return kind.exitCode;
  const weg = once(kind, 'exit');
  kind.kill(signaal);
  await weg;
  return kind.exitCode;
}

export async function startEndpointProces(
  keuzes: { dataDir?: string; port?: number; db?: string; vlaggen?: readonly string[] } = {},
): Promise<EndpointProces> {
  const map = keuzes.dataDir ?? tijdelijkeMap();
  let { kind, adres } = await start(map, keuzes.port ?? 0, keuzes);
  return {
    adres,
    map,
    geheugen: () => {
      const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(kind.pid)], {
        encoding: 'utf8',
      });
      return Number(stdout) * 1024;
    },
    dood: async () => {
      await eindig(kind, 'SIGKILL');
    },
    herstart: async (erbij = []) => {
      await eindig(kind, 'SIGKILL');
      const vlaggen = [...(keuzes.vlaggen ?? []), ...erbij];
      ({ kind, adres } = await start(map, Number(new URL(adres).port), { ...keuzes, vlaggen }));
      await bereikbaar(adres);
    },
    stop: () => eindig(kind, 'SIGTERM'),
    ruimOp: async () => {
      await eindig(kind, 'SIGKILL');
      rmSync(map, { recursive: true, force: true });
    },
  };
}
