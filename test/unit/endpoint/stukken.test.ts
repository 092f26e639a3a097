import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GROOTSTE_STUK } from '../../../shared/stukken.js';
import type { Testendpoint } from '../../harness/endpoint.js';
import {
  nieuwAccount,
  nieuwHuis,
  nieuwId,
  richtHuisOp,
  stelAan,
  Testapparaat,
  voegToe,
  vraag,
} from '../../harness/endpointclient.js';
import { opElkeOpslag } from '../../harness/opslagen.js';

const MB = 1024 * 1024;

opElkeOpslag('bijlagen en quota', (start) => {
  let endpoint: Testendpoint;
  let een: Testapparaat;
  let twee: Testapparaat;
  let vak: string;
  beforeEach(async () => {
    endpoint = await start({ quotumBytes: 3 * MB });
    een = await richtHuisOp(endpoint.adres);
    twee = await voegToe(een);
    vak = await een.nieuwVak(twee.account);
  });
  afterEach(() => endpoint.ruimOp());

  const haal = (wie: Testapparaat, naam: string, in_ = vak) =>
    wie.haal(`/vakken/${in_}/stukken/${naam}`);
  const aanwezig = async (wie: Testapparaat, namen: string[]): Promise<string[]> => {
    const a = await wie.stuurJson('POST', `/vakken/${vak}/stukken/aanwezig`, { namen });
    return (a.json() as { aanwezig: string[] }).aanwezig;
  };
  const trekTerug = (wie: Testapparaat, naam: string) =>
    vraag(`${wie.basis}/vakken/${vak}/stukken/${naam}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${wie.token}` },
    });

  describe('een stuk', () => {
    it('goes from one member to another, the largest too', async () => {
      const stuk = Testapparaat.stuk(randomBytes(GROOTSTE_STUK));
      expect((await een.legStuk(vak, stuk)).status).toBe(201);
      expect((await een.legStuk(vak, stuk)).status).toBe(200);
      const gehaald = await haal(twee, stuk.naam);
      expect(gehaald.koppen.get('content-type')).toBe('application/octet-stream');
      expect(Buffer.compare(gehaald.bytes, stuk.bytes)).toBe(0);
    });

    it('is resumed by asking which are there', async () => {
      const stukken = [1, 2, 3].map(() => Testapparaat.stuk());
      const namen = stukken.map((s) => s.naam);
      await een.legStuk(vak, stukken[1]);
      expect(await aanwezig(een, namen)).toEqual([namen[1]]);
      await Promise.all(stukken.map((s) => een.legStuk(vak, s)));
      expect((await aanwezig(twee, namen)).sort()).toEqual([...namen].sort());
    });

    it('is withdrawn by a member, and may come again', async () => {
      const stuk = Testapparaat.stuk();
      await een.legStuk(vak, stuk);
      expect((await trekTerug(twee, stuk.naam)).status).toBe(204);
      expect((await trekTerug(twee, stuk.naam)).status).toBe(204);
      expect((await haal(een, stuk.naam)).probleem().code).toBe('onbekend-stuk');
      expect((await een.legStuk(vak, stuk)).status).toBe(201);
    });

    it('is nothing to who is no member, or no member any more', async () => {
      const buiten = await voegToe(een);
      const stuk = Testapparaat.stuk();
      await een.legStuk(vak, stuk);
      await een.verwijder(vak, twee.account.id);
      for (const wie of [buiten, twee]) {
        const antwoorden = [
          await wie.legStuk(vak),
          await haal(wie, stuk.naam),
          await trekTerug(wie, stuk.naam),
          await wie.stuurJson('POST', `/vakken/${vak}/stukken/aanwezig`, { namen: [stuk.naam] }),
        ];
        for (const a of antwoorden)
          expect([a.status, a.probleem().code]).toEqual([404, 'onbekend-vak']);
      }
      // The same content in a vak of one's own shows nothing of the other.
      const eigen = await buiten.nieuwVak();
      expect((await haal(buiten, stuk.naam, eigen)).probleem().code).toBe('onbekend-stuk');
      expect((await buiten.legStuk(eigen, stuk)).status).toBe(201);
      expect((await haal(een, stuk.naam)).status).toBe(200);
    });

    it('is what its address says, and no larger than a chunk', async () => {
      const { naam } = Testapparaat.stuk();
      const anders = await een.legStuk(vak, { naam, bytes: randomBytes(300) });
      expect(anders.probleem().code).toBe('adres-onjuist');
      const groot = await een.legStuk(vak, Testapparaat.stuk(randomBytes(GROOTSTE_STUK + 1)));
      expect(groot.probleem().code).toBe('te-groot');
      const leeg = await een.legStuk(vak, Testapparaat.stuk(new Uint8Array(0)));
      expect(leeg.status).toBe(400);
      const raar = await een.legStuk(vak, { naam: 'x', bytes: randomBytes(3) });
      expect(raar.probleem().code).toBe('ongeldig-verzoek');
    });
  });

  describe('het quotum', () => {
    it('counts documents, quarantine and chunks, refuses whole, and gives room back', async () => {
      const groot = () => randomBytes(MB);
      const doc = een.envelop(vak, { bytes: groot() });
      await een.push(doc);
      const stuk = Testapparaat.stuk(groot());
      await een.legStuk(vak, stuk);
      await een.verwijder(vak, twee.account.id);
      await twee.push(twee.envelop(vak, { bytes: groot() }));

      const vol = [
        await een.stuurPush([een.envelop(vak, { epoch: 2 })]),
        await een.legStuk(vak),
        await twee.stuurPush([twee.envelop(vak)]),
      ];
      for (const a of vol) expect([a.status, a.probleem().code]).toEqual([409, 'quotum-bereikt']);
      expect(await een.pullAlles()).toHaveLength(1);
      expect((await een.legStuk(vak, stuk)).status).toBe(200);

      // What becomes smaller may always be written.
      const versie = nieuwId();
      await een.push({ ...doc, epoch: 2, versie, basis: doc.versie, bytes: randomBytes(1000) });
      expect((await een.legStuk(vak)).status).toBe(201);
      await trekTerug(een, stuk.naam);
      expect((await een.legStuk(vak, Testapparaat.stuk(groot()))).status).toBe(201);
      expect((await een.legStuk(vak, Testapparaat.stuk(groot()))).status).toBe(409);
    });

    it('is per house', async () => {
      const buur = await richtHuisOp(endpoint.adres);
      const hun = await buur.nieuwVak();
      for (let i = 0; i < 3; i += 1) await een.legStuk(vak, Testapparaat.stuk(randomBytes(MB)));
      expect((await een.legStuk(vak)).status).toBe(409);
      expect((await buur.legStuk(hun)).status).toBe(201);
    });

    it('bounds devices of an account and open invitations', async () => {
      const apparaten = (n: number) =>
        een.stuurJson('POST', '/accounts', {
          aanstellingen: [],
          apparaten: Array.from({ length: n }, () =>
            new Testapparaat(endpoint.adres, een.huis, twee.account).verklaring(),
          ),
        });
      expect((await apparaten(99)).status).toBe(200);
      expect((await apparaten(1)).probleem().code).toBe('quotum-bereikt');
      const verlooptOp = new Date(Date.now() + 86_400_000).toISOString();
      const nodigUit = (id = nieuwId()) =>
        een.stuurJson('PUT', `/uitnodigingen/${id}`, { verlooptOp });
      const eerste = nieuwId();
      expect((await nodigUit(eerste)).status).toBe(201);
      for (let i = 1; i < 200; i += 1) expect((await nodigUit()).status).toBe(201);
      expect((await nodigUit()).probleem().code).toBe('quotum-bereikt');
      expect((await nodigUit(eerste)).status).toBe(200);
    });

    it('bounds the houses', async () => {
      const krap = await start({ maxHuizen: 1 });
      try {
        const eerste = await richtHuisOp(krap.adres);
        expect((await eerste.meldHuisAan()).status).toBe(200);
        const ander = new Testapparaat(krap.adres, nieuwHuis(), nieuwAccount());
        expect((await ander.meldHuisAan()).probleem().code).toBe('geen-nieuwe-huizen');
        const account = nieuwAccount();
        const erbij = { aanstellingen: [stelAan(eerste.huis, account)], apparaten: [] };
        expect((await eerste.stuurJson('POST', '/accounts', erbij)).status).toBe(200);
      } finally {
        await krap.ruimOp();
      }
    });
  });
});
