/** More than a house has: a case with many records among many cases, to see what stays quick. */
import { plusDagen, vandaagIso } from '../../shared/domein/index.js';
import type { Kluis } from '../../renderer/vault/types.js';

/** What the heavy case is called. */
export const ZWAAR = 'Zware Casus';

/** @param records of the case in all; @param casussen of the house in all */
export async function vulZwaar(kluis: Kluis, records: number, casussen: number): Promise<void> {
  const vandaag = vandaagIso();
  const bron = kluis.alle('casussen');
  const [model] = bron.filter((c) => c.sluitdatum === null);
  if (model === undefined) throw new Error('geen lopende casus');
  const tekst = 'Gesprek gevoerd met de wijkagent over rust in de straat en een vaste woonplek.';
  const nieuw = Array.from({ length: Math.max(0, casussen - bron.length - 1) }, (_, i) => {
    const van = bron[i % bron.length] ?? model;
    return {
      ...structuredClone({ ...van }),
      id: `bench-casus-${String(i).padStart(10, '0')}`,
      vak: `bench-vak-${String(i).padStart(12, '0')}`,
      titel: `${van.titel} ${i}`,
      nummer: `ZVH-2021-${String(i).padStart(4, '0')}`,
    };
  });
  const zwaar = { ...structuredClone({ ...model }), id: 'bench-zwaar-00000000', titel: ZWAAR };
  await kluis.voegToe('casussen', [...nieuw, zwaar] as never);
  const vast = { vak: zwaar.vak, casus: zwaar.id };
  const dag = (i: number): string => plusDagen(vandaag, -i);
  const deel = Math.floor(records / 8);
  await kluis.voegToe(
    'gebeurtenissen',
    Array.from({ length: deel * 4 }, (_, i) => ({
      ...vast,
      datum: dag(i),
      soort: i % 2 === 0 ? ('feit' as const) : ('notitie' as const),
      titel: `${tekst} ${i}`,
      toelichting: tekst,
      bron: 'Politie',
      leefgebied: i % 3 === 0 ? 'huisvesting' : 'justitie',
      bijlagen: [],
    })),
  );
  await kluis.voegToe(
    'acties',
    Array.from({ length: deel * 2 }, (_, i) => ({
      ...vast,
      overleg: null,
      omschrijving: `${tekst} ${i}`,
      type: 'zorg' as const,
      eigenaar: i % 2 === 0 ? 'GGZ' : 'Gemeente',
      eigenaarNaam: null,
      datum: dag(i),
      deadline: plusDagen(vandaag, i - 20),
      conditie: '',
      informering: '',
      status: i % 3 === 0 ? ('afgerond' as const) : ('open' as const),
      resultaat: '',
      beperkt: false,
    })),
  );
  const overleggen = kluis.alle('overleggen');
  const [overleg] = overleggen;
  if (overleg !== undefined)
    await kluis.voegToe(
      'overleggen',
      Array.from({ length: deel }, (_, i) => ({
        ...structuredClone({ ...overleg }),
        ...vast,
        id: `bench-overleg-${String(i).padStart(8, '0')}`,
        datum: dag(i * 7),
        status: 'vastgesteld' as const,
      })) as never,
    );
  await kluis.voegToe(
    'metingen',
    Array.from({ length: records - deel * 7 }, (_, i) => ({
      ...vast,
      overleg: null,
      datum: dag(i * 7),
      lijst: 'leefgebieden@1',
      scores: { huisvesting: { score: 1 + (i % 5), toelichting: tekst } },
    })),
  );
}
