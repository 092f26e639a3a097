/**
 * A PostgreSQL of the tests' own: Debian's `initdb` and `postgres` on a temporary folder, reachable
 * through a socket in that folder only. PostgreSQL refuses to run as root; then it runs as `postgres`
 * or `nobody`. `CASUSKLUIS_POSTGRES` names another folder of programs; `geen` hides them all.
 *
 * Where there is none, the tests on it are skipped, and that is said loudly.
 */
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';

const DEBIAN = '/usr/lib/postgresql';

interface Gebruiker {
  readonly uid: number;
  readonly gid: number;
}

/** Null: as ourselves. */
function gebruikerVoor(): Gebruiker | null | 'geen' {
  if (process.getuid?.() !== 0) return null;
  for (const naam of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((vlag) => {
      const { status, stdout } = spawnSync('id', [vlag, naam], { encoding: 'utf8' });
      return status === 0 ? Number(stdout) : undefined;
    });
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  return 'geen';
}

function vindProgrammas(): string | null {
  const eigen = process.env['CASUSKLUIS_POSTGRES'];
  if (eigen === 'geen') return null;
  const versies = existsSync(DEBIAN)
    ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a))
    : [];
  const mappen = eigen ? [eigen] : versies.map((v) => join(DEBIAN, v, 'bin'));
  return (
    mappen.find((map) => ['initdb', 'postgres'].every((p) => existsSync(join(map, p)))) ?? null
  );
}

const programmas = vindProgrammas();
const gebruiker = gebruikerVoor();
/** Why there is no PostgreSQL here, or null when there is. */
export const zonderPostgres: string | null =
  programmas === null
    ? process.env['CASUSKLUIS_POSTGRES'] === 'geen'
      ? 'uitgezet met CASUSKLUIS_POSTGRES=geen'
      : `geen initdb en postgres in ${DEBIAN}/*/bin (apt-get install postgresql)`
    : gebruiker === 'geen'
      ? 'wij zijn root en er is geen gebruiker postgres of nobody'
      : null;
if (zonderPostgres !== null)
  console.warn(
    `\n${'!'.repeat(72)}\nNIET GEDRAAID: de tests op PostgreSQL, want ${zonderPostgres}.\n${'!'.repeat(72)}\n`,
  );

export interface Testcluster {
  /** Folder of its socket. */
  readonly map: string;
  /** Address of a new, empty database. */
  nieuw(): Promise<string>;
  /** Stops it and deletes the folder. */
  stop(): Promise<void>;
}

const adresVan = (map: string, database: string): string =>
  `postgres://casuskluis@localhost/${database}?host=${encodeURIComponent(map)}`;

export async function metPg<T>(url: string, doe: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await doe(client);
  } finally {
    await client.end();
  }
}

/** Address of a new, empty database in the cluster with its socket in `map`. */
export async function nieuweDatabase(map: string): Promise<string> {
  const naam = `t${randomUUID().replaceAll('-', '')}`;
  await metPg(adresVan(map, 'postgres'), (c) => c.query(`create database ${naam}`));
  return adresVan(map, naam);
}

/** `duurzaam`: with fsync, as in use; else as fast as it goes. */
export async function startCluster(duurzaam = false): Promise<Testcluster> {
  if (programmas === null || gebruiker === 'geen') throw new Error(zonderPostgres ?? '');
  const map = mkdtempSync(join(tmpdir(), 'ck-pg-'));
  if (gebruiker !== null) chownSync(map, gebruiker.uid, -1);
  const als =
    gebruiker === null
      ? []
      : ['setpriv', `--reuid=${gebruiker.uid}`, `--regid=${gebruiker.gid}`, '--clear-groups'];
  const data = join(map, 'data');
  const [opdracht = '', ...rest] = [
    ...als,
    join(programmas, 'initdb'),
    ...['-D', data, '-U', 'casuskluis', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
  ];
  const gemaakt = spawnSync(opdracht, rest, { encoding: 'utf8', cwd: map });
  if (gemaakt.status !== 0) throw new Error(`initdb: ${gemaakt.stderr}`);

  const instellingen = [
    `unix_socket_directories=${map}`,
    'listen_addresses=',
    'max_connections=300',
    ...(duurzaam ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ].flatMap((i) => ['-c', i]);
  // The shell in between ends the server when we are gone, however that came about: then `read` ends.
  const kind = spawn(
    als[0] ?? 'sh',
    [
      ...als.slice(1),
      ...(als.length > 0 ? ['sh'] : []),
      '-c',
      '"$@" </dev/null & p=$!; read _; kill -QUIT $p; wait $p',
      'sh',
      join(programmas, 'postgres'),
      '-D',
      data,
      ...instellingen,
    ],
    { cwd: map, stdio: ['pipe', 'ignore', 'pipe'] },
  );
  const weg = once(kind, 'exit');
  const regels: string[] = [];
  const klaar = new Promise<void>((goed) => {
    createInterface({ input: kind.stderr }).on('line', (regel) => {
      if (regels.length < 50) regels.push(regel);
      if (regel.includes('ready to accept connections')) goed();
    });
  });
  const eerst = await Promise.race([klaar, weg.then(() => 'weg' as const)]);
  if (eerst === 'weg') throw new Error(`postgres start niet:\n${regels.join('\n')}`);

  return {
    map,
    nieuw: () => nieuweDatabase(map),
    stop: async () => {
      kind.stdin.end('\n');
      await weg;
      rmSync(map, { recursive: true, force: true });
    },
  };
}
