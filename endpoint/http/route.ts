/**
 * A route is one value: what it takes, what it answers, and what it does. Fastify's routes and the
 * published OpenAPI are both made from it, so they cannot differ.
 */
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { fout, type Result } from '../../shared/result.js';
import type { Beller } from '../store/index.js';
import type { Omgeving } from './omgeving.js';
import { type Probleemcode, type Weigering, weigeringVan } from './probleem.js';

/** `bytes`: as they are. */
export type Formaat = 'json' | 'msgpack' | 'bytes';
export type Methode = 'GET' | 'PUT' | 'POST' | 'DELETE';

export type Antwoord =
  | { readonly status: number; readonly formaat: Formaat; readonly inhoud: unknown }
  | { readonly status: 204 }
  | { readonly status: 200; readonly stroom: Readable };

interface Antwoordvorm {
  readonly beschrijving: string;
  /** Absent: no content, or `soort` says what it is. */
  readonly schema?: z.ZodType;
  readonly soort?: string;
}

interface Vorm<P, Q, B> {
  readonly methode: Methode;
  /** Under `/v1`, with OpenAPI's `{name}`. */
  readonly pad: string;
  readonly samenvatting: string;
  readonly padvelden: z.ZodType<P>;
  readonly vraag: z.ZodType<Q>;
  /** Absent: the request has no body. */
  readonly lichaam?: { readonly formaat: Formaat; readonly schema: z.ZodType<B> };
  /** Bytes; absent: the bound of the protocol. */
  readonly maxBytes?: number;
  /** Absent: that of the body. */
  readonly antwoordformaat?: Formaat;
  readonly antwoorden: Readonly<Record<number, Antwoordvorm>>;
  readonly weigeringen: readonly Probleemcode[];
}

interface Invoer<P, Q, B> {
  readonly pad: P;
  readonly vraag: Q;
  readonly lichaam: B;
}

type Uitkomst = Promise<Result<Antwoord, Weigering>>;

export interface Route extends Vorm<unknown, unknown, unknown> {
  readonly toegang: 'open' | 'token';
  /** Parses and acts. `beller` is null for open routes only. */
  voer(
    ruw: { readonly pad: unknown; readonly vraag: unknown; readonly lichaam: unknown },
    beller: Beller | null,
    omgeving: Omgeving,
  ): Uitkomst;
}

function ontleed<P, Q, B>(
  vorm: Vorm<P, Q, B>,
  ruw: { pad: unknown; vraag: unknown; lichaam: unknown },
): Result<Invoer<P, Q, B>, Weigering> {
  const pad = vorm.padvelden.safeParse(ruw.pad);
  if (!pad.success) return fout(weigeringVan(pad.error));
  const vraag = vorm.vraag.safeParse(ruw.vraag);
  if (!vraag.success) return fout(weigeringVan(vraag.error));
  const lichaam = (vorm.lichaam?.schema ?? geenLichaam<B>()).safeParse(ruw.lichaam);
  if (!lichaam.success) return fout(weigeringVan(lichaam.error));
  return { ok: true, waarde: { pad: pad.data, vraag: vraag.data, lichaam: lichaam.data } };
}

/** Whatever came along with a request that has no body is not looked at. */
const geenLichaam = <B>(): z.ZodType<B> => z.any();

/** A route for everybody. */
export function openRoute<P, Q, B>(
  vorm: Vorm<P, Q, B> & {
    handel(invoer: Invoer<P, Q, B>, omgeving: Omgeving): Uitkomst;
  },
): Route {
  return {
    ...vorm,
    toegang: 'open',
    voer: async (ruw, _beller, omgeving) => {
      const invoer = ontleed(vorm, ruw);
      return invoer.ok ? vorm.handel(invoer.waarde, omgeving) : invoer;
    },
  };
}

/** A route for a device with a token of the house in the path. */
export function tokenRoute<P extends { huis: string }, Q, B>(
  vorm: Vorm<P, Q, B> & {
    handel(invoer: Invoer<P, Q, B>, beller: Beller, omgeving: Omgeving): Uitkomst;
  },
): Route {
  return {
    ...vorm,
    toegang: 'token',
    voer: async (ruw, beller, omgeving) => {
      if (beller === null) return fout({ code: 'niet-aangemeld' });
      const invoer = ontleed(vorm, ruw);
      return invoer.ok ? vorm.handel(invoer.waarde, beller, omgeving) : invoer;
    },
  };
}

export const json = (status: number, inhoud: unknown): { ok: true; waarde: Antwoord } => ({
  ok: true,
  waarde: { status, formaat: 'json', inhoud },
});
export const msgpack = (inhoud: unknown): { ok: true; waarde: Antwoord } => ({
  ok: true,
  waarde: { status: 200, formaat: 'msgpack', inhoud },
});
export const weiger = (code: Probleemcode): { ok: false; fout: Weigering } => fout({ code });

export const geenVelden = z.object({});
