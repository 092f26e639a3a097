import { describe, expect, it } from 'vitest';
import {
  dagen,
  dagKop,
  isDatum,
  korteDatum,
  langeDatum,
  leeftijd,
  maakDatum,
  minutenTot,
  nlDatum,
  overTijd,
  plusDagen,
  plusMaanden,
  relatieveDatum,
  teLaat,
  vandaagIso,
  weekdag,
  weekVan,
  werkdag,
} from '../../../shared/domein/index.js';

describe('datums', () => {
  it('knows which dates exist', () => {
    expect(isDatum('2024-02-29')).toBe(true);
    expect(isDatum('2023-02-29')).toBe(false);
    expect(isDatum('1900-02-29')).toBe(false);
    expect(isDatum('2023-13-01')).toBe(false);
    expect(isDatum('2023-1-1')).toBe(false);
    expect(maakDatum(2026, 11, 31)).toBeNull();
    expect(maakDatum(2026, 11, 30)).toBe('2026-11-30');
  });

  it('counts whole days, also over summer time and leap years', () => {
    expect(dagen('2026-03-28', '2026-03-30')).toBe(2);
    expect(dagen('2026-10-24', '2026-10-26')).toBe(2);
    expect(dagen('2023-12-31', '2024-12-31')).toBe(366);
    expect(plusDagen('2026-12-31', 1)).toBe('2027-01-01');
    expect(plusMaanden('2026-01-31', 1)).toBe('2026-02-28');
    expect(plusMaanden('2026-01-15', -1)).toBe('2025-12-15');
  });

  it('knows the days of the week', () => {
    expect(weekdag('2026-11-23')).toBe(1);
    expect(weekdag('2026-11-29')).toBe(7);
    expect(weekVan('2026-11-25')).toEqual({ maandag: '2026-11-23', zondag: '2026-11-29' });
    expect(werkdag('2026-11-28')).toBe('2026-11-30');
    expect(werkdag('2026-11-27')).toBe('2026-11-27');
  });

  it('writes dates as people read them', () => {
    expect(korteDatum('2026-11-25', '2026-11-24')).toBe('wo 25 nov');
    expect(korteDatum('2027-01-05', '2026-11-24')).toBe('di 5 jan 2027');
    expect(korteDatum('2026-11-25', '2026-11-24', 'en')).toBe('Wed 25 Nov');
    expect(langeDatum('2026-11-24')).toBe('dinsdag 24 november 2026');
    expect(dagKop('2026-11-24')).toBe('dinsdag 24 november');
    expect(nlDatum('2026-11-25')).toBe('25-11-2026');
    expect(relatieveDatum('2026-11-24', '2026-11-24')).toBe('vandaag');
    expect(relatieveDatum('2026-11-25', '2026-11-24')).toBe('morgen');
    expect(relatieveDatum('2026-11-20', '2026-11-24')).toBe('vr 20 nov');
  });

  it('says how late and how soon', () => {
    expect(teLaat('2026-11-18', '2026-11-24')).toBe(6);
    expect(teLaat('2026-11-24', '2026-11-24')).toBe(0);
    expect(teLaat(null, '2026-11-24')).toBe(0);
    expect(overTijd(98)).toBe('over 1 uur 38');
    expect(overTijd(60)).toBe('over 1 uur');
    expect(overTijd(8)).toBe('over 8 min');
    expect(overTijd(0)).toBe('nu');
    expect(overTijd(-12)).toBe('12 min geleden');
    expect(overTijd(3 * 24 * 60)).toBe('over 3 dagen');
    expect(minutenTot('2026-11-24', '11:00', new Date(2026, 10, 24, 9, 22))).toBe(98);
  });

  it('takes today from the clock of the device', () => {
    expect(vandaagIso(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });

  it('reckons age on a date', () => {
    expect(leeftijd('1990-06-15', '2023-12-31')).toBe(33);
    expect(leeftijd('1990-12-31', '2023-12-31')).toBe(33);
    expect(leeftijd('2000-02-29', '2023-02-28')).toBe(22);
    expect(leeftijd('2000-02-29', '2023-03-01')).toBe(23);
  });
});
