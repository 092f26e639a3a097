import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leesInvoerregel, ORGANISATIES, type Invoeropties } from '../../../shared/domein/index.js';

/** A Tuesday. */
const opties: Invoeropties = {
  vandaag: '2026-11-24',
  organisaties: ORGANISATIES.map((o) => o.naam),
  deelnemers: [
    { organisatie: 'GGZ', naam: 'L. Brandsma' },
    { organisatie: 'Politie', naam: 'M. de Bruin' },
  ],
};
const lees = (regel: string) => leesInvoerregel(regel, opties);
const deadline = (tekst: string) => lees(`@politie huisbezoek vóór ${tekst}`).deadline;

describe('invoerregel', () => {
  it('reads owner, deadline and what', () => {
    expect(lees('@politie vóór 12-12 huisbezoek')).toMatchObject({
      eigenaar: { organisatie: 'Politie', naam: 'M. de Bruin' },
      deadline: '2026-12-12',
      wat: 'huisbezoek',
      conditie: '',
      opmerkingen: [{ soort: 'weekend', tekst: 'zaterdag', voorstel: '2026-12-11' }],
    });
  });

  it('reads a condition to the end of the line', () => {
    expect(lees('@gemeente voor vr 4 dec spoedbeschikking als SMO bevestigt')).toMatchObject({
      eigenaar: { organisatie: 'Gemeente', naam: null },
      deadline: '2026-12-04',
      wat: 'spoedbeschikking',
      conditie: 'als SMO bevestigt',
      opmerkingen: [],
    });
    expect(lees('@smo plek verlengen mits er plaats is uiterlijk op 3 dec')).toMatchObject({
      wat: 'plek verlengen',
      conditie: 'mits er plaats is',
      deadline: '2026-12-03',
    });
    expect(lees('@smo plek verlengen als GGZ voor 1 dec bericht geeft')).toMatchObject({
      conditie: 'als GGZ voor 1 dec bericht geeft',
      deadline: null,
    });
  });

  it('knows organisations by name, beginning, initials and person', () => {
    const wie = (regel: string) => lees(regel).eigenaar?.organisatie;
    expect(wie('@veilig thuis omgang bespreken')).toBe('Veilig Thuis');
    expect(lees('@veilig thuis omgang bespreken').wat).toBe('omgang bespreken');
    expect(wie('bellen met moeder @vt')).toBe('Veilig Thuis');
    expect(wie('@recl, voorwaarden')).toBe('Reclassering');
    expect(wie('@bruin huisbezoek')).toBe('Politie');
    expect(wie('@gg intake')).toBe('GGZ');
    expect(lees('@v plan').opmerkingen[0]).toMatchObject({ soort: 'eigenaar niet eenduidig' });
    expect(lees('@kerk bezoek')).toMatchObject({ eigenaar: null, wat: '@kerk bezoek' });
  });

  it.each([
    ['12-12', '2026-12-12'],
    ['12-12-2027', '2027-12-12'],
    ['1/2', '2027-02-01'],
    ['2026-12-01', '2026-12-01'],
    ['12 dec', '2026-12-12'],
    ['3 januari 2028', '2028-01-03'],
    ['vr', '2026-11-27'],
    ['dinsdag', '2026-12-01'],
    ['volgende week', '2026-12-04'],
    ['volgende week vrijdag', '2026-12-04'],
    ['volgende donderdag', '2026-12-03'],
    ['morgen', '2026-11-25'],
    ['overmorgen', '2026-11-26'],
    ['over 2 weken', '2026-12-08'],
    ['over drie dagen', '2026-11-27'],
    ['eind van de maand', '2026-11-30'],
    ['29-02', '2028-02-29'],
  ])('reads the date %s', (tekst, verwacht) => {
    expect(deadline(tekst)).toBe(verwacht);
  });

  it('leaves words that only look like a date', () => {
    expect(lees('@ggz gesprek voor moeder')).toMatchObject({
      deadline: null,
      wat: 'gesprek voor moeder',
    });
    expect(lees('@ggz verslag van 12-12 nalezen')).toMatchObject({ deadline: null });
    expect(lees('@ggz ma bellen')).toMatchObject({ deadline: null, wat: 'ma bellen' });
    expect(lees('@ggz bellen vóór 31-11')).toMatchObject({
      deadline: null,
      wat: 'bellen vóór 31-11',
      opmerkingen: [{ soort: 'datum bestaat niet' }],
    });
    expect(lees('@ggz bellen vóór ma 4 dec').opmerkingen[0]).toMatchObject({
      soort: 'andere weekdag',
    });
    expect(lees('@ggz bellen vóór 1-1-2026').opmerkingen[0]).toMatchObject({ soort: 'verleden' });
  });

  it('never throws and never loses a word', () => {
    const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
    console.info('seed', seed);
    const woord = fc.oneof(
      fc.constantFrom(
        '@politie',
        '@vt',
        '@',
        '@@',
        'vóór',
        'voor',
        'op',
        'uiterlijk',
        'als',
        'mits',
        '12-12',
        '31-11',
        '4',
        'dec',
        '2026',
        'vr',
        'over',
        '2',
        'weken',
        'volgende',
        'week',
        'eind',
        'maand',
        'huisbezoek',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(woord, { maxLength: 14 }), (woorden) => {
        const regel = woorden.join(' ');
        const lezing = lees(regel);
        const terug = lezing.delen
          .map((deel) => deel.tekst)
          .join(' ')
          .split(/\s+/)
          .filter((w) => w !== '');
        expect(terug).toEqual(regel.split(/\s+/).filter((w) => w !== ''));
        for (const deel of lezing.delen) {
          expect(regel.slice(deel.van, deel.tot)).toBe(deel.tekst);
          if (deel.rol === 'wat') expect(lezing.wat).toContain(deel.tekst.split(/\s+/)[0]);
          if (deel.rol === 'conditie')
            expect(lezing.conditie).toContain(deel.tekst.split(/\s+/)[0]);
          if (deel.rol === 'eigenaar') expect(lezing.eigenaar).not.toBeNull();
          if (deel.rol === 'deadline') expect(lezing.deadline).not.toBeNull();
        }
      }),
      { seed, numRuns: 1000 },
    );
  });
});
