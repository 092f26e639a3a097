import { describe, expect, it } from 'vitest';
import { padInWoorden, waardeInWoorden } from '../../../../renderer/stores/caseload-verschillen.js';
import { tekstverschil } from '../../../../renderer/screens/verschillen/tekstverschil.js';

describe('verschillen in woorden', () => {
  const doc = {
    doelen: [
      { id: 'd1', tekst: '' },
      { id: 'd2', tekst: '' },
    ],
    deelnemers: [{ id: 'p', organisatie: 'GGZ' }],
  };
  it.each([
    ['woonsituatie', 'Woonsituatie'],
    ['scores/huisvesting/score', 'Score huisvesting'],
    ['scores/dagbesteding/toelichting', 'Toelichting dagbesteding'],
    ['doelen/d2/termijn', 'Termijn van doel 2'],
    ['doelen/weg/termijn', 'Termijn van doel'],
    ['deelnemers/p/status', 'Status van deelnemer GGZ'],
    ['criteria/b/motivering', 'Criterium b, motivering'],
    ['notulen/beeldvorming', 'Notulen beeldvorming'],
    ['stapdatums/plan', 'Datum plan'],
    ['ietsNieuws', 'Iets nieuws'],
  ])('%s', (pad, verwacht) => {
    expect(padInWoorden(pad, doc, 'nl')).toBe(verwacht);
  });
  it('writes values as people do', () => {
    expect(waardeInWoorden(null, 'x', 'nl')).toBe('niet ingevuld');
    expect(waardeInWoorden('2026-11-24', 'termijn', 'nl')).toBe('24-11-2026');
    expect(waardeInWoorden(true, 'spoed', 'en')).toBe('yes');
    expect(waardeInWoorden('start-mdo', 'stap', 'nl')).toBe('Start-MDO');
    expect(waardeInWoorden(['a', 'b'], 'problematiek', 'nl')).toBe('a, b');
  });
  it('marks what is new in a text, and loses no letter of it', () => {
    const basis = 'Verbleef bij vriend sinds 3 november.';
    const nu = 'Verbleef bij vriend sinds 3 november. Crisisplek bij SMO.';
    const stukken = tekstverschil(basis, nu);
    expect(stukken.map((s) => s.tekst).join('')).toBe(nu);
    expect(stukken.filter((s) => s.nieuw).map((s) => s.tekst.trim())).toEqual([
      'Crisisplek bij SMO.',
    ]);
    expect(tekstverschil('', 'nieuw')).toEqual([{ tekst: 'nieuw', nieuw: false }]);
  });
});
