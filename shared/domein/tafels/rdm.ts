import {
  dag,
  form,
  janee,
  keuze,
  keuzes,
  lang,
  tafel,
  tekst,
  verplicht,
  versie,
  WGS,
} from './bouw.js';

/** Dossier A3 row 42: regionale doorzettingsmacht, where the house is the point of coordination. */
export const rdm = tafel('RDM trede 3', 'Bestuurlijk escalatieoverleg voorbereiden', WGS, {
  deelnemers: ['Gemeente'],
  stappen: ['aanmelding', ['triage', 'Toets op trede 3'], 'plan', 'monitoring', 'afsluiting'],
  formulieren: [
    versie(
      2,
      form('aanmelding-rdm', 'Aanmelding trede 3', 'Als de gewone tafels geen oplossing vonden.', [
        verplicht(lang('trede1', 'Trede 1: wat is gedaan, met welk resultaat')),
        verplicht(lang('trede2', 'Trede 2: wat is gedaan, met welk resultaat')),
        lang('trede3', 'Trede 3: wat het bestuurlijk overleg moet oplossen'),
        lang('trede4', 'Trede 4: wat daarna nog kan'),
        verplicht(tekst('bestuurder', 'Gemeentebestuurder die het initiatief neemt')),
        lang('aanbod', 'Aanbod dat ontbreekt'),
      ]),
    ),
    form('escalatie', 'Bestuurlijk escalatieoverleg', 'Als de gemeente het overleg plant.', [
      verplicht(tekst('gemeente', 'Gemeente die het overleg plant')),
      verplicht(
        keuzes(
          'bestuurders',
          'Geïnformeerde bestuurders',
          'burgemeester',
          'wethouder zorg',
          'regionaal portefeuillehouder',
          'bestuurder zorgaanbieder',
          'zorgkantoor of verzekeraar',
          'hoofdofficier van justitie',
        ),
      ),
      dag('geinformeerd', 'Geïnformeerd op'),
      dag('op', 'Overleg gepland op'),
    ]),
    versie(
      2,
      form('uitkomst', 'Uitkomst', 'Na het bestuurlijk escalatieoverleg.', [
        verplicht(dag('op', 'Overleg op')),
        verplicht(
          keuze('uitkomst', 'Uitkomst', 'oplossing gevonden', 'geforceerd', 'geaccordeerd'),
        ),
        lang('toelichting', 'Toelichting'),
        janee('hiaat', 'Er is een hiaat in het stelsel'),
        lang('welk-hiaat', 'Welk hiaat, zonder namen en nummers'),
      ]),
    ),
    versie(
      2,
      form(
        'leren',
        'Leerproces RDM',
        'Ten minste een keer per jaar een intervisie op casuïstiek.',
        [
          verplicht(dag('op', 'Gehouden op')),
          keuzes(
            'aanwezig',
            'Aanwezig',
            'regionaal portefeuillehouder',
            'projectleider Onbegrepen gedrag',
            'gemeenten',
            'zorgaanbieders',
            'zorgkantoor of verzekeraar',
          ),
          tekst('deelnemers', 'Wie er nog meer waren'),
          verplicht(lang('lessen', 'Lessen')),
        ],
        'huis',
      ),
    ),
  ],
  tellers: [
    {
      id: 'aanmeldingen',
      naam: 'Aanmeldingen',
      formulier: 'aanmelding-rdm',
      veld: null,
      waarde: null,
      telt: 'casussen',
    },
    {
      id: 'hiaten',
      naam: 'Hiaten in het stelsel',
      formulier: 'uitkomst',
      veld: 'hiaat',
      waarde: 'ja',
      telt: 'registraties',
    },
  ],
});
