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
 * | POST | `/huizen/{huis}/intrekkingen` | token | `{intrekkingen: Intrekking[]}` → 200 |
 * | GET | `/huizen/{huis}/intrekkingen` | token | → `{intrekkingen: Intrekking[]}` of the house |
 * | GET | `/huizen/{huis}/vakken/{vak}` | token | → `Vakstand` |
 * | POST | `/huizen/{huis}/vakken/{vak}/epochs` | token | `Epochverzoek` → 201 `Epochantwoord`, 200 when the same |
 * | PUT | `/huizen/{huis}/vakken/{vak}/stukken/{naam}` | token | sealed bytes (`application/octet-stream`) → 201, 200 when it is there |
 * | GET | `/huizen/{huis}/vakken/{vak}/stukken/{naam}` | token | → the same bytes |
 * | DELETE | `/huizen/{huis}/vakken/{vak}/stukken/{naam}` | token | → 204, also when it is not there |
 * | POST | `/huizen/{huis}/vakken/{vak}/stukken/aanwezig` | token | `{namen}` → `{aanwezig}`: those that the endpoint has |
 * | GET | `/huizen/{huis}/quarantaine?vanaf=N` | token | → `Quarantainelijst` of the vakken of the caller |
 * | GET | `/huizen/{huis}/quarantaine/{volgnummer}` | token | → `Quarantainestuk`, MessagePack |
 * | PUT | `/huizen/{huis}/quarantaine/{volgnummer}/oordeel` | token | `{oordeel}` → 200 `Quarantaineregel` |
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
 * An envelope of an older epoch than the vak has is refused with the whole request (409
 * `epoch-verlopen`): fetch the grants, seal again, push again.
 *
 * ## Revocation
 * An `Intrekking` ends the access of a device (signed by its account or by the house) or of an account
 * with all its devices (by the house), for good: no registration undoes it. Whoever shows a token or a
 * valid signature of such a device gets 403 `apparaat-ingetrokken` from then on, on whatever path, and
 * its open streams end with the event `ingetrokken`. To a device that proves its key, `POST …/tokens`
 * gives in `intrekkingen` of the refusal what was signed. The device checks that, and then destroys what
 * it holds; a refusal without it proves nothing, and only stops the synchronisation.
 *
 * ## Removal from a vak
 * In two phases. First `GET …/vakken/{vak}`: who are members, in which epoch, in which `stand`. The
 * remover makes a new key, keeps it, and seals it to everyone who stays. Then one
 * `POST …/vakken/{vak}/epochs` puts it all in force or nothing: the grants of epoch + 1, one for every
 * member of that stand but those in `verwijderd`, each with the role and last day that the member has.
 * When anything about the members changed meanwhile: 409 `vak-gewijzigd`, begin again. The same request
 * again is a retry. Nobody opens an epoch otherwise: a grant of a higher epoch than an existing vak has
 * is refused with `epoch`.
 *
 * ## Quarantine
 * What a former member (removed, or past `tot`) pushes to a vak was perhaps written before that was
 * known, and cannot be proved to be. It is neither applied nor dropped: the answer names it in
 * `quarantaine`, and it is kept, sealed as it came, for the members. One of them opens it, writes what
 * is wanted under their own name and the current epoch, and marks it `aanvaard`, or marks it
 * `geweigerd`. What is marked is deleted after 30 days. Only epochs that the former member had a key of
 * are taken; a vak holds at most `GRENZEN.quarantainePerVak` unjudged ones (409 `quarantaine-vol`).
 *
 * ## Attachments
 * A chunk (`shared/stukken.ts`) is sealed bytes, at most `GROOTSTE_STUK`, under its address: base64url
 * of the SHA-256 of those bytes, which the endpoint checks (400 `adres-onjuist`). It belongs to one vak,
 * whose members put, get and withdraw it; to others the vak is unknown (404 `onbekend-vak`). A chunk is
 * what an upload or download is resumed by: ask which are there, and bring or fetch the rest, in any
 * order. Upload the chunks before the document that refers to them, so that who sees it can fetch them;
 * withdraw them when no document does any more. The endpoint knows of no reference.
 *
 * ## Quota
 * Documents, quarantine and chunks of a house together have a bound in bytes. What would pass it is
 * refused whole (409 `quotum-bereikt`); reading, and changes that take no more room, go on.
 *
 * ## Bounds
 * See `GRENZEN`. Over a bound: 413 or 400.
 */
