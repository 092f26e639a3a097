import type { Meting } from '../meting.js';
import { opslag } from './opslag.js';

/** In the order in which they run. */
export const METINGEN: readonly Meting[] = [opslag];
