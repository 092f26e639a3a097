import { describe, expect, it } from 'vitest';
import {
  hooi,
  maakZoeker,
  vindplaats,
  type Zoekbron,
} from '../../../../renderer/stores/caseload-zoek.js';
import { betrokkeneDoc, casusDoc } from './documenten.js';

const bron = (id: string, docs: readonly object[]): Zoekbron => ({ id, namen: docs, docs });
const bronnen: Zoekbron[] = [
  bron('a', [
    casusDoc({ id: 'a', titel: 'Zoë Müller', nummer: 'ZVH-2026-0041' }),
    betrokkeneDoc({
      id: 'x',
      naam: 'Milan',
      bsn: '999935434',
      toelichting: 'Woont bij oma in de Molenstraat.',
    }),
  ]),
  bron('b', [casusDoc({ id: 'b', titel: 'Ruben van der Schoot' })]),
];

describe('zoeken in casussen', () => {
  const zoek = maakZoeker();
  it('finds without accents, part of a number, a BSN, and text of another document', () => {
    expect(zoek(bronnen, 'zoe mul')).toEqual(new Map([['a', 'naam']]));
    expect(zoek(bronnen, '6-0041')?.size).toBe(2);
    expect(zoek(bronnen, '99993')).toEqual(new Map([['a', 'naam']]));
    expect(zoek(bronnen, 'müller molenstraat')).toEqual(new Map([['a', 'tekst']]));
  });
  it('answers the same after typing on and after deleting', () => {
    expect(zoek(bronnen, 'mo')?.size).toBe(0);
    expect(zoek(bronnen, 'mol')).toEqual(new Map([['a', 'tekst']]));
    expect(zoek(bronnen, 'molen')).toEqual(new Map([['a', 'tekst']]));
    expect(zoek(bronnen, 'ru')).toEqual(new Map([['b', 'naam']]));
    expect(zoek(bronnen, 'm')?.size).toBe(1);
    expect(zoek(bronnen, '  ')).toBeNull();
  });
  it('does not search references and stamps', () => {
    expect(hooi(casusDoc({ id: 'onvindbaar' }))).not.toContain('onvindbaar');
    expect(zoek(bronnen, 'vakvakvak')?.size).toBe(0);
  });
  it('shows the text around a hit that the name does not explain', () => {
    const [eerste] = bronnen;
    expect(vindplaats(eerste?.docs ?? [], 'molenstraat')).toEqual({
      voor: 'Woont bij oma in de ',
      raak: 'Molenstraat',
      na: '.',
    });
    expect(vindplaats(eerste?.docs ?? [], 'zoë')).toBeNull();
  });
});