import { z } from 'zod';
import { stuknaam } from '../stukken.js';

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
  /** Unjudged envelopes in the quarantine of one vak, and their bytes. */
  quarantainePerVak: 2000,
  quarantaineBytesPerVak: 64 * 1024 * 1024,
  /** Names in one question about chunks. */
  stukkenPerVraag: 1000,
  /** Accounts of a house, devices of an account, and open invitations of an account. */
  accountsPerHuis: 10_000,
  apparatenPerAccount: 100,
  uitnodigingenPerAccount: 200,
  /** Series of volgnummers that are remembered. */
  reeksen: 50,
  /** Seconds that a token is valid. */
  tokenSeconden: 15 * 60,
  /** Seconds that a challenge can be answered. */
  uitdagingSeconden: 60,
} as const;

/** Without U+0000, which not every database can keep. */
const tekst = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[^\0]+$/);
export const opaakId = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);
/** Bytes as base64url without padding. */
export const b64 = z
  .string()
  .regex(/^[A-Za-z0-9_-]*$/)
  .max(2_000_000);

/** A key, a signature, or a challenge. */
const b64kort = b64.max(200);

/** The house key appoints an account. Signed over `aanstelling, huis, account, tekensleutel`. */
export const aanstelling = z.object({
  account: opaakId,
  tekensleutel: b64kort,
  handtekening: b64kort,
});
export type Aanstelling = z.infer<typeof aanstelling>;

/** An account adds a device. Signed over `apparaat, huis, account, apparaat, sleutel`. */
export const apparaatverklaring = z.object({
  account: opaakId,
  apparaat: opaakId,
  sleutel: b64kort,
  handtekening: b64kort,
});
export type Apparaatverklaring = z.infer<typeof apparaatverklaring>;

