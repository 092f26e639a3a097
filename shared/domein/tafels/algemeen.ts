/** Forms that tafels share: where the house leads a case, and registers of the house beside the tafels. */
import { dag, form, janee, keuze, keuzes, lang, tekst, verplicht, versie } from './bouw.js';

/** Dossier A3 row 39. After an afschaling the house stays on as adviser. */
export const opEnAfschaling = form(
  'schaling',
  'Op- of afschaling',
  'Als de casus naar een hoger of lager niveau gaat.',
  [
    verplicht(keuze('richting', 'Richting', 'opschaling', 'afschaling')),
    verplicht(tekst('van', 'Van')),
    verplicht(tekst('naar', 'Naar')),
    verplicht(lang('reden', 'Reden')),
    lang('criteria', 'Criteria waaraan niet meer wordt voldaan'),
    janee('adviseur', 'ZVH blijft als adviseur aangehaakt'),
  ],
);

/** Dossier A3 row 41. */
export const doorbraak = versie(
  2,
  form('doorbraak', 'Doorbraak', 'Als binnen een organisatie sneller moet worden opgeschaald.', [
    verplicht(tekst('organisatie', 'Organisatie')),
    verplicht(keuze('niveau', 'Niveau', 'uitvoerend', 'leidinggevend', 'bestuurlijk')),
    verplicht(lang('vraag', 'Wat nodig is')),
    dag('reactie', 'Reactie op'),
    lang('antwoord', 'Reactie van de organisatie'),
    keuze('uitkomst', 'Uitkomst', 'opgelost', 'deels opgelost', 'niet opgelost', 'loopt'),
  ]),
);

/** Dossier A2 row 27. */
export const knelpunt = form(
  'knelpunt',
  'Knelpunt in wetgeving',
  'Als een wet in deze casus in de weg zit. De knelpunten gaan naar de stuurgroep.',
  [
    verplicht(keuzes('wet', 'Wet', 'Wzd', 'Wvggz', 'WGS', 'AVG', 'Wmo', 'Jeugdwet', 'anders')),
    verplicht(lang('toelichting', 'Knelpunt')),
  ],
);

/** What a gemeente delivers of an item of the checklist. */
const VERRIJKINGSSTANDEN = ['geleverd', 'deels', 'niet geleverd', 'niet van toepassing'] as const;
export type Verrijkingsstand = (typeof VERRIJKINGSSTANDEN)[number];
const levert = (id: string, label: string) => keuze(id, label, ...VERRIJKINGSSTANDEN);

/**
 * Dossier A2 row 16: what a gemeente delivers before the start-MDO, one question an item. A tafel that has a form
 * with this id of its own has a checklist of its own.
 */
export const lokaleVerrijking = form(
  'lokale-verrijking',
  'Lokale informatieverrijking',
  'Wat de gemeente levert voor het start-MDO.',
  [
    levert('gezin', 'Gezin en huishouden'),
    levert('wmo', 'Wmo: voorzieningen en meldingen'),
    levert('jeugd', 'Jeugdhulp en leerplicht'),
    levert('inkomen', 'Inkomen en Participatiewet'),
    levert('schulden', 'Schulden en schuldhulp'),
    levert('wonen', 'Wonen en woonoverlast'),
    levert('veiligheid', 'Openbare orde en bestuurlijke maatregelen'),
    levert('wijkteam', 'Betrokken wijkteam en vaste contactpersoon'),
  ],
);

/** Where the house leads. */
export const PROCESREGIE = [opEnAfschaling, doorbraak, knelpunt];

/** Dossier A3 row 47: anonymous, for learning. */
export const reflectie = form(
  'reflectie',
  'Casusreflectie',
  'Na een intervisie of casusreflectie. Noem geen namen en nummers.',
  [
    verplicht(tekst('thema', 'Thema')),
    keuze('vorm', 'Vorm', 'casusreflectie', 'intervisie', 'casusverloop-onderzoek'),
    verplicht(lang('lessen', 'Lessen')),
  ],
  'huis',
);

/** Dossier A3 row 40: how a gemeente fills in the AVE-model. */
export const aveAfspraken = form(
  'ave',
  'AVE-afspraken met een gemeente',
  'Als een gemeente vastlegt wie per fase de regie heeft.',
  [
    verplicht(tekst('gemeente', 'Gemeente')),
    verplicht(keuze('fase', 'AVE-fase', '1', '2', '3', '4')),
    verplicht(tekst('casusregie', 'Wie de casusregie heeft')),
    verplicht(tekst('procesregie', 'Wie de procesregie heeft')),
    lang('afspraken', 'Lokale afspraken'),
  ],
  'huis',
);
