import { describe, expect, it } from 'vitest';
import { kopiecodefout, kopiefouttekst } from '../../../renderer/onderdelen/kopie/fouten.js';
import { omvangInWoorden } from '../../../renderer/onderdelen/kopie/omvang.js';
import { teksten } from '../../../renderer/onderdelen/kopie/teksten.js';

describe('kopiefouttekst', () => {
  it('names the file that is missing, as it is in the folder', () => {
    expect(kopiefouttekst({ soort: 'onvolledig', pak: 'abc' }, teksten.nl)).toContain('abc.pak');
  });

  it('names what was counted in words, also what it does not know', () => {
    const telling = { soort: 'telling', verwacht: 3, gevonden: 2 } as const;
    expect(kopiefouttekst({ ...telling, collectie: 'overleggen' }, teksten.nl)).toContain('MDO’s');
    expect(kopiefouttekst({ ...telling, collectie: 'nieuw' }, teksten.nl)).toContain('nieuw');
  });

  it('leaves a wrong code to its field', () => {
    expect(kopiefouttekst({ soort: 'code' }, teksten.nl)).toBeNull();
    expect(kopiecodefout({ soort: 'code' }, teksten.nl)).toBe(teksten.nl.fout.code);
    expect(kopiecodefout({ soort: 'vol' }, teksten.nl)).toBeNull();
  });
});

describe('omvangInWoorden', () => {
  it('goes on where megabytes get long', () => {
    expect(omvangInWoorden(41_000_000, 'nl')).toBe('41 MB');
    expect(omvangInWoorden(1_500_000_000, 'nl')).toBe('1,5 GB');
    expect(omvangInWoorden(64_000_000_000, 'en')).toBe('64 GB');
  });
});
