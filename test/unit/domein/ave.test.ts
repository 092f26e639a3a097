/** AVE, adviser, RDM, delivery by gemeente and overdue per organisation (dossier rows 16, 37, 39 to 42). */
import { describe, expect, it } from 'vitest';
import {
  actielastPerOrganisatie,
  adviseurSinds,
  aveAfspraak,
  checklistVan,
  intervisieUiterlijk,
  leveringPerGemeente,
  leveringstand,
  lokaleVerrijking,
  RDM_TAFEL,
  rdmProces,
  TAFELS,
} from '../../../shared/domein/index.js';
import type { Antwoord, Registratie } from '../../../shared/schema/index.js';

const formulieren = TAFELS.flatMap((t) => t.inrichting.formulieren);
let nummer = 0;
function reg(
  id: string,
  datum: string,
  antwoorden: Record<string, Antwoord>,
  deel: Partial<Registratie> = {},
): Registratie {
  const formulier = formulieren.find((f) => f.id === id);
  if (formulier === undefined) throw new Error(`geen formulier ${id}`);
  // What the code reads must be asked by the form.
  for (const veld of Object.keys(antwoorden))
    expect(formulier.velden.map((v) => v.id)).toContain(veld);
  nummer += 1;
  return {
    ...{ id: `reg-${String(nummer).padStart(18, '0')}`, vak: 'v', versie: '1', gewijzigdDoor: 'x' },
    ...{ gewijzigdOp: '2026-01-01T00:00:00.000Z', conflicten: [], soort: 'registratie' },
    ...{ casus: 'c', tafel: RDM_TAFEL, datum, formulier: formulier, antwoorden },
    ...deel,
  };
}

describe('AVE', () => {
  const ave = (gemeente: string, fase: string, datum: string, casusregie: string) =>
    reg('ave', datum, { gemeente, fase, casusregie, procesregie: 'ZVH' }, { casus: null });
  it('shows the newest agreement of this gemeente and fase, and says when there is none', () => {
    const alle = [
      ave('Breda', '3', '2025-01-01', 'Gemeente'),
      ave('Breda', '3', '2026-01-01', 'GGZ'),
      ave('Zundert', '3', '2026-02-01', 'Politie'),
    ];
    expect(aveAfspraak(alle, 'breda', 3)?.casusregie).toBe('GGZ');
    expect(aveAfspraak(alle, 'Breda', 2)).toBeNull();
    expect(aveAfspraak(alle, 'Altena', 3)).toBeNull();
    expect(aveAfspraak(alle, 'Breda', null)).toBeNull();
  });
});

describe('the house is adviser', () => {
  const schaal = (richting: string, datum: string, adviseur: boolean) =>
    reg('schaling', datum, { richting, van: 'a', naar: 'b', reden: 'r', adviseur });
  it('after an afschaling that said so, until the case goes up again', () => {
    const af = schaal('afschaling', '2026-02-01', true);
    expect(adviseurSinds([])).toBeNull();
    expect(adviseurSinds([af])).toBe('2026-02-01');
    expect(adviseurSinds([af, schaal('opschaling', '2026-03-01', true)])).toBeNull();
    expect(adviseurSinds([schaal('afschaling', '2026-02-01', false)])).toBeNull();
  });
});

describe('RDM trede 3', () => {
  it('shows what was gone through and what is left', () => {
    expect(rdmProces([])).toBeNull();
    const aanmelding = reg('aanmelding-rdm', '2026-01-10', {
      ...{ trede1: 'wijkteam', trede2: 'directies', bestuurder: 'wethouder' },
    });
    const begin = rdmProces([aanmelding]);
    expect(begin?.treden.map((t) => t.gedaan)).toEqual(['wijkteam', 'directies', '', '']);
    expect(begin?.stappen.map((s) => s.op)).toEqual(['2026-01-10', null, null, null]);
    const eind = rdmProces([
      aanmelding,
      reg('escalatie', '2026-01-20', {
        ...{ gemeente: 'Breda', bestuurders: ['burgemeester', 'zorgkantoor of verzekeraar'] },
        ...{ geinformeerd: '2026-01-18', op: '2026-02-02' },
      }),
      reg('uitkomst', '2026-02-03', { op: '2026-02-02', uitkomst: 'geforceerd', hiaat: true }),
    ]);
    expect(eind?.stappen.map((s) => s.op)).toEqual([
      ...['2026-01-10', '2026-01-18', '2026-02-02', '2026-02-02'],
    ]);
    expect(eind?.hiaat).not.toBeNull();
    expect(rdmProces([{ ...aanmelding, tafel: 'MDA++' }])).toBeNull();
  });

  it('asks for an intervisie once a year, from the first case on', () => {
    const casus = { tafel: RDM_TAFEL, startdatum: '2025-03-01' };
    expect(intervisieUiterlijk([], [{ ...casus, tafel: 'MDA++' }])).toBeNull();
    expect(intervisieUiterlijk([], [casus])).toBe('2026-03-01');
    const leren = reg('leren', '2026-02-10', { op: '2026-02-08', lessen: 'x' }, { casus: null });
    expect(intervisieUiterlijk([leren], [casus])).toBe('2027-02-08');
  });
});

describe('what a gemeente delivers', () => {
  const levering = (casus: string, antwoorden: Record<string, Antwoord>) =>
    reg(lokaleVerrijking.id, '2026-01-01', antwoorden, { casus });
  it('comes from the form of the tafel, else the one that is shipped', () => {
    const eigen = { ...lokaleVerrijking, velden: lokaleVerrijking.velden.slice(0, 2) };
    expect(checklistVan({ formulieren: [eigen] }).velden).toHaveLength(2);
    expect(checklistVan({ formulieren: [] })).toBe(lokaleVerrijking);
  });
  it('is counted per item and per gemeente', () => {
    const a = levering('a', { gezin: 'geleverd', wmo: 'deels', jeugd: 'niet van toepassing' });
    const b = levering('b', { gezin: 'niet geleverd' });
    expect(leveringstand(lokaleVerrijking, a)).toEqual({
      ...{ geleverd: 1, deels: 1, niet: 0, verwacht: 7, open: 5 },
    });
    expect(leveringstand(lokaleVerrijking, null).open).toBe(8);
    const gemeente = (id: string) => ({ a: 'Breda', b: 'Altena' })[id];
    expect(leveringPerGemeente([a, b, levering('weg', {})], gemeente)).toEqual([
      { gemeente: 'Altena', casussen: 1, percentage: 0, mist: 'Gezin en huishouden' },
      { gemeente: 'Breda', casussen: 1, percentage: 75, mist: null },
    ]);
  });
});

describe('actions per organisation', () => {
  it('put whoever is most overdue first', () => {
    const actie = (
      eigenaar: string,
      deadline: string | null,
      status: 'open' | 'afgerond' = 'open',
    ) => ({
      ...{ eigenaar, deadline, status },
    });
    expect(
      actielastPerOrganisatie(
        [
          actie('Politie', '2026-06-01'),
          actie('GGZ', '2026-05-22'),
          actie('GGZ', null),
          actie('OM', '2026-01-01', 'afgerond'),
        ],
        '2026-06-01',
      ),
    ).toEqual([
      { organisatie: 'GGZ', open: 2, laat: 1, langst: 10, zonderTermijn: 1 },
      { organisatie: 'Politie', open: 1, laat: 0, langst: 0, zonderTermijn: 0 },
    ]);
  });
});
