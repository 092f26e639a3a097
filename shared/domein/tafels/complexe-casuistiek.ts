import { tafel, WGS } from './bouw.js';

/** Dossier A1 rows 5 and 13: Casus Op Maat, and when a case is one for the TCC (Baronie). */
export const complexeCasuistiek = tafel(
  'Complexe casuïstiek',
  'Procesregie op casussen die één keten niet kan oplossen',
  WGS,
  {
    frequentie: 'wekelijks',
    deelnemers: ['Gemeente', 'Politie', 'OM', 'Reclassering', 'GGZ'],
    criteria: [
      { id: 'vlakken', tekst: 'Er zijn meerdere problemen op verschillende vlakken' },
      { id: 'partners', tekst: 'Er zijn meer partners nodig om ze op te lossen' },
      { id: 'impact', tekst: 'De problemen hebben veel impact op het gezin en de omgeving' },
      {
        id: 'ketenoverstijgend',
        tekst:
          'Er is ernstige lokale of gebiedsgebonden veiligheidsproblematiek die een ketenoverstijgende aanpak vraagt',
      },
    ],
  },
);
