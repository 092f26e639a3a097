import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  dagen,
  gelijkeVelden,
  isBsn,
  maakCasusregels,
  maakActieregels,
  mogelijkDezelfde,
  STANDAARDAGENDA,
  weekVan,
} from '../../../shared/domein/index.js';
import { berekenFiguren, figuurcasussen } from '../../../shared/figures/index.js';
import { laadInKluis, type Laadverslag } from '../../../shared/import/laden.js';
import { maakVoorbeeldhuis, VOORBEELD_GEBRUIKER } from '../../../shared/import/voorbeeldhuis.js';
import type {
  Aanmelding,
  Actie,
  Gebeurtenis,
  Meting,
  Overleg,
} from '../../../shared/schema/index.js';
import { gedeeldPad } from '../../harness/gedeeld.js';
import { maakNepkluis } from './nepkluis.js';

/** A Tuesday. */
const VANDAAG = '2026-11-24';
const kluis = maakNepkluis();
let verslag: Laadverslag;
const alle = <T>(
  collectie: 'overleggen' | 'acties' | 'metingen' | 'gebeurtenissen' | 'aanmeldingen' | 'huis',
): T[] => [...(kluis.docs.get(collectie)?.values() ?? [])] as unknown as T[];
const regels = () =>
  maakCasusregels(
    {
      casussen: kluis.casussen(),
      betrokkenen: kluis.betrokkenen(),
      overleggen: alle<Overleg>('overleggen'),
      acties: alle<Actie>('acties'),
    },
    VANDAAG,
  );

// Loading parses every document with its schema.
beforeAll(async () => {
  verslag = await laadInKluis(kluis, maakVoorbeeldhuis({ vandaag: VANDAAG }));
});

