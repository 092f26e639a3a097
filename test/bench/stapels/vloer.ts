/** The floor: raw IndexedDB with one AES-GCM segment for each bulk, and nothing on top of it. */
import type { Benchdoc } from '../documenten.js';
import type { Stapel } from './stapel.js';

const wacht = <T>(vraag: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    vraag.onsuccess = () => resolve(vraag.result);
    vraag.onerror = () => reject(vraag.error ?? new Error('indexedDB'));
  });

export const vloer: Stapel = {
  naam: 'vloer (IndexedDB en AES-GCM)',
  async open(database) {
    const vraag = indexedDB.open(database, 1);
    vraag.onupgradeneeded = () => {
      vraag.result.createObjectStore('segmenten', { autoIncrement: true });
    };
    const db = await wacht(vraag);
    const sleutel = await crypto.subtle.importKey(
      'raw',
      new Uint8Array(32).fill(1),
      'AES-GCM',
      false,
      ['encrypt', 'decrypt'],
    );
    const voegToe = async (docs: readonly unknown[]): Promise<void> => {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const b = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv },
        sleutel,
        new TextEncoder().encode(JSON.stringify(docs)),
      );
      const tx = db.transaction('segmenten', 'readwrite', { durability: 'strict' });
      const klaar = new Promise<void>((resolve, reject) => {
        tx.oncomplete = () => resolve();
        tx.onabort = () => reject(tx.error ?? new Error('afgebroken'));
      });
      tx.objectStore('segmenten').add({ iv, b });
      await klaar;
    };
    return {
      voegToe,
      wijzig: (id, tekst) => voegToe([{ id, tekst: tekst.padEnd(1500, '.') }]),
      async leesAlles() {
        const rijen = await wacht(
          db.transaction('segmenten').objectStore('segmenten').getAll() as IDBRequest<
            { iv: Uint8Array<ArrayBuffer>; b: ArrayBuffer }[]
          >,
        );
        const stand = new Map<string, Benchdoc>();
        const open = await Promise.all(
          rijen.map(({ iv, b }) => crypto.subtle.decrypt({ name: 'AES-GCM', iv }, sleutel, b)),
        );
        for (const bytes of open)
          for (const doc of JSON.parse(new TextDecoder().decode(bytes)) as Benchdoc[])
            stand.set(doc.id, doc);
        return stand.size;
      },
      filter: () => Promise.resolve(null),
      zoek: () => Promise.resolve(null),
      verzend: () => Promise.resolve(null),
      ontvang: () => Promise.resolve(null),
      sluit() {
        db.close();
        return Promise.resolve();
      },
    };
  },
};
