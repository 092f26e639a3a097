import { describe, expect, it } from 'vitest';
import {
  aantal,
  bevatAlle,
  bsnFout,
  getal,
  isBsn,
  kortAf,
  leefgebiedLabel,
  normaliseer,
  opsomming,
  stapLabel,
  verloop,
} from '../../../shared/domein/index.js';

describe('tekst', () => {
  it('searches without accents and in any order', () => {
    const tekst = normaliseer('Özgür  Çelik, Etten-Leur');
    expect(bevatAlle(tekst, 'celik ozgur')).toBe(true);
    expect(bevatAlle(tekst, 'celik breda')).toBe(false);
  });

  it('counts and lists in Dutch', () => {
    expect(aantal(1, 'actie', 'acties')).toBe('1 actie');
    expect(aantal(0, 'actie', 'acties', 'geen acties')).toBe('geen acties');
    expect(getal(7848)).toBe('7.848');
    expect(getal(1234567, 'en')).toBe('1,234,567');
    expect(getal(12)).toBe('12');
    expect(opsomming(['a', 'b', 'c'])).toBe('a, b en c');
    expect(kortAf('een lange zin met woorden', 12)).toBe('een lange…');
  });

  it('names steps, leefgebieden and their course', () => {
    expect(stapLabel('start-mdo')).toBe('Start-MDO');
    expect(leefgebiedLabel('verslaving')).toBe('Middelengebruik');
    expect(leefgebiedLabel('onbekendeCode')).toBe('onbekendeCode');
    expect(verloop(2, 3)).toBe('beter');
    expect(verloop(3, 2)).toBe('minder');
    expect(verloop(null, 2)).toBeNull();
  });
});

describe('bsn', () => {
  it('passes the 11-check or says why not', () => {
    expect(isBsn('111222333')).toBe(true);
    expect(isBsn('999990019')).toBe(true);
    expect(isBsn('111222334')).toBe(false);
    expect(isBsn('000000000')).toBe(false);
    expect(bsnFout('111222333')).toBeNull();
    expect(bsnFout('12345')).toContain('negen cijfers');
    expect(bsnFout('12a456789')).toContain('alleen cijfers');
    expect(bsnFout('111222334')).toContain('11-proef');
  });
});
