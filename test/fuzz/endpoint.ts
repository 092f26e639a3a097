/** The endpoint of a house under simulation, which is stopped or killed and comes back at the same address. */
import { bereikbaar, startEndpointProces, startTestEndpoint } from '../harness/endpoint.js';

export interface Endpoint {
  readonly adres: string;
  herstart(): Promise<void>;
  ruimOp(): Promise<void>;
}

/** Requests are not counted: these devices are all at one address. */
const ONBEPERKT = { perAdresPerMinuut: 10_000_000 };

/** Stopped and started in this process. */
export async function inProces(): Promise<Endpoint> {
  let nu = await startTestEndpoint(ONBEPERKT);
  return {
    adres: nu.adres,
    async herstart() {
      await nu.stop();
      nu = await startTestEndpoint({
        ...ONBEPERKT,
        dataDir: nu.map,
        port: Number(new URL(nu.adres).port),
      });
      await bereikbaar(nu.adres);
    },
    ruimOp: () => nu.ruimOp(),
  };
}

/** A process of its own, that is killed. */
export async function alsProces(): Promise<Endpoint> {
  const proces = await startEndpointProces();
  return {
    adres: proces.adres,
    async herstart() {
      await proces.dood();
      await proces.herstart();
    },
    ruimOp: () => proces.ruimOp(),
  };
}
