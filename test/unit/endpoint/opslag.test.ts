import { randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import Database from 'libsql';
import { afterEach, describe, expect, it } from 'vitest';
import { startTestEndpoint, type Testendpoint, tijdelijkeMap } from '../../harness/endpoint.js';
import { bestandVan, integriteit, metBestand, stand } from '../../harness/endpointbestand.js';
import { richtHuisOp, vraag } from '../../harness/endpointclient.js';

const versieVan = (db: Database.Database): number =>
  (db.prepare('pragma user_version').get() as { user_version: number }).user_version;

describe('de opslag', () => {
  let endpoint: Testendpoint | null = null;
  afterEach(async () => {
    await endpoint?.ruimOp();
    endpoint = null;
  });

  it('is durable and readable by its owner only', async () => {
    endpoint = await startTestEndpoint();
    expect(statSync(bestandVan(endpoint.map)).mode & 0o077).toBe(0);
    metBestand(endpoint.map, (db) => {
      expect(db.prepare('pragma journal_mode').get()).toMatchObject({ journal_mode: 'wal' });
      expect(db.prepare('pragma page_size').get()).toMatchObject({ page_size: 4096 });
    });
  });

  it('is one file after a stop', async () => {
    endpoint = await startTestEndpoint();
    const een = await richtHuisOp(endpoint.adres);
    await een.push(een.envelop(await een.nieuwVak()));
    await endpoint.stop();
    const log = `${bestandVan(endpoint.map)}-wal`;
    expect(existsSync(log) ? statSync(log).size : 0).toBe(0);
    expect(stand(endpoint.map).doc).toBe(1);
  });

  it('that is full answers 503 and keeps what it has', async () => {
    endpoint = await startTestEndpoint({ maxBytes: 1024 * 1024 });
    const een = await richtHuisOp(endpoint.adres);
    const vak = await een.nieuwVak();
    const groot = () => een.envelop(vak, { bytes: randomBytes(200_000) });
    let aangenomen = 0;
    let antwoord = await een.stuurPush([groot()]);
    while (antwoord.status === 200) {
      aangenomen += 1;
      antwoord = await een.stuurPush([groot()]);
    }
    expect([antwoord.status, antwoord.probleem().code]).toEqual([503, 'opslag-vol']);
    expect(antwoord.koppen.get('retry-after')).not.toBeNull();
    expect(aangenomen).toBeGreaterThan(0);
    expect(await een.pullAlles()).toHaveLength(aangenomen);
    expect((await vraag(`${endpoint.adres}/v1/gezondheid`)).status).toBe(200);
    // The failed transaction left no lock and no half of itself behind.
    expect((await een.stuurPush([groot()])).status).toBe(503);
    expect(stand(endpoint.map).doc).toBe(aangenomen);
    expect(integriteit(endpoint.map)).toBe('ok');
  });

  it('that another process holds answers 503, and goes on afterwards', async () => {
    endpoint = await startTestEndpoint();
    const een = await richtHuisOp(endpoint.adres);
    const vak = await een.nieuwVak();
    const e = een.envelop(vak);
    const ander = new Database(bestandVan(endpoint.map));
    ander.exec('begin immediate');
    const antwoord = await een.stuurPush([e]);
    ander.exec('rollback');
    ander.close();
    expect([antwoord.status, antwoord.probleem().code]).toEqual([503, 'opslag-bezet']);
    expect((await een.push(e)).verworpen).toEqual([]);
  });

  it('of a newer version is not touched', async () => {
    const map = tijdelijkeMap();
    await (await startTestEndpoint({ dataDir: map })).stop();
    const versie = metBestand(map, versieVan);
    metBestand(map, (db) => db.exec('pragma user_version = 99'));
    await expect(startTestEndpoint({ dataDir: map })).rejects.toThrow(/nieuwere versie \(99\)/);
    metBestand(map, (db) => db.exec(`pragma user_version = ${versie}`));
    endpoint = await startTestEndpoint({ dataDir: map });
  });

  it('holds no token and no challenge longer than they are of use', async () => {
    const map = tijdelijkeMap();
    let nu = new Date('2026-03-02T09:00:00Z');
    endpoint = await startTestEndpoint({ dataDir: map, klok: () => nu });
    const een = await richtHuisOp(endpoint.adres);
    await een.daagUit();
    expect(stand(map)).toMatchObject({ token: 1, uitdaging: 1 });
    metBestand(map, (db) => {
      const { hash } = db.prepare('select hash from token').get() as { hash: string };
      expect(hash).not.toContain(een.token);
    });
    await endpoint.stop();
    nu = new Date('2026-03-02T09:16:00Z');
    endpoint = await startTestEndpoint({ dataDir: map, klok: () => nu });
    expect(stand(map)).toMatchObject({ token: 0, uitdaging: 0, apparaat: 1 });
  });
});
