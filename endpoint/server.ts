/** The endpoint as one value: started in this process, stopped with its streams and its file. */
import type { AddressInfo, Socket } from 'node:net';
import { maakApp } from './http/app.js';
import { maakLimiet } from './http/limiet.js';
import { maakKlok, type Omgeving } from './http/omgeving.js';
import { maakPorren } from './http/porren.js';
import { maakMetingen, toonMetingen } from './http/metingen.js';
import { maakStromen, type Stromen } from './http/stromen.js';
import { ROUTES } from './routes/index.js';
import { openOpslag } from './store/index.js';
import { willekeurig } from './toegang/token.js';

export interface Endpointkeuzes {
  /** Folder of the data; made when absent. Not used when there is a `db`. */
  readonly dataDir: string;
  /** `postgres://…`: the data are there, and several processes may use them. */
  readonly db?: string;
  /** 0 takes a free one. Default 4871. */
  readonly port?: number;
  /** Default 127.0.0.1: only this machine. */
  readonly host?: string;
  /** Origins of web pages that may read answers, besides loopback and the desktop shell. */
  readonly oorsprongen?: readonly string[];
  /** Structured lines on stderr: method, route, status, time. Never an address or an id. */
  readonly log?: boolean;
  /** One trusted proxy in front names the caller's address. */
  readonly achterProxy?: boolean;
  /** Requests a minute. */
  readonly perApparaatPerMinuut?: number;
  readonly perAdresPerMinuut?: number;
  readonly perHuisPerMinuut?: number;
  /** Milliseconds in which a request must have arrived. Default 120,000: a full batch over a slow line. */
  readonly verzoektijdMs?: number;
  /** Port of the figures for Prometheus, on the same address; 0 takes a free one. Default none. */
  readonly metingenPort?: number;
  /** The file grows no larger than this; then pushes get 503 and reading goes on. */
  readonly maxBytes?: number;
  /** Bytes that one house may use: documents, quarantine and chunks. Default 50 GB. */
  readonly quotumBytes?: number;
  /** Houses that may register here. Default without bound. */
  readonly maxHuizen?: number;
  /** Milliseconds between heartbeats on a stream. */
  readonly hartslagMs?: number;
  /** Milliseconds between looks for what another process on the database did without being heard. */
  readonly kijktijdMs?: number;
  readonly klok?: () => Date;
  /** An older backup was put back: the devices must hear that the numbers begin anew. */
  readonly hersteld?: boolean;
}

export interface Endpoint {
  /** As a URL without a slash at its end. */
  readonly adres: string;
  /** Where Prometheus finds its figures, or null. */
  readonly metingen: string | null;
  stop(): Promise<void>;
}

export const STANDAARDPOORT = 4871;
const STANDAARDQUOTUM = 50_000_000_000;
/** Milliseconds between clean-ups of what expired. */
const OPRUIMTIJD = 60_000;
/** Milliseconds that requests get to finish at a stop. */
const STOPTIJD = 5_000;

/** Rejects when the folder, the file or the port cannot be used. */
export async function startEndpoint(keuzes: Endpointkeuzes): Promise<Endpoint> {
  const klok = keuzes.klok ?? (() => new Date());
  const tijd = maakKlok(klok);
  // The reason of what is answered with a code; never anything of a caller.
  const meld = (mis: unknown): void => {
    console.error(`endpoint: ${mis instanceof Error ? mis.message : String(mis)}`);
  };
  const { store, omroep } = await openOpslag({
    map: keuzes.dataDir,
    db: keuzes.db ?? null,
    maxBytes: keuzes.maxBytes ?? null,
    quotum: keuzes.quotumBytes ?? STANDAARDQUOTUM,
    maxHuizen: keuzes.maxHuizen ?? Number.MAX_SAFE_INTEGER,
    bijStoring: meld,
  });
  if (keuzes.hersteld === true) await store.beginReeks(willekeurig());
  const metingen = maakMetingen(() => stromen.aantal);
  const stromen: Stromen = maakStromen(store, keuzes.hartslagMs ?? 20_000, () => metingen.por());
  const porren = maakPorren({
    store,
    stromen,
    omroep,
    klok: tijd,
    kijktijd: keuzes.kijktijdMs ?? 5_000,
    bijStoring: meld,
  });
  const omgeving: Omgeving = {
    ...tijd,
    store,
    vertel: (bericht) => porren.vertel(bericht),
    luister: (beller) => porren.luister(beller),
  };
  const app = await maakApp(ROUTES, omgeving, {
    oorsprongen: keuzes.oorsprongen ?? [],
    log: keuzes.log ?? false,
    achterProxy: keuzes.achterProxy ?? false,
    perApparaat: maakLimiet(keuzes.perApparaatPerMinuut ?? 6_000, klok),
    perAdres: maakLimiet(keuzes.perAdresPerMinuut ?? 1_800, klok),
    perHuis: maakLimiet(keuzes.perHuisPerMinuut ?? 60_000, klok),
    verzoektijd: keuzes.verzoektijdMs ?? 120_000,
    metingen,
  });
  const verbindingen = new Set<Socket>();
  app.server.on('connection', (verbinding: Socket) => {
    verbindingen.add(verbinding);
    verbinding.once('close', () => verbindingen.delete(verbinding));
  });
  // Before the server waits for its connections: streams never end by themselves.
  app.addHook('preClose', (klaar) => {
    porren.sluit();
    stromen.sluit();
    // Clients open connections ahead of need; Node counts one as idle only after its first request.
    for (const verbinding of verbindingen) if (verbinding.bytesRead === 0) verbinding.destroy();
    klaar();
  });

  const sluit = async (): Promise<void> => {
    try {
      await app.close();
    } finally {
      await omroep?.sluit();
      await store.sluit();
    }
  };

  const host = keuzes.host ?? '127.0.0.1';
  let getoond: Awaited<ReturnType<typeof toonMetingen>> | null = null;
  try {
    await store.ruimOp(omgeving.nu());
    await app.listen({ host, port: keuzes.port ?? STANDAARDPOORT });
    if (keuzes.metingenPort !== undefined)
      getoond = await toonMetingen(metingen, host, keuzes.metingenPort);
  } catch (mis) {
    await sluit();
    throw mis;
  }
  const opruimer = setInterval(() => {
    store.ruimOp(omgeving.nu()).catch((mis: unknown) => app.log.error(mis));
  }, OPRUIMTIJD);
  opruimer.unref();

  const { port } = app.server.address() as AddressInfo;
  const zichtbaar = host.includes(':') ? `[${host}]` : host;
  let gestopt: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    clearInterval(opruimer);
    getoond?.server.close();
    getoond?.server.closeAllConnections();
    const ongeduld = setTimeout(() => app.server.closeAllConnections(), STOPTIJD);
    try {
      await sluit();
    } finally {
      clearTimeout(ongeduld);
    }
  };
  return {
    adres: `http://${zichtbaar}:${port}`,
    metingen: getoond?.adres ?? null,
    stop: () => (gestopt ??= stop()),
  };
}
