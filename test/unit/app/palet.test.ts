import { describe, expect, it } from 'vitest';
import { vind, type Treffer } from '../../../renderer/app/palet-zoek.js';

const treffer = (sleutel: string, zoek: string, later = false): Treffer => ({
  sleutel,
  groep: sleutel.startsWith('casus')
    ? 'casussen'
    : sleutel.startsWith('scherm')
      ? 'schermen'
      : 'opdrachten',
  titel: sleutel,
  bij: '',
  toets: null,
  zoek,
  later,
});
const alles = [
  treffer('casus:oud', 'samira haddou zvh-2022-0001 breda', true),
  treffer('casus:achternaam', 'errol haddou zvh-2026-0041 drimmelen'),
  treffer('casus:voornaam', 'hadise bekker zvh-2026-0052 breda'),
  treffer('scherm:acties', 'acties actions'),
  treffer('opdracht:slot', 'vergrendelen lock'),
];
const sleutels = (vraag: string, recent: readonly string[] = []): string[][] =>
  vind(alles, vraag, recent).map((g) => [g.groep, ...g.treffers.map((x) => x.sleutel)]);

describe('vind', () => {
  it('puts what begins with the query first, and closed cases last', () => {
    expect(sleutels('had')).toEqual([
      ['casussen', 'casus:voornaam', 'casus:achternaam', 'casus:oud'],
    ]);
  });
  it('wants every word, in any order, without accents or capitals', () => {
    expect(sleutels('0041 HADDÓU')).toEqual([['casussen', 'casus:achternaam']]);
    expect(sleutels('haddou breda')).toEqual([['casussen', 'casus:oud']]);
  });
  it('shows what was used last when nothing is asked, and no case that was not', () => {
    expect(sleutels('', ['casus:oud', 'casus:weg'])).toEqual([
      ['recent', 'casus:oud'],
      ['schermen', 'scherm:acties'],
      ['opdrachten', 'opdracht:slot'],
    ]);
  });
  it('finds nothing for nonsense', () => {
    expect(sleutels('zzz')).toEqual([]);
  });
});
