/** The door of importing: reading files, loading documents, and the voorbeeldhuis. */
export * from './canoniek.js';
export * from './lezen.js';
export * from './aansluiting.js';
export * from './naardocumenten.js';
export * from './laadset.js';
export * from './laden.js';
export * from './huislijsten.js';
export * from './voorbeeldhuis.js';
