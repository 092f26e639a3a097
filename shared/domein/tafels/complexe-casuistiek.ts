import { lokaleVerrijking, PROCESREGIE } from './algemeen.js';
import { form, keuze, lang, tafel, verplicht, WGS } from './bouw.js';

/** Dossier A1 rows 5 and 13: Casus Op Maat, and when a case is one for the TCC (Baronie). */
export const complexeCasuistiek = tafel(
  'Complexe casuïstiek',
  'Procesregie op casussen die één keten niet kan oplossen',
  WGS,
  {
    frequentie: 'wekelijks',
    deelnemers: ['Gemeente', 'Politie', 'OM', 'Reclassering', 'GGZ'],
    formulieren: [
      form('com', 'Casus op maat', 'Bij de start van een casus op maat.', [
        verplicht(keuze('soort', 'Soort', 'casus op maat', 'anders')),
        lang('waarom', 'Waarom het huis procesregie voert'),
      ]),
      lokaleVerrijking,
      ...PROCESREGIE,
    ],
    tellers: [
      {
        id: 'com',
        naam: 'Casussen op maat',
        formulier: 'com',
        veld: 'soort',
        waarde: 'casus op maat',
        telt: 'casussen',
      },
      ...['opschaling', 'afschaling'].map((richting) => ({
        id: richting,
        naam: richting === 'opschaling' ? 'Opgeschaald' : 'Afgeschaald',
        formulier: 'schaling',
        veld: 'richting',
        waarde: richting,
        telt: 'casussen' as const,
      })),
    ],
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
