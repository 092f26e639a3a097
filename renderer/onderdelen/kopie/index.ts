/** Door of the room: pointing out a backup and opening it, at the door and inside. */
export {
  GEEN_KOPIE,
  Kopiekeuze,
  type Kopiekeuzestand,
  type Kopieoptie,
} from './kopiekeuze.js';
export { Kopiefoutmelding } from './foutmelding.js';
export { omvangInWoorden } from './omvang.js';
export { useLangwerk } from './langwerk.js';
export { Werkbalk } from './werkbalk.js';
export { kopiecodefout } from './fouten.js';
export { teksten as kopieteksten } from './teksten.js';
