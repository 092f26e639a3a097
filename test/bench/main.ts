/**
 * `npm run bench -- [naam …] [--json] [--ronden N] [--documenten N,…] [--stapels naam,…] [--rekentijd map]`
 *
 * Measures in headless Chromium and prints tables, or one JSON object; exit 1 when a budget is not
 * met. Without a name all measurements run, shortened, in a few minutes; what is asked for by name takes its
 * time. `--stapels eigen,vloer` measures only these of the vault's comparison; the budgets that need
 * another are reported as skipped. `--rekentijd` samples the main thread, writes who used it to the
 * folder, and makes everything slower: no figures to keep. What each figure means: `README.md`.
 */
import { parseArgs } from 'node:util';
import { openBrowser } from './browser.js';
import type { Uitslag } from './meting.js';
import { METINGEN } from './metingen/index.js';
import { isStapelnaam, STAPELS } from './stapels/namen.js';
import { toon } from './toon.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    ronden: { type: 'string' },
    documenten: { type: 'string' },
    stapels: { type: 'string' },
    rekentijd: { type: 'string' },
  },
});
const gekozen = METINGEN.filter(
  (meting) => positionals.length === 0 || positionals.includes(meting.naam),
);
if (gekozen.length === 0) {
  console.error(`geen meting met die naam; er zijn: ${METINGEN.map((m) => m.naam).join(', ')}`);
  process.exit(2);
}
const ronden = values.ronden === undefined ? undefined : Number(values.ronden);
const documenten = values.documenten?.split(',').map(Number);
const stapels = (values.stapels?.split(',') ?? Object.keys(STAPELS)).filter(isStapelnaam);
if (values.stapels !== undefined && stapels.length !== values.stapels.split(',').length) {
  console.error(`er zijn de stapels: ${Object.keys(STAPELS).join(', ')}`);
  process.exit(2);
}
if (![ronden ?? 1, ...(documenten ?? [])].every((n) => Number.isInteger(n) && n > 0)) {
  console.error('--ronden en --documenten nemen gehele getallen boven nul');
  process.exit(2);
}

const browser = await openBrowser(values.rekentijd);
const uitslagen: Uitslag[] = [];
try {
  for (const meting of gekozen) {
    const voortgang = (tekst: string): void => console.error(`${meting.naam}: ${tekst}`);
    const genoemd = positionals.includes(meting.naam);
    uitslagen.push(await meting.meet(browser, { ronden, documenten, stapels, genoemd, voortgang }));
  }
} finally {
  await browser.sluit();
}

const gehaald = uitslagen.every((uitslag) => uitslag.budgetten.every((b) => b.gehaald));
if (values.json) console.log(JSON.stringify({ gehaald, metingen: uitslagen }, afgerond, 2));
else for (const uitslag of uitslagen) toon(uitslag);
process.exitCode = gehaald ? 0 : 1;

function afgerond(_: string, waarde: unknown): unknown {
  return typeof waarde === 'number' ? Math.round(waarde * 1000) / 1000 : waarde;
}
