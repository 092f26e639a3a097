import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestEndpoint, type Testendpoint } from '../../harness/endpoint.js';
import { nieuwId, richtHuisOp, Testapparaat, voegToe } from '../../harness/endpointclient.js';
import { opElkeOpslag } from '../../harness/opslagen.js';

opElkeOpslag('een vak dat wordt vernietigd', (start) => {
  let endpoint: Testendpoint;
  let een: Testapparaat;
  let twee: Testapparaat;
  let vak: string;
  let blijft: string;
  beforeEach(async () => {
    endpoint = await start({ quotumBytes: 4_000 });
    een = await richtHuisOp(endpoint.adres);
    twee = await voegToe(een);
    vak = await een.nieuwVak(twee.account);
    blijft = await een.nieuwVak(twee.account);
  });
  afterEach(() => endpoint.ruimOp());
  const code = async (antwoord: ReturnType<Testapparaat['haal']>): Promise<string> =>
    (await antwoord).probleem().code;

  describe('vernietigen', () => {
    it('leaves nothing of it: documents, chunks, grants and members', async () => {
      const stuk = Testapparaat.stuk();
      await een.push(een.envelop(vak), een.envelop(vak), een.envelop(blijft));
      await een.legStuk(vak, stuk);
      expect((await een.vernietigVak(vak)).status).toBe(204);
      for (const wie of [een, twee]) {
        expect((await wie.pullAlles()).map((e) => e.vak)).toEqual([blijft]);
        expect((await wie.haal('/verleningen')).json()).toMatchObject({
          verleningen: [{ vak: blijft }, { vak: blijft }],
        });
        expect(await code(wie.haal(`/vakken/${vak}`))).toBe('onbekend-vak');
        expect(await code(wie.haal(`/vakken/${vak}/stukken/${stuk.naam}`))).toBe('onbekend-vak');
        expect((await wie.stuurPush([wie.envelop(vak)])).probleem().code).toBe('geen-lid');
      }
    });

    it('is the same again, by anybody of the house who was in it', async () => {
      expect((await een.vernietigVak(vak)).status).toBe(204);
      expect((await een.vernietigVak(vak)).status).toBe(204);
      expect((await twee.vernietigVak(vak)).status).toBe(204);
    });

    it('gives back the room that it took', async () => {
      const vol = Array.from({ length: 15 }, () => een.envelop(vak));
      await een.push(...vol);
      const nog = Array.from({ length: 15 }, () => een.envelop(blijft));
      expect((await een.stuurPush(nog)).probleem().code).toBe('quotum-bereikt');
      await een.vernietigVak(vak);
      expect((await een.push(...nog)).verworpen).toEqual([]);
    });

    it('does not begin anew, whoever still has a grant of it', async () => {
      await een.vernietigVak(vak);
      const weer = await twee.verleen(
        twee.verlening(vak, twee.account.id),
        twee.verlening(vak, een.account.id),
      );
      expect(weer.aangenomen).toBe(0);
      expect(weer.geweigerd.map((g) => g.reden)).toEqual(['geen-lid', 'geen-lid']);
    });

    it('is refused to who is not in it, and to a ketenpartner', async () => {
      const drie = await voegToe(een);
      expect(await code(drie.vernietigVak(vak))).toBe('onbekend-vak');
      expect(await code(drie.vernietigVak(nieuwId()))).toBe('onbekend-vak');
      await een.verleen(een.verlening(vak, drie.account.id, { rol: 'ketenpartner' }));
      await een.push(een.envelop(vak));
      expect(await code(drie.vernietigVak(vak))).toBe('niet-van-het-huis');
      expect(await twee.pullAlles()).toHaveLength(1);
    });

    it('also takes what waits in quarantine', async () => {
      const drie = await voegToe(een);
      await een.verleen(een.verlening(vak, drie.account.id));
      await een.verwijder(vak, drie.account.id);
      const laat = await drie.push(drie.envelop(vak));
      expect(laat.quarantaine).toHaveLength(1);
      expect((await een.quarantaine()).regels).toHaveLength(1);
      await een.vernietigVak(vak);
      expect((await een.quarantaine()).regels).toEqual([]);
      expect((await drie.stuurPush([drie.envelop(vak)])).probleem().code).toBe('geen-lid');
    });
  });
});

describe('het bestand van SQLite', () => {
  it('does not hold the bytes of a vak that was destroyed', async () => {
    const endpoint = await startTestEndpoint({});
    try {
      const een = await richtHuisOp(endpoint.adres);
      const vak = await een.nieuwVak();
      const merk = Buffer.from('dit-mag-er-straks-niet-meer-staan');
      const stuk = Testapparaat.stuk(Buffer.concat([merk, Buffer.alloc(50_000, 7)]));
      const envelop = een.envelop(vak, { bytes: Buffer.concat([merk, Buffer.alloc(900, 1)]) });
      await een.push(envelop);
      await een.legStuk(vak, stuk);
      const staatEr = (): boolean =>
        readdirSync(endpoint.map).some((f) => readFileSync(join(endpoint.map, f)).includes(merk));
      expect(staatEr()).toBe(true);
      expect((await een.vernietigVak(vak)).status).toBe(204);
      // The log of SQLite is emptied when it is closed.
      await endpoint.stop();
      expect(staatEr()).toBe(false);
    } finally {
      await endpoint.ruimOp();
    }
  });
});
