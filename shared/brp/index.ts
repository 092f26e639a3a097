/** The door of the BRP: asking it and reading its answers. */
export * from './antwoord.js';
export * from './lijn.js';
export * from './vraag.js';
