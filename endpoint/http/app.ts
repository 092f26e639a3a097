/** Fastify around the routes: who may call, how much, in what format, and how failures are told. */
import cors from '@fastify/cors';
import fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { GRENZEN, opaakId } from '../../shared/sync/protocol.js';
import { type Beller, opslagstoring } from '../store/index.js';
import { hashVan, tokenUit } from '../toegang/token.js';
import { codeer, decodeer, type RuweInhoud, SOORTEN } from './inhoud.js';
import type { Limiet } from './limiet.js';
import type { Metingen } from './metingen.js';
import type { Omgeving } from './omgeving.js';
import { openapiVan } from './openapi.js';
import { magLezen } from './oorsprong.js';
import { PROBLEEMSOORT, type Probleemcode, probleemVan, type Weigering } from './probleem.js';
import type { Antwoord, Formaat, Route } from './route.js';
import { VERSIE, VOORVOEGSEL } from './versie.js';

declare module 'fastify' {
  interface FastifyRequest {
    beller: Beller | null;
    /** Code with which it was refused. */
    weigering: string | null;
  }
}

export interface Appkeuzes {
  readonly oorsprongen: readonly string[];
  readonly log: boolean;
  readonly achterProxy: boolean;
  readonly perApparaat: Limiet;
  readonly perAdres: Limiet;
  /** All devices of a house together. */
  readonly perHuis: Limiet;
  /** Milliseconds in which a request must have arrived. */
  readonly verzoektijd: number;
  readonly metingen: Metingen;
}

/** Milliseconds in which the headers must have arrived, at most. */
const KOPTIJD = 20_000;
/** Connections at once, the streams of all devices among them. */
const MAX_VERBINDINGEN = 10_000;

function stuurProbleem(antwoord: FastifyReply, weigering: Weigering): FastifyReply {
  const probleem = probleemVan(weigering);
  antwoord.request.weigering = weigering.code;
  if (probleem.status === 401) antwoord.header('www-authenticate', 'Bearer');
  if (probleem.status === 503) antwoord.header('retry-after', '5');
  // As text: what is sent is what is written here, whatever serialiser is set.
  return antwoord.code(probleem.status).type(PROBLEEMSOORT).send(JSON.stringify(probleem));
}

function stuur(antwoord: FastifyReply, uitkomst: Antwoord): FastifyReply {
  if ('stroom' in uitkomst)
    return antwoord
      .code(200)
      .type('text/event-stream')
      .header('x-accel-buffering', 'no')
      .send(uitkomst.stroom);
  if (!('formaat' in uitkomst)) return antwoord.code(uitkomst.status).send();
  const soort = SOORTEN[uitkomst.formaat][0];
  return antwoord
    .code(uitkomst.status)
    .type(uitkomst.formaat === 'json' ? `${soort}; charset=utf-8` : soort)
    .send(codeer(uitkomst.inhoud, uitkomst.formaat));
}

const OVERLAST: Readonly<Record<string, Probleemcode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'te-groot',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'soort-niet-ondersteund',
};

/** What is wrong with the line itself, before there is a request. */
const LIJNFOUTEN: Readonly<Record<string, Probleemcode>> = {
  HPE_HEADER_OVERFLOW: 'kop-te-groot',
  ERR_HTTP_REQUEST_TIMEOUT: 'te-traag',
};

/** Turns whatever was thrown into a code. Only what is unexpected becomes a 500. */
function codeVan(mis: unknown): Probleemcode {
  const storing = opslagstoring(mis);
  if (storing !== null) return `opslag-${storing}`;
  if (!(mis instanceof Error)) return 'interne-fout';
  const bekend = 'code' in mis && typeof mis.code === 'string' ? OVERLAST[mis.code] : undefined;
  if (bekend !== undefined) return bekend;
  const status = 'statusCode' in mis && typeof mis.statusCode === 'number' ? mis.statusCode : 500;
  return status >= 400 && status < 500 ? 'ongeldig-verzoek' : 'interne-fout';
}

