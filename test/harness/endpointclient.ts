/**
 * A device that speaks the protocol with real keys and opaque bytes, for tests of the endpoint. It
 * shares no code with the product's client, so that a mistake in one is not hidden by the other.
 */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { decode, encode } from '@msgpack/msgpack';
import {
  type Aanstelling,
  type Apparaatverklaring,
  type Envelop,
  type Epochverzoek,
  handtekenbericht,
  type HuisAanmelding,
  type Intrekking,
  type Por,
  type Probleem,
  probleem,
  type Pullantwoord,
  pullantwoord,
  type Pushantwoord,
  pushantwoord,
  type Pushverzoek,
  type Quarantainelijst,
  quarantainelijst,
  tokenAntwoord,
  uitdaging,
  type Vakstand,
  vakstand,
  type Verlening,
  type VerleningenAntwoord,
  verleningenAntwoord,
} from '../../shared/sync/protocol.js';

type Soort = Parameters<typeof handtekenbericht>[0];

export interface Sleutelpaar {
  readonly geheim: KeyObject;
  readonly openbaar: string;
}

export const nieuwId = (): string => randomBytes(16).toString('base64url');

export function nieuwSleutelpaar(): Sleutelpaar {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x } = publicKey.export({ format: 'jwk' });
  if (x === undefined) throw new Error('een Ed25519-sleutel heeft een x');
  return { geheim: privateKey, openbaar: x };
}

export const onderteken = (sleutel: Sleutelpaar, soort: Soort, ...delen: string[]): string =>
  sign(null, handtekenbericht(soort, ...delen), sleutel.geheim).toString('base64url');

export interface Testhuis {
  readonly id: string;
  readonly sleutel: Sleutelpaar;
}

export function nieuwHuis(): Testhuis {
  const sleutel = nieuwSleutelpaar();
  const id = createHash('sha256')
    .update(Buffer.from(sleutel.openbaar, 'base64url'))
    .digest('base64url')
    .slice(0, 22);
  return { id, sleutel };
}

export interface Testaccount {
  readonly id: string;
  readonly sleutel: Sleutelpaar;
}

export const nieuwAccount = (): Testaccount => ({ id: nieuwId(), sleutel: nieuwSleutelpaar() });

export function stelAan(huis: Testhuis, account: Testaccount): Aanstelling {
  const tekensleutel = account.sleutel.openbaar;
  return {
    account: account.id,
    tekensleutel,
    handtekening: onderteken(huis.sleutel, 'aanstelling', huis.id, account.id, tekensleutel),
  };
}

/** What the endpoint answered, read only once. */
export interface Testantwoord {
  readonly status: number;
  readonly koppen: Headers;
  readonly bytes: Uint8Array;
  json(): unknown;
  probleem(): Probleem;
}

export async function vraag(url: string, init: RequestInit = {}): Promise<Testantwoord> {
  const antwoord = await fetch(url, init);
  const bytes = new Uint8Array(await antwoord.arrayBuffer());
  const json = (): unknown => JSON.parse(new TextDecoder().decode(bytes));
  return {
    status: antwoord.status,
    koppen: antwoord.headers,
    bytes,
    json,
    probleem: () => probleem.parse(json()),
  };
}

