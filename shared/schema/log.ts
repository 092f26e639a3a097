/**
 * The log: what was done with what, by whom, when, from where, with which outcome (BIO2 8.15.01), and on
 * which grondslag. A line never holds a name, a text or anything else about a person: only opaque ids,
 * kinds and numbers (BIO2 8.15.02).
 *
 * Lines form one chain per device (`shared/log/keten.ts`) and are kept in blokken, so that a hundred
 * thousand lines are some two thousand documents. A blok is only ever written by its own device, and only
 * grows: it is never merged.
 */
import { z } from 'zod';
import { apparaatverklaring } from '../sync/protocol.js';
import { bytes32 } from '../stukken.js';
import { basisdocument, id, moment } from './basis.js';

/** What can be done. Words as a FG reads them; the screen has them in both languages. */
export const LOGACTIES = [
  'keten-begonnen',
  'ontgrendeld',
  'ontgrendelen-mislukt',
  'vergrendeld',
  'geraadpleegd',
  'bekendheid-nagegaan',
  'toegevoegd',
  'gewijzigd',
  'verwijderd',
  'verschil-opgelost',
  'geexporteerd',
  // The question is noted before it goes out, the answer when it came.
  'brp-bevraagd',
  'brp-beantwoord',
  'toegang-verleend',
  'toegang-ingetrokken',
  'quarantaine-aanvaard',
  'quarantaine-geweigerd',
  'uitgenodigd',
  'reservekopie-gemaakt',
  'reservekopie-geoefend',
  'aangevuld',
  'overdracht-ingelezen',
  'sleutels-gewijzigd',
  'vernietigd',
  'keten-gezien',
  'logwijziging-geweigerd',
] as const;
export const logactie = z.enum(LOGACTIES);
export type Logactie = z.infer<typeof logactie>;

export const LOGRESULTATEN = ['gelukt', 'mislukt', 'geweigerd'] as const;
export type Logresultaat = (typeof LOGRESULTATEN)[number];

/** The state of a chain: so many lines, of which the last has this hash. */
export const ketenstand = z.object({ keten: id, nr: z.number().int().min(1), hash: bytes32 });
export type Ketenstand = z.infer<typeof ketenstand>;

export const logregel = z.object({
  /** Place in the chain of the device, from 1 without a gap. */
  nr: z.number().int().min(1),
  /** Tijdstempel: by the clock of the device. Order is that of `nr`. */
  op: moment,
  /** A later version of the application may know more of them: such a line stays a line. */
  actie: z.string().min(1).max(40),
  /** Object: its kind (a collection, `kluis`, `log` …) and its opaque id. */
  soort: z.string().min(1).max(40),
  id: z.string().max(64),
  /** The case that the object belongs to. */
  casus: id.optional(),
  casustafel: z.string().optional(),
  grondslag: z.string().optional(),
  resultaat: z.enum(LOGRESULTATEN),
  /** Oorsprong: shell and version, and whether the device had a connection with the house. The device itself is that of the chain. */
  oorsprong: z.string().min(1).max(80),
  /** Account. */
  actor: id,
  /** Number of objects, when it is more than one: one line for one command. */
  aantal: z.number().int().min(0).optional(),
  /** How: `wachtzin`, `herstelcode`, `map`, `hersteld` … */
  wijze: z.string().max(40).optional(),
  /** Of `keten-gezien`: how far the chains of other devices had come. */
  gezien: z.array(ketenstand).optional(),
});
export type Logregel = z.infer<typeof logregel>;

/** Most lines in one blok: what is written, sealed and sent again when a line is added to it. */
export const REGELS_PER_BLOK = 64;

export const logblok = basisdocument.extend({
  keten: id,
  apparaat: id,
  /** Number of the first line in it. */
  van: z.number().int().min(1),
  /** Hash of the line before that, or of the beginning of the chain. */
  vorige: bytes32,
  /** `tekst`: a `Logregel` as canonical JSON; these very bytes are what was hashed. */
  regels: z.array(z.object({ tekst: z.string(), hash: bytes32 })).min(1),
  /** Of the device, over the last hash (`shared/log/keten.ts`), base64url. */
  handtekening: z.string(),
  /** By which the account vouches for the key of the device. */
  verklaring: apparaatverklaring,
});
export type Logblok = z.infer<typeof logblok>;
