/**
 * Serves the renderer on 127.0.0.1 for machines where the desktop shell cannot run.
 *
 * Loopback only. Whoever opens the address with the token of this start gets a cookie; without it,
 * other programs and users of the machine get nothing. The files are read once into a map, so a
 * request can only name what was built.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join, relative, sep } from 'node:path';
import { kopregels } from '../electron/beveiliging.js';

const COOKIE = 'casuskluis';

export interface Bediening {
  /** Address with the token, for the user. */
  readonly adres: string;
  stop(): Promise<void>;
}

export interface Bedieningsopties {
  readonly map: string;
  readonly poort: number;
  /** Told to the renderer in `/casuskluis.json`. */
  readonly info: { endpoint: string | null; reden: string | null; versie: string };
}

async function leesMap(map: string): Promise<Map<string, Buffer>> {
  const bestanden = new Map<string, Buffer>();
  for (const item of await readdir(map, { recursive: true, withFileTypes: true })) {
    if (!item.isFile()) continue;
    const pad = join(item.parentPath, item.name);
    bestanden.set(`/${relative(map, pad).split(sep).join('/')}`, await readFile(pad));
  }
  return bestanden;
}

function gelijk(a: string, b: string): boolean {
  const x = Buffer.from(a);
  const y = Buffer.from(b);
  return x.length === y.length && timingSafeEqual(x, y);
}

function cookieVan(verzoek: IncomingMessage, naam: string): string {
  const deel = (verzoek.headers.cookie ?? '').split('; ').find((d) => d.startsWith(`${naam}=`));
  return deel?.slice(naam.length + 1) ?? '';
}

/** Starts serving; rejects with EADDRINUSE when the port is taken. */
export async function startBediening({ map, poort, info }: Bedieningsopties): Promise<Bediening> {
  const bestanden = await leesMap(map);
  bestanden.set('/casuskluis.json', Buffer.from(JSON.stringify(info)));
  const token = randomBytes(24).toString('base64url');

  function antwoord(verzoek: IncomingMessage, uit: ServerResponse): void {
    const gevraagd = `http://127.0.0.1:${gekozenPoort()}`;
    // Another Host is another site whose name was pointed at this machine (DNS rebinding).
    if (verzoek.headers.host !== new URL(gevraagd).host) {
      sluitAf(uit, 421);
      return;
    }
    if (verzoek.method !== 'GET' && verzoek.method !== 'HEAD') {
      sluitAf(uit, 405);
      return;
    }
    const url = new URL(verzoek.url ?? '/', gevraagd);
    const cookienaam = `${COOKIE}-${gekozenPoort()}`;
    const gegeven = url.searchParams.get('token');
    if (gegeven !== null) {
      if (!gelijk(gegeven, token)) {
        sluitAf(uit, 403, TOKEN_NODIG);
        return;
      }
      uit.writeHead(303, {
        // One slash: two would name another host.
        Location: `/${url.pathname.replace(/^\/+/, '')}`,
        'Set-Cookie': `${cookienaam}=${token}; HttpOnly; SameSite=Strict; Path=/`,
        'Referrer-Policy': 'no-referrer',
      });
      uit.end();
      return;
    }
    if (!gelijk(cookieVan(verzoek, cookienaam), token)) {
      sluitAf(uit, 403, TOKEN_NODIG);
      return;
    }
    const pad = url.pathname === '/' ? '/index.html' : url.pathname;
    const inhoud = bestanden.get(pad);
    if (!inhoud) {
      sluitAf(uit, 404);
      return;
    }
    uit.writeHead(200, { ...kopregels(pad), 'Content-Length': inhoud.length });
    uit.end(verzoek.method === 'HEAD' ? undefined : inhoud);
  }

  const server = createServer(antwoord);
  const gekozenPoort = (): number => poortVan(server);
  await new Promise<void>((klaar, mis) => {
    server.once('error', mis);
    server.listen(poort, '127.0.0.1', klaar);
  });
  return {
    adres: `http://127.0.0.1:${gekozenPoort()}/?token=${token}`,
    stop: () =>
      new Promise((klaar) => {
        server.close(() => klaar());
        server.closeAllConnections();
      }),
  };
}

const TOKEN_NODIG = 'Open het adres dat bij het starten is getoond, met het token erin.';

function sluitAf(uit: ServerResponse, status: number, tekst = ''): void {
  uit.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
  });
  uit.end(tekst);
}

function poortVan(server: Server): number {
  const adres = server.address();
  return typeof adres === 'object' && adres ? adres.port : 0;
}
