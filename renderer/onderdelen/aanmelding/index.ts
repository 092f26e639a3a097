/** What several screens do with an aanmelding: deciding, telling the melder, and who it is about. */
export { Bekendelink, bekendeInWoorden, Persoonskoppeling } from './persoon.js';
export { nietAccepteren } from './redenen.js';
export { Terugkoppelknop } from './terugkoppelen.js';
export { teksten } from './teksten.js';
export { Uitkomstdialoog } from './uitkomst.js';
