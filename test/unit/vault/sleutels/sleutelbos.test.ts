/** The keyring against wrong passphrases, changed files, lost devices and wrong clocks. */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { nieuwHuis } from '../../../../renderer/vault/kluis/index.js';
import {
  BOVENGRENS,
  kalibreer,
  leidAf,
  ONDERGRENS,
  pauzeNa,
  Sleutelbos,
} from '../../../../renderer/vault/sleutels/index.js';
import { maakNepplatform } from '../../../harness/platform.js';
import { Pogingen } from '../../../../renderer/vault/sleutels/pogingen.js';
import { Ringboek } from '../../../../renderer/vault/sleutels/ring.js';
import { schrijfHerstelcode } from '../../../../shared/crypto/index.js';
import { OPRICHTING, WACHTZIN } from '../kluis/proef.js';

const ETIKET = {
  huisnaam: 'Huis',
  accountnaam: 'J. Wouters',
  rol: 'beheerder',
  apparaatnaam: 'Laptop 07',
  laatstGelijk: null,
  wachtend: 3,
};

let teller = 0;
async function proef() {
  teller += 1;
  const naam = `ring-${teller}`;
  const platform = maakNepplatform();
  let nu = Date.UTC(2026, 10, 23, 12);
  const bos = (geheim = platform.geheim): Sleutelbos =>
    new Sleutelbos(naam, geheim, { argon: ONDERGRENS, nu: () => nu });
  const bundel = await nieuwHuis(OPRICHTING);
  const { herstelcode } = await bos().richtOp(WACHTZIN, bundel, ETIKET);
  /** Changes the record on disk behind the back of the application. */
  const knoei = async (f: (ring: Record<string, unknown>) => void): Promise<void> => {
    const db = await new Dexie(naam).open();
    const ring = (await db.table('ring').get('ring')) as Record<string, unknown>;
    f(ring);
    await db.table('ring').put(ring);
    db.close();
  };
  return {
    naam,
    platform,
    bos,
    herstelcode,
    huis: bundel.huis,
    knoei,
    klok: (ms: number) => (nu += ms),
  };
}

const MINUUT = 60_000;

describe('Argon2id', () => {
  it('takes no parameters out of bounds', async () => {
    const zout = new Uint8Array(16);
    for (const fout of [
      { ...ONDERGRENS, kib: ONDERGRENS.kib - 1 },
      { ...ONDERGRENS, passen: 2 },
      { ...BOVENGRENS, kib: BOVENGRENS.kib + 1 },
      { ...BOVENGRENS, passen: BOVENGRENS.passen + 1 },
      { ...ONDERGRENS, passen: Number.NaN },
    ]) {
      await expect(leidAf(WACHTZIN, zout, fout)).rejects.toThrow();
    }
    expect(
      () => new Sleutelbos('x', maakNepplatform().geheim, { argon: { kib: 8, passen: 1 } }),
    ).toThrow();
  });

  it('is calibrated upwards, to about the same time, never under the floor', async () => {
    const met = (ms: number) => kalibreer(() => Promise.resolve(ms));
    expect(await met(3000)).toEqual(ONDERGRENS);
    expect(await met(0)).toEqual(ONDERGRENS);
    expect(await met(600)).toEqual(ONDERGRENS);
    expect(await met(150)).toEqual({ kib: 256 * 1024, passen: 3 });
    expect(await met(30)).toEqual({ kib: 256 * 1024, passen: 17 });
    expect(await met(0.001)).toEqual({ kib: 256 * 1024, passen: BOVENGRENS.passen });
  });
});

describe('wrong passphrase', () => {
  function teller_() {
    const naam = `pogingen-${(teller += 1)}`;
    let nu = Date.UTC(2026, 10, 23, 12);
    return {
      pogingen: () => new Pogingen(new Ringboek(naam), () => nu),
      klok: (ms: number) => (nu += ms),
    };
  }

  it('pauses after five, longer each time, over restarts', async () => {
    const { pogingen, klok } = teller_();
    for (let n = 1; n <= 5; n += 1) {
      expect(await pogingen().wachtTot()).toBeNull();
      const { aantal, wachtTot } = await pogingen().begin();
      expect([aantal, wachtTot !== null]).toEqual([n, n === 5]);
    }
    klok(MINUUT - 1);
    expect(await pogingen().wachtTot()).not.toBeNull();
    klok(1);
    expect(await pogingen().wachtTot()).toBeNull();
    expect(await pogingen().begin()).toMatchObject({ aantal: 6 });
    klok(2 * MINUUT - 1);
    expect(await pogingen().wachtTot()).not.toBeNull();
    klok(1);
    expect(await pogingen().wachtTot()).toBeNull();
    await pogingen().gelukt();
    expect(await pogingen().begin()).toEqual({ aantal: 1, wachtTot: null });
  });

  it('has a pause that grows to a quarter of an hour', () => {
    const minuten = [0, 4, 5, 6, 7, 8, 9, 10, 99].map((n) => pauzeNa(n) / MINUUT);
    expect(minuten).toEqual([0, 0, 1, 2, 4, 8, 15, 15, 15]);
  });

  it('is not made longer by a clock that is set back', async () => {
    const { pogingen, klok } = teller_();
    for (let n = 0; n < 5; n += 1) await pogingen().begin();
    klok(-365 * 24 * 60 * MINUUT);
    expect(await pogingen().wachtTot()).not.toBeNull();
    klok(MINUUT);
    expect(await pogingen().wachtTot()).toBeNull();
  });

  it('counts at the door, waits without deriving, and loses nothing', async () => {
    const { bos, naam, klok } = await proef();
    expect(await bos().open('verkeerd geraden')).toMatchObject({
      fout: { soort: 'wachtzin', pogingen: 1, wachtTot: null },
    });
    await new Ringboek(naam).schrijfPogingen(4, null);
    expect(await bos().open('verkeerd geraden')).toMatchObject({
      fout: { soort: 'wachtzin', pogingen: 5, wachtTot: '2026-11-23T12:01:00.000Z' },
    });
    expect(await bos().stand()).toMatchObject({ wachtTot: '2026-11-23T12:01:00.000Z' });
    expect(await bos().open(WACHTZIN)).toMatchObject({ fout: { soort: 'wachten' } });
    klok(MINUUT);
    expect((await bos().open(WACHTZIN)).ok).toBe(true);
    expect(await new Ringboek(naam).leesPogingen()).toMatchObject({ aantal: 0 });
  });
});

