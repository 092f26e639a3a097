/** First run, lock screen, and the states in which the vault does not open. */
export { Deur } from './deur.js';
