/** What every route may use. */
import type { Store } from '../store/index.js';
import type { Stromen } from './stromen.js';

export interface Omgeving {
  readonly store: Store;
  readonly stromen: Stromen;
  /** Moment as ISO text. */
  readonly nu: () => string;
  /** Moment `seconden` from now as ISO text. */
  readonly over: (seconden: number) => string;
  /** Date in the Netherlands: `tot` of a grant is a day there. */
  readonly vandaag: () => string;
}

const DAG = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

export function maakOmgeving(store: Store, stromen: Stromen, klok: () => Date): Omgeving {
  return {
    store,
    stromen,
    nu: () => klok().toISOString(),
    over: (seconden) => new Date(klok().getTime() + seconden * 1000).toISOString(),
    vandaag: () => DAG.format(klok()),
  };
}
