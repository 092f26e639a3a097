/** The same tests on every database that the endpoint can use. */
import { afterAll, beforeAll, describe } from 'vitest';
import type { Endpointkeuzes } from '../../endpoint/server.js';
import { startTestEndpoint, type Testendpoint } from './endpoint.js';
import { startCluster, type Testcluster, zonderPostgres } from './postgres.js';

/** Starts an endpoint on an empty database, or on that of the endpoint given in `keuzes`. */
type Starter = (keuzes?: Partial<Endpointkeuzes>) => Promise<Testendpoint>;

/** `describe` for SQLite, and for PostgreSQL where there is one. */
export function opElkeOpslag(naam: string, tests: (start: Starter) => void): void {
  describe(`${naam}, op SQLite`, () => {
    tests(startTestEndpoint);
  });
  describe.skipIf(zonderPostgres !== null)(`${naam}, op PostgreSQL`, () => {
    const start = metCluster();
    tests(async (keuzes = {}) => startTestEndpoint({ db: await start.nieuw(), ...keuzes }));
  });
}

/** A cluster for the tests of this `describe`. */
export function metCluster(duurzaam = false): Pick<Testcluster, 'nieuw'> {
  let cluster: Testcluster | null = null;
  beforeAll(async () => {
    cluster = await startCluster(duurzaam);
  });
  afterAll(() => cluster?.stop());
  return {
    nieuw: () => {
      if (cluster === null) throw new Error('de cluster draait nog niet');
      return cluster.nieuw();
    },
  };
}
