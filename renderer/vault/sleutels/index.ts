/** Door of the room: what opens the vault, and the private keys behind it. */
export { ONDERGRENS, BOVENGRENS, kalibreer, leidAf } from './argon.js';
export type { Argonparameters } from './argon.js';
export { accountsleutels, nieuweOpslagsleutel, wisBundel, wisSleutels } from './bundel.js';
export type { Accountsleutels, Bundel } from './bundel.js';
export { pauzeNa } from './pogingen.js';
export { etiketVan } from './etiket.js';
export type { Geopendekopie } from './kopiering.js';
export type { Opslagwissel } from './sleutelbeheer.js';
export type { Ingetrokken } from './ring.js';
export { Sleutelbos } from './sleutelbos.js';
export type { Geopend } from './sleutelbos.js';
