/** The BRP beside the case: agreeing, changes, geheimhouding, minors, what is due (dossier A1 rows 6, 7; A2 row 21). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  brptaken,
  gegevensVan,
  gezagOntbreekt,
  isGeheim,
  isMinderjarig,
  isZelfdeNaam,
  nogNietGemeld,
  openWijzigingen,
  verbergGeheim,
  vergelijkMetBrp,
  volgendeControle,
  volledigeNaam,
  wijzigingenTussen,
  type BrpPersoon,
} from '../../../shared/domein/index.js';
import type { Brpcontrole, Brpstand, Brpwijziging } from '../../../shared/schema/index.js';

const persoon = (deel: Partial<BrpPersoon> = {}): BrpPersoon => ({
  bsn: '999990019',
  voornamen: 'Ruben Johannes',
  voorvoegsel: 'van der',
  geslachtsnaam: 'Schoot',
  geboortedatum: '1991-03-14',
  adres: 'Proefstraat 12, 1234 AB  BREDA',
  adresVanaf: '2015-08-08',
  gemeente: 'Breda',
  gezag: '',
  overleden: '',
  geheim: false,
  ...deel,
});
const controle = (deel: Partial<Brpcontrole> = {}): Brpcontrole => ({
  id: 'controle-00000000000',
  op: '2026-11-01T10:00:00.000Z',
  door: 'account-0000000000000',
  uitvoerder: 'koppeling',
  doelbinding: 'WGS',
  resultaat: 'komt-overeen',
  toelichting: '',
  geheim: false,
  ...deel,
});
const wijziging = (deel: Partial<Brpwijziging> = {}): Brpwijziging => ({
  id: 'wijziging-0000000000',
  soort: 'verhuizing',
  datum: '2026-11-02',
  oud: 'Proefstraat 12',
  nieuw: 'Nieuweweg 1',
  gemeldDoor: 'gemeente Breda',
  afgehandeld: null,
  ...deel,
});
const stand = (deel: Partial<Brpstand> = {}): Brpstand => ({
  controles: [controle()],
  wijzigingen: [],
  gevolgd: true,
  ...deel,
});

const letters = fc.stringMatching(/^[B-Zb-z][a-z]{2,8}$/);
/** Marks and capitals that people put on letters or leave off. */
const anders = (tekst: string, hoofd: boolean, accent: boolean): string => {
  const met = accent ? tekst.replace(/e/g, 'é').replace(/o/g, 'ö').normalize('NFD') : tekst;
  return hoofd ? met.toUpperCase() : met.toLowerCase();
};

describe('comparing a name', () => {
  it('does not depend on capitals, accents or tussenvoegsels', () => {
    fc.assert(
      fc.property(
        letters,
        letters,
        fc.constantFrom('', 'van', 'van der', "van 't", 'de', 'el'),
        fc.constantFrom('', 'van', 'von', 'de la'),
        fc.boolean(),
        fc.boolean(),
        (voor, achter, tussenHier, tussenBrp, hoofd, accent) => {
          const naam = [voor, tussenHier, achter].filter((d) => d !== '').join(' ');
          const p = {
            voornamen: voor,
            voorvoegsel: tussenBrp,
            geslachtsnaam: achter,
          };
          expect(isZelfdeNaam(naam, p)).toBe(true);
          expect(isZelfdeNaam(anders(naam, hoofd, accent), p)).toBe(true);
          expect(isZelfdeNaam(volledigeNaam(p), p)).toBe(true);
          expect(isZelfdeNaam(`${achter}, ${voor} ${tussenHier}`, p)).toBe(true);
          expect(isZelfdeNaam(`${naam}xq`, p)).toBe(false);
        },
      ),
    );
  });

  it.each([
    ['R. van der Schoot', true],
    ['R.J. van der Schoot', true],
    ['Johannes Schoot', true],
    ['Ruben van der Schoot-Timmer', true],
    ['Ruben Timmer-van der Schoot', true],
    ['K. van der Schoot', false],
    ['Ruben Schout', false],
    ['Ruben', false],
    ['', false],
  ])('%s is Ruben Johannes van der Schoot: %s', (naam, uit) => {
    expect(isZelfdeNaam(naam, persoon())).toBe(uit);
  });

  it('knows a surname that looks like a tussenvoegsel, and one of several words', () => {
    expect(isZelfdeNaam('Thi Do', { voornamen: 'Thi Mai', geslachtsnaam: 'Do' })).toBe(true);
    expect(isZelfdeNaam('Thi Mai', { voornamen: 'Thi Mai', geslachtsnaam: 'Do' })).toBe(false);
    const lopez = { voornamen: 'Maria', geslachtsnaam: 'García López' };
    expect(isZelfdeNaam('Maria Garcia Lopez', lopez)).toBe(true);
    expect(isZelfdeNaam('Maria Lopez', lopez)).toBe(false);
    expect(isZelfdeNaam('Søren Ørsted', { voornamen: 'Soren', geslachtsnaam: 'Orsted' })).toBe(
      true,
    );
  });
});

