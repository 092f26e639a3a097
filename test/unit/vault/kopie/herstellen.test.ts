/** Restoring: on the same device and on another, beside what was there, and all or nothing. */
import {
  anderToestel,
  begin,
  bewaar,
  databases,
  documenten,
  gekozen,
  inMap,
  maak,
  noteer,
  opSchijf,
  rijen,
  titels,
  toestel,
  volg,
  waarde,
} from './hulp.js';
import type { Proef, Toestel } from './hulp.js';
import { describe, expect, it, vi } from 'vitest';
import { herstel } from '../../../../renderer/vault/kopie/index.js';
import { maakKluisdeur } from '../../../../renderer/vault/index.js';
import { ONDERGRENS, Sleutelbos } from '../../../../renderer/vault/sleutels/index.js';
import type { Kluis, Kluisdeur } from '../../../../renderer/vault/types.js';
import { schrijfHerstelcode, willekeurig } from '../../../../shared/crypto/index.js';
import { ok } from '../../../../shared/result.js';
import type { Result } from '../../../../shared/result.js';
import { SCHEMAVERSIE } from '../../../../shared/schema/index.js';
import { bestand, vul } from '../bijlagen/hulp.js';
import { ontgrendeld, WACHTZIN } from '../kluis/proef.js';

const NIEUW = 'negen groene bussen naast de molen';
type Welke = Parameters<Kluisdeur['zetTerug']>[0]['welke'];

const zetTerug = (
  hier: Toestel,
  welke: Welke,
  herstelcode: string,
): ReturnType<Kluisdeur['zetTerug']> =>
  hier.deur().zetTerug({ welke, herstelcode, wachtzin: NIEUW, apparaatnaam: 'Laptop Nieuw 11' });

async function teruggezet(hier: Toestel, welke: Welke, herstelcode: string): Promise<Kluis> {
  return volg(waarde(await zetTerug(hier, welke, herstelcode)));
}

/** The backup of a vault that is closed, with the state that it holds. */
async function gemaakt(hier = toestel()): Promise<Proef & { welke: Welke; stand: unknown }> {
  const proef = await begin(hier);
  const naam = await maak(proef);
  const stand = documenten(proef.kluis);
  return { ...proef, stand, welke: { sub: proef.kluis.apparaat.id, naam } };
}

const sluitEnOpen = async (hier: Toestel, kluis: Kluis, wachtzin = NIEUW): Promise<Kluis> => {
  await kluis.sluit();
  return volg(await ontgrendeld(hier, wachtzin));
};

