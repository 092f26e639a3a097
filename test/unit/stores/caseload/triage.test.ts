/** Taking in, judging, weighing, deciding and telling: what is written, by whom, and how it is taken back. */
import { beforeEach, describe, expect, it } from 'vitest';
import {
  gaBekendheidNa,
  koppelPersoon,
  merkBekende,
  ontkoppelPersoon,
  persoonVan,
  vindBekenden,
  zelfdePersoon,
} from '../../../../renderer/stores/aanmelding-persoon.js';
import {
  accepteer,
  beoordeelAanvullend,
  beoordeelWgs,
  handelAf,
  koppelTerug,
  opgeschoond,
  voerIn,
  vulAan,
} from '../../../../renderer/stores/caseload-aanmelding.js';
import { bewaarRegiocriteria, nieuwRegiocriterium } from '../../../../renderer/stores/criteria.js';
import { neemTerug, wijzigMetTerug, wisOngedaan } from '../../../../renderer/stores/ongedaan.js';
import { haalVanLijst, zetDeelnemers, zetOpLijst } from '../../../../renderer/stores/triage.js';
import { isTerugTeKoppelen, type Aanmeldinvoer } from '../../../../shared/domein/index.js';
import type { Aanmelding, Betrokkene, Casus } from '../../../../shared/schema/index.js';
import { maakNepkluis, type Nepkluis } from '../../../harness/nepkluis.js';
import { aanmeldingDoc, betrokkeneDoc, casusDoc } from './documenten.js';

const INVOER: Aanmeldinvoer = {
  melder: 'Politie',
  melderNaam: ' A. Kanters ',
  melderFunctie: '',
  naam: 'Ruben van der Schoot',
  bsn: '111222333',
  geboortedatum: '1999-04-19',
  geslacht: 'man',
  gemeente: 'Breda',
  gemeentecode: '0758',
  aanleiding: 'Meldingen',
  problematiek: ['Agressie'],
  spoed: false,
  spoedReden: 'toch niet',
};
const haal = (kluis: Nepkluis, id: string) => {
  const doc = kluis.haal('aanmeldingen', id);
  if (doc === undefined) throw new Error('weg');
  return doc;
};
async function metCasus(kluis: Nepkluis, sluitdatum: string | null = null): Promise<Betrokkene> {
  await kluis.voegToe('casussen', [
    structuredClone(
      casusDoc({ id: 'casuscasuscasuscasus12', procesregisseur: 'T. Aarden', sluitdatum }),
    ) as Casus,
  ]);
  const [b] = await kluis.voegToe('betrokkenen', [
    structuredClone(
      betrokkeneDoc({
        id: 'betrokkenebetrokkene12',
        casus: 'casuscasuscasuscasus12',
        naam: 'Schoot, R. van der',
        geboortedatum: '1999-04-19',
      }),
    ) as Betrokkene,
  ]);
  if (b === undefined) throw new Error('geen betrokkene');
  return b as Betrokkene;
}
beforeEach(wisOngedaan);

describe('intake (rows 1 and 11)', () => {
  it('keeps what was filled in and nothing else', () => {
    expect(opgeschoond(INVOER)).toEqual({
      melder: 'Politie',
      melderNaam: 'A. Kanters',
      naam: 'Ruben van der Schoot',
      bsn: '111222333',
      geboortedatum: '1999-04-19',
      geslacht: 'man',
      gemeente: 'Breda',
      gemeentecode: '0758',
      aanleiding: 'Meldingen',
      problematiek: ['Agressie'],
      spoed: false,
    });
    expect(Object.keys(opgeschoond(aanmeldingDoc({})))).not.toContain('status');
  });
  it('completes and empties fields, and puts them back', async () => {
    const kluis = maakNepkluis();
    const a = await voerIn(kluis, INVOER, { kanaal: 'telefoon' });
    expect(a).toMatchObject({ kanaal: 'telefoon', status: 'nieuw', casus: null });
    await vulAan(
      kluis,
      a,
      { ...INVOER, bsn: '', gemeente: 'Altena', verzoek: 'Regie' },
      'aangevuld',
    );
    expect(haal(kluis, a.id)).toMatchObject({ verzoek: 'Regie', gemeente: 'Altena' });
    expect(haal(kluis, a.id).aanduiding).toMatch(/Altena$/);
    expect(haal(kluis, a.id)).not.toHaveProperty('bsn');
    await neemTerug();
    expect(haal(kluis, a.id)).toMatchObject({ bsn: '111222333', gemeente: 'Breda' });
    expect(haal(kluis, a.id)).not.toHaveProperty('verzoek');
  });
});

