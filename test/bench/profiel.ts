/** What a browser left on disk: how many bytes, and whether what people typed can be read in them. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { zinVan } from './documenten.js';

/** Where Chromium keeps IndexedDB, files of OPFS, and either of them for other buckets. */
const OPSLAGMAPPEN = ['IndexedDB', 'File System', 'WebStorage'].map((naam) =>
  join('Default', naam),
);
/** Documents whose sentence is looked for. */
const STEEKPROEF = 20;

async function bestandenIn(map: string): Promise<string[]> {
  const alle = await readdir(map, { recursive: true, withFileTypes: true });
  return alle.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name));
}

/** Bytes of the files in which pages keep their data. */
export async function bytesOpSchijf(profiel: string): Promise<number> {
  let bytes = 0;
  for (const map of OPSLAGMAPPEN) {
    const bestanden = await bestandenIn(join(profiel, map)).catch(() => []);
    for (const pad of bestanden) bytes += (await stat(pad)).size;
  }
  return bytes;
}

/** How many of a sample of documents have their sentence in the clear, anywhere in the profile. */
export async function leesbaarOpSchijf(profiel: string, aantal: number): Promise<number> {
  const zinnen = Array.from({ length: STEEKPROEF }, (_, i) => {
    const zin = zinVan(Math.floor((i * aantal) / STEEKPROEF));
    // The first word may have been overwritten by a change.
    const vast = zin.slice(zin.indexOf(' ', 9) + 1);
    return [Buffer.from(vast, 'latin1'), Buffer.from(vast, 'utf16le')];
  });
  const gezien = new Set<number>();
  for (const pad of await bestandenIn(profiel)) {
    const inhoud = await readFile(pad);
    zinnen.forEach((vormen, i) => {
      if (!gezien.has(i) && vormen.some((vorm) => inhoud.includes(vorm))) gezien.add(i);
    });
  }
  return gezien.size;
}
