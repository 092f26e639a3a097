/**
 * What every document of a house has in common, and the small value types that all schemas share.
 *
 * These zod schemas are the single source: TypeScript types are inferred from them, and the JSON
 * schemas that RxDB wants are generated from them (see `collecties.ts`).
 */
import { z } from 'zod';

/** Opaque identifier: 16 random or derived bytes, base64url without padding (22 characters). */
export const id = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);

/**
 * The scope of a key: one case, one aanmelding, or the house itself. Opaque, the same alphabet as
 * an id. Whoever holds the key of a vak can read everything in it and nothing else.
 */
export const vakId = id.describe('vak');

/** Calendar date, `jjjj-mm-dd`, without a time zone. */
export const datum = z.iso.date();

/** Wall clock time at the place of the meeting, `uu:mm`. */
export const tijd = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Moment in UTC, ISO 8601 with milliseconds. For people to read; never used to order changes. */
export const moment = z.iso.datetime();

/** Any value that survives JSON. */
export const jsonWaarde: z.ZodType<JsonWaarde> = z.json();
export type JsonWaarde =
  | string
  | number
  | boolean
  | null
  | JsonWaarde[]
  | { [sleutel: string]: JsonWaarde };

/** One of the values that people gave to the same field without knowing of each other. */
export const conflictWaarde = z.object({
  waarde: jsonWaarde,
  /** Account that wrote it. */
  door: z.string(),
  op: moment,
});
export type ConflictWaarde = z.infer<typeof conflictWaarde>;

/**
 * An open conflict on one field. The document keeps every value until a person chooses, so nothing
 * that was entered disappears. Order of `waarden` is canonical, not chronological: two devices that
 * merge the same edits must arrive at the same bytes.
 */
export const openConflict = z.object({
  /** Path of the field: object keys and list ids joined by `/`, for example `scores/huisvesting/score`. Also the identity of the conflict. */
  id: z.string(),
  /** Value that both sides started from; null when there was none. */
  basis: jsonWaarde,
  waarden: z.array(conflictWaarde).min(2),
});
export type OpenConflict = z.infer<typeof openConflict>;

/** Fields of every synchronised document. */
export const basisdocument = z.object({
  id,
  vak: vakId,
  /** Random stamp of this state of the document; the endpoint compares it and nothing else. */
  versie: z.string().min(1).max(40),
  /** Account that made the last change. */
  gewijzigdDoor: z.string(),
  gewijzigdOp: moment,
  conflicten: z.array(openConflict),
});
export type Basisdocument = z.infer<typeof basisdocument>;
/** Those fields: of the state of a document, not of what people wrote in it. */
export const STEMPELS: ReadonlySet<string> = new Set(Object.keys(basisdocument.shape));
