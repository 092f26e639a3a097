/** Door of the room: a text as a QR code, and back from a picture. */
export { Qr } from './qr.js';
export { leesBeeld } from './beeld.js';
