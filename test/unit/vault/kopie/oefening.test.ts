/** The restore drill: it succeeds only on what could really be restored, and touches nothing that is live. */
import {
  begin,
  bewaar,
  databases,
  documenten,
  gekozen,
  inMap,
  maak,
  noteer,
  omgeklapt,
  rijen,
  waarde,
} from './hulp.js';
import type { Proef } from './hulp.js';
import { decode, encode } from '@msgpack/msgpack';
import { beforeEach, describe, expect, it } from 'vitest';
import { leesKop, schrijfKop } from '../../../../renderer/vault/kopie/formaat.js';
import type { Oefenfout, Oefenuitslag } from '../../../../renderer/vault/types.js';
import { schrijfHerstelcode, willekeurig } from '../../../../shared/crypto/index.js';
import type { Bytes } from '../../../../shared/crypto/index.js';
import type { Result } from '../../../../shared/result.js';
import { lees, ruw } from '../opslag/hulp.js';
import { ontgrendeld } from '../kluis/proef.js';
import { volg } from './hulp.js';
import { toeval } from '../../../harness/toeval.js';
import { zaad } from '../opslag/hulp.js';

type Uitslag = Result<Oefenuitslag, Oefenfout>;

let proef: Proef;
let naam: string;
let kop: string;
const oefen = (code = proef.herstelcode): Promise<Uitslag> =>
  proef.kluis.kopieen.oefen({ naam }, code);
const oefenBestand = (bytes: Bytes): Promise<Uitslag> =>
  proef.kluis.kopieen.oefen(gekozen(bytes), proef.herstelcode);
const inhoudVan = (pad: string): Bytes => proef.map.bestanden.get(pad) ?? new Uint8Array();
const soort = (uit: Uitslag): string => (uit.ok ? 'gelukt' : uit.fout.soort);

beforeEach(async () => {
  proef = await begin();
  naam = await maak(proef);
  kop = `${proef.kluis.apparaat.id}/${naam}`;
});

describe('of a backup that is whole', () => {
  it('tells what was found, and is remembered', async () => {
    const uit = waarde(await oefen());
    const { kluis } = proef;
    expect(uit).toMatchObject({
      apparaatnaam: kluis.apparaat.naam,
      stukken: { er: 1, alle: 1 },
      telling: {
        huis: kluis.alle('huis').length,
        leden: 1,
        betrokkenen: 1,
        gebeurtenissen: 1,
      },
    });
    expect(kluis.kopieen.waarde.oefening).toMatchObject({ gelukt: true });
    await kluis.sluit();
    const weer = volg(await ontgrendeld(proef));
    expect(weer.kopieen.waarde.oefening).toMatchObject({ gelukt: true });
  });

  it('touches nothing: not a database, not a row but that it was held, not a chunk, not the folder', async () => {
    const { kluis, map, stukken } = proef;
    const stand = async (): Promise<unknown> => {
      const alle = await rijen(`${proef.naam}-`);
      return {
        namen: await databases(proef.naam),
        ring: alle[`${proef.naam}-sleutels/ring`],
        map: new Map(map.bestanden),
        stukken: new Map(stukken.schijf),
        documenten: documenten(kluis),
      };
    };
    const segmenten = async (): Promise<number> =>
      (await lees(`${proef.naam}-1`, 'segmenten')).length;
    const voor = [await stand(), await segmenten()] as const;
    await oefen();
    await oefen(await schrijfHerstelcode(willekeurig(20)));
    await oefenBestand(await bewaar(proef));
    expect(await stand()).toEqual(voor[0]);
    // Only the notes of when a drill was held and a backup made.
    expect((await segmenten()) - voor[1]).toBeLessThanOrEqual(4);
  });

  it('can be stopped, and then there is nothing of it', async () => {
    const stop = new AbortController();
    stop.abort();
    const afgebroken = proef.kluis.kopieen.oefen({ naam }, proef.herstelcode, {
      stop: stop.signal,
    });
    await expect(afgebroken).rejects.toThrow();
    expect(await databases(`${proef.naam}-oef`)).toEqual([]);
    expect(soort(await oefen())).toBe('gelukt');
  });

  it('made by a device of which a part cannot be read is as whole as that device was', async () => {
    const { kluis } = proef;
    await noteer(proef, 'gaat stuk');
    await kluis.sluit();
    const segmenten = await lees(`${proef.naam}-1`, 'segmenten');
    const kapot = segmenten.at(-1);
    if (!kapot) throw new Error('geen segment');
    kapot.b[60] = (kapot.b[60] ?? 0) ^ 1;
    await ruw(`${proef.naam}-1`, async (t) => {
      await new Promise((goed) => {
        t('segmenten').put(kapot).onsuccess = goed;
      });
    });
    const weer = volg(await ontgrendeld(proef));
    expect(weer.onderhoud.waarde.onleesbaar).toMatchObject({ delen: 1 });
    naam = waarde(await weer.kopieen.maak()).naam;
    const uit = await weer.kopieen.oefen({ naam }, proef.herstelcode);
    expect(uit, JSON.stringify(uit)).toMatchObject({ ok: true });
  });
});

