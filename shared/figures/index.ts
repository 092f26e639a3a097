/** The door of the figures: the same code for the page, the headless command and the tests. */
export * from './figuren.js';
export * from './pagina.js';
export * from './bron.js';
