/** The door of the domain: words, dates, names, lists and projections. Pure, without platform. */
export * from './soorten.js';
export * from './datums.js';
export * from './namen.js';
export * from './stappen.js';
export * from './leefgebieden.js';
export * from './lijsten.js';
export * from './tekst.js';
export * from './bsn.js';
export * from './casusregels.js';
export * from './casusreis.js';
export * from './invoerregel.js';
export * from './agenda.js';
export * from './bestanden.js';
export * from './bevoegdheden.js';
export * from './contacttermijn.js';
export * from './autorisaties.js';
