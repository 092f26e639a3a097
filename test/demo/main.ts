/**
 * `npm run -s demo -- --json`: the main job, end to end, and proof that nothing got lost or leaked.
 *
 * An endpoint on a temporary folder and three devices. One founds the voorbeeldhuis and invites the
 * other two. Twice, two devices play the same MDO at once without a network, partly in the same
 * fields; they reconnect in one order and then in the other. Afterwards all three must agree, every
 * edit must be there, and neither a disk nor the endpoint's database may hold readable text.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { zorgVoorChromium } from '../../build/chromium.js';
import { startEndpoint } from '../../endpoint/server.js';
import { vandaagIso } from '../../shared/domein/index.js';
import type { Stand } from '../harness/apparaat.js';
import { chromiumApparaten, type Gestart, nodeApparaten } from '../harness/apparaten.js';
import { zoekLeesbaar } from '../harness/leesbaar.js';
import type { Bewerking } from '../harness/mdospel.js';

const GEDULD = 120_000;

/** What is printed with `--json`. */
interface Uitslag {
  devices: number;
  deviceKind: 'chromium' | 'node';
  documents: number;
  edits: number;
  conflictsKept: number;
  lost: number;
  converged: boolean;
  plaintextHitsOnDisk: number;
  plaintextHitsInEndpoint: number;
  /** Whether the same scan found what was planted in the clear. */
  positiveControlFound: { disk: boolean; endpoint: boolean };
  milliseconds: Record<string, number>;
}

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const meld = (tekst: string): void => {
  if (!values.json) console.log(tekst);
};
const milliseconden: Record<string, number> = {};
async function stap<T>(naam: string, taak: () => Promise<T>): Promise<T> {
  const begin = performance.now();
  const uitkomst = await taak();
  milliseconden[naam] = Math.round(performance.now() - begin);
  meld(`${String(milliseconden[naam]).padStart(7)} ms  ${naam}`);
  return uitkomst;
}

