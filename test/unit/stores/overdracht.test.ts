/** What handing over, going down a level, the checklist and a signaal write, and that one step takes it back. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { CasusDoc } from '../../../renderer/stores/caseload.js';
import { neemTerug, ongedaan, wisOngedaan } from '../../../renderer/stores/ongedaan.js';
import {
  draagCaseloadOver,
  draagOver,
  heeftToegang,
  schaal,
} from '../../../renderer/stores/overdracht.js';
import { wijzigRollen } from '../../../renderer/stores/rollen.js';
import { maakSignaal } from '../../../renderer/stores/signaal.js';
import { zetLevering } from '../../../renderer/stores/verrijking.js';
import {
  adviseurSinds,
  isChecklist,
  lokaleVerrijking,
  stelOverdrachtSamen,
  TAFELS,
  vandaagIso,
  voegRolToe,
} from '../../../shared/domein/index.js';
import { nieuwId } from '../../../shared/crypto/index.js';
import { casus as casusschema, type Actie } from '../../../shared/schema/index.js';
import { maakNepkluis, type Nepkluis } from '../../harness/nepkluis.js';
import { casusDoc } from './caseload/documenten.js';

const VANDAAG = vandaagIso();
const COLLEGA = 'account-collega-000000';
const ACTIE: Omit<Actie, 'id' | 'vak' | 'versie' | 'gewijzigdDoor' | 'gewijzigdOp' | 'conflicten'> =
  {
    ...{
      casus: '',
      overleg: null,
      omschrijving: 'Bel de behandelaar',
      type: null,
      eigenaar: 'ZVH',
    },
    ...{ eigenaarNaam: 'J. Wouters', datum: '2026-08-01', deadline: '2026-09-01', conditie: '' },
    ...{ informering: '', status: 'open', resultaat: '', beperkt: false },
  };

let kluis: Nepkluis;
beforeEach(() => {
  wisOngedaan();
  kluis = maakNepkluis();
  const lid = { id: COLLEGA, naam: 'R. Kuipers', toegang: 'toegewezen', rol: 'procesregisseur' };
  kluis.ontvang('leden', { ...kluis.ik, conflicten: [], ...lid });
});
async function maak(deel: Partial<CasusDoc> = {}): Promise<CasusDoc> {
  const doc = casusDoc({ id: nieuwId(), startdatum: '2026-01-05', ...deel });
  const [casus] = await kluis.voegToe('casussen', [structuredClone(doc) as never]);
  if (casus === undefined) throw new Error('geen casus');
  await kluis.voegToe('acties', [{ ...ACTIE, vak: casus.vak, casus: casus.id }]);
  return casus;
}
const nu = (casus: CasusDoc): CasusDoc => {
  const doc = kluis.haal('casussen', casus.id);
  if (doc === undefined) throw new Error('de casus is weg');
  return doc;
};
const naarCollega = (casus: CasusDoc, notitie = 'notitie') => ({
  ...{ casus, rol: 'procesregisseur' as const, notitie, titel: 'Overgedragen aan R. Kuipers' },
  doel: { soort: 'collega' as const, account: COLLEGA, naam: 'R. Kuipers' },
  grondslag: null,
});
const actie = (casus: CasusDoc) => kluis.vanCasus('acties', casus.id)[0]?.eigenaarNaam;
const zonderStempels = (casus: CasusDoc) => ({
  ...casus,
  versie: '',
  gewijzigdOp: '',
  rollen: [],
});

describe('handing over a case', () => {
  it('makes the colleague procesregisseur, with the note and the actions, and is taken back at once', async () => {
    const casus = await maak({ backupRegisseur: 'R. Kuipers' });
    expect(await draagOver(kluis, casus, naarCollega(casus), null)).toBeNull();
    expect(nu(casus)).toMatchObject({ procesregisseur: 'R. Kuipers', backupRegisseur: null });
    expect(casusschema.parse(nu(casus))).toEqual(nu(casus));
    expect(actie(casus)).toBe('R. Kuipers');
    expect(kluis.vanCasus('gebeurtenissen', casus.id)).toMatchObject([
      { soort: 'stap', titel: 'Overgedragen aan R. Kuipers', toelichting: 'notitie' },
    ]);
    expect(ongedaan.getState().stapel).toHaveLength(1);
    await neemTerug();
    expect(zonderStempels(nu(casus))).toEqual(zonderStempels(casus));
    expect(actie(casus)).toBe('J. Wouters');
    expect(kluis.vanCasus('gebeurtenissen', casus.id)).toEqual([]);
  });

  it('gives access first to who has none, and is refused where nothing would change', async () => {
    const casus = await maak();
    await kluis.leden.verwijderToegang(casus.vak, COLLEGA);
    expect(heeftToegang(kluis, casus, COLLEGA, VANDAAG)).toBe(false);
    await draagOver(kluis, casus, naarCollega(casus), 'WGS');
    expect(heeftToegang(kluis, casus, COLLEGA, VANDAAG)).toBe(true);
    expect(await draagOver(kluis, nu(casus), naarCollega(casus), null)).toMatchObject({
      reden: expect.stringContaining('al sinds') as string,
    });
    await kluis.leden.geefToegang(casus.vak, COLLEGA, 'procesregisseur', '2020-01-01');
    expect(heeftToegang(kluis, casus, COLLEGA, VANDAAG)).toBe(false);
  });

  it('to another tafel moves it, and to another house only records it', async () => {
    const casus = await maak();
    const stuk = naarCollega(casus);
    await draagOver(kluis, casus, { ...stuk, doel: { soort: 'tafel', tafel: 'MDA++' } }, null);
    expect(nu(casus).tafel).toBe('MDA++');
    await neemTerug();
    await draagOver(kluis, nu(casus), { ...stuk, doel: { soort: 'zvh', naam: 'Elders' } }, null);
    expect(nu(casus)).toMatchObject({ tafel: casus.tafel, procesregisseur: 'J. Wouters' });
    expect(kluis.vanCasus('gebeurtenissen', casus.id)).toHaveLength(1);
  });

  it('of a caseload is one step, and says which cases were refused', async () => {
    const casussen = [await maak(), await maak(), await maak({ procesregisseur: 'R. Kuipers' })];
    const geweigerd = await draagCaseloadOver(
      kluis,
      casussen.map((c) => naarCollega(c)),
      (n) => `${n} overgedragen`,
    );
    expect([...geweigerd.keys()]).toEqual([casussen[2]?.id]);
    expect(ongedaan.getState().stapel.map((s) => s.tekst)).toEqual(['2 overgedragen']);
    expect(casussen.map((c) => nu(c).procesregisseur)).toEqual(Array(3).fill('R. Kuipers'));
    await neemTerug();
    expect(casussen.slice(0, 2).map((c) => nu(c).procesregisseur)).toEqual([
      ...['J. Wouters', 'J. Wouters'],
    ]);
  });

  it('makes a note of roles, meeting, goals and actions, and tells nothing of a restricted one', async () => {
    const casus = await maak({
      doelen: [
        {
          id: 'doel-0000000000000000',
          tekst: 'Rust thuis',
          typen: [],
          termijn: null,
          behaald: false,
        },
        { id: 'doel-0000000000000001', tekst: 'Al klaar', typen: [], termijn: null, behaald: true },
      ],
    });
    await kluis.voegToe('acties', [
      { ...ACTIE, vak: casus.vak, casus: casus.id, omschrijving: 'Geheim', beperkt: true },
    ]);
    const acties = kluis.vanCasus('acties', casus.id);
    const notitie = stelOverdrachtSamen({ casus, acties, overleggen: [] }, '2026-09-02');
    expect(notitie).toContain('- Procesregisseur: J. Wouters (ZVH), sinds 05-01-2026');
    expect(notitie).toContain('Er is geen overleg gepland.');
    expect(notitie).toContain('- Rust thuis');
    expect(notitie).toContain('- 01-09-2026 (te laat): Bel de behandelaar, ZVH');
    expect(notitie).toContain('1 beperkte actie staat alleen in het plan.');
    expect(notitie).not.toMatch(/Geheim|Al klaar/);
  });
});

describe('going down a level', () => {
  const formulier = TAFELS.flatMap((t) => t.inrichting.formulieren).find(
    (f) => f.id === 'schaling',
  );
  if (formulier === undefined) throw new Error('geen formulier');
  const ingevuld = {
    ...{ datum: VANDAAG, formulier, velden: formulier.velden },
    antwoorden: {
      ...{ richting: 'afschaling', van: 'ZVH', naar: 'Gemeente', reden: 'rust', adviseur: true },
    },
  };
  const regel = { titel: 'Afgeschaald', toelichting: 'rust' };
  const registraties = (casus: CasusDoc) =>
    kluis.vanCasus('huis', casus.id).filter((d) => d.soort === 'registratie');

  it('registers it, sets AVE and casusregie, and is taken back at once', async () => {
    const casus = await maak({ casusregieOrganisatie: 'GGZ', casusregieNaam: 'L. Brandsma' });
    const naar = { ave: 1, casusregie: { organisatie: 'Gemeente', naam: 'A. Kramer' } };
    expect(await schaal(kluis, casus, ingevuld, naar, regel)).toBeNull();
    expect(nu(casus)).toMatchObject({
      ...{ aveFase: 1, casusregieOrganisatie: 'Gemeente', casusregieNaam: 'A. Kramer' },
    });
    expect(adviseurSinds(registraties(casus))).toBe(VANDAAG);
    await neemTerug();
    expect(registraties(casus)).toEqual([]);
    expect(zonderStempels(nu(casus))).toEqual(zonderStempels(casus));
  });

  it('writes nothing when the casusregie cannot change', async () => {
    const casus = await maak({
      casusregieOrganisatie: 'GGZ',
      rollen: [
        {
          ...{ id: 'rol-000000000000000000', rol: 'casusregisseur', organisatie: 'GGZ', naam: '' },
          ...{ van: '2099-01-01', tot: null },
        },
      ],
    });
    const naar = { ave: 1, casusregie: { organisatie: 'Gemeente', naam: '' } };
    expect((await schaal(kluis, casus, ingevuld, naar, regel))?.reden).toMatch(/niet eerder/);
    expect(registraties(casus)).toEqual([]);
    expect(nu(casus).aveFase).toBe(casus.aveFase);
  });
});

describe('roles', () => {
  it('are written on the newest state, and a refusal writes nothing', async () => {
    const casus = await maak();
    const voeg = (organisatie: string, id: string) =>
      wijzigRollen(
        kluis,
        casus,
        (c, vandaag) =>
          voegRolToe(c, 'casemanager', { organisatie, naam: '' }, vandaag, vandaag, id),
        { titel: organisatie },
      );
    // The second does not know of the first: it was given the same, older document.
    expect(await voeg('GGZ', 'rol-000000000000000001')).toBeNull();
    expect(await voeg('Gemeente', 'rol-000000000000000002')).toBeNull();
    const voor = nu(casus);
    expect((await voeg('GGZ', 'rol-000000000000000003'))?.reden).toMatch(/al casemanager/);
    expect(nu(casus)).toBe(voor);
    expect(voor.rollen?.filter((r) => r.rol === 'casemanager')).toHaveLength(2);
    await neemTerug();
    expect(nu(casus).rollen?.filter((r) => r.rol === 'casemanager')).toHaveLength(1);
  });
});

describe('the checklist and a signaal', () => {
  it('of a case is one registratie, whoever records an item', async () => {
    const casus = await maak();
    const zet = (item: string, stand: string) =>
      zetLevering(kluis, casus, lokaleVerrijking, item, stand, item);
    await zet('gezin', 'geleverd');
    await zet('wmo', 'deels');
    const docs = () =>
      kluis.vanCasus('huis', casus.id).filter((d) => d.soort === 'registratie' && isChecklist(d));
    expect(docs()).toMatchObject([{ antwoorden: { gezin: 'geleverd', wmo: 'deels' } }]);
    await neemTerug();
    expect(docs()).toMatchObject([{ antwoorden: { gezin: 'geleverd' } }]);
    await neemTerug();
    expect(docs()).toEqual([]);
  });

  it('of a gap is made once, says nothing of the case, and can be taken back', async () => {
    const van = { id: 'registratie-0000000000' };
    await maakSignaal(kluis, van, 'Geen plek', 'Signaal gemaakt');
    await maakSignaal(kluis, van, 'Geen plek', 'Signaal gemaakt');
    const signalen = () => kluis.alle('huis').filter((d) => d.soort === 'registratie');
    expect(signalen()).toHaveLength(1);
    expect(signalen()[0]).toMatchObject({ casus: null, vak: kluis.huisvak });
    expect(JSON.stringify(signalen()[0])).not.toContain(van.id);
    await neemTerug();
    expect(signalen()).toEqual([]);
  });
});
