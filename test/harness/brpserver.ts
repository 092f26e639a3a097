/**
 * A stand-in for *Personen bevragen* version 2 on loopback: the two kinds of question that the application asks,
 * answered with the fields that were asked for, in the shape of the national specification. It can be told to
 * misbehave. Persons are fictional: those of the test, or of the file of the BRP's own proefomgeving.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

type Json = { readonly [sleutel: string]: unknown };
/** As the API gives a person; only `burgerservicenummer` is looked at by name. */
export type Serverpersoon = Json & { readonly burgerservicenummer: string };

const vraag = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('RaadpleegMetBurgerservicenummer'),
    burgerservicenummer: z
      .array(z.string().regex(/^\d{9}$/))
      .min(1)
      .max(20),
    fields: z
      .array(z.string().regex(/^[a-zA-Z0-9._]{1,200}$/))
      .min(1)
      .max(130),
  }),
  z.strictObject({
    type: z.literal('ZoekMetGeslachtsnaamEnGeboortedatum'),
    geslachtsnaam: z.string().min(1).max(200),
    geboortedatum: z.iso.date(),
    inclusiefOverledenPersonen: z.boolean().optional(),
    fields: z
      .array(z.string().regex(/^[a-zA-Z0-9._]{1,200}$/))
      .min(1)
      .max(130),
  }),
]);
export type Servervraag = z.infer<typeof vraag>;

/** True: it was answered here. */
export type Gedrag = (verzoek: IncomingMessage, antwoord: ServerResponse) => boolean;

export interface Brpserver {
  /** Base address, as it is set in the application. */
  readonly adres: string;
  readonly personen: Map<string, Serverpersoon>;
  /** Every question that came in, in order. */
  readonly vragen: readonly Servervraag[];
  /** Paths and keys of all calls, also of those that were refused. */
  readonly aanroepen: readonly { readonly pad: string; readonly kop: IncomingMessage['headers'] }[];
  /** Null: it behaves. */
  zetGedrag(gedrag: Gedrag | null): void;
  stop(): Promise<void>;
}

export const BRPSLEUTEL = 'sleutel-van-de-proef';

/** @param cors as a service that a browser may call; the national one is not */
export async function startBrpserver(
  personen: readonly Serverpersoon[],
  { cors = true }: { readonly cors?: boolean } = {},
): Promise<Brpserver> {
  const perBsn = new Map(personen.map((p) => [p.burgerservicenummer, p]));
  const vragen: Servervraag[] = [];
  const aanroepen: { pad: string; kop: IncomingMessage['headers'] }[] = [];
  let gedrag: Gedrag | null = null;

  const server = createServer((verzoek, antwoord) => {
    if (cors) {
      antwoord.setHeader('access-control-allow-origin', '*');
      antwoord.setHeader('access-control-allow-headers', 'content-type, x-api-key, authorization');
      antwoord.setHeader('access-control-expose-headers', 'retry-after');
    }
    if (verzoek.method === 'OPTIONS') {
      antwoord.writeHead(204).end();
      return;
    }
    aanroepen.push({ pad: verzoek.url ?? '', kop: verzoek.headers });
    if (gedrag?.(verzoek, antwoord) === true) return;
    beantwoord(verzoek, antwoord).catch((reden: unknown) => {
      console.error('brpserver', reden);
      antwoord.destroy();
    });
  });

  async function beantwoord(verzoek: IncomingMessage, antwoord: ServerResponse): Promise<void> {
    const stuur = (status: number, inhoud: Json): void => {
      antwoord.writeHead(status, { 'content-type': 'application/json' });
      antwoord.end(JSON.stringify(inhoud));
    };
    if (verzoek.method !== 'POST' || verzoek.url !== '/haalcentraal/api/brp/personen') {
      stuur(404, { status: 404, title: 'Opgevraagde resource bestaat niet.' });
      return;
    }
    const sleutel = verzoek.headers['x-api-key'] ?? verzoek.headers.authorization;
    if (sleutel !== BRPSLEUTEL && sleutel !== `Bearer ${BRPSLEUTEL}`) {
      stuur(401, { status: 401, title: 'Niet correct geauthenticeerd.' });
      return;
    }
    const delen: Buffer[] = [];
    for await (const deel of verzoek) delen.push(deel as Buffer);
    const gelezen = vraag.safeParse(JSON.parse(Buffer.concat(delen).toString('utf8')));
    if (!gelezen.success) {
      stuur(400, { status: 400, title: 'Een of meerdere parameters zijn niet correct.' });
      return;
    }
    vragen.push(gelezen.data);
    stuur(200, {
      type: gelezen.data.type,
      personen: vind(perBsn, gelezen.data).map((p) => kiesVelden(p, gelezen.data.fields)),
    });
  }

  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  const { port } = server.address() as AddressInfo;
  return {
    adres: `http://127.0.0.1:${port}/haalcentraal/api/brp`,
    personen: perBsn,
    vragen,
    aanroepen,
    zetGedrag: (nieuw) => {
      gedrag = nieuw;
    },
    stop: () =>
      new Promise((klaar, mis) => {
        server.close((reden) => (reden === undefined ? klaar() : mis(reden)));
        server.closeAllConnections();
      }),
  };
}

const onder = (waarde: unknown, sleutel: string): unknown =>
  typeof waarde === 'object' && waarde !== null ? (waarde as Json)[sleutel] : undefined;
const op = (p: Json, pad: string): unknown =>
  pad.split('.').reduce<unknown>((waarde, sleutel) => onder(waarde, sleutel), p);
const gelijk = (a: unknown, b: string): boolean =>
  typeof a === 'string' && a.localeCompare(b, 'nl', { sensitivity: 'base' }) === 0;

function vind(personen: ReadonlyMap<string, Serverpersoon>, v: Servervraag): Serverpersoon[] {
  if (v.type === 'RaadpleegMetBurgerservicenummer')
    return v.burgerservicenummer.flatMap((bsn) => personen.get(bsn) ?? []);
  return [...personen.values()].filter(
    (p) =>
      gelijk(op(p, 'naam.geslachtsnaam'), v.geslachtsnaam) &&
      op(p, 'geboorte.datum.datum') === v.geboortedatum &&
      (v.inclusiefOverledenPersonen === true || op(p, 'overlijden') === undefined),
  );
}

/** What is given without being asked for (features *geheimhouding* and *opschorting* of the specification). */
const ALTIJD = ['geheimhoudingPersoonsgegevens', 'opschortingBijhouding'];

function kiesVelden(p: Serverpersoon, velden: readonly string[]): Json {
  const uit: Record<string, unknown> = {};
  for (const pad of [...velden, ...ALTIJD]) {
    const waarde = op(p, pad);
    if (waarde === undefined) continue;
    const delen = pad.split('.');
    let doel = uit;
    for (const deel of delen.slice(0, -1)) doel = (doel[deel] ??= {}) as typeof doel;
    doel[delen.at(-1) ?? ''] = waarde;
  }
  return uit;
}