async function main(map: string): Promise<Uitslag> {
  const vandaag = vandaagIso(new Date());
  const endpointmap = join(map, 'endpoint');
  const endpoint = await stap('endpoint starten', () =>
    startEndpoint({ dataDir: endpointmap, host: '127.0.0.1', port: 0 }),
  );
  const browser = zorgVoorChromium();
  if (!browser.ok) meld(`Geen Chromium (${browser.fout}): de apparaten draaien in Node.`);
  const fabriek = browser.ok ? await chromiumApparaten(browser.waarde, map) : nodeApparaten(map);
  const gestart: Gestart[] = [];
  const start = async (naam: string): Promise<Gestart> => {
    const nieuw = await fabriek.start(naam);
    gestart.push(nieuw);
    return nieuw;
  };
  try {
    const [een, twee, drie] = await stap('drie apparaten starten', () =>
      Promise.all([start('een'), start('twee'), start('drie')]),
    );
    await stap('huis oprichten', () =>
      een.apparaat.richtOp({ naam: 'J. Wouters', endpoint: endpoint.adres }),
    );
    const documenten = await stap('voorbeeldhuis inlezen', () =>
      een.apparaat.laadVoorbeeld({ vandaag }),
    );
    await stap('naar het endpoint', () => een.apparaat.wachtGelijk({ ms: GEDULD }));
    for (const [apparaat, naam] of [
      [twee, 'R. Kuipers'],
      [drie, 'S. Aydin'],
    ] as const) {
      await stap(`${naam} koppelen`, async () => {
        const code = await een.apparaat.nodigUit({ naam });
        await apparaat.apparaat.koppel({ code, naam });
      });
      await stap(`${naam} ophalen`, () => apparaat.apparaat.wachtGelijk({ ms: GEDULD }));
    }
    const alle = [een, twee, drie].map((g) => g.apparaat);
    const gelijk = async (): Promise<Stand[]> => {
      // What one sends makes the other merge and send: until all agree, or patience ends.
      const einde = performance.now() + GEDULD;
      for (;;) {
        await Promise.all(alle.map((a) => a.wachtGelijk({ ms: GEDULD })));
        const standen = await Promise.all(alle.map((a) => a.stand()));
        if (standen.every((s) => s.hash === standen[0]?.hash) || performance.now() > einde)
          return standen;
        await new Promise((klaar) => setTimeout(klaar, 100));
      }
    };
    await stap('drie apparaten gelijk', gelijk);

    const bewerkingen: Bewerking[] = [];
    let standen: Stand[] = [];
    for (const [ronde, volgorde] of [
      [0, [twee, drie]],
      [1, [drie, twee]],
    ] as const) {
      await stap(`ronde ${ronde + 1}: MDO zonder netwerk op twee apparaten`, async () => {
        await Promise.all([twee, drie].map((g) => g.apparaat.pauzeer({ aan: true })));
        const handen = await Promise.all([
          twee.apparaat.speelMdo({ hand: 'a', ronde, vandaag }),
          drie.apparaat.speelMdo({ hand: 'b', ronde, vandaag }),
        ]);
        bewerkingen.push(...handen.flat());
      });
      await stap(
        `ronde ${ronde + 1}: verbinden, ${ronde === 0 ? 'de een eerst' : 'de ander eerst'}`,
        async () => {
          for (const g of volgorde) {
            await g.apparaat.pauzeer({ aan: false });
            await g.apparaat.wachtGelijk({ ms: GEDULD });
          }
          standen = await gelijk();
        },
      );
    }
    const verloren = await stap('elke bewerking terugzoeken', async () => {
      const per = await Promise.all(alle.map((a) => a.verloren({ bewerkingen })));
      return new Set(per.flat().map((b) => JSON.stringify(b))).size;
    });
    const geheimen = await een.apparaat.geheimen();
    await Promise.all(alle.map((a) => a.sluit()));

    const controle = ['Controle van der Leesbaarheid', '999990019'];
    await een.plantControle(controle);
    await Promise.all(gestart.map((g) => g.stop()));
    await endpoint.stop();
    const { schijf, database } = await stap('schijven doorzoeken', async () => ({
      schijf: (
        await Promise.all(gestart.map((g) => zoekLeesbaar(g.schijf, [...geheimen, ...controle])))
      ).flatMap((s) => s.treffers),
      database: (await zoekLeesbaar(endpointmap, [...geheimen, 'CREATE TABLE'])).treffers,
    }));
    const isControle = (naald: string): boolean =>
      controle.includes(naald) || naald === 'CREATE TABLE';
    return {
      devices: alle.length,
      deviceKind: fabriek.soort,
      documents: documenten,
      edits: bewerkingen.length,
      conflictsKept: standen[0]?.conflicten ?? 0,
      lost: verloren,
      converged: standen.length === 3 && standen.every((s) => s.hash === standen[0]?.hash),
      plaintextHitsOnDisk: schijf.filter((t) => !isControle(t.naald)).length,
      plaintextHitsInEndpoint: database.filter((t) => !isControle(t.naald)).length,
      positiveControlFound: {
        disk: controle.every((c) => schijf.some((t) => t.naald === c)),
        endpoint: database.some((t) => t.naald === 'CREATE TABLE'),
      },
      milliseconds: milliseconden,
    };
  } finally {
    await Promise.allSettled(gestart.map((g) => g.stop()));
    await fabriek.stop();
    await endpoint.stop();
  }
}

const map = await mkdtemp(join(tmpdir(), 'casuskluis-demo-'));
try {
  const uitslag = await main(map);
  const goed =
    uitslag.converged &&
    uitslag.lost === 0 &&
    uitslag.plaintextHitsOnDisk === 0 &&
    uitslag.plaintextHitsInEndpoint === 0 &&
    uitslag.positiveControlFound.disk &&
    uitslag.positiveControlFound.endpoint;
  if (values.json) console.log(JSON.stringify(uitslag, null, 1));
  else {
    meld('');
    for (const [naam, waarde] of Object.entries(uitslag)) {
      if (naam !== 'milliseconds') meld(`${naam.padEnd(24)} ${JSON.stringify(waarde)}`);
    }
    meld(
      goed
        ? '\nNiets verloren, niets leesbaar, drie apparaten gelijk.'
        : '\nDIT IS NIET GOED: zie hierboven.',
    );
  }
  process.exitCode = goed ? 0 : 1;
} finally {
  await rm(map, { recursive: true, force: true });
}
