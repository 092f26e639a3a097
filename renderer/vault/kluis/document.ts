/** Documents at the border of the vault: parsed, stamped, and stripped of what RxDB adds. */
import type { RxDocumentData } from 'rxdb';
import { nieuwId } from '../../../shared/crypto/index.js';
import { fout, ok } from '../../../shared/result.js';
import type { Result } from '../../../shared/result.js';
import { COLLECTIES } from '../../../shared/schema/index.js';
import type { Basisdocument, Collectie, DocVan } from '../../../shared/schema/index.js';

/**
 * A document of this collection, or what is wrong with it. Fields that this version does not know
 * stay: a newer version of the application put them there, and wants them back.
 */
function leesDocument<C extends Collectie>(collectie: C, ruw: unknown): Result<DocVan<C>, string> {
  const uit = COLLECTIES[collectie].safeParse(ruw);
  if (uit.success) return ok(ruw as DocVan<C>);
  const [eerste] = uit.error.issues;
  return fout(`${collectie}: ${eerste?.path.join('.') ?? ''}: ${eerste?.message ?? ''}`);
}

/** As `leesDocument`, for what this application made itself. @throws when it is not as it must be */
export function eisDocument<C extends Collectie>(collectie: C, ruw: unknown): DocVan<C> {
  const uit = leesDocument(collectie, ruw);
  if (!uit.ok) throw new TypeError(`ongeldig document in ${uit.fout}`);
  return uit.waarde;
}

/** A new state of the document, by this account, now. */
export function gestempeld<T extends object>(
  doc: T,
  door: string,
  op: string = new Date().toISOString(),
): T & Pick<Basisdocument, 'versie' | 'gewijzigdDoor' | 'gewijzigdOp'> {
  return { ...doc, versie: nieuwId(), gewijzigdDoor: door, gewijzigdOp: op };
}

const META = new Set(['_meta', '_rev', '_attachments', '_deleted']);

/** The document as the application knows it. */
export function zonderMeta<T>(rij: RxDocumentData<T>): T {
  // A loop: this runs for every document at the opening, and is several times as fast as `entries`.
  const doc: Record<string, unknown> = {};
  for (const veld in rij) if (!META.has(veld)) doc[veld] = rij[veld as keyof typeof rij];
  return doc as T;
}
