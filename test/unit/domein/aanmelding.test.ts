import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bsnFout,
  gelijkeVelden,
  invoerfouten,
  isBsn,
  isTeZoeken,
  isTerugTeKoppelen,
  magAccepteren,
  metOordeel,
  mogelijkDezelfde,
  nieuweRegiolijst,
  regiocriteria,
  regiocriteriumFout,
  tafelcriteria,
  telTriage,
  urenTussen,
  volledigheid,
  WGS_TEKSTEN,
  WGS_VERSIE,
  zelfdeNaam,
  type Aanmeldinvoer,
} from '../../../shared/domein/index.js';
import { aanmeldingDoc } from '../stores/caseload/documenten.js';

const VANDAAG = '2026-12-01';
const vol: Aanmeldinvoer = {
  melder: 'Politie',
  melderNaam: 'A. Kanters',
  melderFunctie: 'wijkagent',
  naam: 'Ruben van der Schoot',
  bsn: '111222333',
  geboortedatum: '1999-04-19',
  geslacht: 'man',
  gemeente: 'Breda',
  gemeentecode: '0758',
  aanleiding: 'Drie meldingen in een week',
  hulp: 'Wijkteam',
  verzoek: 'Regie',
  besproken: { ja: true, reden: '' },
  problematiek: ['Agressie'],
  spoed: false,
};

describe('what an aanmelding must say (dossier A1 row 1)', () => {
  it('is complete, or says what is missing, in the order of the form', () => {
    expect(volledigheid(vol)).toEqual({ mist: [], van: 11 });
    expect(
      volledigheid({
        ...vol,
        melderFunctie: '',
        hulp: ' ',
        geboortedatum: null,
        besproken: { ja: false, reden: ' ' },
      }).mist,
    ).toEqual(['melderFunctie', 'geboortedatum', 'hulp', 'besproken']);
  });
  it('enters a spoed with no more than whom, what, where, by whom and why it is urgent', () => {
    const kaal: Aanmeldinvoer = {
      melder: 'Politie',
      melderNaam: '',
      naam: 'Onbekende man',
      geboortedatum: null,
      geslacht: 'onbekend',
      gemeente: 'Breda',
      gemeentecode: '0758',
      aanleiding: 'Mes op straat',
      problematiek: [],
      spoed: true,
    };
    expect([...invoerfouten(kaal, VANDAAG)]).toEqual([['spoedReden', 'leeg']]);
    const spoed = { ...kaal, spoedReden: 'heenzending vanmiddag' };
    expect(invoerfouten(spoed, VANDAAG).size).toBe(0);
    expect(volledigheid(spoed).mist.length).toBeGreaterThan(0);
  });
  it.each([
    [{ melder: ' ' }, 'melder', 'leeg'],
    [{ naam: '' }, 'naam', 'leeg'],
    [{ gemeente: '' }, 'gemeente', 'leeg'],
    [{ aanleiding: '\n' }, 'aanleiding', 'leeg'],
    [{ bsn: '111222334' }, 'bsn', 'bsn'],
    [{ bsn: '11122233' }, 'bsn', 'bsn'],
    [{ geboortedatum: '2026-12-02' }, 'geboortedatum', 'datum'],
    [{ geboortedatum: '2025-02-30' }, 'geboortedatum', 'datum'],
    [{ besproken: { ja: false, reden: '' } }, 'besproken', 'leeg'],
  ] as const)('refuses %j at its field', (deel, veld, reden) => {
    expect([...invoerfouten({ ...vol, ...deel }, VANDAAG)]).toEqual([[veld, reden]]);
  });
  it('knows a BSN by its 11-check', () => {
    expect(isBsn('111222333')).toBe(true);
    expect(bsnFout('111222334')).toMatch(/11-proef/);
  });
});

