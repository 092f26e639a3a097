/** Door of the room: replication with the endpoint of the house, and joining it. */
export { maakSync } from './sync.js';
export { voegVersiesSamen } from './botsing.js';
export { Lokaalboek } from './lokaal.js';
export { zonderRxdb } from './ophalen.js';
export type { Huisstand } from './replicatie.js';
export { alsVerlening, ontbrekendeParen } from './verleningen.js';
export type { Document, Opslagdeel } from './wachtend.js';
export { open, sluit } from './zegel.js';
export type { Opendeps, Openfout } from './zegel.js';
export { vraagContact } from './contact.js';
export { vraagToegang } from './koppelen.js';
export type * from './types.js';