export const jsonInit = (method: string, inhoud: unknown, token?: string): RequestInit => ({
  method,
  headers: {
    'content-type': 'application/json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  },
  body: JSON.stringify(inhoud),
});

export const msgpackInit = (inhoud: unknown, token?: string): RequestInit => ({
  method: 'POST',
  headers: {
    'content-type': 'application/msgpack',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  },
  body: encode(inhoud),
});

export type Pushenvelop = Pushverzoek['enveloppen'][number];

export class Testapparaat {
  readonly id = nieuwId();
  readonly sleutel = nieuwSleutelpaar();
  token = '';

  constructor(
    /** Another one after a restart on another port. */
    public adres: string,
    readonly huis: Testhuis,
    readonly account: Testaccount,
  ) {}

  get basis(): string {
    return `${this.adres}/v1/huizen/${this.huis.id}`;
  }

  verklaring(): Apparaatverklaring {
    const sleutel = this.sleutel.openbaar;
    const { id: account } = this.account;
    return {
      account,
      apparaat: this.id,
      sleutel,
      handtekening: onderteken(
        this.account.sleutel,
        'apparaat',
        this.huis.id,
        account,
        this.id,
        sleutel,
      ),
    };
  }

  aanmelding(): HuisAanmelding {
    return {
      huissleutel: this.huis.sleutel.openbaar,
      aanstelling: stelAan(this.huis, this.account),
      apparaat: this.verklaring(),
    };
  }

  meldHuisAan(): Promise<Testantwoord> {
    return vraag(this.basis, jsonInit('PUT', this.aanmelding()));
  }

  daagUit(): Promise<Testantwoord> {
    return vraag(`${this.basis}/uitdagingen`, jsonInit('POST', { apparaat: this.id }));
  }

  losIn(uitdagingTekst: string): Promise<Testantwoord> {
    const handtekening = onderteken(
      this.sleutel,
      'uitdaging',
      this.huis.id,
      this.id,
      uitdagingTekst,
    );
    return vraag(
      `${this.basis}/tokens`,
      jsonInit('POST', { apparaat: this.id, uitdaging: uitdagingTekst, handtekening }),
    );
  }

  /** Challenge, signature, token. Throws when any of it is refused. */
  async meldAan(): Promise<string> {
    const gesteld = uitdaging.parse((await this.daagUit()).json());
    const antwoord = await this.losIn(gesteld.uitdaging);
    if (antwoord.status !== 200) throw new Error(`aanmelden: ${antwoord.probleem().code}`);
    this.token = tokenAntwoord.parse(antwoord.json()).token;
    return this.token;
  }

  verlening(
    vak: string,
    account: string,
    extra: { epoch?: number; rol?: string; tot?: string | null; door?: Testaccount } = {},
  ): Verlening {
    const door = extra.door ?? this.account;
    const v = {
      id: nieuwId(),
      vak,
      epoch: extra.epoch ?? 1,
      account,
      rol: extra.rol ?? 'lid',
      tot: extra.tot ?? null,
      verzegeld: randomBytes(80).toString('base64url'),
      door: door.id,
    };
    const handtekening = onderteken(
      door.sleutel,
      'verlening',
      this.huis.id,
      v.vak,
      String(v.epoch),
      v.account,
      v.rol,
      v.tot ?? '',
      v.verzegeld,
      v.door,
    );
    return { ...v, handtekening };
  }

  async verleen(...verleningen: Verlening[]): Promise<VerleningenAntwoord> {
    const a = await this.stuurJson('POST', '/verleningen', { verleningen });
    if (a.status !== 200) throw new Error(`verlenen: ${a.probleem().code}`);
    return verleningenAntwoord.parse(a.json());
  }

  /** A new vak of this account and the others. */
  async nieuwVak(...anderen: Testaccount[]): Promise<string> {
    const vak = nieuwId();
    const antwoord = await this.verleen(
      ...[this.account, ...anderen].map((a) => this.verlening(vak, a.id)),
    );
    if (antwoord.geweigerd.length > 0) throw new Error(JSON.stringify(antwoord));
    return vak;
  }

  /** Ends the access of a device of this account, or of a device or account by the house key. */
  intrekking(
    apparaat: string | null,
    extra: { account?: string; door?: string | null; sleutel?: Sleutelpaar } = {},
  ): Intrekking {
    const account = extra.account ?? this.account.id;
    const door = extra.door === undefined ? account : extra.door;
    const sleutel = extra.sleutel ?? (door === null ? this.huis.sleutel : this.account.sleutel);
    const delen = [this.huis.id, account, apparaat ?? '', door ?? ''];
    const handtekening = onderteken(sleutel, 'intrekking', ...delen);
    return { account, apparaat, door, handtekening };
  }

  trekIn(...intrekkingen: Intrekking[]): Promise<Testantwoord> {
    return this.stuurJson('POST', '/intrekkingen', { intrekkingen });
  }

  async vakstand(vak: string): Promise<Vakstand> {
    const a = await this.haal(`/vakken/${vak}`);
    if (a.status !== 200) throw new Error(`vakstand: ${a.probleem().code}`);
    return vakstand.parse(a.json());
  }

  /** The next epoch of a vak without these accounts, made on the state that is given or that there is. */
  async epochverzoek(vak: string, verwijderd: string[], gezien?: Vakstand): Promise<Epochverzoek> {
    const stand = gezien ?? (await this.vakstand(vak));
    const epoch = stand.epoch + 1;
    const blijven = stand.leden.filter((lid) => !verwijderd.includes(lid.account));
    const verleningen = blijven.map(({ account, rol, tot }) =>
      this.verlening(vak, account, { epoch, rol, tot }),
    );
    return { stand: stand.stand, epoch, verwijderd, verleningen };
  }

  openEpoch(vak: string, verzoek: Epochverzoek): Promise<Testantwoord> {
    return this.stuurJson('POST', `/vakken/${vak}/epochs`, verzoek);
  }

  async verwijder(vak: string, ...accounts: string[]): Promise<void> {
    const a = await this.openEpoch(vak, await this.epochverzoek(vak, accounts));
    if (a.status !== 201) throw new Error(`verwijderen: ${a.probleem().code}`);
  }

  async quarantaine(vanaf = 0): Promise<Quarantainelijst> {
    const a = await this.haal(`/quarantaine?vanaf=${vanaf}`);
    if (a.status !== 200) throw new Error(`quarantaine: ${a.probleem().code}`);
    return quarantainelijst.parse(a.json());
  }

  oordeel(volgnummer: number, oordeel: string): Promise<Testantwoord> {
    return this.stuurJson('PUT', `/quarantaine/${volgnummer}/oordeel`, { oordeel });
  }

  /** A chunk under its address. */
  static stuk(bytes: Uint8Array = randomBytes(300)): { naam: string; bytes: Uint8Array } {
    return { naam: createHash('sha256').update(bytes).digest('base64url'), bytes };
  }

  legStuk(vak: string, { naam, bytes } = Testapparaat.stuk()): Promise<Testantwoord> {
    return vraag(`${this.basis}/vakken/${vak}/stukken/${naam}`, {
      method: 'PUT',
      headers: {
        'content-type': 'application/octet-stream',
        authorization: `Bearer ${this.token}`,
      },
      body: new Uint8Array(bytes),
    });
  }

  envelop(vak: string, extra: Partial<Pushenvelop> = {}): Pushenvelop {
    return {
      id: nieuwId(),
      collectie: 'casussen',
      vak,
      epoch: 1,
      versie: nieuwId(),
      verwijderd: false,
      door: this.account.id,
      bytes: randomBytes(200),
      handtekening: randomBytes(64),
      basis: null,
      ...extra,
    };
  }

  stuurPush(enveloppen: readonly Pushenvelop[]): Promise<Testantwoord> {
    return vraag(`${this.basis}/wijzigingen`, msgpackInit({ enveloppen }, this.token));
  }

  async push(...enveloppen: Pushenvelop[]): Promise<Pushantwoord> {
    const a = await this.stuurPush(enveloppen);
    if (a.status !== 200) throw new Error(`push: ${a.probleem().code}`);
    return pushantwoord.parse(decode(a.bytes));
  }

  async pull(
    punten: Record<string, number> = {},
    limiet = 500,
    collectie = 'casussen',
  ): Promise<Pullantwoord> {
    const a = await vraag(
      `${this.basis}/wijzigingen/ophalen`,
      msgpackInit({ collectie, punten, limiet }, this.token),
    );
    if (a.status !== 200) throw new Error(`pull: ${a.probleem().code}`);
    return pullantwoord.parse(decode(a.bytes));
  }

  /** Everything of a collection, page by page; ends when there is no more. */
  async pullAlles(collectie = 'casussen', limiet = 500): Promise<Envelop[]> {
    const punten: Record<string, number> = {};
    const alles: Envelop[] = [];
    for (;;) {
      const deel = await this.pull(punten, limiet, collectie);
      alles.push(...deel.enveloppen);
      Object.assign(punten, deel.punten);
      if (!deel.meer) return alles;
    }
  }

  stuurJson(method: string, pad: string, inhoud: unknown): Promise<Testantwoord> {
    return vraag(this.basis + pad, jsonInit(method, inhoud, this.token));
  }

  vernietigVak(vak: string): Promise<Testantwoord> {
    return vraag(`${this.basis}/vakken/${vak}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${this.token}` },
    });
  }

  haal(pad: string): Promise<Testantwoord> {
    return vraag(this.basis + pad, { headers: { authorization: `Bearer ${this.token}` } });
  }

  async luister(): Promise<Luisteraar> {
    const stop = new AbortController();
    const antwoord = await fetch(`${this.basis}/wijzigingen/stroom`, {
      headers: { authorization: `Bearer ${this.token}` },
      signal: stop.signal,
    });
    if (antwoord.status !== 200 || antwoord.body === null)
      throw new Error(`stroom: ${antwoord.status}`);
    return new Luisteraar(antwoord.body, stop);
  }
}

