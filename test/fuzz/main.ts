/**
 * `npm run fuzz -- [--runs N] [--seed S] [--verloop]`: so many houses under simulation (`wereld.ts`), over
 * all cores, and what came of them. Run i has seed S + i. Of a house in which something is not true the seed
 * is printed, with what happened; `--runs 1 --seed` with that seed plays it again. What is drawn is then the
 * same; how the requests of devices fall between each other is not, so it may take some tries.
 */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isLang } from '../harness/lang.js';
import { Instanties } from './instantie.js';
import { type Telling, Wereld } from './wereld.js';

/** Of these one has an endpoint that is killed instead of stopped: starting it takes a second. */
const PER_PROCES = 10;
const LANGST_MS = 120_000;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: isLang ? '10000' : '300' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    deel: { type: 'string' },
    verloop: { type: 'boolean', default: false },
  },
});
const [runs, seed] = [Number(values.runs), Number(values.seed)];
if (![runs, seed].every(Number.isSafeInteger) || runs < 1)
  throw new Error('--runs en --seed nemen gehele getallen');

interface Uitslag {
  readonly seed: number;
  readonly telling: Telling;
  /** Null when all was true. */
  readonly fout: string | null;
  readonly verloop: readonly string[];
}

async function speel(instanties: Instanties, i: number): Promise<Uitslag> {
  const wereld = new Wereld(instanties, seed + i, (seed + i) % PER_PROCES === 0);
  let fout: string | null = null;
  let stand: string[] = [];
  let wekker: ReturnType<typeof setTimeout> | undefined;
  const lang = new Promise<never>((_, mis) => {
    wekker = setTimeout(() => mis(new Error(`niet klaar na ${LANGST_MS} ms`)), LANGST_MS);
  });
  try {
    await Promise.race([wereld.speel(), lang]);
  } catch (oorzaak) {
    stand = wereld.beschrijf();
    fout = oorzaak instanceof Error ? (oorzaak.stack ?? oorzaak.message) : String(oorzaak);
  } finally {
    clearTimeout(wekker);
    await Promise.race([wereld.ruimOp(), new Promise((klaar) => setTimeout(klaar, 5_000))]);
  }
  return { seed: seed + i, telling: wereld.telling, fout, verloop: [...wereld.verloop, ...stand] };
}

/** A part of the runs, in a process of its own: every so-manieth, from the given one on. */
async function speelDeel(begin: number, stap: number): Promise<void> {
  const instanties = await Instanties.bouw();
  for (let i = begin; i < runs; i += stap) process.send?.(await speel(instanties, i));
  instanties.ruimOp();
  process.exit(0);
}

async function speelAlles(): Promise<void> {
  console.log(`fuzz: ${runs} huizen, seed ${seed}`);
  const begin = performance.now();
  const totaal: Partial<Record<keyof Telling, number>> = {};
  let klaar = 0;
  let mis = 0;
  const neem = (uitslag: Uitslag): void => {
    klaar += 1;
    for (const [naam, n] of Object.entries(uitslag.telling) as [keyof Telling, number][])
      totaal[naam] = (totaal[naam] ?? 0) + n;
    if (uitslag.fout !== null || values.verloop) console.log(uitslag.verloop.join('\n'));
    if (uitslag.fout !== null) {
      mis += 1;
      console.error(`\nMIS: npm run fuzz -- --runs 1 --seed ${uitslag.seed}\n${uitslag.fout}\n`);
    }
    if (klaar % 25 === 0) console.log(`${klaar} van ${runs}, ${mis} mis`);
  };
  const delen = Math.min(runs, availableParallelism());
  const codes = await Promise.all(
    Array.from(
      { length: delen },
      (_, deel) =>
        new Promise<number | null>((af) => {
          const vlaggen = ['--runs', String(runs), '--seed', String(seed)];
          const kind = fork(import.meta.filename, [...vlaggen, '--deel', `${deel}/${delen}`], {
            execArgv: ['--import', 'tsx'],
          });
          kind.on('message', (bericht) => neem(bericht as Uitslag));
          kind.on('exit', af);
        }),
    ),
  );
  const duur = ((performance.now() - begin) / 1000).toFixed(0);
  console.log(
    `fuzz: ${klaar} huizen in ${duur} s, ${mis} mis; ` +
      Object.entries(totaal)
        .map(([naam, n]) => `${naam} ${n}`)
        .join(', '),
  );
  process.exitCode = mis > 0 || klaar < runs || codes.some((code) => code !== 0) ? 1 : 0;
}

if (values.deel === undefined) await speelAlles();
else {
  const [deel = 0, delen = 1] = values.deel.split('/').map(Number);
  await speelDeel(deel, delen);
}
