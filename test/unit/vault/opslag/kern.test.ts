import 'fake-indexeddb/auto';
import { createRxDatabase, type RxCollection, type RxDocument } from 'rxdb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  collectieDefinities,
  jsonSchemaVan,
  openOpslag,
} from '../../../../renderer/vault/opslag/index.js';
import {
  COLLECTIENAMEN,
  COLLECTIES,
  huisdocument,
  type Lokaal,
} from '../../../../shared/schema/index.js';
import { alles, doc, instantie, lees, nieuweNaam, open, rij, schrijf, sleutel } from './hulp.js';

interface Collecties {
  lokaal: RxCollection<Lokaal>;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('collecties', () => {
  it('zijn met hoogstens twaalf, en gaan samen open', async () => {
    expect(Object.keys(COLLECTIES).length).toBeLessThanOrEqual(12);
    const opslag = await openOpslag({ naam: nieuweNaam(), sleutel: await sleutel() });
    const db = await createRxDatabase({
      name: 'kluis',
      storage: opslag.storage,
      multiInstance: false,
      eventReduce: true,
    });
    const open = await db.addCollections<Collecties>(collectieDefinities(COLLECTIENAMEN));
    // RxDB names each when it is ready: all of them and no other, in whatever order that was.
    expect(Object.keys(open).sort()).toEqual(Object.keys(COLLECTIES).sort());
    // A field that this version does not know came from a newer one, and must come back.
    await open.lokaal.insert({ id: 'a', soort: 'proef', waarde: '1', later: { x: [1] } });
    await db.close();
    const weer = await createRxDatabase({
      name: 'kluis',
      storage: opslag.storage,
      multiInstance: false,
    });
    const { lokaal } = await weer.addCollections<Collecties>({
      lokaal: collectieDefinities(['lokaal']).lokaal,
    });
    const gevonden = (await lokaal.findOne('a').exec()) as RxDocument<Lokaal> | null;
    expect(gevonden?.toJSON()).toEqual({ id: 'a', soort: 'proef', waarde: '1', later: { x: [1] } });
    await weer.close();
    await opslag.verwijder();
  });

  it('maken van een unie een ruim object', () => {
    const schema = jsonSchemaVan(huisdocument, { primaryKey: 'id' });
    expect(schema.properties).toMatchObject({
      id: { type: 'string', maxLength: 64 },
      soort: { type: 'string' },
      opgericht: { type: 'string' },
      waarden: { type: 'array' },
      schaal: { type: ['null', 'object'] },
    });
    expect(schema.required).toContain('vak');
    expect(schema.required).not.toContain('waarden');
  });
});

describe('schrijven', () => {
  it('staat op schijf voordat het in het geheugen staat', async () => {
    const naam = nieuweNaam();
    const { inst, sluit } = await open(naam);
    const bezig = schrijf(inst, doc('a'));
    expect(await alles(inst)).toEqual([]);
    await bezig;
    expect((await alles(inst)).map((d) => d.id)).toEqual(['a']);
    expect(await lees(naam, 'segmenten')).toHaveLength(1);
    await sluit();
  });

  it('neemt wat wacht samen in een transactie, in volgorde', async () => {
    const naam = nieuweNaam();
    const { opslag, inst, sluit } = await open(naam);
    const ander = await instantie(opslag.storage, 'ander');
    const transacties = vi.spyOn(IDBDatabase.prototype, 'transaction');
    let vorige = doc('a');
    const wachten = [schrijf(inst, vorige), schrijf(ander, doc('b'))];
    for (let i = 0; i < 20; i++) {
      const nieuw = doc('a', { getal: i });
      wachten.push(schrijf(inst, nieuw, vorige));
      vorige = nieuw;
    }
    for (const uit of await Promise.all(wachten)) expect(uit.error).toEqual([]);
    expect(transacties.mock.calls.length).toBe(1);
    expect(await alles(inst)).toEqual([vorige]);
    await ander.close();
    await sluit();
    const weer = await open(naam);
    expect(await alles(weer.inst)).toEqual([vorige]);
    await weer.sluit();
  });

  it('geeft bij een conflict wat er staat, en schrijft niets', async () => {
    const naam = nieuweNaam();
    const { inst, sluit } = await open(naam);
    const eerste = doc('a');
    await schrijf(inst, eerste);
    const uit = await schrijf(inst, doc('a'));
    expect(uit.error).toMatchObject([{ status: 409, documentId: 'a', documentInDb: eerste }]);
    expect(await lees(naam, 'segmenten')).toHaveLength(1);
    // Two at once from the same state: the second one is refused too.
    const [links, rechts] = await Promise.all([
      schrijf(inst, doc('a'), eerste),
      schrijf(inst, doc('a'), eerste),
    ]);
    expect(links.error).toEqual([]);
    expect(rechts.error).toMatchObject([{ status: 409 }]);
    await sluit();
  });

  it.each([
    ['QuotaExceededError', 'vol'],
    ['UnknownError', 'afgebroken'],
  ])('wijst bij %s de schrijfactie af en laat schijf en geheugen gelijk', async (naam, soort) => {
    const database = nieuweNaam();
    const { inst, sluit } = await open(database);
    const eerste = doc('a');
    await schrijf(inst, eerste);
    const echt = Reflect.get(IDBObjectStore.prototype, 'add') as (
      ...argumenten: unknown[]
    ) => IDBRequest<IDBValidKey>;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
      this: IDBObjectStore,
      waarde: { b: Uint8Array },
      sleutel?: IDBValidKey,
    ) {
      // The large one does not fit. It has been queued before: the power fails in mid write.
      if (waarde.b.length > 5000) {
        echt.call(this, waarde, sleutel);
        throw new DOMException('proef', naam);
      }
      return echt.call(this, waarde, sleutel);
    });
    const groot = schrijf(inst, doc('groot', { tekst: 'x'.repeat(6000) }));
    const klein = schrijf(inst, doc('klein'));
    await expect(groot).rejects.toMatchObject({ name: 'OpslagFout', soort });
    expect((await klein).error).toEqual([]);
    const na = doc('a', { tekst: 'na' });
    expect((await schrijf(inst, na, eerste)).error).toEqual([]);
    const stand = await alles(inst);
    expect(stand.map((d) => d.id)).toEqual(['a', 'klein']);
    await sluit();
    const weer = await open(database);
    expect(await alles(weer.inst)).toEqual(stand);
    expect(weer.opslag.meldingen.waarde).toEqual([]);
    await weer.sluit();
  });

