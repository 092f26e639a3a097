import { describe, expect, it } from 'vitest';
import {
  bewaarstand,
  bewaarTot,
  magVernietigen,
  stukVanAanmelding,
  verlengfout,
  type Bewaarstuk,
} from '../../../shared/domein/index.js';

const ID = 'AAAAAAAAAAAAAAAAAAAAAA';
const WGS = 'WGS';
const stuk = (anders: Partial<Bewaarstuk> = {}): Bewaarstuk => ({
  gesloten: '2024-02-29',
  grondslag: WGS,
  bewaring: undefined,
  ...anders,
});
const verlengd = (tot: string): Bewaarstuk['bewaring'] => ({
  verlengingen: [{ id: ID, tot, reden: 'hoger beroep', door: ID, op: '2029-01-01T09:00:00.000Z' }],
  vasthouden: null,
});

describe('bewaartermijn', () => {
  it('counts five years from closing, or what the house decided for the grondslag', () => {
    expect(bewaarTot(stuk(), {})).toBe('2029-02-28');
    expect(bewaarTot(stuk(), { [WGS]: 1 })).toBe('2025-02-28');
    expect(bewaarTot(stuk(), { anders: 1 })).toBe('2029-02-28');
    expect(bewaarTot(stuk({ gesloten: null }), {})).toBeNull();
  });

  it('is longer by the latest decision, and never shorter', () => {
    expect(bewaarTot(stuk({ bewaring: verlengd('2031-01-01') }), {})).toBe('2031-01-01');
    expect(bewaarTot(stuk({ bewaring: verlengd('2026-01-01') }), {})).toBe('2029-02-28');
  });

  it('says where the clock stands', () => {
    const op = (dag: string) => bewaarstand(stuk(), {}, dag).soort;
    expect(op('2026-12-01')).toBe('bewaard');
    expect(op('2028-11-30')).toBe('binnenkort');
    expect(op('2029-02-28')).toBe('binnenkort');
    expect(op('2029-03-01')).toBe('verlopen');
    expect(bewaarstand(stuk({ gesloten: null }), {}, '2029-03-01').soort).toBe('loopt');
  });

  it('lets nothing go that is running, held or still kept', () => {
    const vasthouden = { reden: 'klacht', door: ID, op: '2029-01-01T09:00:00.000Z' };
    const vast = stuk({ bewaring: { verlengingen: [], vasthouden } });
    const mag = (s: Bewaarstuk, dag: string, reden = 'bewaartermijn-verlopen' as const) =>
      magVernietigen(s, {}, dag, reden);
    expect(mag(stuk({ gesloten: null }), '2029-03-01')).toMatchObject({ fout: { wat: 'loopt' } });
    expect(mag(vast, '2029-03-01')).toMatchObject({
      fout: { wat: 'vastgehouden', reden: 'klacht' },
    });
    expect(mag(stuk(), '2029-02-28')).toMatchObject({ fout: { wat: 'nog-bewaard' } });
    expect(mag(stuk(), '2029-03-01')).toEqual({ ok: true, waarde: { tot: '2029-02-28' } });
    // A request that was granted does not wait for the clock, but does for a hold.
    expect(magVernietigen(stuk(), {}, '2026-12-01', 'verzoek-om-wissing').ok).toBe(true);
    expect(magVernietigen(vast, {}, '2026-12-01', 'verzoek-om-wissing').ok).toBe(false);
  });

  it('asks a later day, a reason, and no more than five years of an extension', () => {
    const mis = (tot: string, reden = 'x') => verlengfout(stuk(), {}, '2029-01-10', { tot, reden });
    expect(mis('2029-02-28')).toBe('niet-later');
    expect(mis('2030-01-01', ' ')).toBe('geen-reden');
    expect(mis('2034-02-28')).toBeNull();
    expect(mis('2034-03-01')).toBe('te-lang');
  });

  it('keeps an aanmelding that became no case from the day that it came in', () => {
    const a = { ontvangenOp: '2026-01-02T10:00:00.000Z', bewaring: undefined };
    expect(stukVanAanmelding({ ...a, status: 'nieuw' }, WGS).gesloten).toBeNull();
    expect(bewaarTot(stukVanAanmelding({ ...a, status: 'afgewezen' }, WGS), {})).toBe('2031-01-02');
  });
});
