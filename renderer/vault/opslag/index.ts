/**
 * The storage engine of the vault: an RxStorage for RxDB whose documents live in memory and whose
 * every write is first on disk, encrypted. The format on disk is described in `segment.ts`.
 *
 * ```ts
 * const opslag = await openOpslag({ naam: 'kluis', sleutel });
 * const db = await createRxDatabase({ name: 'kluis', storage: opslag.storage, multiInstance: false });
 * await db.addCollections(collectieDefinities(COLLECTIENAMEN));
 * …
 * await db.close();
 * await opslag.sluit();
 * ```
 */
export { alsOpslagFout, isVerlies, OpslagFout } from './fouten.js';
export { documentenVan } from './instantie.js';
export { type Plek } from './kern.js';
export { openOpslag, type Momentopname, type Opslag } from './opslag.js';
export type { Segmentrij } from './schijf.js';
export { ivVan, type Opgeslagen } from './segment.js';
export { collectieDefinities, jsonSchemaVan } from './schema.js';
export { collectieVan, winkelnaam } from './winkelnaam.js';
export { leesVooruit, sluitVooruit } from './vooruit.js';
export { leesDatabase, wisDatabase, zetAnkerNa, zetDatabaseTerug } from './verhuizing.js';
