/**
 * Where the main thread of the page spends its time while a function of the bench runs: sampled, and
 * told by function with the file and line where it stands. `npm run bench -- … --rekentijd <map>`.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';

interface Knoop {
  readonly id: number;
  readonly callFrame: {
    readonly functionName: string;
    readonly url: string;
    readonly lineNumber: number;
    readonly columnNumber: number;
  };
  readonly children?: readonly number[];
}
interface Opname {
  readonly nodes: readonly Knoop[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

const MICROSECONDEN = 250;
const REGELS = 25;
/** Of V8: it is not the page that does these. */
const WACHTEN = new Set(['(root)', '(program)', '(idle)']);
const WORTEL = join(import.meta.dirname, '..', '..');

/** Names a place in what was built by its source. */
async function bronnen(map: string): Promise<(knoop: Knoop) => string> {
  const kaarten = new Map<string, SourceMap>();
  const bij = async (pad: string): Promise<void> => {
    const tekst = await readFile(join(map, `${pad}.map`), 'utf8').catch(() => null);
    if (tekst !== null) kaarten.set(pad, new SourceMap(JSON.parse(tekst) as SourceMapPayload));
  };
  await bij('pagina.js');
  return ({ callFrame: { functionName, url, lineNumber, columnNumber } }) => {
    const naam = functionName === '' ? '(naamloos)' : functionName;
    if (url === '') return naam;
    const pad = new URL(url).pathname.slice(1);
    const plek = kaarten.get(pad)?.findEntry(lineNumber, columnNumber);
    if (plek === undefined || !('originalSource' in plek)) return `${naam}  ${pad}`;
    const bron = relative(WORTEL, resolve(dirname(join(map, pad)), plek.originalSource));
    return `${naam}  ${bron}:${plek.originalLine + 1}`;
  };
}

interface Duur {
  /** Microseconds in the function itself, and in it and all that it called. */
  zelf: number;
  geheel: number;
}

function tel(opname: Opname, naamVan: (knoop: Knoop) => string): Map<string, Duur> {
  const knopen = new Map(opname.nodes.map((knoop) => [knoop.id, knoop]));
  const ouder = new Map<number, number>();
  for (const { id, children = [] } of opname.nodes)
    for (const kind of children) ouder.set(kind, id);
  const perKnoop = new Map<number, number>();
  opname.samples?.forEach((id, i) =>
    perKnoop.set(id, (perKnoop.get(id) ?? 0) + (opname.timeDeltas?.[i] ?? 0)),
  );
  const namen = new Map(opname.nodes.map((knoop) => [knoop.id, naamVan(knoop)]));
  const uit = new Map<string, Duur>();
  for (const [id, duur] of perKnoop) {
    const gezien = new Set<string>();
    for (let hier: number | undefined = id; hier !== undefined; hier = ouder.get(hier)) {
      const naam = namen.get(hier) ?? '';
      if (WACHTEN.has(knopen.get(hier)?.callFrame.functionName ?? '')) continue;
      const had = uit.get(naam) ?? { zelf: 0, geheel: 0 };
      if (hier === id) had.zelf += duur;
      // A function that calls itself counts once.
      if (!gezien.has(naam)) had.geheel += duur;
      gezien.add(naam);
      uit.set(naam, had);
    }
  }
  return uit;
}

/** How long the thread did nothing that can be named: waiting for disk and others, and the browser's own. */
function wachten({ nodes, samples, timeDeltas }: Opname): string {
  const stil = new Map(
    nodes
      .filter(({ callFrame }) => WACHTEN.has(callFrame.functionName))
      .map(({ id, callFrame }) => [id, callFrame.functionName] as const),
  );
  const duren = new Map<string, number>();
  samples?.forEach((id, i) => {
    const naam = stil.get(id);
    if (naam !== undefined) duren.set(naam, (duren.get(naam) ?? 0) + (timeDeltas?.[i] ?? 0));
  });
  return [...duren].map(([naam, duur]) => `${naam} ${(duur / 1000).toFixed(0)} ms`).join(', ');
}

function tabel(titel: string, duren: ReadonlyMap<string, Duur>): string {
  const ms = (n: number): string => (n / 1000).toFixed(1).padStart(9);
  const lijst = (orde: keyof Duur): string[] =>
    [...duren]
      .sort(([, a], [, b]) => b[orde] - a[orde])
      .slice(0, REGELS)
      .map(([naam, { zelf, geheel }]) => `${ms(zelf)}${ms(geheel)}  ${naam}`);
  const kop = `${'zelf ms'.padStart(9)}${'geheel'.padStart(9)}`;
  return [titel, kop, ...lijst('zelf'), '', kop, ...lijst('geheel'), ''].join('\n');
}

let nummer = 0;

/** Samples while `werk` runs; writes a profile for the developer tools, and the same as two tables. */
export async function neemRekentijd<T>(
  pagina: Page,
  { gebouwd, map, wat }: { readonly gebouwd: string; readonly map: string; readonly wat: string },
  werk: () => Promise<T>,
): Promise<T> {
  const cdp: CDPSession = await pagina.context().newCDPSession(pagina);
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: MICROSECONDEN });
  await cdp.send('Profiler.start');
  const uit = await werk();
  const { profile } = await cdp.send('Profiler.stop');
  await cdp.detach();
  await mkdir(map, { recursive: true });
  const pad = join(map, `${String(nummer++).padStart(3, '0')}-${wat}`);
  await writeFile(`${pad}.cpuprofile`, JSON.stringify(profile));
  const kop = `${wat}: ${wachten(profile)}`;
  await writeFile(`${pad}.txt`, tabel(kop, tel(profile, await bronnen(gebouwd))));
  return uit;
}
