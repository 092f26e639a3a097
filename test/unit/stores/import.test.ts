import { afterEach, describe, expect, it } from 'vitest';
import {
  bestandFout,
  importstand,
  leesProef,
  neemOver,
  ontbrekend,
  opnieuw,
  voegBestandenToe,
  type Invoerbestand,
} from '../../../renderer/stores/import.js';
import { KOLOMMEN, type Bestandsoort } from '../../../shared/import/index.js';
import { maakNepkluis } from '../../harness/nepkluis.js';

const CASUS =
  'ZVH-2023-0001;2023-01-02;;;Breda;0758;Politie;Complexe casuïstiek;nee;3;J. Wouters;Voorbeeld Persoon;;1990-01-01;man;;;;';

function bestand(soort: Bestandsoort, ...regels: readonly string[]): Invoerbestand {
  const bytes = new TextEncoder().encode([KOLOMMEN[soort].join(';'), ...regels, ''].join('\n'));
  return { naam: `${soort}.csv`, grootte: bytes.length, lees: () => Promise.resolve(bytes) };
}

const vier = (): Invoerbestand[] => [
  bestand('casussen', CASUS, CASUS.replace('0001;2023-01-02;', '0002;2023-01-02;2022-01-01')),
  bestand('overleggen', 'ZVH-2023-0001;2023-02-01;start-MDO;Breda;Politie|GGZ'),
  bestand(
    'metingen',
    'ZVH-2023-0001;2023-02-01;huisvesting;2;',
    'ZVH-2023-0002;2023-02-01;huisvesting;2;',
  ),
  bestand('acties', 'ZVH-2023-0001;2023-02-01;Huisbezoek;zorg;Politie;2023-03-01;open'),
];

afterEach(opnieuw);

describe('an import', () => {
  it('keeps one file of a kind, and knows what lacks', () => {
    voegBestandenToe([bestand('casussen'), { ...bestand('casussen'), naam: '2023 casussen.csv' }]);
    const { nu } = importstand.getState();
    expect(nu.stap === 'bestanden' && nu.bestanden.map((b) => b.naam)).toEqual([
      '2023 casussen.csv',
    ]);
    expect(nu.stap === 'bestanden' && ontbrekend(nu.bestanden)).toEqual([
      'overleggen',
      'metingen',
      'acties',
    ]);
  });

  it('refuses a file that is too large before reading a byte of it', () => {
    expect(bestandFout({ ...bestand('casussen'), grootte: 100_000_000 })).toMatch(/MB/);
  });

  it('writes nothing in the dry run, takes over what was accepted, and changes nothing the second time', async () => {
    const kluis = maakNepkluis();
    voegBestandenToe(vier());
    await leesProef(kluis);
    const proef = importstand.getState().nu;
    expect(
      proef.stap === 'aansluiting' && proef.uitslag.aansluiting.bestanden.map((b) => b.afgewezen),
    ).toEqual([1, 0, 1, 0]);
    expect(kluis.alle('casussen')).toHaveLength(0);
    await neemOver(kluis);
    expect(importstand.getState().nu).toMatchObject({ stap: 'klaar', inKluis: 1 });
    expect(kluis.alle('casussen').map((c) => c.nummer)).toEqual(['ZVH-2023-0001']);

    opnieuw();
    voegBestandenToe(vier());
    await leesProef(kluis);
    await neemOver(kluis);
    expect(importstand.getState().nu).toMatchObject({ stap: 'klaar', verslag: { toegevoegd: {} } });
    expect(kluis.alle('acties')).toHaveLength(1);
  });

  it('says so when a file cannot be opened', async () => {
    voegBestandenToe([{ ...bestand('casussen'), lees: () => Promise.reject(new Error('bezet')) }]);
    await leesProef(maakNepkluis());
    expect(importstand.getState().nu).toMatchObject({ stap: 'mislukt', reden: 'bezet' });
  });
});
