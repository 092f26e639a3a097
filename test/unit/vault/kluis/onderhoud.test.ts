/** Care for the store: older copies, a full disk, parts that are lost, new keys, and erasing for good. */
import 'fake-indexeddb/auto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Dexie from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startEndpoint } from '../../../../endpoint/server.js';
import { Sleutelbeheer } from '../../../../renderer/vault/sleutels/sleutelbeheer.js';
import type { Kluis, Onveranderlijk } from '../../../../renderer/vault/types.js';
import type { Gebeurtenis } from '../../../../shared/schema/index.js';
import { maakNepplatform } from '../../../harness/platform.js';
import type { Nepopties } from '../../../harness/platform.js';
import { maakNepreservemap } from '../../../harness/reservemap.js';
import { maakNepstukken } from '../../../harness/stukken.js';
import { bestand, gelukt, vul } from '../bijlagen/hulp.js';
import { lees, zet } from '../opslag/hulp.js';
import type { Ruwerij } from '../opslag/hulp.js';
import { apparaat, ontgrendeld, OPRICHTING, WACHTZIN } from './proef.js';
import type { Proefapparaat } from './proef.js';

/** What is tried here is not the derivation from a passphrase, and it is opened many times. */
vi.mock(
  '../../../../renderer/vault/werkplaats/argon.js',
  () => import('../../../harness/nepargon.js'),
);

interface Proef extends Proefapparaat {
  kluis: Kluis;
  herstelcode: string;
  vak: string;
}

let open: Kluis | undefined;
afterEach(async () => {
  await open?.sluit();
  open = undefined;
});

async function begin(opties: Nepopties = {}): Promise<Proef> {
  const hier = apparaat(maakNepplatform(opties));
  const { kluis, herstelcode } = await hier.deur().richtOp(OPRICHTING);
  open = kluis;
  return { ...hier, kluis, herstelcode, vak: await kluis.nieuwVak('casus') };
}

async function heropen(proef: Proef): Promise<Kluis> {
  await open?.sluit();
  open = undefined;
  open = await ontgrendeld(proef);
  return open;
}

async function noteer(
  kluis: Kluis,
  vak: string,
  titel: string,
): Promise<Onveranderlijk<Gebeurtenis>> {
  const [doc] = await kluis.voegToe('gebeurtenissen', [
    {
      vak,
      casus: vak,
      datum: '2026-11-23',
      soort: 'notitie',
      titel,
      toelichting: '',
      bron: 'Politie',
      leefgebied: null,
      bijlagen: [],
    },
  ]);
  if (!doc) throw new Error('niet toegevoegd');
  return doc;
}
const titels = (kluis: Kluis): string[] =>
  kluis
    .alle('gebeurtenissen')
    .map((g) => g.titel)
    .sort();

/** The database that counts, as it is on disk. */
const database = async ({ naam }: Proef): Promise<string> => {
  const namen = (await Dexie.getDatabaseNames()).filter((n) =>
    new RegExp(`^${naam}-\\d+$`).test(n),
  );
  expect(namen).toHaveLength(1);
  return namen[0] ?? '';
};
const TABELLEN = ['segmenten', 'koppen'] as const;
type Kopie = Record<(typeof TABELLEN)[number], Ruwerij[]>;
const kopieer = async (db: string): Promise<Kopie> => ({
  segmenten: await lees(db, 'segmenten'),
  koppen: await lees(db, 'koppen'),
});
async function zetTerug(db: string, kopie: Kopie): Promise<void> {
  for (const tabel of TABELLEN) await zet(db, tabel, kopie[tabel]);
}
/** Until what is kept beside the store was compared with it. */
const vergeleken = async (kluis: Kluis): Promise<void> => {
  await expect.poll(() => kluis.onderhoud.waarde.ouder).not.toBeNull();
};

