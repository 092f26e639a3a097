/**
 * The documents of a case. Words as in the glossary (dossier G) and in the national standard
 * Samen onder Handbereik (dossier D.6: `conditie`, `informering`, `besluit`).
 */
import { z } from 'zod';
import { basisdocument, datum, id, moment, tijd } from './basis.js';
import { bijlage } from './bijlage.js';

/** The seven steps of the casusreis, in order; `afgesloten` is what comes after the last. */
export const STAPPEN = [
  'aanmelding',
  'triage',
  'verrijking',
  'start-mdo',
  'plan',
  'monitoring',
  'afsluiting',
] as const;
export const stap = z.enum(STAPPEN);
export type Stap = z.infer<typeof stap>;

/** Kinds of intervention of an integraal plan van aanpak (dossier A3, row 36). */
export const INTERVENTIETYPEN = [
  'strafrechtelijk',
  'civielrechtelijk',
  'bestuurlijk',
  'zorg',
] as const;
export const interventietype = z.enum(INTERVENTIETYPEN);
export type Interventietype = z.infer<typeof interventietype>;

export const doel = z.object({
  id,
  tekst: z.string(),
  typen: z.array(interventietype),
  termijn: datum.nullable(),
  behaald: z.boolean(),
});
export type Doel = z.infer<typeof doel>;

/** AVE-fase 1 (no problems) to 4 (situation escalates); null when not determined (dossier D.3). */
export const aveFase = z.number().int().min(1).max(4).nullable();

export const casus = basisdocument.extend({
  /** Casusnummer of the house, for example `ZVH-2026-0041`. */
  nummer: z.string(),
  /** What the case is called at the table: a person, a family, or an area. */
  titel: z.string(),
  aard: z.enum(['persoon', 'systeem', 'gebied']),
  tafel: z.string(),
  gemeente: z.string(),
  /** Code of Tabel 33, four digits. */
  gemeentecode: z.string(),
  melder: z.string(),
  startdatum: datum,
  sluitdatum: datum.nullable(),
  sluitreden: z.string().nullable(),
  spoed: z.boolean(),
  aveFase,
  stap,
  /** Date on which each step was reached. */
  stapdatums: z.partialRecord(stap, datum),
  /** Name as it stands in the house, for example `J. Wouters`. */
  procesregisseur: z.string(),
  backupRegisseur: z.string().nullable(),
  casusregieOrganisatie: z.string().nullable(),
  casusregieNaam: z.string().nullable(),
  /** Value of the house's list; null is "Niet ingevuld", which is not the same as "Onbekend". */
  inkomsten: z.string().nullable(),
  woonsituatie: z.string().nullable(),
  problematiek: z.array(z.string()),
  omschrijving: z.string(),
  doelen: z.array(doel),
  planVastgesteldOp: datum.nullable(),
});
export type Casus = z.infer<typeof casus>;

export const GESLACHTEN = ['man', 'vrouw', 'anders', 'onbekend'] as const;
export const betrokkene = basisdocument.extend({
  casus: id,
  rol: z.enum(['hoofdbetrokkene', 'nevenbetrokkene']),
  naam: z.string(),
  /** Nine digits that pass the 11-check, or null. */
  bsn: z.string().nullable(),
  geboortedatum: datum.nullable(),
  geslacht: z.enum(GESLACHTEN),
  /** How this person stands to the hoofdbetrokkene, for example `moeder`; null for the hoofdbetrokkene. */
  relatie: z.string().nullable(),
  band: z.enum(['familie', 'sociaal', 'verbroken']).nullable(),
  /** Name of the household, when it is not that of the hoofdbetrokkene. */
  huishouden: z.string().nullable(),
  toelichting: z.string(),
});
export type Betrokkene = z.infer<typeof betrokkene>;

export const leefgebiedscore = z.object({
  /** On the scale of the list; null while not scored. */
  score: z.number().int().nullable(),
  toelichting: z.string(),
});
/** One meetmoment: the scores of a case on one date, on the list that was in force then. */
export const meting = basisdocument.extend({
  casus: id,
  /** Overleg at which it was scored, if any. */
  overleg: id.nullable(),
  datum,
  /** Code and version of the list of leefgebieden, for example `leefgebieden@1`. */
  lijst: z.string(),
  /** Key: code of the leefgebied. */
  scores: z.record(z.string(), leefgebiedscore),
});
export type Meting = z.infer<typeof meting>;

/** BOB: beeldvorming, oordeelsvorming, besluitvorming, between opening and afronding (dossier D.4). */
export const FASEN = [
  'opening',
  'beeldvorming',
  'oordeelsvorming',
  'besluitvorming',
  'afronding',
] as const;
export const fase = z.enum(FASEN);
export type Fase = z.infer<typeof fase>;

