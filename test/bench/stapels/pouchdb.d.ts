/** Of PouchDB and its plugins only what is used here: three packages of types say less about it. */
declare module 'pouchdb-browser' {
  type Doc = import('../documenten.js').Benchdoc & { readonly _id: string; readonly _rev: string };
  /** With the methods that the plugins add. */
  export default class PouchDB {
    static plugin(plugin: object): void;
    constructor(naam: string, opties: { adapter: 'idb' });
    crypto(wachtzin: string): Promise<void>;
    createIndex(opties: { index: { fields: string[]; ddoc: string } }): Promise<void>;
    find(vraag: {
      selector: { casus: string };
      use_index: string;
      limit: number;
    }): Promise<{ docs: Doc[] }>;
    bulkDocs(docs: object[]): Promise<object[]>;
    get(id: string): Promise<Doc>;
    put(doc: Doc): Promise<void>;
    allDocs(opties: { include_docs: true }): Promise<{ rows: { doc: Partial<Doc> }[] }>;
    replicate: Record<'to' | 'from', (adres: string) => Promise<{ docs_written: number }>>;
    close(): Promise<void>;
  }
}
declare module 'pouchdb-node' {
  interface Soort {
    defaults(opties: { prefix: string; db: typeof import('leveldown').default }): Soort;
  }
  const PouchDB: Soort;
  export default PouchDB;
}
declare module 'express-pouchdb' {
  export default function expressPouchdb(
    soort: typeof import('pouchdb-node').default,
    opties: { mode: 'minimumForPouchDB'; overrideMode: { exclude: string[] } },
  ): import('node:http').RequestListener;
}
declare module 'leveldown' {
  interface Leveldown {
    _batch(deel: object[], opties: object, klaar: (mis?: Error) => void): void;
  }
  export default function leveldown(plek: string): Leveldown;
}
declare module 'pouchdb-find' {
  const plugin: object;
  export default plugin;
}
declare module 'crypto-pouch' {
  const plugin: object;
  export default plugin;
}
