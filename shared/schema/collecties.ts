/**
 * The collections of the vault. Twelve: RxDB's free edition opens no more than thirteen at once,
 * and stalls on the fourteenth; a test counts them.
 */
import { z } from 'zod';
import { aanmelding, actie, betrokkene, casus, gebeurtenis, meting, overleg } from './casus.js';
import { huisdocument, lid, lokaal, toegang } from './huis.js';
import { logblok } from './log.js';

/** Collections whose documents travel, sealed, to the other devices of the house. */
export const GEDEELD = {
  huis: huisdocument,
  leden: lid,
  aanmeldingen: aanmelding,
  casussen: casus,
  betrokkenen: betrokkene,
  metingen: meting,
  overleggen: overleg,
  acties: actie,
  gebeurtenissen: gebeurtenis,
  logregels: logblok,
} as const;

/** Collections that never leave the device as documents. */
export const EIGEN = { toegang, lokaal } as const;

export const COLLECTIES = { ...GEDEELD, ...EIGEN } as const;

export type GedeeldeCollectie = keyof typeof GEDEELD;
/** Documents that people write. The log is not among them: only the vault itself writes it. */
export type Dossiercollectie = Exclude<GedeeldeCollectie, 'logregels'>;
export type Collectie = keyof typeof COLLECTIES;
/** In this order: what others refer to comes before what refers to it. */
export const GEDEELDE_COLLECTIES = Object.keys(GEDEELD) as GedeeldeCollectie[];
export const DOSSIERCOLLECTIES = GEDEELDE_COLLECTIES.filter(
  (c): c is Dossiercollectie => c !== 'logregels',
);
export const COLLECTIENAMEN = Object.keys(COLLECTIES) as Collectie[];

export type DocVan<C extends Collectie> = z.infer<(typeof COLLECTIES)[C]>;
