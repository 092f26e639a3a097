import { klok } from '../../../shared/domein/datums.js';
import type { OntgrendelFout } from '../../vault/types.js';
import type { teksten } from './teksten.js';

/** Why the passphrase of now was not accepted, for at its field. */
export function wachtzinfout(fout: OntgrendelFout, t: (typeof teksten)['nl']['wachtzin']): string {
  if (fout.soort === 'beschadigd') return fout.uitleg;
  const wachtTot = 'wachtTot' in fout ? fout.wachtTot : null;
  return wachtTot === null ? t.fout : t.wacht(klok(new Date(wachtTot)));
}