describe('an older copy of the store', () => {
  it('is recognised, also at later openings, until the user confirms it', async () => {
    const proef = await begin();
    await noteer(proef.kluis, proef.vak, 'Eerste');
    await proef.kluis.sluit();
    const oud = await kopieer(await database(proef));
    let kluis = await heropen(proef);
    await noteer(kluis, proef.vak, 'Tweede');
    expect(kluis.onderhoud.waarde.ouder).toBeNull();
    await kluis.sluit();

    await zetTerug(await database(proef), oud);
    kluis = await heropen(proef);
    expect(titels(kluis)).toEqual(['Eerste']);
    const { ouder } = kluis.onderhoud.waarde;
    expect(ouder).not.toBeNull();
    // It goes on from there, and passes the number that the witness had.
    for (let i = 0; i < 5; i++) {
      await noteer(kluis, proef.vak, `Later ${i}`);
      kluis = await heropen(proef);
      expect(kluis.onderhoud.waarde.ouder).toEqual(ouder);
    }
    await kluis.onderhoud.bevestigOuder();
    expect(kluis.onderhoud.waarde.ouder).toBeNull();
    kluis = await heropen(proef);
    expect(kluis.onderhoud.waarde.ouder).toBeNull();
  });

  it('is recognised by a backup, when the witness was put back too', async () => {
    const getuige = { tekst: null as string | null };
    const proef = await begin({ getuige, reservemap: maakNepreservemap() });
    await proef.kluis.sluit();
    const oud = await kopieer(await database(proef));
    const toen = getuige.tekst;
    let kluis = await heropen(proef);
    await noteer(kluis, proef.vak, 'Later');
    gelukt(await kluis.kopieen.maak());
    await kluis.sluit();

    await zetTerug(await database(proef), oud);
    getuige.tekst = toen;
    kluis = await heropen(proef);
    await vergeleken(kluis);
  });

  it('is not what a restored backup is, nor what new keys leave', async () => {
    const map = maakNepreservemap();
    const proef = await begin({ reservemap: map });
    gelukt(await proef.kluis.kopieen.maak());
    await noteer(proef.kluis, proef.vak, 'Na de kopie');
    gelukt(await proef.kluis.kopieen.maak());
    const eerste = (await proef.kluis.kopieen.lijst()).at(-1);
    await proef.kluis.sluit();
    open = undefined;
    const deur = proef.deur();
    const welke = (await deur.kopieen()).find((k) => k.naam === eerste?.naam);
    if (!welke) throw new Error('geen kopie');
    const terug = await deur.zetTerug({
      welke,
      herstelcode: proef.herstelcode,
      wachtzin: WACHTZIN,
      apparaatnaam: 'Laptop',
    });
    open = gelukt(terug);
    await new Promise((klaar) => setTimeout(klaar, 20));
    expect(open.onderhoud.waarde).toMatchObject({ ouder: null, opzij: 1 });
    expect(titels(open)).toEqual([]);
    const voorstel = gelukt(await open.onderhoud.vernieuwSleutels(WACHTZIN));
    await voorstel.bevestig();
    open = await heropen(proef);
    expect(open.onderhoud.waarde.ouder).toBeNull();
  });

  it('without its database does not open as an empty house', async () => {
    const proef = await begin();
    await proef.kluis.sluit();
    open = undefined;
    await Dexie.delete(await database(proef));
    expect(await proef.deur().ontgrendel(WACHTZIN)).toMatchObject({
      ok: false,
      fout: { soort: 'beschadigd', reden: 'opslag' },
    });
    const namen = (await Dexie.getDatabaseNames()).filter((n) => n.startsWith(`${proef.naam}-`));
    expect(namen).toEqual([`${proef.naam}-sleutels`]);
  });
});