/** Answers 429 when the bucket is empty. */
function teVeel(limiet: Limiet, sleutel: string, antwoord: FastifyReply): boolean {
  const wacht = limiet.neem(sleutel);
  if (wacht === 0) return false;
  antwoord.header('retry-after', String(wacht));
  stuurProbleem(antwoord, { code: 'te-veel-verzoeken' });
  return true;
}

function voegRouteToe(
  app: FastifyInstance,
  route: Route,
  omgeving: Omgeving,
  keuzes: Appkeuzes,
): void {
  const lichaam = route.lichaam;
  app.route({
    method: route.methode,
    url: VOORVOEGSEL + route.pad.replaceAll(/\{(\w+)\}/g, ':$1'),
    bodyLimit: route.maxBytes ?? GRENZEN.bytesPerVerzoek,
    // Before the body is read: a stranger cannot make us parse megabytes.
    onRequest: async (verzoek, antwoord) => {
      let ingetrokken = false;
      if (route.toegang === 'token') {
        const token = tokenUit(verzoek.headers.authorization);
        // Not every text can be asked of a database.
        const huis = opaakId.safeParse((verzoek.params as { huis: unknown }).huis);
        const beller =
          token === null || !huis.success
            ? null
            : await omgeving.store.beller(huis.data, hashVan(token), omgeving.nu());
        ingetrokken = beller === 'ingetrokken';
        verzoek.beller = beller === 'ingetrokken' ? null : beller;
      }
      const { beller } = verzoek;
      const vol =
        beller === null
          ? teVeel(keuzes.perAdres, verzoek.ip, antwoord)
          : teVeel(keuzes.perApparaat, `${beller.huis}/${beller.apparaat}`, antwoord) ||
            teVeel(keuzes.perHuis, beller.huis, antwoord);
      if (vol) return antwoord;
      if (ingetrokken) return stuurProbleem(antwoord, { code: 'apparaat-ingetrokken' });
      if (route.toegang === 'token' && beller === null)
        return stuurProbleem(antwoord, { code: 'niet-aangemeld' });
      return undefined;
    },
    handler: async (verzoek, antwoord) => {
      let inhoud: unknown;
      if (lichaam !== undefined) {
        const gelezen = decodeer(verzoek.body as RuweInhoud | undefined, lichaam.formaat);
        if (!gelezen.ok) return stuurProbleem(antwoord, { code: gelezen.fout });
        inhoud = gelezen.waarde;
      }
      const uitkomst = await route.voer(
        { pad: verzoek.params, vraag: verzoek.query, lichaam: inhoud },
        verzoek.beller,
        omgeving,
      );
      return uitkomst.ok
        ? stuur(antwoord, uitkomst.waarde)
        : stuurProbleem(antwoord, uitkomst.fout);
    },
  });
}

