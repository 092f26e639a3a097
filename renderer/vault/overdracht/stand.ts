/** What the parts of the room share: what they need of the vault, and the documents with where they come from. */
import type { Ontvangpaar } from '../../../shared/crypto/index.js';
import { GEDEELDE_COLLECTIES } from '../../../shared/schema/index.js';
import type { GedeeldeCollectie } from '../../../shared/schema/index.js';
import { zonderRxdb } from '../sync/index.js';
import type { Document, Huisstand, Opslagdeel, Sync, Syncdeps } from '../sync/index.js';
import type { Stempel } from './lijn.js';
import type { Notities } from './notities.js';

export interface Overdrachtdeps
  extends Pick<
    Syncdeps,
    'huis' | 'account' | 'toegang' | 'leden' | 'database' | 'magBinnen' | 'vernietigd'
  > {
  readonly ontvangpaar: Ontvangpaar;
  readonly apparaatnaam: string;
  huisnaam(): string;
  endpoint(): string | null;
  readonly huisstand: Sync['huisstand'];
  /** Whether the access of this account was ended, as far as that is known here. */
  isIngetrokken(account: string): boolean;
  /** Throws when there is no room on the disk for new work. */
  eisRuimte(): void;
}

/** The log is not handed over: its chains are countersigned at the endpoint, and nobody works in them. */
export const collectiesVan = ({
  database,
}: Pick<Overdrachtdeps, 'database'>): GedeeldeCollectie[] =>
  GEDEELDE_COLLECTIES.filter((c) => c !== 'logregels' && c in database.collections);

export function deelVan(
  { database }: Pick<Overdrachtdeps, 'database'>,
  collectie: GedeeldeCollectie,
): Opslagdeel<Document> {
  const deel = database.collections[collectie];
  if (!deel) throw new Error(`de collectie ${collectie} is niet open`);
  return deel.storageInstance;
}

export interface Afkomst {
  readonly huis: Huisstand | null;
  readonly stempels: readonly Stempel[];
}

/** For documents of one collection, by id. */
export async function afkomsten(
  deps: Overdrachtdeps,
  notities: Notities,
  collectie: GedeeldeCollectie,
  ids: readonly string[],
): Promise<(id: string) => Afkomst> {
  const huis = await deps.huisstand(collectie, ids);
  const stempels = await notities.stempels(collectie);
  return (id) => ({ huis: huis.get(id) ?? null, stempels: stempels.get(id) ?? [] });
}

/** States to merge from: what the endpoint has, and what came in with a file. */
export async function basesVan(
  notities: Notities,
  collectie: GedeeldeCollectie,
  id: string,
  { huis, stempels }: Afkomst,
): Promise<Document[]> {
  const ingelezen = stempels.length > 0 ? await notities.basis(collectie, id) : null;
  return [huis?.doc ?? null, ingelezen].flatMap((doc) => (doc ? [zonderRxdb(doc as never)] : []));
}
