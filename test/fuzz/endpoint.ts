/** The endpoint of a house under simulation, which is stopped or killed and comes back at the same address. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bereikbaar, startEndpointProces, startTestEndpoint } from '../harness/endpoint.js';

export interface Endpoint {
  readonly adres: string;
  herstart(): Promise<void>;
  /** Makes a backup of it, in the place of an earlier one. */
  maakKopie(): Promise<void>;
  /** Puts the backup back, and says so. */
  zetTerug(): Promise<void>;
  ruimOp(): Promise<void>;
}

/** Requests are not counted: these devices are all at one address. */
const ONBEPERKT = { perAdresPerMinuut: 10_000_000 };

/** What is between the stop and the start. */
type Tussendoor = 'niets' | 'kopie' | 'terug';

interface Draaiend {
  readonly adres: string;
  readonly map: string;
  stop(): Promise<unknown>;
  start(hersteld: boolean): Promise<unknown>;
  ruimOp(): Promise<void>;
}

function maakEndpoint(draaiend: Draaiend): Endpoint {
  const kopie = mkdtempSync(join(tmpdir(), 'casuskluis-kopie-'));
  const vervang = (van: string, naar: string): void => {
    rmSync(naar, { recursive: true, force: true });
    cpSync(van, naar, { recursive: true });
  };
  const herstart = async (wat: Tussendoor): Promise<void> => {
    await draaiend.stop();
    if (wat === 'kopie') vervang(draaiend.map, kopie);
    if (wat === 'terug') vervang(kopie, draaiend.map);
    await draaiend.start(wat === 'terug');
    await bereikbaar(draaiend.adres);
  };
  return {
    adres: draaiend.adres,
    herstart: () => herstart('niets'),
    maakKopie: () => herstart('kopie'),
    zetTerug: () => herstart('terug'),
    async ruimOp() {
      await draaiend.ruimOp();
      rmSync(kopie, { recursive: true, force: true });
    },
  };
}

/** Stopped and started in this process. */
export async function inProces(): Promise<Endpoint> {
  let nu = await startTestEndpoint(ONBEPERKT);
  const { adres, map } = nu;
  const port = Number(new URL(adres).port);
  return maakEndpoint({
    adres,
    map,
    stop: () => nu.stop(),
    async start(hersteld) {
      nu = await startTestEndpoint({ ...ONBEPERKT, dataDir: map, port, hersteld });
    },
    ruimOp: () => nu.ruimOp(),
  });
}

/** A process of its own, that is killed. */
export async function alsProces(): Promise<Endpoint> {
  const proces = await startEndpointProces();
  return maakEndpoint({
    adres: proces.adres,
    map: proces.map,
    stop: () => proces.dood(),
    start: (hersteld) => proces.herstart(hersteld ? ['--hersteld'] : []),
    ruimOp: () => proces.ruimOp(),
  });
}
