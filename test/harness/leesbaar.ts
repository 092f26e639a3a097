/**
 * Looks for readable text on disk: the promise is that no name and no BSN is there in the clear.
 *
 * Every file below a folder is read once, and at every byte the next four are looked up among the
 * beginnings of the needles, in UTF-8 and in UTF-16LE, the two ways in which Chromium stores text.
 * A scan is only worth something beside a positive control: see `plantControle`.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface Scan {
  readonly bestanden: number;
  readonly bytes: number;
  /** One per needle and file. */
  readonly treffers: readonly { bestand: string; naald: string }[];
}

interface Naald {
  readonly tekst: string;
  readonly bytes: Buffer;
}

type Index = Map<number, Naald[]>;

function zet(index: Index, naald: Naald): void {
  const begin = naald.bytes.readUInt32LE(0);
  const rij = index.get(begin) ?? [];
  rij.push(naald);
  index.set(begin, rij);
}

function indexeer(naalden: readonly string[]): Index {
  const index: Index = new Map();
  for (const tekst of new Set(naalden)) {
    if (tekst.length < 5) throw new Error(`naald te kort om iets te bewijzen: ${tekst}`);
    for (const codering of ['utf8', 'utf16le'] as const)
      zet(index, { tekst, bytes: Buffer.from(tekst, codering) });
  }
  return index;
}

function zoekIn(inhoud: Buffer, index: ReadonlyMap<number, readonly Naald[]>): Set<string> {
  const gevonden = new Set<string>();
  // First two bytes as a bitmap: almost every position ends here.
  const begin = new Uint8Array(65536);
  for (const sleutel of index.keys()) begin[sleutel & 0xffff] = 1;
  for (let i = 0; i + 4 <= inhoud.length; i++) {
    if (begin[(inhoud[i] ?? 0) | ((inhoud[i + 1] ?? 0) << 8)] !== 1) continue;
    for (const naald of index.get(inhoud.readUInt32LE(i)) ?? []) {
      if (
        !gevonden.has(naald.tekst) &&
        inhoud.compare(
          naald.bytes,
          0,
          naald.bytes.length,
          i,
          Math.min(i + naald.bytes.length, inhoud.length),
        ) === 0
      ) {
        gevonden.add(naald.tekst);
      }
    }
  }
  return gevonden;
}

/** Searches every file below `map`. Files that vanish while a browser runs are left out. */
export async function zoekLeesbaar(map: string, naalden: readonly string[]): Promise<Scan> {
  return zoek(map, indexeer(naalden));
}

/** The same for bytes, given in base64; a hit names them so. */
export function zoekBytes(map: string, naalden: readonly string[]): Promise<Scan> {
  const index: Index = new Map();
  for (const tekst of naalden) zet(index, { tekst, bytes: Buffer.from(tekst, 'base64') });
  return zoek(map, index);
}

async function zoek(map: string, index: Index): Promise<Scan> {
  const treffers: { bestand: string; naald: string }[] = [];
  let bestanden = 0;
  let bytes = 0;
  for (const item of await readdir(map, { recursive: true, withFileTypes: true })) {
    if (!item.isFile()) continue;
    const pad = join(item.parentPath, item.name);
    if (!(await stat(pad).catch(() => null))?.size) continue;
    const inhoud = await readFile(pad).catch(() => null);
    if (!inhoud) continue;
    bestanden += 1;
    bytes += inhoud.length;
    for (const naald of zoekIn(inhoud, index)) treffers.push({ bestand: pad, naald });
  }
  return { bestanden, bytes, treffers };
}
