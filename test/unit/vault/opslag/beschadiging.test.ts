import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import {
  alles,
  doc,
  instantie,
  lees,
  nieuweNaam,
  open,
  rij,
  schrijf,
  zet,
  type Rij,
  type Ruwerij,
} from './hulp.js';

const TABELLEN = ['segmenten', 'koppen'] as const;

/** A store with a few segments, the state after each of them, and its bytes. */
async function kleineWinkel(naam: string): Promise<{ standen: Rij[][]; rijen: Ruwerij[] }> {
  const { inst, sluit } = await open(naam);
  const [a, b, c] = [doc('a'), doc('b'), doc('c')];
  const standen: Rij[][] = [[]];
  const stap = async (werk: Promise<unknown>): Promise<void> => {
    await werk;
    standen.push(await alles(inst));
  };
  await stap(inst.bulkWrite([rij(a), rij(b)], 'x'));
  await stap(schrijf(inst, c));
  await stap(schrijf(inst, doc('a', { tekst: 'nieuw' }), a));
  await stap(schrijf(inst, doc('b', {}, true), b));
  await sluit();
  return { standen, rijen: await lees(naam, 'segmenten') };
}

describe('een winkel die niet heel is', () => {
  it('is na ieder begin van het logboek wat er toen stond', async () => {
    const naam = nieuweNaam();
    const { standen, rijen } = await kleineWinkel(naam);
    expect(rijen).toHaveLength(4);
    for (let n = 0; n <= rijen.length; n++) {
      await zet(naam, 'segmenten', rijen.slice(0, n));
      const { opslag, inst, sluit } = await open(naam);
      expect(await alles(inst)).toEqual(standen[n]);
      expect(opslag.meldingen.waarde).toEqual(
        n === rijen.length
          ? []
          : [{ soort: 'ontbreekt', winkel: 'huis|proef|0', van: n + 1, tot: 4, bytes: 0 }],
      );
      await sluit();
    }
  });

  it('schrijft verder na een gat, en hergebruikt geen nummer', async () => {
    const naam = nieuweNaam();
    const { rijen } = await kleineWinkel(naam);
    await zet(naam, 'segmenten', [rijen[0], rijen[2]] as Ruwerij[]);
    const { opslag, inst, sluit } = await open(naam);
    expect(opslag.meldingen.waarde).toMatchObject([
      { soort: 'ontbreekt', van: 2, tot: 2 },
      { soort: 'ontbreekt', van: 4, tot: 4 },
    ]);
    expect((await alles(inst)).map((d) => d.id)).toEqual(['a', 'b']);
    for (let i = 0; i < 40; i++) await schrijf(inst, doc(`n${i}`));
    const stand = await alles(inst);
    await sluit();
    expect((await lees(naam, 'segmenten')).map((r) => r.t).slice(0, 2)).toEqual([1, 3]);
    const weer = await open(naam);
    expect(await alles(weer.inst)).toEqual(stand);
    expect(weer.opslag.meldingen.waarde).toHaveLength(2);
    await weer.sluit();
  });

  it('met een omgeklapte byte is heel of in quarantaine, nooit onjuist', async () => {
    const naam = nieuweNaam();
    const { standen } = await kleineWinkel(naam);
    const goed = {
      segmenten: await lees(naam, 'segmenten'),
      koppen: await lees(naam, 'koppen'),
    };
    const einde = standen.at(-1) ?? [];
    const toegestaan = new Set(standen.flat().map((d) => JSON.stringify(d)));
    let gevallen = 0;
    let gemeld = 0;
    for (const tabel of TABELLEN) {
      for (const [i, heel] of goed[tabel].entries()) {
        // Every byte of the header and the heads, every 23rd of the ciphertext.
        for (let plek = 0; plek < heel.b.length; plek += tabel === 'koppen' || plek < 40 ? 1 : 23) {
          const b = heel.b.slice();
          b[plek] = (b[plek] ?? 0) ^ (1 << (gevallen % 8));
          await zet(
            naam,
            tabel,
            goed[tabel].map((r, n) => (n === i ? { ...r, b } : r)),
          );
          const { opslag, inst, sluit } = await open(naam);
          const nu = await alles(inst);
          if (opslag.meldingen.waarde.length > 0) {
            gemeld++;
            for (const d of nu) expect(toegestaan.has(JSON.stringify(d))).toBe(true);
          } else expect(nu).toEqual(einde);
          // It stays usable.
          expect((await schrijf(inst, doc('z'))).error).toEqual([]);
          await sluit();
          gevallen++;
          for (const t of TABELLEN) await zet(naam, t, goed[t]);
        }
      }
    }
    console.info(`${gevallen} bytes omgeklapt, ${gemeld} gemeld`);
    expect(gemeld).toBe(gevallen);
  });

  it('verliest door een afgekapt of verplaatst segment alleen dat', async () => {
    const naam = nieuweNaam();
    const { rijen } = await kleineWinkel(naam);
    const [een, twee, drie, vier] = rijen as [Ruwerij, Ruwerij, Ruwerij, Ruwerij];
    await zet(naam, 'segmenten', [een, { ...twee, b: twee.b.slice(0, 30) }, drie, vier]);
    const kort = await open(naam);
    expect(kort.opslag.meldingen.waarde).toMatchObject([{ soort: 'onleesbaar', van: 2, tot: 2 }]);
    expect((await alles(kort.inst)).map((d) => d.id)).toEqual(['a', 'b']);
    await kort.sluit();
    // Bytes of one number under another: authenticated, so not accepted.
    await zet(naam, 'segmenten', [een, twee, { ...drie, b: een.b }, vier]);
    const ruil = await open(naam);
    expect(ruil.opslag.meldingen.waarde).toMatchObject([{ soort: 'onleesbaar', van: 3, tot: 3 }]);
    await ruil.sluit();
  });
});

describe('op schijf', () => {
  it('staat niets leesbaars', async () => {
    const naam = nieuweNaam();
    const geplant = ['Wouters-Geheim', '123456782', 'Kerkstraat 12', 'geheimecollectie', 'huis|'];
    const { opslag, sluit } = await open(naam);
    const inst = await instantie(opslag.storage, 'geheimecollectie');
    const eerste = doc('Wouters-Geheim-id', { tekst: 'Wouters-Geheim 123456782 Kerkstraat 12' });
    await schrijf(inst, eerste);
    for (let i = 0; i < 40; i++) await schrijf(inst, doc(`d${i}`, { tekst: 'Kerkstraat 12' }));
    await inst.close();
    await sluit();
    const zoek = async (db: string, tekst: string): Promise<boolean> => {
      const alleBytes: Uint8Array[] = [];
      for (const tabel of TABELLEN)
        for (const r of await lees(db, tabel))
          alleBytes.push(r.b, new TextEncoder().encode(JSON.stringify({ w: r.w, t: r.t })));
      const heel = Buffer.concat(alleBytes);
      const vormen = [
        Buffer.from(tekst),
        Buffer.from(tekst, 'utf16le'),
        Buffer.from(Buffer.from(tekst).toString('base64').slice(0, -4)),
      ];
      return vormen.some((v) => heel.includes(v));
    };
    for (const tekst of geplant) expect(await zoek(naam, tekst), tekst).toBe(false);
    // Positive control: the same search finds it when it is there.
    const rijen = await lees(naam, 'segmenten');
    const lek = { w: 'x', t: 1, b: new TextEncoder().encode('… Kerkstraat 12 …') };
    await zet(naam, 'segmenten', [...rijen, lek]);
    expect(await zoek(naam, 'Kerkstraat 12')).toBe(true);
  });
});
