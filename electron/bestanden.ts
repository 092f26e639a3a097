/** Writing files that must be whole and on disk, for what the shell keeps. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

export const VOL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);

export const codeVan = (reden: unknown): string =>
  reden instanceof Error && 'code' in reden && typeof reden.code === 'string' ? reden.code : '';

const TIJDELIJK = '.nieuw';

/** Where a file is written before it gets its name: a name that is no name of ours. */
export const naastPad = (pad: string): string => `${pad}.${randomUUID()}${TIJDELIJK}`;

/** Makes a folder for its owner alone, and clears what a crash left half written in it. */
export async function maakSchoon(map: string): Promise<void> {
  await mkdir(map, { recursive: true, mode: 0o700 });
  for (const bestand of await readdir(map)) {
    if (bestand.endsWith(TIJDELIJK)) await rm(join(map, bestand), { force: true });
  }
}

/** A new file, for its owner alone, flushed. */
export async function schrijfHeel(pad: string, bytes: Uint8Array): Promise<void> {
  const bestand = await open(pad, 'wx', 0o600);
  try {
    await bestand.writeFile(bytes);
    await bestand.sync();
  } finally {
    await bestand.close();
  }
}

/** Flushes the names in a folder. Not on Windows, where it cannot be done; NTFS journals a rename. */
export async function spoelMap(
  map: string,
  besturingssysteem: NodeJS.Platform = process.platform,
): Promise<void> {
  if (besturingssysteem === 'win32') return;
  const greep = await open(map, 'r');
  try {
    await greep.sync();
  } finally {
    await greep.close();
  }
}
