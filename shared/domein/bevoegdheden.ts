/**
 * What a role may do, in one place. Keys decide what can be read (decision 0003) and the key of the house
 * decides who can appoint and revoke; this table says what a screen offers to whom, so that people are not
 * shown what is not their task. It is no protection by itself.
 */
import type { Rol } from '../schema/index.js';

export const HANDELINGEN = [
  /** See and export the log of everybody, not only the own lines. */
  'logboek-van-huis',
  /** Change what counts for the whole house. */
  'huis-instellen',
  /** Let people in, and let them out again. */
  'leden-beheren',
  /** Give a member a key of a case, and take somebody out. */
  'toegang-beheren',
  /** Decide that a file is destroyed at the end of its bewaartermijn, or held. */
  'vernietigen',
  /** Accept or refuse what a former member brought late. */
  'late-wijzigingen-beoordelen',
] as const;
export type Handeling = (typeof HANDELINGEN)[number];

const VAN_HET_BUREAU = [
  'leden-beheren',
  'toegang-beheren',
  'vernietigen',
  'late-wijzigingen-beoordelen',
] as const;

/** Whoever founds a house may have any role of the bureau, so all of them may let people in. */
const BEVOEGDHEDEN: Readonly<Record<Rol, readonly Handeling[]>> = {
  procesregisseur: VAN_HET_BUREAU,
  informatiecoordinator: VAN_HET_BUREAU,
  procesondersteuner: VAN_HET_BUREAU,
  manager: VAN_HET_BUREAU,
  beheerder: ['logboek-van-huis', 'huis-instellen', ...VAN_HET_BUREAU],
  ketenpartner: [],
  fg: ['logboek-van-huis'],
};

export const mag = (rol: Rol, handeling: Handeling): boolean =>
  BEVOEGDHEDEN[rol].includes(handeling);
