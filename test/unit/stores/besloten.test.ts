/** Facts for fewer eyes, on a real vault: keys decide who reads them, not a filter. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { voegActieToe, wijzigActie } from '../../../renderer/stores/acties.js';
import { geefToegang } from '../../../renderer/stores/autorisaties.js';
import { neemTerug } from '../../../renderer/stores/ongedaan.js';
import {
  beslotenVak,
  isBesloten,
  lezersVan,
  maakKring,
  teKiezen,
  verwijderUitCasus,
} from '../../../renderer/stores/besloten.js';
import { legVast } from '../../../renderer/stores/caseload-schrijf.js';
import { nieuwHuis } from '../../../renderer/vault/kluis/index.js';
import { alsKluis } from '../../../renderer/vault/kluis/kluis.js';
import type { Kluis, NieuwDoc } from '../../../renderer/vault/types.js';
import { importeerTekensleutel, nieuwId } from '../../../shared/crypto/index.js';
import { ok, type Result } from '../../../shared/result.js';
import { collega, openZonderDeur, OPRICHTING } from '../vault/kluis/proef.js';

/** A house with a colleague of the bureau and two partners, who all hold the key of one case; and one who does not yet. */
async function casusMetPartners() {
  const oprichter = await nieuwHuis(OPRICHTING);
  const huissleutel = await importeerTekensleutel(oprichter.sleutels.huis ?? new Uint8Array());
  const wie = {
    bureau: (await collega(structuredClone(oprichter), huissleutel, 'huis')).lid,
    ggz: (await collega(structuredClone(oprichter), huissleutel, 'toegewezen')).lid,
    politie: (await collega(structuredClone(oprichter), huissleutel, 'toegewezen', 'Politie')).lid,
    later: (await collega(structuredClone(oprichter), huissleutel, 'toegewezen')).lid,
  };
  const { deps, delen } = await openZonderDeur(structuredClone(oprichter));
  const kluis = alsKluis(deps, delen);
  for (const lid of Object.values(wie)) await delen.leden.voegToe(lid);
  const casus = { id: nieuwId(), vak: await kluis.nieuwVak() };
  for (const { id } of [wie.ggz, wie.politie])
    await kluis.leden.geefToegang(casus.vak, id, 'ketenpartner', '2099-12-31');
  const id = {
    ...{ bureau: wie.bureau.id, ggz: wie.ggz.id },
    ...{ politie: wie.politie.id, later: wie.later.id },
  };
  return { kluis, casus, id, ik: kluis.ik.id };
}

const ACTIE = {
  ...{ overleg: null, omschrijving: 'Huisbezoek', type: null, eigenaarNaam: null },
  ...{ datum: '2026-11-01', deadline: null, conditie: '', informering: '', resultaat: '' },
  ...{ status: 'open' as const, beperkt: false },
};
const casusvelden = ({ id, vak }: { id: string; vak: string }): NieuwDoc<'casussen'> => ({
  ...{ id, vak, nummer: 'ZVH-2026-0001', titel: 'Proef', aard: 'persoon', tafel: 'COM' },
  ...{ gemeente: 'Breda', gemeentecode: '0758', melder: 'Politie', startdatum: '2026-01-01' },
  ...{ sluitdatum: null, sluitreden: null, spoed: false, aveFase: null, stap: 'monitoring' },
  ...{ stapdatums: {}, procesregisseur: 'J. Wouters', backupRegisseur: null },
  ...{ casusregieOrganisatie: null, casusregieNaam: null, inkomsten: null, woonsituatie: null },
  ...{ problematiek: [], omschrijving: '', doelen: [], planVastgesteldOp: null },
});

const legFeit = (kluis: Kluis, casus: { id: string; vak: string }, vak: string): Promise<string> =>
  legVast(kluis, casus, { soort: 'feit', titel: 'Diagnose', vak });

