/** Door of the room: the open vault, and what it takes to make a new one. */
export { nieuweDeelnemer, nieuwHuis } from './begin.js';
export { bundelVan } from './koppelbundel.js';
export { openKluis } from './kluis.js';
export { databases, vermoedelijkeDatabase, wisDatabases } from './plek.js';
export { wisApparaat } from './wissen.js';
