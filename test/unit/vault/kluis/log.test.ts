/** The log of a vault: what is noted, that it is on disk, and that nobody's data are in it. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { controleerLogbestand, leesRegels } from '../../../../shared/log/index.js';
import type { Logblok, Logregel } from '../../../../shared/schema/index.js';
import { Schrijver } from '../../../../renderer/vault/kluis/schrijver.js';
import type { Kluis } from '../../../../renderer/vault/types.js';
import { betrokkene, GEHEIM, ontgrendeld, opgericht } from './proef.js';

const open: Kluis[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const kluis of open.splice(0)) await kluis.sluit();
});

const blokken = (kluis: Kluis): readonly Logblok[] => kluis.alle('logregels') as readonly Logblok[];
const regels = (kluis: Kluis): Logregel[] =>
  blokken(kluis)
    .toSorted((a, b) => a.van - b.van)
    .flatMap((blok) => leesRegels(blok.regels).flatMap((regel) => regel ?? []));

/** What is on its way is written: an export resolves when it is on disk, with all before it. */
const gespoeld = async (kluis: Kluis): Promise<Logregel[]> => {
  await kluis.log.geexporteerd({ soort: 'proef' });
  return regels(kluis);
};

async function metCasus(): Promise<{ kluis: Kluis; vak: string; casus: string; id: string }> {
  const { kluis } = await opgericht();
  open.push(kluis);
  const vak = await kluis.nieuwVak('casus');
  const [doc] = await kluis.voegToe('betrokkenen', [betrokkene(vak)]);
  if (!doc) throw new Error('niets geschreven');
  return { kluis, vak, casus: vak, id: doc.id };
}

describe('what is noted', () => {
  it('is every write, with object, case, actor, time, origin and outcome, and no content', async () => {
    const { kluis, casus, id } = await metCasus();
    const doc = kluis.haal('betrokkenen', id);
    if (!doc) throw new Error('weg');
    await kluis.wijzig('betrokkenen', doc, (d) => void (d.toelichting = 'iets anders'));
    await kluis.verwijder('betrokkenen', id);
    const alle = await gespoeld(kluis);
    expect(alle.map((regel) => regel.nr)).toEqual(alle.map((_, i) => i + 1));
    expect(alle[0]).toMatchObject({ actie: 'keten-begonnen', wijze: 'eerste' });
    const hier = alle.filter((regel) => regel.soort === 'betrokkenen');
    expect(hier.map((regel) => regel.actie)).toEqual(['toegevoegd', 'gewijzigd', 'verwijderd']);
    for (const regel of hier)
      expect(regel).toMatchObject({ id, casus, actor: kluis.ik.id, resultaat: 'gelukt' });
    expect(hier[0]?.oorsprong).toMatch(/^browser \S+ offline$/);
    const tekst = JSON.stringify(blokken(kluis));
    for (const geheim of [...GEHEIM, 'iets anders', kluis.ik.naam])
      expect(tekst).not.toContain(geheim);
  });

  it('is a question to the BRP before it is asked, and its answer', async () => {
    const { kluis, casus, id } = await metCasus();
    const wat = { soort: 'betrokkenen', id, casus, wijze: 'bsn' } as const;
    await kluis.log.brp({ ...wat, actie: 'brp-bevraagd', resultaat: 'gelukt' });
    // On disk already: nothing else has to be written first.
    expect(regels(kluis).at(-1)).toMatchObject({ ...wat, actie: 'brp-bevraagd' });
    await kluis.log.brp({ ...wat, actie: 'brp-beantwoord', resultaat: 'geweigerd', aantal: 0 });
    expect(regels(kluis).at(-1)).toMatchObject({
      ...wat,
      actie: 'brp-beantwoord',
      resultaat: 'geweigerd',
      aantal: 0,
    });
  });

  it('is one line for one command, however many documents, and says how many', async () => {
    const { kluis, vak } = await metCasus();
    await kluis.voegToe('betrokkenen', [betrokkene(vak), betrokkene(vak), betrokkene(vak)]);
    const laatste = (await gespoeld(kluis)).filter((r) => r.soort === 'betrokkenen').at(-1);
    expect(laatste).toMatchObject({ actie: 'toegevoegd', aantal: 3 });
  });

  it('has casustafel and grondslag of the case', async () => {
    const { kluis, vak } = await metCasus();
    const tafel = kluis.alle('huis').find((doc) => doc.soort === 'tafel');
    if (tafel?.soort !== 'tafel') throw new Error('geen tafel');
    const [casus] = await kluis.voegToe('casussen', [
      {
        ...{ vak, nummer: 'ZVH-2026-0001', titel: 'R.', aard: 'persoon' as const },
        ...{ tafel: tafel.naam, gemeente: 'Breda', gemeentecode: '0758', melder: 'Politie' },
        ...{ startdatum: '2026-01-01', sluitdatum: null, sluitreden: null, spoed: false },
        ...{ aveFase: null, stap: 'triage' as const, stapdatums: {}, procesregisseur: 'J.' },
        ...{ backupRegisseur: null, casusregieOrganisatie: null, casusregieNaam: null },
        ...{ inkomsten: null, woonsituatie: null, problematiek: [], omschrijving: '' },
        ...{ doelen: [], planVastgesteldOp: null },
      },
    ]);
    if (!casus) throw new Error('geen casus');
    kluis.log.geraadpleegd('casussen', casus.id);
    kluis.log.geraadpleegd('casussen', casus.id);
    const gelezen = (await gespoeld(kluis)).filter((r) => r.actie === 'geraadpleegd');
    // Once: it is the same work.
    expect(gelezen).toMatchObject([
      { casus: casus.id, casustafel: tafel.naam, grondslag: tafel.grondslag },
    ]);
  });

  it('is reading again after ten minutes', async () => {
    const { kluis, casus } = await metCasus();
    const begin = performance.now();
    kluis.log.geraadpleegd('casussen', casus);
    vi.spyOn(performance, 'now').mockReturnValue(begin + 9 * 60_000);
    kluis.log.geraadpleegd('casussen', casus);
    vi.spyOn(performance, 'now').mockReturnValue(begin + 11 * 60_000);
    kluis.log.geraadpleegd('casussen', casus);
    vi.restoreAllMocks();
    const gelezen = (await gespoeld(kluis)).filter((r) => r.actie === 'geraadpleegd');
    expect(gelezen).toHaveLength(2);
  });

  it('is a check whether somebody is known: how many were found, and nothing of whom', async () => {
    const { kluis } = await metCasus();
    await kluis.log.nagegaan({ soort: 'personen', aantal: 2 });
    const regels = (await gespoeld(kluis)).filter((r) => r.actie === 'bekendheid-nagegaan');
    expect(regels).toMatchObject([{ soort: 'personen', aantal: 2, id: kluis.huis.id }]);
  });

  it('is unlocking, failed attempts, and locking', async () => {
    const hier = await opgericht();
    await hier.kluis.sluit();
    for (const mis of ['helemaal niet de wachtzin', 'ook niet de goede wachtzin'])
      expect((await hier.deur().ontgrendel(mis)).ok).toBe(false);
    const kluis = await ontgrendeld(hier);
    open.push(kluis);
    const acties = (await gespoeld(kluis)).filter((r) => r.soort === 'kluis');
    expect(acties).toMatchObject([
      { actie: 'ontgrendeld', wijze: 'nieuw' },
      { actie: 'vergrendeld' },
      { actie: 'ontgrendelen-mislukt', resultaat: 'mislukt', aantal: 2 },
      { actie: 'ontgrendeld', wijze: 'wachtzin' },
    ]);
  });

  it('cannot be written by a screen', async () => {
    const { kluis } = await metCasus();
    await gespoeld(kluis);
    const [blok] = blokken(kluis);
    if (!blok) throw new Error('geen blok');
    const schrijf = kluis as unknown as {
      voegToe(c: string, docs: unknown[]): Promise<unknown>;
      wijzig(c: string, basis: unknown, recept: (d: Logblok) => void): Promise<unknown>;
      verwijder(c: string, id: string): Promise<unknown>;
    };
    await expect(schrijf.voegToe('logregels', [blok])).rejects.toThrow('logregels');
    await expect(schrijf.wijzig('logregels', blok, (d) => void (d.van = 9))).rejects.toThrow();
    await expect(schrijf.verwijder('logregels', blok.id)).rejects.toThrow('logregels');
  });
});

