import { describe, expect, it } from 'vitest';
import { HANDELINGEN, mag } from '../../../shared/domein/index.js';
import { ROLLEN } from '../../../shared/schema/index.js';

describe('what a role may do', () => {
  it('is as it was agreed', () => {
    const tabel = Object.fromEntries(
      ROLLEN.map((rol) => [rol, HANDELINGEN.filter((h) => mag(rol, h)).length]),
    );
    expect(tabel).toEqual({
      procesregisseur: 4,
      informatiecoordinator: 4,
      procesondersteuner: 4,
      manager: 4,
      beheerder: 6,
      ketenpartner: 0,
      fg: 1,
    });
  });

  it('keeps the log of others to who checks on them', () => {
    expect(ROLLEN.filter((rol) => mag(rol, 'logboek-van-huis'))).toEqual(['beheerder', 'fg']);
  });

  it('lets nobody from outside the bureau destroy a file, or give or end access', () => {
    for (const rol of ['ketenpartner', 'fg'] as const)
      for (const h of HANDELINGEN.filter((x) => x !== 'logboek-van-huis'))
        expect(mag(rol, h)).toBe(false);
  });
});
