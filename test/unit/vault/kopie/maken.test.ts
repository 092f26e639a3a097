/** Making backups: into a folder and into a file, only what is new, and nothing half whatever goes wrong. */
import {
  begin,
  bewaar,
  databases,
  documenten,
  gekozen,
  inMap,
  maak,
  noteer,
  toestel,
  volg,
  waarde,
} from './hulp.js';
import { describe, expect, it, vi } from 'vitest';
import { maakKluisdeur } from '../../../../renderer/vault/index.js';
import { leesKop } from '../../../../renderer/vault/kopie/formaat.js';
import { ONDERGRENS } from '../../../../renderer/vault/sleutels/index.js';
import { maakNepreservemap } from '../../../harness/reservemap.js';
import { bestand, vul } from '../bijlagen/hulp.js';
import { GEHEIM, ontgrendeld, OPRICHTING, WACHTZIN } from '../kluis/proef.js';

const oefent = async (
  { kluis, herstelcode }: Awaited<ReturnType<typeof begin>>,
  naam: string,
): Promise<unknown> => {
  const uit = await kluis.kopieen.oefen({ naam }, herstelcode);
  return uit.ok ? uit.waarde.stukken : uit.fout;
};

describe('into the folder', () => {
  it('writes a head and pakken, says so, and lists it', async () => {
    const proef = await begin();
    const { kluis, map } = proef;
    expect(kluis.kopieen.waarde.laatste).toBeNull();
    const standen: unknown[] = [];
    const af = kluis.kopieen.volg(() => standen.push(kluis.kopieen.waarde.bezig));
    const kopie = waarde(await kluis.kopieen.maak());
    af();
    expect(standen.some((bezig) => bezig !== null)).toBe(true);
    expect(standen.at(-1)).toBeNull();
    const { koppen, pakken } = inMap(map);
    expect(koppen).toEqual([`${kluis.apparaat.id}/${kopie.naam}`]);
    // One with segments, and one that is the chunk of the attachment.
    expect(pakken).toHaveLength(2);
    expect(await kluis.kopieen.lijst()).toEqual([kopie]);
    const som = pakken.reduce((n, pad) => n + (map.bestanden.get(pad)?.length ?? 0), 0);
    expect(kopie.grootte).toBe(som);
    expect(kluis.kopieen.waarde).toMatchObject({
      laatste: { op: kopie.gemaakt, waar: 'map', bytes: som },
      fout: null,
      map: { bereikbaar: true },
    });
    expect(await oefent(proef, kopie.naam)).toEqual({ er: 1, alle: 1 });
  });

  it('writes only what is new after that, and leaves the pakken that are there alone', async () => {
    const proef = await begin(toestel(), 300_000);
    const { map } = proef;
    // So much that it does not fit in one pak.
    for (let i = 0; i < 12; i++)
      await noteer(proef, `vulling ${i}`, [], vul(400_000, i).toString().slice(0, 400_000));
    await maak(proef);
    const eerste = map.geschreven;
    const voor = inMap(map).pakken;
    const gezien = map.schrijfacties.length;
    await noteer(proef, 'een nieuwe regel');
    const naam = await maak(proef);
    const tweede = map.geschreven - eerste;
    console.info(`eerste kopie ${eerste} bytes, tweede ${tweede} bytes`);
    expect(eerste).toBeGreaterThan(4_500_000);
    expect(tweede).toBeLessThan(eerste / 100);
    expect(map.schrijfacties.slice(gezien).filter((pad) => voor.includes(pad))).toEqual([]);
    expect(inMap(map).pakken).toEqual(expect.arrayContaining(voor));
    expect(await oefent(proef, naam)).toEqual({ er: 1, alle: 1 });
  });

  it('takes a pak again when it is gone from the folder, or most of it is no longer needed', async () => {
    const proef = await begin();
    const { kluis, map } = proef;
    await maak(proef);
    for (const pad of inMap(map).pakken) map.bestanden.delete(pad);
    const heel = await maak(proef);
    expect(await oefent(proef, heel)).toEqual({ er: 1, alle: 1 });
    // Everything is written over many times, and the waste is compacted away.
    const [oud = ''] = inMap(map).pakken;
    for (const g of kluis.alle('gebeurtenissen')) await kluis.verwijder('gebeurtenissen', g.id);
    for (let i = 0; i < 40; i++) await noteer(proef, `nieuw ${i}`, [], 'x'.repeat(2000));
    const nieuw = await maak(proef);
    expect(await oefent(proef, nieuw)).toEqual({ er: 0, alle: 0 });
    expect(map.bestanden.has(oud)).toBe(true); // The backup before still names it.
  });

  it('leaves out a chunk that is damaged or gone here, rather than keep it as if it were whole', async () => {
    const proef = await begin();
    const { stukken } = proef;
    const [naam = ''] = stukken.schijf.keys();
    stukken.schijf.set(naam, vul(700));
    expect(await oefent(proef, await maak(proef))).toEqual({ er: 0, alle: 0 });
    stukken.schijf.delete(naam);
    expect(await oefent(proef, await maak(proef))).toEqual({ er: 0, alle: 0 });
  });

  it('keeps a chunk that this device has lost since, as long as a document refers to it', async () => {
    const proef = await begin();
    await maak(proef);
    proef.stukken.schijf.clear();
    expect(await oefent(proef, await maak(proef))).toEqual({ er: 1, alle: 1 });
  });

  it('of two devices are apart: neither tidies up what the other needs', async () => {
    const map = maakNepreservemap();
    const een = await begin(toestel(map));
    const kopie = await maak(een);
    const vanEen = inMap(map, een.kluis.apparaat.id);
    await een.kluis.sluit();
    const twee = await begin(toestel(map));
    for (let i = 0; i < 9; i++) await maak(twee);
    expect(inMap(map, een.kluis.apparaat.id)).toEqual(vanEen);
    const alle = await twee.deur().kopieen();
    expect(new Set(alle.map(({ sub }) => sub))).toEqual(
      new Set([een.kluis.apparaat.id, twee.kluis.apparaat.id]),
    );
    expect(alle.map((k) => k.gemaakt)).toEqual(
      alle
        .map((k) => k.gemaakt)
        .sort()
        .reverse(),
    );
    await twee.kluis.sluit();
    const kluis = volg(await ontgrendeld(een));
    expect((await kluis.kopieen.lijst()).map(({ naam }) => naam)).toEqual([kopie]);
    expect(await oefent({ ...een, kluis }, kopie)).toEqual({ er: 1, alle: 1 });
  });

  it('has nothing that can be read: no name, no number, no id, no passphrase, no code', async () => {
    const proef = await begin();
    const { kluis, map, herstelcode, vak } = proef;
    await maak(proef);
    const los = await bewaar(proef);
    const alles = Buffer.concat([...map.bestanden.values(), los]);
    const namen = [...map.bestanden.keys()].join('\n').replaceAll(kluis.apparaat.id, '');
    const geheimen = [
      ...GEHEIM,
      'Gebeld',
      OPRICHTING.huisnaam,
      OPRICHTING.naam,
      OPRICHTING.apparaatnaam,
      WACHTZIN,
      herstelcode,
      herstelcode.slice(0, 9),
      vak,
      kluis.ik.id,
      kluis.huis.id,
      kluis.apparaat.id,
      'betrokkenen',
      'hoofdbetrokkene',
    ];
    const staatEr = (bytes: Buffer, tekst: string): boolean =>
      (['utf8', 'utf16le', 'latin1'] as const).some((c) => bytes.includes(Buffer.from(tekst, c)));
    const gevonden = geheimen.filter((g) => staatEr(alles, g) || namen.includes(g));
    expect(gevonden).toEqual([]);
    // The same scan finds them where they are not sealed.
    const open = Buffer.from(JSON.stringify([documenten(kluis), geheimen]));
    expect(geheimen.filter((g) => !staatEr(open, g))).toEqual([]);
  });
});

