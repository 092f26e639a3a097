/** Door of the room: the open vault, and what it takes to make a new one. */
export { nieuweDeelnemer, nieuwHuis } from './begin.js';
export { leesAccountbundel } from './identiteit.js';
export { openKluis } from './kluis.js';
export { databases, vermoedelijkeDatabase, wisDatabases } from './plek.js';
export { wisApparaat } from './wissen.js';
