/** Why the BRP gave no answer, with the next step. */
import type { Brpweigering } from '../../stores/brp.js';
import type { teksten } from './teksten.js';

type Tekst = (typeof teksten)['nl'];

export function weigeringInWoorden({ weiger: t }: Tekst, fout: Brpweigering): string {
  switch (fout.soort) {
    case 'te-druk':
      return t['te-druk'](fout.wacht === null ? t.straks : t.overSeconden(fout.wacht));
    case 'storing':
      return t.storing(fout.status);
    case 'meer':
      return t.meer(fout.aantal);
    default:
      return t[fout.soort];
  }
}
