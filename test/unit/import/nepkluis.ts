/** A vault in memory for tests of loading: parses every document as the real one does. */
import {
  COLLECTIES,
  type Betrokkene,
  type Casus,
  type Dossiercollectie,
} from '../../../shared/schema/index.js';
import { deelId } from '../../../shared/import/laadset.js';
import type { KluisSchrijver } from '../../../shared/import/laden.js';

export interface Nepkluis extends KluisSchrijver {
  readonly docs: Map<Dossiercollectie, Map<string, Record<string, unknown>>>;
  readonly vakken: Set<string>;
  casussen(): Casus[];
  betrokkenen(): Betrokkene[];
  aantal(): number;
}

export function maakNepkluis(): Nepkluis {
  const docs: Nepkluis['docs'] = new Map();
  const vakken = new Set<string>();
  const van = (collectie: Dossiercollectie): Map<string, Record<string, unknown>> => {
    const bestaand = docs.get(collectie);
    if (bestaand !== undefined) return bestaand;
    const nieuw = new Map<string, Record<string, unknown>>();
    docs.set(collectie, nieuw);
    return nieuw;
  };
  const id = (tekst: string): string => deelId(`id:${tekst}`);
  return {
    docs,
    vakken,
    ik: { id: 'account-van-de-test' },
    huisvak: id('huis'),
    nieuwVak(naam = '') {
      vakken.add(naam);
      return Promise.resolve(id(`vak:${naam}`));
    },
    afgeleidId: (tekst) => Promise.resolve(id(tekst)),
    haal: (collectie, docId) => van(collectie).get(docId),
    voegToe(collectie, nieuwe) {
      for (const doc of nieuwe) {
        const heel = COLLECTIES[collectie].parse({
          versie: 'v1',
          gewijzigdDoor: 'account-van-de-test',
          gewijzigdOp: '2026-11-24T08:00:00.000Z',
          conflicten: [],
          ...doc,
        }) as Record<string, unknown> & { id: string };
        van(collectie).set(heel.id, heel);
      }
      return Promise.resolve([]);
    },
    casussen: () => [...van('casussen').values()] as unknown as Casus[],
    betrokkenen: () => [...van('betrokkenen').values()] as unknown as Betrokkene[],
    aantal: () => [...docs.values()].reduce((som, groep) => som + groep.size, 0),
  };
}
