/** Adding and reading attachments: what goes in comes out, and nothing else does. */
import { describe, expect, it } from 'vitest';
import { STUK } from '../../../../shared/stukken.js';
import { GROOTSTE_BIJLAGE } from '../../../../shared/schema/index.js';
import type { Bijlage } from '../../../../shared/schema/index.js';
import { bestand, gelukt, proefkast, somVan, VAK, voegToe, vul } from './hulp.js';
import type { Proefkast } from './hulp.js';

/** What reading gives: the length, or the kind of failure. */
async function leest({ kast }: Proefkast, bijlage: Bijlage): Promise<number | string> {
  const uit = await kast.lees(bijlage);
  return uit.ok ? uit.waarde.length : uit.fout.soort;
}

describe('a round trip', () => {
  const MATEN = [0, 1, STUK - 1, STUK, STUK + 1, 5 * STUK + 3];
  it.each(MATEN)('of %i bytes, read again by a new process', async (maat) => {
    const proef = proefkast(STUK);
    const inhoud = vul(maat);
    const gemeld: number[] = [];
    const bijlage = gelukt(
      await proef.kast.voegToe(VAK, bestand(inhoud), { voortgang: (n) => gemeld.push(n) }),
    );
    expect(bijlage.stukken).toHaveLength(Math.ceil(maat / STUK));
    expect(bijlage).toMatchObject({ grootte: maat, som: await somVan(inhoud), door: 'account' });
    expect(gemeld).toEqual(bijlage.stukken.map((_, i) => Math.min(maat, (i + 1) * STUK)));
    proef.leg({ id: 'd', vak: VAK, bijlagen: [bijlage] });
    const later = proef.heropen();
    expect(await later.kast.ruimOp()).toBe(0);
    expect(await later.kast.aanwezig(bijlage)).toBe(true);
    const uit = gelukt(await later.kast.lees(bijlage));
    expect(Buffer.compare(uit, inhoud)).toBe(0);
  });

  it('leaves nothing readable on disk, where the same search finds it in the file itself', async () => {
    const proef = proefkast();
    const zin = 'betrokkene woont tijdelijk bij zijn zuster in Etten-Leur';
    const inhoud = new TextEncoder().encode(`${zin}\n`.repeat(40));
    const bijlage = await voegToe(proef, inhoud, 'Pro Justitia rapport.docx');
    const schijf = Buffer.concat([
      ...[...proef.nep.schijf].flatMap(([naam, bytes]) => [Buffer.from(naam), bytes]),
    ]);
    for (const geheim of [zin, 'zuster', 'Pro Justitia', 'rapport.docx', bijlage.sleutel]) {
      expect(schijf.includes(Buffer.from(geheim))).toBe(false);
    }
    expect(schijf.includes(Buffer.from(bijlage.stukken[0] ?? ''))).toBe(true);
    expect(Buffer.from(inhoud).includes(Buffer.from('zuster'))).toBe(true);
    // Equal pieces of content are not equal on disk.
    expect(new Set(bijlage.stukken).size).toBe(bijlage.stukken.length);
  });
});

describe('what is on disk is not trusted', () => {
  it('every change of every byte of a chunk is noticed', async () => {
    const proef = proefkast();
    const bijlage = await voegToe(proef, vul(4));
    const [naam = ''] = bijlage.stukken;
    const heel = proef.nep.schijf.get(naam) ?? new Uint8Array();
    expect(heel.length).toBe(4 + 28);
    let veranderingen = 0;
    for (let i = 0; i < heel.length; i += 1) {
      for (let masker = 1; masker < 256; masker += 1) {
        proef.nep.schijf.set(naam, heel.with(i, (heel[i] ?? 0) ^ masker));
        if ((await leest(proef, bijlage)) === 'beschadigd') veranderingen += 1;
      }
    }
    console.info(`bijlagen: ${veranderingen} van ${32 * 255} veranderingen van een byte opgemerkt`);
    expect(veranderingen).toBe(32 * 255);
    for (const ander of [heel.slice(1), heel.slice(0, -1), new Uint8Array(), new Uint8Array(5)]) {
      proef.nep.schijf.set(naam, ander);
      expect(await leest(proef, bijlage)).toBe('beschadigd');
    }
    proef.nep.schijf.set(naam, heel);
    expect(await leest(proef, bijlage)).toBe(4);
  });

  it('also when its address is changed along with it', async () => {
    const proef = proefkast();
    const bijlage = await voegToe(proef, vul(4));
    const heel = proef.nep.schijf.get(bijlage.stukken[0] ?? '') ?? new Uint8Array();
    for (let i = 0; i < heel.length; i += 1) {
      const ander = heel.with(i, (heel[i] ?? 0) ^ 1);
      const adres = await somVan(ander);
      proef.nep.schijf.set(adres, ander);
      expect(await leest(proef, { ...bijlage, stukken: [adres] })).toBe('beschadigd');
    }
  });

  it('chunks in another order, of another attachment, too many or too few are noticed', async () => {
    const proef = proefkast();
    const bijlage = await voegToe(proef, vul(64 * 3));
    const ander = await voegToe(proef, vul(64 * 3, 2));
    const [a = '', b = '', c = ''] = bijlage.stukken;
    const [x = ''] = ander.stukken;
    const met = (stukken: string[], grootte = bijlage.grootte): Promise<number | string> =>
      leest(proef, { ...bijlage, stukken, grootte });
    expect(await met([a, b, c])).toBe(192);
    for (const stukken of [[b, a, c], [a, a, c], [a, c, b], [x, b, c], [a, b], [a, b, c, x], []]) {
      expect(await met(stukken)).toBe('beschadigd');
    }
    // Fewer chunks and a size that fits them: the count is part of what was sealed.
    expect(await met([a, b], 128)).toBe('beschadigd');
    expect(await met([a], 64)).toBe('beschadigd');
    expect(await met([a, b, c], 191)).toBe('beschadigd');
    expect(await met([], 0)).toBe('beschadigd');
    expect(await leest(proef, { ...bijlage, sleutel: ander.sleutel })).toBe('beschadigd');
    expect(await leest(proef, { ...bijlage, som: ander.som })).toBe('beschadigd');
    // On disk, under each other's name.
    const [bytesA, bytesB] = [proef.nep.schijf.get(a), proef.nep.schijf.get(b)];
    if (!bytesA || !bytesB) throw new Error('niet geschreven');
    proef.nep.schijf.set(a, bytesB).set(b, bytesA);
    expect(await leest(proef, bijlage)).toBe('beschadigd');
  });

  it('a reference that a member made up makes no room for what it claims', async () => {
    const proef = proefkast(STUK);
    const bijlage = await voegToe(proef, vul(10));
    for (const grootte of [GROOTSTE_BIJLAGE + 1, Number.MAX_SAFE_INTEGER]) {
      expect(await leest(proef, { ...bijlage, grootte })).toBe('beschadigd');
    }
  });

  it('a missing chunk is missing, not damaged', async () => {
    const proef = proefkast();
    const bijlage = await voegToe(proef, vul(200));
    expect(await proef.kast.aanwezig(bijlage)).toBe(true);
    proef.nep.schijf.delete(bijlage.stukken[2] ?? '');
    expect(await leest(proef, bijlage)).toBe('ontbreekt');
    expect(await proef.kast.aanwezig(bijlage)).toBe(false);
    expect(await proefkast().kast.aanwezig(bijlage)).toBe(false);
  });
});