describe('criteria (rows 2–4)', () => {
  it('records who judged, when, on which text, and on what it rests', async () => {
    const kluis = maakNepkluis();
    const a = await voerIn(kluis, INVOER, { kanaal: 'app' });
    await wijzigMetTerug(
      kluis,
      'aanmeldingen',
      a,
      (d) => {
        beoordeelWgs(d, 'a', { voldaan: true, motivering: 'ja', bron: 'mutaties' }, kluis);
        beoordeelAanvullend(
          d,
          { id: 'regio:x', tekst: 'Jeugd', toelichting: '', versie: 'regio@2' },
          { voldaan: false },
          kluis,
        );
      },
      'beoordeeld',
    );
    const na = haal(kluis, a.id);
    expect(na.criteria.a).toMatchObject({
      ...{ voldaan: true, motivering: 'ja', bron: 'mutaties' },
      ...{ versie: 'wgs@1', door: kluis.ik.id },
    });
    expect(Date.parse(na.criteria.a.op ?? '')).not.toBeNaN();
    expect(na.criteria.b).toEqual({ voldaan: null, motivering: '' });
    expect(na.aanvullend).toMatchObject([
      { id: 'regio:x', tekst: 'Jeugd', versie: 'regio@2', voldaan: false, door: kluis.ik.id },
    ]);
    await neemTerug();
    expect(haal(kluis, a.id).criteria.a).toEqual({ voldaan: null, motivering: '' });
    expect(haal(kluis, a.id)).not.toHaveProperty('aanvullend');
  });
  it('keeps the criteria of the region under a version that goes up, with a way back', async () => {
    const kluis = maakNepkluis();
    const [doc] = await kluis.voegToe('huis', [
      {
        ...{ soort: 'huis', vak: kluis.huisvak, naam: 'Huis', korteNaam: 'H' },
        ...{ opgericht: '2020-01-01', idSleutel: 'x', voorbeeld: true },
      },
    ]);
    if (doc?.soort !== 'huis') throw new Error('geen huis');
    const een = { ...nieuwRegiocriterium('2026-12-01'), tekst: 'Jeugd' };
    await bewaarRegiocriteria(kluis, doc, [een], 'toegevoegd');
    const na = kluis.haal('huis', doc.id);
    if (na?.soort !== 'huis') throw new Error('geen huis');
    expect(na.criteria).toEqual({ versie: 1, lijst: [een] });
    await bewaarRegiocriteria(kluis, na, [{ ...een, tot: '2026-12-31' }], 'beëindigd');
    expect(kluis.haal('huis', doc.id)).toMatchObject({ criteria: { versie: 2 } });
    await neemTerug();
    expect(kluis.haal('huis', doc.id)).toMatchObject({ criteria: { versie: 1 } });
  });
});

describe('the same person (row 1)', () => {
  it('is found by what is equal, linked on both sides, goes along to the case, and is taken apart', async () => {
    const kluis = maakNepkluis();
    const b = await metCasus(kluis);
    const a = await voerIn(kluis, INVOER, { kanaal: 'app' });
    const [bekende] = vindBekenden(kluis, a, a.id);
    if (bekende === undefined) throw new Error('niet gevonden');
    expect(bekende.velden).toEqual(['naam', 'geboortedatum']);
    await koppelPersoon(kluis, a, bekende, 'gekoppeld');
    const persoon = haal(kluis, a.id).persoon;
    expect(persoon).toMatch(/^[\w-]{16,}$/);
    expect(kluis.haal('betrokkenen', b.id)?.persoon).toBe(persoon);
    expect(zelfdePersoon(kluis, haal(kluis, a.id)).map((x) => x.doc.id)).toEqual([b.id]);
    await neemTerug();
    expect(haal(kluis, a.id)).not.toHaveProperty('persoon');
    expect(kluis.haal('betrokkenen', b.id)).not.toHaveProperty('persoon');

    await koppelPersoon(kluis, haal(kluis, a.id), bekende, 'gekoppeld');
    expect(haal(kluis, a.id).persoon).toBe(persoon);
    await ontkoppelPersoon(kluis, { soort: 'aanmelding', doc: haal(kluis, a.id) }, 'los');
    expect(zelfdePersoon(kluis, haal(kluis, a.id))).toEqual([]);
    await neemTerug();
    expect(haal(kluis, a.id).persoon).toBe(persoon);
  });
  it('chosen at entry is linked at once, and undone on both sides', async () => {
    const kluis = maakNepkluis();
    const b = await metCasus(kluis);
    const [bekende] = vindBekenden(kluis, INVOER);
    if (bekende === undefined) throw new Error('niet gevonden');
    const persoon = await persoonVan(bekende, kluis);
    const terug = await merkBekende(kluis, bekende, persoon);
    expect(kluis.haal('betrokkenen', b.id)?.persoon).toBe(persoon);
    await terug();
    expect(kluis.haal('betrokkenen', b.id)).not.toHaveProperty('persoon');
  });
  it('takes persoon, BSN and BRP-check along to the betrokkene of the case, and does not find itself there', async () => {
    const kluis = maakNepkluis();
    const brp = {
      ...{ id: 'brpbrpbrpbrpbrpbrpbrp1', op: '2026-11-30T09:00:00.000Z', door: kluis.ik.id },
      ...{
        uitvoerder: 'gemeente' as const,
        doelbinding: 'WGS',
        resultaat: 'komt-overeen' as const,
      },
      ...{ toelichting: '', geheim: false },
    };
    const [a] = await kluis.voegToe('aanmeldingen', [
      structuredClone(
        aanmeldingDoc({ ...opgeschoond(INVOER), persoon: 'persoonpersoonpersoon1', brp }),
      ) as Aanmelding,
    ]);
    if (a === undefined) throw new Error('geen aanmelding');
    await accepteer(kluis, a, { tafel: 'T', regisseur: 'R', nummer: '1', stapTitel: 'x' });
    expect(kluis.alle('betrokkenen')).toMatchObject([
      {
        bsn: '111222333',
        persoon: 'persoonpersoonpersoon1',
        brp: { controles: [brp], wijzigingen: [], gevolgd: false },
      },
    ]);
    expect(vindBekenden(kluis, haal(kluis, a.id), a.id)).toEqual([]);
    expect(zelfdePersoon(kluis, haal(kluis, a.id))).toEqual([]);
  });
});

