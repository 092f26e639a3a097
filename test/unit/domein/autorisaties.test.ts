import { describe, expect, it } from 'vitest';
import {
  afgelopen,
  isBijzonder,
  openAanvragen,
  rechtenInHuis,
  rechtenOpCasus,
  toegangstaken,
  zonderSleutel,
  type Toegangsbron,
} from '../../../shared/domein/index.js';
import type { Autorisatie, Rol } from '../../../shared/schema/index.js';

const VANDAAG = '2026-11-02';
const CASUS = 'casus-0000000000000001';
const op = (dag: string): string => `${dag}T09:00:00.000Z`;
const wie = (naam: string): string => `account-${naam}`.padEnd(22, '0');

const lid = (naam: string, rol: Rol, toegang: 'huis' | 'toegewezen', sinds = '2026-10-01') => ({
  id: wie(naam),
  naam,
  rol,
  toegang,
  gewijzigdOp: op(sinds),
});

function autorisatie(naam: string, deel: Partial<Autorisatie> = {}): Autorisatie {
  return {
    id: `autorisatie-${naam}`.padEnd(22, '0'),
    vak: 'vak-000000000000000001',
    versie: '1',
    gewijzigdDoor: wie('A. Bos'),
    gewijzigdOp: op('2026-01-01'),
    conflicten: [],
    soort: 'autorisatie',
    casus: CASUS,
    account: wie(naam),
    rol: 'ketenpartner',
    tot: null,
    grondslag: 'Wgs',
    aanvraag: { door: wie('A. Bos'), op: op('2026-01-01'), reden: 'casusregie' },
    besluit: {
      door: wie('A. Bos'),
      op: op('2026-01-02'),
      reden: '',
      uitkomst: 'toegekend',
    },
    beoordelingen: [],
    einde: null,
    ...deel,
  };
}
const keer = (dag: string) => ({
  id: `keer-${dag}`.padEnd(22, '0'),
  door: wie('A. Bos'),
  op: op(dag),
  reden: 'nog nodig',
  uitkomst: 'gehandhaafd' as const,
});
const houder = (naam: string, tot: string | null = null) => ({
  account: wie(naam),
  rol: 'ketenpartner',
  tot,
});

describe('the rights on a case', () => {
  const leden = [
    lid('A. Bos', 'procesregisseur', 'huis'),
    lid('K. Smit', 'ketenpartner', 'toegewezen'),
  ];
  const lidVan = (account: string) => leden.find((l) => l.id === account);
  const beoordelen = (docs: Autorisatie[], tot: string | null = null): string | null | undefined =>
    rechtenOpCasus([houder('K. Smit', tot)], docs, lidVan, VANDAAG)[0]?.beoordelen;

  it.each([
    ['a year after they were granted', [autorisatie('K. Smit')], '2027-01-02'],
    [
      'a year after the last review',
      [autorisatie('K. Smit', { beoordelingen: [keer('2026-09-09'), keer('2026-03-01')] })],
      '2027-09-09',
    ],
    ['now, when nobody recorded them', [], VANDAAG],
    [
      'now, when the last record was ended',
      [autorisatie('K. Smit', { einde: keer('2026-05-05') })],
      VANDAAG,
    ],
    [
      'not put off by a clock that ran ahead',
      [autorisatie('K. Smit', { beoordelingen: [keer('2031-01-01')] })],
      '2027-01-02',
    ],
    [
      'now, when a clock that ran ahead is all there is',
      [autorisatie('K. Smit', { besluit: { ...keer('2031-01-01'), uitkomst: 'toegekend' } })],
      VANDAAG,
    ],
  ])('are looked at again %s', (_wanneer, docs, verwacht) => {
    expect(beoordelen(docs)).toBe(verwacht);
  });

  it('are not looked at when they ended, or come from the role in the house', () => {
    expect(beoordelen([autorisatie('K. Smit')], '2026-11-01')).toBeNull();
    expect(beoordelen([autorisatie('K. Smit')], VANDAAG)).toBe('2027-01-02');
    expect(rechtenOpCasus([houder('A. Bos')], [], lidVan, VANDAAG)[0]?.beoordelen).toBeNull();
  });

  it('show what was broken off between the record and the key', () => {
    const docs = [
      autorisatie('K. Smit'),
      autorisatie('P. Vos', { einde: keer('2026-05-05') }),
      autorisatie('Q. Dam', { tot: '2026-11-01' }),
      autorisatie('R. Els', { besluit: null }),
    ];
    expect(zonderSleutel(docs, [], VANDAAG).map((a) => a.account)).toEqual([wie('K. Smit')]);
    expect(zonderSleutel(docs, [houder('K. Smit')], VANDAAG)).toEqual([]);
  });

  it('keep the requests apart from what ended', () => {
    const open = autorisatie('R. Els', { besluit: null });
    const ouder = autorisatie('S. Fik', {
      besluit: null,
      aanvraag: { door: wie('A. Bos'), op: op('2025-12-31'), reden: '' },
    });
    const weg = autorisatie('T. Gul', {
      besluit: { ...keer('2026-02-02'), uitkomst: 'afgewezen' },
    });
    const uit = autorisatie('P. Vos', { einde: keer('2026-05-05') });
    expect(openAanvragen([open, weg, ouder, uit])).toEqual([ouder, open]);
    expect(afgelopen([open, weg, ouder, uit])).toEqual([uit, weg]);
  });
});