describe('a fact for fewer eyes', () => {
  it('has a key of its own, for the bureau, the writer and whom they chose, as long as they have access', async () => {
    const { kluis, casus, id, ik } = await casusMetPartners();
    expect([...teKiezen(kluis, casus)].sort()).toEqual([id.ggz, id.politie].sort());
    const kring = maakKring(kluis, casus);
    expect(await kring.vak()).toBe(casus.vak);
    kring.store.setState({ besloten: true });
    kring.kies(id.ggz, true);
    const vak = await kring.vak();
    expect(vak).not.toBe(casus.vak);
    expect(await kring.vak()).toBe(vak);
    const feit = kluis.haal('gebeurtenissen', await legFeit(kluis, casus, vak));
    expect(feit && isBesloten(feit, casus)).toBe(true);
    expect([...lezersVan(kluis, vak)].sort()).toEqual([ik, id.bureau, id.ggz].sort());
    expect(kluis.leden.metToegang(vak)).toContainEqual({
      account: id.ggz,
      rol: 'ketenpartner',
      tot: '2099-12-31',
    });
    await kluis.sluit();
  });

  it('goes to the vak that the same people hold, and to another for others', async () => {
    const { kluis, casus, id } = await casusMetPartners();
    const vak = await beslotenVak(kluis, casus, [id.ggz]);
    await legFeit(kluis, casus, vak);
    expect(await beslotenVak(kluis, casus, [id.ggz])).toBe(vak);
    const bureau = await beslotenVak(kluis, casus, []);
    const beide = await beslotenVak(kluis, casus, [id.politie, id.ggz]);
    expect(new Set([casus.vak, vak, bureau, beide]).size).toBe(4);
    // Of another case, with the same people: a key of its own.
    expect(await beslotenVak(kluis, { ...casus, id: nieuwId() }, [id.ggz])).not.toBe(vak);
    await kluis.sluit();
  });

  it('that is an action goes to the people of its owner, and follows when that changes', async () => {
    const { kluis, casus, id } = await casusMetPartners();
    const [doc] = await kluis.voegToe('casussen', [casusvelden(casus)]);
    const van = (vak: string): string[] =>
      lezersVan(kluis, vak).filter((a) => a === id.ggz || a === id.politie);
    const actie = await voegActieToe(kluis, casus, { ...ACTIE, eigenaar: 'Politie' }, 'nieuw');
    expect([doc?.id, actie.vak]).toEqual([casus.id, casus.vak]);

    const beperkt = await wijzigActie(kluis, actie, { beperkt: true }, 'beperkt');
    expect(beperkt).toMatchObject({ omschrijving: 'Huisbezoek', beperkt: true, casus: casus.id });
    expect(van(beperkt.vak)).toEqual([id.politie]);
    expect(kluis.haal('acties', actie.id)).toBeUndefined();

    const zelfde = await wijzigActie(kluis, beperkt, { omschrijving: 'Bellen' }, 'tekst');
    expect([zelfde.id, zelfde.omschrijving]).toEqual([beperkt.id, 'Bellen']);
    const ggz = await wijzigActie(kluis, zelfde, { eigenaar: 'GGZ' }, 'eigenaar');
    expect(van(ggz.vak)).toEqual([id.ggz]);

    await neemTerug();
    const [terug] = kluis.vanCasus('acties', casus.id);
    expect(terug).toMatchObject({ eigenaar: 'Politie', omschrijving: 'Bellen', beperkt: true });
    expect(van(terug?.vak ?? '')).toEqual([id.politie]);

    // Who of that organisation gets in later, gets its actions too.
    const bijbehorend = await wijzigActie(kluis, terug ?? actie, { eigenaar: 'GGZ' }, 'eigenaar');
    await geefToegang(kluis, casus, {
      ...{ account: id.later, rol: 'ketenpartner', tot: null, grondslag: 'Wgs', reden: 'ook' },
    });
    expect(lezersVan(kluis, bijbehorend.vak)).toContain(id.later);
    await kluis.sluit();
  });

  it('is taken from who is taken out of the case, before the case is', async () => {
    const { kluis, casus, id } = await casusMetPartners();
    const vak = await beslotenVak(kluis, casus, [id.ggz]);
    await legFeit(kluis, casus, vak);
    await legFeit(kluis, casus, await beslotenVak(kluis, casus, [id.politie]));
    const weg: string[][] = [];
    kluis.leden.verwijderToegang = (...wat): Promise<Result<void, never>> => {
      weg.push(wat);
      return Promise.resolve(ok(undefined));
    };
    expect(await verwijderUitCasus(kluis, casus, id.ggz)).toEqual(ok(undefined));
    expect(weg).toEqual([
      [vak, id.ggz],
      [casus.vak, id.ggz],
    ]);
    await kluis.sluit();
  });
});