describe('on the same device', () => {
  it('gives what was backed up, under the same identity and the new passphrase', async () => {
    const proef = await gemaakt();
    const { kluis, stand, welke, herstelcode } = proef;
    await noteer(proef, 'na de kopie');
    await kluis.verwijder('betrokkenen', kluis.alle('betrokkenen')[0]?.id ?? '');
    await kluis.sluit();
    const terug = await teruggezet(proef, welke, herstelcode);
    expect(documenten(terug)).toEqual(stand);
    expect(terug.apparaat).toEqual(kluis.apparaat);
    expect(terug.ik.id).toBe(kluis.ik.id);
    expect(Buffer.from(waarde(await terug.bijlagen.lees(proef.bijlage)))).toEqual(
      Buffer.from(vul(700)),
    );
    // It can be worked with, and read again.
    await noteer({ kluis: terug, vak: proef.vak }, 'na het terugzetten');
    const weer = await sluitEnOpen(proef, terug);
    expect(titels(weer)).toEqual(['Gebeld', 'na het terugzetten']);
    await weer.sluit();
    expect(await proef.deur().ontgrendel(WACHTZIN)).toMatchObject({
      ok: false,
      fout: { soort: 'wachtzin' },
    });
    const code = await proef.deur().ontgrendelMetHerstelcode(herstelcode, WACHTZIN);
    expect(titels(volg(waarde(code)))).toEqual(['Gebeld', 'na het terugzetten']);
  });

  it('sets aside what was there: database and ring, until somebody deletes them', async () => {
    const proef = await gemaakt();
    await noteer(proef, 'alleen hier');
    await proef.kluis.sluit();
    const oud = await rijen(`${proef.naam}-1`);
    const terug = await teruggezet(proef, proef.welke, proef.herstelcode);
    expect(await databases(proef.naam)).toEqual(
      [1, 2, 'sleutels'].map((n) => `${proef.naam}-${n}`),
    );
    await vi.waitFor(() => expect(terug.onderhoud.waarde.opzij).toBe(1));
    // Openings do not wear it out, and it is as it was.
    let weer = terug;
    for (let i = 0; i < 3; i++) weer = await sluitEnOpen(proef, weer);
    expect(await rijen(`${proef.naam}-1`)).toEqual(oud);
    await weer.onderhoud.verwijderOpzij();
    expect(await databases(proef.naam)).toEqual([2, 'sleutels'].map((n) => `${proef.naam}-${n}`));
    expect(titels(weer)).toEqual(['Gebeld']);
  });

  it('keeps the attachments that only what was set aside refers to', async () => {
    const proef = await gemaakt();
    const { kluis, vak, stukken } = proef;
    const erbij = waarde(await kluis.bijlagen.voegToe(vak, bestand(vul(800, 5), 'later.pdf')));
    await noteer(proef, 'met bijlage', [erbij]);
    await kluis.sluit();
    const terug = await teruggezet(proef, proef.welke, proef.herstelcode);
    expect(await terug.bijlagen.ruimOp()).toBe(0);
    expect([...stukken.schijf.keys()]).toEqual(expect.arrayContaining(erbij.stukken));
    await terug.onderhoud.verwijderOpzij();
    expect(await terug.bijlagen.ruimOp()).toBe(1);
  });

  it('again and again leaves every state aside, and backups go on in order', async () => {
    const proef = await gemaakt();
    const { welke, herstelcode, map } = proef;
    for (let i = 0; i < 9; i++) {
      await noteer(proef, `later ${i}`);
      await maak(proef);
    }
    await proef.kluis.sluit();
    const eerst = await teruggezet(proef, welke, herstelcode);
    const nieuw = waarde(await eerst.kopieen.maak()).naam;
    // The newest by number, though it was made from an older state: rotation must not take it for old.
    expect(inMap(map).koppen.at(-1)).toBe(`${eerst.apparaat.id}/${nieuw}`);
    expect((await eerst.kopieen.lijst())[0]?.naam).toBe(nieuw);
    await eerst.sluit();
    const tweede = await teruggezet(proef, welke, herstelcode);
    expect(titels(tweede)).toEqual(['Gebeld']);
    expect(await databases(proef.naam)).toHaveLength(4);
    expect(tweede.onderhoud.waarde.ouder).toBeNull();
  });

  it('helps when the ring is gone, when the store is gone, and when the device secret is', async () => {
    const proef = await gemaakt();
    const { welke, herstelcode, naam, stand } = proef;
    await proef.kluis.sluit();
    const weg = async (db: string): Promise<void> => {
      await new Promise((goed) => (indexedDB.deleteDatabase(db).onsuccess = goed));
    };
    await weg(`${naam}-sleutels`);
    expect(await proef.deur().stand()).toMatchObject({ soort: 'beschadigd', reden: 'ring' });
    let kluis = await teruggezet(proef, welke, herstelcode);
    expect(documenten(kluis)).toEqual(stand);
    await kluis.sluit();
    for (const db of await databases(`${naam}-`)) if (!db.endsWith('sleutels')) await weg(db);
    expect(await proef.deur().ontgrendel(NIEUW)).toMatchObject({ ok: false });
    kluis = await teruggezet(proef, welke, herstelcode);
    expect(documenten(kluis)).toEqual(stand);
    await kluis.sluit();
    const zonderGeheim = { ...toestel(proef.map), naam };
    const deur = maakKluisdeur(zonderGeheim.platform, { naam });
    expect(await deur.stand()).toMatchObject({ soort: 'beschadigd', reden: 'apparaat' });
  });
});

