/** Why the door stays shut whatever is typed: another screen takes over from the form, or says what is needed first. */
import type { OntgrendelFout } from '../../vault/types.js';

const SOORTEN = ['beschadigd', 'ingetrokken', 'contact'] as const;
export type Dicht = Extract<OntgrendelFout, { soort: (typeof SOORTEN)[number] }>;

/** Whether it is one of those; the other failures are of the form itself. */
export const isDicht = <F extends { readonly soort: string }>(fout: F): fout is F & Dicht =>
  SOORTEN.some((soort) => soort === fout.soort);
