import { expect, test } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vindChromium } from '../../build/chromium.js';
import { vandaagIso } from '../../shared/domein/index.js';
import { chromiumApparaten } from '../harness/apparaten.js';
import { startEndpointProces } from '../harness/endpoint.js';
import { zoekBytes } from '../harness/leesbaar.js';

test('after an erasure nothing of what was on the disk is in the profile any more', async () => {
  const chromium = vindChromium();
  if (chromium === null) throw new Error('geen Chromium');
  const map = await mkdtemp(join(tmpdir(), 'casuskluis-wissen-'));
  const endpoint = await startEndpointProces({ dataDir: join(map, 'endpoint') });
  const fabriek = await chromiumApparaten(chromium, map);
  try {
    const een = await fabriek.start('een');
    const { apparaat, schijf } = een;
    await apparaat.richtOp({ naam: 'Johanna', endpoint: endpoint.adres });
    await apparaat.laadVoorbeeld({ vandaag: vandaagIso(), casussen: 90 });
    const vak = await apparaat.voegBijlageToe({ grootte: 300_000 });
    await apparaat.wachtGelijk({ ms: 120_000 });
    // The endpoint does not hear of it: what it was known to have may not be what keeps the text.
    await apparaat.pauzeer({ aan: true });

    const naalden = await apparaat.opSchijf();
    expect(naalden.length).toBeGreaterThan(1000);
    const voor = new Set((await zoekBytes(schijf, naalden)).treffers.map((t) => t.naald));
    // The scan finds what is there: all but what the file system still holds back.
    expect(voor.size / naalden.length).toBeGreaterThan(0.9);

    expect(await apparaat.vernietig({ vak })).toBeGreaterThan(5);
    // A long read at once: Chromium keeps what it could still see.
    const over = new Set(await apparaat.opSchijf());
    // All of the store has new ciphertext; chunks of other cases would be as they were.
    const weg = naalden.filter((naald) => !over.has(naald));
    expect(weg).toHaveLength(naalden.length);
    const erna = (await zoekBytes(schijf, weg)).treffers;
    await apparaat.sluit();
    await een.stop();
    const gesloten = (await zoekBytes(schijf, weg)).treffers;
    console.log(
      `wissen: ${voor.size} van ${naalden.length} stukjes gevonden voor het wissen, ${erna.length} erna, ${gesloten.length} na het sluiten`,
    );
    expect(erna).toEqual([]);
    expect(gesloten).toEqual([]);
  } finally {
    await fabriek.stop();
    await endpoint.stop();
    await rm(map, { recursive: true, force: true });
  }
});
