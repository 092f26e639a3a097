import { expect, it } from 'vitest';
import { leesQr, tekenQr, type Qrtekening } from '../../../renderer/onderdelen/qr/code.js';
import {
  leesUitnodigingscode,
  nieuwId,
  schrijfUitnodigingscode,
  willekeurig,
} from '../../../shared/crypto/index.js';

/** As a screen would show it: black on white, so many pixels to a module. */
function pixels({ zijde, pad }: Qrtekening, maat: number): Parameters<typeof leesQr>[0] {
  const breedte = zijde * maat;
  const data = new Uint8ClampedArray(breedte * breedte * 4).fill(255);
  for (const [, x = 0, y = 0, lang = 0] of [...pad.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((m) =>
    m.map(Number),
  ))
    for (let dy = 0; dy < maat; dy += 1)
      for (let dx = 0; dx < lang * maat; dx += 1) {
        const plek = ((y * maat + dy) * breedte + x * maat + dx) * 4;
        data.fill(0, plek, plek + 3);
      }
  return { width: breedte, height: breedte, data };
}

it('the longest invitation there can be is read back, large and small', async () => {
  // A host name has 253 characters at most (RFC 1035).
  const host = `${'a'.repeat(62)}.`.repeat(4).slice(0, 250);
  const code = {
    endpoint: `https://${host}.nl:65535`,
    huis: 'H'.repeat(22),
    id: nieuwId(),
    geheim: willekeurig(16),
  };
  const tekst = await schrijfUitnodigingscode(code);
  const tekening = await tekenQr(tekst);
  for (const maat of [3, 8]) {
    const gelezen = await leesQr(pixels(tekening, maat));
    expect(gelezen).toBe(tekst);
    expect(await leesUitnodigingscode(gelezen ?? '')).toEqual({ ok: true, waarde: code });
  }
});

it('keeps four modules of quiet around it', async () => {
  const { zijde, pad } = await tekenQr('CK1-');
  const stukken = [...pad.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((m) => m.map(Number));
  expect(Math.min(...stukken.flatMap(([, x = 0, y = 0]) => [x, y]))).toBe(4);
  expect(Math.max(...stukken.flatMap(([, x = 0, y = 0, h = 0]) => [x + h, y + 1]))).toBe(zijde - 4);
});

it('says so when there is no code in the picture', async () => {
  const wit = new Uint8ClampedArray(64 * 64 * 4).fill(255);
  expect(await leesQr({ width: 64, height: 64, data: wit })).toBeNull();
  const half = await tekenQr('CK1-'.repeat(20));
  const { width, data } = pixels(half, 4);
  const hoogte = Math.floor(width / 2);
  expect(
    await leesQr({ width, height: hoogte, data: data.slice(0, width * hoogte * 4) }),
  ).toBeNull();
});
