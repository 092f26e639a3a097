import { tafel, WGS } from './bouw.js';

/** Dossier A1 row 9. */
export const lokaleTriage = tafel(
  'Lokale triage',
  'Met de gemeente wegen of opschalen nodig is',
  WGS,
  { deelnemers: ['Gemeente'], stappen: ['aanmelding', ['triage', 'Weging'], 'afsluiting'] },
);
