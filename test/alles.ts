/**
 * `npm test`: unit, property and end-to-end tests, and one closing line with the counts.
 *
 * Without a Chromium, and without a way to get one, the end-to-end tests do not run: they are counted
 * as skipped and that is said loudly, but it does not fail the run.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { zorgVoorChromium } from '../build/chromium.js';

const WORTEL = join(import.meta.dirname, '..');
const UITVOER = join(WORTEL, 'test-results');

interface Telling {
  geslaagd: number;
  mislukt: number;
  overgeslagen: number;
}

const vitestUitslag = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});
const playwrightUitslag = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
  errors: z.array(z.unknown()),
});

function voer(opdracht: string, ...argumenten: string[]): number {
  return spawnSync('npx', [opdracht, ...argumenten], { cwd: WORTEL, stdio: 'inherit' }).status ?? 1;
}

function lees<T>(bestand: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(JSON.parse(readFileSync(join(UITVOER, bestand), 'utf8')));
  } catch (mis) {
    console.error(`Geen uitslag in ${bestand}:`, mis instanceof Error ? mis.message : mis);
    return null;
  }
}

function eenheden(): Telling {
  const code = voer(
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    '--outputFile.json=test-results/unit.json',
  );
  const uitslag = lees('unit.json', vitestUitslag);
  if (!uitslag) return { geslaagd: 0, mislukt: 1, overgeslagen: 0 };
  // A file that does not load has no tests to count, and is a failure all the same.
  const stil = uitslag.numFailedTests === 0 && (code !== 0 || !uitslag.success) ? 1 : 0;
  return {
    geslaagd: uitslag.numPassedTests,
    mislukt: uitslag.numFailedTests + stil,
    overgeslagen: uitslag.numPendingTests + uitslag.numTodoTests,
  };
}

const PLAYWRIGHT = ['test', '--config', 'test/playwright.config.ts'];

function begintotend(): Telling {
  const code = voer('playwright', ...PLAYWRIGHT);
  const uitslag = lees('e2e.json', playwrightUitslag);
  if (!uitslag) return { geslaagd: 0, mislukt: 1, overgeslagen: 0 };
  const stil = uitslag.stats.unexpected === 0 && code !== 0 ? 1 : 0;
  return {
    geslaagd: uitslag.stats.expected + uitslag.stats.flaky,
    mislukt: uitslag.stats.unexpected + stil,
    overgeslagen: uitslag.stats.skipped,
  };
}

/** Number of end-to-end tests there are, without running one. */
function aantalBegintotend(): number {
  const { stdout } = spawnSync('npx', ['playwright', ...PLAYWRIGHT, '--list', '--reporter=list'], {
    cwd: WORTEL,
    encoding: 'utf8',
  });
  return Number(/Total: (\d+) test/.exec(stdout)?.[1] ?? 0);
}

rmSync(UITVOER, { recursive: true, force: true });
mkdirSync(UITVOER, { recursive: true });
const chromium = zorgVoorChromium();
const delen = [eenheden()];
if (chromium.ok) {
  delen.push(begintotend());
} else {
  const aantal = aantalBegintotend();
  delen.push({ geslaagd: 0, mislukt: 0, overgeslagen: aantal });
  console.log(
    `\n${'!'.repeat(72)}\nNIET GEDRAAID: ${aantal} end-to-endtests, want er is geen Chromium.\nGeprobeerd: ${chromium.fout}\n${'!'.repeat(72)}\n`,
  );
}
const som = delen.reduce((a, b) => ({
  geslaagd: a.geslaagd + b.geslaagd,
  mislukt: a.mislukt + b.mislukt,
  overgeslagen: a.overgeslagen + b.overgeslagen,
}));
console.log(`${som.geslaagd} passed, ${som.mislukt} failed, ${som.overgeslagen} skipped`);
process.exitCode = som.mislukt === 0 && som.geslaagd > 0 ? 0 : 1;
