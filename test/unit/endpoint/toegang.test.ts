import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { uitdaging } from '../../../shared/sync/protocol.js';
import type { Testendpoint } from '../../harness/endpoint.js';
import {
  jsonInit,
  nieuwAccount,
  nieuwHuis,
  nieuwId,
  nieuwSleutelpaar,
  onderteken,
  richtHuisOp,
  stelAan,
  Testapparaat,
  voegToe,
  vraag,
} from '../../harness/endpointclient.js';
import { opElkeOpslag } from '../../harness/opslagen.js';

opElkeOpslag('toegang', (start) => {
  let endpoint: Testendpoint;
  let nu: Date;
  beforeEach(async () => {
    nu = new Date('2026-03-02T09:00:00Z');
    endpoint = await start({ klok: () => nu });
  });
  afterEach(() => endpoint.ruimOp());
  const later = (seconden: number): void => {
    nu = new Date(nu.getTime() + seconden * 1000);
  };

  describe('een huis', () => {
    it('is registered once and the same again', async () => {
      const een = new Testapparaat(endpoint.adres, nieuwHuis(), nieuwAccount());
      expect((await een.meldHuisAan()).status).toBe(201);
      expect((await een.meldHuisAan()).status).toBe(200);
    });

    it('takes another first account that its key appointed', async () => {
      const een = await richtHuisOp(endpoint.adres);
      const hersteld = new Testapparaat(endpoint.adres, een.huis, nieuwAccount());
      expect((await hersteld.meldHuisAan()).status).toBe(200);
      await hersteld.meldAan();
    });

    it('cannot be registered under the name of another', async () => {
      const echt = nieuwHuis();
      const namaak = { id: echt.id, sleutel: nieuwSleutelpaar() };
      const een = new Testapparaat(endpoint.adres, namaak, nieuwAccount());
      expect((await een.meldHuisAan()).probleem().code).toBe('huis-komt-niet-overeen');
    });

    it.each([
      ['een aanstelling van een ander', { aanstelling: { handtekening: 'A'.repeat(86) } }],
      ['een account dat niet is aangesteld', { apparaat: { account: nieuwId() } }],
      ['een sleutel die geen sleutel is', { apparaat: { sleutel: 'AAAA' } }],
    ])('is refused with %s', async (_naam, anders) => {
      const een = new Testapparaat(endpoint.adres, nieuwHuis(), nieuwAccount());
      const echt = een.aanmelding();
      const vervalst = {
        ...echt,
        aanstelling: { ...echt.aanstelling, ...('aanstelling' in anders && anders.aanstelling) },
        apparaat: { ...echt.apparaat, ...('apparaat' in anders && anders.apparaat) },
      };
      const antwoord = await vraag(een.basis, jsonInit('PUT', vervalst));
      expect(antwoord.status).toBe(403);
      expect(antwoord.probleem().code).toBe('handtekening-ongeldig');
      expect((await een.daagUit()).probleem().code).toBe('onbekend-huis');
    });
  });

  describe('een token', () => {
    it('is refused for a challenge that was answered already', async () => {
      const een = await richtHuisOp(endpoint.adres);
      const gesteld = uitdaging.parse((await een.daagUit()).json());
      expect((await een.losIn(gesteld.uitdaging)).status).toBe(200);
      const tweede = await een.losIn(gesteld.uitdaging);
      expect([tweede.status, tweede.probleem().code]).toEqual([401, 'uitdaging-ongeldig']);
    });

    it('is refused for a challenge that is too old, or of another device', async () => {
      const een = await richtHuisOp(endpoint.adres);
      const twee = await voegToe(een);
      const vanTwee = uitdaging.parse((await twee.daagUit()).json());
      expect((await een.losIn(vanTwee.uitdaging)).probleem().code).toBe('uitdaging-ongeldig');
      const oud = uitdaging.parse((await een.daagUit()).json());
      later(61);
      expect((await een.losIn(oud.uitdaging)).probleem().code).toBe('uitdaging-ongeldig');
    });

    it('is refused for a signature of another key, and that spends the challenge', async () => {
      const een = await richtHuisOp(endpoint.adres);
      const gesteld = uitdaging.parse((await een.daagUit()).json());
      const handtekening = onderteken(
        nieuwSleutelpaar(),
        'uitdaging',
        een.huis.id,
        een.id,
        gesteld.uitdaging,
      );
      const antwoord = await vraag(
        `${een.basis}/tokens`,
        jsonInit('POST', { apparaat: een.id, uitdaging: gesteld.uitdaging, handtekening }),
      );
      expect([antwoord.status, antwoord.probleem().code]).toEqual([403, 'handtekening-ongeldig']);
      expect((await een.losIn(gesteld.uitdaging)).status).toBe(401);
    });

    it('is not given to an unknown device', async () => {
      const een = await richtHuisOp(endpoint.adres);
      const vreemd = new Testapparaat(endpoint.adres, een.huis, een.account);
      const antwoord = await vreemd.daagUit();
      expect([antwoord.status, antwoord.probleem().code]).toEqual([401, 'onbekend-apparaat']);
    });

    it('ends after a quarter of an hour', async () => {
      const een = await richtHuisOp(endpoint.adres);
      later(14 * 60);
      expect((await een.haal('/verleningen')).status).toBe(200);
      later(61);
      const antwoord = await een.haal('/verleningen');
      expect([antwoord.status, antwoord.koppen.get('www-authenticate')]).toEqual([401, 'Bearer']);
      await een.meldAan();
      expect((await een.haal('/verleningen')).status).toBe(200);
    });

    it('of a revoked device ends at once, and a new registration does not bring it back', async () => {
      const een = await richtHuisOp(endpoint.adres);
      const twee = await voegToe(een);
      expect((await een.trekIn(twee.intrekking(twee.id))).json()).toEqual({ nieuw: 1 });
      const meteen = await twee.haal('/verleningen');
      expect([meteen.status, meteen.probleem().code]).toEqual([403, 'apparaat-ingetrokken']);
      await een.stuurJson('POST', '/accounts', {
        aanstellingen: [],
        apparaten: [twee.verklaring()],
      });
      const gesteld = uitdaging.parse((await twee.daagUit()).json());
      const antwoord = await twee.losIn(gesteld.uitdaging);
      expect([antwoord.status, antwoord.probleem().code]).toEqual([403, 'apparaat-ingetrokken']);
      expect((await een.haal('/verleningen')).status).toBe(200);
    });
  });

  describe('accounts', () => {
    it('need an appointment by the house key', async () => {
      const een = await richtHuisOp(endpoint.adres);
      const account = nieuwAccount();
      const eigenmachtig = stelAan({ id: een.huis.id, sleutel: een.account.sleutel }, account);
      const antwoord = await een.stuurJson('POST', '/accounts', {
        aanstellingen: [eigenmachtig],
        apparaten: [],
      });
      expect(antwoord.probleem().code).toBe('handtekening-ongeldig');
    });

    it('keep their key, also when the house key signed another one', async () => {
      const een = await richtHuisOp(endpoint.adres);
      const twee = await voegToe(een);
      const anders = { id: twee.account.id, sleutel: nieuwSleutelpaar() };
      const antwoord = await een.stuurJson('POST', '/accounts', {
        aanstellingen: [stelAan(een.huis, anders)],
        apparaten: [],
      });
      expect([antwoord.status, antwoord.probleem().code]).toEqual([409, 'account-bestaat']);
    });

    it('get no device that another account signed', async () => {
      const een = await richtHuisOp(endpoint.adres);
      const twee = await voegToe(een);
      const nep = new Testapparaat(endpoint.adres, een.huis, {
        id: twee.account.id,
        sleutel: een.account.sleutel,
      });
      const antwoord = await een.stuurJson('POST', '/accounts', {
        aanstellingen: [],
        apparaten: [nep.verklaring()],
      });
      expect(antwoord.probleem().code).toBe('handtekening-ongeldig');
      expect((await nep.daagUit()).probleem().code).toBe('onbekend-apparaat');
    });

    it('may be registered again as they are', async () => {
      const een = await richtHuisOp(endpoint.adres);
      const twee = await voegToe(een);
      const antwoord = await twee.stuurJson('POST', '/accounts', {
        aanstellingen: [stelAan(een.huis, twee.account)],
        apparaten: [twee.verklaring()],
      });
      expect(antwoord.status).toBe(200);
    });
  });
});
