/** Which chunks stay: those that a document needs, and those that one may still come to need. */
import { describe, expect, it } from 'vitest';
import { bestand, gelukt, proefkast, VAK, voegToe, vul } from './hulp.js';

const ANDER = 'ander-vak-ander-vak-an';

describe('the same file twice', () => {
  it('in one vak shares key and chunks, under a reference and name of its own', async () => {
    const proef = proefkast();
    const a = await voegToe(proef, vul(300), 'brief.pdf');
    // Before and after the first is in a document.
    const b = await voegToe(proef, vul(300), 'kopie van brief.pdf');
    proef.leg({ id: 'd1', vak: VAK, bijlagen: [a] });
    const c = await voegToe(proef, vul(300), 'nog eens.pdf');
    for (const x of [b, c]) {
      expect(x).toMatchObject({ stukken: a.stukken, sleutel: a.sleutel, som: a.som });
    }
    expect(new Set([a.id, b.id, c.id]).size).toBe(3);
    expect(c.naam).toBe('nog eens.pdf');
    expect(proef.nep.schijf.size).toBe(5);
  });

  it('in another vak shares nothing: a key goes no further than its vak', async () => {
    const proef = proefkast();
    const a = await voegToe(proef, vul(300));
    proef.leg({ id: 'd1', vak: VAK, bijlagen: [a] });
    const b = await voegToe(proef, vul(300), 'brief.pdf', ANDER);
    expect(b.sleutel).not.toBe(a.sleutel);
    expect(b.stukken.filter((n) => a.stukken.includes(n))).toEqual([]);
  });

  it('is written anew when what is there is not whole, or is not what it claims', async () => {
    const proef = proefkast();
    const a = await voegToe(proef, vul(300));
    proef.leg({ id: 'd1', vak: VAK, bijlagen: [a] });
    const [eerste = '', tweede = ''] = a.stukken;
    const heel = proef.nep.schijf.get(tweede) ?? new Uint8Array();
    proef.nep.schijf.delete(tweede);
    const b = await voegToe(proef, vul(300));
    expect(b.sleutel).not.toBe(a.sleutel);
    proef.nep.schijf.set(tweede, heel.with(3, 0));
    await proef.kast.laatLos([b]);
    const c = await voegToe(proef, vul(300));
    expect(c.sleutel).not.toBe(a.sleutel);
    expect(gelukt(await proef.kast.lees(c))).toEqual(vul(300));

    // A colleague refers to other content with the sum of a file that everybody has.
    const gelogen = await voegToe(proef, vul(300, 8));
    proef.leg({ id: 'd2', vak: ANDER, bijlagen: [{ ...gelogen, som: a.som }] });
    const d = await voegToe(proef, vul(300), 'brief.pdf', ANDER);
    expect(gelukt(await proef.kast.lees(d))).toEqual(vul(300));
    expect(eerste).not.toBe('');
  });

  it('may change its mind half way: equal size, equal beginning, other end', async () => {
    const proef = proefkast();
    const a = await voegToe(proef, vul(300));
    const anders = vul(300).with(299, 0);
    const b = await voegToe(proef, anders);
    expect(b.sleutel).not.toBe(a.sleutel);
    expect(gelukt(await proef.kast.lees(b))).toEqual(anders);
    expect(gelukt(await proef.kast.lees(a))).toEqual(vul(300));
  });
});

