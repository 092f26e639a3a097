/**
 * # The replication protocol, version 1
 *
 * Between a device and the endpoint of its house. The endpoint orders, stores and hands out opaque
 * envelopes, and enforces who is a member of which vak. It cannot read an envelope.
 *
 * ## Identity
 * - A **huis** is an Ed25519 key pair. Its id is `base64url(SHA-256(public key))`, first 22
 *   characters: nobody can take the name of another's house.
 * - An **account** (a person) has an Ed25519 key to sign and an X25519 key to receive. The house key
 *   signs an `Aanstelling` {huis, account, tekensleutel}. Name and role are in the encrypted `leden`.
 * - An **apparaat** (device) has an Ed25519 key. The account key signs an `Apparaatverklaring`.
 *
 * All signatures are over `handtekenbericht(soort, ...delen)`: the UTF-8 text
 * `casuskluis/v1/<soort>` and the parts, joined by U+000A. Parts never contain that character.
 *
 * ## Paths (JSON, unless said otherwise; errors are RFC 9457 `application/problem+json`)
 * | | path under `/v1` | auth | body → answer |
 * |---|---|---|---|
 * | GET | `/gezondheid` | – | → `{status:'goed', versie}` |
 * | GET | `/openapi.json` | – | → OpenAPI 3.1 |
 * | PUT | `/huizen/{huis}` | signature | `HuisAanmelding` → 201, 200 when the same |
 * | POST | `/huizen/{huis}/uitdagingen` | – | `{apparaat}` → `Uitdaging` |
 * | POST | `/huizen/{huis}/tokens` | signature | `TokenAanvraag` → `TokenAntwoord` |
 * | POST | `/huizen/{huis}/accounts` | token | `AccountAanmelding` → 200 |
 * | POST | `/huizen/{huis}/verleningen` | token | `{verleningen: Verlening[]}` → `VerleningenAntwoord` |
 * | GET | `/huizen/{huis}/verleningen?vanaf=N` | token | → `{verleningen, volgnummer}` of every vak of the caller |
 * | POST | `/huizen/{huis}/wijzigingen` | token | `Pushverzoek` → `Pushantwoord`, MessagePack |
 * | POST | `/huizen/{huis}/wijzigingen/ophalen` | token | `Pullverzoek` → `Pullantwoord`, MessagePack |
 * | GET | `/huizen/{huis}/wijzigingen/stroom` | token | → `text/event-stream` of `Por` |
 * | PUT | `/huizen/{huis}/uitnodigingen/{id}` | token | `{verlooptOp}` → 201 |
 * | GET | `/huizen/{huis}/uitnodigingen` | token | → `{uitnodigingen: UitnodigingStand[]}` of the caller's account |
 * | POST | `/huizen/{huis}/uitnodigingen/{id}/aanvraag` | – | `{bytes}` → 201; 409 when used, 410 when expired |
 * | PUT | `/huizen/{huis}/uitnodigingen/{id}/antwoord` | token | `{bytes}` → 200 |
 * | GET | `/huizen/{huis}/uitnodigingen/{id}/antwoord` | – | → 200 `{bytes}`, 204 while there is none |
 *
 * ## Order
 * Every accepted change gets the next `volgnummer` of the house. A checkpoint is a volgnummer per
 * vak, so a vak that is granted later is fetched from its beginning. Clocks play no part.
 *
 * ## Push
 * One transaction. An envelope is accepted when the endpoint has no document of that id (whatever
 * `basis` is: after an older backup was put back, devices bring what it lacks), or when its `versie`
 * there equals `basis`. An envelope whose `versie` is already the current one is a retry and counts as
 * accepted. Otherwise the current envelope is returned in `verworpen`; the device merges and pushes
 * again. `vak` and `collectie` of a document never change (409), an id occurs once in a push (400),
 * and `door` is the caller's account (403). Every vak in the batch must have the caller's account as a
 * member, else the whole request is refused with 403 and nothing changes.
 *
 * ## Bounds
 * See `GRENZEN`. Over a bound: 413 or 400.
 */
import { z } from 'zod';

export const PROTOCOLVERSIE = 1;

export const GRENZEN = {
  /** Envelopes in one push, and at most in one pull. */
  enveloppenPerBatch: 500,
  /** Bytes of one request body. */
  bytesPerVerzoek: 8 * 1024 * 1024,
  /** Bytes of one sealed document. */
  bytesPerEnvelop: 1024 * 1024,
  /** Grants in one request. */
  verleningenPerVerzoek: 2000,
  /** Seconds that a token is valid. */
  tokenSeconden: 15 * 60,
  /** Seconds that a challenge can be answered. */
  uitdagingSeconden: 60,
} as const;

const tekst = (max: number) => z.string().min(1).max(max);
export const opaakId = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);
/** Bytes as base64url without padding. */
export const b64 = z
  .string()
  .regex(/^[A-Za-z0-9_-]*$/)
  .max(2_000_000);

/** The house key appoints an account. Signed over `aanstelling, huis, account, tekensleutel`. */
export const aanstelling = z.object({ account: opaakId, tekensleutel: b64, handtekening: b64 });
export type Aanstelling = z.infer<typeof aanstelling>;

/** An account adds a device. Signed over `apparaat, huis, account, apparaat, sleutel`. */
export const apparaatverklaring = z.object({
  account: opaakId,
  apparaat: opaakId,
  sleutel: b64,
  handtekening: b64,
});
export type Apparaatverklaring = z.infer<typeof apparaatverklaring>;

export const huisAanmelding = z.object({
  huissleutel: b64,
  aanstelling,
  apparaat: apparaatverklaring,
});
export type HuisAanmelding = z.infer<typeof huisAanmelding>;
export const accountAanmelding = z.object({
  aanstellingen: z.array(aanstelling).max(100),
  apparaten: z.array(apparaatverklaring).max(100),
});
export type AccountAanmelding = z.infer<typeof accountAanmelding>;

