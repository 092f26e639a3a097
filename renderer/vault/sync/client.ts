/**
 * The protocol of `shared/sync/protocol.ts` from the side of a device: one function a request, every
 * answer parsed, every failure a value. Keeps the token and renews it; knows nothing of documents.
 */
import { z } from 'zod';
import { b64uNaarBytes, bytesNaarB64u, teken } from '../../../shared/crypto/index.js';
import { fout, ok } from '../../../shared/result.js';
import type { Result } from '../../../shared/result.js';
import {
  GRENZEN,
  b64,
  epochantwoord,
  handtekenbericht,
  intrekking,
  pullantwoord,
  pushantwoord,
  quarantainelijst,
  quarantaineregel,
  quarantainestuk,
  stukkenAntwoord,
  tokenAntwoord,
  uitdaging,
  uitnodigingStand,
  vakstand,
  verlening,
  verleningenAntwoord,
} from '../../../shared/sync/protocol.js';
import type {
  AccountAanmelding,
  Epochantwoord,
  Epochverzoek,
  HuisAanmelding,
  Intrekking,
  Por,
  Pullantwoord,
  Pullverzoek,
  Pushantwoord,
  Pushverzoek,
  Quarantainelijst,
  Quarantaineregel,
  Quarantainestuk,
  Reeks,
  UitnodigingStand,
  Vakstand,
  Verlening,
  VerleningenAntwoord,
} from '../../../shared/sync/protocol.js';
import { isIngetrokken, onbereikbaar, onbereikbaarFout, zonderAntwoord } from './fouten.js';
import type { Endpointfout } from './fouten.js';
import { antwoordtIets, basisVan, leesStroom, stuur } from './verzoek.js';
import type { Antwoord, Lijn, Verzoek } from './verzoek.js';

export type { Antwoord } from './verzoek.js';