describe('a disk with hardly any room', () => {
  it('refuses new work, and goes on with everything else', async () => {
    let vrij = 1e9;
    const proef = await begin({ ruimte: () => vrij });
    const { kluis, vak } = proef;
    const doc = await noteer(kluis, vak, 'Er was ruimte');
    vrij = 1e6;
    await kluis.onderhoud.kijk();
    expect(kluis.onderhoud.waarde).toMatchObject({ vol: true, vrij });
    await expect(noteer(kluis, vak, 'Te veel')).rejects.toMatchObject({ soort: 'vol' });
    await expect(
      kluis.wijzig('gebeurtenissen', doc, (g) => {
        g.titel = 'Anders';
      }),
    ).rejects.toMatchObject({ soort: 'vol' });
    expect(titels(kluis)).toEqual(['Er was ruimte']);
    // Deleting is how room is made.
    await kluis.verwijder('gebeurtenissen', doc.id);
    expect(titels(kluis)).toEqual([]);
    vrij = 1e9;
    await kluis.onderhoud.kijk();
    await noteer(kluis, vak, 'Weer ruimte');
    expect(titels(kluis)).toEqual(['Weer ruimte']);
  });
});

describe('a disk without room for both databases', () => {
  it('refuses new keys and an erasure before anything changed', async () => {
    let vrij = 1e9;
    const proef = await begin({ ruimte: () => vrij });
    const { kluis, vak } = proef;
    await noteer(kluis, vak, 'Blijft');
    const voor = await kopieer(await database(proef));
    // Enough to work, and not enough to write everything once more.
    vrij = (32 << 20) + 10;
    const voorstel = gelukt(await kluis.onderhoud.vernieuwSleutels(WACHTZIN));
    await expect(voorstel.bevestig()).rejects.toMatchObject({ soort: 'vol' });
    await expect(kluis.onderhoud.vernietig([vak])).rejects.toMatchObject({ soort: 'vol' });
    expect(titels(kluis)).toEqual(['Blijft']);
    expect((await kopieer(await database(proef))).segmenten).toEqual(voor.segmenten);
    vrij = 1e9;
    expect(titels(await heropen(proef))).toEqual(['Blijft']);
  });
});

describe('parts that cannot be read', () => {
  /** A vault with a backup, of which the end of the log of the gebeurtenissen is damaged. */
  async function beschadigd(): Promise<Proef & { kluis: Kluis }> {
    const proef = await begin({ reservemap: maakNepreservemap() });
    const eerste = await noteer(proef.kluis, proef.vak, 'Eerste');
    await proef.kluis.sluit();
    const db = await database(proef);
    const voor = new Set((await lees(db, 'segmenten')).map((r) => `${r.w}|${r.t}`));
    let kluis = await heropen(proef);
    await kluis.wijzig('gebeurtenissen', eerste, (g) => {
      g.titel = 'Eerste, gewijzigd';
    });
    await noteer(kluis, proef.vak, 'Tweede');
    gelukt(await kluis.kopieen.maak());
    await kluis.sluit();
    const rijen = await lees(db, 'segmenten');
    const winkel = rijen.filter((r) => !voor.has(`${r.w}|${r.t}`)).map((r) => r.w);
    const stuk = rijen.map((r) => {
      if (voor.has(`${r.w}|${r.t}`) || !winkel.includes(r.w)) return r;
      const b = r.b.slice();
      b[b.length - 1] = (b[b.length - 1] ?? 0) ^ 1;
      return { ...r, b };
    });
    await zet(db, 'segmenten', stuk);
    kluis = await heropen(proef);
    return { ...proef, kluis };
  }

  it('are told of, and filled up from a backup: what is missing, and what is further on there', async () => {
    const { kluis, herstelcode } = await beschadigd();
    expect(titels(kluis)).toEqual(['Eerste']);
    expect(kluis.onderhoud.waarde.onleesbaar?.delen).toBeGreaterThan(0);
    const [kopie] = await kluis.kopieen.lijst();
    if (!kopie) throw new Error('geen kopie');
    expect(gelukt(await kluis.onderhoud.vulAan(kopie, herstelcode))).toBe(2);
    expect(titels(kluis)).toEqual(['Eerste, gewijzigd', 'Tweede']);
    expect(gelukt(await kluis.onderhoud.vulAan(kopie, herstelcode))).toBe(0);
    expect(await kluis.onderhoud.vulAan(kopie, '0000')).toMatchObject({ fout: { soort: 'code' } });
    expect((await Dexie.getDatabaseNames()).filter((n) => n.includes('aanvulling'))).toEqual([]);
  });

  it('are given up when the user says so, and stay away', async () => {
    const proef = await beschadigd();
    await expect(proef.kluis.onderhoud.vernietig(['x'])).rejects.toMatchObject({
      soort: 'beschadigd',
    });
    await proef.kluis.onderhoud.gooiOnleesbareWeg();
    expect(proef.kluis.onderhoud.waarde.onleesbaar).toBeNull();
    const kluis = await heropen(proef);
    expect(kluis.onderhoud.waarde.onleesbaar).toBeNull();
    expect(titels(kluis)).toEqual(['Eerste']);
  });
});

