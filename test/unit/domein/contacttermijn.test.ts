import { describe, expect, it } from 'vitest';
import { contactNodig } from '../../../shared/domein/index.js';

const DAG = 86_400_000;
const UUR = 3_600_000;
const T = Date.UTC(2026, 10, 1);

describe('contact that a device needs', () => {
  it.each([
    ['a device that never had any', null, T, null],
    ['a house without a term', { op: T, klok: T, dagen: null }, T + 1000 * DAG, null],
    ['the last day', { op: T, klok: T, dagen: 30 }, T + 30 * DAG, null],
    ['after it', { op: T, klok: T, dagen: 30 }, T + 30 * DAG + 1, 'termijn'],
    [
      'time in use that the clock does not show',
      { op: T, klok: T + 31 * DAG, dagen: 30 },
      T + 31 * DAG - 60_000,
      'termijn',
    ],
    [
      'a clock set right by minutes',
      { op: T, klok: T + UUR, dagen: 30 },
      T + UUR - 5 * 60_000,
      null,
    ],
    ['a clock set back', { op: T, klok: T + 20 * DAG, dagen: 30 }, T + 2 * DAG, 'klok'],
    ['a clock set back to before the contact', { op: T, klok: T, dagen: 30 }, T - DAG, 'klok'],
  ] as const)('%s', (_naam, stand, nu, verwacht) => {
    expect(contactNodig(stand, nu)).toBe(verwacht);
  });
});
