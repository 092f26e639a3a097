/** Lists of the gemeente as files: what is refused as a whole, and which columns are needed. */
import { describe, expect, it } from 'vitest';
import { herkenKolommen, kolomreden, leesBrpbestand } from '../../../shared/import/brpbestand.js';

describe('a list of the gemeente', () => {
  it('knows its columns by what they are called, also as elements of the BRP', () => {
    expect(herkenKolommen(['01.01.20', 'Geslachts-naam', 'Géboren', 'iets'])).toEqual({
      bsn: 0,
      geslachtsnaam: 1,
      geboortedatum: 2,
    });
  });

  it.each([
    ['', /leeg/],
    ['{"personen": [', /begint als JSON/],
    ['{"iets": 1}', /geen lijst van personen/],
    ['bsn;naam\n', /geen personen/],
    ['%PDF-1.7 x', /./],
  ])('refuses %j as a whole with what to do', async (tekst, reden) => {
    const uit = await leesBrpbestand(new TextEncoder().encode(tekst));
    if (uit.ok) throw new Error('gelezen');
    expect(uit.fout).toMatch(reden);
  });

  it('asks for the columns that it needs', () => {
    expect(kolomreden({})).not.toBeNull();
    expect(kolomreden({ naam: 0 })).not.toBeNull();
    expect(kolomreden({ geslachtsnaam: 0, geboortedatum: 1 })).toBeNull();
    expect(kolomreden({ bsn: 3 })).toBeNull();
  });
});
