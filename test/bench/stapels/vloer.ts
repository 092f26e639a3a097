/** The floor: raw IndexedDB with one AES-GCM segment for each bulk, and nothing on top of it. */
import { type Benchdoc, gewijzigd } from '../documenten.js';
import { type Opener, wacht } from './stapel.js';

interface Segment {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly b: ArrayBuffer;
}

export const openVloer: Opener = async (database) => {
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
  const voegToe = async (docs: readonly Benchdoc[]): Promise<void> => {
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
    tx.objectStore('segmenten').add({ iv, b } satisfies Segment);
    await klaar;
  };
  const lees = async (): Promise<Map<string, Benchdoc>> => {
    const rijen = await wacht(
      db.transaction('segmenten').objectStore('segmenten').getAll() as IDBRequest<Segment[]>,
    );
    const stand = new Map<string, Benchdoc>();
    const open = await Promise.all(
      rijen.map(({ iv, b }) => crypto.subtle.decrypt({ name: 'AES-GCM', iv }, sleutel, b)),
    );
    for (const bytes of open)
      for (const doc of JSON.parse(new TextDecoder().decode(bytes)) as Benchdoc[])
        stand.set(doc.id, doc);
    return stand;
  };
  return {
    voegToe,
    wijzig: (doc, tekst) => voegToe([gewijzigd(doc, tekst)]),
    leesAlles: async () => (await lees()).size,
    haal: async (id) => (await lees()).get(id),
    sluit() {
      db.close();
      return Promise.resolve();
    },
  };
};