describe('criteria (rows 2–5)', () => {
  it('has the four of the law, by version', () => {
    expect(Object.keys(WGS_TEKSTEN[WGS_VERSIE] ?? {})).toEqual(['a', 'b', 'c', 'd']);
  });
  it('refuses acceptance until all four are motivated and met', () => {
    const { criteria } = aanmeldingDoc({});
    for (const c of ['a', 'b', 'c', 'd'] as const) {
      const zonder = { ...criteria, [c]: { voldaan: true, motivering: ' ' } };
      expect(magAccepteren(aanmeldingDoc({ criteria: zonder }))).toEqual({
        ok: false,
        fout: { soort: 'niet-gemotiveerd', criteria: [c] },
      });
    }
    expect(magAccepteren(aanmeldingDoc({})).ok).toBe(true);
  });
  it('asks of a spoed why it is one (row 11)', () => {
    expect(magAccepteren(aanmeldingDoc({ spoed: true }))).toEqual({
      ok: false,
      fout: { soort: 'spoed-zonder-reden' },
    });
    expect(magAccepteren(aanmeldingDoc({ spoed: true, spoedReden: 'nu' })).ok).toBe(true);
  });
  it('asks the criteria of the region that count on the day, each with the version', () => {
    const lijst = [
      {
        id: 'een',
        tekst: 'Prioriteit van de regio',
        toelichting: '',
        van: null,
        tot: '2026-06-30',
      },
      { id: 'twee', tekst: 'Jeugd', toelichting: 'tot 23 jaar', van: '2026-07-01', tot: null },
    ];
    const nu = nieuweRegiolijst(undefined, lijst);
    expect(nu.versie).toBe(1);
    expect(nieuweRegiolijst(nu, lijst).versie).toBe(2);
    expect(regiocriteria(nu, '2026-06-30').map((c) => c.tekst)).toEqual([
      'Prioriteit van de regio',
    ]);
    expect(regiocriteria(nu, '2026-07-01')).toEqual([
      { id: 'regio:twee', tekst: 'Jeugd', toelichting: 'tot 23 jaar', versie: 'regio@1' },
    ]);
    expect(regiocriteria(undefined, '2026-07-01')).toEqual([]);
  });
  it('refuses a criterion without words, and one that ends before it begins', () => {
    const goed = { id: 'x', tekst: 'Jeugd', toelichting: '', van: '2026-01-01', tot: null };
    expect(regiocriteriumFout(goed)).toBeNull();
    expect(regiocriteriumFout({ ...goed, tekst: ' ' })).toBe('tekst');
    expect(regiocriteriumFout({ ...goed, tot: '2025-12-31' })).toBe('periode');
  });
  it('keeps a judgement with the text it was made on, also when the tafel asks something else now', () => {
    const gevraagd = tafelcriteria('Buurttafel', {
      versie: 3,
      criteria: [{ id: 'x', tekst: 'Nieuw' }],
    });
    const oud = {
      ...{ id: 'tafel:Buurttafel:x', tekst: 'Oud', versie: 'Buurttafel@2' },
      ...{ voldaan: true, motivering: 'omdat' },
    };
    const weg = { id: 'tafel:Buurttafel:y', tekst: 'Vervallen', voldaan: false, motivering: 'nee' };
    expect(metOordeel(gevraagd, [oud, weg]).map((r) => r.criterium.tekst)).toEqual([
      'Oud',
      'Vervallen',
    ]);
    expect(metOordeel(gevraagd, []).map((r) => [r.criterium.versie, r.oordeel.voldaan])).toEqual([
      ['Buurttafel@3', null],
    ]);
  });
});

