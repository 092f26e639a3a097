import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Testendpoint } from '../../harness/endpoint.js';
import { nieuwId, richtHuisOp, type Testapparaat, voegToe } from '../../harness/endpointclient.js';
import { opElkeOpslag } from '../../harness/opslagen.js';

const DUWERS = 8;
const RONDES = 12;

opElkeOpslag('veel apparaten tegelijk', (start) => {
  let endpoint: Testendpoint;
  let een: Testapparaat;
  let duwers: Testapparaat[];
  beforeAll(async () => {
    endpoint = await start();
    een = await richtHuisOp(endpoint.adres);
    duwers = [];
    for (let i = 0; i < DUWERS; i += 1) duwers.push(await voegToe(een));
  });
  afterAll(() => endpoint.ruimOp());

  it('a puller that follows along misses nothing and sees nothing twice', async () => {
    const vakken = [
      await een.nieuwVak(...duwers.map((d) => d.account)),
      await een.nieuwVak(...duwers.map((d) => d.account)),
    ];
    const geduwd: string[] = [];
    let klaar = false;
    const duw = async (apparaat: Testapparaat): Promise<void> => {
      for (let i = 0; i < RONDES; i += 1) {
        const batch = vakken.flatMap((vak) => [apparaat.envelop(vak), apparaat.envelop(vak)]);
        expect((await apparaat.push(...batch)).verworpen).toEqual([]);
        geduwd.push(...batch.map((e) => e.id));
      }
    };
    const gezien: { id: string; volgnummer: number }[] = [];
    const punten: Record<string, number> = {};
    const haal = async (): Promise<void> => {
      // Asked before: a pull that began before the last push has not seen it.
      const alles = klaar;
      const deel = await een.pull(punten, 7);
      gezien.push(...deel.enveloppen);
      Object.assign(punten, deel.punten);
      if (deel.meer || !alles) await haal();
    };
    const volger = haal();
    await Promise.all(duwers.map(duw));
    klaar = true;
    await volger;

    expect(geduwd).toHaveLength(DUWERS * RONDES * 4);
    expect(gezien.map((e) => e.id).sort()).toEqual([...geduwd].sort());
    const nummers = gezien.map((e) => e.volgnummer);
    expect(nummers).toEqual([...nummers].sort((a, b) => a - b));
    expect(new Set(nummers).size).toBe(nummers.length);
  });

  it('of changes on the same version exactly one is accepted', async () => {
    const vak = await een.nieuwVak(...duwers.map((d) => d.account));
    const e = een.envelop(vak);
    await een.push(e);
    let basis = e.versie;
    for (let i = 0; i < 5; i += 1) {
      const pogingen = duwers.map((d) => ({
        d,
        e: d.envelop(vak, { id: e.id, basis, versie: nieuwId() }),
      }));
      const uitkomsten = await Promise.all(
        pogingen.map(async (p) => ({ ...p, antwoord: await p.d.push(p.e) })),
      );
      const goed = uitkomsten.filter((u) => u.antwoord.verworpen.length === 0);
      expect(goed).toHaveLength(1);
      basis = goed[0]?.e.versie ?? '';
      for (const u of uitkomsten.filter((x) => x.antwoord.verworpen.length > 0))
        expect(u.antwoord.verworpen[0]?.versie).toBe(basis);
    }
  });

  it('a vak that two create at once has one key for each member', async () => {
    const vak = nieuwId();
    const [a, b] = duwers;
    if (a === undefined || b === undefined) throw new Error('te weinig apparaten');
    const maak = (wie: Testapparaat): Promise<{ aangenomen: number }> =>
      wie.verleen(wie.verlening(vak, a.account.id), wie.verlening(vak, b.account.id));
    const beide = await Promise.all([maak(a), maak(b)]);
    expect(beide.map((x) => x.aangenomen).sort()).toEqual([0, 2]);
  });
});
