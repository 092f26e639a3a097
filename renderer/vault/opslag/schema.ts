/**
 * RxDB's JSON schemas, generated from the zod schemas.
 *
 * RxDB does not validate here: its validator compiles code, which the content security policy
 * forbids, and every write is parsed by zod at the border of the vault. What RxDB does use is the
 * primary key, the length of indexed text, and the names of the fields. So only that is said; a
 * change inside a nested value then changes no schema hash, and needs no migration.
 */
import type { RxJsonSchema } from 'rxdb';
import { z } from 'zod';
import { COLLECTIES, type Collectie, type DocVan } from '../../../shared/schema/index.js';

/** Longest id: `id` in the schemas is at most 64 characters. */
const ID_LENGTE = 64;
/** Keys of `lokaal` are names such as `voorkeuren/…`. */
const LOKAAL_LENGTE = 128;

interface Eigenschap {
  type?: string | string[];
  maxLength?: number;
}
interface ZodJson {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, ZodJson>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly ZodJson[];
  readonly oneOf?: readonly ZodJson[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
}

/**
 * Without indexes: nobody asks RxDB for anything but all or by id, and each index costs memory and time
 * at every opening and write. A union of objects (such as `huisdocument`)
 * becomes one object with the fields of all its members, of which those that all have are required.
 */
export function jsonSchemaVan<D>(
  schema: z.ZodType<D>,
  opties: {
    readonly primaryKey: string & keyof D;
    readonly idLengte?: number;
  },
): RxJsonSchema<D> {
  const json = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'output' }) as ZodJson;
  const leden = json.anyOf ?? json.oneOf ?? [json];
  const properties: Record<string, Eigenschap> = {};
  for (const lid of leden)
    for (const [veld, vorm] of Object.entries(lid.properties ?? {}))
      properties[veld] = verenig(properties[veld], typen(vorm));
  properties[opties.primaryKey] = { type: 'string', maxLength: opties.idLengte ?? ID_LENGTE };
  const required = Object.keys(properties).filter((veld) =>
    leden.every((lid) => lid.required?.includes(veld)),
  );
  return {
    version: 0,
    primaryKey: opties.primaryKey,
    type: 'object',
    properties,
    required,
    additionalProperties: true,
  } as unknown as RxJsonSchema<D>;
}

/** JSON types of a value, sorted; empty means any. */
function typen(vorm: ZodJson): string[] {
  const delen = vorm.anyOf ?? vorm.oneOf;
  if (delen !== undefined) {
    const alle = delen.map(typen);
    return alle.some((t) => t.length === 0) ? [] : [...new Set(alle.flat())].sort();
  }
  if (vorm.type !== undefined) return [vorm.type];
  if (vorm.const !== undefined) return [typeof vorm.const];
  return [];
}

function verenig(had: Eigenschap | undefined, erbij: readonly string[]): Eigenschap {
  if (had !== undefined && had.type === undefined) return had;
  const oud = had === undefined ? [] : [had.type ?? []].flat();
  const alle = [...new Set([...oud, ...erbij])].sort();
  if (erbij.length === 0 || alle.length === 0) return {};
  return { type: alle.length === 1 ? (alle[0] ?? alle) : alle };
}

export type Collectiedefinities = {
  [C in Collectie]: { schema: RxJsonSchema<DocVan<C>> };
};

const gemaakt = new Map<Collectie, unknown>();

/** The argument of RxDB's `addCollections` for these collections of the vault; made once. */
export function collectieDefinities<C extends Collectie>(
  namen: readonly C[],
): Pick<Collectiedefinities, C> {
  const uit: Record<string, unknown> = {};
  for (const naam of namen) {
    if (!gemaakt.has(naam)) gemaakt.set(naam, maakSchema(naam));
    uit[naam] = { schema: gemaakt.get(naam) };
  }
  return uit as Pick<Collectiedefinities, C>;
}

const maakSchema = (naam: Collectie): unknown =>
  jsonSchemaVan(COLLECTIES[naam] as z.ZodType<{ id: string }>, {
    primaryKey: 'id',
    ...(naam === 'lokaal' ? { idLengte: LOKAAL_LENGTE } : {}),
  });