  it('weigert een tweede schrijver op dezelfde database', async () => {
    const naam = nieuweNaam();
    const een = await open(naam);
    const twee = await open(naam);
    await schrijf(een.inst, doc('a'));
    await expect(schrijf(twee.inst, doc('b'))).rejects.toMatchObject({ soort: 'bezet' });
    await een.sluit();
    await twee.sluit();
    const weer = await open(naam);
    expect((await alles(weer.inst)).map((d) => d.id)).toEqual(['a']);
    await weer.sluit();
  });

  it('weigert na het sluiten, en maakt af wat al begonnen was', async () => {
    const { opslag, inst } = await open(nieuweNaam());
    const bezig = schrijf(inst, doc('a'));
    await inst.close();
    expect((await bezig).error).toEqual([]);
    await expect(schrijf(inst, doc('b'))).rejects.toMatchObject({ soort: 'gesloten' });
    const tweede = await instantie(opslag.storage);
    await opslag.sluit();
    await expect(schrijf(tweede, doc('b'))).rejects.toMatchObject({ soort: 'gesloten' });
  });
});

describe('sleutel', () => {
  it('die niet past, opent niets en zegt dat', async () => {
    const naam = nieuweNaam();
    const { inst, sluit } = await open(naam);
    await schrijf(inst, doc('a'));
    await sluit();
    await expect(open(naam, 'proef', 8)).rejects.toMatchObject({ soort: 'verkeerde-sleutel' });
    const weer = await open(naam);
    expect(await alles(weer.inst)).toHaveLength(1);
    await weer.sluit();
  });
});

