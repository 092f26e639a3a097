/** The endpoint as one value: started in this process, stopped with its streams and its file. */
import type { AddressInfo } from 'node:net';
import { maakApp } from './http/app.js';
import { maakLimiet } from './http/limiet.js';
import { maakOmgeving } from './http/omgeving.js';
import { maakStromen } from './http/stromen.js';
import { ROUTES } from './routes/index.js';
import { openStore } from './store/index.js';

export interface Endpointkeuzes {
  /** Folder of the data; made when absent. */
  readonly dataDir: string;
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
  /** The file grows no larger than this; then pushes get 503 and reading goes on. */
  readonly maxBytes?: number;
  /** Milliseconds between heartbeats on a stream. */
  readonly hartslagMs?: number;
  readonly klok?: () => Date;
}

export interface Endpoint {
  /** As a URL without a slash at its end. */
  readonly adres: string;
  stop(): Promise<void>;
  /** Ends the access of a device: its token, its key, and at the next heartbeat its stream. */
  trekApparaatIn(huis: string, apparaat: string): Promise<void>;
}

export const STANDAARDPOORT = 4871;
/** Milliseconds between clean-ups of what expired. */
const OPRUIMTIJD = 60_000;
/** Milliseconds that requests get to finish at a stop. */
const STOPTIJD = 5_000;

/** Rejects when the folder, the file or the port cannot be used. */
export async function startEndpoint(keuzes: Endpointkeuzes): Promise<Endpoint> {
  const klok = keuzes.klok ?? (() => new Date());
  const store = openStore(keuzes.dataDir, keuzes.maxBytes ?? null);
  const stromen = maakStromen(store, keuzes.hartslagMs ?? 20_000);
  const omgeving = maakOmgeving(store, stromen, klok);
  const app = await maakApp(ROUTES, omgeving, {
    oorsprongen: keuzes.oorsprongen ?? [],
    log: keuzes.log ?? false,
    achterProxy: keuzes.achterProxy ?? false,
    perApparaat: maakLimiet(keuzes.perApparaatPerMinuut ?? 6_000, klok),
    perAdres: maakLimiet(keuzes.perAdresPerMinuut ?? 1_800, klok),
  });
  // Before the server waits for its connections: streams never end by themselves.
  app.addHook('preClose', (klaar) => {
    stromen.sluit();
    klaar();
  });

  const host = keuzes.host ?? '127.0.0.1';
  try {
    await store.ruimOp(omgeving.nu());
    await app.listen({ host, port: keuzes.port ?? STANDAARDPOORT });
  } catch (mis) {
    await app.close();
    await store.sluit();
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
    const ongeduld = setTimeout(() => app.server.closeAllConnections(), STOPTIJD);
    try {
      await app.close();
    } finally {
      clearTimeout(ongeduld);
      await store.sluit();
    }
  };
  return {
    adres: `http://${zichtbaar}:${port}`,
    stop: () => (gestopt ??= stop()),
    trekApparaatIn: (huis, apparaat) => store.trekApparaatIn(huis, apparaat, omgeving.nu()),
  };
}