describe('check op bekendheid', () => {
  it('tells that somebody is known, as what and whom to call, and nothing else; it is in the log', async () => {
    const kluis = maakNepkluis();
    await metCasus(kluis, '2026-05-01');
    await voerIn(kluis, { ...INVOER, bsn: '' }, { kanaal: 'app' });
    const regels: unknown[] = [];
    kluis.zetLog({
      ...kluis.log,
      nagegaan: (wat) => {
        regels.push(wat);
        return Promise.resolve();
      },
    });
    const velden = ['naam', 'geboortedatum'];
    expect(
      await gaBekendheidNa(kluis, { naam: 'R. van der Schoot', geboortedatum: '1999-04-19' }),
    ).toEqual([
      { soort: 'casus-afgesloten', bel: 'T. Aarden', velden },
      { soort: 'aanmelding-nieuw', bel: null, velden },
    ]);
    expect(
      await gaBekendheidNa(kluis, { naam: 'Iemand Anders', geboortedatum: '1999-04-19' }),
    ).toEqual([]);
    expect(regels).toEqual([
      { soort: 'personen', aantal: 2 },
      { soort: 'personen', aantal: 0 },
    ]);
  });
});

describe('triage and outcome (rows 8–10, 14)', () => {
  const lijst = {
    tafel: 'Gezamenlijke triage MaSS–VT',
    op: '2026-12-01',
    met: ['MaSS', 'Veilig Thuis'],
  };
  it('puts on the list, changes who weighs along, and takes off again', async () => {
    const kluis = maakNepkluis();
    const a = await voerIn(kluis, INVOER, { kanaal: 'app' });
    await zetOpLijst(kluis, a, lijst, 'op de lijst');
    expect(haal(kluis, a.id).triage).toEqual({ ...lijst, weging: '' });
    await zetDeelnemers(kluis, kluis.alle('aanmeldingen'), { ...lijst, met: ['MaSS'] }, 'wie');
    expect(haal(kluis, a.id).triage?.met).toEqual(['MaSS']);
    await neemTerug();
    expect(haal(kluis, a.id).triage?.met).toEqual(['MaSS', 'Veilig Thuis']);
    await haalVanLijst(kluis, haal(kluis, a.id), 'eraf');
    expect(haal(kluis, a.id)).not.toHaveProperty('triage');
    await neemTerug();
    expect(haal(kluis, a.id).triage).toEqual({ ...lijst, weging: '' });
  });
  it('rejects and assigns locally, after which the melder is to be told, once', async () => {
    const kluis = maakNepkluis();
    const a = await voerIn(kluis, INVOER, { kanaal: 'app' });
    await handelAf(
      kluis,
      a,
      { uitkomst: 'afgewezen', waarom: 'Kan lokaal', belegdBij: 'Gemeente Breda' },
      'afgewezen',
    );
    const na = haal(kluis, a.id);
    expect(na).toMatchObject({
      status: 'afgewezen',
      uitkomst: 'Kan lokaal',
      belegdBij: 'Gemeente Breda',
    });
    // Decided by the bureau alone: counted, and not as weighed together.
    expect(na.triage).toMatchObject({ met: [], tafel: '' });
    expect(isTerugTeKoppelen(na)).toBe(true);
    await koppelTerug(kluis, na, 'telefonisch', 'terug');
    expect(haal(kluis, a.id).terugkoppeling).toMatchObject({
      door: kluis.ik.id,
      hoe: 'telefonisch',
    });
    expect(isTerugTeKoppelen(haal(kluis, a.id))).toBe(false);
    await neemTerug();
    expect(isTerugTeKoppelen(haal(kluis, a.id))).toBe(true);
    await neemTerug();
    expect(haal(kluis, a.id)).toMatchObject({ status: 'nieuw' });
    expect(haal(kluis, a.id)).not.toHaveProperty('belegdBij');
  });
  it('of an advice that became an aanmelding the aanmelding says so (row 48)', async () => {
    const kluis = maakNepkluis();
    const a = await voerIn(kluis, INVOER, { kanaal: 'app', advies: 'adviesadviesadviesadv1' });
    expect(a.advies).toBe('adviesadviesadviesadv1');
  });
});
