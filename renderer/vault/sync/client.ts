/**
 * The protocol of `shared/sync/protocol.ts` from the side of a device: one function a request, every
 * answer parsed, every failure a value. Keeps the token and renews it; knows nothing of documents.
 */
import { decode, encode } from '@msgpack/msgpack';
import { z } from 'zod';
import { b64uNaarBytes, bytesNaarB64u, teken } from '../../../shared/crypto/index.js';
import { fout, ok } from '../../../shared/result.js';
import type { Result } from '../../../shared/result.js';
import {
  GRENZEN,
  b64,
  handtekenbericht,
  por,
  probleem,
  pullantwoord,
  pushantwoord,
  stukkenAntwoord,
  tokenAntwoord,
  uitdaging,
  uitnodigingStand,
  verlening,
  verleningenAntwoord,
} from '../../../shared/sync/protocol.js';
import type {
  AccountAanmelding,
  HuisAanmelding,
  Por,
  Pullantwoord,
  Pullverzoek,
  Pushantwoord,
  Pushverzoek,
  UitnodigingStand,
  Verlening,
  VerleningenAntwoord,
} from '../../../shared/sync/protocol.js';
import { onbereikbaarFout, uitProbleem, uitUitzondering } from './fouten.js';
import type { Endpointfout } from './fouten.js';
import { leesGebeurtenissen } from './stroom.js';
import { eersteVan, tenzij } from './terugval.js';

export type Antwoord<T> = Promise<Result<T, Endpointfout>>;

export interface Client {
  readonly adres: string;
  gezondheid(): Antwoord<void>;
  meldHuis(aanmelding: HuisAanmelding): Antwoord<void>;
  /** Proves that this device has its key; the other requests do it by themselves when needed. */
  meldAan(): Antwoord<void>;
  meldAccounts(aanmelding: AccountAanmelding): Antwoord<void>;
  push(verzoek: Pushverzoek): Antwoord<Pushantwoord>;
  pull(verzoek: Pullverzoek): Antwoord<Pullantwoord>;
  verleen(verleningen: readonly Verlening[]): Antwoord<VerleningenAntwoord>;
  verleningen(vanaf: number): Antwoord<{ verleningen: Verlening[]; volgnummer: number }>;
  /** Resolves when the stream ends; `bijOpen` when it began, `bijPor` at every event. */
  stroom(bijOpen: () => void, bijPor: (por: Por) => void, stop: AbortSignal): Antwoord<void>;
  /** Those of the chunks that the endpoint has in this vak. */
  stukkenAanwezig(vak: string, namen: readonly string[]): Antwoord<string[]>;
  legStuk(vak: string, naam: string, bytes: Uint8Array<ArrayBuffer>): Antwoord<void>;
  haalStuk(vak: string, naam: string, stop: AbortSignal): Antwoord<Uint8Array<ArrayBuffer>>;
  maakUitnodiging(id: string, verlooptOp: string): Antwoord<void>;
  uitnodigingen(): Antwoord<UitnodigingStand[]>;
  beantwoordUitnodiging(id: string, bytes: Uint8Array): Antwoord<void>;
}

export interface Clientopties {
  readonly adres: string;
  readonly huis: string;
  readonly apparaat: { readonly id: string; readonly tekensleutel: CryptoKey };
  readonly fetch: typeof fetch;
  /** Ends every request that is under way. */
  readonly stop: AbortSignal;
}

/** Longest silence, ms: of a request, and of the stream (the endpoint gives a sign of life oftener). */
const GEDULD = { verzoek: 60_000, stuk: 300_000, stroom: 90_000 };
/** A token is renewed when it is this old: no clock of this device is held against the endpoint's. */
const TOKEN_OUD_MS = GRENZEN.tokenSeconden * 1000 * 0.8;

const MSGPACK = 'application/msgpack';
const JSONTYPE = 'application/json';
const BYTESTYPE = 'application/octet-stream';
const niets = z.unknown().transform(() => undefined);
const verleningenLijst = z.object({
  verleningen: z.array(verlening),
  volgnummer: z.number().int(),
});
const uitnodigingenLijst = z.object({ uitnodigingen: z.array(uitnodigingStand) });
const stukbytes = z.instanceof(Uint8Array<ArrayBuffer>);
const bytesAntwoord = z.object({ bytes: b64 });