describe('says what is wrong', () => {
  it('with the recovery code: of another house, or with a typing error', async () => {
    expect(soort(await oefen(await schrijfHerstelcode(willekeurig(20))))).toBe('code');
    const { herstelcode } = proef;
    for (const plek of [0, 5, 12, herstelcode.length - 1]) {
      const letter = herstelcode[plek] === 'A' ? 'B' : 'A';
      const fout = herstelcode.slice(0, plek) + letter + herstelcode.slice(plek + 1);
      expect(soort(await oefen(fout)), fout).toBe('code');
    }
    expect(soort(await oefen(''))).toBe('code');
    expect(proef.kluis.kopieen.waarde.oefening).toMatchObject({ gelukt: false });
    // Capitals and dashes are how it is written, not what it is.
    expect(soort(await oefen(herstelcode.toLowerCase().replaceAll('-', ' ')))).toBe('gelukt');
  });

  it('with a pak that is missing, by its name; a chunk is counted', async () => {
    for (const pad of inMap(proef.map).pakken) {
      const bytes = inhoudVan(pad);
      proef.map.bestanden.delete(pad);
      const uit = await oefen();
      if (uit.ok) expect(uit.waarde.stukken).toEqual({ er: 0, alle: 1 });
      else expect(uit.fout).toEqual({ soort: 'onvolledig', pak: /\/(.*)\.pak/.exec(pad)?.[1] });
      proef.map.bestanden.set(pad, bytes);
    }
    expect(await databases(`${proef.naam}-oef`)).toEqual([]);
    proef.map.bestanden.delete(kop);
    expect(soort(await oefen())).toBe('afgekapt');
  });

  it('with a file of another kind, of any length', async () => {
    const geen = [
      [],
      [0],
      [...Buffer.from('%PDF-1.7')],
      [...Buffer.from('gewone tekst, langer dan een kop zou zijn')],
      [...Buffer.from('CKKOPIE2'), 0, 0, 0, 1, 0x80],
      [...Buffer.from('CKKOPIE1'), 0, 0, 0, 1, 0x80],
      [...Buffer.from('CKKOPIE1'), 0, 0, 0, 2, 0xc1, 0xc1],
      [...Buffer.from('CKKOPIE1'), 0xff, 0xff, 0xff, 0xff, 0x80],
    ];
    const uit: string[] = [];
    for (const bytes of geen) uit.push(soort(await oefenBestand(new Uint8Array(bytes))));
    expect(uit).toEqual(['afgekapt', ...Array.from({ length: 7 }, () => 'soort')]);
  });

  it('with a file that is cut off, at every class of length', async () => {
    const heel = await bewaar(proef);
    const koplengte = 12 + new DataView(heel.buffer).getUint32(8);
    const lengtes = [0, 1, 7, 8, 11, 12, 13, koplengte - 1, koplengte, koplengte + 1];
    lengtes.push(Math.floor((koplengte + heel.length) / 2), heel.length - 1);
    for (const lengte of lengtes)
      expect(soort(await oefenBestand(heel.slice(0, lengte))), String(lengte)).toBe('afgekapt');
    expect(soort(await oefenBestand(heel))).toBe('gelukt');
    // Something behind it, as a careless copy adds, takes nothing away.
    const langer = new Uint8Array(heel.length + 3);
    langer.set(heel);
    expect(soort(await oefenBestand(langer))).toBe('gelukt');
  });

  it('with a backup, a keyring or a schema of a newer version of the application', async () => {
    const gelezen = waarde(leesKop(inhoudVan(kop)));
    const zet = (deel: object): Promise<Uitslag> => {
      proef.map.bestanden.set(kop, schrijfKop({ ...gelezen, ...deel }));
      return oefen();
    };
    expect(soort(await zet({ v: 2, anders: true }))).toBe('nieuwer');
    expect(soort(await zet({ ring: { ...gelezen.ring, versie: 3, iets: 1 } }))).toBe('nieuwer');
    expect(soort(await zet({ ring: {} }))).toBe('gewijzigd');
    expect(soort(await zet({ ring: decode(encode(gelezen.ring)) as object }))).toBe('gelukt');
  });

  it('with parts of two backups put together', async () => {
    await noteer(proef, 'erbij');
    const ander = waarde(leesKop(inhoudVan(`${proef.kluis.apparaat.id}/${await maak(proef)}`)));
    const gelezen = waarde(leesKop(inhoudVan(kop)));
    for (const deel of [
      { inhoud: ander.inhoud },
      { pakken: ander.pakken },
      { gemaakt: ander.gemaakt },
      { ring: { ...gelezen.ring, etiket: (ander.ring as { slot: Bytes }).slot } },
    ]) {
      proef.map.bestanden.set(kop, schrijfKop({ ...gelezen, ...deel }));
      expect(soort(await oefen()), Object.keys(deel).join()).toBe('gewijzigd');
    }
  });
});

