/**
 * The endpoint alone, as a process of its own under load: pushing on SQLite and PostgreSQL, how it
 * holds when the store grows, pokes over many streams, and its memory. With `CASUSKLUIS_LANG` up to a
 * million rows; else a tenth of that, in a minute.
 */
import { startEndpointProces } from '../../harness/endpoint.js';
import { isLang } from '../../harness/lang.js';
import { startCluster, zonderPostgres } from '../../harness/postgres.js';
import { duw, haalPaginas, maakBatches, meetPorren, richtOp } from '../endpointlast.js';
import { type Budget, budget, type Kaleregel, mediaan, type Meting } from '../meting.js';

const KLEIN = 25_000;
const GROOT = isLang ? 1_000_000 : 100_000;
const STROMEN = 500;
const PORREN = 20;
const MB = 1024 * 1024;

const p99 = (getallen: readonly number[]): number =>
  getallen.toSorted((a, b) => a - b)[Math.floor(getallen.length * 0.99)] ?? Number.NaN;

/** Milliseconds per 1000 documents, by 50 clients at one process. */
async function opPostgres(): Promise<number> {
  const cluster = await startCluster(true);
  const proces = await startEndpointProces({ db: await cluster.nieuw() });
  try {
    const { apparaten, vakken } = await richtOp(proces.adres, 50, 10);
    await duw(apparaten.slice(0, 10).map((a) => [a, maakBatches(a, vakken, 2)]));
    return await duw(apparaten.map((a) => [a, maakBatches(a, vakken, 8)]));
  } finally {
    await proces.ruimOp();
    await cluster.stop();
  }
}

interface Groei {
  readonly duwen: number;
  readonly halen: number;
}

/** What endpoints cost when they have few rows and many, and with many streams. */
async function opSqlite(voortgang: (tekst: string) => void): Promise<{
  duurzaam: number;
  klein: Groei;
  groot: Groei;
  por: number;
  geheugen: number;
}> {
  const proces = await startEndpointProces();
  try {
    const huis = await richtOp(proces.adres, 101, 100);
    const { apparaten, vakken } = huis;
    const vier = apparaten.slice(0, 4);
    let rijen = 0;
    const vul = async (tot: number): Promise<void> => {
      while (rijen < tot) {
        for (const apparaat of vier) await apparaat.meldAan();
        await duw(vier.map((a) => [a, maakBatches(a, vakken, 10, 200)]));
        rijen += 4_000;
      }
    };
    const meet = async (): Promise<Groei> => {
      const ronden: number[] = [];
      for (let i = 0; i < 5; i += 1) {
        ronden.push(await duw(vier.map((a) => [a, maakBatches(a, vakken, 10)])));
        rijen += 4_000;
      }
      return { duwen: mediaan(ronden), halen: mediaan(await haalPaginas(huis.een, 12)) };
    };
    voortgang('SQLite, weinig rijen');
    await vul(KLEIN - 20_000);
    const klein = await meet();
    voortgang(`SQLite, tot ${GROOT} rijen`);
    await vul(GROOT - 20_000);
    const groot = await meet();
    voortgang(`${STROMEN} stromen`);
    for (const apparaat of apparaten) await apparaat.meldAan();
    const por = p99(await meetPorren(huis, STROMEN, PORREN));
    return { duurzaam: klein.duwen, klein, groot, por, geheugen: proces.geheugen() };
  } finally {
    await proces.ruimOp();
  }
}

const perSeconde = (ms: number): number => 1_000_000 / ms;

export const syncEndpoint: Meting = {
  naam: 'sync',
  async meet(_browser, { voortgang }) {
    const lite = await opSqlite(voortgang);
    const budgetten: Budget[] = [
      budget('SQLite, duurzaam, per 1000 documenten (15.000/s)', lite.duurzaam, 1_000 / 15),
      budget(`duwen bij ${GROOT} rijen`, lite.groot.duwen / lite.klein.duwen, 3, 'x'),
      budget(`halen bij ${GROOT} rijen`, lite.groot.halen / lite.klein.halen, 2, 'x'),
      budget(`p99 van een por over ${STROMEN} stromen`, lite.por, 250),
      budget('geheugen van het endpoint', lite.geheugen, 200 * MB, 'B'),
    ];
    const regels: Kaleregel[] = [
      {
        naam: `SQLite, ${KLEIN} rijen`,
        ms: { ...lite.klein },
        maten: { 'documenten/s': perSeconde(lite.klein.duwen) },
      },
      {
        naam: `SQLite, ${GROOT} rijen`,
        ms: { ...lite.groot },
        maten: { 'documenten/s': perSeconde(lite.groot.duwen) },
      },
    ];
    const overgeslagen: string[] = [];
    if (zonderPostgres === null) {
      voortgang('PostgreSQL, 50 clients');
      const duwen = await opPostgres();
      budgetten.push(
        budget('PostgreSQL, 50 clients, per 1000 documenten (8.000/s)', duwen, 1_000 / 8),
      );
      regels.push({
        naam: 'PostgreSQL, 50 clients',
        ms: { duwen },
        maten: { 'documenten/s': perSeconde(duwen) },
      });
    } else overgeslagen.push(`PostgreSQL: ${zonderPostgres}`);
    return {
      meting: 'sync-endpoint',
      opzet: `een proces, batches van 100 documenten van 1,5 kB; duwen is per 1000 documenten door 4 apparaten, halen een bladzijde van 500`,
      regels: regels.map((regel) => ({ ...regel, verhouding: {} })),
      budgetten,
      overgeslagen,
    };
  },
};
