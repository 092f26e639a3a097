import { describe, expect, it } from 'vitest';
import {
  aanduidingVan,
  accepteer,
  volgendNummer,
} from '../../../../renderer/stores/caseload-aanmelding.js';
import { magAccepteren } from '../../../../shared/domein/index.js';
import {
  neemTerug,
  ongedaan,
  verwijderMetTerug,
  wijzigMetTerug,
} from '../../../../renderer/stores/ongedaan.js';
import { maakNepkluis } from '../../../harness/nepkluis.js';
import type { Aanmelding, Casus } from '../../../../shared/schema/index.js';
import { aanmeldingDoc, casusDoc } from './documenten.js';

describe('aanmelding', () => {
  it('is refused with the criteria that are open, then with those that are not met', () => {
    const { criteria } = aanmeldingDoc({});
    const open = aanmeldingDoc({
      criteria: {
        ...criteria,
        b: { voldaan: true, motivering: ' ' },
        d: { voldaan: null, motivering: 'x' },
      },
    });
    expect(magAccepteren(open)).toEqual({
      ok: false,
      fout: { soort: 'niet-gemotiveerd', criteria: ['b', 'd'] },
    });
    const niet = aanmeldingDoc({
      criteria: { ...criteria, c: { voldaan: false, motivering: 'nee' } },
    });
    expect(magAccepteren(niet)).toEqual({
      ok: false,
      fout: { soort: 'niet-voldaan', criteria: ['c'] },
    });
    expect(magAccepteren(aanmeldingDoc({})).ok).toBe(true);
    expect(magAccepteren(aanmeldingDoc({ status: 'afgewezen' })).ok).toBe(false);
  });
  it('describes a person without a name', () => {
    expect(
      aanduidingVan(
        { geslacht: 'man', geboortedatum: '1999-04-19', gemeente: 'Breda' },
        '2026-11-24',
      ),
    ).toBe('Man, 27, Breda');
    expect(
      aanduidingVan({ geslacht: 'onbekend', geboortedatum: null, gemeente: '' }, '2026-11-24'),
    ).toBe('Persoon');
  });
  it('gives the next number of the year', () => {
    const casussen = ['ZVH-2026-0009', 'ZVH-2026-0041', 'ZVH-2025-0090'].map((nummer, i) =>
      casusDoc({ id: `c${i}`, nummer }),
    );
    expect(volgendNummer(casussen, '2026')).toBe('ZVH-2026-0042');
    expect(volgendNummer([], '2027')).toBe('ZVH-2027-0001');
  });
  it('becomes one case, however often it is accepted', async () => {
    const kluis = maakNepkluis();
    const [a] = await kluis.voegToe('aanmeldingen', [
      structuredClone(aanmeldingDoc({})) as Aanmelding,
    ]);
    if (a === undefined) throw new Error('geen aanmelding');
    const keuze = {
      tafel: 'Complexe casuïstiek',
      regisseur: 'J. Wouters',
      nummer: 'ZVH-2026-0042',
      stapTitel: 'Geaccepteerd',
    };
    const eerste = await accepteer(kluis, a, keuze);
    expect(await accepteer(kluis, a, keuze)).toBe(eerste);
    expect(kluis.alle('casussen')).toHaveLength(1);
    expect(kluis.alle('betrokkenen')).toHaveLength(1);
    expect(kluis.haal('aanmeldingen', a.id)).toMatchObject({
      status: 'geaccepteerd',
      casus: eerste,
    });
  });
});

describe('ongedaan maken', () => {
  it('puts back the fields that it changed, and no others', async () => {
    const kluis = maakNepkluis();
    const [casus] = await kluis.voegToe('casussen', [
      structuredClone(casusDoc({ id: 'casuscasuscasuscasus12' })) as Casus,
    ]);
    if (casus === undefined) throw new Error('geen casus');
    const na = await wijzigMetTerug(
      kluis,
      'casussen',
      casus,
      (c) => {
        c.spoed = true;
      },
      'Spoed',
    );
    await kluis.wijzig('casussen', na, (c) => {
      c.omschrijving = 'ondertussen';
    });
    expect(await neemTerug()).toBe('Spoed');
    expect(kluis.haal('casussen', casus.id)).toMatchObject({
      spoed: false,
      omschrijving: 'ondertussen',
    });
    expect(await neemTerug()).toBeNull();
    await verwijderMetTerug(kluis, 'casussen', casus, 'Weg');
    expect(kluis.haal('casussen', casus.id)).toBeUndefined();
    expect(ongedaan.getState().stapel).toHaveLength(1);
    await neemTerug();
    expect(kluis.haal('casussen', casus.id)?.titel).toBe(casus.titel);
  });
});
