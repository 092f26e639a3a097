/** The documents of the house itself: who it is, who belongs to it, its lists and tables. */
import { z } from 'zod';
import { basisdocument, datum, id, moment, vakId } from './basis.js';
import { inrichting, registratie } from './tafel.js';

export const ROLLEN = [
  'procesregisseur',
  'informatiecoordinator',
  'procesondersteuner',
  'manager',
  'beheerder',
  'ketenpartner',
  'fg',
] as const;
export const rol = z.enum(ROLLEN);
export type Rol = z.infer<typeof rol>;

/** Somebody's part in an autorisatie: who, when, and what they said of it. */
const stempelMetReden = z.object({ door: z.string(), op: moment, reden: z.string() });

export const BEOORDELINGEN = ['gehandhaafd', 'beeindigd'] as const;
/** One periodic review of a right (BIO2 5.18.02, 8.02.01). */
export const beoordeling = stempelMetReden.extend({ id, uitkomst: z.enum(BEOORDELINGEN) });
export type Beoordeling = z.infer<typeof beoordeling>;

export const lijstwaarde = z.object({
  /** Code: ASCII, stays the same when the label changes. */
  id: z.string(),
  label: z.string(),
});

/** House-wide configuration. One collection, told apart by `soort`. */
export const huisdocument = z.discriminatedUnion('soort', [
  basisdocument.extend({
    soort: z.literal('huis'),
    naam: z.string(),
    /** Short name for the top bar, for example `ZVH Baronie`. */
    korteNaam: z.string(),
    opgericht: datum,
    /** Secret (32 bytes, base64url) from which ids of imported records are derived, so that two devices that import the same file arrive at the same ids. */
    idSleutel: z.string(),
    /** True for the voorbeeldhuis. */
    voorbeeld: z.boolean(),
    /** Days that a device may go without contact (`domein/contacttermijn.ts`); null is without bound, left out is 30. */
    contacttermijn: z.number().int().min(1).max(3650).nullable().optional(),
    /** Criteria of the region within a–d of the WGS (dossier A1 row 3); `versie` goes up with every change. */
    criteria: z
      .object({
        versie: z.number().int().min(1),
        lijst: z.array(
          z.object({
            id,
            tekst: z.string(),
            toelichting: z.string(),
            van: datum.nullable(),
            tot: datum.nullable(),
          }),
        ),
      })
      .optional(),
    /** Years that a closed case is kept, by grondslag; what is not here is `domein/bewaartermijn.ts`. */
    bewaartermijnen: z.record(z.string(), z.number().int().min(0).max(100)).optional(),
  }),
  basisdocument.extend({
    soort: z.literal('organisatie'),
    naam: z.string(),
    domein: z.enum(['zorg', 'veiligheid', 'bestuur']),
  }),
  basisdocument.extend({
    soort: z.literal('tafel'),
    naam: z.string(),
    doel: z.string(),
    grondslag: z.string(),
    /** As the house set it up; left out is as shipped (`domein/tafels`). */
    inrichting: inrichting.optional(),
  }),
  /**
   * A right of a person from the request to its end: aanvraag, besluit, periodic beoordeling, einde (dossier
   * A8 row 88). On a case it is sealed in the vak of that case; `casus` null is the right that the role gives
   * in the house, in the vak of the house. It records; what can be read is decided by keys.
   */
  basisdocument.extend({
    soort: z.literal('autorisatie'),
    casus: id.nullable(),
    /** Who it is about. */
    account: id,
    rol,
    /** Last day; null is as long as the case goes on. */
    tot: datum.nullable(),
    /** On which ground this person may know of the case. */
    grondslag: z.string(),
    aanvraag: stempelMetReden,
    /** Null until somebody decided on the request. */
    besluit: stempelMetReden.extend({ uitkomst: z.enum(['toegekend', 'afgewezen']) }).nullable(),
    beoordelingen: z.array(beoordeling),
    einde: stempelMetReden.nullable(),
  }),
  registratie,
  /**
   * That a case was destroyed: the declaration, and the sign for every device to destroy what it has of the
   * vak. Says nothing about a person.
   */
  basisdocument.extend({
    soort: z.literal('vernietiging'),
    /** The vak that is gone. */
    van: vakId,
    nummer: z.string(),
    tafel: z.string(),
    gemeente: z.string(),
    startdatum: datum,
    sluitdatum: datum.nullable(),
    grondslag: z.string(),
    /** The day on which the bewaartermijn ended. */
    termijn: datum,
    reden: z.string(),
    op: moment,
    /** How much it was. */
    aantal: z.object({ documenten: z.number().int(), bijlagen: z.number().int() }),
  }),
  /**
   * Key pair to which a partner without the application seals an aanmeldformulier (`crypto/formulierzegel.ts`). In a
   * vak of its own that only the bureau has the key of: who works at the house opens forms, a ketenpartner does not.
   */
  basisdocument.extend({
    soort: z.literal('formuliersleutel'),
    publiek: z.string(),
    prive: z.string(),
  }),
  /** Versioned reference list; `schaal` only for leefgebieden. */
  basisdocument.extend({
    soort: z.literal('lijst'),
    /** For example `leefgebieden@1`. */
    code: z.string(),
    waarden: z.array(lijstwaarde),
    schaal: z
      .object({ van: z.number().int(), tot: z.number().int(), laag: z.string(), hoog: z.string() })
      .nullable(),
  }),
]);
export type Huisdocument = z.infer<typeof huisdocument>;
export type Vernietiging = Extract<Huisdocument, { soort: 'vernietiging' }>;
export type Autorisatie = Extract<Huisdocument, { soort: 'autorisatie' }>;

/** A person of the house. `id` is the account. The certificate is signed by the house key. */
export const lid = basisdocument.extend({
  naam: z.string(),
  rol,
  organisatie: z.string(),
  /** `huis`: gets the key of every case of the bureau; `toegewezen`: only of cases given to them. */
  toegang: z.enum(['huis', 'toegewezen']),
  /** Ed25519 public key, base64url. */
  tekensleutel: z.string(),
  /** X25519 public key, base64url. */
  ontvangsleutel: z.string(),
  /** Signature of the house key over the certificate (`shared/crypto/certificaat.ts`), base64url. */
  certificaat: z.string(),
});
export type Lid = z.infer<typeof lid>;

/** A member as the house certified them: what the certificate covers, and the certificate. */
export const gecertificeerdLid = lid.pick({
  id: true,
  naam: true,
  rol: true,
  organisatie: true,
  toegang: true,
  tekensleutel: true,
  ontvangsleutel: true,
  certificaat: true,
});
export type Gecertificeerdlid = z.infer<typeof gecertificeerdLid>;

/** Key of a vak, sealed to one account (HPKE, RFC 9180). Never replicated as a document: it travels over its own path. */
export const toegang = z.object({
  id,
  vak: z.string(),
  epoch: z.number().int().min(1),
  account: z.string(),
  rol: z.string(),
  /** Access ends after this date; null is without end. */
  tot: datum.nullable(),
  /** HPKE encapsulated key and ciphertext, base64url. */
  verzegeld: z.string(),
  door: z.string(),
  handtekening: z.string(),
  /** False until the endpoint has taken it. */
  gepubliceerd: z.boolean(),
});
export type Toegang = z.infer<typeof toegang>;

/** What belongs to this device only: preferences, import profiles, envelopes that cannot be opened yet. */
export const lokaal = z.object({
  id: z.string(),
  soort: z.string(),
  /** JSON text. */
  waarde: z.string(),
});
export type Lokaal = z.infer<typeof lokaal>;