describe('a changed file', () => {
  it('with weaker or endless parameters neither weakens nor bricks: the authenticated ones count', async () => {
    const { bos, knoei } = await proef();
    for (const kdf of [
      { kib: 8, passen: 1 },
      { kib: 64 * 1024 * 1024, passen: 4_000_000 },
      { kib: 64 * 1024, passen: 4 },
    ]) {
      await knoei((ring) => Object.assign(ring['kdf'] as object, kdf));
      expect((await bos().open(WACHTZIN)).ok).toBe(true);
      // And the file has been put right.
      await knoei((ring) => expect(ring['kdf']).toMatchObject(ONDERGRENS));
    }
    await knoei((ring) => Object.assign(ring['kdf'] as object, { kib: 64 * 1024 * 1024 }));
    const elders = bos(maakNepplatform().geheim);
    expect(await elders.open(WACHTZIN)).toMatchObject({ fout: { soort: 'beschadigd' } });
  });

  it('a flipped bit is noticed wherever it is, and the recovery code helps where it can', async () => {
    const { bos, knoei, herstelcode } = await proef();
    const draai = (veld: string): Promise<void> =>
      knoei((ring) => {
        const bytes = ring[veld] as Uint8Array;
        bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      });
    for (const [veld, soort] of [
      ['slot', 'wachtzin'],
      ['apparaatzout', 'wachtzin'],
      ['bundel', 'beschadigd'],
    ] as const) {
      await draai(veld);
      expect(await bos().open(WACHTZIN)).toMatchObject({ ok: false, fout: { soort } });
      await draai(veld);
    }
    await draai('etiket');
    expect(await bos().stand()).toMatchObject({ soort: 'beschadigd' });
    expect((await bos().open(WACHTZIN)).ok).toBe(true);
    await draai('slot');
    expect((await bos().openMetHerstelcode(herstelcode, WACHTZIN)).ok).toBe(true);
    expect(await bos().stand()).toMatchObject({
      soort: 'er',
      etiket: { accountnaam: OPRICHTING.naam },
    });
  });

  it('a ring of a newer version is not touched', async () => {
    const { bos, knoei } = await proef();
    await knoei((ring) => (ring['versie'] = 3));
    const stand = await bos().stand();
    expect(stand).toMatchObject({ soort: 'beschadigd' });
    expect(stand.soort === 'beschadigd' && stand.uitleg).toContain('nieuwere versie');
    await expect(bos().richtOp(WACHTZIN, await nieuwHuis(OPRICHTING), ETIKET)).rejects.toThrow();
  });
});

it('opens elsewhere with the recovery code alone, and from then on with the new passphrase', async () => {
  const { bos, herstelcode, huis } = await proef();
  const elders = bos(maakNepplatform().geheim);
  expect(await elders.stand()).toMatchObject({ soort: 'beschadigd' });
  expect(await elders.open(WACHTZIN)).toMatchObject({ fout: { soort: 'wachtzin' } });
  for (const code of ['', 'AAAA-BBBB', await schrijfHerstelcode(new Uint8Array(20))]) {
    expect(await elders.openMetHerstelcode(code, 'een heel nieuwe wachtzin')).toMatchObject({
      fout: { soort: 'wachtzin' },
    });
  }
  const nieuw = 'een heel nieuwe wachtzin';
  const getypt = herstelcode.toLowerCase().replaceAll('-', ' ');
  const uit = await elders.openMetHerstelcode(getypt, nieuw);
  expect(uit.ok && uit.waarde.bundel.huis).toBe(huis);
  expect(await elders.stand()).toMatchObject({ soort: 'er', wachtTot: null });
  expect((await elders.open(nieuw)).ok).toBe(true);
  expect((await elders.open(WACHTZIN)).ok).toBe(false);
});