describe('on another device', () => {
  it.each(['map', 'bestand'] as const)(
    'gives the house with all that is in it, out of a %s; the device has an identity of its own',
    async (waar) => {
      const proef = await gemaakt();
      const los = gekozen(await bewaar(proef));
      await proef.kluis.sluit();
      const hier = anderToestel(proef, waar === 'map' ? proef.map : undefined);
      expect(await hier.deur().stand()).toEqual({ soort: 'leeg' });
      const kluis = await teruggezet(hier, waar === 'map' ? proef.welke : los, proef.herstelcode);
      expect(documenten(kluis)).toEqual(proef.stand);
      expect(kluis.huis).toEqual(proef.kluis.huis);
      expect(kluis.ik).toEqual(proef.kluis.ik);
      expect(kluis.apparaat).toEqual({ id: expect.any(String) as string, naam: 'Laptop Nieuw 11' });
      expect(kluis.apparaat.id).not.toBe(proef.kluis.apparaat.id);
      expect(Buffer.from(waarde(await kluis.bijlagen.lees(proef.bijlage)))).toEqual(
        Buffer.from(vul(700)),
      );
      // Keys of what was made there work here: a new document in the same vak.
      await noteer({ kluis, vak: proef.vak }, 'op het nieuwe apparaat');
      await maak({ kluis });
      expect(inMap(hier.map, kluis.apparaat.id).koppen).toHaveLength(1);
      const weer = await sluitEnOpen(hier, kluis);
      expect(titels(weer)).toEqual(['Gebeld', 'op het nieuwe apparaat']);
      await weer.sluit();
      expect((await hier.deur().ontgrendel(WACHTZIN)).ok).toBe(false);
      const code = await hier.deur().ontgrendelMetHerstelcode(proef.herstelcode, WACHTZIN);
      await waarde(code).sluit();
      // The old device is as it was.
      opSchijf();
      const oud = volg(await ontgrendeld(proef));
      expect(documenten(oud)).toEqual(proef.stand);
    },
  );

  it('that has a house of its own sets that aside', async () => {
    const proef = await gemaaktEnDicht();
    const ander = await gemaaktEnDicht(anderToestel(proef, proef.map));
    const terug = await teruggezet(ander, proef.welke, proef.herstelcode);
    expect(documenten(terug)).toEqual(proef.stand);
    expect(terug.apparaat.id).not.toBe(proef.kluis.apparaat.id);
    expect(terug.apparaat.id).not.toBe(ander.kluis.apparaat.id);
    expect(await databases(`${ander.naam}-`)).toEqual(
      [1, 2, 'sleutels'].map((n) => `${ander.naam}-${n}`),
    );
  });
});

/** The keyring of a device, open beside the vault. */
async function geopendeBos(
  { naam, platform }: Toestel,
  wachtzin: string,
): Promise<Result<Sleutelbos, unknown>> {
  const bos = new Sleutelbos(`${naam}-sleutels`, platform.geheim, { argon: ONDERGRENS });
  const uit = await bos.open(wachtzin);
  return uit.ok ? ok(bos) : uit;
}

async function gemaaktEnDicht(hier = toestel()): ReturnType<typeof gemaakt> {
  const proef = await gemaakt(hier);
  await proef.kluis.sluit();
  return proef;
}