describe('comparing with the case', () => {
  it('names the fields that differ, and gives what only the BRP knows', () => {
    const bekend = { naam: 'R. van der Schoot', geboortedatum: '1991-03-14', bsn: '999990019' };
    expect(vergelijkMetBrp(bekend, persoon())).toEqual({
      resultaat: 'komt-overeen',
      afwijkend: [],
      aanvulling: {},
    });
    expect(
      vergelijkMetBrp({ ...bekend, naam: 'Bas Leenders', geboortedatum: '1991-04-13' }, persoon())
        .afwijkend,
    ).toEqual(['naam', 'geboortedatum']);
    expect(
      vergelijkMetBrp(
        { ...bekend, geboortedatum: null, bsn: null },
        persoon({ gezag: 'voogdij: Stichting Proef' }),
      ).aanvulling,
    ).toEqual({
      bsn: '999990019',
      geboortedatum: '1991-03-14',
      gezag: 'voogdij: Stichting Proef',
    });
  });

  it('compares a date of birth as far as the BRP knows it', () => {
    const bekend = { naam: 'R. Schoot', geboortedatum: '1991-03-14', bsn: null };
    for (const [datum, uit] of [
      ['', 'komt-overeen'],
      ['1991', 'komt-overeen'],
      ['1991-03', 'komt-overeen'],
      ['1992', 'wijkt-af'],
    ] as const) {
      expect(vergelijkMetBrp(bekend, persoon({ geboortedatum: datum })).resultaat).toBe(uit);
    }
  });
});

describe('what changed', () => {
  it('is found once, and not again', () => {
    const woord = fc.constantFrom('', 'a', 'b', 'Ä', 'c d');
    const wie = fc.record({
      adres: woord,
      adresVanaf: fc.constantFrom('', '2015-08-08', '2026-11-02'),
      geslachtsnaam: fc.constantFrom('Schoot', 'Timmer'),
      gezag: woord,
      overleden: fc.constantFrom('', 'ja', '2026-10-01'),
      geheim: fc.boolean(),
    });
    fc.assert(
      fc.property(wie, wie, (eerst, daarna) => {
        const een = gegevensVan(persoon(eerst));
        const twee = gegevensVan(persoon(daarna));
        const gevonden = wijzigingenTussen(een, twee, '2026-12-01');
        expect(wijzigingenTussen(twee, twee, '2026-12-02')).toEqual([]);
        expect(nogNietGemeld(gevonden, gevonden)).toEqual([]);
        expect(new Set(gevonden.map((w) => w.soort)).size).toBe(gevonden.length);
      }),
    );
  });

  it('finds a move, a death, a name and gezag, with their dates', () => {
    const eerst = gegevensVan(persoon({ gezag: 'eenhoofdig ouderlijk gezag: A' }));
    const daarna = gegevensVan(
      persoon({
        geslachtsnaam: 'Timmer',
        adres: 'Nieuweweg 1',
        adresVanaf: '2026-11-02',
        gezag: 'voogdij',
        overleden: '2026-11-20',
      }),
    );
    expect(wijzigingenTussen(eerst, daarna, '2026-12-01')).toEqual([
      {
        soort: 'verhuizing',
        datum: '2026-11-02',
        oud: 'Proefstraat 12, 1234 AB  BREDA',
        nieuw: 'Nieuweweg 1',
      },
      { soort: 'overlijden', datum: '2026-11-20', oud: '', nieuw: '' },
      {
        soort: 'naam',
        datum: '2026-12-01',
        oud: 'Ruben Johannes van der Schoot',
        nieuw: 'Ruben Johannes van der Timmer',
      },
      {
        soort: 'gezag',
        datum: '2026-12-01',
        oud: 'eenhoofdig ouderlijk gezag: A',
        nieuw: 'voogdij',
      },
    ]);
  });

  it('finds nothing at the first look, but that somebody died', () => {
    expect(wijzigingenTussen(undefined, gegevensVan(persoon()), '2026-12-01')).toEqual([]);
    const overleden = gegevensVan(persoon({ overleden: 'ja' }));
    expect(wijzigingenTussen(undefined, overleden, '2026-12-01')).toEqual([
      { soort: 'overlijden', datum: '2026-12-01', oud: '', nieuw: '' },
    ]);
  });

  it('leaves out what the gemeente reported already', () => {
    const w = { soort: 'verhuizing', datum: '2026-11-02', oud: 'x', nieuw: 'Nieuweweg 1' } as const;
    expect(nogNietGemeld([w], [wijziging({ nieuw: 'nieuweweg  1' })])).toEqual([]);
    expect(nogNietGemeld([w], [wijziging({ datum: '2026-11-03' })])).toEqual([w]);
  });
});

