import type { Meting } from '../meting.js';
import { lijst } from './lijst.js';
import { opslag } from './opslag.js';
import { sync } from './sync.js';

/** In the order in which they run. */
export const METINGEN: readonly Meting[] = [opslag, lijst, sync];
