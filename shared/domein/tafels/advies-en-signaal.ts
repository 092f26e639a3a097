import { aveAfspraken, reflectie } from './algemeen.js';
import {
  CONVENANT,
  form,
  getal,
  janee,
  keuze,
  keuzes,
  lang,
  tafel,
  tekst,
  verplicht,
} from './bouw.js';

/** Dossier A3 rows 40 and 47, A4 rows 48–52: the other tasks of a house. No cases: registers of the house as a whole. */
export const THEMAS = [
  'huiselijk geweld',
  'ex-gedetineerden',
  'onbegrepen gedrag',
  'radicalisering',
  'mensenhandel',
  'jeugd',
  'ondermijning',
  'anders',
];

/** Tafel of the registers that are of no tafel. */
export const SIGNAALTAFEL = 'Advies en signaal';

export const signaalFormulier = form(
  'signaal',
  'Signaal',
  'Bij een knelpunt of trend die boven een casus uitgaat. Noem casussen met een letter, niet met een naam.',
  [
    verplicht(lang('signaal', 'Signaal')),
    verplicht(keuzes('themas', 'Thema’s', ...THEMAS)),
    verplicht(keuze('niveau', 'Niveau', 'operationeel', 'tactisch', 'strategisch')),
    tekst('bron', 'Komt uit casus (gepseudonimiseerd)'),
    tekst('geadresseerd', 'Gemeld aan'),
    keuze('status', 'Status', 'nieuw', 'geagendeerd', 'in behandeling', 'afgehandeld'),
    lang('terugkoppeling', 'Terugkoppeling'),
  ],
  'huis',
);

export const adviesEnSignaal = tafel(
  SIGNAALTAFEL,
  'Vastleggen welk advies het huis gaf en welke knelpunten het ziet',
  CONVENANT,
  {
    rollen: [],
    stappen: [],
    formulieren: [
      form(
        'advies',
        'Advies',
        'Bij elke vraag om advies. Noem geen namen.',
        [
          verplicht(tekst('vrager', 'Organisatie die vraagt')),
          verplicht(keuze('thema', 'Thema', ...THEMAS)),
          verplicht(lang('advies', 'Vraag en advies')),
          keuze('vervolg', 'Vervolg', 'geen', 'aanmelding', 'doorverwezen', 'later terugkomen'),
          getal('minuten', 'Tijd, in minuten'),
        ],
        'huis',
      ),
      signaalFormulier,
      form(
        'adviesrol',
        'Adviesrol in een lokaal overleg',
        'Als het huis als adviseur aan een lokaal MDO deelnam.',
        [
          verplicht(tekst('gemeente', 'Gemeente')),
          verplicht(tekst('overleg', 'Overleg')),
          keuze('rol', 'Rol', 'adviseur', 'voorzitter', 'toehoorder'),
        ],
        'huis',
      ),
      form(
        'beleidsadvies',
        'Beleidsadvies',
        'Bij advies over beleid of werkprocessen.',
        [
          verplicht(tekst('partij', 'Aan wie')),
          verplicht(tekst('onderwerp', 'Onderwerp')),
          janee('gevraagd', 'Het advies was gevraagd'),
          lang('advies', 'Advies'),
        ],
        'huis',
      ),
      reflectie,
      aveAfspraken,
    ],
    tellers: [
      ['adviezen', 'Adviezen', 'advies'],
      ['adviesrollen', 'Adviesrol in een lokaal overleg', 'adviesrol'],
      ['beleidsadviezen', 'Beleidsadviezen', 'beleidsadvies'],
      ['signalen', 'Signalen', 'signaal'],
      ['reflecties', 'Casusreflecties', 'reflectie'],
      ['ave', 'AVE-afspraken', 'ave'],
    ].map(([id = '', naam = '', formulier = '']) => ({
      id,
      naam,
      formulier,
      veld: null,
      waarde: null,
      telt: 'registraties' as const,
    })),
  },
);
