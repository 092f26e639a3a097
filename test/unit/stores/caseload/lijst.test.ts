import { describe, expect, it } from 'vitest';
import {
  csvCel,
  GEEN_FILTERS,
  kiesRijen,
  naarCsv,
  telFilters,
} from '../../../../renderer/stores/caseload-lijst.js';
import { maakCasusrijen, type CasusDoc } from '../../../../renderer/stores/caseload.js';
import { casusDoc, overlegDoc } from './documenten.js';

const ik = { id: 'ik', naam: 'Jolanda Wouters', organisatie: 'ZVH' };
const VANDAAG = '2026-11-24';

function rijen(casussen: readonly CasusDoc[], overleggen = [] as ReturnType<typeof overlegDoc>[]) {
  return maakCasusrijen({ casussen, betrokkenen: [], overleggen, acties: [] }, ik, VANDAAG);
}

describe('lijst van casussen', () => {
  const alle = rijen(
    [
      casusDoc({ id: 'a', titel: 'Ruben van der Schoot', procesregisseur: 'J. Wouters' }),
      casusDoc({ id: 'b', titel: 'Yara Daal', procesregisseur: 'S. Aydin', aveFase: 4 }),
      casusDoc({ id: 'c', titel: 'Theo Aarden', sluitdatum: '2026-03-01', sluitreden: 'x' }),
      casusDoc({ id: 'd', titel: 'Kees Bos', procesregisseur: 'S. Aydin' }),
    ],
    [overlegDoc({ id: 'o', casus: 'd', datum: '2026-11-25' })],
  );
  const kies = (deel: Partial<Parameters<typeof kiesRijen>[1]>) =>
    kiesRijen(
      alle,
      { bereik: 'huis', filters: GEEN_FILTERS, sorteer: { kolom: 'mdo', op: true }, ...deel },
      null,
    ).map((r) => r.id);

  it('knows a member by the short form of the name', () => {
    expect(kies({ bereik: 'mijn' })).toEqual(['a']);
  });
  it('puts cases without a meeting last, whichever way it sorts', () => {
    expect(kies({})[0]).toBe('d');
    expect(kies({ sorteer: { kolom: 'mdo', op: false } })[0]).toBe('d');
  });
  it('sorts names the Dutch way: van der Schoot under S', () => {
    expect(kies({ sorteer: { kolom: 'betrokkene', op: true } })).toEqual(['d', 'b', 'a']);
  });
  it('keeps closed cases apart', () => {
    expect(kies({ bereik: 'afgesloten' })).toEqual(['c']);
    expect(kies({ filters: { ...GEEN_FILTERS, lopend: false } })).toHaveLength(4);
  });
  it('counts what each filter would leave', () => {
    expect(telFilters(alle, 'huis')).toMatchObject({ lopend: 3, ave4: 1, verschil: 0 });
    expect(kies({ filters: { ...GEEN_FILTERS, ave4: true } })).toEqual(['b']);
  });
});

describe('csv', () => {
  it('disarms what a spreadsheet would run', () => {
    for (const teken of ['=', '+', '-', '@']) expect(csvCel(`${teken}1+1`)).toBe(`'${teken}1+1`);
    expect(csvCel('\t=1')).toBe("'\t=1");
    expect(csvCel(-3)).toBe('-3');
  });
  it('quotes separators, quotes and line ends', () => {
    expect(csvCel('a;b')).toBe('"a;b"');
    expect(csvCel('zei "ja"')).toBe('"zei ""ja"""');
    expect(csvCel(null)).toBe('');
    expect(naarCsv(['a', 'b'], [['x', 1]])).toBe('\uFEFFa;b\r\nx;1\r\n');
  });
});
