import { tafel, WGS } from './bouw.js';

/** Dossier A1 row 8. */
export const triageMassVt = tafel(
  'Gezamenlijke triage MaSS–VT',
  'Nieuwe aanmeldingen samen wegen',
  WGS,
  {
    frequentie: 'wekelijks',
    deelnemers: ['MaSS', 'Veilig Thuis'],
    stappen: ['aanmelding', ['triage', 'Weging'], 'afsluiting'],
  },
);
