import { expect, it } from 'vitest';
import { voegSamen } from '../../../shared/sync/voegsamen.js';

it('two devices that follow one meeting are not asked which of them was right about the clock', () => {
  const basis = {
    id: 'a'.repeat(22),
    vak: 'v'.repeat(22),
    versie: '0',
    gewijzigdDoor: 'een',
    gewijzigdOp: '2026-11-24T10:00:00.000Z',
    conflicten: [],
    fase: null as string | null,
    faseSinds: null as string | null,
    pitch: '',
  };
  const mijn = {
    ...basis,
    versie: '1',
    fase: 'beeldvorming',
    faseSinds: '2026-11-24T10:00:01.000Z',
  };
  const hun = {
    ...basis,
    versie: '2',
    fase: 'opening',
    faseSinds: '2026-11-24T10:00:03.000Z',
    pitch: 'x',
  };
  const samen = voegSamen(basis, mijn, hun);
  expect(samen).toEqual(voegSamen(basis, hun, mijn));
  expect(samen).toMatchObject({
    conflicten: [],
    faseSinds: '2026-11-24T10:00:01.000Z',
    pitch: 'x',
  });
});