/** Methods that exist on a path, to tell 405 from 404. */
function methodenVan(routes: readonly Route[]): (pad: string) => string[] {
  const vormen = routes.map((r) => ({
    methode: r.methode,
    vorm: new RegExp(`^${VOORVOEGSEL}${r.pad.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  }));
  return (pad) => [...new Set(vormen.filter((v) => v.vorm.test(pad)).map((v) => v.methode))];
}

export async function maakApp(
  routes: readonly Route[],
  omgeving: Omgeving,
  keuzes: Appkeuzes,
): Promise<FastifyInstance> {
  const app = fastify({
    logger: { level: keuzes.log ? 'info' : 'error', base: null, stream: process.stderr },
    // Our own line is written below: Fastify's has addresses and paths with ids.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: GRENZEN.bytesPerVerzoek,
    requestTimeout: keuzes.verzoektijd,
    http: {
      headersTimeout: Math.min(KOPTIJD, keuzes.verzoektijd),
      connectionsCheckingInterval: Math.min(5_000, keuzes.verzoektijd / 2),
    },
    exposeHeadRoutes: false,
    return503OnClosing: false,
    trustProxy: keuzes.achterProxy ? (_adres: string, stap: number) => stap === 0 : false,
    routerOptions: { maxParamLength: 100 },
    frameworkErrors: (_mis, _verzoek, antwoord) => {
      // Before any hook: a path that cannot even be decoded.
      antwoord.header('api-version', VERSIE);
      stuurProbleem(antwoord, { code: 'ongeldig-verzoek' });
    },
    clientErrorHandler: (mis, socket) => {
      if (!socket.writable) {
        socket.destroy();
        return;
      }
      const probleem = probleemVan({ code: LIJNFOUTEN[mis.code] ?? 'ongeldig-verzoek' });
      const tekst = JSON.stringify(probleem);
      socket.end(
        `HTTP/1.1 ${probleem.status} ${probleem.title}\r\nContent-Type: ${PROBLEEMSOORT}\r\nAPI-Version: ${VERSIE}\r\nContent-Length: ${Buffer.byteLength(tekst)}\r\nConnection: close\r\n\r\n${tekst}`,
      );
    },
  });
  app.server.maxConnections = MAX_VERBINDINGEN;
  app.decorateRequest('beller', null);
  app.decorateRequest('weigering', null);

  app.removeAllContentTypeParsers();
  for (const [formaat, soorten] of Object.entries(SOORTEN) as [Formaat, readonly string[]][]) {
    app.addContentTypeParser([...soorten], { parseAs: 'buffer' }, (_verzoek, bytes, klaar) => {
      klaar(null, { formaat, bytes: bytes as Buffer } satisfies RuweInhoud);
    });
  }

  app.addHook('onRequest', (_verzoek, antwoord, verder) => {
    antwoord.header('api-version', VERSIE);
    antwoord.header('cache-control', 'no-store');
    antwoord.header('x-content-type-options', 'nosniff');
    verder();
  });
  app.addHook('onResponse', (verzoek, antwoord, verder) => {
    // The pattern, not the path: ids of houses and invitations stay out of the log.
    const route = verzoek.routeOptions.url ?? null;
    const { statusCode: status, elapsedTime } = antwoord;
    keuzes.metingen.verzoek(verzoek.method, route, status, elapsedTime / 1000);
    if (verzoek.weigering !== null) keuzes.metingen.weigering(verzoek.weigering);
    app.log.info({ methode: verzoek.method, route, status, ms: Math.round(elapsedTime) });
    verder();
  });
  await app.register(cors, {
    origin: (oorsprong, klaar) => {
      klaar(null, oorsprong === undefined || magLezen(oorsprong, keuzes.oorsprongen));
    },
    methods: ['GET', 'PUT', 'POST', 'DELETE'],
    allowedHeaders: ['authorization', 'content-type'],
    exposedHeaders: ['api-version', 'retry-after'],
    maxAge: 600,
  });

  const methoden = methodenVan(routes);
  app.setNotFoundHandler(async (verzoek, antwoord) => {
    if (teVeel(keuzes.perAdres, verzoek.ip, antwoord)) return antwoord;
    const kent = methoden(verzoek.url.split('?', 1)[0] ?? '');
    if (kent.length === 0) return stuurProbleem(antwoord, { code: 'niet-gevonden' });
    antwoord.header('allow', kent.join(', '));
    return stuurProbleem(antwoord, { code: 'methode-niet-toegestaan' });
  });
  app.setErrorHandler((mis, verzoek: FastifyRequest, antwoord) => {
    const code = codeVan(mis);
    // The one place where a defect is written down; the caller only gets its code.
    if (code === 'interne-fout') app.log.error(mis);
    else if (code.startsWith('opslag-'))
      app.log.error({ code, reden: mis instanceof Error ? mis.message : String(mis) });
    verzoek.beller = null;
    return stuurProbleem(antwoord, { code });
  });

  for (const route of routes) voegRouteToe(app, route, omgeving, keuzes);
  const beschrijving = JSON.stringify(openapiVan(routes));
  app.get(`${VOORVOEGSEL}/openapi.json`, (_verzoek, antwoord) =>
    antwoord
      .header('access-control-allow-origin', '*')
      .type('application/json; charset=utf-8')
      .send(beschrijving),
  );
  return app;
}
