/** Door of the room: the log as chains of signed lines, how they are written, checked and handed over. */
export * from './controle.js';
export * from './keten.js';
export * from './uitvoer.js';
