/** The published description, made from the same values as the routes. */
import { z } from 'zod';
import { probleem } from '../../shared/sync/protocol.js';
import { SOORTEN } from './inhoud.js';
import { probleemVan, statusVan } from './probleem.js';
import type { Route } from './route.js';
import { VERSIE, VOORVOEGSEL } from './versie.js';

type Json = Record<string, unknown>;

/** A zod schema as JSON Schema 2020-12, which OpenAPI 3.1 uses; bytes are a binary string. */
function schemaVan(schema: z.ZodType, io: 'input' | 'output'): Json {
  const uit: Json = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'custom')
        Object.assign(jsonSchema, { type: 'string', format: 'binary' });
    },
  });
  // Said once, by OpenAPI itself.
  delete uit['$schema'];
  return uit;
}

const inhoud = (soort: string, schema: Json): Json => ({ [soort]: { schema } });

function velden(schema: z.ZodType, plaats: 'path' | 'query'): Json[] {
  const { properties, required } = schemaVan(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties ?? {}).map(([name, vorm]) => ({
    name,
    in: plaats,
    required: plaats === 'path' || (required ?? []).includes(name),
    schema: vorm,
  }));
}

function antwoorden(route: Route): Json {
  const uit: Json = {};
  const formaat = route.antwoordformaat ?? route.lichaam?.formaat ?? 'json';
  for (const [status, { beschrijving, schema, soort }] of Object.entries(route.antwoorden)) {
    uit[status] = {
      description: beschrijving,
      headers: { 'API-Version': { $ref: '#/components/headers/API-Version' } },
      ...(schema !== undefined && {
        content: inhoud(SOORTEN[formaat][0], schemaVan(schema, 'output')),
      }),
      ...(soort !== undefined && { content: inhoud(soort, { type: 'string' }) }),
    };
  }
  const overal =
    route.toegang === 'token'
      ? ([
          'ongeldig-verzoek',
          'niet-aangemeld',
          'apparaat-ingetrokken',
          'te-veel-verzoeken',
        ] as const)
      : (['ongeldig-verzoek', 'te-veel-verzoeken'] as const);
  const lichaam =
    route.lichaam === undefined
      ? []
      : (['onleesbaar', 'te-groot', 'soort-niet-ondersteund'] as const);
  const perStatus = new Map<number, string[]>();
  for (const code of [...overal, ...lichaam, ...route.weigeringen]) {
    const status = statusVan(code);
    const { detail } = probleemVan({ code });
    perStatus.set(status, [...(perStatus.get(status) ?? []), `\`${code}\`: ${detail}`]);
  }
  for (const [status, regels] of perStatus) {
    uit[String(status)] = {
      description: regels.join('\n'),
      content: inhoud('application/problem+json', { $ref: '#/components/schemas/Probleem' }),
    };
  }
  return uit;
}

function bewerking(route: Route): Json {
  const parameters = [...velden(route.padvelden, 'path'), ...velden(route.vraag, 'query')];
  return {
    summary: route.samenvatting,
    operationId: `${route.methode.toLowerCase()}${route.pad.replaceAll(/[/{}]+(\w)?/g, (_t, l: string | undefined) => (l ?? '').toUpperCase())}`,
    ...(parameters.length > 0 && { parameters }),
    ...(route.lichaam !== undefined && {
      requestBody: {
        required: true,
        content: inhoud(
          SOORTEN[route.lichaam.formaat][0],
          schemaVan(route.lichaam.schema, 'input'),
        ),
      },
    }),
    ...(route.toegang === 'token' && { security: [{ token: [] }] }),
    responses: antwoorden(route),
  };
}

/** OpenAPI 3.1 of all routes. */
export function openapiVan(routes: readonly Route[]): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const pad = (paths[route.pad] ??= {});
    pad[route.methode.toLowerCase()] = bewerking(route);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Casuskluis replicatie-endpoint',
      version: VERSIE,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      description:
        'Ordent, bewaart en deelt verzegelde documenten uit, en bewaakt wie toegang heeft tot welk vak. Het endpoint kan geen document lezen.',
    },
    servers: [{ url: VOORVOEGSEL }],
    paths,
    components: {
      schemas: { Probleem: schemaVan(probleem, 'output') },
      headers: {
        'API-Version': { description: 'Volledige versie.', schema: { type: 'string' } },
      },
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
  };
}
