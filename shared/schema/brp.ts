/** What is known of a person from the Basisregistratie Personen, and who looked (dossier A1 rows 6 and 7). */
import { z } from 'zod';
import { datum, id, moment } from './basis.js';

export const BRP_UITVOERDERS = ['gemeente', 'koppeling', 'bestand'] as const;
export const BRP_RESULTATEN = ['komt-overeen', 'wijkt-af', 'niet-gevonden'] as const;
/** One look: who did it, on what purpose, and what came of it. */
export const brpcontrole = z.object({
  id,
  op: moment,
  /** Account that recorded it. */
  door: z.string(),
  uitvoerder: z.enum(BRP_UITVOERDERS),
  /** The purpose for which the BRP was asked. */
  doelbinding: z.string(),
  resultaat: z.enum(BRP_RESULTATEN),
  toelichting: z.string(),
  /** The person has geheimhouding (BRP 07.70.10): the address is not shown or passed on. */
  geheim: z.boolean(),
});
export type Brpcontrole = z.infer<typeof brpcontrole>;

export const BRP_WIJZIGINGEN = ['verhuizing', 'overlijden', 'naam', 'gezag', 'anders'] as const;
/** A change in the BRP while the case is opgeschaald. */
export const brpwijziging = z.object({
  id,
  soort: z.enum(BRP_WIJZIGINGEN),
  datum,
  oud: z.string(),
  nieuw: z.string(),
  /** Gemeente, or the koppeling. */
  gemeldDoor: z.string(),
  afgehandeld: z.object({ door: z.string(), op: moment }).nullable(),
});
export type Brpwijziging = z.infer<typeof brpwijziging>;

export const brpstand = z.object({
  controles: z.array(brpcontrole),
  wijzigingen: z.array(brpwijziging),
  /** Changes are followed. */
  gevolgd: z.boolean(),
  /** As the BRP had it at the last look of the koppeling, to see what changed: name, date of birth, address, gezag. */
  gegevens: z.record(z.string(), z.string()).optional(),
});
export type Brpstand = z.infer<typeof brpstand>;
