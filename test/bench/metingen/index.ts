import type { Meting } from '../meting.js';
import { lijst } from './lijst.js';
import { log } from './log.js';
import { schermen } from './schermen.js';
import { syncEndpoint } from './sync-endpoint.js';
import { sync } from './sync.js';
import { vault } from './vault.js';

/** In the order in which they run. */
export const METINGEN: readonly Meting[] = [vault, lijst, schermen, log, sync, syncEndpoint];
