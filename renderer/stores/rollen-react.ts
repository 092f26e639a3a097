/** Whether a case has duaal casemanagement, by the domains of the organisations as the house lists them. */
import { isDuaal } from '../../shared/domein/index.js';
import type { CasusDoc } from './caseload.js';
import { useDocs } from './react.js';

export function useDuaal(casus: CasusDoc): boolean {
  const huis = useDocs('huis');
  return isDuaal(casus, (naam) => {
    const doc = huis.find((d) => d.soort === 'organisatie' && d.naam === naam);
    return doc?.soort === 'organisatie' ? doc.domein : undefined;
  });
}
