/**
 * The endpoint as a process of its own.
 *
 *   --data DIR        folder of the data (default ./data)
 *   --db URL          postgres://… instead of a folder; several processes may share it. Also from the
 *                     environment variable CASUSKLUIS_DB, which keeps a password out of `ps`
 *   --port N          port (default 4871; 0 takes a free one)
 *   --host H          address to listen on (default 127.0.0.1: only this machine)
 *   --oorsprong O     origin of a web page that may use it, besides this machine; may be repeated
 *   --achter-proxy    trust one proxy in front for the caller's address
 *   --max-mb N        the data grow no larger than this (default: as large as the disk)
 *   --quotum-mb N     megabytes that one house may use (default 50000)
 *   --max-huizen N    houses that may register here (default without bound)
 *   --geduld S        seconds in which a request must have arrived (default 120)
 *   --metrics-port N  figures for Prometheus on http://HOST:N/metrics (default none)
 *   --hersteld        an older backup was put back: devices begin anew with their numbers. Give it once
 *   --log             a structured line per request on stderr, without addresses or ids
 *
 * Stops on SIGINT and SIGTERM, on the message 'stop' of a parent process, and when that parent is gone.
 */
import { parseArgs } from 'node:util';
import { STANDAARDPOORT, startEndpoint } from './server.js';

function poortVan(vlag: string, tekst: string): number {
  const poort = Number(tekst);
  if (!Number.isInteger(poort) || poort < 0 || poort > 65535)
    throw new Error(`--${vlag} is geen poort: ${tekst}`);
  return poort;
}

function aantalVan(vlag: string, tekst: string): number {
  const n = Number(tekst);
  if (!Number.isInteger(n) || n < 1) throw new Error(`--${vlag} is geen aantal: ${tekst}`);
  return n;
}

function begrijpelijk(mis: unknown): string {
  if (!(mis instanceof Error)) return String(mis);
  const code = 'code' in mis ? mis.code : undefined;
  if (code === 'EADDRINUSE')
    return 'De poort is al in gebruik. Kies een andere met --port, of stop wat daar draait.';
  if (code === 'EACCES') return `Geen toestemming: ${mis.message}`;
  return mis.message;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: 'data' },
      db: { type: 'string' },
      port: { type: 'string', default: String(STANDAARDPOORT) },
      host: { type: 'string', default: '127.0.0.1' },
      oorsprong: { type: 'string', multiple: true, default: [] },
      'achter-proxy': { type: 'boolean', default: false },
      'max-mb': { type: 'string' },
      'quotum-mb': { type: 'string' },
      'max-huizen': { type: 'string' },
      geduld: { type: 'string' },
      'metrics-port': { type: 'string' },
      hersteld: { type: 'boolean', default: false },
      log: { type: 'boolean', default: false },
    },
  });
  const db = values.db ?? process.env['CASUSKLUIS_DB'];
  if (db !== undefined && !/^postgres(ql)?:\/\//.test(db))
    throw new Error('--db is geen adres van PostgreSQL: het begint met postgres://');
  const endpoint = await startEndpoint({
    dataDir: values.data,
    port: poortVan('port', values.port),
    host: values.host,
    oorsprongen: values.oorsprong,
    achterProxy: values['achter-proxy'],
    log: values.log,
    hersteld: values.hersteld,
    ...(db !== undefined && { db }),
    ...(values['max-mb'] !== undefined && {
      maxBytes: aantalVan('max-mb', values['max-mb']) * 1024 * 1024,
    }),
    ...(values['quotum-mb'] !== undefined && {
      quotumBytes: aantalVan('quotum-mb', values['quotum-mb']) * 1_000_000,
    }),
    ...(values['max-huizen'] !== undefined && {
      maxHuizen: aantalVan('max-huizen', values['max-huizen']),
    }),
    ...(values.geduld !== undefined && {
      verzoektijdMs: aantalVan('geduld', values.geduld) * 1000,
    }),
    ...(values['metrics-port'] !== undefined && {
      metingenPort: poortVan('metrics-port', values['metrics-port']),
    }),
  });
  let stopt = false;
  const stop = (): void => {
    if (stopt) return;
    stopt = true;
    endpoint.stop().then(
      () => process.exit(0),
      (mis: unknown) => {
        console.error(begrijpelijk(mis));
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  if (process.send !== undefined) {
    process.on('message', (bericht) => {
      if (bericht === 'stop') stop();
    });
    process.on('disconnect', stop);
    process.send({ adres: endpoint.adres });
  }
  const waar = db === undefined ? values.data : 'PostgreSQL';
  console.log(`Het endpoint draait op ${endpoint.adres}, de gegevens staan in ${waar}`);
  if (endpoint.metingen !== null) console.log(`Cijfers voor Prometheus op ${endpoint.metingen}`);
}

main().catch((mis: unknown) => {
  console.error(begrijpelijk(mis));
  process.exit(1);
});
