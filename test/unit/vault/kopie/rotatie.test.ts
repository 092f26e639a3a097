/** Which backups are kept: by number, whatever the clock says; and which pakken may go with the others. */
import { begin, inMap, maak, noteer, waarde } from './hulp.js';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { kopienaam } from '../../../../renderer/vault/kopie/drager.js';
import { leesKop } from '../../../../renderer/vault/kopie/formaat.js';
import {
  datumUitNaam,
  roteer,
  ruimPakkenOp,
  teVerwijderen,
  type Kopieregel,
} from '../../../../renderer/vault/kopie/rotatie.js';

const dag = (nummer: number): string => new Date(nummer * 86_400_000).toISOString().slice(0, 10);
const reeks = (data: readonly string[]): Kopieregel[] =>
  data.map((datum, i) => ({ naam: `k${String(i).padStart(5, '0')}`, datum }));
const blijft = (data: readonly string[]): string[] => {
  const weg = new Set(teVerwijderen(reeks(data)));
  return reeks(data).flatMap(({ naam, datum }) => (weg.has(naam) ? [] : [datum]));
};
const VANDAAG = 20_782; // 2026-11-25

describe('rotation', () => {
  it('keeps of 400 days the last seven, and the first of weeks and months before that', () => {
    const over = blijft(Array.from({ length: 400 }, (_, i) => dag(VANDAAG - 399 + i)));
    expect(over.slice(-7)).toEqual(Array.from({ length: 7 }, (_, i) => dag(VANDAAG - 6 + i)));
    expect(over.length).toBeLessThanOrEqual(7 + 5 + 12);
    const maanden = new Set(over.map((d) => d.slice(0, 7)));
    expect(maanden.size).toBe(12);
    expect(over.filter((d) => d >= dag(VANDAAG - 35)).length).toBeGreaterThanOrEqual(10);
  });

  it('keeps of a day with many backups the last seven and the first', () => {
    const weg = teVerwijderen(reeks(Array.from({ length: 30 }, () => dag(VANDAAG))));
    expect(weg).toHaveLength(22);
    expect(weg).not.toContain('k00000');
  });

  it('run every day, ends where running it once does', () => {
    let over: Kopieregel[] = [];
    for (let i = 0; i < 400; i++) {
      over.push({ naam: `k${i}`, datum: dag(VANDAAG - 399 + i) });
      const weg = new Set(teVerwijderen(over));
      over = over.filter((k) => !weg.has(k.naam));
    }
    expect(new Set(over.map((k) => k.datum.slice(0, 7))).size).toBe(12);
    expect(over.length).toBeLessThanOrEqual(24);
  });

  it('whatever the clock did: keeps the last seven, is bounded, and never needs a second time', () => {
    const datum = fc.integer({ min: 0, max: 40_000 }).map(dag);
    fc.assert(
      fc.property(fc.array(datum, { maxLength: 120 }), (data) => {
        const alle = reeks(data);
        const weg = teVerwijderen(alle);
        for (const { naam } of alle.slice(-7)) expect(weg).not.toContain(naam);
        const over = alle.filter((k) => !weg.includes(k.naam));
        expect(over.length).toBeLessThanOrEqual(7 + 7 + 5 + 12);
        expect(teVerwijderen(over)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('a clock that was in 2099 for a while, or in 1970, costs no backup of before or after', () => {
    const voor = Array.from({ length: 20 }, (_, i) => dag(VANDAAG - 40 + i));
    const na = Array.from({ length: 7 }, (_, i) => dag(VANDAAG - 6 + i));
    for (const raar of ['2099-01-01', '1970-01-01']) {
      const over = blijft([...voor, raar, raar, ...na]);
      expect(over.slice(-7)).toEqual(na);
      expect(over.filter((d) => voor.includes(d)).length).toBeGreaterThan(2);
    }
  });

  it('reads the date from the name that a backup gets, and orders by number', () => {
    const naam = kopienaam(42, '2026-11-25T23:22:51.123Z');
    expect(naam).toBe('000000000042-20261125T232251123Z.kopie');
    expect(datumUitNaam(naam)).toBe('2026-11-25');
    expect(datumUitNaam('zonder-datum.kopie')).toBe('1970-01-01');
    const namen = [9, 10, 100].map((n) => kopienaam(n, '1999-01-01T00:00:00.000Z'));
    expect([...namen].sort()).toEqual(namen);
  });
});

describe('in the folder', () => {
  const genoemd = (proef: Awaited<ReturnType<typeof begin>>): string[] => {
    const uit = new Set<string>();
    for (const pad of inMap(proef.map).koppen) {
      const kop = waarde(leesKop(proef.map.bestanden.get(pad) ?? new Uint8Array()));
      for (const { som } of kop.pakken)
        uit.add(`${proef.kluis.apparaat.id}/${Buffer.from(som).toString('base64url')}.pak`);
    }
    return [...uit].sort();
  };

  it('over months old backups go, and pakken that nothing names, and no other', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 8, 1, 12) });
    const proef = await begin();
    for (let i = 0; i < 60; i++) {
      vi.setSystemTime(Date.now() + 36 * 3_600_000);
      await noteer(proef, `dag ${i}`, [], 'x'.repeat(300));
      await maak(proef);
      // Every backup is named after the one before it, also when the clock stood wrong.
      if (i === 30) vi.setSystemTime(Date.UTC(2031, 0, 1));
      if (i === 31) vi.setSystemTime(Date.UTC(2026, 9, 20));
    }
    const { koppen, pakken } = inMap(proef.map);
    expect(koppen.length).toBeGreaterThan(12);
    expect(koppen.length).toBeLessThanOrEqual(31);
    expect(pakken).toEqual(genoemd(proef));
    for (const pad of koppen.slice(-8)) {
      const naam = pad.split('/')[1] ?? '';
      const uit = await proef.kluis.kopieen.oefen({ naam }, proef.herstelcode);
      expect(waarde(uit).stukken).toEqual({ er: 1, alle: 1 });
    }
  });

  it('nothing is tidied up while a head cannot be read; a foreign pak of the device is left till then', async () => {
    const proef = await begin();
    const { map, kluis } = proef;
    const eerste = await maak(proef);
    await noteer(proef, 'erbij');
    await maak(proef);
    const los = `${kluis.apparaat.id}/${'z'.repeat(42)}A.pak`;
    map.bestanden.set(los, new Uint8Array(5));
    const kapot = `${kluis.apparaat.id}/${eerste}`;
    const heel = map.bestanden.get(kapot) ?? new Uint8Array();
    map.bestanden.set(kapot, heel.slice(0, 100));
    const voor = inMap(map).pakken;
    await maak(proef);
    expect(inMap(map).pakken).toEqual(expect.arrayContaining(voor));
    map.bestanden.set(kapot, heel);
    await maak(proef);
    expect(map.bestanden.has(los)).toBe(false);
    expect(inMap(map).pakken).toEqual(genoemd(proef));
  });

  it('deleting one takes its pakken along, but for those that others name', async () => {
    const proef = await begin();
    const eerste = await maak(proef);
    await noteer(proef, 'erbij');
    const tweede = await maak(proef);
    await proef.kluis.kopieen.verwijder(tweede);
    expect(inMap(proef.map).pakken).toEqual(genoemd(proef));
    expect((await proef.kluis.kopieen.oefen({ naam: eerste }, proef.herstelcode)).ok).toBe(true);
    await proef.kluis.kopieen.verwijder(eerste);
    expect(proef.map.bestanden.size).toBe(0);
  });

  it('that falls away while it is tidied up loses no pak', async () => {
    const proef = await begin();
    const { map, kluis } = proef;
    const naam = await maak(proef);
    const echt = map.lijst.bind(map);
    for (let bij = 1; bij <= 3; bij++) {
      let keer = 0;
      // For the length of one question the share does not answer.
      vi.spyOn(map, 'lijst').mockImplementation(() =>
        ++keer === bij ? Promise.resolve([]) : echt(),
      );
      await roteer(map, kluis.apparaat.id);
      await ruimPakkenOp(map, kluis.apparaat.id);
      vi.restoreAllMocks();
      const uit = await kluis.kopieen.oefen({ naam }, proef.herstelcode);
      expect(uit, `bij vraag ${bij}`).toMatchObject({ ok: true });
    }
  });
});
