/** Door of the room: making, proving and restoring backups. */
export { Kopieenbeheer } from './beheer.js';
export { kopieenIn } from './drager.js';
export { herstel } from './herstellen.js';
export type { Kopieinhoud } from './inhoud.js';