describe('is refused, and what was there is as it was,', () => {
  async function geweigerd(
    hier: Toestel,
    welke: Welke,
    code: string,
    fout: Record<string, unknown>,
  ): Promise<void> {
    const voor = await rijen(`${hier.naam}-`);
    const ervoor = await databases(hier.naam);
    expect(await zetTerug(hier, welke, code)).toMatchObject({ ok: false, fout });
    expect(await databases(hier.naam)).toEqual(ervoor);
    expect(await rijen(`${hier.naam}-`)).toEqual(voor);
  }

  it('with a wrong code, a missing pak, a changed byte, a head that is gone', async () => {
    const proef = await gemaaktEnDicht();
    const { welke, herstelcode, map } = proef;
    const leeg = toestel(map);
    const [pad = ''] = inMap(map).pakken.sort(
      (a, b) => (map.bestanden.get(b)?.length ?? 0) - (map.bestanden.get(a)?.length ?? 0),
    );
    const heel = map.bestanden.get(pad) ?? new Uint8Array();
    for (const hier of [proef, leeg]) {
      const ander = await schrijfHerstelcode(willekeurig(20));
      await geweigerd(hier, welke, ander, { soort: 'code' });
      map.bestanden.delete(pad);
      await geweigerd(hier, welke, herstelcode, { soort: 'onvolledig' });
      map.bestanden.set(
        pad,
        heel.map((b, i) => (i === 99 ? b ^ 4 : b)),
      );
      await geweigerd(hier, welke, herstelcode, { soort: 'onvolledig' });
      map.bestanden.set(pad, heel);
      await geweigerd(hier, { ...welke, naam: `${'0'.repeat(12)}.kopie` }, herstelcode, {
        soort: 'afgekapt',
      });
      await geweigerd(hier, gekozen(vul(5000)), herstelcode, { soort: 'soort' });
    }
    expect(await leeg.deur().stand()).toEqual({ soort: 'leeg' });
    expect(documenten(volg(await ontgrendeld(proef)))).toEqual(proef.stand);
  });

  it('when its documents are of a newer schema', async () => {
    const proef = await begin();
    // The application of after this one: its bundle says so, and is in the backup.
    const { beheer } = waarde(await geopendeBos(proef, WACHTZIN));
    await beheer.wijzigBundel(({ opslag, ...bundel }) => ({
      ...bundel,
      opslag: opslag && { ...opslag, schema: SCHEMAVERSIE + 1 },
    }));
    const naam = await maak(proef);
    const oefening = await proef.kluis.kopieen.oefen({ naam }, proef.herstelcode);
    expect(oefening).toMatchObject({ ok: false, fout: { soort: 'nieuwer' } });
    await proef.kluis.sluit();
    const welke = { sub: proef.kluis.apparaat.id, naam };
    await geweigerd(proef, welke, proef.herstelcode, { soort: 'nieuwer' });
  });

  it('when the disk is full in the middle: it says so, and nothing half is left', async () => {
    const proef = await gemaaktEnDicht();
    const { welke, herstelcode, map, naam } = proef;
    let keren = 0;
    for (const nieuw of [false, true]) {
      const hier = nieuw ? anderToestel(proef, map) : proef;
      for (let na = 0; ; na++) {
        const bos = new Sleutelbos(`${naam}-sleutels`, hier.platform.geheim, { argon: ONDERGRENS });
        const delen = { naam, platform: hier.platform, bos, welke, herstelcode };
        const geraakt = schijfVolNa(na);
        const uit = await herstel({ ...delen, wachtzin: NIEUW, apparaatnaam: 'Nieuw' }, {});
        vi.restoreAllMocks();
        if (uit.ok) break;
        expect(geraakt()).toBe(true);
        keren++;
        expect(uit, `vol bij ${na}`).toMatchObject({ fout: { soort: 'vol' } });
        const er = (await databases(`${naam}-`)).filter((n) => !/sleutels|spoel/.test(n));
        expect(er).toEqual(nieuw ? [] : [`${naam}-1`]);
        expect((await hier.deur().stand()).soort).toBe(nieuw ? 'leeg' : 'vergrendeld');
      }
      const kluis = volg(await ontgrendeld(hier, NIEUW));
      expect(documenten(kluis)).toEqual(proef.stand);
      await kluis.sluit();
    }
    console.info(`${keren} keer vol`);
    expect(keren).toBeGreaterThan(6);
  });

  it('when there is no room for the attachments', async () => {
    const proef = await gemaaktEnDicht();
    const leeg = toestel(proef.map);
    leeg.stukken.ruimte = 100;
    await geweigerd(leeg, proef.welke, proef.herstelcode, { soort: 'vol' });
    expect(await leeg.deur().stand()).toEqual({ soort: 'leeg' });
  });
});

/** Every write to a database after the first `na` finds the disk full; deleting goes on. */
function schijfVolNa(na: number): () => boolean {
  let over = na;
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  for (const methode of ['add', 'put'] as const) {
    const echt = Reflect.get(IDBObjectStore.prototype, methode) as (...a: unknown[]) => IDBRequest;
    vi.spyOn(IDBObjectStore.prototype, methode).mockImplementation(function (
      this: IDBObjectStore,
      ...argumenten: unknown[]
    ) {
      if (--over < 0) throw new DOMException('geen ruimte', 'QuotaExceededError');
      return echt.apply(this, argumenten) as never;
    });
  }
  return () => over < 0;
}
