/**
 * RxDB's own conformance suite for replications, on this storage: the two clients of a test each
 * have an encrypted store for their documents and for the metadata of the replication.
 *
 * The suite is published with RxDB, but two packages of its own tests are not: `clone` and
 * `async-test-util`. The three functions that it takes from them are given here.
 */
import 'fake-indexeddb/auto';
import { register } from 'node:module';
import type { RxCollection, RxReplicationWriteToMasterRow, RxStorage, WithDeleted } from 'rxdb';
import { addRxPlugin } from 'rxdb';
import { disableWarnings, RxDBDevModePlugin } from 'rxdb/plugins/dev-mode';
import { wrappedValidateAjvStorage } from 'rxdb/plugins/validate-ajv';
import { replicateRxCollection, type RxReplicationState } from 'rxdb/plugins/replication';
import { afterAll, describe, it } from 'vitest';
import { openOpslag, type Opslag } from '../../../../renderer/vault/opslag/index.js';
import { nieuweNaam, sleutel } from './hulp.js';

const MODULES: Record<string, string> = {
  clone: 'export default (x) => structuredClone(x);',
  'async-test-util': `
    export const wait = (ms = 0) => new Promise((klaar) => setTimeout(klaar, ms));
    export const randomString = (lengte = 10) =>
      Array.from({ length: lengte }, () => 'abcdefghijklmnopqrstuvwxyz'[Math.floor(Math.random() * 26)]).join('');`,
};
const alsUrl = (bron: string): string => `data:text/javascript,${encodeURIComponent(bron)}`;
register(
  alsUrl(`
    const modules = ${JSON.stringify(
      Object.fromEntries(Object.entries(MODULES).map(([naam, bron]) => [naam, alsUrl(bron)])),
    )};
    export const resolve = (naam, context, verder) =>
      modules[naam] === undefined
        ? verder(naam, context)
        : { url: modules[naam], format: 'module', shortCircuit: true };`),
);
// The suite expects the globals of mocha, and prints to a console that it replaces.
Object.assign(globalThis, { describe, it });
const { runReplicationBaseTestSuite, setConfig } = await import('rxdb/plugins/test-utils');

// The suite needs the development mode, which checks more: schemas, and that nothing that RxDB hands
// out or takes in is changed by the storage (it is frozen).
disableWarnings();
addRxPlugin(RxDBDevModePlugin);

/** One storage for all databases of the suite: each has stores of its own in it. */
const opslag: Opslag = await openOpslag({ naam: nieuweNaam(), sleutel: await sleutel() });
const storage = wrappedValidateAjvStorage({ storage: opslag.storage }) as RxStorage<never, never>;
setConfig({
  storage: {
    name: 'casuskluis-opslag',
    getStorage: () => storage,
    getPerformanceStorage: () => ({ storage, description: '' }),
    hasPersistence: true,
    hasMultiInstance: false,
    hasAttachments: false,
    hasReplication: true,
  },
});

type Serverdoc = WithDeleted<{ passportId: string }> & Record<string, unknown>;
const server = new Map<string, { doc: Serverdoc; volgnummer: number }>();
let volgnummer = 0;

function repliceer(
  collectie: RxCollection<{ passportId: string }>,
  live: boolean,
): RxReplicationState<{ passportId: string }, { volgnummer: number }> {
  return replicateRxCollection({
    collection: collectie,
    replicationIdentifier: 'proef',
    live,
    pull: {
      handler: (sinds, hoogstens) => {
        const na = sinds?.volgnummer ?? 0;
        const nieuw = [...server.values()]
          .filter((rij) => rij.volgnummer > na)
          .sort((a, b) => a.volgnummer - b.volgnummer)
          .slice(0, hoogstens);
        return Promise.resolve({
          documents: nieuw.map((rij) => rij.doc),
          checkpoint: { volgnummer: nieuw.at(-1)?.volgnummer ?? na },
        });
      },
    },
    push: { handler: (rijen) => Promise.resolve(rijen.flatMap(neem)) },
  });
}

/** Takes a row when its base is what the server has; else gives what the server has. */
function neem(rij: RxReplicationWriteToMasterRow<{ passportId: string }>): Serverdoc[] {
  const { newDocumentState: nieuw, assumedMasterState: basis } = rij;
  const nu = server.get(nieuw.passportId);
  if (nu !== undefined && (basis === undefined || JSON.stringify(nu.doc) !== JSON.stringify(basis)))
    return [nu.doc];
  volgnummer++;
  server.set(nieuw.passportId, { doc: { ...nieuw }, volgnummer });
  return [];
}

describe('replicatie', () => {
  runReplicationBaseTestSuite({
    startReplication: (collectie) => repliceer(collectie as never, true),
    syncOnce: async (collectie) => {
      const replicatie = repliceer(collectie as never, false);
      await replicatie.awaitInitialReplication();
    },
    getAllServerDocs: () => Promise.resolve([...server.values()].map((rij) => rij.doc)),
    cleanUpServer: () => {
      server.clear();
      return Promise.resolve();
    },
    softDeletes: true,
    isDeleted: (doc: Serverdoc) => doc._deleted,
    getPrimaryOfServerDoc: (doc: Serverdoc) => doc.passportId,
  });
  afterAll(() => opslag.verwijder());
});
