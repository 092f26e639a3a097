/**
 * `npm start`: builds, starts the endpoint on its own SQLite, and opens the desktop shell; where
 * that cannot run, serves the same renderer on 127.0.0.1 and says why. Ctrl-C stops everything.
 *
 *   --data DIR             folder of the endpoint (default: the user's data folder)
 *   --port N               port of the renderer in the browser (default 4870)
 *   --endpoint-port N      port of the endpoint (default 4871)
 *   --browser              do not try the desktop shell
 *   --open / --no-open     open the default browser, or not (default: when there is one)
 *
 * In a browser the case data lives under the address: keep to one port.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEndpoint } from '../endpoint/server.js';
import { startBediening } from './bediening.js';
import { bouwRenderer, bouwSchil } from './bundel.js';
import { startElectron, vindElectron } from './electronruntime.js';

const WORTEL = join(import.meta.dirname, '..');

function standaardmap(): string {
  if (process.platform === 'win32')
    return join(process.env['APPDATA'] ?? homedir(), 'Casuskluis', 'endpoint');
  if (process.platform === 'darwin')
    return join(homedir(), 'Library', 'Application Support', 'Casuskluis', 'endpoint');
  return join(
    process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'),
    'casuskluis',
    'endpoint',
  );
}

function getal(tekst: string, naam: string): number {
  const n = Number(tekst);
  if (!Number.isInteger(n) || n < 0 || n > 65535)
    throw new Error(`--${naam} is geen poort: ${tekst}`);
  return n;
}

function openBrowser(adres: string): void {
  const [opdracht, argumenten] =
    process.platform === 'win32'
      ? (['cmd', ['/c', 'start', '""', adres.replaceAll('&', '^&')]] as const)
      : ([process.platform === 'darwin' ? 'open' : 'xdg-open', [adres]] as const);
  const proces = spawn(opdracht, argumenten, { stdio: 'ignore', detached: true });
  // Without a browser the address on the screen is enough.
  proces.once('error', () => undefined);
  proces.unref();
}

function heeftBeeldscherm(): boolean {
  return (
    process.platform !== 'linux' ||
    Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
  );
}

function begrijpelijk(reden: unknown): string {
  if (reden instanceof Error && 'code' in reden && reden.code === 'EADDRINUSE') {
    return 'De poort is al in gebruik: draait Casuskluis al? Sluit het andere venster, of kies een andere met --port en --endpoint-port.';
  }
  return reden instanceof Error ? reden.message : String(reden);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: standaardmap() },
      port: { type: 'string', default: '4870' },
      'endpoint-port': { type: 'string', default: '4871' },
      browser: { type: 'boolean', default: false },
      open: { type: 'boolean' },
    },
    allowNegative: true,
  });
  const opruimen: (() => Promise<void>)[] = [];
  let stopt = false;
  const stop = async (code: number): Promise<void> => {
    if (stopt) return;
    stopt = true;
    for (const taak of opruimen.reverse()) await taak();
    process.exit(code);
  };
  for (const signaal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signaal, () => {
      console.log('\nCasuskluis stopt.');
      void stop(0);
    });
  }

  try {
    console.log('Casuskluis wordt gebouwd.');
    await bouwRenderer();
    mkdirSync(values.data, { recursive: true, mode: 0o700 });
    const endpoint = await startEndpoint({
      dataDir: values.data,
      host: '127.0.0.1',
      port: getal(values['endpoint-port'], 'endpoint-port'),
    });
    opruimen.push(() => endpoint.stop());
    console.log(`Het endpoint draait op ${endpoint.adres}, de gegevens staan in ${values.data}`);

    let reden = 'u koos voor de browser (--browser)';
    if (!values.browser) {
      const runtime = await vindElectron();
      if (runtime.ok) {
        await bouwSchil();
        const schil = await startElectron(runtime.waarde, WORTEL, endpoint.adres);
        if (schil.ok) {
          console.log('Casuskluis staat open. Ctrl-C stopt alles.');
          opruimen.push(() => {
            schil.waarde.kill();
            return Promise.resolve();
          });
          schil.waarde.once('exit', () => void stop(0));
          return;
        }
        reden = schil.fout;
      } else {
        reden = runtime.fout;
      }
    }

    const bediening = await startBediening({
      map: join(WORTEL, 'dist', 'renderer'),
      poort: getal(values.port, 'port'),
      info: { endpoint: endpoint.adres, reden, versie: versie() },
    });
    opruimen.push(() => bediening.stop());
    console.log(`Casuskluis draait in de browser, want ${reden}.`);
    console.log(`\n  ${bediening.adres}\n`);
    console.log('Ctrl-C stopt alles.');
    if (values.open ?? heeftBeeldscherm()) openBrowser(bediening.adres);
  } catch (mis) {
    console.error(begrijpelijk(mis));
    await stop(1);
  }
}

function versie(): string {
  const pad = join(WORTEL, 'package.json');
  if (!existsSync(pad)) return '0';
  const { version } = JSON.parse(readFileSync(pad, 'utf8')) as { version: string };
  return version;
}

await main();
