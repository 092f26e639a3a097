import { describe, expect, it } from 'vitest';
import { opdrachtBij, past, type Aanslag } from '../../../renderer/app/toetsen.js';
import type { Opdracht } from '../../../renderer/stores/opdracht.js';

const aanslag = (key: string, met: Partial<Aanslag> = {}): Aanslag => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...met,
});

describe('past', () => {
  it.each([
    ['Ctrl+K', aanslag('k', { ctrlKey: true }), true],
    ['Ctrl+K', aanslag('k', { metaKey: true }), true],
    ['Ctrl+K', aanslag('k'), false],
    ['Ctrl+K', aanslag('K', { ctrlKey: true, shiftKey: true }), false],
    ['Ctrl+Shift+Z', aanslag('Z', { ctrlKey: true, shiftKey: true }), true],
    ['N', aanslag('n'), true],
    ['N', aanslag('n', { ctrlKey: true }), false],
    ['N', aanslag('n', { altKey: true }), false],
    ['?', aanslag('?', { shiftKey: true }), true],
    ['?', aanslag('?'), true],
    ['/', aanslag('/'), true],
    ['Ctrl+Enter', aanslag('Enter', { ctrlKey: true }), true],
  ])('%s', (toets, e, verwacht) => {
    expect(past(toets, e)).toBe(verwacht);
  });
});

describe('opdrachtBij', () => {
  const opdracht = (id: string, toets: string): Opdracht => ({
    id,
    naam: { nl: id, en: id },
    toets,
    voerUit: () => undefined,
  });
  const alle = [opdracht('nieuw', 'N'), opdracht('slot', 'Ctrl+L'), opdracht('ander', 'N')];
  const altijd = (): boolean => true;

  it('keeps single letters for outside text fields', () => {
    expect(opdrachtBij(alle, aanslag('n'), false, altijd)?.id).toBe('nieuw');
    expect(opdrachtBij(alle, aanslag('n'), true, altijd)).toBeUndefined();
    expect(opdrachtBij(alle, aanslag('l', { ctrlKey: true }), true, altijd)?.id).toBe('slot');
  });

  it('takes the first that may run here', () => {
    expect(opdrachtBij(alle, aanslag('n'), false, (o) => o.id !== 'nieuw')?.id).toBe('ander');
  });
});
