/**
 * Chunks of attachments in the private file system of a browser (OPFS), in a folder of its own. Runs in
 * the worker: only there can a file be written so that it is known to be on disk.
 *
 * A chunk is written beside and renamed, so that under its name there is a whole one or none. The
 * bytes are flushed before the rename. The rename itself goes through Chromium's own index of the
 * profile, which a killed browser keeps and a power cut may set back: the chunk is then not there.
 */
import { z } from 'zod';
import { fout, ok } from '../../shared/result.js';
import type { Result } from '../../shared/result.js';
import { GROOTSTE_STUK, isStuknaam, stuknaam } from '../../shared/stukken.js';
import type { Stukfout } from '../../shared/stukken.js';
import type { Platform } from './contract.js';

const MAP = 'casuskluis-stukken';
const TIJDELIJK = '.nieuw';

const bytes = z
  .custom<Uint8Array<ArrayBuffer>>((b) => b instanceof Uint8Array)
  .refine((b) => b.length <= GROOTSTE_STUK);

/** What the libraries of TypeScript leave out for windows, or do not have yet. */
interface Schrijfgreep {
  truncate(grootte: number): void;
  write(bytes: Uint8Array<ArrayBuffer>, opties: { at: number }): number;
  flush(): void;
  close(): void;
}
interface Bestandsgreep extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<Schrijfgreep>;
  move(naam: string): Promise<void>;
}

const heet =
  (...namen: readonly string[]) =>
  (reden: unknown): boolean =>
    reden instanceof DOMException && namen.includes(reden.name);
const isWeg = heet('NotFoundError');
const isVol = heet('QuotaExceededError');
/** Private windows and unusual profiles have no private file system, or refuse it. */
const isGeweigerd = heet('SecurityError', 'NotSupportedError', 'NotAllowedError');

export function maakOpfs(): Platform['stukken'] {
  let geopend: Promise<FileSystemDirectoryHandle | null> | undefined;
  let volgnummer = 0;

  /** The folder, without what a crash left half written; null where there is no private file system. */
  async function open(): Promise<FileSystemDirectoryHandle | null> {
    const { storage } = navigator as { storage?: Partial<StorageManager> };
    if (storage?.getDirectory === undefined) return null;
    let map: FileSystemDirectoryHandle;
    try {
      map = await (await storage.getDirectory()).getDirectoryHandle(MAP, { create: true });
    } catch (reden) {
      if (isGeweigerd(reden)) return null;
      throw reden;
    }
    for (const naam of await inMap(map)) if (naam.endsWith(TIJDELIJK)) await map.removeEntry(naam);
    return map;
  }

  async function metMap<T>(
    zonder: T,
    doe: (map: FileSystemDirectoryHandle) => Promise<T>,
  ): Promise<T> {
    geopend ??= open();
    let map: FileSystemDirectoryHandle | null;
    try {
      map = await geopend;
    } catch (reden) {
      geopend = undefined;
      throw reden;
    }
    return map === null ? zonder : doe(map);
  }

  return {
    schrijf: (ruweNaam, ruweBytes) =>
      metMap<Result<void, Stukfout>>(fout('niet-ondersteund'), async (map) => {
        const naam = stuknaam.parse(ruweNaam);
        const inhoud = bytes.parse(ruweBytes);
        volgnummer += 1;
        const ernaast = `${naam}.${volgnummer}${TIJDELIJK}`;
        try {
          const bestand = (await map.getFileHandle(ernaast, { create: true })) as Bestandsgreep;
          await vul(bestand, inhoud);
          await bestand.move(naam);
          return ok(undefined);
        } catch (reden) {
          await haalWeg(map, ernaast);
          if (isVol(reden)) return fout('vol');
          throw reden;
        }
      }),
    lees: (ruweNaam) =>
      metMap(null, async (map) => {
        const naam = stuknaam.parse(ruweNaam);
        try {
          const bestand = await (await map.getFileHandle(naam)).getFile();
          return new Uint8Array(await bestand.arrayBuffer());
        } catch (reden) {
          if (isWeg(reden)) return null;
          throw reden;
        }
      }),
    verwijder: (ruweNaam) => metMap(undefined, (map) => haalWeg(map, stuknaam.parse(ruweNaam))),
    namen: () =>
      metMap<readonly string[]>([], async (map) => (await inMap(map)).filter(isStuknaam)),
  };
}

async function vul(bestand: Bestandsgreep, inhoud: Uint8Array<ArrayBuffer>): Promise<void> {
  const greep = await bestand.createSyncAccessHandle();
  try {
    greep.truncate(0);
    if (greep.write(inhoud, { at: 0 }) !== inhoud.length) {
      throw new DOMException('niet alles geschreven', 'QuotaExceededError');
    }
    greep.flush();
  } finally {
    greep.close();
  }
}

async function haalWeg(map: FileSystemDirectoryHandle, naam: string): Promise<void> {
  try {
    await map.removeEntry(naam);
  } catch (reden) {
    if (!isWeg(reden)) throw reden;
  }
}

async function inMap(map: FileSystemDirectoryHandle): Promise<string[]> {
  const namen: string[] = [];
  for await (const naam of map.keys()) namen.push(naam);
  return namen;
}
