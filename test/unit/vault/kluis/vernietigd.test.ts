import { describe, expect, it } from 'vitest';
import { Vernietigd } from '../../../../renderer/vault/kluis/vernietigingen.js';
import type { Lid, Rol } from '../../../../shared/schema/index.js';

const HUISVAK = 'huisvak';
const lid = (id: string, rol: Rol) => ({ id, rol }) as Lid;
const verklaring = (van: string, door: string) => ({
  soort: 'vernietiging',
  van,
  gewijzigdDoor: door,
});
const casus = (vak: string, anders: object = {}) => ({
  id: `casus-${vak}`,
  vak,
  sluitdatum: '2020-01-01',
  ...anders,
});

function maak(delen: Record<string, readonly object[]>, leden: readonly Lid[]) {
  const spiegel = {
    alle: (c: string) => delen[c] ?? [],
    haal: (c: string, id: string) => (delen[c] ?? []).find((d) => (d as { id?: string }).id === id),
    vanCasus: (c: string, id: string) =>
      (delen[c] ?? []).filter((d) => (d as { casus?: string }).casus === id),
  };
  return new Vernietigd({
    spiegel: spiegel as never,
    schrijver: { zet: () => Promise.resolve() },
    huisvak: HUISVAK,
    leden: () => leden,
  });
}

describe('what counts as destroyed', () => {
  const bureau = lid('bureau', 'procesregisseur');

  it('is what somebody declared who may decide that', () => {
    const huis = ['bureau', 'partner', 'fg', 'onbekend'].map((door) =>
      verklaring(`vak-${door}`, door),
    );
    const leden = [bureau, lid('partner', 'ketenpartner'), lid('fg', 'fg')];
    expect(maak({ huis }, leden).alle()).toEqual(['vak-bureau']);
  });

  it('is not what runs or is held on this device', () => {
    const bewaring = { verlengingen: [], vasthouden: { reden: 'klacht', door: 'x', op: 'nu' } };
    const delen = {
      huis: ['loopt', 'vast', 'weg', 'aanm'].map((vak) => verklaring(vak, 'bureau')),
      casussen: [casus('loopt', { sluitdatum: null }), casus('vast', { bewaring }), casus('weg')],
      aanmeldingen: [{ vak: 'aanm', status: 'nieuw' }],
    };
    const v = maak(delen, [bureau]);
    expect(v.alle()).toEqual(['weg']);
    expect(v.is('vast')).toBe(false);
    expect(v.isVast('aanm')).toBe(true);
  });

  it('takes along what is for fewer eyes, and never the house', () => {
    const delen = {
      casussen: [casus('weg')],
      gebeurtenissen: [
        { casus: 'casus-weg', vak: 'weg' },
        { casus: 'casus-weg', vak: 'besloten' },
        { casus: 'casus-anders', vak: 'anders' },
      ],
      huis: [{ soort: 'autorisatie', casus: 'casus-weg', vak: HUISVAK }],
    };
    expect(maak(delen, [bureau]).ookVan('weg')).toEqual(['besloten']);
  });
});
