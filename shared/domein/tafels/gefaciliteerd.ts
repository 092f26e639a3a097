/** Tables that others lead and the house makes possible (dossier A5 row 59, A6 rows 70–72, A9). */
import { CONVENANT, tafel } from './bouw.js';

export const gefaciliteerd = [
  tafel('Jeugdbeschermingstafel', 'Verzoek tot onderzoek door de RvdK bespreken', 'Jeugdwet', {
    deelnemers: ['Gemeente', 'RvdK'],
  }),
  tafel('LCO', 'Lokaal casusoverleg, gefaciliteerd door het huis', CONVENANT),
  tafel('Trajectberaad', 'Nazorg aan jeugdigen, gefaciliteerd door het huis', CONVENANT),
  tafel('COJ', 'Casusoverleg jeugd, gefaciliteerd door het huis', CONVENANT),
  tafel('VT actieoverleg', 'Acties bij acute onveiligheid thuis', CONVENANT),
  tafel('Scenarioteam Seksueel geweld', 'Maatschappelijke onrust bij seksueel geweld', CONVENANT),
  tafel('KR8', 'Intensieve aanpak van een kleine groep, gefaciliteerd door het huis', CONVENANT),
  tafel('MaSS', 'Maatschappelijke steunsystemen, gefaciliteerd door het huis', CONVENANT),
];