describe('adding that does not succeed', () => {
  const leeg = (proef: Proefkast): void => expect([...proef.nep.schijf.keys()]).toEqual([]);

  it('too large: refused before anything is read', async () => {
    const proef = proefkast();
    const reus = {
      ...bestand(vul(1)),
      grootte: GROOTSTE_BIJLAGE + 1,
      deel: () => Promise.reject(new Error('gelezen')),
    };
    expect(await proef.kast.voegToe(VAK, reus)).toEqual({ ok: false, fout: { soort: 'te-groot' } });
    leeg(proef);
  });

  it('a full disk: told, and nothing is left of it', async () => {
    const proef = proefkast();
    const eerder = await voegToe(proef, vul(100));
    const vol = proef.nep.schijf.size;
    for (const ruimte of [200, 300, 400, 500]) {
      proef.nep.ruimte = ruimte;
      const uit = await proef.kast.voegToe(VAK, bestand(vul(500, 3)));
      expect(uit).toEqual({ ok: false, fout: { soort: 'vol' } });
      expect(proef.nep.schijf.size).toBe(vol);
    }
    expect(await leest(proef, eerder)).toBe(100);
    proef.nep.ruimte = 2000;
    expect(await leest(proef, await voegToe(proef, vul(500, 3)))).toBe(500);
  });

  it('cancelled at every moment: nothing is left of it', async () => {
    for (let bij = 0; bij <= 10; bij += 1) {
      const proef = proefkast();
      const stop = new AbortController();
      const bron = bestand(vul(640));
      let gelezen = 0;
      const uit = await proef.kast.voegToe(
        VAK,
        {
          ...bron,
          deel(van, tot) {
            gelezen += 1;
            if (gelezen > bij) stop.abort();
            return bron.deel(van, tot);
          },
        },
        { stop: stop.signal },
      );
      expect(uit).toEqual({ ok: false, fout: { soort: 'afgebroken' } });
      leeg(proef);
    }
  });

  it('closing the vault breaks it off and waits for that', async () => {
    const proef = proefkast();
    const bezig = proef.kast.voegToe(VAK, bestand(vul(6400)));
    await proef.kast.sluit();
    leeg(proef);
    expect(await bezig).toEqual({ ok: false, fout: { soort: 'afgebroken' } });
  });

  it.each([
    ['cannot be read', () => Promise.reject(new DOMException('weg', 'NotReadableError'))],
    ['is shorter than it was', () => Promise.resolve(new Uint8Array(3))],
    ['is longer than it was', (van: number, tot: number) => Promise.resolve(vul(tot - van))],
  ])('a file that %s', async (_wat, deel) => {
    const proef = proefkast();
    const uit = await proef.kast.voegToe(VAK, { ...bestand(vul(200)), deel });
    expect(uit).toEqual({ ok: false, fout: { soort: 'onleesbaar' } });
    leeg(proef);
  });

  it('a browser without files says so', async () => {
    const proef = proefkast();
    const { stukken } = proef.nep;
    Object.assign(stukken, {
      schrijf: () => Promise.resolve({ ok: false, fout: 'niet-ondersteund' }),
    });
    expect(await proef.kast.voegToe(VAK, bestand(vul(10)))).toEqual({
      ok: false,
      fout: { soort: 'niet-ondersteund' },
    });
  });
});