export interface Client {
  readonly adres: string;
  gezondheid(): Antwoord<void>;
  /** Looks again where nothing seemed to come back: whether something else than the endpoint answers there. */
  duid(reden: Endpointfout): Promise<Endpointfout>;
  meldHuis(aanmelding: HuisAanmelding): Antwoord<void>;
  /** Proves that this device has its key; the other requests do it by themselves when needed. */
  meldAan(): Antwoord<void>;
  meldAccounts(aanmelding: AccountAanmelding): Antwoord<void>;
  push(verzoek: Pushverzoek): Antwoord<Pushantwoord>;
  pull(verzoek: Pullverzoek): Antwoord<Pullantwoord>;
  verleen(verleningen: readonly Verlening[]): Antwoord<VerleningenAntwoord>;
  verleningen(vanaf: number): Antwoord<{ verleningen: Verlening[]; volgnummer: number }>;
  /** Asks for a new token, also when the present one is still good. */
  meldOpnieuwAan(): Antwoord<void>;
  /** All revocations of the house, as they were signed; not verified. */
  intrekkingen(): Antwoord<Intrekking[]>;
  trekIn(intrekkingen: readonly Intrekking[]): Antwoord<void>;
  vakstand(vak: string): Antwoord<Vakstand>;
  openEpoch(vak: string, verzoek: Epochverzoek): Antwoord<Epochantwoord>;
  /** Everything of a vak that the endpoint has, for good. */
  vernietigVak(vak: string): Antwoord<void>;
  /** @param vanaf volgnummer after which to begin */
  quarantaine(vanaf: number): Antwoord<Quarantainelijst>;
  quarantainestuk(volgnummer: number): Antwoord<Quarantainestuk>;
  beoordeel(volgnummer: number, oordeel: 'aanvaard' | 'geweigerd'): Antwoord<Quarantaineregel>;
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

export interface Clientopties extends Lijn {
  readonly adres: string;
  readonly huis: string;
  readonly apparaat: { readonly id: string; readonly tekensleutel: CryptoKey };
  /**
   * Hears with every token which series of volgnummers there were, the present one last. False: what is noted
   * here is of another one, and nothing may be asked or sent on the ground of that.
   */
  readonly bijReeksen?: (reeksen: readonly Reeks[]) => Promise<boolean>;
  /** Hears of every refusal that says that this device is revoked, whatever was asked. */
  readonly bijIngetrokken?: (fout: Endpointfout) => void;
}

/** Longest silence of a request for a chunk, ms. */
const STUKGEDULD_MS = 300_000;
/** A token is renewed when it is this old: no clock of this device is held against the endpoint's. */
const TOKEN_OUD_MS = GRENZEN.tokenSeconden * 1000 * 0.8;

const TERUGGEZET =
  'Het centrale punt is teruggezet. Dit apparaat vergelijkt opnieuw wat daar is; er gaat niets verloren.';

const niets = z.unknown().transform(() => undefined);
const verleningenLijst = z.object({
  verleningen: z.array(verlening),
  volgnummer: z.number().int(),
});
const uitnodigingenLijst = z.object({ uitnodigingen: z.array(uitnodigingStand) });
const stukbytes = z.instanceof(Uint8Array<ArrayBuffer>);
const bytesAntwoord = z.object({ bytes: b64 });

const intrekkingenLijst = z.object({ intrekkingen: z.array(intrekking) });

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
    if (!antwoord.ok) return antwoord;
    if ((await opties.bijReeksen?.(antwoord.waarde.reeksen)) === false)
      return fout(onbereikbaarFout(TERUGGEZET));
    return ok({ token: antwoord.waarde.token, sinds });
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
      if (!t.ok) return metBericht(t);
      const uit = await doe(t.waarde);
      // Who is revoked learns at the renewal of its token who signed that.
      const nogEens =
        !uit.ok &&
        uit.fout.soort === 'geweigerd' &&
        (uit.fout.status === 401 || isIngetrokken(uit.fout));
      if (!nogEens || laatste) return metBericht(uit);
      token = null;
    }
    return fout(onbereikbaarFout('Het endpoint gaf geen toegang.'));
  }
  function metBericht<T>(uit: Result<T, Endpointfout>): Result<T, Endpointfout> {
    if (!uit.ok && isIngetrokken(uit.fout)) opties.bijIngetrokken?.(uit.fout);
    return uit;
  }
  async function meldAan(): Antwoord<void> {
    const t = await geldigToken();
    return metBericht(t.ok ? ok(undefined) : t);
  }
  const vraag = <T>(verzoek: Verzoek<T>): Antwoord<T> =>
    metToken((t) => stuur(opties, basis, verzoek, t));

  const algemeen = new URL('/v1', opties.adres).href;
  const gezondheid = (): Antwoord<void> =>
    stuur(opties, algemeen, { methode: 'GET', pad: '/gezondheid', antwoord: niets });

  return {
    adres: opties.adres,
    gezondheid,
    async duid(reden) {
      if (!zonderAntwoord(reden)) return reden;
      const nu = await gezondheid();
      if (nu.ok || !zonderAntwoord(nu.fout)) return nu.ok ? reden : nu.fout;
      return (await antwoordtIets(opties, `${algemeen}/gezondheid`))
        ? onbereikbaar('portaal')
        : reden;
    },
    meldHuis: (json) => stuur(opties, basis, { methode: 'PUT', pad: '', json, antwoord: niets }),
    meldAan,
    meldOpnieuwAan: () => {
      token = null;
      return meldAan();
    },
    intrekkingen: async () => {
      const uit = await vraag({
        methode: 'GET',
        pad: '/intrekkingen',
        antwoord: intrekkingenLijst,
      });
      return uit.ok ? ok(uit.waarde.intrekkingen) : uit;
    },
    trekIn: (intrekkingen) =>
      vraag({ methode: 'POST', pad: '/intrekkingen', json: { intrekkingen }, antwoord: niets }),
    vakstand: (vak) => vraag({ methode: 'GET', pad: `/vakken/${vak}`, antwoord: vakstand }),
    openEpoch: (vak, json) =>
      vraag({ methode: 'POST', pad: `/vakken/${vak}/epochs`, json, antwoord: epochantwoord }),
    vernietigVak: (vak) => vraag({ methode: 'DELETE', pad: `/vakken/${vak}`, antwoord: niets }),
    quarantaine: (vanaf) =>
      vraag({ methode: 'GET', pad: `/quarantaine?vanaf=${vanaf}`, antwoord: quarantainelijst }),
    quarantainestuk: (nr) =>
      vraag({ methode: 'GET', pad: `/quarantaine/${nr}`, antwoord: quarantainestuk }),
    beoordeel: (nr, oordeel) =>
      vraag({
        methode: 'PUT',
        pad: `/quarantaine/${nr}/oordeel`,
        json: { oordeel },
        antwoord: quarantaineregel,
      }),
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
        geduld: STUKGEDULD_MS,
      }),
    haalStuk: (vak, naam, stop) =>
      vraag({
        methode: 'GET',
        pad: `/vakken/${vak}/stukken/${naam}`,
        antwoord: stukbytes,
        stop,
        geduld: STUKGEDULD_MS,
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