export const huisAanmelding = z.object({
  huissleutel: b64kort,
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
export const tokenAanvraag = z.object({
  apparaat: opaakId,
  uitdaging: b64kort,
  handtekening: b64kort,
});
/**
 * A series of volgnummers: it began after number `na` of the one before. Another one begins when an older
 * backup was put back at the endpoint, and where a house registers. Numbers up to `na` mean what they meant;
 * what a device knows of later ones, and of what the endpoint took under them, is gone there.
 */
export const reeks = z.object({
  naam: z.string().max(64),
  na: z.number().int().min(0),
});
export type Reeks = z.infer<typeof reeks>;

export const tokenAntwoord = z.object({
  token: z.string(),
  account: opaakId,
  verlooptOp: z.iso.datetime(),
  /** The present one last. */
  reeksen: z
    .array(reeks)
    .min(1)
    .max(GRENZEN.reeksen)
    .default([{ naam: '', na: 0 }]),
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
  verzegeld: b64.max(1000),
  door: opaakId,
  handtekening: b64kort,
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
      reden: z.enum(['bestaat', 'geen-lid', 'handtekening', 'onbekend-account', 'epoch']),
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
  /** Ids of what was kept apart, because the caller is no member of its vak any more. */
  quarantaine: z.array(opaakId).default([]),
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
  /** Something came into the quarantine of the vak, or was judged. */
  z.object({ soort: z.literal('quarantaine'), vak: opaakId }),
  /** There are new revocations: fetch them. To every device of the house. */
  z.object({ soort: z.literal('intrekkingen') }),
  /** This device is revoked; the stream ends. The name of its event is `ingetrokken` too. */
  z.object({ soort: z.literal('ingetrokken') }),
]);
export type Por = z.infer<typeof por>;

/**
 * Ends the access of a device, or with `apparaat` null that of an account and all its devices.
 * Signed over `intrekking, huis, account, apparaat ?? '', door ?? ''`: by the account itself (`door` is
 * `account`; of a device only), or by the house key (`door` null).
 */
export const intrekking = z.object({
  account: opaakId,
  apparaat: opaakId.nullable(),
  door: opaakId.nullable(),
  handtekening: b64kort,
});
export type Intrekking = z.infer<typeof intrekking>;
export const intrekkingenVerzoek = z.object({ intrekkingen: z.array(intrekking).min(1).max(100) });

/** Who may use a vak, and in which state that is. */
export const vakstand = z.object({
  vak: opaakId,
  /** Current epoch: new documents are sealed under its key. */
  epoch: z.number().int(),
  /** Changes with every grant and every epoch. */
  stand: z.number().int(),
  /** Today, without revoked accounts. */
  leden: z.array(z.object({ account: opaakId, rol: z.string(), tot: z.iso.date().nullable() })),
});
export type Vakstand = z.infer<typeof vakstand>;

export const epochverzoek = z.object({
  /** `Vakstand.stand` that this was made on. */
  stand: z.number().int().min(0),
  /** That of the state, and one. */
  epoch: z.number().int().min(2).max(1_000_000),
  /** Members that get no key of the new epoch; may be empty. Never the caller. */
  verwijderd: z.array(opaakId).max(GRENZEN.verleningenPerVerzoek),
  /** Of this vak and epoch, by the caller, one for each member that stays. */
  verleningen: z.array(verlening).min(1).max(GRENZEN.verleningenPerVerzoek),
});
export type Epochverzoek = z.infer<typeof epochverzoek>;
export const epochantwoord = z.object({ epoch: z.number().int(), stand: z.number().int() });
export type Epochantwoord = z.infer<typeof epochantwoord>;

const oordeel = z.enum(['aanvaard', 'geweigerd']);
export const oordeelVerzoek = z.object({ oordeel });
/** What is known of an envelope in quarantine without fetching it. */
export const quarantaineregel = z.object({
  /** Of the house; its name in the paths. */
  volgnummer: z.number().int(),
  id: opaakId,
  vak: opaakId,
  collectie: z.string(),
  versie: z.string(),
  /** Account, and the device that brought it. */
  door: opaakId,
  apparaat: opaakId,
  /** Bytes. */
  grootte: z.number().int(),
  /** When the endpoint got it; when it was written nobody can prove. */
  ontvangenOp: z.iso.datetime(),
  oordeel: z.object({ oordeel, door: opaakId, op: z.iso.datetime() }).nullable(),
});
export type Quarantaineregel = z.infer<typeof quarantaineregel>;
export const quarantainelijst = z.object({
  /** In order of volgnummer, at most 500. */
  regels: z.array(quarantaineregel),
  meer: z.boolean(),
});
export type Quarantainelijst = z.infer<typeof quarantainelijst>;
export const quarantainestuk = z.object({
  regel: quarantaineregel,
  envelop: pushverzoek.shape.enveloppen.element,
});
export type Quarantainestuk = z.infer<typeof quarantainestuk>;

export const stukkenVerzoek = z.object({
  namen: z.array(stuknaam).min(1).max(GRENZEN.stukkenPerVraag),
});
export const stukkenAntwoord = z.object({ aanwezig: z.array(stuknaam) });

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
  /** With `apparaat-ingetrokken` on the path of tokens: the signed revocations of the device and its account. */
  intrekkingen: z.array(intrekking).max(100).optional(),
});
export type Probleem = z.infer<typeof probleem>;

/** The text that is signed. See the head of this file. */
export function handtekenbericht(
  soort:
    | 'aanstelling'
    | 'apparaat'
    | 'uitdaging'
    | 'verlening'
    | 'intrekking'
    | 'certificaat'
    | 'huis'
    | 'loghoofd'
    | 'overdracht',
  ...delen: readonly string[]
): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode([`casuskluis/v1/${soort}`, ...delen].join('\n'));
}
