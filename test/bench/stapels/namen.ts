/** The stacks that are measured, for those who only need to know of them. */
export interface Stapel {
  readonly naam: string;
  /** Whether what people type may not be found on disk. */
  readonly versleuteld: boolean;
  /**
   * When a write is acknowledged: `strict` after a sync of the disk, `relaxed` (Chromium's default)
   * when the system has it. Strict as ours is wherever that can be set, also where the default differs.
   */
  readonly duurzaam: 'strict' | 'relaxed';
}

export const STAPELS = {
  eigen: { naam: 'eigen opslag', versleuteld: true, duurzaam: 'strict' },
  dexie: { naam: 'RxDB op Dexie', versleuteld: false, duurzaam: 'strict' },
  cryptojs: { naam: 'RxDB met crypto-js', versleuteld: true, duurzaam: 'strict' },
  // PouchDB has no setting for it.
  pouch: { naam: 'PouchDB met crypto-pouch', versleuteld: true, duurzaam: 'relaxed' },
  dexiekaal: { naam: 'Dexie alleen', versleuteld: false, duurzaam: 'strict' },
  sqlite: { naam: 'SQLite in WASM, ChaCha20', versleuteld: true, duurzaam: 'strict' },
  vloer: { naam: 'vloer (IndexedDB en AES-GCM)', versleuteld: true, duurzaam: 'strict' },
} as const satisfies Record<string, Stapel>;
export type Stapelnaam = keyof typeof STAPELS;
export const isStapelnaam = (naam: string): naam is Stapelnaam => Object.hasOwn(STAPELS, naam);
/** Those on RxDB: they can be searched and replicated too. */
export type Rxnaam = 'eigen' | 'dexie' | 'cryptojs';
