/** Why an aanmelding cannot be accepted, in words. */
import { magAccepteren, opsomming, type Taal } from '../../../shared/domein/index.js';
import type { AanmeldingDoc } from '../../stores/caseload.js';
import { teksten } from './teksten.js';

/** Null: it can be accepted. */
export function nietAccepteren(a: AanmeldingDoc, taal: Taal): string | null {
  const t = teksten[taal];
  const toets = magAccepteren(a);
  if (toets.ok) return null;
  switch (toets.fout.soort) {
    case 'verwerkt':
      return t.alVerwerkt;
    case 'niet-gemotiveerd':
      return t.nietAlles(opsomming(toets.fout.criteria, taal));
    case 'niet-voldaan':
      return t.nietVoldaanReden(opsomming(toets.fout.criteria, taal));
    case 'spoed-zonder-reden':
      return t.spoedRedenEerst;
  }
}
