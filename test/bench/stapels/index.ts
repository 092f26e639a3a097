/** The stacks themselves: runs in the page only. */
import { openDexie } from './dexiekaal.js';
import type { Stapelnaam } from './namen.js';
import { openPouch } from './pouch.js';
import { OPENERS_RX } from './rx.js';
import { openSqlite } from './sqlite.js';
import type { Opener } from './stapel.js';
import { openVloer } from './vloer.js';

export const OPENERS: Record<Stapelnaam, Opener> = {
  ...OPENERS_RX,
  pouch: openPouch,
  dexiekaal: openDexie,
  sqlite: openSqlite,
  vloer: openVloer,
};
