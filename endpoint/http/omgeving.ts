/** What every route may use. */
import type { Readable } from 'node:stream';
import type { Beller, Bericht, Store } from '../store/index.js';

export interface Klok {
  /** Moment as ISO text. */
  readonly nu: () => string;
  /** Moment `seconden` from now as ISO text. */
  readonly over: (seconden: number) => string;
  /** Date in the Netherlands: `tot` of a grant is a day there. */
  readonly vandaag: () => string;
}

export interface Omgeving extends Klok {
  readonly store: Store;
  /** Tells the streams here and those of other processes, after a commit. Never fails. */
  readonly vertel: (bericht: Bericht) => void;
  /** A stream of pokes for this device. */
  readonly luister: (beller: Beller) => Promise<Readable>;
}

const DAG = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

export const maakKlok = (klok: () => Date): Klok => ({
  nu: () => klok().toISOString(),
  over: (seconden) => new Date(klok().getTime() + seconden * 1000).toISOString(),
  vandaag: () => DAG.format(klok()),
});