describe('new keys', () => {
  it('count when they are confirmed; the old recovery code, database and backups go', async () => {
    const map = maakNepreservemap();
    const proef = await begin({ reservemap: map });
    await noteer(proef.kluis, proef.vak, 'Blijft');
    gelukt(await proef.kluis.kopieen.maak());
    const oudeKopie = (await proef.kluis.kopieen.lijst())[0]?.naam;
    const oud = await kopieer(await database(proef));
    const stappen: number[] = [];
    const voorstel = gelukt(await proef.kluis.onderhoud.vernieuwSleutels(WACHTZIN));
    expect(voorstel.code).not.toBe(proef.herstelcode);
    await voorstel.bevestig({ voortgang: (klaar) => stappen.push(klaar) });
    expect(stappen.length).toBeGreaterThan(3);
    expect(proef.kluis.onderhoud.waarde.bezig).toBeNull();
    await noteer(proef.kluis, proef.vak, 'Daarna');
    const kopieen = await proef.kluis.kopieen.lijst();
    expect(kopieen).toHaveLength(1);
    expect(kopieen[0]?.naam).not.toBe(oudeKopie);
    const ivs = new Set(oud.segmenten.map((r) => Buffer.from(r.b.slice(0, 32)).toString('hex')));
    for (const { b } of (await kopieer(await database(proef))).segmenten)
      expect(ivs.has(Buffer.from(b.slice(0, 32)).toString('hex'))).toBe(false);

    const kluis = await heropen(proef);
    expect(titels(kluis)).toEqual(['Blijft', 'Daarna']);
    await kluis.sluit();
    open = undefined;
    expect(
      await proef.deur().ontgrendelMetHerstelcode(proef.herstelcode, 'een heel andere zin hier'),
    ).toMatchObject({ ok: false });
    open = gelukt(
      await proef.deur().ontgrendelMetHerstelcode(voorstel.code, 'een heel andere zin hier'),
    );
    expect(titels(open)).toEqual(['Blijft', 'Daarna']);
  });
});

describe('new keys that are broken off', () => {
  it('leave everything as it was, and the old recovery code counts', async () => {
    const proef = await begin();
    await noteer(proef.kluis, proef.vak, 'Blijft');
    const voorstel = gelukt(await proef.kluis.onderhoud.vernieuwSleutels(WACHTZIN));
    const afbreken = new AbortController();
    const bezig = voorstel.bevestig({
      voortgang: (klaar) => {
        if (klaar === 2) afbreken.abort();
      },
      stop: afbreken.signal,
    });
    await expect(bezig).rejects.toMatchObject({ name: 'AbortError' });
    expect(proef.kluis.onderhoud.waarde.bezig).toBeNull();
    await noteer(proef.kluis, proef.vak, 'Gaat door');
    await database(proef);
    await proef.kluis.sluit();
    open = undefined;
    const zin = 'een heel andere zin hier';
    expect(await proef.deur().ontgrendelMetHerstelcode(voorstel.code, zin)).toMatchObject({
      ok: false,
    });
    open = gelukt(await proef.deur().ontgrendelMetHerstelcode(proef.herstelcode, zin));
    expect(titels(open)).toEqual(['Blijft', 'Gaat door']);
  });
});

