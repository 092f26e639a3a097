/** A tafel that a house adds without anybody touching code, and what a partner sees at one. */
import { describe, expect, it } from 'vitest';
import { bewaarTafel, isBezet, tafelsVan } from '../../../renderer/stores/tafels.js';
import { isRegistratie, registreer, verbeter } from '../../../renderer/stores/registraties.js';
import { metZicht } from '../../../renderer/stores/zicht.js';
import {
  inrichtingVan,
  telRegistraties,
  volgendeInrichting,
} from '../../../shared/domein/index.js';
import type { Casus, Inrichting } from '../../../shared/schema/index.js';
import { maakNepkluis, type Nepkluis } from '../../harness/nepkluis.js';
import { casusDoc } from './caseload/documenten.js';

const VAK = 'vak-000000000000000001';

let casussen = 0;
async function metCasus(kluis: Nepkluis, tafel: string): Promise<{ id: string; vak: string }> {
  casussen += 1;
  const id = `casus-${casussen}`.padEnd(22, '0');
  const velden = structuredClone(casusDoc({ id })) as Casus;
  const [casus] = await kluis.voegToe('casussen', [{ ...velden, id, tafel, vak: VAK }]);
  if (casus === undefined) throw new Error('geen casus');
  return casus;
}

const EIGEN: Inrichting = {
  ...(structuredClone(inrichtingVan([], '')) as Inrichting),
  formulieren: [
    {
      id: 'bezoek',
      versie: 1,
      naam: 'Bezoek',
      wanneer: '',
      bij: 'casus',
      velden: [
        {
          id: 'soort',
          label: 'Soort',
          soort: 'keuze',
          verplicht: true,
          opties: ['thuis', 'elders'],
          schakelaar: null,
        },
      ],
    },
  ],
  tellers: [
    {
      id: 'thuis',
      naam: 'Thuis',
      formulier: 'bezoek',
      veld: 'soort',
      waarde: 'thuis',
      telt: 'registraties',
    },
  ],
};

describe('a tafel that a house adds', () => {
  it('has its own form and its own count, and can be changed again', async () => {
    const kluis = maakNepkluis();
    const kop = { naam: 'Buurttafel', doel: 'Rust in de buurt', grondslag: 'Convenant' };
    expect(isBezet(tafelsVan(kluis.alle('huis')), kop.naam)).toBe(false);
    await bewaarTafel(kluis, null, kop, EIGEN);
    const tafel = tafelsVan(kluis.alle('huis')).find((t) => t.naam === kop.naam);
    if (tafel?.doc == null) throw new Error('de tafel is er niet');
    expect(isBezet(tafelsVan(kluis.alle('huis')), 'buurttafel')).toBe(true);

    const casus = await metCasus(kluis, kop.naam);
    const [formulier] = tafel.inrichting.formulieren;
    const [teller] = tafel.inrichting.tellers;
    if (formulier === undefined || teller === undefined) throw new Error('geen formulier');
    const vul = (soort: string) =>
      registreer(kluis, kop.naam, casus, {
        datum: '2026-05-01',
        formulier,
        velden: formulier.velden,
        antwoorden: { soort },
      });
    const eerste = await vul('thuis');
    await vul('elders');
    const tel = (): number =>
      telRegistraties(teller, kluis.alle('huis').filter(isRegistratie), '2026-01-01', '2026-12-31');
    expect(tel()).toBe(1);
    expect(eerste.vak).toBe(VAK);
    await verbeter(kluis, eerste, '2026-05-02', { soort: 'elders' });
    expect(tel()).toBe(0);

    const anders = structuredClone(EIGEN);
    anders.formulieren[0]?.velden[0]?.opties.push('op kantoor');
    await bewaarTafel(kluis, tafel.doc, kop, volgendeInrichting(EIGEN, anders));
    expect(inrichtingVan(tafelsVan(kluis.alle('huis')), kop.naam).formulieren[0]?.versie).toBe(2);
    // What was registered is still read with the questions of then.
    expect(
      kluis
        .alle('huis')
        .filter(isRegistratie)
        .map((r) => r.formulier.versie),
    ).toEqual([1, 1]);
  });
});

describe('a partner at a tafel that hides parts', () => {
  async function opstelling(rol: 'ketenpartner' | 'procesregisseur') {
    const kluis = maakNepkluis({ rol, organisatie: 'Politie' });
    const inrichting: Inrichting = { ...EIGEN, verborgen: ['acties', 'gebeurtenissen'] };
    await bewaarTafel(kluis, null, { naam: 'Dicht', doel: 'd', grondslag: 'g' }, inrichting);
    const casus = await metCasus(kluis, 'Dicht');
    const open = await metCasus(kluis, 'BIJ');
    const actie = (wie: string, van: { id: string; vak: string }) => ({
      vak: van.vak,
      ...{ casus: van.id, overleg: null, omschrijving: wie, type: null, eigenaar: wie },
      ...{ eigenaarNaam: null, datum: '2026-01-01', deadline: null, conditie: '' },
      ...{ informering: '', status: 'open' as const, resultaat: '', beperkt: false },
    });
    await kluis.voegToe('acties', [
      actie('Politie', casus),
      actie('GGZ', casus),
      actie('GGZ', open),
    ]);
    // Written by somebody else.
    for (const a of kluis.alle('acties')) (a as { gewijzigdDoor: string }).gewijzigdDoor = 'ander';
    return { kluis, zicht: metZicht(kluis), casus, open };
  }

  it('sees what is theirs to do and no more, on every way to it', async () => {
    const { kluis, zicht, casus, open } = await opstelling('ketenpartner');
    expect(zicht.vanCasus('acties', casus.id).map((a) => a.eigenaar)).toEqual(['Politie']);
    expect(zicht.vanCasus('acties', open.id)).toHaveLength(1);
    expect(zicht.alle('acties')).toHaveLength(2);
    const ggz = kluis.vanCasus('acties', casus.id).find((a) => a.eigenaar === 'GGZ');
    expect(zicht.haal('acties', ggz?.id ?? '')).toBeUndefined();
    expect(zicht.haal('casussen', casus.id)).toBeDefined();
    // The same array until something changes.
    expect(zicht.alle('acties')).toBe(zicht.alle('acties'));
  });
  it('sees it again when the tafel shows it, and is told', async () => {
    const { kluis, zicht, casus } = await opstelling('ketenpartner');
    let keren = 0;
    zicht.volg(['acties'], () => (keren += 1));
    const doc = tafelsVan(kluis.alle('huis')).find((t) => t.naam === 'Dicht')?.doc ?? null;
    await bewaarTafel(kluis, doc, { naam: 'Dicht', doel: 'd', grondslag: 'g' }, EIGEN);
    expect(zicht.vanCasus('acties', casus.id)).toHaveLength(2);
    await Promise.resolve();
    expect(keren).toBeGreaterThan(0);
  });
  it('is not what a colleague of the house is', async () => {
    const { kluis, zicht } = await opstelling('procesregisseur');
    expect(zicht.alle('acties')).toBe(kluis.alle('acties'));
  });
});
