/** Door of the room: writing the chain of this device, and watching those of the others. */
export { Getuigen } from './getuigen.js';
export { Logboek } from './logboek.js';
