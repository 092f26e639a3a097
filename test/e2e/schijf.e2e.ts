import { expect, test } from '@playwright/test';
import { join } from 'node:path';
import { maakVoorbeeldhuis } from '../../shared/import/voorbeeldhuis.js';
import { vandaagIso } from '../../shared/domein/index.js';
import { Huis, RENDERER } from '../harness/app.js';
import { openVoorbeeldhuis, wachtGelijk } from '../harness/handelingen.js';
import { zoekLeesbaar } from '../harness/leesbaar.js';

test('neither the profile of the browser nor the file of the endpoint holds a name or a BSN', async () => {
  const huis = await Huis.start();
  try {
    const toestel = await huis.toestel('een');
    await openVoorbeeldhuis(toestel.pagina);
    await wachtGelijk(toestel.pagina);
    const controle = ['Controle van der Leesbaarheid', '999990019'];
    await toestel.pagina.evaluate(async (regels) => {
      await new Promise<void>((klaar) => {
        const verzoek = indexedDB.open('controle', 1);
        verzoek.onupgradeneeded = () => void verzoek.result.createObjectStore('t');
        verzoek.onsuccess = () => {
          const schrijf = verzoek.result.transaction('t', 'readwrite', { durability: 'strict' });
          for (const [i, regel] of regels.entries()) schrijf.objectStore('t').put(regel, i);
          schrijf.oncomplete = () => klaar();
        };
      });
    }, controle);
    await toestel.uit();

    const personen = maakVoorbeeldhuis({ vandaag: vandaagIso() }).bundels.flatMap(
      (b) => b.betrokkenen,
    );
    const namen = [
      ...personen.map((p) => p.naam),
      ...personen.flatMap((p) => (p.bsn === null ? [] : [p.bsn])),
      'J. Wouters',
      'ZVH Baronie',
    ].filter((n) => n.length >= 5 && !controle.includes(n));
    // The browser keeps the application itself, and in its text the name of the example house stands.
    const code = await zoekLeesbaar(RENDERER, namen);
    const inCode = new Set(code.treffers.map((t) => t.naald));
    const naalden = namen.filter((n) => !inCode.has(n));
    expect(naalden.length).toBeGreaterThan(500);

    const profiel = await zoekLeesbaar(toestel.profiel, [...naalden, ...controle]);
    expect(profiel.bytes).toBeGreaterThan(1_000_000);
    expect(profiel.treffers.map((t) => t.naald).filter((n) => !controle.includes(n))).toEqual([]);
    expect(new Set(profiel.treffers.map((t) => t.naald))).toEqual(new Set(controle));

    const endpoint = await zoekLeesbaar(join(huis.map, 'endpoint'), [...naalden, 'CREATE TABLE']);
    expect(endpoint.treffers.map((t) => t.naald).filter((n) => n !== 'CREATE TABLE')).toEqual([]);
    expect(endpoint.treffers.some((t) => t.naald === 'CREATE TABLE')).toBe(true);
  } finally {
    await huis.stop();
  }
});
