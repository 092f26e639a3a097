import { describe, expect, it } from 'vitest';
import type { Kluis } from '../../../renderer/vault/types.js';
import { laadInKluis, type KluisSchrijver } from '../../../shared/import/laden.js';
import { naarLaadset } from '../../../shared/import/naardocumenten.js';
import type { Canoniek, Casusrij } from '../../../shared/import/canoniek.js';
import type { Meting, Overleg } from '../../../shared/schema/index.js';
import { maakNepkluis } from './nepkluis.js';

/** The real vault fits: does not compile when it no longer does. */
export const past = (kluis: Kluis): KluisSchrijver => kluis;

const casus = (nummer: string, deel: Partial<Casusrij> = {}): Casusrij => ({
  casusnummer: nummer,
  startdatum: '2023-01-10',
  sluitdatum: null,
  sluitreden: null,
  gemeente: 'Breda',
  gemeentecode: '0758',
  melder: 'GGZ',
  tafel: 'Complexe casuïstiek',
  spoed: false,
  aveFase: 3,
  procesregisseur: 'J. Wouters',
  naam: `Naam ${nummer}`,
  bsn: null,
  geboortedatum: '1990-06-15',
  geslacht: 'man',
  inkomsten: null,
  woonsituatie: 'Woning',
  problematiek: [],
  omschrijving: '',
  ...deel,
});
const VANDAAG = '2023-06-01';
const rijen: Canoniek = {
  casussen: Array.from({ length: 45 }, (_, i) => casus(`N${i}`)),
  overleggen: [
    {
      casusnummer: 'N0',
      datum: '2023-02-01',
      soort: 'start-MDO',
      locatie: 'Online',
      aanwezig: ['GGZ', 'Politie'],
    },
    {
      casusnummer: 'N0',
      datum: '2023-04-01',
      soort: 'vervolg-MDO',
      locatie: 'Online',
      aanwezig: [],
    },
    {
      casusnummer: 'N1',
      datum: '2023-07-01',
      soort: 'start-MDO',
      locatie: 'Online',
      aanwezig: ['GGZ'],
    },
  ],
  metingen: [
    { casusnummer: 'N0', datum: '2023-02-01', leefgebied: 'financien', score: 2, toelichting: '' },
    {
      casusnummer: 'N0',
      datum: '2023-02-01',
      leefgebied: 'justitie',
      score: null,
      toelichting: 'niet besproken',
    },
    { casusnummer: 'N0', datum: '2023-04-01', leefgebied: 'financien', score: 3, toelichting: '' },
  ],
  acties: [
    {
      casusnummer: 'N0',
      datum: '2023-02-01',
      omschrijving: 'Huisbezoek',
      type: 'zorg',
      eigenaar: 'GGZ',
      deadline: null,
      status: 'open',
    },
    {
      casusnummer: 'N0',
      datum: '2023-02-01',
      omschrijving: 'Huisbezoek',
      type: 'zorg',
      eigenaar: 'GGZ',
      deadline: null,
      status: 'afgerond',
    },
  ],
};

describe('laden', () => {
  it('turns rows into documents that hang together', async () => {
    const kluis = maakNepkluis();
    const verslag = await laadInKluis(kluis, naarLaadset(rijen, VANDAAG));
    expect(verslag).toMatchObject({ casussen: 45, alAanwezig: 0, gestopt: false });
    expect(verslag.toegevoegd).toEqual({
      betrokkenen: 45,
      metingen: 2,
      overleggen: 3,
      acties: 2,
      gebeurtenissen: 45,
      casussen: 45,
    });
    const [nul, een, twee] = kluis.casussen();
    expect([nul?.stap, een?.stap, twee?.stap]).toEqual(['monitoring', 'verrijking', 'verrijking']);
    const metingen = [...(kluis.docs.get('metingen')?.values() ?? [])] as unknown as Meting[];
    expect(metingen[0]?.scores).toEqual({
      financien: { score: 2, toelichting: '' },
      justitie: { score: null, toelichting: 'niet besproken' },
    });
    const overleggen = [...(kluis.docs.get('overleggen')?.values() ?? [])] as unknown as Overleg[];
    expect(overleggen.map((o) => o.status)).toEqual(['vastgesteld', 'vastgesteld', 'gepland']);
    expect(metingen[0]).toMatchObject({
      casus: nul?.id,
      vak: nul?.vak,
      overleg: overleggen[0]?.id,
    });
    expect(kluis.vakken.size).toBe(45);
  });

  it('changes nothing the second time, also when somebody worked on it', async () => {
    const kluis = maakNepkluis();
    await laadInKluis(kluis, naarLaadset(rijen, VANDAAG));
    const eerste = kluis.casussen()[0];
    if (eerste === undefined) throw new Error('geen casus');
    eerste.woonsituatie = 'Anders';
    const voor = JSON.stringify([...kluis.docs].map(([naam, docs]) => [naam, [...docs]]));
    const verslag = await laadInKluis(kluis, naarLaadset(rijen, '2024-01-01'));
    expect(verslag).toMatchObject({ toegevoegd: {}, casussen: 0, alAanwezig: 142 });
    expect(JSON.stringify([...kluis.docs].map(([naam, docs]) => [naam, [...docs]]))).toBe(voor);
  });

  it('stops between groups, leaves whole cases, and completes the next time', async () => {
    const kluis = maakNepkluis();
    const stop = new AbortController();
    const standen: number[] = [];
    const half = await laadInKluis(
      kluis,
      naarLaadset(rijen, VANDAAG),
      ({ gedaan }) => {
        standen.push(gedaan);
        if (gedaan >= 20) stop.abort();
      },
      stop.signal,
    );
    expect(half).toMatchObject({ gestopt: true, casussen: 20 });
    expect(standen).toEqual([0, 20]);
    expect(kluis.docs.get('betrokkenen')?.size).toBe(kluis.casussen().length);
    const rest = await laadInKluis(kluis, naarLaadset(rijen, VANDAAG));
    expect(rest).toMatchObject({ gestopt: false, casussen: 25 });
    expect(kluis.aantal()).toBe(142);
  });

  it('writes the case last, so that a loss of power leaves no half case', async () => {
    const kluis = maakNepkluis();
    const volgorde: string[] = [];
    const voegToe = kluis.voegToe.bind(kluis);
    await laadInKluis(
      {
        ...kluis,
        voegToe: (collectie, docs) => (volgorde.push(collectie), voegToe(collectie, docs)),
      },
      naarLaadset({ ...rijen, casussen: rijen.casussen.slice(0, 2) }, VANDAAG),
    );
    expect(volgorde.at(-1)).toBe('casussen');
  });
});
