/** The same tests on every database that the endpoint can use. */
import { describe, inject } from 'vitest';
import type { Endpointkeuzes } from '../../endpoint/server.js';
import { startTestEndpoint, type Testendpoint } from './endpoint.js';
import { nieuweDatabase, type Testcluster, zonderPostgres } from './postgres.js';

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

/** The cluster that all tests share: each takes databases of its own. */
export const metCluster = (): Pick<Testcluster, 'nieuw'> => ({
  nieuw: () => nieuweDatabase(inject('postgres')),
});
