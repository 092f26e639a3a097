/**
 * What a casustafel is set up with (dossier A3 row 28): everything in which one tafel differs from another is
 * here, and nothing of it is in the code.
 */
import { z } from 'zod';
import { basisdocument, datum, id } from './basis.js';
import { stap } from './casus.js';

export const VELDSOORTEN = ['tekst', 'lang', 'getal', 'datum', 'keuze', 'keuzes', 'janee'] as const;
export const veldsoort = z.enum(VELDSOORTEN);
export type Veldsoort = z.infer<typeof veldsoort>;

/** A question of a form. */
export const veld = z.object({
  id: z.string().min(1).max(60),
  label: z.string().min(1).max(200),
  soort: veldsoort,
  verplicht: z.boolean(),
  /** Of `keuze` and `keuzes`; empty for the others. */
  opties: z.array(z.string().min(1).max(200)).max(100),
  /** Only asked while this switch of the tafel is on; null is always. */
  schakelaar: z.string().nullable(),
});
export type Veld = z.infer<typeof veld>;

/** A form that is filled in at a tafel: each time gives a registratie. */
export const formulier = z.object({
  id: z.string().min(1).max(60),
  /** Goes up with every change of its questions; what was registered keeps the one it was made with. */
  versie: z.number().int().min(1),
  naam: z.string().min(1).max(120),
  /** When it is used, in a sentence. */
  wanneer: z.string().max(500),
  /** Of a case, or of the house as a whole. */
  bij: z.enum(['casus', 'huis']),
  velden: z.array(veld).min(1).max(60),
});
export type Formulier = z.infer<typeof formulier>;

/** A number that the tafel accounts for: registraties of a form, if need be with one answer. */
export const teller = z.object({
  id: z.string().min(1).max(60),
  naam: z.string().min(1).max(120),
  formulier: z.string(),
  /** `veld` null: all of them; else those that have this answer. */
  veld: z.string().nullable(),
  waarde: z.string().nullable(),
  /** Each registratie, or each case once. */
  telt: z.enum(['registraties', 'casussen']),
});
export type Teller = z.infer<typeof teller>;

/** Parts of a case that can be kept from a role: the collections in which they are, and what tafels register. */
export const ONDERDELEN = [
  'betrokkenen',
  'metingen',
  'acties',
  'overleggen',
  'gebeurtenissen',
  'registraties',
] as const;
export const onderdeel = z.enum(ONDERDELEN);
export type Onderdeel = z.infer<typeof onderdeel>;

export const FREQUENTIES = [
  'wekelijks',
  'tweewekelijks',
  'maandelijks',
  'kwartaal',
  'naar-behoefte',
] as const;

export const inrichting = z.object({
  /** Goes up with every change. */
  versie: z.number().int().min(1),
  frequentie: z.enum(FREQUENTIES),
  /** Organisations that are invited as a rule. */
  deelnemers: z.array(z.string()),
  /** Who leads and who takes minutes: functions, not people. */
  rollen: z.array(z.object({ id: z.string(), label: z.string() })),
  /** Criteria for a case to be dealt with here, beside the four of the WGS. */
  criteria: z.array(z.object({ id: z.string(), tekst: z.string() })),
  /** Steps of the casusreis that a case takes here, in order, and what this tafel calls them; none: no cases. */
  stappen: z.array(z.object({ stap, label: z.string().nullable() })),
  formulieren: z.array(formulier),
  tellers: z.array(teller),
  /** What is off until there is a ground for it. */
  schakelaars: z.array(
    z.object({ id: z.string(), label: z.string(), uitleg: z.string(), aan: z.boolean() }),
  ),
  /** Parts of a case that a ketenpartner does not see here, their own contributions excepted. */
  verborgen: z.array(onderdeel),
  /** The tafel ended on this day: its cases and registraties stay, nothing new begins. */
  geslotenOp: datum.nullable(),
});
export type Inrichting = z.infer<typeof inrichting>;

export const antwoord = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
export type Antwoord = z.infer<typeof antwoord>;

/** A form as it was filled in. Sealed in the vak of its case, or of the house; kept in the collection `huis`. */
export const registratie = basisdocument.extend({
  soort: z.literal('registratie'),
  casus: id.nullable(),
  /** Name of the tafel. */
  tafel: z.string(),
  datum,
  /** The form as it was then: what is in `antwoorden` is read with it. */
  formulier,
  /** By id of the question; an unanswered one is not there. */
  antwoorden: z.record(z.string(), antwoord),
});
export type Registratie = z.infer<typeof registratie>;
