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

/** Longest id and longest indexed text: `id` in the schemas is at most 64 characters. */
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
 * `indexes`: fields of text that every document has. A union of objects (such as `huisdocument`)
 * becomes one object with the fields of all its members, of which those that all have are required.
 */
export function jsonSchemaVan<D>(
  schema: z.ZodType<D>,
  opties: {
    readonly primaryKey: string & keyof D;
    readonly indexes?: readonly (string & keyof D)[];
    readonly idLengte?: number;
  },
): RxJsonSchema<D> {
  const indexes: readonly string[] = opties.indexes ?? [];
  const json = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'output' }) as ZodJson;
  const leden = json.anyOf ?? json.oneOf ?? [json];
  const properties: Record<string, Eigenschap> = {};
  for (const lid of leden)
    for (const [veld, vorm] of Object.entries(lid.properties ?? {}))
      properties[veld] = verenig(properties[veld], typen(vorm));
  for (const veld of [opties.primaryKey, ...indexes]) {
    if (!leden.every((lid) => lid.required?.includes(veld) === true))
      throw new Error(`${veld} kan geen index zijn: niet ieder document heeft het`);
    properties[veld] = { type: 'string', maxLength: opties.idLengte ?? ID_LENGTE };
  }
  const required = Object.keys(properties).filter((veld) =>
    leden.every((lid) => lid.required?.includes(veld)),
  );
  return {
    version: 0,
    primaryKey: opties.primaryKey,
    type: 'object',
    properties,
    required,
    indexes: indexes.map((veld) => [veld]),
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

/** What a collection is looked up by, apart from its id: the case it belongs to, and its key scope. */
const INDEXES: { readonly [C in Collectie]?: readonly (string & keyof DocVan<C>)[] } = {
  aanmeldingen: ['vak'],
  casussen: ['vak'],
  betrokkenen: ['casus', 'vak'],
  metingen: ['casus', 'vak'],
  overleggen: ['casus', 'vak'],
  acties: ['casus', 'vak'],
  gebeurtenissen: ['casus', 'vak'],
  toegang: ['vak'],
};

export type Collectiedefinities = {
  [C in Collectie]: { schema: RxJsonSchema<DocVan<C>> };
};

/** The argument of RxDB's `addCollections` for every collection of the vault. */
export function collectieDefinities(): Collectiedefinities {
  const uit: Record<string, unknown> = {};
  for (const naam of Object.keys(COLLECTIES) as Collectie[]) {
    uit[naam] = {
      schema: jsonSchemaVan(COLLECTIES[naam] as z.ZodType<{ id: string }>, {
        primaryKey: 'id',
        indexes: (INDEXES[naam] ?? []) as readonly 'id'[],
        ...(naam === 'lokaal' ? { idLengte: LOKAAL_LENGTE } : {}),
      }),
    };
  }
  return uit as Collectiedefinities;
}
