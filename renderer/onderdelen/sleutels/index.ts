/** Door of the room: what people do with a passphrase and a recovery code, at the door and inside. */
export { naarEersteFout } from './formulier.js';
export { Herstelcodeveld } from './herstelcodeveld.js';
export { Kit } from './kit.js';
export {
  isGekozen,
  LEGE_KEUZE,
  NieuweWachtzin,
  Sterktemeter,
  useSterkte,
} from './nieuwewachtzin.js';
export { meetSterkte, voldoet } from './sterkte.js';
export { teksten as sleutelteksten } from './teksten.js';
export { stelWachtzinVoor } from './woorden.js';
