import { afterEach, describe, expect, it } from 'vitest';
import {
  type EndpointProces,
  startEndpointProces,
  startTestEndpoint,
  type Testendpoint,
} from '../../harness/endpoint.js';
import {
  type Luisteraar,
  type Pushenvelop,
  richtHuisOp,
  type Testapparaat,
  via,
  voegToe,
} from '../../harness/endpointclient.js';
import { isLang } from '../../harness/lang.js';
import { metCluster } from '../../harness/opslagen.js';
import { metPg, zonderPostgres } from '../../harness/postgres.js';

const DUWERS = 4;
const RONDES = isLang ? 40 : 8;
const BATCH = 5;

describe.skipIf(zonderPostgres !== null)('twee endpoints op één PostgreSQL', () => {
  const cluster = metCluster();
  const opruimen: (() => Promise<void> | void)[] = [];
  afterEach(async () => {
    for (const doe of opruimen.splice(0).reverse()) await doe();
  });

  const paar = async (
    kijktijdMs: number,
  ): Promise<{ a: Testendpoint; b: Testendpoint; db: string }> => {
    const db = await cluster.nieuw();
    const a = await startTestEndpoint({ db, kijktijdMs, hartslagMs: 50 });
    const b = await startTestEndpoint({ db, kijktijdMs, hartslagMs: 50 });
    opruimen.push(
      () => a.ruimOp(),
      () => b.ruimOp(),
    );
    return { a, b, db };
  };
  const luister = async (apparaat: Testapparaat): Promise<Luisteraar> => {
    const l = await apparaat.luister();
    opruimen.push(() => l.sluit());
    return l;
  };
  /** Long enough that only a notification can have been what was heard. */
  const NOOIT = 3_600_000;

  it('a poke of a push at the one reaches a stream at the other, once', async () => {
    const { a, b } = await paar(NOOIT);
    const een = await richtHuisOp(a.adres);
    const lid = await voegToe(een);
    const buiten = await voegToe(een);
    const vak = await een.nieuwVak(lid.account);
    const hoort = await luister(via(lid, b.adres));
    const eigen = await luister(via(een, b.adres));
    const stil = await luister(via(buiten, b.adres));
    const { volgnummer } = await een.push(een.envelop(vak));
    // That it was let into the vak may also reach it only now.
    const anders = (l: Luisteraar) => l.porren.filter((p) => p.soort !== 'verleningen');
    await hoort.tot((l) => anders(l).length > 0);
    await Promise.all([hoort, eigen, stil].map((s) => s.tot((l) => l.hartslagen > 1)));
    expect(anders(hoort)).toEqual([{ soort: 'wijziging', vak, collectie: 'casussen', volgnummer }]);
    expect([...eigen.porren, ...stil.porren]).toEqual([]);
  });

  it('so do changed grants, the use of an invitation, and a push to more vakken than fit in one message', async () => {
    const { a, b } = await paar(NOOIT);
    const een = await richtHuisOp(a.adres);
    const lid = await voegToe(een);
    const hoort = await luister(via(lid, b.adres));
    const vakken: string[] = [];
    for (let i = 0; i < 45; i += 1) vakken.push(await een.nieuwVak(lid.account));
    await een.push(...vakken.map((vak) => een.envelop(vak)));
    await hoort.tot((l) => l.porren.filter((p) => p.soort === 'wijziging').length === 45);
    expect(hoort.porren.filter((p) => p.soort === 'verleningen')).toHaveLength(45);
  });

  it('a device revoked at the one loses its stream at the other, and is told why', async () => {
    const { a, b } = await paar(NOOIT);
    const een = await richtHuisOp(a.adres);
    const lid = await voegToe(een);
    const [hoort, blijft] = [await luister(via(lid, b.adres)), await luister(via(een, b.adres))];
    await een.trekIn(een.intrekking(lid.id, { account: lid.account.id, door: null }));
    const weg = await via(lid, b.adres).haal('/verleningen');
    expect([weg.status, weg.probleem().code]).toEqual([403, 'apparaat-ingetrokken']);
    await hoort.einde;
    expect(hoort.porren).toEqual([{ soort: 'ingetrokken' }]);
    // After what the invitation of the other may still have made it hear.
    await blijft.tot((l) => l.porren.some((p) => p.soort === 'intrekkingen'));
    expect(blijft.porren.filter((p) => p.soort !== 'uitnodiging')).toEqual([
      { soort: 'intrekkingen' },
    ]);
  });

  it('what a notification missed is told by a later look', async () => {
    const { a, b, db } = await paar(100);
    const een = await richtHuisOp(a.adres);
    const lid = await voegToe(een);
    const vak = await een.nieuwVak(lid.account);
    const hoort = await luister(via(lid, b.adres));
    // Neither can send or receive for a second, which is how long a lost connection is waited for.
    await metPg(db, (c) =>
      c.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and (query like 'listen %' or query like '%pg_notify%')`,
      ),
    );
    const { volgnummer } = await een.push(een.envelop(vak));
    // Nothing more precise than this: that somebody was let into the vak may come after the listening.
    await hoort.tot((l) => l.porren.some((p) => p.soort === 'wijziging'));
    expect(hoort.porren).toContainEqual({
      soort: 'wijziging',
      vak,
      collectie: 'casussen',
      volgnummer,
    });
    // And afterwards they hear each other again.
    await hoort.tot((l) => l.hartslagen > 40);
    const volgende = await een.push(een.envelop(vak));
    await hoort.tot((l) =>
      l.porren.some((p) => p.soort === 'wijziging' && p.volgnummer === volgende.volgnummer),
    );
  });

  it('lost connections are answered 503 or not noticed, and come back', async () => {
    const { a, db } = await paar(NOOIT);
    const een = await richtHuisOp(a.adres);
    const vak = await een.nieuwVak();
    for (let i = 0; i < 5; i += 1) {
      const bezig = Promise.all(
        Array.from({ length: 10 }, () => een.stuurPush([een.envelop(vak), een.envelop(vak)])),
      );
      await metPg(db, (c) =>
        c.query(
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
        ),
      );
      const uitkomsten = await bezig;
      for (const antwoord of uitkomsten.filter((u) => u.status !== 200))
        expect([antwoord.status, antwoord.probleem().code]).toEqual([503, 'opslag-stuk']);
    }
    const e = een.envelop(vak);
    let antwoord = await een.stuurPush([e]);
    while (antwoord.status === 503) antwoord = await een.stuurPush([e]);
    expect(antwoord.status).toBe(200);
    expect((await een.pullAlles()).length % 2).toBe(1);
  });

  it('start at once on an empty database', async () => {
    const db = await cluster.nieuw();
    const alle = await Promise.all(Array.from({ length: 4 }, () => startTestEndpoint({ db })));
    opruimen.push(...alle.map((e) => () => e.ruimOp()));
    const een = await richtHuisOp(alle[0]?.adres ?? '');
    for (const e of alle) expect((await via(een, e.adres).haal('/verleningen')).status).toBe(200);
  });

  it('of a newer version is not touched', async () => {
    const db = await cluster.nieuw();
    await (await startTestEndpoint({ db })).ruimOp();
    await metPg(db, (c) => c.query('update schemaversie set versie = 99'));
    await expect(startTestEndpoint({ db })).rejects.toThrow(/nieuwere versie \(99\)/);
  });

  it('killed and started again under load lose nothing acknowledged and skip no gap', async () => {
    const db = await cluster.nieuw();
    const processen: EndpointProces[] = [];
    for (let i = 0; i < 2; i += 1) processen.push(await startEndpointProces({ db }));
    opruimen.push(...processen.map((p) => () => p.ruimOp()));
    const adressen = processen.map((p) => p.adres);
    const een = await richtHuisOp(adressen[0] ?? '');
    const duwers: Testapparaat[] = [];
    for (let i = 0; i < DUWERS; i += 1) duwers.push(await voegToe(een));
    const vakken: string[] = [];
    while (vakken.length < 3) vakken.push(await een.nieuwVak(...duwers.map((d) => d.account)));

    /** At one process, and at the other when that is gone. */
    const ergens = async <T>(
      wie: Testapparaat,
      eerste: number,
      doe: (w: Testapparaat) => Promise<T>,
    ): Promise<T> => {
      for (let i = eerste; ; i += 1) {
        try {
          return await doe(via(wie, adressen[i % 2] ?? ''));
        } catch (mis) {
          // The killed process drops its connections; nothing else may go wrong here.
          if (!(mis instanceof TypeError)) throw mis;
          await new Promise((goed) => setImmediate(goed));
        }
      }
    };
    const bevestigd: string[] = [];
    let gedaan = 0;
    const duw = async (wie: Testapparaat, n: number): Promise<void> => {
      for (let i = 0; i < RONDES; i += 1) {
        const batch: Pushenvelop[] = [];
        for (let j = 0; j < BATCH; j += 1) batch.push(wie.envelop(vakken[(i + j) % 3] ?? ''));
        // The answer may have been lost after the commit: the same again is a retry.
        const { verworpen } = await ergens(wie, n + i, (w) => w.push(...batch));
        expect(verworpen).toEqual([]);
        bevestigd.push(...batch.map((e) => e.id));
        gedaan += 1;
      }
    };
    const gezien: { id: string; volgnummer: number }[] = [];
    const punten: Record<string, number> = {};
    let klaar = false;
    const volg = async (): Promise<void> => {
      for (let i = 0; ; i += 1) {
        const alles = klaar;
        const deel = await ergens(een, i, (w) => w.pull(punten, 7));
        gezien.push(...deel.enveloppen);
        Object.assign(punten, deel.punten);
        if (alles && !deel.meer) return;
      }
    };
    const sloop = async (): Promise<void> => {
      for (let i = 0; i < 4; i += 1) {
        while (gedaan < ((i + 1) * DUWERS * RONDES) / 6)
          await new Promise((goed) => setImmediate(goed));
        await processen[i % 2]?.herstart();
      }
    };
    const volger = volg();
    await Promise.all([sloop(), ...duwers.map(duw)]);
    klaar = true;
    await volger;

    expect(bevestigd).toHaveLength(DUWERS * RONDES * BATCH);
    expect(gezien.map((e) => e.id).sort()).toEqual([...bevestigd].sort());
    const nummers = gezien.map((e) => e.volgnummer);
    expect(nummers).toEqual([...nummers].sort((x, y) => x - y));
  }, 120_000);
});
