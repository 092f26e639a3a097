import { describe, expect, it } from 'vitest';
import { kopieTeOud, oefeningNodig, zorgenVan } from '../../../renderer/stores/opslagzorg.js';

const VANDAAG = '2026-11-25';
const op = (dag: string): string => new Date(`${dag}T12:00:00`).toISOString();

describe('zorgenVan', () => {
  it('says nothing when all is well', () => {
    expect(zorgenVan({ vol: false, onleesbaar: null, ouder: null }, { fout: null })).toEqual([]);
  });

  it('puts the gravest first', () => {
    const alles = zorgenVan(
      { vol: true, onleesbaar: { delen: 1, bytes: 10 }, ouder: { op: op(VANDAAG) } },
      { fout: { soort: 'onbereikbaar' } },
    );
    expect(alles).toEqual(['vol', 'onleesbaar', 'ouder', 'kopie']);
  });
});

describe('kopieTeOud', () => {
  const laatste = (dag: string) => ({ op: op(dag), waar: 'map' as const, bytes: 1 });

  it('warns without a backup, and after more than a week', () => {
    expect(kopieTeOud(null, VANDAAG)).toBe('nooit');
    expect(kopieTeOud(laatste('2026-11-18'), VANDAAG)).toBeNull();
    expect(kopieTeOud(laatste('2026-11-17'), VANDAAG)).toBe(8);
  });

  it('does not warn when the clock was behind when it was made', () => {
    expect(kopieTeOud(laatste('2027-01-01'), VANDAAG)).toBeNull();
  });
});

describe('oefeningNodig', () => {
  it('asks for one that was never done, failed, or is more than a year ago', () => {
    expect(oefeningNodig(null, VANDAAG)).toBe(true);
    expect(oefeningNodig({ op: op(VANDAAG), gelukt: false }, VANDAAG)).toBe(true);
    expect(oefeningNodig({ op: op('2025-11-24'), gelukt: true }, VANDAAG)).toBe(true);
    expect(oefeningNodig({ op: op('2025-11-25'), gelukt: true }, VANDAAG)).toBe(false);
  });
});
