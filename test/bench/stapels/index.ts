import { cryptojs, dexie, eigen } from './rx.js';
import type { Stapel } from './stapel.js';
import { vloer } from './vloer.js';

export const STAPELS = { eigen, dexie, cryptojs, vloer } as const satisfies Record<string, Stapel>;
export type Stapelnaam = keyof typeof STAPELS;