/** The same device at another process of the same endpoint; its token holds there too. */
export function via(apparaat: Testapparaat, adres: string): Testapparaat {
  const zelfde = new Testapparaat(adres, apparaat.huis, apparaat.account);
  return Object.assign(zelfde, {
    id: apparaat.id,
    sleutel: apparaat.sleutel,
    token: apparaat.token,
  });
}

/** Pokes as they come in. */
export class Luisteraar {
  readonly porren: Por[] = [];
  hartslagen = 0;
  /** Resolves when the endpoint ended the stream. */
  readonly einde: Promise<void>;
  #wachters: (() => void)[] = [];

  constructor(
    stroom: ReadableStream<Uint8Array>,
    readonly stop: AbortController,
  ) {
    this.einde = this.#lees(stroom);
  }

  async #lees(stroom: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    try {
      for await (const stuk of stroom) {
        rest += decoder.decode(stuk, { stream: true });
        const delen = rest.split('\n\n');
        rest = delen.pop() ?? '';
        for (const deel of delen) {
          const data = /^(?:event: \w+\n)?data: (.*)$/.exec(deel)?.[1];
          if (data !== undefined) this.porren.push(JSON.parse(data) as Por);
          if (deel === ': hartslag') this.hartslagen += 1;
        }
        for (const wek of this.#wachters.splice(0)) wek();
      }
    } catch (mis) {
      if (!this.stop.signal.aborted) throw mis;
    } finally {
      for (const wek of this.#wachters.splice(0)) wek();
    }
  }