describe('tidying up', () => {
  it('deletes a chunk with its last reference, and not before', async () => {
    const proef = proefkast();
    const a = await voegToe(proef, vul(300));
    const b = await voegToe(proef, vul(300), 'kopie.pdf');
    const c = await voegToe(proef, vul(200, 5));
    proef.leg({ id: 'd1', vak: VAK, bijlagen: [a] });
    proef.leg({ id: 'd2', vak: VAK, bijlagen: [b, c] });
    expect(await proef.kast.ruimOp()).toBe(0);
    proef.wis('d1');
    expect(await proef.kast.ruimOp()).toBe(0);
    expect(gelukt(await proef.kast.lees(b))).toEqual(vul(300));
    proef.leg({ id: 'd2', vak: VAK, bijlagen: [c] });
    expect(await proef.kast.ruimOp()).toBe(5);
    expect([...proef.nep.schijf.keys()].sort()).toEqual([...c.stukken].sort());
    proef.wis('d2');
    expect(await proef.kast.ruimOp()).toBe(4);
    expect(proef.nep.schijf.size).toBe(0);
  });

  it('leaves what was added until it is in a document or given up', async () => {
    const proef = proefkast();
    const a = await voegToe(proef, vul(300));
    const b = await voegToe(proef, vul(300), 'kopie.pdf');
    expect(await proef.kast.ruimOp()).toBe(0);
    await proef.kast.laatLos([a]);
    expect(gelukt(await proef.kast.lees(b))).toEqual(vul(300));
    await proef.kast.laatLos([b]);
    expect(proef.nep.schijf.size).toBe(0);
  });

  it('leaves what can still be undone, as long as it can', async () => {
    const proef = proefkast();
    const a = await voegToe(proef, vul(300));
    proef.leg({ id: 'd1', vak: VAK, bijlagen: [a] });
    const los = proef.kast.houdVast([a]);
    const nogeens = proef.kast.houdVast([a]);
    proef.wis('d1');
    expect(await proef.kast.ruimOp()).toBe(0);
    los();
    los();
    expect(await proef.kast.ruimOp()).toBe(0);
    proef.leg({ id: 'd1', vak: VAK, bijlagen: [a] });
    expect(gelukt(await proef.kast.lees(a))).toEqual(vul(300));
    proef.wis('d1');
    nogeens();
    expect(await proef.kast.ruimOp()).toBe(5);
  });

  it('does nothing while the vault says that it may not, and then everything', async () => {
    const proef = proefkast();
    const a = await voegToe(proef, vul(300));
    proef.mag = false;
    await proef.kast.laatLos([a]);
    expect(proef.nep.schijf.size).toBe(5);
    const later = proef.heropen();
    later.mag = false;
    expect(await later.kast.ruimOp()).toBe(0);
    later.mag = true;
    expect(await later.kast.ruimOp()).toBe(5);
  });

  it('leaves chunks that stand elsewhere in a document: in a difference, or in a field of a later version', async () => {
    const proef = proefkast();
    const a = await voegToe(proef, vul(100));
    const b = await voegToe(proef, vul(100, 2));
    const c = await voegToe(proef, vul(100, 3));
    const waarden = [{ waarde: [a], door: 'x', op: 'y' }];
    proef.leg({ id: 'd1', vak: VAK, conflicten: [{ id: 'bijlagen', basis: null, waarden }] });
    const later = proef.heropen();
    later.docs.set('d2', { id: 'd2', vak: VAK, scans: { voor: b } } as never);
    expect(await later.kast.ruimOp()).toBe(c.stukken.length);
    expect(gelukt(await later.kast.lees(a))).toEqual(vul(100));
    expect(gelukt(await later.kast.lees(b))).toEqual(vul(100, 2));
  });

  it('never meets what is being written, however often it runs', async () => {
    const proef = proefkast();
    const ruimOp = async (): Promise<number> => {
      let weg = 0;
      for (let i = 0; i < 60; i += 1) weg += await proef.kast.ruimOp();
      return weg;
    };
    const [toegevoegd, weg] = await Promise.all([
      Promise.all([1, 2, 3, 4].map((n) => proef.kast.voegToe(VAK, bestand(vul(640, n))))),
      ruimOp(),
    ]);
    expect(weg).toBe(0);
    for (const [i, uit] of toegevoegd.entries()) {
      expect(gelukt(await proef.kast.lees(gelukt(uit)))).toEqual(vul(640, i + 1));
    }
  });

  it('counts a document that comes while it is deleting', async () => {
    const proef = proefkast();
    const a = await voegToe(proef, vul(640));
    const b = await voegToe(proef, vul(640, 2));
    const later = proef.heropen();
    const { stukken } = later.nep;
    const echt = stukken.verwijder.bind(stukken);
    let verwijderd = 0;
    Object.assign(stukken, {
      async verwijder(naam: string) {
        await echt(naam);
        verwijderd += 1;
        if (verwijderd === 1) later.leg({ id: 'd', vak: VAK, bijlagen: [a, b] });
      },
    });
    expect(await later.kast.ruimOp()).toBe(1);
    expect(later.nep.schijf.size).toBe(19);
  });
});
