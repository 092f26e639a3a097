/**
 * One request to the endpoint, or one stream of events from it: sent, bounded in time, and its answer
 * parsed. What goes wrong is a value.
 */
import { decode, encode } from '@msgpack/msgpack';
import type { z } from 'zod';
import { fout, ok } from '../../../shared/result.js';
import type { Result } from '../../../shared/result.js';
import { por, probleem } from '../../../shared/sync/protocol.js';
import type { Por } from '../../../shared/sync/protocol.js';
import { onbereikbaar, uitProbleem, uitUitzondering, vanElders } from './fouten.js';
import type { Endpointfout } from './fouten.js';
import { leesGebeurtenissen } from './stroom.js';
import { eersteVan, tenzij } from './terugval.js';

export type Antwoord<T> = Promise<Result<T, Endpointfout>>;

/** Longest silence, ms: of a request, and of the stream (the endpoint gives a sign of life oftener). */
const GEDULD = { verzoek: 60_000, stroom: 90_000, kijken: 10_000 };
const MSGPACK = 'application/msgpack';
const JSONTYPE = 'application/json';
const BYTESTYPE = 'application/octet-stream';

/** A cached answer is never the endpoint's; and whoever answers gets to know no more than it is told. */
const KAAL = {
  cache: 'no-store',
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
} as const satisfies RequestInit;
/** A redirect is never the endpoint's either. It is not followed, but it shows that somebody else answers. */
const ALLEEN_ENDPOINT = { ...KAAL, redirect: 'manual' } as const satisfies RequestInit;

/** On every answer of an endpoint. A login page, a proxy or a filter does not have it. */
const isVanEndpoint = (antwoord: Response): boolean => antwoord.headers.has('api-version');

export interface Verzoek<T> {
  readonly methode: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly pad: string;
  readonly antwoord: z.ZodType<T>;
  readonly json?: unknown;
  readonly msgpack?: unknown;
  /** A chunk, as it is. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
  /** Ends this request alone. */
  readonly stop?: AbortSignal;
  /** Longest silence, ms. */
  readonly geduld?: number;
}

export interface Lijn {
  readonly fetch: typeof fetch;
  /** Ends every request that is under way. */
  readonly stop: AbortSignal;
}

export const basisVan = (adres: string, huis: string): string =>
  new URL(`/v1/huizen/${huis}`, adres).href;