describe('the same person (row 1)', () => {
  it.each([
    ['Ruben van der Schoot', 'Schoot, Ruben van der'],
    ['Ruben van der Schoot', 'van der Schoot, Ruben'],
    ['Ruben van der Schoot', 'VAN DER SCHOOT, R.'],
    ['Ruben van der Schoot', 'R. v.d. Schoot'.replace('v.d.', 'van der')],
    ['Chloé Timmer-van den Berg', 'chloe van den berg - timmer'],
    ['Søren Łukasz', 'Soren Lukasz'],
    ['Jan in ’t Veld', "Veld, Jan in 't"],
    ['van den Berg', 'Kees van den Berg'],
  ])('%s and %s have the same name', (a, b) => {
    expect(zelfdeNaam(a, b)).toBe(true);
    expect(zelfdeNaam(b, a)).toBe(true);
  });
  it.each([
    ['Ruben van der Schoot', 'Karel van der Schoot'],
    ['Ruben van der Schoot', 'Ruben Schoten'],
    ['R. Schoot', 'K. Schoot'],
    ['', ''],
  ])('%s and %s do not', (a, b) => {
    expect(zelfdeNaam(a, b)).toBe(false);
  });
  it('needs a BSN, or a name with a date of birth', () => {
    expect(mogelijkDezelfde(['naam'])).toBe(false);
    expect(mogelijkDezelfde(['geboortedatum'])).toBe(false);
    expect(mogelijkDezelfde(['naam', 'geboortedatum'])).toBe(true);
    expect(mogelijkDezelfde(['bsn'])).toBe(true);
    expect(isTeZoeken({ naam: 'Jan', geboortedatum: null })).toBe(false);
    expect(isTeZoeken({ naam: '', geboortedatum: null, bsn: '111222333' })).toBe(true);
    // A number that is no BSN, filled in twice, says nothing.
    expect(
      gelijkeVelden(
        { naam: 'A B', geboortedatum: null, bsn: '999999999' },
        { naam: 'C D', geboortedatum: null, bsn: '999999999' },
      ),
    ).toEqual([]);
  });
  const voornaam = fc.constantFrom('Ruben', 'Chloé', 'Jürgen', 'Anne-Fleur', 'Zoë', 'Ibrahim');
  const tussen = fc.constantFrom('', 'van', 'van der', 'de', 'el', "in 't", 'ten');
  const achternaam = fc.constantFrom(
    'Schoot',
    'Groß',
    'Núñez',
    'IJzerman',
    'Özdemir',
    'Timmer-Lont',
  );
  const naam = fc.record({ voornaam, tussen, achternaam });
  type Naam = { voornaam: string; tussen: string; achternaam: string };
  const gewoon = (n: Naam) =>
    [n.voornaam, n.tussen, n.achternaam].filter((w) => w !== '').join(' ');
  const lijst = (n: Naam) =>
    `${n.achternaam}, ${[n.voornaam, n.tussen].filter((w) => w !== '').join(' ')}`;
  const kaal = (t: string) => t.normalize('NFD').replace(/\p{M}+/gu, '');

  it('is symmetric, and blind to capitals, accents, tussenvoegsel order and spaces', () => {
    const persoon = fc.record({
      naam: naam.map(gewoon),
      geboortedatum: fc.constantFrom(null, '1999-04-19', '2001-01-01'),
      bsn: fc.constantFrom(undefined, '111222333', '123456782', '123456789'),
    });
    fc.assert(
      fc.property(persoon, persoon, (a, b) => {
        expect(gelijkeVelden(a, b)).toEqual(gelijkeVelden(b, a));
      }),
    );
    fc.assert(
      fc.property(naam, (n) => {
        const zelf = gewoon(n);
        for (const vorm of [
          zelf,
          zelf.toUpperCase(),
          zelf.toLowerCase(),
          kaal(zelf),
          zelf.normalize('NFD'),
          `  ${zelf.replaceAll(' ', '   ')} `,
          lijst(n),
          lijst(n).toUpperCase(),
          `${[n.tussen, n.achternaam].filter((w) => w !== '').join(' ')}, ${n.voornaam}`,
        ]) {
          expect(zelfdeNaam(zelf, vorm), vorm).toBe(true);
          expect(zelfdeNaam(vorm, zelf), vorm).toBe(true);
        }
      }),
    );
    fc.assert(
      fc.property(naam, naam, (a, b) => {
        const gelijk = a.voornaam === b.voornaam && a.achternaam === b.achternaam;
        expect(zelfdeNaam(gewoon(a), lijst(b))).toBe(gelijk);
      }),
    );
  });
});

describe('triage (rows 8–11)', () => {
  const a = (deel: Parameters<typeof aanmeldingDoc>[0]) =>
    aanmeldingDoc({ ...vol, ontvangenOp: '2026-11-23T08:05:00.000Z', ...deel });
  const triage = {
    op: '2026-11-24',
    tafel: 'Gezamenlijke triage MaSS–VT',
    met: ['MaSS'],
    weging: '',
  };
  it('counts getrieerd and opgepakt by gemeente, spoed apart, and what was delivered in full', () => {
    const alle = [
      a({ status: 'geaccepteerd', triage }),
      a({ status: 'afgewezen', triage: { ...triage, met: [] }, aanleiding: '' }),
      a({ status: 'nieuw', triage, spoed: true, spoedReden: 'nu' }),
      a({
        status: 'doorgeleid',
        gemeente: 'Altena',
        ontvangenOp: '2026-10-30T08:00:00.000Z',
        triage,
      }),
      a({ status: 'advies', gemeente: 'Moerdijk', ontvangenOp: '2026-10-30T08:00:00.000Z' }),
    ];
    const [som, ...per] = telTriage(alle, '2026-11-01', '2026-11-30');
    expect(som).toEqual({
      ...{ gemeente: null, aangemeld: 3, spoed: 1, volledig: 2, getrieerd: 3, samen: 2 },
      ...{ opgepakt: 1, doorgeleid: 1, advies: 0, afgewezen: 1 },
    });
    expect(per.map((t) => [t.gemeente, t.aangemeld, t.getrieerd])).toEqual([
      ['Altena', 0, 1],
      ['Breda', 3, 2],
    ]);
  });
  it('leaves a terugkoppeling open until the melder heard', () => {
    expect(isTerugTeKoppelen(a({ status: 'nieuw' }))).toBe(false);
    expect(isTerugTeKoppelen(a({ status: 'afgewezen' }))).toBe(true);
    const gehoord = { op: '2026-11-25T09:00:00.000Z', door: 'x', hoe: 'telefonisch' };
    expect(isTerugTeKoppelen(a({ status: 'afgewezen', terugkoppeling: gehoord }))).toBe(false);
  });
  it('counts whole hours of a spoed, never below nought', () => {
    expect(urenTussen('2026-11-23T08:00:00.000Z', '2026-11-24T09:59:00.000Z')).toBe(25);
    expect(urenTussen('2026-11-24T08:00:00.000Z', '2026-11-23T08:00:00.000Z')).toBe(0);
  });
});
