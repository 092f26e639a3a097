/**
 * The documents of a case. Words as in the glossary (dossier G) and in the national standard
 * Samen onder Handbereik (dossier D.6: `conditie`, `informering`, `besluit`).
 */
import { z } from 'zod';
import { basisdocument, datum, id, moment, tijd } from './basis.js';
import { bijlage } from './bijlage.js';
import { brpcontrole, brpstand } from './brp.js';

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

/** Who does what for a case, from when to when (dossier A3 row 38). Two casemanagers at once: duaal casemanagement. */
export const CASUSROLLEN = [
  'procesregisseur',
  'backup-regisseur',
  'casusregisseur',
  'casemanager',
] as const;
export const casusrol = z.object({
  id,
  rol: z.enum(CASUSROLLEN),
  organisatie: z.string(),
  naam: z.string(),
  van: datum,
  /** Last day; null is as long as it goes on. */
  tot: datum.nullable(),
});
export type Casusrol = z.infer<typeof casusrol>;

/** Keeping the case longer than the bewaartermijn (BGS; dossier C.1): until when, why and by whom. */
export const verlenging = z.object({
  id,
  tot: datum,
  reden: z.string(),
  door: z.string(),
  op: moment,
});
/** The clock that begins when the case is closed. */
export const bewaring = z.object({
  verlengingen: z.array(verlenging),
  /** Nothing is destroyed while it stands, whatever the clock says: a request, a complaint, a court case. */
  vasthouden: z.object({ reden: z.string(), door: z.string(), op: moment }).nullable(),
});
export type Bewaring = z.infer<typeof bewaring>;

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
  /** Of a case about an area (dossier A2 row 22): the wijk, and its CBS code when it is known. */
  gebied: z.object({ wijk: z.string(), code: z.string() }).optional(),
  /** History of roles; the fields above say who has them now. */
  rollen: z.array(casusrol).optional(),
  /** What was reached, and what was learned, when it was closed. */
  resultaat: z.string().optional(),
  evaluatie: z.string().optional(),
  bewaring: bewaring.optional(),
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
  /** Who has gezag over a minor, as people or the BRP say it. */
  gezag: z.string().optional(),
  /** Who acts for this person: parent, voogd, curator, bewindvoerder or mentor (UAVG art. 5). */
  vertegenwoordiger: z.object({ naam: z.string(), hoedanigheid: z.string() }).optional(),
  brp: brpstand.optional(),
  /** The same on everything that is about the same person; taken out again, they are two people. */
  persoon: id.optional(),
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
export const criterium = z.object({
  voldaan: z.boolean().nullable(),
  motivering: z.string(),
  /** What the judgement rests on. */
  bron: z.string().optional(),
  /** Of the text that was judged, for example `wgs@1`. */
  versie: z.string().optional(),
  /** Account that judged, and when. */
  door: z.string().optional(),
  op: moment.optional(),
});
/** A criterion of the house or of a casustafel, with its text as it was when it was judged. */
export const aanvullendCriterium = criterium.extend({ id: z.string(), tekst: z.string() });

export const KANALEN = ['app', 'formulier', 'telefoon', 'mail', 'overleg'] as const;
export const aanmelding = basisdocument.extend({
  ontvangenOp: moment,
  /** Organisation, and the person of it. */
  melder: z.string(),
  melderNaam: z.string(),
  melderFunctie: z.string().optional(),
  kanaal: z.enum(KANALEN).optional(),
  /** Short description for lists, without a name: `Man, 27, Breda`. */
  aanduiding: z.string(),
  naam: z.string(),
  bsn: z.string().optional(),
  geboortedatum: datum.nullable(),
  geslacht: z.enum(GESLACHTEN),
  gemeente: z.string(),
  gemeentecode: z.string(),
  aanleiding: z.string(),
  /** What was done already, and what the melder asks. */
  hulp: z.string().optional(),
  verzoek: z.string().optional(),
  /** Whether the betrokkene knows of it, and when not why not. */
  besproken: z.object({ ja: z.boolean(), reden: z.string() }).optional(),
  problematiek: z.array(z.string()),
  spoed: z.boolean(),
  spoedReden: z.string().optional(),
  criteria: z.object({ a: criterium, b: criterium, c: criterium, d: criterium }),
  aanvullend: z.array(aanvullendCriterium).optional(),
  brp: brpcontrole.optional(),
  persoon: id.optional(),
  /** Registratie of the advice that it came from. */
  advies: id.optional(),
  /** The joint weighing: with which organisations, and how it was weighed. */
  triage: z
    .object({ op: datum, tafel: z.string(), met: z.array(z.string()), weging: z.string() })
    .optional(),
  status: z.enum(['nieuw', 'geaccepteerd', 'doorgeleid', 'advies', 'afgewezen']),
  /** Case that came of it. */
  casus: id.nullable(),
  /** Why no case came of it, and where it was put; this is what the melder hears. */
  uitkomst: z.string().optional(),
  belegdBij: z.string().optional(),
  /** That the melder heard of the outcome; left out while that is still to be done. */
  terugkoppeling: z.object({ op: moment, door: z.string(), hoe: z.string() }).optional(),
  /** Of one that became no case: a case has its own. */
  bewaring: bewaring.optional(),
});
export type Aanmelding = z.infer<typeof aanmelding>;
