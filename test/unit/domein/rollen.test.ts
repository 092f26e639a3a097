/** Roles on a case (dossier A3 row 38). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beeindigRol,
  casemanagersVan,
  ENKELE_ROLLEN,
  isDuaal,
  isLopendeRol,
  plusDagen,
  rolhouder,
  rollenVan,
  strijdigeRollen,
  voegRolToe,
  waarneming,
  wisselRegie,
  zetRolhouder,
  type Roldeel,
  type Rolwijziging,
} from '../../../shared/domein/index.js';
import type { Rolweigering } from '../../../shared/domein/index.js';
import type { Result } from '../../../shared/result.js';
import { casusrol } from '../../../shared/schema/casus.js';
import { voegSamen } from '../../../shared/sync/voegsamen.js';

const START = '2026-01-05';
const VANDAAG = '2026-06-01';
const kaal: Roldeel = {
  startdatum: START,
  procesregisseur: 'J. Wouters',
  backupRegisseur: 'R. Kuipers',
  casusregieOrganisatie: 'GGZ',
  casusregieNaam: 'L. Brandsma',
};
let nummer = 0;
const id = (): string => `rol-${String((nummer += 1)).padStart(18, '0')}`;
const zvh = (naam: string) => ({ organisatie: 'ZVH', naam });
const na = (casus: Roldeel, uit: Result<Rolwijziging, Rolweigering>): Roldeel => {
  if (!uit.ok) throw new Error(uit.fout.reden);
  return { ...casus, ...uit.waarde };
};
const reden = (uit: Result<Rolwijziging, Rolweigering>): string => (uit.ok ? '' : uit.fout.reden);
const kort = (casus: Roldeel, rol: string): string[] =>
  rollenVan(casus)
    .filter((r) => r.rol === rol)
    .map((r) => `${r.naam} ${r.van} ${r.tot ?? ''}`.trim());

describe('roles on a case', () => {
  it('begin with the case for who has them and was never recorded', () => {
    expect(kort(kaal, 'procesregisseur')).toEqual([`J. Wouters ${START}`]);
    for (const rol of rollenVan(kaal)) expect(casusrol.parse(rol)).toEqual(rol);
  });

  it('of the procesregisseur pass to another from a day on', () => {
    const casus = na(
      kaal,
      zetRolhouder(kaal, 'procesregisseur', zvh('S. Aydin'), '2026-03-02', VANDAAG, id()),
    );
    expect(casus.procesregisseur).toBe('S. Aydin');
    expect(kort(casus, 'procesregisseur')).toEqual([
      `J. Wouters ${START} 2026-03-01`,
      'S. Aydin 2026-03-02',
    ]);
    const twee = na(
      casus,
      zetRolhouder(casus, 'procesregisseur', zvh('M. Postma'), '2026-03-02', VANDAAG, id()),
    );
    expect(kort(twee, 'procesregisseur')).toEqual([
      `J. Wouters ${START} 2026-03-01`,
      'M. Postma 2026-03-02',
    ]);
  });

  it('are refused with the reason', () => {
    const begin = (rol: 'procesregisseur' | 'casemanager', op = VANDAAG) =>
      reden(voegRolToe(kaal, rol, zvh('S. Aydin'), op, VANDAAG, id()));
    expect(begin('procesregisseur')).toMatch(
      /J\. Wouters .* sinds 05-01-2026.*Draag de casus over/,
    );
    expect(begin('casemanager', '2026-01-04')).toMatch(/begon op 05-01-2026/);
    expect(begin('casemanager', '2026-06-02')).toMatch(/toekomst/);
    const regie = rollenVan(kaal).find((r) => r.rol === 'procesregisseur');
    expect(reden(beeindigRol(kaal, regie?.id ?? '', VANDAAG, VANDAAG))).toMatch(/Draag de casus/);
    const metManager = na(
      kaal,
      voegRolToe(
        kaal,
        'casemanager',
        { organisatie: 'GGZ', naam: 'X' },
        '2026-04-01',
        VANDAAG,
        'manager-0000000000000',
      ),
    );
    expect(reden(beeindigRol(metManager, 'manager-0000000000000', '2026-03-31', VANDAAG))).toMatch(
      /begon op 01-04-2026/,
    );
    expect(reden(beeindigRol(metManager, 'weg', '2026-05-31', VANDAAG))).toMatch(/niet meer/);
    expect(
      reden(zetRolhouder(kaal, 'procesregisseur', zvh('J. Wouters'), VANDAAG, VANDAAG, id())),
    ).toMatch(/al sinds/);
  });

  it('end, and the present holder with them', () => {
    const backup = rollenVan(kaal).find((r) => r.rol === 'backup-regisseur');
    const casus = na(kaal, beeindigRol(kaal, backup?.id ?? '', '2026-05-01', VANDAAG));
    expect(casus.backupRegisseur).toBeNull();
    expect(kort(casus, 'backup-regisseur')).toEqual([`R. Kuipers ${START} 2026-05-01`]);
  });

  it('change places while the procesregisseur is away, and back', () => {
    const weg = na(kaal, wisselRegie(kaal, '2026-05-04', VANDAAG, [id(), id()]));
    expect([weg.procesregisseur, weg.backupRegisseur]).toEqual(['R. Kuipers', 'J. Wouters']);
    expect(waarneming(weg)).toEqual({ voor: 'J. Wouters', sinds: '2026-05-04' });
    const terug = na(weg, wisselRegie(weg, '2026-05-18', VANDAAG, [id(), id()]));
    expect([terug.procesregisseur, terug.backupRegisseur]).toEqual(['J. Wouters', 'R. Kuipers']);
    expect(waarneming(kaal)).toBeNull();
    const zelfde = na(weg, wisselRegie(weg, '2026-05-04', VANDAAG, [id(), id()]));
    expect(kort(zelfde, 'procesregisseur')).toEqual([`J. Wouters ${START}`]);
    expect(
      reden(wisselRegie({ ...kaal, backupRegisseur: null }, VANDAAG, VANDAAG, ['', ''])),
    ).toMatch(/Voeg eerst een back-up toe/);
  });

  it('show duaal casemanagement: care and gemeente at the same time', () => {
    const domein = (o: string) => ({ GGZ: 'zorg', Gemeente: 'bestuur', GGD: 'zorg' })[o];
    const met = (casus: Roldeel, organisatie: string) =>
      na(casus, voegRolToe(casus, 'casemanager', { organisatie, naam: '' }, START, VANDAAG, id()));
    const een = met(kaal, 'GGZ');
    expect(isDuaal(een, domein)).toBe(false);
    expect(isDuaal(met(een, 'GGD'), domein)).toBe(false);
    expect(isDuaal(met(een, 'Gemeente'), domein)).toBe(true);
  });

  it('of two people who each added a casemanager offline both stay', () => {
    const basis = {
      ...{ id: 'casus-0000000000000000', vak: 'vak-000000000000000000', versie: '1' },
      ...{ gewijzigdDoor: 'a', gewijzigdOp: '2026-05-01T10:00:00.000Z', conflicten: [] },
      ...kaal,
    };
    const met = (versie: string, naam: string) => ({
      ...na(
        basis,
        voegRolToe(basis, 'casemanager', { organisatie: naam, naam }, VANDAAG, VANDAAG, id()),
      ),
      ...{ id: basis.id, vak: basis.vak, versie, conflicten: [] },
      ...{ gewijzigdDoor: naam, gewijzigdOp: basis.gewijzigdOp },
    });
    const [x, y] = [met('2', 'GGZ'), met('3', 'Gemeente')];
    const samen = voegSamen(basis as never, x as never, y as never) as Roldeel & {
      conflicten: unknown[];
    };
    expect(samen.conflicten).toEqual([]);
    expect(
      casemanagersVan(samen)
        .map((r) => r.naam)
        .sort(),
    ).toEqual(['GGZ', 'Gemeente']);
    expect(rollenVan(samen).filter((r) => r.rol === 'procesregisseur')).toHaveLength(1);
  });

  it('of two people who each chose a procesregisseur show the other, until somebody chooses again', () => {
    const strijd: Roldeel = {
      ...kaal,
      procesregisseur: 'S. Aydin',
      rollen: [
        { id: id(), rol: 'procesregisseur', ...zvh('S. Aydin'), van: '2026-03-02', tot: null },
        { id: id(), rol: 'procesregisseur', ...zvh('M. Postma'), van: '2026-03-02', tot: null },
      ],
    };
    expect(strijdigeRollen(strijd).map((r) => r.naam)).toEqual(['M. Postma']);
    const opgelost = na(
      strijd,
      zetRolhouder(strijd, 'procesregisseur', zvh('S. Aydin'), VANDAAG, VANDAAG, id()),
    );
    expect(strijdigeRollen(opgelost)).toEqual([]);
    expect(opgelost.procesregisseur).toBe('S. Aydin');
  });
});

describe('whatever people do with roles', () => {
  const stap = fc.record({
    wat: fc.constantFrom('zet', 'wissel', 'beeindig', 'voeg'),
    rol: fc.constantFrom(...ENKELE_ROLLEN, 'casemanager' as const),
    naam: fc.constantFrom('A', 'B', 'C', null),
    dag: fc.integer({ min: -2, max: 40 }),
    welke: fc.nat(8),
  });
  it('one-holder roles never overlap, and the history recounts to who has them now', () => {
    fc.assert(
      fc.property(fc.array(stap, { maxLength: 14 }), (stappen) => {
        let casus: Roldeel = kaal;
        for (const { wat, rol, naam, dag, welke } of stappen) {
          const op = plusDagen(START, dag);
          const wie =
            naam === null ? null : { organisatie: rol === 'casusregisseur' ? naam : 'ZVH', naam };
          const uit =
            wat === 'wissel'
              ? wisselRegie(casus, op, VANDAAG, [id(), id()])
              : wat === 'beeindig'
                ? beeindigRol(casus, rollenVan(casus)[welke]?.id ?? '', op, VANDAAG)
                : rol === 'casemanager' || wat === 'voeg'
                  ? voegRolToe(casus, rol, wie ?? { organisatie: '', naam: '' }, op, VANDAAG, id())
                  : zetRolhouder(casus, rol, wie, op, VANDAAG, id());
          if (uit.ok) casus = { ...casus, ...uit.waarde };
          const rollen = rollenVan(casus);
          expect(rolhouder(casus, 'procesregisseur')).not.toBeNull();
          expect(strijdigeRollen(casus)).toEqual([]);
          for (const r of rollen) if (r.tot !== null) expect(r.tot >= r.van).toBe(true);
          for (const enkel of ENKELE_ROLLEN) {
            const van = rollen.filter((r) => r.rol === enkel);
            van.slice(1).forEach((r, i) => {
              expect((van[i]?.tot ?? '9999') < r.van).toBe(true);
            });
            const nu = van.find(isLopendeRol);
            const houder = rolhouder(casus, enkel);
            if (enkel === 'casusregisseur') expect(nu?.organisatie).toBe(houder?.organisatie);
            else expect(nu?.naam).toBe(houder?.naam);
          }
        }
      }),
      { numRuns: 600 },
    );
  });
});
