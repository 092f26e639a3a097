/** The algorithms against published vectors in Node, through the same functions as the application uses. */
import { describe, expect, it } from 'vitest';
import { bytesNaarB64u, leesB64u } from '../../../shared/crypto/index.js';
import { GROEPEN } from '../../vectoren/index.js';

for (const [groep, vectoren] of Object.entries(GROEPEN)) {
  describe(groep, () => {
    for (const { naam, loop } of vectoren) it(naam, loop);
    it('names every case once, with its source', () => {
      expect(new Set(vectoren.map(({ naam }) => naam)).size).toBe(vectoren.length);
      expect(vectoren.filter(({ bron }) => bron === '')).toEqual([]);
    });
  });
}

it('writes base64url as Node does, at every length', () => {
  for (let n = 0; n < 70; n += 1) {
    const bytes = crypto.getRandomValues(new Uint8Array(n));
    expect(bytesNaarB64u(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
    expect(leesB64u(bytesNaarB64u(bytes))).toEqual(bytes);
  }
});
