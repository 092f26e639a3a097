import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Testendpoint } from '../../harness/endpoint.js';
import {
  nieuwId,
  nieuwSleutelpaar,
  richtHuisOp,
  type Testapparaat,
  Testapparaat as Apparaat,
  voegToe,
} from '../../harness/endpointclient.js';
import { opElkeOpslag } from '../../harness/opslagen.js';

opElkeOpslag('intrekken', (start) => {
  let endpoint: Testendpoint;
  let een: Testapparaat;
  let twee: Testapparaat;
  beforeEach(async () => {
    endpoint = await start();
    een = await richtHuisOp(endpoint.adres);
    twee = await voegToe(een);
  });
  afterEach(() => endpoint.ruimOp());

  const isWeg = async (wie: Testapparaat): Promise<void> => {
    const antwoorden = [
      await wie.haal('/verleningen'),
      await wie.stuurPush([wie.envelop(nieuwId())]),
      await wie.haal('/wijzigingen/stroom'),
    ];
    for (const a of antwoorden)
      expect([a.status, a.probleem().code]).toEqual([403, 'apparaat-ingetrokken']);
    await expect(wie.meldAan()).rejects.toThrow('apparaat-ingetrokken');
  };

  describe('een apparaat', () => {
    it('is done by its own account, once and for all', async () => {
      const ander = await voegToe(een, twee.account);
      const i = ander.intrekking(twee.id);
      expect((await ander.trekIn(i)).json()).toEqual({ nieuw: 1 });
      await isWeg(twee);
      expect((await ander.trekIn(i)).json()).toEqual({ nieuw: 0 });
      expect((await ander.haal('/verleningen')).status).toBe(200);
      expect((await een.haal('/intrekkingen')).json()).toEqual({ intrekkingen: [i] });
    });

    it('is shown who signed that, when it proves its key', async () => {
      const drie = await voegToe(een);
      const i = een.intrekking(twee.id, { account: twee.account.id, door: null });
      await een.trekIn(i, een.intrekking(drie.id, { account: drie.account.id, door: null }));
      const { uitdaging: vraag } = (await twee.daagUit()).json() as { uitdaging: string };
      expect((await twee.losIn(vraag)).probleem().intrekkingen).toEqual([i]);
      // Not to whoever only has the token of it.
      expect((await twee.haal('/verleningen')).probleem()).not.toHaveProperty('intrekkingen');
    });

    it('is done by the house key, whoever brings it', async () => {
      const drie = await voegToe(een);
      await drie.trekIn(een.intrekking(twee.id, { account: twee.account.id, door: null }));
      await isWeg(twee);
    });

    it('may end itself', async () => {
      await twee.trekIn(twee.intrekking(twee.id));
      await isWeg(twee);
    });

    it('that is not registered yet never gets in', async () => {
      const later = new Apparaat(endpoint.adres, een.huis, twee.account);
      expect((await twee.trekIn(twee.intrekking(later.id))).status).toBe(200);
      await een.stuurJson('POST', '/accounts', {
        aanstellingen: [],
        apparaten: [later.verklaring()],
      });
      await expect(later.meldAan()).rejects.toThrow('apparaat-ingetrokken');
    });

    it.each<[string, (a: Testapparaat, b: Testapparaat) => ReturnType<Testapparaat['intrekking']>]>(
      [
        [
          'another account',
          (a, b) => a.intrekking(b.id, { account: b.account.id, door: a.account.id }),
        ],
        [
          'another account in its name',
          (a, b) => a.intrekking(b.id, { account: b.account.id, door: b.account.id }),
        ],
        ['its account as if it were of that', (a, b) => a.intrekking(b.id)],
        [
          'a key that is not of the house',
          (_a, b) => b.intrekking(b.id, { door: null, sleutel: nieuwSleutelpaar() }),
        ],
        [
          'a signature of another device',
          (_a, b) => ({ ...b.intrekking(nieuwId()), apparaat: b.id }),
        ],
      ],
    )('is not done by %s', async (_naam, maak) => {
      const antwoord = await een.trekIn(een.intrekking(een.id), maak(een, twee));
      expect([antwoord.status, antwoord.probleem().code]).toEqual([403, 'handtekening-ongeldig']);
      // All or nothing: the good one beside it did not happen either.
      for (const wie of [een, twee]) expect((await wie.haal('/verleningen')).status).toBe(200);
    });
  });

  describe('een account', () => {
    it('ends all its devices, now and later, and its part in every vak', async () => {
      const tweede = await voegToe(een, twee.account);
      const vak = await een.nieuwVak(twee.account);
      await een.trekIn(een.intrekking(null, { account: twee.account.id, door: null }));
      await isWeg(twee);
      await isWeg(tweede);
      const nieuw = new Apparaat(endpoint.adres, een.huis, twee.account);
      await een.stuurJson('POST', '/accounts', {
        aanstellingen: [],
        apparaten: [nieuw.verklaring()],
      });
      await expect(nieuw.meldAan()).rejects.toThrow('apparaat-ingetrokken');
      expect((await een.vakstand(vak)).leden.map((l) => l.account)).toEqual([een.account.id]);
      const v = een.verlening(await een.nieuwVak(), twee.account.id);
      expect((await een.verleen(v)).geweigerd).toEqual([{ id: v.id, reden: 'onbekend-account' }]);
    });

    it('is not done by the account itself, nor by another', async () => {
      for (const i of [twee.intrekking(null), een.intrekking(null, { account: twee.account.id })])
        expect((await een.trekIn(i)).probleem().code).toBe('handtekening-ongeldig');
      expect((await twee.haal('/verleningen')).status).toBe(200);
    });
  });
});
