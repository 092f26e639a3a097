/**
 * What Prometheus may know: counts and times by route pattern, never an id, an address or a house.
 * Served by a listener of its own, so that the proxy in front cannot show it to the world by mistake.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface Metingen {
  /** A request was answered. `route`: its pattern, or null when there is none. */
  verzoek(methode: string, route: string | null, status: number, seconden: number): void;
  /** A request was refused with this code. */
  weigering(code: string): void;
  por(): void;
  /** In the text format of Prometheus. */
  tekst(): Promise<string>;
}

/** @param stromen number of open streams at the moment of asking */
export function maakMetingen(stromen: () => number): Metingen {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const registers = [register];
  const tijd = new Histogram({
    name: 'casuskluis_verzoek_seconden',
    help: 'Duur van verzoeken, per route en status',
    labelNames: ['methode', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  const weigeringen = new Counter({
    name: 'casuskluis_weigeringen_totaal',
    help: 'Geweigerde verzoeken, per code',
    labelNames: ['code'],
    registers,
  });
  const porren = new Counter({
    name: 'casuskluis_porren_totaal',
    help: 'Porren die op een stroom zijn geschreven',
    registers,
  });
  new Gauge({
    name: 'casuskluis_stromen',
    help: 'Open stromen',
    registers,
    collect() {
      this.set(stromen());
    },
  });
  return {
    verzoek(methode, route, status, seconden) {
      tijd.observe({ methode, route: route ?? 'onbekend', status: String(status) }, seconden);
    },
    weigering: (code) => weigeringen.inc({ code }),
    por: () => porren.inc(),
    tekst: () => register.metrics(),
  };
}

/** Listens for Prometheus at `/metrics`; port 0 takes a free one. Answers the address. */
export async function toonMetingen(
  metingen: Metingen,
  host: string,
  port: number,
): Promise<{ adres: string; server: Server }> {
  const server = createServer((verzoek, antwoord) => {
    if (verzoek.method !== 'GET' || verzoek.url !== '/metrics') {
      antwoord.writeHead(404).end();
      return;
    }
    metingen.tekst().then(
      (tekst) =>
        antwoord.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(tekst),
      () => antwoord.writeHead(500).end(),
    );
  });
  await new Promise<void>((klaar, mis) => {
    server.once('error', mis);
    server.listen(port, host, klaar);
  });
  const { port: gekregen } = server.address() as AddressInfo;
  return { adres: `http://${host}:${gekregen}/metrics`, server };
}
