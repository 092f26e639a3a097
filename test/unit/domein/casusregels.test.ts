import { describe, expect, it } from 'vitest';
import type { Actie, Casus, Overleg } from '../../../shared/schema/index.js';
import {
  maakActieregels,
  maakCasusregels,
  maakOverlegregels,
  mijnRol,
  vergelijkOpMdo,
} from '../../../shared/domein/index.js';

const VANDAAG = '2026-11-24';
const basis = (id: string) => ({
  id,
  vak: 'vak0000000000000',
  versie: 'v',
  gewijzigdDoor: 'a',
  gewijzigdOp: '2026-11-24T08:00:00.000Z',
  conflicten: [],
});
const casus = (id: string, deel: Partial<Casus> = {}): Casus => ({
  ...basis(id),
  nummer: `ZVH-2026-${id}`,
  titel: 'Özgür Çelik',
  aard: 'persoon',
  tafel: 'Complexe casuïstiek',
  gemeente: 'Breda',
  gemeentecode: '0758',
  melder: 'GGZ',
  startdatum: '2026-11-01',
  sluitdatum: null,
  sluitreden: null,
  spoed: false,
  aveFase: 3,
  stap: 'plan',
  stapdatums: {},
  procesregisseur: 'J. Wouters',
  backupRegisseur: 'R. Kuipers',
  casusregieOrganisatie: null,
  casusregieNaam: null,
  inkomsten: null,
  woonsituatie: null,
  problematiek: [],
  omschrijving: '',
  doelen: [],
  planVastgesteldOp: null,
  ...deel,
});
const actie = (id: string, deadline: string | null, deel: Partial<Actie> = {}): Actie => ({
  ...basis(id),
  casus: 'c1',
  overleg: null,
  omschrijving: 'Huisbezoek',
  type: 'zorg',
  eigenaar: 'GGZ',
  eigenaarNaam: null,
  datum: '2026-11-02',
  deadline,
  conditie: '',
  informering: '',
  status: 'open',
  resultaat: '',
  beperkt: false,
  ...deel,
});
const overleg = (
  id: string,
  datum: string,
  begin: string | null,
  deel: Partial<Overleg> = {},
): Overleg => ({
  ...basis(id),
  casus: 'c1',
  soort: 'vervolg-MDO',
  datum,
  begin,
  eind: null,
  locatie: 'Online',
  status: 'gepland',
  deelnemers: [],
  agenda: [],
  fase: null,
  faseSinds: null,
  pitch: '',
  pitchVastgesteldOp: null,
  notulen: { beeldvorming: '', oordeelsvorming: '', besluitvorming: '' },
  besluiten: [],
  geparkeerd: [],
  informering: '',
  volgendeDatum: null,
  vastgesteldOp: null,
  vastgesteldDoor: null,
  aanvullingen: [],
  ...deel,
});

const documenten = {
  casussen: [
    casus('c1'),
    casus('c2', { titel: 'Anna de Wit', sluitdatum: '2026-11-20', startdatum: '2026-01-01' }),
    casus('c3', { titel: 'Bas Bos' }),
  ],
  betrokkenen: [],
  acties: [
    actie('a1', '2026-11-20'),
    actie('a2', '2026-11-24'),
    actie('a3', null),
    actie('a4', '2026-01-01', { status: 'afgerond' }),
    actie('a5', '2026-11-10', {
      casus: 'c3',
      conflicten: [{ id: 'deadline', basis: null, waarden: [] }],
    }),
  ],
  overleggen: [
    overleg('o1', '2026-09-01', '10:00', { status: 'vastgesteld' }),
    overleg('o3', '2026-11-25', '09:00'),
    overleg('o2', '2026-11-24', '11:00'),
    overleg('o0', '2026-11-20', '11:00'),
  ],
};
const regels = maakCasusregels(documenten, VANDAAG);

describe('casusregels', () => {
  it('projects one line per case', () => {
    expect(regels.map((r) => r.id)).toEqual(['c1', 'c2', 'c3']);
    expect(regels[0]).toMatchObject({
      openActies: 3,
      teLaat: 1,
      eersteDeadline: '2026-11-20',
      dagen: 23,
      afgesloten: false,
      heeftVerschil: false,
      volgendMdo: { overleg: 'o2', datum: '2026-11-24', begin: '11:00' },
    });
    expect(regels[1]).toMatchObject({ afgesloten: true, dagen: 323, volgendMdo: null });
    expect(regels[2]).toMatchObject({ heeftVerschil: true, verschillen: 1, teLaat: 1 });
  });

  it('orders, and knows whose case it is', () => {
    expect([...regels].sort(vergelijkOpMdo).map((r) => r.id)).toEqual(['c1', 'c3', 'c2']);
    const [eerste] = regels;
    if (eerste === undefined) throw new Error('geen regels');
    expect(mijnRol(eerste, 'J. Wouters')).toBe('regisseur');
    expect(mijnRol(eerste, 'R. Kuipers')).toBe('backup');
    expect(mijnRol(eerste, 'S. Aydin')).toBeNull();
  });

  it('lists open actions by deadline and meetings by time', () => {
    expect(
      maakActieregels(documenten.acties, regels, VANDAAG).map((r) => [r.actie.id, r.teLaat]),
    ).toEqual([
      ['a5', 14],
      ['a1', 4],
      ['a2', 0],
      ['a3', 0],
    ]);
    expect(
      maakOverlegregels(documenten.overleggen, regels, '2026-11-23', '2026-11-29').map((r) => [
        r.overleg.id,
        r.titel,
      ]),
    ).toEqual([
      ['o2', 'Vervolg-MDO 3'],
      ['o3', 'Vervolg-MDO 4'],
    ]);
  });
});
