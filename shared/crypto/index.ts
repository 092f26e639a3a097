/**
 * Door of the room: the formats and algorithms of the house, on WebCrypto. No DOM, no Node: the same
 * code in a browser, in Electron and in a test.
 */
export * from './aead.js';
export * from './bytes.js';
export * from './certificaat.js';
export * from './envelop.js';
export * from './formulierzegel.js';
export * from './geheim.js';
export * from './herstelcode.js';
export * from './hpke.js';
export * from './sleutels.js';
export * from './uitnodigingscode.js';
export * from './verificatienummer.js';
export * from './verklaringen.js';
export * from './verlening.js';
