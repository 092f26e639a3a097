import { beforeAll, describe, expect, it } from 'vitest';
import { nieuwId, nieuwOntvangpaar, nieuwTekenpaar } from '../../../../shared/crypto/index.js';
import type { NieuwPaar } from '../../../../shared/crypto/index.js';
import { leesTekensleutel } from '../../../../shared/crypto/index.js';
import { openBestand, schrijfBestand } from '../../../../renderer/vault/overdracht/formaat.js';

const huis = nieuwId();
const [door, ik, ander] = [nieuwId(), nieuwId(), nieuwId()];
const brokken = [new Uint8Array([1, 2, 3]), new Uint8Array(20).fill(7), new Uint8Array(5)];
let teken: NieuwPaar;
let ontvang: NieuwPaar;
let bestand: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  teken = await nieuwTekenpaar();
  ontvang = await nieuwOntvangpaar();
  bestand = await schrijf();
});

const schrijf = (tekensleutel = teken.prive, deel = brokken): ReturnType<typeof schrijfBestand> =>
  schrijfBestand(
    {
      huis,
      door,
      tekensleutel,
      gemaakt: '2026-11-26T08:00:00.000Z',
      ontvangers: [{ account: ik, sleutel: ontvang.publiek }],
    },
    deel,
  );

/** As a reader does: opened, and only counted when the maker signed it. */
async function lees(bytes: Uint8Array, account = ik): Promise<string> {
  const uit = await openBestand(bytes, { huis, account, ontvangpaar: ontvang });
  if (!uit.ok) return uit.fout;
  const sleutel = await leesTekensleutel(teken.publiek);
  if (!sleutel) throw new Error('geen sleutel');
  if (!(await uit.waarde.isVan(sleutel))) return 'handtekening';
  expect(uit.waarde.brokken).toEqual(brokken);
  return 'goed';
}

describe('the overdrachtsbestand', () => {
  it('opens for whom it was made, and for nobody else', async () => {
    expect(await lees(bestand)).toBe('goed');
    expect(await lees(bestand, ander)).toBe('ontvanger');
    const vreemd = await openBestand(bestand, {
      huis,
      account: ik,
      ontvangpaar: await nieuwOntvangpaar(),
    });
    expect(vreemd).toEqual({ ok: false, fout: 'gewijzigd' });
    const anderHuis = await openBestand(bestand, {
      huis: nieuwId(),
      account: ik,
      ontvangpaar: ontvang,
    });
    expect(anderHuis).toEqual({ ok: false, fout: 'huis' });
  });

  it('is refused with any bit of any byte changed', async () => {
    const uitkomsten = new Set<string>();
    for (let i = 0; i < bestand.length; i++) {
      const anders = bestand.slice();
      anders[i] = (anders[i] ?? 0) ^ (1 << (i % 8));
      uitkomsten.add(await lees(anders));
    }
    expect(uitkomsten.has('goed')).toBe(false);
    expect(uitkomsten.has('handtekening')).toBe(true);
    expect(uitkomsten.has('gewijzigd')).toBe(true);
  });

  it('is refused when it was cut off anywhere, or something follows', async () => {
    for (let lengte = 0; lengte < bestand.length; lengte++)
      expect(['soort', 'afgekapt']).toContain(await lees(bestand.subarray(0, lengte)));
    expect(await lees(new Uint8Array([...bestand, 0]))).toBe('gewijzigd');
    expect(await lees(new Uint8Array([...bestand, ...bestand]))).toBe('gewijzigd');
  });

  it('is refused with its parts in another order, or out of another file', async () => {
    const gelijk = [new Uint8Array(9).fill(1), new Uint8Array(9).fill(2)];
    const bytes = await schrijf(teken.prive, gelijk);
    const maat = 9 + 28;
    const staart = bytes.length - 64 - 2 * maat;
    const wissel = bytes.slice();
    wissel.set(bytes.subarray(staart, staart + maat), staart + maat);
    wissel.set(bytes.subarray(staart + maat, staart + 2 * maat), staart);
    expect(await lees(wissel)).toBe('gewijzigd');
    const tweede = await schrijf(teken.prive, gelijk);
    const gemengd = bytes.slice();
    gemengd.set(tweede.subarray(staart, staart + maat), staart);
    expect(await lees(gemengd)).toBe('gewijzigd');
  });

  it('is refused when somebody else signed it', async () => {
    expect(await lees(await schrijf((await nieuwTekenpaar()).prive))).toBe('handtekening');
  });
});