describe('into a file', () => {
  it('is the whole, and is offered to keep', async () => {
    const proef = await begin();
    const bytes = await bewaar(proef);
    expect(proef.kluis.kopieen.waarde.laatste).toMatchObject({ waar: 'bestand' });
    const uit = await proef.kluis.kopieen.oefen(gekozen(bytes), proef.herstelcode);
    expect(waarde(uit)).toMatchObject({
      apparaatnaam: OPRICHTING.apparaatnaam,
      stukken: { er: 1, alle: 1 },
      telling: { betrokkenen: 1, gebeurtenissen: 1 },
    });
  });

  it('is read in parts, however large it is', async () => {
    const proef = await begin(toestel(), 1_500_000);
    for (let i = 0; i < 6; i++) await noteer(proef, `groot ${i}`, [], 'ë'.repeat(400_000));
    const bytes = await bewaar(proef);
    expect(bytes.length).toBeGreaterThan(5_000_000);
    const uit = await proef.kluis.kopieen.oefen(gekozen(bytes), proef.herstelcode);
    expect(waarde(uit).stukken).toEqual({ er: 2, alle: 2 });
  });

  it('is made where there is no folder, as in a browser; in a folder is then refused', async () => {
    const hier = toestel();
    const zonder = { ...hier.platform, reservemap: null };
    const deur = maakKluisdeur(zonder, { naam: hier.naam, argon: ONDERGRENS });
    const { kluis } = await deur.richtOp(OPRICHTING);
    volg(kluis);
    expect(await kluis.kopieen.maak()).toEqual({ ok: false, fout: { soort: 'geen-map' } });
    expect(await kluis.kopieen.lijst()).toEqual([]);
    expect((await kluis.kopieen.bewaar()).ok).toBe(true);
  });
});

