/**
 * Moving to another database under another key: everything comes along, also what was written while it
 * went on; and wherever it breaks off, one of the two databases is whole and is the one that counts.
 */
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openOpslag, type Opslag } from '../../../../renderer/vault/opslag/index.js';
import {
  alles,
  doc,
  instantie,
  lees,
  nieuweNaam,
  open,
  rij,
  schrijf,
  sleutel,
  zet,
} from './hulp.js';
import type { Geopend, Rij } from './hulp.js';

afterEach(() => {
  vi.restoreAllMocks();
});

const VERS = 9;

async function gevuld(naam: string): Promise<Geopend & { stand: Rij[] }> {
  const geopend = await open(naam);
  const { opslag, inst } = geopend;
  const oud = [...Array(30).keys()].map((i) => doc(`d${i}`, { tekst: 'x'.repeat(3000) }));
  await inst.bulkWrite(
    oud.map((d) => rij(d)),
    'x',
  );
  const [eerste, tweede] = oud;
  await schrijf(inst, doc('d0', { tekst: 'gewijzigd' }), eerste);
  await schrijf(inst, doc('d1', {}, true), tweede);
  // A store that is not open during the move.
  const ander = await instantie(opslag.storage, 'dicht');
  await schrijf(ander, doc('e'));
  await ander.close();
  return { ...geopend, stand: await alles(inst) };
}

const databases = async (deel: string): Promise<string[]> =>
  (await indexedDB.databases()).map((d) => d.name ?? '').filter((n) => n.startsWith(deel));

async function verhuis(
  opslag: Opslag,
  naam: string,
  wissel: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await opslag.verhuis({ naar: { naam, sleutel: await sleutel(VERS) }, wissel });
}

describe('verhuizen', () => {
  it('neemt alles mee, ook wat dicht is en wat er intussen wordt geschreven', async () => {
    const naam = nieuweNaam();
    const { opslag, inst, sluit, stand } = await gevuld(naam);
    const voor = opslag.ankernummer;
    const bezig = verhuis(opslag, `${naam}-2`);
    const tijdens = doc('tijdens');
    const schrijft = schrijf(inst, tijdens);
    await bezig;
    await schrijft;
    const na = doc('na');
    await schrijf(inst, na);
    const verwacht = [...stand, tijdens, na].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(await alles(inst)).toEqual(verwacht);
    const later = await instantie(opslag.storage, 'dicht');
    expect((await alles(later)).map((d) => d.id)).toEqual(['e']);
    await later.close();
    expect(opslag.ankernummer).toBeGreaterThan(voor);
    await sluit();
    expect(await databases(naam)).toEqual([`${naam}-2`]);

    const weer = await open(`${naam}-2`, 'proef', VERS);
    expect(await alles(weer.inst)).toEqual(verwacht);
    expect(weer.opslag.meldingen.waarde).toEqual([]);
    await weer.sluit();
  });

  it('laat niets staan van wat overschreven of gewist is', async () => {
    const naam = nieuweNaam();
    const { opslag, sluit, stand } = await gevuld(naam);
    await verhuis(opslag, `${naam}-2`);
    await sluit();
    const bytes = (await lees(`${naam}-2`, 'segmenten')).reduce((n, r) => n + r.b.length, 0);
    expect(bytes).toBeLessThan(JSON.stringify(stand).length + 2000);
  });

  it('gaat niet door als de wissel mislukt, en werkt dan verder zoals het was', async () => {
    const naam = nieuweNaam();
    const { opslag, inst, sluit, stand } = await gevuld(naam);
    const mislukt = verhuis(opslag, `${naam}-2`, () => Promise.reject(new Error('stroom weg')));
    await expect(mislukt).rejects.toThrow('stroom weg');
    const na = doc('na');
    await schrijf(inst, na);
    await sluit();
    expect(await databases(naam)).toEqual([naam]);
    const weer = await open(naam);
    expect(await alles(weer.inst)).toEqual([...stand, na].sort((a, b) => (a.id < b.id ? -1 : 1)));
    await weer.sluit();
  });

  it('wordt geweigerd als een deel niet te lezen is, tenzij dat uitdrukkelijk mag', async () => {
    const naam = nieuweNaam();
    const eerst = await gevuld(naam);
    await eerst.sluit();
    const rijen = await lees(naam, 'segmenten');
    const [kapot] = rijen;
    if (kapot) kapot.b[60] = (kapot.b[60] ?? 0) ^ 1;
    await zet(naam, 'segmenten', rijen);
    const { opslag, sluit } = await open(naam);
    await expect(verhuis(opslag, `${naam}-2`)).rejects.toMatchObject({ soort: 'beschadigd' });
    await opslag.verhuis({
      naar: { naam: `${naam}-2`, sleutel: await sleutel(VERS) },
      wissel: () => Promise.resolve(),
      zonderOnleesbaar: true,
    });
    expect(opslag.meldingen.waarde).toEqual([]);
    await sluit();
    const weer = await open(`${naam}-2`, 'proef', VERS);
    expect(weer.opslag.meldingen.waarde).toEqual([]);
    await weer.sluit();
  });

  it('is bij een onderbreking op iedere plek heel, in de database die dan geldt', async () => {
    // Every request to the disk in turn is the one at which the power goes.
    let plekken = 0;
    for (let n = 1; ; n++) {
      const naam = nieuweNaam();
      const { opslag, sluit, stand } = await gevuld(naam);
      let geldig = { naam, vulling: 7 };
      const gelukt = await totVerzoek(n, () =>
        verhuis(opslag, `${naam}-2`, () => {
          // What the keyring does: one record, durable.
          geldig = { naam: `${naam}-2`, vulling: VERS };
          return Promise.resolve();
        }),
      );
      await sluit();
      const weer = await openOpslag({ naam: geldig.naam, sleutel: await sleutel(geldig.vulling) });
      const inst = await instantie(weer.storage);
      expect(await alles(inst), `onderbroken bij verzoek ${n}`).toEqual(stand);
      expect(weer.meldingen.waarde).toEqual([]);
      await inst.close();
      await weer.sluit();
      if (gelukt) break;
      plekken++;
    }
    console.info(`${plekken} plekken onderbroken`);
    expect(plekken).toBeGreaterThan(10);
  });
});

/** Runs until the n-th request to the disk, which fails, as does every one after it. */
async function totVerzoek(n: number, werk: () => Promise<void>): Promise<boolean> {
  let over = n;
  const houd = (): void => {
    if (--over < 0) throw new DOMException('de stroom is weg', 'UnknownError');
  };
  for (const methode of ['add', 'put', 'get', 'getAll', 'clear', 'count'] as const) {
    const echt = Reflect.get(IDBObjectStore.prototype, methode) as (...a: unknown[]) => unknown;
    vi.spyOn(IDBObjectStore.prototype, methode).mockImplementation(function (
      this: IDBObjectStore,
      ...argumenten: unknown[]
    ) {
      houd();
      return echt.apply(this, argumenten) as never;
    });
  }
  for (const methode of ['open', 'deleteDatabase'] as const) {
    const echt = Reflect.get(indexedDB, methode) as (...a: unknown[]) => unknown;
    vi.spyOn(indexedDB, methode).mockImplementation((...argumenten: unknown[]) => {
      houd();
      return echt.apply(indexedDB, argumenten) as never;
    });
  }
  try {
    await werk();
    return true;
  } catch {
    return over >= 0;
  } finally {
    vi.restoreAllMocks();
  }
}