describe('a key change while older databases are still being deleted', () => {
  it('waits for it: a number that is used again must not be deleted with what had it', async () => {
    const proef = await begin();
    await noteer(proef.kluis, proef.vak, 'Blijft');
    await proef.kluis.sluit();
    // What a broken-off key change left, and what was kept from before a migration.
    for (const over of [proef.naam, `${proef.naam}-2`]) {
      const db = new Dexie(over);
      db.version(1).stores({ leeg: '' });
      await db.open();
      db.close();
    }
    let laatGaan: () => void = () => undefined;
    const hek = new Promise<void>((klaar) => (laatGaan = klaar));
    const echt = Dexie.delete.bind(Dexie);
    const spion = vi
      .spyOn(Dexie, 'delete')
      .mockImplementation((db: string) =>
        db === proef.naam ? hek.then(() => echt(db)) : echt(db),
      );
    let kluis = await heropen(proef);
    const weg = kluis.onderhoud.gooiOnleesbareWeg();
    await new Promise((klaar) => setTimeout(klaar, 50));
    laatGaan();
    await weg;
    spion.mockRestore();
    await database(proef);
    kluis = await heropen(proef);
    expect(titels(kluis)).toEqual(['Blijft']);
  });
});

describe('erasing', () => {
  it('leaves of a vak only that it was there, and no older backup or database', async () => {
    const nep = maakNepstukken();
    const map = maakNepreservemap();
    const proef = await begin({ stukken: nep, reservemap: map });
    const { kluis, vak } = proef;
    const ander = await kluis.nieuwVak('blijft');
    const inhoud = vul(300);
    const bijlage = gelukt(await kluis.bijlagen.voegToe(vak, bestand(inhoud, 'weg.pdf')));
    const blijft = gelukt(await kluis.bijlagen.voegToe(ander, bestand(vul(200), 'blijft.pdf')));
    const weg = await noteer(kluis, vak, 'Weg');
    await kluis.wijzig('gebeurtenissen', weg, (g) => {
      g.bijlagen = [bijlage];
    });
    const over = await noteer(kluis, ander, 'Blijft');
    await kluis.wijzig('gebeurtenissen', over, (g) => {
      g.bijlagen = [blijft];
    });
    gelukt(await kluis.kopieen.maak());
    const oud = await kopieer(await database(proef));

    expect(await kluis.onderhoud.vernietig([vak])).toBe(1);
    expect(titels(kluis)).toEqual(['Blijft']);
    expect([...nep.schijf.keys()]).toEqual(blijft.stukken);
    expect(await kluis.kopieen.lijst()).toHaveLength(1);
    const nieuw = await kopieer(await database(proef));
    const stukjes = new Set(oud.segmenten.map((r) => Buffer.from(r.b).toString('hex', 20, 60)));
    for (const { b } of nieuw.segmenten)
      expect(stukjes.has(Buffer.from(b).toString('hex', 20, 60))).toBe(false);

    // What is in the only backup that is left is the same.
    const [kopie] = await kluis.kopieen.lijst();
    if (!kopie) throw new Error('geen kopie');
    const oefening = gelukt(await kluis.kopieen.oefen(kopie, proef.herstelcode));
    expect(oefening.telling['gebeurtenissen']).toBe(1);
    expect(oefening.stukken).toEqual({ er: 1, alle: 1 });
    const weer = await heropen(proef);
    expect(titels(weer)).toEqual(['Blijft']);
    expect(gelukt(await weer.bijlagen.lees(blijft))).toEqual(vul(200));
    // Nothing to go wrong a second time.
    expect(await weer.onderhoud.vernietig([vak])).toBe(0);
  });
});

describe('an erasure that was broken off by a power cut', () => {
  it('is ended at the next opening', async () => {
    const proef = await begin({ reservemap: maakNepreservemap() });
    const { kluis, vak } = proef;
    await noteer(kluis, vak, 'Gaat weg');
    gelukt(await kluis.kopieen.maak());
    const eerste = await database(proef);
    const stuk = vi.spyOn(Sleutelbeheer.prototype, 'nieuweOpslag').mockImplementationOnce(() => {
      throw new Error('de stroom is weg');
    });
    await expect(kluis.onderhoud.vernietig([vak])).rejects.toThrow('stroom');
    stuk.mockRestore();
    expect(await database(proef)).toBe(eerste);
    const weer = await heropen(proef);
    await expect
      .poll(async () => (await Dexie.getDatabaseNames()).includes(eerste), { timeout: 10_000 })
      .toBe(false);
    await expect.poll(() => weer.leesLokaal('wissen'), { timeout: 10_000 }).toEqual([]);
    expect(await weer.kopieen.lijst()).toHaveLength(1);
    expect(titels(await heropen(proef))).toEqual([]);
    expect(await database(proef)).toBe(`${proef.naam}-2`);
  });
});

