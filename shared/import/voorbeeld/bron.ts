/** What the documents of one case are made from. */
import type { IsoDate } from '../../domein/index.js';
import type { Ruwecasus } from './caseload.js';
import type { Gang } from './gang.js';
import type { Toeval } from './toeval.js';

export interface Plek {
  readonly datum: IsoDate;
  readonly begin: string;
}

export interface Casusbron {
  readonly casus: Ruwecasus;
  readonly gang: Gang;
  readonly plek: Plek | null;
  /** The case that is opened first: with a full network. */
  readonly rijk: boolean;
  readonly toeval: Toeval;
  readonly vandaag: IsoDate;
}