describe('with any byte changed', () => {
  const FOUTEN = ['soort', 'afgekapt', 'gewijzigd', 'nieuwer', 'code', 'onvolledig'];

  /** Whether it was said; right data with a chunk too few is said too. */
  function gezegd(uit: Uitslag, telling: Oefenuitslag['telling']): string {
    if (!uit.ok) {
      expect(FOUTEN).toContain(uit.fout.soort);
      return uit.fout.soort;
    }
    expect(uit.waarde.telling).toEqual(telling);
    expect(uit.waarde.stukken).toEqual({ er: 0, alle: 1 });
    return 'stuk';
  }

  it('in the folder, in a head or a pak: is said, and never passes for whole', async () => {
    const begin = zaad();
    const kies = toeval(begin);
    const { telling } = waarde(await oefen());
    const geteld: Record<string, number> = {};
    const paden = [kop, ...inMap(proef.map).pakken];
    for (let i = 0; i < 200; i++) {
      const pad = paden[i % 5 === 4 ? 1 + kies(paden.length - 1) : 0] ?? kop;
      const heel = inhoudVan(pad);
      // The first bytes each in turn, the rest by chance.
      const plek = pad === kop && i < 40 ? i : kies(heel.length);
      proef.map.bestanden.set(pad, omgeklapt(heel, plek, kies(8)));
      try {
        const wat = gezegd(await oefen(), telling);
        geteld[wat] = (geteld[wat] ?? 0) + 1;
      } catch (fout) {
        throw new Error(`byte ${plek} van ${pad}, SEED=${begin}`, { cause: fout });
      }
      proef.map.bestanden.set(pad, heel);
    }
    console.info('200 bytes omgeklapt in de map', geteld);
    expect(await databases(`${proef.naam}-oef`)).toEqual([]);
    expect(soort(await oefen())).toBe('gelukt');
  });

  it('in a file: is said, and never passes for whole', async () => {
    const begin = zaad();
    const kies = toeval(begin);
    const heel = await bewaar(proef);
    const { telling } = waarde(await oefenBestand(heel));
    const geteld: Record<string, number> = {};
    for (let i = 0; i < 80; i++) {
      const plek = kies(heel.length);
      try {
        const wat = gezegd(await oefenBestand(omgeklapt(heel, plek, kies(8))), telling);
        geteld[wat] = (geteld[wat] ?? 0) + 1;
      } catch (fout) {
        throw new Error(`byte ${plek} van het bestand, SEED=${begin}`, { cause: fout });
      }
    }
    console.info('80 bytes omgeklapt in een bestand', geteld);
  });
});