describe('geheimhouding', () => {
  const geheim = persoon({ geheim: true, adres: 'Geheimelaan 7', gemeente: 'Breda' });

  it('keeps no address and no gemeente, and still sees a move', () => {
    const gegevens = gegevensVan(geheim);
    expect(JSON.stringify(gegevens)).not.toMatch(/Geheimelaan|Breda/);
    const verhuisd = gegevensVan({ ...geheim, adres: 'Elders 1', adresVanaf: '2026-11-02' });
    expect(wijzigingenTussen(gegevens, verhuisd, '2026-12-01')).toEqual([
      { soort: 'verhuizing', datum: '2026-11-02', oud: '', nieuw: '' },
    ]);
  });

  it('takes away what was kept before it was asked for', () => {
    const was = stand({
      controles: [
        controle(),
        controle({ id: 'later-0000000000000', op: '2026-11-30T10:00:00.000Z', geheim: true }),
      ],
      wijzigingen: [
        wijziging(),
        wijziging({ id: 'naam-00000000000000', soort: 'naam', oud: 'Schoot', nieuw: 'Timmer' }),
      ],
      gegevens: { naam: 'R', adres: 'Proefstraat 12', gemeente: 'Breda', adresVanaf: '2015-08-08' },
    });
    expect(isGeheim(was)).toBe(true);
    const na = verbergGeheim(was);
    expect(JSON.stringify(na)).not.toMatch(/Proefstraat|Nieuweweg/);
    expect(na.gegevens).toEqual({ naam: 'R', adresVanaf: '2015-08-08' });
    expect(na.wijzigingen[1]?.nieuw).toBe('Timmer');
    expect(verbergGeheim(na)).toEqual(na);
  });

  it('goes by the last look that found the person', () => {
    const toen = controle({ geheim: true });
    const niets = controle({
      id: 'n-00000000000000000',
      op: '2026-11-20T10:00:00.000Z',
      resultaat: 'niet-gevonden',
    });
    const opgeheven = controle({ id: 'o-00000000000000000', op: '2026-11-25T10:00:00.000Z' });
    expect(isGeheim(stand({ controles: [toen, niets] }))).toBe(true);
    expect(isGeheim(stand({ controles: [opgeheven, toen, niets] }))).toBe(false);
    expect(isGeheim(undefined)).toBe(false);
  });
});

describe('work', () => {
  const loopt = (casus: string) => casus === 'loopt';

  it('is open changes first, then looks that are due, of running cases only', () => {
    const b = (id: string, casus: string, brp: Brpstand) => ({ id, casus, brp });
    const taken = brptaken(
      [
        b(
          'nog-niet',
          'loopt',
          stand({ controles: [controle({ op: '2026-11-20T10:00:00.000Z' })] }),
        ),
        b('te-doen', 'loopt', stand()),
        b('gemeld', 'loopt', stand({ gevolgd: false, wijzigingen: [wijziging()] })),
        b(
          'klaar',
          'loopt',
          stand({
            gevolgd: false,
            wijzigingen: [
              wijziging({ afgehandeld: { door: 'a', op: '2026-11-03T10:00:00.000Z' } }),
            ],
          }),
        ),
        b('overleden', 'loopt', stand({ gegevens: { overleden: 'ja' } })),
        b('gesloten', 'dicht', stand({ wijzigingen: [wijziging()] })),
        { id: 'nooit', casus: 'loopt' },
      ],
      loopt,
      '2026-12-01',
    );
    expect(taken.map((t) => [t.soort, t.betrokkene.id])).toEqual([
      ['wijziging', 'gemeld'],
      ['controle', 'te-doen'],
    ]);
  });

  it('a look is due thirty days after the last one, or after the term of the house', () => {
    expect(volgendeControle(stand(), '2026-12-01')).toBe('2026-12-01');
    expect(volgendeControle(stand(), '2026-12-01', 7)).toBe('2026-11-08');
    expect(volgendeControle(stand({ controles: [] }), '2026-12-01')).toBe('2026-12-01');
    expect(volgendeControle(stand({ gevolgd: false }), '2026-12-01')).toBeNull();
    expect(volgendeControle(undefined, '2026-12-01')).toBeNull();
  });

  it('lists open changes, the earliest first', () => {
    const later = wijziging({ id: 'later-0000000000000', datum: '2026-11-20' });
    expect(
      openWijzigingen(stand({ wijzigingen: [later, wijziging()] })).map((w) => w.datum),
    ).toEqual(['2026-11-02', '2026-11-20']);
  });
});

describe('minors', () => {
  it('are minors until the day that they are eighteen', () => {
    expect(isMinderjarig('2008-12-02', '2026-12-01')).toBe(true);
    expect(isMinderjarig('2008-12-01', '2026-12-01')).toBe(false);
    expect(isMinderjarig(null, '2026-12-01')).toBe(false);
  });

  it('of whom nobody recorded the gezag are named', () => {
    expect(gezagOntbreekt({ geboortedatum: '2015-01-01' }, '2026-12-01')).toBe(true);
    expect(gezagOntbreekt({ geboortedatum: '2015-01-01', gezag: 'moeder' }, '2026-12-01')).toBe(
      false,
    );
    expect(gezagOntbreekt({ geboortedatum: '1990-01-01' }, '2026-12-01')).toBe(false);
  });
});