describe('voorbeeldhuis', () => {
  it('has the published figures of 2023, whatever the day and the seed', async () => {
    const verwacht = {
      jaar: 2023,
      instroom: 80,
      instroomPerGemeente: {
        Breda: 58,
        'Etten-Leur': 10,
        Drimmelen: 4,
        Oosterhout: 4,
        Geertruidenberg: 2,
        Altena: 1,
        Zundert: 1,
      },
      melders: {
        Gemeente: 27,
        GGZ: 19,
        Politie: 11,
        SMO: 11,
        Reclassering: 5,
        ZSM: 3,
        DJI: 2,
        OM: 2,
      },
      actief: 186,
      lopendOpPeildatum: 103,
      afgesloten: 83,
      doorlooptijdGemiddeldDagen: 276,
      percentageMan: 85,
      gemiddeldeLeeftijd: 36,
    };
    const eerste = berekenFiguren(figuurcasussen(kluis.casussen(), kluis.betrokkenen()), 2023);
    expect(eerste).toMatchObject(verwacht);
    expect(Object.values(eerste.problematiek).map((deel) => deel.percentage)).toEqual([
      80, 61, 43, 41, 36, 22, 20, 18, 16,
    ]);
    for (const [vandaag, seed] of [
      ['2025-01-01', 7],
      ['2027-08-15', 99],
    ] as const) {
      const ander = maakNepkluis();
      await laadInKluis(ander, maakVoorbeeldhuis({ vandaag, seed }));
      expect(berekenFiguren(figuurcasussen(ander.casussen(), ander.betrokkenen()), 2023)).toEqual(
        eerste,
      );
    }
  });

  const map = gedeeldPad('data', 'caseload-baronie-2023');
  it.skipIf(map === null)('equals verwacht.json', () => {
    if (map === null) return;
    const verwacht = JSON.parse(readFileSync(join(map, 'verwacht.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    delete verwacht['aantallen'];
    expect(berekenFiguren(figuurcasussen(kluis.casussen(), kluis.betrokkenen()), 2023)).toEqual(
      verwacht,
    );
  });

  it('is the same house for the same day and seed, and another for another seed', () => {
    const tekst = (seed?: number): string =>
      JSON.stringify(
        maakVoorbeeldhuis({ vandaag: VANDAAG, ...(seed === undefined ? {} : { seed }) }),
      );
    expect(tekst()).toBe(tekst());
    expect(tekst(5)).not.toBe(tekst());
  });

  it('runs about 120 cases in every step', () => {
    const lopend = regels().filter((regel) => !regel.afgesloten);
    expect(lopend).toHaveLength(120);
    const stappen = new Set(lopend.map((regel) => regel.stap));
    for (const stap of [
      'triage',
      'verrijking',
      'start-mdo',
      'plan',
      'monitoring',
      'afsluiting',
    ] as const)
      expect(stappen).toContain(stap);
    expect(new Set(lopend.map((regel) => regel.aard))).toEqual(
      new Set(['persoon', 'systeem', 'gebied']),
    );
    expect(lopend.filter((regel) => regel.spoed).length).toBeGreaterThan(3);
    expect(new Set(kluis.casussen().map((casus) => casus.nummer)).size).toBe(
      kluis.casussen().length,
    );
    expect(verslag.casussen).toBe(kluis.casussen().length);
  });

  it('has MDO’s for the user today, tomorrow and later this week', () => {
    const mijn = regels()
      .filter((regel) => regel.regisseur === VOORBEELD_GEBRUIKER && regel.volgendMdo !== null)
      .map((regel) => `${regel.volgendMdo?.datum ?? ''} ${regel.volgendMdo?.begin ?? ''}`)
      .sort();
    expect(mijn.slice(0, 3)).toEqual(['2026-11-24 11:00', '2026-11-24 15:30', '2026-11-25 09:00']);
    expect(
      mijn.filter((plek) => plek.slice(0, 10) <= weekVan(VANDAAG).zondag).length,
    ).toBeGreaterThanOrEqual(5);
    expect(new Set(mijn).size).toBe(mijn.length);
    const eerste = alle<Overleg>('overleggen').find(
      (o) =>
        o.datum === VANDAAG &&
        o.begin === '11:00' &&
        o.status === 'gepland' &&
        o.pitch !== '' &&
        kluis.casussen().some((c) => c.id === o.casus && c.procesregisseur === VOORBEELD_GEBRUIKER),
    );
    expect(eerste?.agenda).toHaveLength(STANDAARDAGENDA.length);
    expect(eerste?.deelnemers.length).toBeGreaterThanOrEqual(5);
    expect(
      alle<Meting>('metingen').filter((m) => m.casus === eerste?.casus).length,
    ).toBeGreaterThanOrEqual(3);
  });

  it('has own actions too late and this week, and two differences', () => {
    const mijn = maakActieregels(alle<Actie>('acties'), regels(), VANDAAG).filter(
      ({ actie }) => actie.eigenaarNaam === VOORBEELD_GEBRUIKER,
    );
    expect(mijn.filter((regel) => regel.teLaat > 0).length).toBeGreaterThanOrEqual(3);
    expect(
      mijn.filter(
        ({ actie }) =>
          actie.deadline !== null &&
          actie.deadline >= VANDAAG &&
          dagen(VANDAAG, actie.deadline) <= 7,
      ).length,
    ).toBeGreaterThanOrEqual(4);
    const conflicten = kluis.casussen().flatMap((casus) => casus.conflicten);
    expect(conflicten.map((c) => c.id.replace(/\/.*\//, '/*/')).sort()).toEqual([
      'doelen/*/termijn',
      'woonsituatie',
    ]);
    expect(conflicten.flatMap((c) => c.waarden.map((w) => w.door)).sort()).toEqual([
      'R. Kuipers',
      'S. Aydin',
      'account-van-de-test',
      'account-van-de-test',
    ]);
  });

  it('has four aanmeldingen of the past days, one of them spoed', () => {
    const nieuw = alle<Aanmelding>('aanmeldingen');
    expect(nieuw.map((a) => a.spoed).sort()).toEqual([false, false, false, true]);
    for (const aanmelding of nieuw)
      expect(dagen(aanmelding.ontvangenOp.slice(0, 10), VANDAAG)).toBeLessThanOrEqual(7);
    expect(
      nieuw.map((a) => Object.values(a.criteria).filter((c) => c.voldaan === true).length),
    ).toEqual([2, 2, 4, 4]);
    // Whoever judged is named, with the text and what it rests on; one is about somebody who is known.
    const oordelen = nieuw.flatMap((a) => Object.values(a.criteria)).filter((c) => c.voldaan);
    expect(oordelen.every((c) => c.door && c.op && c.bron && c.versie === 'wgs@1')).toBe(true);
    expect(nieuw.map((a) => a.kanaal)).toEqual(['telefoon', 'formulier', 'app', 'mail']);
    const betrokkenen = kluis.betrokkenen();
    expect(
      nieuw.map((a) => betrokkenen.filter((b) => mogelijkDezelfde(gelijkeVelden(a, b))).length > 0),
    ).toEqual([false, false, false, true]);
  });

  it('has people who do not exist and documents that hang together', () => {
    const nummers = kluis.betrokkenen().flatMap((b) => (b.bsn === null ? [] : [b.bsn]));
    expect(nummers.every((bsn) => isBsn(bsn) && bsn.startsWith('9999'))).toBe(true);
    expect(new Set(nummers).size).toBe(nummers.length);
    const vakken = new Map(kluis.casussen().map((casus) => [casus.id, casus.vak]));
    const overleggen = new Set(alle<Overleg>('overleggen').map((o) => o.id));
    for (const doc of [...alle<Actie>('acties'), ...alle<Meting>('metingen')]) {
      expect(doc.vak).toBe(vakken.get(doc.casus));
      if (doc.overleg !== null) expect(overleggen.has(doc.overleg)).toBe(true);
    }
    for (const doc of [
      ...alle<Gebeurtenis>('gebeurtenissen'),
      ...alle<Overleg>('overleggen'),
      ...kluis.betrokkenen(),
    ]) {
      expect(doc.vak).toBe(vakken.get(doc.casus));
    }
    for (const casus of kluis.casussen()) {
      const volgorde = Object.values(casus.stapdatums);
      expect(volgorde, casus.nummer).toEqual([...volgorde].sort());
      for (const datum of volgorde)
        expect(
          datum >= casus.startdatum && datum <= (casus.sluitdatum ?? VANDAAG),
          casus.nummer,
        ).toBe(true);
    }
    for (const actie of alle<Actie>('acties'))
      expect(actie.deadline === null || actie.deadline >= actie.datum).toBe(true);
  });
});
