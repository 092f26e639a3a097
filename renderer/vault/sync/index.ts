/** Door of the room: replication with the endpoint of the house, and joining it. */
export { maakSync } from './sync.js';
export { vraagContact } from './contact.js';
export { vraagToegang } from './koppelen.js';
export type * from './types.js';