export const uitdagingVerzoek = z.object({ apparaat: opaakId });
export const uitdaging = z.object({ uitdaging: b64, verlooptOp: z.iso.datetime() });
/** Signed by the device key over `uitdaging, huis, apparaat, uitdaging`. A challenge works once. */
export const tokenAanvraag = z.object({ apparaat: opaakId, uitdaging: b64, handtekening: b64 });
export const tokenAntwoord = z.object({
  token: z.string(),
  account: opaakId,
  verlooptOp: z.iso.datetime(),
});

/**
 * A grant: the key of one vak and epoch, sealed to one account.
 * Signed by `door` over `verlening, huis, vak, epoch, account, rol, tot ?? '', verzegeld, door`.
 *
 * The first grants of an unknown vak create it and must include the caller's own account. Later
 * grants are accepted from members of the vak only, and none for longer than the giver's own access.
 * `door` is the caller. (vak, epoch, account) is unique: the same grant again is a retry, another one
 * for the same key is refused with `bestaat`.
 */
export const verlening = z.object({
  id: opaakId,
  vak: opaakId,
  epoch: z.number().int().min(1).max(1_000_000),
  account: opaakId,
  rol: tekst(40),
  tot: z.iso.date().nullable(),
  verzegeld: b64,
  door: opaakId,
  handtekening: b64,
});
export type Verlening = z.infer<typeof verlening>;
export const verleningenVerzoek = z.object({
  verleningen: z.array(verlening).min(1).max(GRENZEN.verleningenPerVerzoek),
});
export const verleningenAntwoord = z.object({
  aangenomen: z.number().int(),
  geweigerd: z.array(
    z.object({
      id: opaakId,
      reden: z.enum(['bestaat', 'geen-lid', 'handtekening', 'onbekend-account']),
    }),
  ),
});
export type VerleningenAntwoord = z.infer<typeof verleningenAntwoord>;

const bytes = z.instanceof(Uint8Array);
/**
 * A sealed document. `bytes` is IV (12) ‖ AES-256-GCM ciphertext and tag, with every other field and
 * the house in the additional data; `handtekening` is the author's Ed25519 signature (64 bytes) over
 * `SHA-256(additional data ‖ bytes)`. See `shared/crypto/envelop.ts`.
 */
export const envelop = z.object({
  id: opaakId,
  collectie: tekst(40),
  vak: opaakId,
  epoch: z.number().int().min(1).max(1_000_000),
  versie: tekst(40),
  verwijderd: z.boolean(),
  door: opaakId,
  bytes: bytes.refine((b) => b.length <= GRENZEN.bytesPerEnvelop),
  handtekening: bytes.refine((b) => b.length === 64),
});
export type Envelop = z.infer<typeof envelop>;

export const pushverzoek = z.object({
  enveloppen: z
    .array(
      envelop.extend({
        /** `versie` that this change was made on; null for a new document. */ basis:
          tekst(40).nullable(),
      }),
    )
    .min(1)
    .max(GRENZEN.enveloppenPerBatch),
});
export type Pushverzoek = z.infer<typeof pushverzoek>;
export const pushantwoord = z.object({
  /** Last volgnummer given out by this push. */
  volgnummer: z.number().int(),
  /** Current envelopes of what was not accepted. */
  verworpen: z.array(envelop),
});
export type Pushantwoord = z.infer<typeof pushantwoord>;

export const pullverzoek = z.object({
  collectie: tekst(40),
  /** Checkpoint per vak; a vak of the caller that is not named is read from 0. */
  punten: z.record(opaakId, z.number().int().min(0)),
  limiet: z.number().int().min(1).max(GRENZEN.enveloppenPerBatch),
});
export type Pullverzoek = z.infer<typeof pullverzoek>;
export const pullantwoord = z.object({
  /** In order of volgnummer. */
  enveloppen: z.array(envelop.extend({ volgnummer: z.number().int() })),
  /** New checkpoint of every vak of which this answer changes it. Complete up to there for this collectie. */
  punten: z.record(opaakId, z.number().int().min(0)),
  meer: z.boolean(),
});
export type Pullantwoord = z.infer<typeof pullantwoord>;

/**
 * Sent over the stream to the members of the vak, but not to the device that caused it: something
 * changed there. `verleningen` means: fetch the grants.
 */
export const por = z.discriminatedUnion('soort', [
  z.object({
    soort: z.literal('wijziging'),
    vak: opaakId,
    collectie: tekst(40),
    volgnummer: z.number().int(),
  }),
  z.object({ soort: z.literal('verleningen') }),
  z.object({ soort: z.literal('uitnodiging'), id: opaakId }),
]);
export type Por = z.infer<typeof por>;

export const uitnodigingStand = z.object({
  id: opaakId,
  verlooptOp: z.iso.datetime(),
  /** What the joining device sent, sealed under the secret of the invitation; null while unused. */
  aanvraag: b64.nullable(),
  beantwoord: z.boolean(),
});
export type UitnodigingStand = z.infer<typeof uitnodigingStand>;

/** RFC 9457. `code` is stable and for programs; `detail` is Dutch and for people. */
export const probleem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
});
export type Probleem = z.infer<typeof probleem>;

/** The text that is signed. See the head of this file. */
export function handtekenbericht(
  soort:
    | 'aanstelling'
    | 'apparaat'
    | 'uitdaging'
    | 'verlening'
    | 'certificaat'
    | 'huis'
    | 'loghoofd',
  ...delen: readonly string[]
): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode([`casuskluis/v1/${soort}`, ...delen].join('\n'));
}
