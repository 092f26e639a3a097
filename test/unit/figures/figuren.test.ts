import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  berekenFiguren,
  berekenFiguurpagina,
  figurenAlsRijen,
  isActief,
  jarenVan,
  percentage,
  rangschik,
  rondHalfOp,
  type Figuren,
  type Figuurcasus,
} from '../../../shared/figures/index.js';
import { leesBestanden } from '../../../shared/import/lezen.js';
import { gedeeldPad } from '../../harness/gedeeld.js';

const casus = (deel: Partial<Figuurcasus>): Figuurcasus => ({
  startdatum: '2023-03-01',
  sluitdatum: null,
  gemeente: 'Breda',
  melder: 'GGZ',
  geslacht: 'man',
  geboortedatum: '1990-06-15',
  inkomsten: 'Werk',
  woonsituatie: 'Woning',
  problematiek: ['Schulden'],
  ...deel,
});

describe('rounding', () => {
  it('is half up, on whole numbers', () => {
    expect(rondHalfOp(1, 2)).toBe(1);
    expect(rondHalfOp(3, 2)).toBe(2);
    expect(rondHalfOp(5, 2)).toBe(3);
    expect(rondHalfOp(149, 100)).toBe(1);
    expect(rondHalfOp(0, 5)).toBe(0);
    expect(rondHalfOp(1, 0)).toBeNull();
    // 4.5 % and 14.5 %: binary fractions would sometimes go down.
    expect(percentage(9, 200)).toBe(5);
    expect(percentage(29, 200)).toBe(15);
    expect(percentage(0, 0)).toBe(0);
  });
});

describe('definitions, worked out by hand', () => {
  const casussen = [
    // Ran on the first day of the year, and closed on it: active and closed, not instroom.
    casus({ startdatum: '2022-12-31', sluitdatum: '2023-01-01', melder: 'OM' }),
    // Closed on the last day before: not active.
    casus({ startdatum: '2022-01-01', sluitdatum: '2022-12-31' }),
    // Started on the last day: instroom, active, running.
    casus({
      startdatum: '2023-12-31',
      gemeente: 'Altena',
      melder: 'Gemeente',
      geslacht: 'vrouw',
      inkomsten: null,
    }),
    // Started after it: nothing.
    casus({ startdatum: '2024-01-01' }),
    // Closed on the last day: closed and still running on it.
    casus({
      startdatum: '2023-01-01',
      sluitdatum: '2023-12-31',
      inkomsten: 'Onbekend',
      problematiek: ['LVB', 'LVB', 'Schulden'],
    }),
    casus({
      startdatum: '2023-06-01',
      geboortedatum: null,
      geslacht: 'onbekend',
      woonsituatie: null,
      problematiek: [],
    }),
  ];
  const figuren = berekenFiguren(casussen, 2023);

  it('counts instroom, actief, lopend and afgesloten by the day', () => {
    expect(figuren).toMatchObject({
      jaar: 2023,
      instroom: 3,
      actief: 4,
      lopendOpPeildatum: 3,
      afgesloten: 2,
    });
    expect(figuren.instroomPerGemeente).toEqual({ Breda: 2, Altena: 1 });
    expect(figuren.melders).toEqual({ GGZ: 2, Gemeente: 1 });
    // 1 day and 364 days: 182.5, half up.
    expect(figuren.doorlooptijdGemiddeldDagen).toBe(183);
    expect(isActief({ startdatum: '2023-12-31', sluitdatum: null }, 2022)).toBe(false);
  });

  it('shows a blank beside Onbekend, and each problem once a case', () => {
    expect(figuren.inkomsten).toEqual({
      Werk: { aantal: 2, percentage: 50 },
      Onbekend: { aantal: 1, percentage: 25 },
      'Niet ingevuld': { aantal: 1, percentage: 25 },
    });
    expect(figuren.woonsituatie['Niet ingevuld']).toEqual({ aantal: 1, percentage: 25 });
    expect(figuren.problematiek).toEqual({
      Schulden: { aantal: 3, percentage: 75 },
      LVB: { aantal: 1, percentage: 25 },
    });
    expect(Object.keys(figuren.inkomsten)).toEqual(['Werk', 'Onbekend', 'Niet ingevuld']);
  });

  it('takes means over what is known', () => {
    expect(figuren.percentageMan).toBe(50);
    expect(figuren.gemiddeldeLeeftijd).toBe(33);
  });

  it('has no mean of nothing', () => {
    const leeg = berekenFiguren([], 2023);
    expect(leeg).toMatchObject({
      instroom: 0,
      actief: 0,
      doorlooptijdGemiddeldDagen: null,
      percentageMan: null,
      gemiddeldeLeeftijd: null,
      inkomsten: {},
    });
  });

  it('ranks with shared places and fills the classes', () => {
    expect(rangschik({ A: 5, B: 7, C: 5, D: 1 }).map((r) => [r.naam, r.rang])).toEqual([
      ['B', 1],
      ['A', 2],
      ['C', 2],
      ['D', 4],
    ]);
    const pagina = berekenFiguurpagina(casussen, 2023);
    expect(pagina.doorlooptijd.map((klasse) => klasse.aantal)).toEqual([1, 0, 0, 1, 0]);
    expect(pagina.leeftijd).toEqual([{ label: '25–34', van: 25, tot: 34, aantal: 3 }]);
    expect(pagina).toMatchObject({
      aantalMan: 2,
      aantalVrouw: 1,
      aantalAnders: 1,
      zonderGeboortedatum: 1,
    });
    expect(jarenVan(casussen, '2024-05-01')).toEqual([2024, 2023, 2022]);
    expect(figurenAlsRijen(pagina)[0]).toEqual(['onderdeel', 'waarde', 'aantal', 'percentage']);
  });

  it('does not depend on the order of the cases', () => {
    expect(JSON.stringify(berekenFiguren([...casussen].reverse(), 2023))).toBe(
      JSON.stringify(figuren),
    );
  });
});

describe('the published year', () => {
  const map = gedeeldPad('data', 'caseload-baronie-2023');
  it.skipIf(map === null)('equals verwacht.json, key by key', async () => {
    if (map === null) return;
    const namen = ['casussen.csv', 'overleggen.csv', 'metingen.csv', 'acties.csv'];
    const uitslag = await leesBestanden(
      namen.map((naam) => ({ naam, bytes: new Uint8Array(readFileSync(join(map, naam))) })),
    );
    const { aantallen, ...verwacht } = JSON.parse(
      readFileSync(join(map, 'verwacht.json'), 'utf8'),
    ) as Figuren & {
      aantallen: Record<string, number>;
    };
    expect(uitslag.problemen).toEqual([]);
    expect(uitslag.onbruikbaar).toEqual([]);
    expect({
      casussen: uitslag.rijen.casussen.length,
      metingen: uitslag.rijen.metingen.length,
      overleggen: uitslag.rijen.overleggen.length,
      acties: uitslag.rijen.acties.length,
    }).toEqual(aantallen);
    const figuren = berekenFiguren(uitslag.rijen.casussen, 2023);
    for (const [sleutel, waarde] of Object.entries(verwacht)) {
      expect(figuren[sleutel as keyof Figuren], sleutel).toEqual(waarde);
    }
    expect(Object.keys(figuren).sort()).toEqual(Object.keys(verwacht).sort());
    expect(uitslag.aansluiting.sluitAan).toBe(true);
  });
});
