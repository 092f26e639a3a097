/**
 * The vectors of `test/unit/crypto/vectoren.test.ts` again, where the application runs: in a real Chromium,
 * under the content security policy of production, in the window and in a worker.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { build } from 'vite';
import { startBediening } from '../../build/bediening.js';
import { CHROMIUMARGUMENTEN, vindChromium } from '../../build/chromium.js';
import { CSP } from '../../shared/csp.js';
import { loopAlle } from '../vectoren/index.js';
import type { Uitslag } from '../vectoren/index.js';
import type {} from '../vectoren/pagina.js';

const VECTOREN = join(import.meta.dirname, '..', 'vectoren');

async function bouwPagina(uitvoer: string): Promise<void> {
  await build({
    configFile: false,
    root: VECTOREN,
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      outDir: uitvoer,
      emptyOutDir: true,
      target: 'es2023',
      rolldownOptions: { input: join(VECTOREN, 'pagina.html') },
    },
  });
}

/** Passed cases a group. Throws with the names of those that did not pass. */
function telling(waar: string, uitslagen: readonly Uitslag[]): Record<string, number> {
  const mis = uitslagen.flatMap(({ groep, naam, fout }) =>
    fout === null ? [] : [`${groep}, ${naam}: ${fout}`],
  );
  expect(mis, waar).toEqual([]);
  const aantallen: Record<string, number> = {};
  for (const { groep } of uitslagen) aantallen[groep] = (aantallen[groep] ?? 0) + 1;
  return aantallen;
}

test('every published vector comes out in Chromium as it does in Node', async () => {
  // Three times a dozen derivations of 64 MiB and more: a busy machine needs the room.
  const map = await mkdtemp(join(tmpdir(), 'casuskluis-vectoren-'));
  await bouwPagina(join(map, 'pagina'));
  const bediening = await startBediening({
    map: join(map, 'pagina'),
    poort: 0,
    info: { endpoint: null, reden: null, versie: 'proef' },
  });
  const executablePath = vindChromium();
  if (executablePath === null) throw new Error('geen Chromium');
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUMARGUMENTEN] });
  try {
    const pagina = await browser.newPage();
    const adres = new URL(bediening.adres);
    adres.pathname = '/pagina.html';
    const antwoord = await pagina.goto(adres.href);
    expect(antwoord?.headers()['content-security-policy']).toBe(CSP);
    await pagina.waitForFunction(() => 'proef' in window);

    const node = telling('Node', await loopAlle());
    const venster = telling('window', await pagina.evaluate(() => window.proef.venster()));
    // The cases that ask the workshop went through its own worker, as in the application.
    expect(pagina.workers().map((w) => new URL(w.url()).pathname)).toEqual([
      expect.stringMatching(/\/werker-[^/]+\.js$/),
    ]);
    const werker = telling('worker', await pagina.evaluate(() => window.proef.werker()));
    expect(await pagina.evaluate(() => window.proef.tegengehouden)).toEqual([]);

    for (const [groep, aantal] of Object.entries(node)) {
      console.info(
        `${groep}: ${aantal} in Node, ${venster[groep] ?? 0} in Chromium, ${werker[groep] ?? 0} in its worker`,
      );
    }
    expect(venster).toEqual(node);
    expect(werker).toEqual(node);
  } finally {
    await browser.close();
    await bediening.stop();
    await rm(map, { recursive: true, force: true });
  }
});
