import { afterEach, describe, expect, it } from 'vitest';
import { type EndpointProces, startEndpointProces } from '../../harness/endpoint.js';
import { integriteit, metBestand } from '../../harness/endpointbestand.js';
import { richtHuisOp } from '../../harness/endpointclient.js';

describe('het endpoint als proces', () => {
  let proces: EndpointProces | null = null;
  afterEach(async () => {
    await proces?.ruimOp();
    proces = null;
  });

  it('stops on SIGTERM with a stream open, and says goodbye with 0', async () => {
    proces = await startEndpointProces();
    const een = await richtHuisOp(proces.adres);
    const luisteraar = await een.luister();
    expect(await proces.stop()).toBe(0);
    await luisteraar.einde;
  });

  it('killed in mid push keeps every acknowledged document, and no half batch', async () => {
    proces = await startEndpointProces();
    const { adres, map } = proces;
    const een = await richtHuisOp(adres);
    const vak = await een.nieuwVak();
    const bevestigd: string[] = [];
    const batches: string[][] = [];
    let rondes = 0;
    let genoeg = (): void => undefined;
    const midden = new Promise<void>((goed) => (genoeg = goed));
    let dood = false;
    const duw = async (): Promise<void> => {
      while (!dood) {
        const batch = Array.from({ length: 50 }, () => een.envelop(vak));
        batches.push(batch.map((e) => e.id));
        try {
          await een.push(...batch);
          bevestigd.push(...batch.map((e) => e.id));
          rondes += 1;
          if (rondes === 12) genoeg();
        } catch (mis) {
          // The killed process drops the connection; nothing else may go wrong here.
          if (!(mis instanceof TypeError)) throw mis;
          return;
        }
      }
    };
    const duwers = Promise.all([duw(), duw(), duw(), duw()]);
    await midden;
    await proces.dood();
    dood = true;
    await duwers;

    expect(integriteit(map)).toBe('ok');
    const bewaard = metBestand(
      map,
      (db) =>
        new Set((db.prepare('select id from doc').all() as { id: string }[]).map((r) => r.id)),
    );
    expect(bevestigd.filter((id) => !bewaard.has(id))).toEqual([]);
    for (const batch of batches)
      expect([0, 50]).toContain(batch.filter((id) => bewaard.has(id)).length);

    // The same token still works, and a retry of everything adds nothing twice.
    await proces.herstart();
    const gehaald = await een.pullAlles();
    expect(gehaald).toHaveLength(bewaard.size);
    const verder = await een.push(een.envelop(vak));
    expect(verder.verworpen).toEqual([]);
    expect((await een.pullAlles()).length).toBe(bewaard.size + 1);
  });
});