describe('with an endpoint', () => {
  const gelijk = (kluis: Kluis): Promise<void> =>
    expect
      .poll(() => [kluis.sync.waarde.toestand, kluis.sync.waarde.wachtend], { timeout: 20_000 })
      .toEqual(['gelijk', 0]);

  it('an erasure goes up when there is a line again, and nothing brings back what it took', async () => {
    const map = await mkdtemp(join(tmpdir(), 'casuskluis-onderhoud-'));
    const endpoint = await startEndpoint({ dataDir: map, port: 0 });
    const hier = apparaat();
    const { kluis } = await hier.deur().richtOp({ ...OPRICHTING, endpoint: endpoint.adres });
    open = kluis;
    const weg = await kluis.nieuwVak('weg');
    const blijft = await kluis.nieuwVak('blijft');
    await noteer(kluis, weg, 'Gaat weg');
    await noteer(kluis, blijft, 'Blijft');
    await gelijk(kluis);

    kluis.sync.pauzeer(true);
    expect(await kluis.onderhoud.vernietig([weg])).toBe(1);
    expect(titels(kluis)).toEqual(['Blijft']);
    expect(kluis.sync.waarde.wachtend).toBe(1);
    kluis.sync.pauzeer(false);
    await gelijk(kluis);

    // Everything is held against the endpoint again, and nothing changes by it.
    const voor = kluis.alle('gebeurtenissen');
    await kluis.onderhoud.haalOpnieuw();
    await gelijk(kluis);
    expect(kluis.alle('gebeurtenissen')).toEqual(voor);
    void endpoint.stop().then(() => rm(map, { recursive: true, force: true }));
  }, 60_000);

  it('documents of a store that lost them come back from the endpoint', async () => {
    const map = await mkdtemp(join(tmpdir(), 'casuskluis-onderhoud-'));
    const endpoint = await startEndpoint({ dataDir: map, port: 0 });
    const hier = apparaat();
    const { kluis, herstelcode } = await hier
      .deur()
      .richtOp({ ...OPRICHTING, endpoint: endpoint.adres });
    open = kluis;
    const vak = await kluis.nieuwVak('casus');
    const proef: Proef = { ...hier, kluis, herstelcode, vak };
    await noteer(kluis, vak, 'Eerste');
    await gelijk(kluis);
    await kluis.sluit();
    const db = await database(proef);
    const voor = await kopieer(db);
    let weer = await heropen(proef);
    await noteer(weer, vak, 'Tweede');
    await gelijk(weer);
    await weer.sluit();
    // The end of the log of the gebeurtenissen is lost; the notes of the sync say that all was fetched.
    const eerder = new Set(voor.segmenten.map((r) => `${r.w}|${r.t}`));
    const nu = await lees(db, 'segmenten');
    const nieuw = nu.filter((r) => !eerder.has(`${r.w}|${r.t}`)).map((r) => r.w);
    for (const w of new Set(nieuw)) {
      const zonder = nu.filter((r) => r.w !== w || eerder.has(`${r.w}|${r.t}`));
      await zet(db, 'segmenten', zonder);
      weer = await heropen(proef);
      if (!titels(weer).includes('Tweede')) break;
      await weer.sluit();
    }
    expect(titels(weer)).toEqual(['Eerste']);
    await weer.onderhoud.haalOpnieuw();
    await expect.poll(() => titels(weer), { timeout: 20_000 }).toEqual(['Eerste', 'Tweede']);
    void endpoint.stop().then(() => rm(map, { recursive: true, force: true }));
  }, 60_000);
});
