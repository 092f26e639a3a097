import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { herzieEigenWaarde, maakConcept, WACHT_MS } from '../../../../renderer/stores/concept.js';

describe('concept', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('writes within a second while typing goes on', async () => {
    const bewaard: string[] = [];
    const c = maakConcept('', (t) => {
      bewaard.push(t);
      return Promise.resolve();
    });
    c.focus();
    // A key every 100 ms: a plain debounce would wait until the typing stops.
    let tekst = '';
    for (let i = 0; i < 30; i += 1) {
      tekst += String(i % 10);
      c.typ(tekst);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(WACHT_MS).toBeLessThanOrEqual(800);
    expect(bewaard.length).toBeGreaterThanOrEqual(4);
    await c.spoel();
    expect(bewaard.at(-1)).toBe(tekst);
  });

  it('never replaces text under the cursor, and takes it over when nobody types', async () => {
    const c = maakConcept('oud', () => Promise.resolve());
    c.focus();
    expect(c.vanBuiten('van een ander')).toBe(false);
    expect(c.store.getState().tekst).toBe('oud');
    c.blur();
    await vi.advanceTimersByTimeAsync(0);
    expect(c.vanBuiten('van een ander')).toBe(true);
    expect(c.store.getState().tekst).toBe('van een ander');
  });

  it('keeps what it could not write, and tries again', async () => {
    const stil = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    let lukt = false;
    const bewaard: string[] = [];
    const c = maakConcept('', (t) => {
      if (!lukt) return Promise.reject(new Error('schijf vol'));
      bewaard.push(t);
      return Promise.resolve();
    });
    c.typ('belangrijk');
    await vi.advanceTimersByTimeAsync(WACHT_MS);
    expect(c.store.getState()).toEqual({ tekst: 'belangrijk', stand: 'fout' });
    lukt = true;
    await vi.advanceTimersByTimeAsync(WACHT_MS * 4);
    expect(bewaard).toEqual(['belangrijk']);
    expect(c.store.getState().stand).toBe('rust');
    stil.mockRestore();
  });

  it('writes one at a time, the last text last', async () => {
    const bewaard: string[] = [];
    let tegelijk = 0;
    const c = maakConcept('', async (t) => {
      tegelijk += 1;
      expect(tegelijk).toBe(1);
      await new Promise((klaar) => setTimeout(klaar, 300));
      bewaard.push(t);
      tegelijk -= 1;
    });
    c.typ('een');
    await vi.advanceTimersByTimeAsync(WACHT_MS + 50);
    c.typ('een twee');
    const klaar = c.spoel();
    await vi.advanceTimersByTimeAsync(2000);
    await klaar;
    expect(bewaard).toEqual(['een', 'een twee']);
  });

  it('typing on changes the own value of an open conflict, and closes it when both agree', () => {
    const op = '2026-11-23T10:00:00.000Z';
    const doc = {
      conflicten: [
        {
          id: 'omschrijving',
          basis: 'a',
          waarden: [
            { waarde: 'van hen', door: 'hen', op },
            { waarde: 'half', door: 'ik', op },
          ],
        },
      ],
    };
    herzieEigenWaarde(doc, 'omschrijving', 'heel', 'ik', 'half');
    expect(doc.conflicten[0]?.waarden.map((w) => w.waarde).sort()).toEqual(['heel', 'van hen']);
    herzieEigenWaarde(doc, 'omschrijving', 'van hen', 'ik', 'heel');
    expect(doc.conflicten).toEqual([]);
  });

  it('typing on leaves what the same account wrote elsewhere', () => {
    const op = '2026-11-23T10:00:00.000Z';
    const waarden = ['andere laptop', 'half'].map((waarde) => ({ waarde, door: 'ik', op }));
    const doc = { conflicten: [{ id: 'omschrijving', basis: 'a', waarden }] };
    herzieEigenWaarde(doc, 'omschrijving', 'heel', 'ik', 'half');
    expect(doc.conflicten[0]?.waarden.map((w) => w.waarde)).toEqual(['andere laptop', 'heel']);
  });
});
