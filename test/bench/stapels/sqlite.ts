/**
 * SQLite in WASM, encrypted (SQLite3 Multiple Ciphers), on files of the origin private file system.
 * Those are only to be had in a worker, so each call is a message; a document travels as JSON text.
 */
import type { Benchdoc } from '../documenten.js';
import type { Antwoord, Vraag } from './sqlite.werker.js';
import adres from './sqlite.werker.js?worker&url';
import { geteld, type Opener } from './stapel.js';

/** Nothing but the key, as for the other stacks: a raw one, so no derivation of it is measured. */
const SLEUTEL = '01'.repeat(32);

export const openSqlite: Opener = async (database) => {
  // Without this the library starts a second worker, for a VFS that is not used here.
  const werker = new Worker(`${adres}?opfs-disable`, { type: 'module' });
  let vorige: Promise<unknown> = Promise.resolve();
  /** One at a time, as the worker does them. */
  const vraag = (inhoud: Vraag): Promise<string[]> => {
    const antwoord = vorige.then(
      () =>
        new Promise<string[]>((resolve, reject) => {
          werker.onmessage = ({ data }: MessageEvent<Antwoord>) => {
            if ('fout' in data) reject(new Error(`sqlite: ${data.fout}`));
            else resolve(data.rijen);
          };
          werker.onerror = ({ message }) => reject(new Error(`sqlite: ${message}`));
          werker.postMessage(inhoud);
        }),
    );
    vorige = antwoord.catch(() => undefined);
    return antwoord;
  };
  const lees = async (inhoud: Vraag): Promise<Benchdoc[]> =>
    (await vraag(inhoud)).map((rij) => JSON.parse(rij) as Benchdoc);
  await vraag({ soort: 'open', naam: database, sleutel: SLEUTEL });
  return {
    async voegToe(docs) {
      const rijen = docs.map((doc) => [doc.id, doc.casus, JSON.stringify(doc)] as const);
      await vraag({ soort: 'voegToe', rijen });
    },
    async wijzig({ id }, tekst) {
      await vraag({ soort: 'wijzig', id, tekst });
    },
    leesAlles: async () => geteld(await lees({ soort: 'alles' })),
    zoek: async (casus) => geteld(await lees({ soort: 'zoek', casus })),
    haal: async (id) => (await lees({ soort: 'haal', id }))[0],
    async sluit() {
      await vraag({ soort: 'sluit' });
      werker.terminate();
    },
  };
};