  /** Waits until `klaar` holds. */
  async tot(klaar: (l: Luisteraar) => boolean): Promise<void> {
    while (!klaar(this)) await new Promise<void>((goed) => this.#wachters.push(goed));
  }

  sluit(): void {
    this.stop.abort();
  }
}

/** A house that is registered, with the first device of its first account signed in. */
export async function richtHuisOp(adres: string): Promise<Testapparaat> {
  const apparaat = new Testapparaat(adres, nieuwHuis(), nieuwAccount());
  const antwoord = await apparaat.meldHuisAan();
  if (antwoord.status !== 201) throw new Error(`oprichten: ${antwoord.status}`);
  await apparaat.meldAan();
  return apparaat;
}

/** A device of `account` (a new one, or one of the house), registered by `door` and signed in. */
export async function voegToe(
  door: Testapparaat,
  account: Testaccount = nieuwAccount(),
): Promise<Testapparaat> {
  const apparaat = new Testapparaat(door.adres, door.huis, account);
  const antwoord = await door.stuurJson('POST', '/accounts', {
    aanstellingen: [stelAan(door.huis, account)],
    apparaten: [apparaat.verklaring()],
  });
  if (antwoord.status !== 200) throw new Error(`toevoegen: ${antwoord.probleem().code}`);
  await apparaat.meldAan();
  return apparaat;
}
