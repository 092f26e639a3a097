/**
 * How long a device may go on without contact with the house. After that it asks for contact before it
 * opens: somebody who was revoked meanwhile hears it there. Times are ms since 1970.
 */
export const CONTACTTERMIJN_DAGEN = 30;
/** What a house can choose; null is without. */
export const CONTACTTERMIJNEN = [7, 14, 30, 60, 90, null] as const;

const DAG_MS = 86_400_000;
/** Clocks of computers are set right by minutes; that is no setting back. */
const SPELING_MS = 10 * 60_000;

/** What a device remembers of its last contact. */
export interface Contactstand {
  /** By the clock of the device. */
  readonly op: number;
  /** The latest moment that this device is known to have reached: its clock, and the time that it was in use. */
  readonly klok: number;
  /** The term of the house at that moment; null is none. */
  readonly dagen: number | null;
}

/** `klok`: the clock of this device was set back, so how long it was is not known. */
export type Contactreden = 'termijn' | 'klok';

/** Why contact is needed before this device opens; null when it is not. */
export function contactNodig(stand: Contactstand | null, nu: number): Contactreden | null {
  if (stand === null || stand.dagen === null) return null;
  if (nu < stand.klok - SPELING_MS) return 'klok';
  return Math.max(nu, stand.klok) - stand.op > stand.dagen * DAG_MS ? 'termijn' : null;
}