export async function stuur<T>(
  opties: Lijn,
  basis: string,
  verzoek: Verzoek<T>,
  token?: string,
): Antwoord<T> {
  const { body, soort } = lichaamVan(verzoek);
  const geduld = new AbortController();
  const wekker = setTimeout(
    () => geduld.abort(new DOMException('te laat', 'TimeoutError')),
    verzoek.geduld ?? GEDULD.verzoek,
  );
  const { signaal, los } = eersteVan(
    opties.stop,
    geduld.signal,
    ...(verzoek.stop ? [verzoek.stop] : []),
  );
  try {
    const antwoord = await opties.fetch(basis + verzoek.pad, {
      method: verzoek.methode,
      body,
      headers: {
        accept: `${JSONTYPE}, ${MSGPACK}, ${BYTESTYPE}, application/problem+json`,
        ...(soort === null ? {} : { 'content-type': soort }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      signal: signaal,
      ...ALLEEN_ENDPOINT,
    });
    if (!isVanEndpoint(antwoord)) return fout(vanElders(antwoord.status));
    if (!antwoord.ok) return fout(uitProbleem(antwoord.status, await probleemVan(antwoord)));
    return lees(verzoek.antwoord, await tenzij(inhoudVan(antwoord), signaal));
  } catch (oorzaak) {
    return fout(uitUitzondering(oorzaak));
  } finally {
    clearTimeout(wekker);
    los();
  }
}

function lichaamVan({ msgpack, json, bytes }: Verzoek<unknown>): {
  body: string | Uint8Array<ArrayBuffer> | null;
  soort: string | null;
} {
  if (msgpack !== undefined) return { body: encode(msgpack), soort: MSGPACK };
  if (json !== undefined) return { body: JSON.stringify(json), soort: JSONTYPE };
  return bytes === undefined ? { body: null, soort: null } : { body: bytes, soort: BYTESTYPE };
}

/** Body of an answer; a symbol when it cannot be read as what it says it is. */
const ONLEESBAAR = Symbol('onleesbaar');
async function inhoudVan(antwoord: Response): Promise<unknown> {
  if (antwoord.status === 204) return null;
  const bytes = new Uint8Array(await antwoord.arrayBuffer());
  if (bytes.length === 0) return null;
  if (soortVan(antwoord).startsWith(BYTESTYPE)) return bytes;
  try {
    return soortVan(antwoord).startsWith(MSGPACK)
      ? decode(bytes)
      : (JSON.parse(new TextDecoder().decode(bytes)) as unknown);
  } catch {
    // Not thrown on: an answer that was cut off is expected, and is reported as being offline.
    return ONLEESBAAR;
  }
}

const soortVan = (antwoord: Response): string => antwoord.headers.get('content-type') ?? '';

function lees<T>(schema: z.ZodType<T>, inhoud: unknown): Result<T, Endpointfout> {
  const uit = inhoud === ONLEESBAAR ? undefined : schema.safeParse(inhoud);
  return uit?.success ? ok(uit.data) : fout(onbereikbaar('onleesbaar'));
}

async function probleemVan(antwoord: Response): Promise<z.infer<typeof probleem> | null> {
  const uit = probleem.safeParse(await inhoudVan(antwoord));
  return uit.success ? uit.data : null;
}

export async function leesStroom(
  opties: Lijn,
  adres: string,
  token: string,
  bijOpen: () => void,
  bijPor: (por: Por) => void,
  stop: AbortSignal,
): Antwoord<void> {
  const stil = new AbortController();
  let waker: ReturnType<typeof setTimeout> | undefined;
  const leeft = (): void => {
    clearTimeout(waker);
    waker = setTimeout(() => stil.abort(new DOMException('stil', 'TimeoutError')), GEDULD.stroom);
  };
  leeft();
  const { signaal, los } = eersteVan(opties.stop, stop, stil.signal);
  try {
    const antwoord = await opties.fetch(adres, {
      headers: { accept: 'text/event-stream', authorization: `Bearer ${token}` },
      signal: signaal,
      ...ALLEEN_ENDPOINT,
    });
    if (!isVanEndpoint(antwoord)) return fout(vanElders(antwoord.status));
    if (!antwoord.ok) return fout(uitProbleem(antwoord.status, await probleemVan(antwoord)));
    if (!antwoord.body || !soortVan(antwoord).startsWith('text/event-stream'))
      return fout(onbereikbaar('onleesbaar'));
    bijOpen();
    for await (const data of leesGebeurtenissen(antwoord.body, signaal)) {
      leeft();
      if (data === '') continue;
      const gelezen = por.safeParse(alsJson(data));
      // A kind of event that this version does not know is not for this version.
      if (gelezen.success) bijPor(gelezen.data);
    }
    return ok(undefined);
  } catch (oorzaak) {
    return fout(uitUitzondering(oorzaak));
  } finally {
    clearTimeout(waker);
    los();
  }
}

/**
 * Whether anything at all answers at this address. A browser hides what has no CORS header, as the page of a
 * network that wants a login: to a request it looks the same as no answer. Asked this way it shows that it is there.
 */
export async function antwoordtIets(opties: Lijn, adres: string): Promise<boolean> {
  const geduld = new AbortController();
  const wekker = setTimeout(() => geduld.abort(), GEDULD.kijken);
  const { signaal, los } = eersteVan(opties.stop, geduld.signal);
  try {
    const antwoord = await opties.fetch(adres, { ...KAAL, mode: 'no-cors', signal: signaal });
    await antwoord.body?.cancel();
    return true;
  } catch (oorzaak) {
    // Throws on what is a defect of ours.
    uitUitzondering(oorzaak);
    return false;
  } finally {
    clearTimeout(wekker);
    los();
  }
}

function alsJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst) as unknown;
  } catch {
    return null;
  }
}