export const agendapunt = z.object({
  id,
  fase,
  titel: z.string(),
  /** Planned length in minutes; counts for the phase. */
  minuten: z.number().int().min(0),
  klaar: z.boolean(),
});
export const AANWEZIGHEID = ['aanwezig', 'telefonisch', 'afgemeld', 'niet bevestigd'] as const;
export const deelnemer = z.object({
  id,
  organisatie: z.string(),
  naam: z.string(),
  status: z.enum(AANWEZIGHEID),
});
export const besluit = z.object({ id, tekst: z.string(), op: moment });
export const geparkeerd = z.object({ id, tekst: z.string() });
/** A correction after vaststellen: the minutes stay as they were, the correction stands below. */
export const aanvulling = z.object({ id, tekst: z.string(), op: moment, door: z.string() });

export const OVERLEGSTATUSSEN = ['gepland', 'bezig', 'concept', 'vastgesteld'] as const;
export const overleg = basisdocument.extend({
  casus: id,
  /** `start-MDO`, `vervolg-MDO`, `maatwerkoverleg` … */
  soort: z.string(),
  datum,
  begin: tijd.nullable(),
  eind: tijd.nullable(),
  locatie: z.string(),
  status: z.enum(OVERLEGSTATUSSEN),
  deelnemers: z.array(deelnemer),
  agenda: z.array(agendapunt),
  /** Phase that the meeting is in, and since when. */
  fase: fase.nullable(),
  faseSinds: moment.nullable(),
  pitch: z.string(),
  pitchVastgesteldOp: datum.nullable(),
  notulen: z.object({
    beeldvorming: z.string(),
    oordeelsvorming: z.string(),
    besluitvorming: z.string(),
  }),
  besluiten: z.array(besluit),
  geparkeerd: z.array(geparkeerd),
  /** How and how far the betrokkene is informed of the outcome, or why not. Empty: not recorded yet. */
  informering: z.string(),
  volgendeDatum: datum.nullable(),
  vastgesteldOp: moment.nullable(),
  vastgesteldDoor: z.string().nullable(),
  aanvullingen: z.array(aanvulling),
});
export type Overleg = z.infer<typeof overleg>;
export type Deelnemer = z.infer<typeof deelnemer>;
export type Agendapunt = z.infer<typeof agendapunt>;

export const ACTIESTATUSSEN = ['open', 'afgerond', 'vervallen'] as const;
export const actie = basisdocument.extend({
  casus: id,
  overleg: id.nullable(),
  omschrijving: z.string(),
  type: interventietype.nullable(),
  /** Organisation that carries it out (`belegdBij`). */
  eigenaar: z.string(),
  eigenaarNaam: z.string().nullable(),
  /** Date on which it was agreed. */
  datum,
  deadline: datum.nullable(),
  /** What must happen first. */
  conditie: z.string(),
  /** How far and in what way the betrokkene was informed, including why not. */
  informering: z.string(),
  status: z.enum(ACTIESTATUSSEN),
  resultaat: z.string(),
  /** Only for the owner and procesregie. */
  beperkt: z.boolean(),
  /** A request for information before the start-MDO (`domein/verrijking.ts`); left out is an ordinary one. */
  soort: z.literal('verrijking').optional(),
});
export type Actie = z.infer<typeof actie>;

export const gebeurtenis = basisdocument.extend({
  casus: id,
  datum,
  soort: z.enum(['stap', 'feit', 'notitie', 'wijziging', 'verschil']),
  titel: z.string(),
  toelichting: z.string(),
  /** Who or what it comes from, for example `Politie`. */
  bron: z.string(),
  leefgebied: z.string().nullable(),
  /** Of a fact: on which ground it was given. */
  grondslag: z.string().optional(),
  bijlagen: z.array(bijlage),
});
export type Gebeurtenis = z.infer<typeof gebeurtenis>;

/** The four statutory criteria (WGS; dossier A1 row 2). */
export const CRITERIA = ['a', 'b', 'c', 'd'] as const;
export const criterium = z.object({ voldaan: z.boolean().nullable(), motivering: z.string() });
export const aanmelding = basisdocument.extend({
  ontvangenOp: moment,
  /** Organisation, and the person of it. */
  melder: z.string(),
  melderNaam: z.string(),
  /** Short description for lists, without a name: `Man, 27, Breda`. */
  aanduiding: z.string(),
  naam: z.string(),
  geboortedatum: datum.nullable(),
  geslacht: z.enum(GESLACHTEN),
  gemeente: z.string(),
  gemeentecode: z.string(),
  aanleiding: z.string(),
  problematiek: z.array(z.string()),
  spoed: z.boolean(),
  criteria: z.object({ a: criterium, b: criterium, c: criterium, d: criterium }),
  status: z.enum(['nieuw', 'geaccepteerd', 'doorgeleid', 'advies', 'afgewezen']),
  /** Case that came of it. */
  casus: id.nullable(),
  /** Why no case came of it, and where it was put; this is what the melder hears. */
  uitkomst: z.string().optional(),
});
export type Aanmelding = z.infer<typeof aanmelding>;