describe('the rights in the house', () => {
  it('are special for who sees more than their own cases, and then looked at each quarter', () => {
    const bureau = lid('A. Bos', 'procesregisseur', 'huis');
    const fg = lid('F. Gans', 'fg', 'toegewezen');
    const partner = lid('K. Smit', 'ketenpartner', 'toegewezen');
    expect([bureau, fg, partner].map(isBijzonder)).toEqual([true, true, false]);
    const docs = [
      autorisatie('F. Gans', { casus: null, beoordelingen: [keer('2026-10-20')] }),
      // Of a case: says nothing of the role.
      autorisatie('K. Smit', { beoordelingen: [keer('2026-10-20')] }),
    ];
    expect(rechtenInHuis([bureau, fg, partner], docs, VANDAAG).map((r) => r.beoordelen)).toEqual([
      '2027-01-01',
      '2027-01-20',
      '2027-10-01',
    ]);
  });
});

describe('work about access', () => {
  const casus = (nr: number, regisseur: string, backup: string | null = null) => ({
    id: `casus-${nr}`.padEnd(22, '0'),
    vak: `vak-${nr}`.padEnd(22, '0'),
    procesregisseur: regisseur,
    backupRegisseur: backup,
  });
  const bron = (deel: Partial<Toegangsbron> = {}): Toegangsbron => ({
    casussen: [casus(1, 'A. Bos'), casus(2, 'B. Lei'), casus(3, 'Iemand van vroeger')],
    leden: [
      lid('A. Bos', 'procesregisseur', 'huis'),
      lid('B. Lei', 'procesregisseur', 'huis', '2026-01-01'),
      lid('C. Oud', 'beheerder', 'huis', '2026-01-01'),
      lid('K. Smit', 'ketenpartner', 'toegewezen'),
    ],
    ingetrokken: new Set(),
    autorisaties: (c) => (c === null ? [] : [autorisatie('R. Els', { casus: c, besluit: null })]),
    houders: () => [houder('K. Smit'), houder('A. Bos')],
    ...deel,
  });
  const taken = (naam: string, rol: Rol, b = bron()) =>
    toegangstaken(b, { id: wie(naam), naam, rol }, VANDAAG).map((t) =>
      [t.soort, t.casus === null ? 'huis' : t.casus.slice(6, 7), t.account.slice(8, 14)].join(' '),
    );

  it('is of the own cases and of those that nobody directs, requests first', () => {
    expect(taken('A. Bos', 'procesregisseur')).toEqual([
      'aanvraag 1 R. Els',
      'aanvraag 3 R. Els',
      'beoordeling 1 K. Smi',
      'beoordeling 3 K. Smi',
    ]);
  });

  it('is there for the back-up too, and of the members for who sets up the house', () => {
    const b = bron({ casussen: [casus(1, 'A. Bos', 'B. Lei')] });
    expect(taken('B. Lei', 'procesregisseur', b)).toEqual([
      'aanvraag 1 R. Els',
      'beoordeling 1 K. Smi',
    ]);
    // Not the own right of C. Oud: a colleague looks at that.
    expect(taken('C. Oud', 'beheerder', b)).toEqual(['beoordeling huis B. Lei']);
  });

  it('of the members is of the whole bureau where nobody sets up the house', () => {
    const b = bron({
      casussen: [],
      leden: [lid('A. Bos', 'procesregisseur', 'huis', '2026-01-01')],
    });
    // And nobody else can look at the only one.
    expect(taken('A. Bos', 'procesregisseur', b)).toEqual(['beoordeling huis A. Bos']);
  });

  it('is not of who was revoked, and not for who decides on no access', () => {
    const b = bron({ ingetrokken: new Set([wie('K. Smit')]), autorisaties: () => [] });
    expect(taken('A. Bos', 'procesregisseur', b)).toEqual([]);
    expect(taken('K. Smit', 'ketenpartner')).toEqual([]);
    expect(taken('F. Gans', 'fg')).toEqual([]);
  });
});
