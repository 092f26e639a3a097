export * from './basis.js';
export * from './bijlage.js';
export * from './casus.js';
export * from './huis.js';
export * from './log.js';
export * from './tafel.js';
export * from './collecties.js';
export * from './migraties/index.js';
