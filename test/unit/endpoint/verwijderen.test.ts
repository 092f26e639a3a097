import { decode } from '@msgpack/msgpack';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GRENZEN, quarantainestuk } from '../../../shared/sync/protocol.js';
import type { Testendpoint } from '../../harness/endpoint.js';
import {
  nieuwAccount,
  type Pushenvelop,
  richtHuisOp,
  type Testapparaat,
  voegToe,
} from '../../harness/endpointclient.js';
import { opElkeOpslag } from '../../harness/opslagen.js';

opElkeOpslag('iemand uit een vak', (start) => {
  let endpoint: Testendpoint;
  let een: Testapparaat;
  let twee: Testapparaat;
  let drie: Testapparaat;
  let vak: string;
  let nu: Date;
  beforeEach(async () => {
    nu = new Date('2026-03-02T09:00:00Z');
    endpoint = await start({ klok: () => nu, hartslagMs: 50 });
    een = await richtHuisOp(endpoint.adres);
    twee = await voegToe(een);
    drie = await voegToe(een);
    vak = await een.nieuwVak(twee.account, drie.account);
  });
  afterEach(() => endpoint.ruimOp());

  describe('verwijderen', () => {
    it('opens an epoch for who stays, and ends the access of who does not', async () => {
      const hoort = await drie.luister();
      await een.push(een.envelop(vak));
      await een.verwijder(vak, drie.account.id);
      expect(await een.vakstand(vak)).toMatchObject({ epoch: 2, leden: { length: 2 } });
      expect((await twee.push(twee.envelop(vak, { epoch: 2 }))).verworpen).toEqual([]);
      expect(await twee.pullAlles()).toHaveLength(2);
      expect(await drie.pullAlles()).toEqual([]);
      expect((await drie.haal('/verleningen')).json()).toMatchObject({ verleningen: [] });
      expect((await drie.haal(`/vakken/${vak}`)).probleem().code).toBe('onbekend-vak');
      await hoort.tot((l) => l.porren.some((p) => p.soort === 'verleningen'));
      expect(hoort.porren.filter((p) => p.soort === 'wijziging')).toHaveLength(1);
      hoort.sluit();
    });

    it('is the same again, and refused when another was first', async () => {
      const stand = await een.vakstand(vak);
      const mijn = await een.epochverzoek(vak, [drie.account.id], stand);
      const hun = await twee.epochverzoek(vak, [], stand);
      expect((await een.openEpoch(vak, mijn)).status).toBe(201);
      const weer = await een.openEpoch(vak, mijn);
      expect([weer.status, weer.json()]).toEqual([200, { epoch: 2, stand: stand.stand + 2 }]);
      const tweede = await twee.openEpoch(vak, hun);
      expect([tweede.status, tweede.probleem().code]).toEqual([409, 'vak-gewijzigd']);
      expect((await twee.openEpoch(vak, await twee.epochverzoek(vak, []))).status).toBe(201);
    });

    it('of two at once exactly one is done', async () => {
      const stand = await een.vakstand(vak);
      const verzoeken = [
        await een.epochverzoek(vak, [drie.account.id], stand),
        await twee.epochverzoek(vak, [], stand),
      ] as const;
      const antwoorden = await Promise.all([
        een.openEpoch(vak, verzoeken[0]),
        twee.openEpoch(vak, verzoeken[1]),
      ]);
      expect(antwoorden.map((a) => a.status).sort()).toEqual([201, 409]);
    });

    it('is refused when somebody joined or left meanwhile', async () => {
      const verzoek = await een.epochverzoek(vak, [drie.account.id]);
      const vier = await voegToe(een);
      await twee.verleen(twee.verlening(vak, vier.account.id));
      expect((await een.openEpoch(vak, verzoek)).probleem().code).toBe('vak-gewijzigd');
      const nog = await een.epochverzoek(vak, [drie.account.id]);
      await een.trekIn(een.intrekking(null, { account: vier.account.id, door: null }));
      expect((await een.openEpoch(vak, nog)).probleem().code).toBe('vak-gewijzigd');
      await een.verwijder(vak, drie.account.id);
      expect((await een.vakstand(vak)).epoch).toBe(2);
    });

    it('leaves nobody out, lets nobody in, and changes no role or day', async () => {
      const goed = await een.epochverzoek(vak, [drie.account.id]);
      const [eigen, hun] = goed.verleningen;
      if (eigen === undefined || hun === undefined) throw new Error('twee blijven');
      const buiten = await voegToe(een);
      const epoch = 2;
      const fout = [
        { ...goed, verleningen: [eigen] },
        { ...goed, verleningen: [eigen, eigen] },
        { ...goed, verwijderd: [] },
        { ...goed, verwijderd: [drie.account.id, drie.account.id] },
        { ...goed, verwijderd: [drie.account.id, buiten.account.id] },
        { ...goed, verleningen: [eigen, hun, een.verlening(vak, buiten.account.id, { epoch })] },
        { ...goed, verleningen: [eigen, een.verlening(vak, hun.account, { epoch, rol: 'baas' })] },
        {
          ...goed,
          verleningen: [eigen, een.verlening(vak, hun.account, { epoch, tot: '2030-01-01' })],
        },
        { ...goed, stand: goed.stand - 1 },
        {
          ...goed,
          epoch: 3,
          verleningen: goed.verleningen.map((v) => een.verlening(vak, v.account, { epoch: 3 })),
        },
      ];
      for (const verzoek of fout)
        expect((await een.openEpoch(vak, verzoek)).probleem().code).toBe('vak-gewijzigd');
      const vervalst = { ...goed, verleningen: [eigen, { ...hun, verzegeld: eigen.verzegeld }] };
      expect((await een.openEpoch(vak, vervalst)).probleem().code).toBe('handtekening-ongeldig');
      const zelf = await een.epochverzoek(vak, [een.account.id]);
      expect((await een.openEpoch(vak, zelf)).probleem().code).toBe('ongeldig-verzoek');
      expect((await buiten.openEpoch(vak, goed)).probleem().code).toBe('handtekening-ongeldig');
      const vreemd = {
        ...goed,
        verleningen: goed.verleningen.map((v) => buiten.verlening(vak, v.account, { epoch })),
      };
      expect((await buiten.openEpoch(vak, vreemd)).probleem().code).toBe('onbekend-vak');
      expect(await een.vakstand(vak)).toMatchObject({ epoch: 1, stand: goed.stand });
    });

    it('is the only way to an epoch; joining takes all that there are', async () => {
      const voorbarig = een.verlening(vak, twee.account.id, { epoch: 2 });
      expect((await een.verleen(voorbarig)).geweigerd).toEqual([
        { id: voorbarig.id, reden: 'epoch' },
      ]);
      await een.verwijder(vak, drie.account.id);
      const terug = [1, 2].map((epoch) => een.verlening(vak, drie.account.id, { epoch }));
      // The first grant of that key is known; only what is new needs a new one.
      expect((await een.verleen(...terug)).geweigerd).toEqual([
        { id: terug[0]?.id, reden: 'bestaat' },
      ]);
      expect((await drie.push(drie.envelop(vak, { epoch: 2 }))).quarantaine).toEqual([]);
      expect(await drie.pullAlles()).toHaveLength(1);
    });

    it('refuses what is still sealed under the key before', async () => {
      await een.verwijder(vak, drie.account.id);
      const e = twee.envelop(vak);
      const antwoord = await twee.stuurPush([twee.envelop(vak, { epoch: 2 }), e]);
      expect([antwoord.status, antwoord.probleem().code]).toEqual([409, 'epoch-verlopen']);
      expect(await twee.pullAlles()).toEqual([]);
      expect((await twee.push({ ...e, epoch: 2 })).verworpen).toEqual([]);
    });
  });

  describe('quarantaine', () => {
    let laat: Pushenvelop;
    beforeEach(async () => {
      laat = drie.envelop(vak);
      await een.verwijder(vak, drie.account.id);
    });

    it('keeps what a removed member still brings, and shows it to the members only', async () => {
      const hoort = await twee.luister();
      const eigenVak = await drie.nieuwVak();
      const eigen = drie.envelop(eigenVak);
      const antwoord = await drie.push(laat, eigen);
      expect(antwoord.quarantaine).toEqual([laat.id]);
      expect((await drie.pullAlles()).map((e) => e.id)).toEqual([eigen.id]);
      expect(await een.pullAlles()).toEqual([]);
      await hoort.tot((l) => l.porren.length > 0);
      expect(hoort.porren).toEqual([{ soort: 'quarantaine', vak }]);
      hoort.sluit();

      const { regels, meer } = await twee.quarantaine();
      expect(meer).toBe(false);
      expect(regels).toEqual([
        {
          volgnummer: antwoord.volgnummer - 1,
          ...{ id: laat.id, vak, collectie: 'casussen', versie: laat.versie },
          ...{ door: drie.account.id, apparaat: drie.id, grootte: 200 },
          ...{ ontvangenOp: nu.toISOString(), oordeel: null },
        },
      ]);
      const volgnummer = regels[0]?.volgnummer ?? 0;
      const gehaald = await twee.haal(`/quarantaine/${volgnummer}`);
      const { envelop } = quarantainestuk.parse(decode(gehaald.bytes));
      expect(envelop).toEqual({
        ...laat,
        bytes: new Uint8Array(laat.bytes),
        handtekening: new Uint8Array(laat.handtekening),
      });
      expect((await drie.quarantaine()).regels).toEqual([]);
      expect((await drie.haal(`/quarantaine/${volgnummer}`)).status).toBe(404);
      expect((await drie.oordeel(volgnummer, 'aanvaard')).probleem().code).toBe(
        'onbekende-quarantaine',
      );
    });

    it('takes a retry once, and a later edit of the same document beside it', async () => {
      await drie.push(laat);
      const { volgnummer } = await drie.push(laat);
      await drie.push(drie.envelop(vak, { id: laat.id, basis: laat.versie }));
      const { regels } = await een.quarantaine();
      expect(regels.map((r) => r.id)).toEqual([laat.id, laat.id]);
      expect((await een.quarantaine(volgnummer)).regels).toHaveLength(1);
    });

    it('is judged once, by a member', async () => {
      await drie.push(laat, drie.envelop(vak));
      const [a, b] = (await een.quarantaine()).regels.map((r) => r.volgnummer);
      expect((await twee.oordeel(a ?? 0, 'aanvaard')).json()).toMatchObject({
        oordeel: { oordeel: 'aanvaard', door: twee.account.id, op: nu.toISOString() },
      });
      expect((await een.oordeel(a ?? 0, 'aanvaard')).status).toBe(200);
      expect((await een.oordeel(a ?? 0, 'geweigerd')).probleem().code).toBe('al-beoordeeld');
      expect((await een.oordeel(b ?? 0, 'geweigerd')).status).toBe(200);
      expect((await een.oordeel(b ?? 0, 'misschien')).probleem().code).toBe('ongeldig-verzoek');
      expect((await een.quarantaine()).regels.map((r) => r.oordeel?.oordeel)).toEqual([
        'aanvaard',
        'geweigerd',
      ]);
    });

    it('takes nothing under a key that the member never had, and nothing of a stranger', async () => {
      const nieuwer = drie.envelop(vak, { epoch: 2 });
      expect((await drie.stuurPush([nieuwer])).probleem().code).toBe('geen-lid');
      const vreemd = await voegToe(een, nieuwAccount());
      expect((await vreemd.stuurPush([vreemd.envelop(vak)])).probleem().code).toBe('geen-lid');
      expect((await een.quarantaine()).regels).toEqual([]);
    });

    it('is bounded, and has room again once it was judged', async () => {
      const groot = () => drie.envelop(vak, { bytes: Buffer.alloc(1024 * 1024) });
      const aantal = GRENZEN.quarantaineBytesPerVak / (1024 * 1024);
      for (let i = 0; i < aantal; i += 4) await drie.push(groot(), groot(), groot(), groot());
      const vol = await drie.stuurPush([laat]);
      expect([vol.status, vol.probleem().code]).toEqual([409, 'quarantaine-vol']);
      const [eerste] = (await een.quarantaine()).regels;
      await een.oordeel(eerste?.volgnummer ?? 0, 'geweigerd');
      expect((await drie.push(laat)).quarantaine).toEqual([laat.id]);
    });
  });
});
