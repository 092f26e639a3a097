/** A device in a Node process of its own, for machines without a Chromium. Talks over IPC. */
import 'fake-indexeddb/auto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { maakApparaat } from './apparaat.js';
import { maakNepplatform } from './platform.js';

const klaar = <T>(verzoek: IDBRequest<T>): Promise<T> =>
  new Promise((goed, mis) => {
    verzoek.onsuccess = () => goed(verzoek.result);
    verzoek.onerror = () => mis(verzoek.error ?? new Error('IndexedDB'));
  });

/** What a disk would hold: every record of every database, as bytes. */
async function schrijfSchijf(map: string): Promise<void> {
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined) continue;
    const database = await klaar(indexedDB.open(name));
    const records: unknown[] = [];
    for (const winkel of database.objectStoreNames) {
      const toegang = database.transaction(winkel).objectStore(winkel);
      records.push(winkel, await klaar(toegang.getAllKeys()), await klaar(toegang.getAll()));
    }
    database.close();
    await writeFile(
      join(map, `${name}.idb`),
      serialize(JSON.parse(JSON.stringify(records, leesbaarGemaakt))),
    );
  }
}

/** Bytes as the text they would be, so that readable bytes are found; keys have no content to write. */
function leesbaarGemaakt(_sleutel: string, waarde: unknown): unknown {
  if (waarde instanceof CryptoKey) return '<CryptoKey>';
  if (waarde instanceof ArrayBuffer) return Buffer.from(waarde).toString('latin1');
  if (ArrayBuffer.isView(waarde))
    return Buffer.from(waarde.buffer, waarde.byteOffset, waarde.byteLength).toString('latin1');
  return waarde;
}

async function plantControle(regels: readonly string[]): Promise<void> {
  const verzoek = indexedDB.open('controle', 1);
  verzoek.onupgradeneeded = () => void verzoek.result.createObjectStore('t');
  const database = await klaar(verzoek);
  const winkel = database.transaction('t', 'readwrite').objectStore('t');
  for (const [i, regel] of regels.entries()) await klaar(winkel.put(regel, i));
  database.close();
}

const methoden = { ...maakApparaat(maakNepplatform()), schrijfSchijf, plantControle };

process.on('message', (bericht: { nr: number; methode: keyof typeof methoden; vraag: never }) => {
  void (async () => {
    try {
      process.send?.({ nr: bericht.nr, antwoord: await methoden[bericht.methode](bericht.vraag) });
    } catch (mis) {
      process.send?.({ nr: bericht.nr, fout: mis instanceof Error ? mis.message : String(mis) });
    }
  })();
});
process.send?.({ nr: 0 });
