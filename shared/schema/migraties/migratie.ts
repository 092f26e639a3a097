/** What a migration is. Add one: a file beside this one, and its line in `index.ts`. */
import type { Collectie } from '../collecties.js';

/** A document whose shape is not known yet. */
export type Ruw = Readonly<Record<string, unknown>>;

/**
 * One change of the shape of documents, from schema version `nummer - 1` to `nummer`. It changes the
 * shape and nothing else: stamps stay, so that a migrated document is still the one that was synced.
 * Fields that it does not know are carried along.
 */
export interface Migratie {
  readonly nummer: number;
  /** What changes, and why. */
  readonly wat: string;
  readonly omhoog: Recepten;
  /** Back to the shape before; what that shape cannot hold is left out, and `wat` says what that is. */
  readonly omlaag: Recepten;
}
type Recepten = { readonly [C in Collectie]?: (doc: Ruw) => Ruw };