describe('opruimen', () => {
  it('houdt het aantal segmenten klein bij veel kleine wijzigingen', async () => {
    const naam = nieuweNaam();
    const { inst, sluit } = await open(naam);
    let vorige = doc('a');
    await inst.bulkWrite(
      [rij(vorige), ...[...Array(50).keys()].map((i) => rij(doc(`b${i}`)))],
      'x',
    );
    for (let i = 0; i < 400; i++) {
      const nieuw = doc('a', { getal: i });
      await schrijf(inst, nieuw, vorige);
      vorige = nieuw;
    }
    const stand = await alles(inst);
    await sluit();
    expect((await lees(naam, 'segmenten')).length).toBeLessThan(40);
    const weer = await open(naam);
    expect(await alles(weer.inst)).toEqual(stand);
    expect(weer.opslag.meldingen.waarde).toEqual([]);
    await weer.sluit();
  });

  it('wacht ermee tot er even niets geschreven wordt', async () => {
    const naam = nieuweNaam();
    const { inst, sluit } = await open(naam);
    for (let i = 0; i < 40; i++) await schrijf(inst, doc(`d${i}`));
    expect(await lees(naam, 'segmenten')).toHaveLength(40);
    await vi.waitFor(async () => expect((await lees(naam, 'segmenten')).length).toBeLessThan(16));
    const stand = await alles(inst);
    await sluit();
    const weer = await open(naam);
    expect(await alles(weer.inst)).toEqual(stand);
    await weer.sluit();
  });

  it('geeft overschreven ruimte terug', async () => {
    const naam = nieuweNaam();
    const { opslag, inst, sluit } = await open(naam);
    let vorige = [...Array(40).keys()].map((i) => doc(`d${i}`, { tekst: 'x'.repeat(20_000) }));
    await inst.bulkWrite(
      vorige.map((d) => rij(d)),
      'x',
    );
    for (let i = 0; i < 10; i++) {
      const nieuw = vorige.map((d) => doc(d.id, { tekst: `${i}`.repeat(20_000) }));
      await inst.bulkWrite(
        nieuw.map((d, n) => rij(d, vorige[n])),
        'x',
      );
      vorige = nieuw;
    }
    await opslag.rust();
    await sluit();
    const bytes = (await lees(naam, 'segmenten')).reduce((som, r) => som + r.b.length, 0);
    // What is alive, and a mebibyte that is not worth the work.
    expect(bytes).toBeLessThan(40 * 20_000 + 2 ** 20 + 20_000);
    const weer = await open(naam);
    expect((await alles(weer.inst)).map((d) => d.tekst)).toEqual(
      Array(40).fill('9'.repeat(20_000)),
    );
    await weer.sluit();
  });

  it('haalt gewiste documenten van de schijf', async () => {
    const naam = nieuweNaam();
    const { inst, sluit } = await open(naam);
    const a = doc('a');
    await schrijf(inst, a);
    await schrijf(inst, doc('b'));
    await schrijf(inst, doc('a', {}, true), a);
    const voor = (await lees(naam, 'segmenten')).length;
    await inst.cleanup(0);
    await sluit();
    const na = await lees(naam, 'segmenten');
    expect(voor).toBe(3);
    expect(na).toHaveLength(1);
    const weer = await open(naam);
    expect((await alles(weer.inst)).map((d) => d.id)).toEqual(['b']);
    await weer.sluit();
  });

  it('dat mislukt, laat alles staan en meldt het', async () => {
    const naam = nieuweNaam();
    const { opslag, inst, sluit } = await open(naam);
    vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
      throw new DOMException('proef', 'QuotaExceededError');
    });
    for (let i = 0; i < 40; i++) await schrijf(inst, doc(`d${i}`));
    const stand = await alles(inst);
    await opslag.rust();
    await sluit();
    expect(opslag.meldingen.waarde).toMatchObject([{ soort: 'opruimen-mislukt' }]);
    vi.restoreAllMocks();
    const weer = await open(naam);
    expect(await alles(weer.inst)).toEqual(stand);
    expect(weer.opslag.meldingen.waarde).toEqual([]);
    await weer.sluit();
  });
});

it('verwijdert een winkel, en daarna alles', async () => {
  const naam = nieuweNaam();
  const { opslag, inst } = await open(naam);
  await schrijf(inst, doc('a'));
  const ander = await instantie(opslag.storage, 'ander');
  await schrijf(ander, doc('b'));
  await ander.remove();
  expect(await lees(naam, 'segmenten')).toHaveLength(1);
  const leeg = await instantie(opslag.storage, 'ander');
  expect(await alles(leeg)).toEqual([]);
  await opslag.verwijder();
  expect((await indexedDB.databases()).map((d) => d.name)).not.toContain(naam);
});

it('kent geen bijlagen binnen RxDB', async () => {
  const { opslag, inst, sluit } = await open(nieuweNaam());
  await expect(
    opslag.storage.createStorageInstance({
      databaseInstanceToken: 't',
      databaseName: 'huis',
      collectionName: 'bijlagen',
      schema: { ...inst.schema, attachments: {} },
      options: {},
      multiInstance: false,
      devMode: false,
    }),
  ).rejects.toMatchObject({ soort: 'niet-ondersteund' });
  await sluit();
});
