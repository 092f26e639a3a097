/** Handing over as a screen sees it: a file of nothing, and one that brings a bit of everything. */
import { ok } from '../../shared/result.js';
import type { Lid } from '../../shared/schema/index.js';
import type { Overdrachten, Overdrachtuitkomst } from '../../renderer/vault/types.js';

const UITKOMST: Overdrachtuitkomst = {
  nieuw: 12,
  gewijzigd: 3,
  alHier: 240,
  verschillen: 1,
  geweigerd: 0,
  onleesbaar: { sleutel: 4 },
};

export function nepoverdracht(leden: readonly Lid[], ik: string): Overdrachten {
  return {
    ontvangers: () =>
      leden.map(({ id, naam, organisatie, rol }) => ({
        ...{ id, naam, organisatie, rol },
        eigen: id === ik,
      })),
    maak: () =>
      Promise.resolve({ naam: 'nep.overdracht', bytes: new Uint8Array(0), documenten: 256 }),
    bekijk: () =>
      Promise.resolve(
        ok({
          id: 'bestand-000000000000',
          van: { naam: 'R. Kuipers', apparaat: 'Laptop 08', eigen: false },
          gemaakt: '2026-11-23T15:58:00.000Z',
          documenten: 260,
          sleutels: 2,
          uitkomst: UITKOMST,
          voerIn: () => Promise.resolve(ok(UITKOMST)),
        }),
      ),
  };
}
