/**
 * The endpoint alone, as a process of its own under load: pushing on SQLite and PostgreSQL, how it
 * holds when the store grows, pokes over many streams, and its memory. With `CASUSKLUIS_LANG` up to a
 * million rows; else to a tenth of that, and its budgets say so.
 */
import { startEndpointProces } from '../../harness/endpoint.js';
import { isLang } from '../../harness/lang.js';
import { startCluster, zonderPostgres } from '../../harness/postgres.js';
import { duw, haalPaginas, maakBatches, meetPorren, richtOp } from '../endpointlast.js';
import { budget, type Kaleregel, mediaan, type Meting, ondergrens, p99 } from '../meting.js';

const KLEIN = 25_000;
const MILJOEN = 1_000_000;
const GROOT = isLang ? MILJOEN : 100_000;
/** Rows after which it says how far it is. */
const STAP = 100_000;
const STROMEN = 500;
const PORREN = 20;
const MB = 1024 * 1024;

/** Documents a second, by 50 clients at one process. */
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

/** Documents a second, and milliseconds of a page. */
interface Groei {
  readonly duwen: number;
  readonly halen: number;
}

/** What an endpoint costs when it has few rows and many, and with many streams. */
async function opSqlite(voortgang: (tekst: string) => void): Promise<{
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
    const duwMeer = async (): Promise<number> => {
      const werk = vier.map((a) => [a, maakBatches(a, vakken, 10)] as const);
      rijen += 4_000;
      return duw(werk);
    };
    const vul = async (tot: number): Promise<void> => {
      while (rijen < tot) {
        // A token does not hold as long as this takes.
        for (const apparaat of vier) await apparaat.meldAan();
        const hiervoor = Math.floor(rijen / STAP);
        await duwMeer();
        if (Math.floor(rijen / STAP) > hiervoor) voortgang(`SQLite, ${rijen} van ${tot} rijen`);
      }
    };
    const meet = async (): Promise<Groei> => {
      const ronden: number[] = [];
      while (ronden.length < 5) ronden.push(await duwMeer());
      return { duwen: mediaan(ronden), halen: mediaan(await haalPaginas(huis.een, 12)) };
    };
    voortgang(`SQLite, tot ${KLEIN} rijen`);
    await vul(KLEIN - 20_000);
    const klein = await meet();
    await vul(GROOT - 20_000);
    const groot = await meet();
    voortgang(`${STROMEN} stromen`);
    for (const apparaat of apparaten) await apparaat.meldAan();
    const { porren, geheugen } = await meetPorren(huis, STROMEN, PORREN, () => proces.geheugen());
    return { klein, groot, por: p99(porren), geheugen };
  } finally {
    await proces.ruimOp();
  }
}

const regel = (naam: string, { duwen, halen }: Partial<Groei> & { duwen: number }): Kaleregel => ({
  naam,
  ms: halen === undefined ? {} : { halen },
  maten: { 'duwen, documenten/s': duwen },
});

export const syncEndpoint: Meting = {
  naam: 'sync',
  async meet(_browser, { voortgang }) {
    const { klein, groot, por, geheugen } = await opSqlite(voortgang);
    const budgetten = [
      ondergrens('SQLite, duurzaam, batches van 100', klein.duwen, 15_000, '/s'),
      budget(`duwen, van ${KLEIN} naar ${GROOT} rijen`, klein.duwen / groot.duwen, 3, 'x'),
      budget(`halen, van ${KLEIN} naar ${GROOT} rijen`, groot.halen / klein.halen, 2, 'x'),
      budget(`p99 van een por over ${STROMEN} stromen`, por, 250),
      budget(
        `geheugen van het endpoint bij ${GROOT} rijen en ${STROMEN} stromen`,
        geheugen,
        200 * MB,
        'B',
      ),
    ];
    const regels = [regel(`SQLite, ${KLEIN} rijen`, klein), regel(`SQLite, ${GROOT} rijen`, groot)];
    const overgeslagen: string[] = [];
    if (!isLang)
      overgeslagen.push(`${MILJOEN} rijen: met CASUSKLUIS_LANG=1; hier waren het er ${GROOT}`);
    if (zonderPostgres === null) {
      voortgang('PostgreSQL, 50 clients');
      const duwen = await opPostgres();
      budgetten.push(ondergrens('PostgreSQL, duurzaam, 50 clients', duwen, 8_000, '/s'));
      regels.push(regel('PostgreSQL, 50 clients', { duwen }));
    } else overgeslagen.push(`PostgreSQL: ${zonderPostgres}`);
    return {
      meting: 'sync-endpoint',
      opzet: `een proces, batches van 100 documenten van 1,5 kB; op SQLite duwen 4 apparaten, en halen is een bladzijde van 500`,
      regels: regels.map((r) => ({ ...r, verhouding: {} })),
      budgetten,
      overgeslagen,
    };
  },
};
