/**
 * The device secret in a browser: an HMAC key that the browser keeps and that no script can read.
 * It ties the vault to this profile: a copy of the store elsewhere lacks it.
 */

const DATABASE = 'casuskluis-apparaat';
const WINKEL = 'sleutels';
const NAAM = 'geheim';

function beloofd<T>(verzoek: IDBRequest<T>): Promise<T> {
  return new Promise((klaar, mis) => {
    verzoek.onsuccess = () => klaar(verzoek.result);
    verzoek.onerror = () => mis(verzoek.error ?? new Error('IndexedDB weigert'));
  });
}

async function openDatabase(): Promise<IDBDatabase> {
  const verzoek = indexedDB.open(DATABASE, 1);
  verzoek.onupgradeneeded = () => {
    verzoek.result.createObjectStore(WINKEL);
  };
  return beloofd(verzoek);
}

function isSleutel(waarde: unknown): waarde is CryptoKey {
  return waarde instanceof CryptoKey;
}

/** Reads the key, or makes it. Two windows that start at once arrive at the same key. */
async function leesOfMaak(): Promise<CryptoKey> {
  const db = await openDatabase();
  try {
    const lees = async (): Promise<unknown> =>
      beloofd<unknown>(db.transaction(WINKEL).objectStore(WINKEL).get(NAAM));
    const eerder = await lees();
    if (isSleutel(eerder)) return eerder;
    const nieuw = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
    ]);
    await new Promise<void>((klaar, mis) => {
      const t = db.transaction(WINKEL, 'readwrite', { durability: 'strict' });
      // `add` refuses when another window was first; its key is then the one.
      const verzoek = t.objectStore(WINKEL).add(nieuw, NAAM);
      verzoek.onerror = (e) => {
        if (verzoek.error?.name !== 'ConstraintError') return;
        e.preventDefault();
        e.stopPropagation();
      };
      t.oncomplete = () => klaar();
      t.onabort = () => mis(t.error ?? new Error('apparaatgeheim niet bewaard'));
    });
    const bewaard = await lees();
    if (!isSleutel(bewaard)) throw new Error('apparaatgeheim niet teruggevonden');
    return bewaard;
  } finally {
    db.close();
  }
}

/** HMAC-SHA-256 of `zout` under the device secret: 32 bytes. */
export function maakApparaatgeheim(): (
  zout: Uint8Array<ArrayBuffer>,
) => Promise<Uint8Array<ArrayBuffer>> {
  let sleutel: Promise<CryptoKey> | null = null;
  return async (zout) => {
    sleutel ??= leesOfMaak();
    return new Uint8Array(await crypto.subtle.sign('HMAC', await sleutel, zout));
  };
}
