/** What is on disk says nothing; and a key goes from one device to another only by a grant. */
import 'fake-indexeddb/auto';
import { serialize } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { huisIdVan, nieuwId, openEnvelop, sluitEnvelop } from '../../../../shared/crypto/index.js';
import { nieuwHuis } from '../../../../renderer/vault/kluis/index.js';
import { alsKluis } from '../../../../renderer/vault/kluis/kluis.js';
import {
  betrokkene,
  collega,
  GEHEIM,
  openZonderDeur,
  opgericht,
  OPRICHTING,
  WACHTZIN,
} from './proef.js';

const klaar = <T>(verzoek: IDBRequest<T>): Promise<T> =>
  new Promise((goed, mis) => {
    verzoek.onsuccess = () => goed(verzoek.result);
    verzoek.onerror = () => mis(verzoek.error ?? new Error('IndexedDB'));
  });

/** All databases of this process, keys and values, as the bytes that they serialise to. */
async function schijf(): Promise<Buffer> {
  const delen: Buffer[] = [];
  for (const { name } of await indexedDB.databases()) {
    const db = await klaar(indexedDB.open(name ?? ''));
    for (const winkel of db.objectStoreNames) {
      const t = db.transaction(winkel).objectStore(winkel);
      delen.push(serialize([winkel, await klaar(t.getAllKeys()), await klaar(t.getAll())]));
    }
    db.close();
  }
  return Buffer.concat(delen);
}

const bevat = (bytes: Buffer, tekst: string): boolean =>
  (['utf8', 'utf16le', 'latin1'] as const).some((codering) =>
    bytes.includes(Buffer.from(tekst, codering)),
  );

describe('on disk', () => {
  it('is nothing to be read: no name, no BSN, no id, no passphrase, no code', async () => {
    const { kluis, herstelcode } = await opgericht();
    const vak = await kluis.nieuwVak('ZVH-2026-0042');
    const [wie] = await kluis.voegToe('betrokkenen', [betrokkene(vak)]);
    await kluis.schrijfLokaal('zoekgeschiedenis', ['Schoot']);
    await kluis.sluit();
    const geheimen = [
      ...GEHEIM,
      'Schoot',
      OPRICHTING.huisnaam,
      OPRICHTING.korteNaam,
      OPRICHTING.naam,
      OPRICHTING.apparaatnaam,
      WACHTZIN,
      herstelcode,
      herstelcode.slice(0, 9),
      vak,
      wie?.id ?? 'weg',
      kluis.ik.id,
      kluis.huis.id,
      kluis.apparaat.id,
      'betrokkenen',
      'hoofdbetrokkene',
      'zoekgeschiedenis',
    ];
    const bytes = await schijf();
    expect(bytes.length).toBeGreaterThan(10_000);
    expect(geheimen.filter((tekst) => bevat(bytes, tekst))).toEqual([]);

    // The same scan finds the same words where they are not sealed.
    const verzoek = indexedDB.open('controle', 1);
    verzoek.onupgradeneeded = () => void verzoek.result.createObjectStore('t');
    const db = await klaar(verzoek);
    await klaar(db.transaction('t', 'readwrite').objectStore('t').put({ geheimen }, 1));
    db.close();
    const metControle = await schijf();
    expect(geheimen.filter((tekst) => !bevat(metControle, tekst))).toEqual([]);
  });
});

describe('two devices', () => {
  it.each(['huis', 'toegewezen'] as const)(
    'a member with access %s opens what was sealed for them, and nothing else',
    async (soort) => {
      const oprichter = await nieuwHuis(OPRICHTING);
      expect(await huisIdVan(oprichter.aanmelding.huissleutel)).toBe(oprichter.huis);
      const { importeerTekensleutel } = await import('../../../../shared/crypto/index.js');
      const huissleutel = await importeerTekensleutel(oprichter.sleutels.huis ?? new Uint8Array());
      const { lid, bundel } = await collega(oprichter, huissleutel, soort);
      const schrijver = await importeerTekensleutel(oprichter.sleutels.teken);

      const { deps, delen: a } = await openZonderDeur(structuredClone(oprichter));
      const kluisA = alsKluis(deps, a);
      await a.leden.voegToe(lid);
      const gedeeld = await kluisA.nieuwVak('gedeeld');
      if (soort === 'toegewezen') {
        expect(kluisA.leden.metToegang(gedeeld)).toHaveLength(1);
        await kluisA.leden.geefToegang(gedeeld, lid.id, 'lid', '2099-12-31');
        expect(kluisA.leden.metToegang(gedeeld)).toContainEqual({
          account: lid.id,
          rol: 'lid',
          tot: '2099-12-31',
        });
      }
      expect(
        kluisA.leden
          .metToegang(gedeeld)
          .map((t) => t.account)
          .sort(),
      ).toEqual([kluisA.ik.id, lid.id].sort());
      const doc = { id: nieuwId(), vak: gedeeld, versie: nieuwId(), tekst: 'geheim' };
      const sleutel = await a.toegang.sleutel(gedeeld, 1);
      if (!sleutel) throw new Error('geen sleutel');
      const envelop = await sluitEnvelop(doc, {
        huis: oprichter.huis,
        collectie: 'acties',
        epoch: 1,
        verwijderd: false,
        door: kluisA.ik.id,
        sleutel,
        tekensleutel: schrijver,
      });
      const verleningen = a.toegang.alle();
      await kluisA.sluit();

      const { delen: b } = await openZonderDeur(bundel);
      await b.toegang.bewaar(verleningen.filter((t) => t.account === lid.id));
      const mijnSleutel = await b.toegang.sleutel(gedeeld, 1);
      if (!mijnSleutel) throw new Error('geen sleutel op het tweede apparaat');
      const geopend = await openEnvelop(envelop, {
        huis: oprichter.huis,
        sleutel: mijnSleutel,
        tekensleutelVan: (account) => b.leden.tekensleutel(account),
      });
      expect(geopend).toEqual({ ok: true, waarde: doc });
      // A grant that was meant for the founder is of no use here.
      const [vreemd] = verleningen.filter((t) => t.account !== lid.id);
      if (!vreemd) throw new Error('geen verlening');
      await b.toegang.bewaar([{ ...vreemd, account: lid.id, vak: gedeeld, epoch: 7 }]);
      expect(await b.toegang.sleutel(gedeeld, 7)).toBeUndefined();
      await b.sluit();
    },
  );
});
