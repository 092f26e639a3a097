/**
 * `npm run bench -- [--json] [--ronden N] [--documenten N] [naam …]`: measures in headless Chromium
 * and prints a table, or one JSON object. Exit 1 when a budget is not met.
 */
import { parseArgs } from 'node:util';
import { openBrowser } from './browser.js';
import type { Uitslag } from './meting.js';
import { METINGEN } from './metingen/index.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    ronden: { type: 'string', default: '3' },
    documenten: { type: 'string', default: '10000' },
  },
});
const gekozen = METINGEN.filter(
  (meting) => positionals.length === 0 || positionals.includes(meting.naam),
);
if (gekozen.length === 0) {
  console.error(`geen meting met die naam; er zijn: ${METINGEN.map((m) => m.naam).join(', ')}`);
  process.exit(2);
}

const browser = await openBrowser();
const uitslagen: Uitslag[] = [];
try {
  for (const meting of gekozen) {
    const voortgang = (tekst: string): void => console.error(`${meting.naam}: ${tekst}`);
    const opties = {
      ronden: Number(values.ronden),
      documenten: Number(values.documenten),
      voortgang,
    };
    uitslagen.push(await meting.meet(browser, opties));
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

function toon(uitslag: Uitslag): void {
  console.log(`\n${uitslag.meting}: ${uitslag.opzet}`);
  const getal = (x: number | undefined, eenheid: string): string =>
    x === undefined || Number.isNaN(x) ? '–' : `${x.toFixed(x < 10 ? 2 : 0)}${eenheid}`;
  console.table(
    Object.fromEntries(
      uitslag.regels.map((regel) => [
        regel.naam,
        Object.fromEntries(
          Object.entries(regel.ms).map(([kolom, ms]) => [
            kolom,
            `${getal(ms, ' ms')} (${getal(regel.verhouding[kolom], '×')})`,
          ]),
        ),
      ]),
    ),
  );
  for (const b of uitslag.budgetten)
    console.log(
      `${b.gehaald ? 'gehaald' : 'NIET GEHAALD'}: ${b.wat}: ${getal(b.gemeten, ' ms')}, hoogstens ${b.hoogstens} ms`,
    );
}
