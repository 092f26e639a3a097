/** Why a backup was not opened, in words with a next step. */
import type { Herstelfout } from '../../vault/types.js';
import type { teksten } from './teksten.js';

type T = (typeof teksten)['nl'];

/** What belongs at the field of the recovery code; null when it is about something else. */
export const kopiecodefout = (fout: Herstelfout | null, t: T): string | null =>
  fout?.soort === 'code' ? t.fout.code : null;

/** What there is to say of the backup itself; null when the code is the matter. */
export function kopiefouttekst(fout: Herstelfout, t: T): string | null {
  switch (fout.soort) {
    case 'code':
      return null;
    case 'onvolledig':
      return t.fout.onvolledig(fout.pak);
    case 'onleesbaar':
      return t.fout.onleesbaar(fout.aantal);
    case 'telling': {
      const namen: Readonly<Record<string, string>> = t.collectie;
      return t.fout.telling(namen[fout.collectie] ?? fout.collectie, fout.verwacht, fout.gevonden);
    }
    case 'soort':
    case 'afgekapt':
    case 'gewijzigd':
    case 'nieuwer':
    case 'vol':
      return t.fout[fout.soort];
  }
}