describe('when something goes wrong', () => {
  it.each(['vol', 'onbereikbaar'] as const)(
    'says that the folder is %s, leaves earlier backups as they were, and goes on later',
    async (soort) => {
      const proef = await begin();
      const { kluis, map } = proef;
      const eerste = await maak(proef);
      const voor = new Map(map.bestanden);
      await noteer(proef, 'erbij');
      map.zetFout(soort);
      expect(await kluis.kopieen.maak()).toEqual({ ok: false, fout: { soort } });
      expect(kluis.kopieen.waarde).toMatchObject({ fout: { soort }, bezig: null });
      expect(map.bestanden).toEqual(voor);
      map.zetFout(null);
      expect(await oefent(proef, eerste)).toEqual({ er: 1, alle: 1 });
      expect(await oefent(proef, await maak(proef))).toEqual({ er: 1, alle: 1 });
      expect(kluis.kopieen.waarde.fout).toBeNull();
    },
  );

  it('is full in the middle: no head names what is not whole', async () => {
    const proef = await begin();
    const { kluis, map } = proef;
    const eerste = await maak(proef);
    const { bijlagen } = kluis;
    const bijlage = waarde(await bijlagen.voegToe(proef.vak, bestand(vul(900, 3), 'b.pdf')));
    await noteer(proef, 'erbij', [bijlage]);
    const echt = map.schrijf.bind(map);
    for (const na of [0, 1, 2]) {
      let over = na;
      vi.spyOn(map, 'schrijf').mockImplementation((...a) => {
        if (over-- === 0) map.zetFout('vol');
        return echt(...a);
      });
      expect(await kluis.kopieen.maak()).toEqual({ ok: false, fout: { soort: 'vol' } });
      map.zetFout(null);
      vi.restoreAllMocks();
      expect(inMap(map).koppen).toHaveLength(1);
      expect(await oefent(proef, eerste)).toEqual({ er: 1, alle: 1 });
      await noteer(proef, `na ${na}`);
    }
    expect(await oefent(proef, await maak(proef))).toEqual({ er: 2, alle: 2 });
    // What the failed ones left is gone, and nothing that a backup names is.
    const genoemd = new Set<string>();
    for (const pad of inMap(map).koppen) {
      const kop = leesKop(map.bestanden.get(pad) ?? new Uint8Array());
      for (const { som } of waarde(kop).pakken)
        genoemd.add(`${kluis.apparaat.id}/${Buffer.from(som).toString('base64url')}.pak`);
    }
    expect(inMap(map).pakken).toEqual([...genoemd].sort());
  });

  it('loses its power at every write to the folder: each head there is a whole backup', async () => {
    const proef = await begin();
    const { kluis, map } = proef;
    await maak(proef);
    let plekken = 0;
    for (let na = 0; ; na++) {
      const bijlage = waarde(
        await kluis.bijlagen.voegToe(proef.vak, bestand(vul(500 + na), 'c.pdf')),
      );
      await noteer(proef, `ronde ${na}`, [bijlage]);
      map.stroomWegNa(na);
      const gelukt = await kluis.kopieen.maak().then(
        ({ ok }) => ok,
        () => false,
      );
      map.stroomWegNa(Number.POSITIVE_INFINITY);
      for (const { naam } of await kluis.kopieen.lijst()) {
        const uit = await kluis.kopieen.oefen({ naam }, proef.herstelcode);
        const { er, alle } = waarde(uit).stukken;
        expect(er).toBe(alle);
      }
      if (gelukt) break;
      plekken++;
    }
    console.info(`${plekken} plekken onderbroken`);
    expect(plekken).toBeGreaterThan(2);
  });

  it.each([3, 140])(
    'is begun anew when all keys change meanwhile: after %i long documents',
    async (aantal) => {
      const proef = await begin();
      const { kluis, map, naam } = proef;
      for (let i = 0; i < aantal; i++) await noteer(proef, `lang ${i}`, [], 'x'.repeat(60_000));
      const nieuw = waarde(await kluis.onderhoud.vernieuwSleutels(WACHTZIN));
      let wisselt: Promise<void> | undefined;
      const echt = map.schrijf.bind(map);
      vi.spyOn(map, 'schrijf').mockImplementation(async (...a) => {
        // At the first pak: few documents were all read by then, of many the rest is not.
        wisselt ??= nieuw.bevestig();
        await vi.waitFor(async () => {
          expect(await databases(`${naam}-`)).toEqual([`${naam}-2`, `${naam}-sleutels`]);
        });
        return echt(...a);
      });
      const kopie = waarde(await kluis.kopieen.maak());
      vi.restoreAllMocks();
      const uit = await kluis.kopieen.oefen({ naam: kopie.naam }, nieuw.code);
      expect(waarde(uit)).toMatchObject({
        telling: { gebeurtenissen: aantal + 1 },
        stukken: { er: 1, alle: 1 },
      });
      await wisselt;
      const los = await bewaar(proef);
      expect((await kluis.kopieen.oefen(gekozen(los), nieuw.code)).ok).toBe(true);
      expect((await kluis.kopieen.oefen(gekozen(los), proef.herstelcode)).ok).toBe(false);
    },
  );
});