interface Verzoek<T> {
  readonly methode: 'GET' | 'POST' | 'PUT';
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

export function maakClient(opties: Clientopties): Client {
  const basis = basisVan(opties.adres, opties.huis);
  let token: Promise<Result<{ token: string; sinds: number }, Endpointfout>> | null = null;

  async function haalToken(): Promise<Result<{ token: string; sinds: number }, Endpointfout>> {
    const { id, tekensleutel } = opties.apparaat;
    const sinds = performance.now();
    const vraag = await stuur(opties, basis, {
      methode: 'POST',
      pad: '/uitdagingen',
      json: { apparaat: id },
      antwoord: uitdaging,
    });
    if (!vraag.ok) return vraag;
    const bericht = handtekenbericht('uitdaging', opties.huis, id, vraag.waarde.uitdaging);
    const antwoord = await stuur(opties, basis, {
      methode: 'POST',
      pad: '/tokens',
      json: {
        apparaat: id,
        uitdaging: vraag.waarde.uitdaging,
        handtekening: bytesNaarB64u(await teken(tekensleutel, bericht)),
      },
      antwoord: tokenAntwoord,
    });
    return antwoord.ok ? ok({ token: antwoord.waarde.token, sinds }) : antwoord;
  }

  async function geldigToken(): Promise<Result<string, Endpointfout>> {
    const eerder = token;
    const bekend = eerder && (await eerder);
    const goed = bekend?.ok && performance.now() - bekend.waarde.sinds < TOKEN_OUD_MS;
    // Another caller may have begun in the meantime: all of them wait for the same one.
    if (!goed && token === eerder) token = haalToken();
    const nu = await (token ?? (token = haalToken()));
    return nu.ok ? ok(nu.waarde.token) : nu;
  }

  /** Runs with a token; once more with a new one when the endpoint no longer takes it. */
  async function metToken<T>(doe: (token: string) => Antwoord<T>): Antwoord<T> {
    for (const laatste of [false, true]) {
      const t = await geldigToken();
      if (!t.ok) return t;
      const uit = await doe(t.waarde);
      if (uit.ok || laatste || uit.fout.soort !== 'geweigerd' || uit.fout.status !== 401)
        return uit;
      token = null;
    }
    return fout(onbereikbaarFout('Het endpoint gaf geen toegang.'));
  }
  const vraag = <T>(verzoek: Verzoek<T>): Antwoord<T> =>
    metToken((t) => stuur(opties, basis, verzoek, t));

  return {
    adres: opties.adres,
    gezondheid: () =>
      stuur(opties, new URL('/v1', opties.adres).href, {
        methode: 'GET',
        pad: '/gezondheid',
        antwoord: niets,
      }),
    meldHuis: (json) => stuur(opties, basis, { methode: 'PUT', pad: '', json, antwoord: niets }),
    meldAan: async () => {
      const t = await geldigToken();
      return t.ok ? ok(undefined) : t;
    },
    meldAccounts: (json) => vraag({ methode: 'POST', pad: '/accounts', json, antwoord: niets }),
    push: (msgpack) =>
      vraag({ methode: 'POST', pad: '/wijzigingen', msgpack, antwoord: pushantwoord }),
    pull: (msgpack) =>
      vraag({ methode: 'POST', pad: '/wijzigingen/ophalen', msgpack, antwoord: pullantwoord }),
    verleen: (verleningen) =>
      vraag({
        methode: 'POST',
        pad: '/verleningen',
        json: { verleningen },
        antwoord: verleningenAntwoord,
      }),
    verleningen: (vanaf) =>
      vraag({ methode: 'GET', pad: `/verleningen?vanaf=${vanaf}`, antwoord: verleningenLijst }),
    stroom: (bijOpen, bijPor, stop) =>
      metToken((t) => leesStroom(opties, `${basis}/wijzigingen/stroom`, t, bijOpen, bijPor, stop)),
    stukkenAanwezig: async (vak, namen) => {
      const uit = await vraag({
        methode: 'POST',
        pad: `/vakken/${vak}/stukken/aanwezig`,
        json: { namen },
        antwoord: stukkenAntwoord,
      });
      return uit.ok ? ok(uit.waarde.aanwezig) : uit;
    },
    legStuk: (vak, naam, bytes) =>
      vraag({
        methode: 'PUT',
        pad: `/vakken/${vak}/stukken/${naam}`,
        bytes,
        antwoord: niets,
        geduld: GEDULD.stuk,
      }),
    haalStuk: (vak, naam, stop) =>
      vraag({
        methode: 'GET',
        pad: `/vakken/${vak}/stukken/${naam}`,
        antwoord: stukbytes,
        stop,
        geduld: GEDULD.stuk,
      }),
    maakUitnodiging: (id, verlooptOp) =>
      vraag({ methode: 'PUT', pad: `/uitnodigingen/${id}`, json: { verlooptOp }, antwoord: niets }),
    uitnodigingen: async () => {
      const uit = await vraag({
        methode: 'GET',
        pad: '/uitnodigingen',
        antwoord: uitnodigingenLijst,
      });
      return uit.ok ? ok(uit.waarde.uitnodigingen) : uit;
    },
    beantwoordUitnodiging: (id, bytes) =>
      vraag({
        methode: 'PUT',
        pad: `/uitnodigingen/${id}/antwoord`,
        json: { bytes: bytesNaarB64u(bytes) },
        antwoord: niets,
      }),
  };
}

/** The two requests that the joining side makes, without a token. */
export function maakGast(opties: Omit<Clientopties, 'apparaat'>): {
  vraagAan(id: string, bytes: Uint8Array): Antwoord<void>;
  /** null while there is no answer yet. */
  haalAntwoord(id: string): Antwoord<Uint8Array<ArrayBuffer> | null>;
} {
  const basis = basisVan(opties.adres, opties.huis);
  return {
    vraagAan: (id, bytes) =>
      stuur(opties, basis, {
        methode: 'POST',
        pad: `/uitnodigingen/${id}/aanvraag`,
        json: { bytes: bytesNaarB64u(bytes) },
        antwoord: niets,
      }),
    haalAntwoord: async (id) => {
      const uit = await stuur(opties, basis, {
        methode: 'GET',
        pad: `/uitnodigingen/${id}/antwoord`,
        antwoord: bytesAntwoord.nullable(),
      });
      return uit.ok ? ok(uit.waarde && b64uNaarBytes(uit.waarde.bytes)) : uit;
    },
  };
}

const basisVan = (adres: string, huis: string): string => new URL(`/v1/huizen/${huis}`, adres).href;

async function stuur<T>(
  opties: Pick<Clientopties, 'fetch' | 'stop'>,
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
        accept: `${accepteert(verzoek)}, application/problem+json`,
        ...(soort === null ? {} : { 'content-type': soort }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      signal: signaal,
      // A redirect or a cached answer is never the endpoint's.
      redirect: 'error',
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
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

function accepteert({ msgpack, antwoord }: Verzoek<unknown>): string {
  if (msgpack !== undefined) return MSGPACK;
  return antwoord === stukbytes ? BYTESTYPE : JSONTYPE;
}

/** Body of an answer; a symbol when it cannot be read as what it says it is. */
const ONLEESBAAR = Symbol('onleesbaar');
async function inhoudVan(antwoord: Response): Promise<unknown> {
  if (antwoord.status === 204) return null;
  const bytes = new Uint8Array(await antwoord.arrayBuffer());
  if (bytes.length === 0) return null;
  if ((antwoord.headers.get('content-type') ?? '').startsWith(BYTESTYPE)) return bytes;
  try {
    return (antwoord.headers.get('content-type') ?? '').startsWith(MSGPACK)
      ? decode(bytes)
      : (JSON.parse(new TextDecoder().decode(bytes)) as unknown);
  } catch {
    // Not thrown on: a login page of a network is expected, and is reported as being offline.
    return ONLEESBAAR;
  }
}

function lees<T>(schema: z.ZodType<T>, inhoud: unknown): Result<T, Endpointfout> {
  const uit = inhoud === ONLEESBAAR ? undefined : schema.safeParse(inhoud);
  return uit?.success
    ? ok(uit.data)
    : fout(onbereikbaarFout('Het antwoord was niet van een endpoint van Casuskluis.'));
}

async function probleemVan(antwoord: Response): Promise<z.infer<typeof probleem> | null> {
  const uit = probleem.safeParse(await inhoudVan(antwoord));
  return uit.success ? uit.data : null;
}

async function leesStroom(
  opties: Pick<Clientopties, 'fetch' | 'stop'>,
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
      redirect: 'error',
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    if (!antwoord.ok) return fout(uitProbleem(antwoord.status, await probleemVan(antwoord)));
    if (!antwoord.body) return fout(onbereikbaarFout('Het endpoint gaf geen stroom.'));
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

function alsJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst) as unknown;
  } catch {
    return null;
  }
}
