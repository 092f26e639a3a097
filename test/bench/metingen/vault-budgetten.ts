/** What the store must reach, at which number of documents, and next to what. */
import { type Budget, budget, type Eenheid } from '../meting.js';
import { STAPELS, type Stapelnaam } from '../stapels/namen.js';

/** Medians of one stack with one number of documents. */
export interface Stand {
  readonly ms: Readonly<Record<Kolom, number>>;
  readonly heapPerDocument: number;
  readonly schijf: number;
  /** Of the vault's own only. */
  readonly versleuteld: number;
  readonly leesbaar: number;
}
export type Kolom =
  | 'invoegen'
  | 'waarvan index'
  | 'openen'
  | 'openen en alles lezen'
  | 'zoeken (200)'
  | 'wijzigen p50'
  | 'wijzigen p95';
export type Standen = ReadonlyMap<number, ReadonlyMap<Stapelnaam, Stand>>;

/** Number of documents at which the vault is compared with other stacks. */
const MAATSTAF = 10_000;
const GROOT = 50_000;

const TEGEN: readonly (readonly [Kolom, Stapelnaam, number])[] = [
  ['invoegen', 'dexie', 0.3],
  ['invoegen', 'sqlite', 0.65],
  ['invoegen', 'vloer', 1.2],
  ['openen en alles lezen', 'dexie', 0.45],
  ['openen en alles lezen', 'vloer', 1.5],
  ['zoeken (200)', 'dexie', 0.02],
  ['wijzigen p50', 'vloer', 1.3],
];
const LEZEN_MS = 1000;
const GROEI_VAN_OPENEN = 6;
const HEAP_PER_DOCUMENT = 6000;
const SCHIJF_PER_BYTE = 1.5;

export interface Oordeel {
  readonly budgetten: Budget[];
  readonly overgeslagen: string[];
}

export function oordeel(standen: Standen): Oordeel {
  const budgetten: Budget[] = [];
  const overgeslagen: string[] = [];
  const van = (stapel: Stapelnaam, documenten: number): Stand | undefined =>
    standen.get(documenten)?.get(stapel);
  /** Adds it, or says that it could not be measured. */
  const eis = (
    wat: string,
    gemeten: number | undefined,
    hoogstens: number,
    eenheid: Eenheid,
  ): void => {
    if (gemeten === undefined) overgeslagen.push(wat);
    else budgetten.push(budget(wat, gemeten, hoogstens, eenheid));
  };
  const verhouding = (een: number | undefined, ander: number | undefined): number | undefined =>
    een === undefined || ander === undefined ? undefined : een / ander;

  const wij = van('eigen', MAATSTAF);
  for (const [kolom, stapel, hoogstens] of TEGEN)
    eis(
      `${kolom}, naast ${STAPELS[stapel].naam}, bij ${MAATSTAF}`,
      verhouding(wij?.ms[kolom], van(stapel, MAATSTAF)?.ms[kolom]),
      hoogstens,
      'x',
    );
  eis(`openen en alles lezen, bij ${MAATSTAF}`, wij?.ms['openen en alles lezen'], LEZEN_MS, 'ms');
  eis(
    `openen bij ${GROOT}, naast dat bij ${MAATSTAF}`,
    verhouding(van('eigen', GROOT)?.ms.openen, wij?.ms.openen),
    GROEI_VAN_OPENEN,
    'x',
  );
  // With fewer documents it is the fixed part of a browser's database that is measured.
  for (const documenten of new Set([
    MAATSTAF,
    ...[...standen.keys()].filter((n) => n > MAATSTAF),
  ])) {
    const stand = van('eigen', documenten);
    eis(`heap per document, bij ${documenten}`, stand?.heapPerDocument, HEAP_PER_DOCUMENT, 'B');
    eis(
      `schijf, naast de versleutelde bytes, bij ${documenten}`,
      verhouding(stand?.schijf, stand?.versleuteld),
      SCHIJF_PER_BYTE,
      'x',
    );
  }
  for (const documenten of standen.keys())
    eis(
      `documenten waarvan een zin leesbaar op schijf staat, bij ${documenten}`,
      van('eigen', documenten)?.leesbaar,
      0,
      'n',
    );
  return { budgetten, overgeslagen };
}