describe('the chain of this device', () => {
  it('goes on in another session, and verifies', async () => {
    const hier = await opgericht();
    await hier.kluis.sluit();
    const kluis = await ontgrendeld(hier);
    open.push(kluis);
    const alle = await gespoeld(kluis);
    expect(new Set(blokken(kluis).map((blok) => blok.keten)).size).toBe(1);
    expect(await kluis.log.controleer()).toMatchObject([
      { apparaat: kluis.apparaat.id, account: kluis.ik.id, goedTot: alle.length, fout: null },
    ]);
    const uit = await controleerLogbestand(JSON.parse(JSON.stringify(kluis.log.bestand('huis'))));
    expect(uit).toMatchObject({ ok: true, waarde: { rapporten: [{ fout: null }] } });
  });

  it('makes good what a power cut took: what is on disk has a line', async () => {
    const hier = await opgericht();
    const vak = await hier.kluis.nieuwVak('casus');
    const voor = await gespoeld(hier.kluis);
    // The last moments of this session: the writes are on disk, their lines are not.
    vi.spyOn(Schrijver.prototype, 'zetBlokken').mockRejectedValue(new Error('geen stroom'));
    vi.spyOn(console, 'error').mockReturnValue();
    await hier.kluis.voegToe('betrokkenen', [betrokkene(vak), betrokkene(vak)]);
    await hier.kluis.sluit();
    vi.restoreAllMocks();
    const kluis = await ontgrendeld(hier);
    open.push(kluis);
    const na = await gespoeld(kluis);
    expect(na.slice(voor.length, voor.length + 2)).toMatchObject([
      { actie: 'toegevoegd', soort: 'betrokkenen', casus: vak, aantal: 2, wijze: 'hersteld' },
      { actie: 'ontgrendeld' },
    ]);
    expect(await kluis.log.controleer()).toMatchObject([{ fout: null }]);
  });

  it('is shown as tampered with when a line of it is', async () => {
    const { kluis } = await metCasus();
    await gespoeld(kluis);
    const bestand = JSON.parse(
      JSON.stringify(kluis.log.bestand('eigen')).replace('toegevoegd', 'verwijderd'),
    ) as unknown;
    expect(await controleerLogbestand(bestand)).toMatchObject({
      waarde: { rapporten: [{ fout: { soort: 'gewijzigd' } }] },
    });
  });
});
